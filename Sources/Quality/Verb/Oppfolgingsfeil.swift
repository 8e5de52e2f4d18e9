import AuditStore
public import CaseRecords
public import Values

/// Why an act on an avvik, a measure, a meeting or a decision is not allowed. The description says what to do instead.
public enum Oppfølgingsfeil: Error, Hashable, Sendable {
  /// There is nothing of this number.
  case ukjent(String)
  /// The act is not allowed in this state; what is allowed.
  case overgang(emne: String, tilstand: String, hendelse: String, tillatt: [String])
  /// The day is before the day of the latest act on the same thing.
  case førForrige(emne: String, Dato)
  /// A text that must be there is empty.
  case mangler(felt: String)
  /// The role is not written in plain letters.
  case rolleform
  /// A text looks like it holds a personal identifier of this kind; the text itself is never repeated.
  case identitet(felt: String, slag: Identitetsslag)
  /// The role carried out the measure itself.
  case egetTiltak(String)
  /// These measures are not carried out yet, or not evaluated.
  case uferdigeTiltak([String])
  /// No measure has been shown to work, and no reason is given for closing all the same.
  case utenEffekt([String])
  /// The evaluation would come before the measure is carried out.
  case datoer
  /// A measure judges on no point and is set against no avvik.
  case utenMål
  /// What a control found is a fact and cannot be turned down.
  case kontrollfunn(String)
  /// No later control found the same for a later period.
  case ingenSenerePeriode(String)
  /// The control is not locked, or has not drawn the case.
  case ikkeKontrollert(String)
  /// The second reader took part in the control.
  case sammeLeser
  /// The case is read a second time already.
  case alleredeLest(String)
  /// The answers name other points than the control did.
  case ukjentPunkt(String)
}

extension Oppfølgingsfeil: CustomStringConvertible {
  /// What is wrong and what to do, for the operator.
  public var description: String {
    switch self {
    case .ukjent(let emne): "there is no \(emne) in the store"
    case .overgang(let emne, let state, let act, let allowed):
      "\(emne) is «\(tilstandsnavn(state))», and then \(kommandoer([act])) is not possible; possible: "
        + kommandoer(allowed)
    case .førForrige(let emne, let day):
      "the latest act on \(emne) counts from \(day); give that day or a later one"
    case .mangler(let field): "\(field) is missing; give it, without names"
    case .rolleform:
      "a role is written in plain letters a to å, digits, single blanks, hyphens, dots and slashes"
    case .identitet(let field, let kind):
      "\(field) looks like it holds a personal identifier (\(kind.beskrivelse)); remove it and try again"
    case .egetTiltak(let number):
      "this role carried out \(number) itself; another role evaluates it and closes on it"
    case .uferdigeTiltak(let numbers):
      "not carried out or not evaluated yet: \(numbers.joined(separator: ", "))"
    case .utenEffekt(let numbers):
      "no effect is shown of \(numbers.joined(separator: ", ")); give a reason for closing all the same "
        + "(it is listed in the next meeting)"
    case .datoer: "a measure is evaluated on or after the day it is carried out"
    case .utenMål: "a measure names the avvik it is set against or the points it is judged on"
    case .kontrollfunn(let number):
      "\(number) was found by a control: a finding is a fact and is never turned down"
    case .ingenSenerePeriode(let number):
      "no control has found \(number) again for days after those already judged; only a later period reopens"
    case .ikkeKontrollert(let what): "\(what) is not part of a locked control"
    case .sammeLeser: "the second reader is a role that has not answered or locked in this control"
    case .alleredeLest(let sak): "\(sak) has been read a second time already"
    case .ukjentPunkt(let punkt): "the control has no point \(punkt) for this case"
    }
  }
}

/// A state as it is shown everywhere else; the codes of the journal are nobody's words.
private func tilstandsnavn(_ code: String) -> String {
  Avvikstilstand(rawValue: code)?.visning ?? Tiltakstilstand(rawValue: code)?.visning
    ?? ["apent": "Åpent", "godkjent": "Godkjent", "vedtatt": "Vedtatt", "utfort": "Utført"][code] ?? code
}

/// The commands that make these acts happen. What a control finds again needs none.
private func kommandoer(_ acts: [String]) -> String {
  let commands = acts.compactMap { kommando[$0] }.reduce(into: [String]()) { all, command in
    if !all.contains(command) { all.append(command) }
  }
  return commands.isEmpty ? "nothing" : commands.joined(separator: ", ")
}

private let kommando = [
  "meldt": "avvik report", "vurdert": "avvik assess", "tiltak": "measure add", "gjennomfort": "measure done",
  "svar": "avvik reply", "lukket": "avvik close", "avvist": "avvik reject", "gjenapnet": "avvik reopen",
  "opprettet": "measure add", "iverksatt": "measure done", "evaluert": "measure evaluate",
  "for_tidlig": "measure evaluate", "flyttet": "measure move", "holdt": "meeting hold",
  "godkjent": "meeting approve", "sendt": "meeting send", "notat": "meeting note", "vedtak": "meeting decide",
  "vedtatt": "meeting decide", "utfort": "meeting carried-out",
]
