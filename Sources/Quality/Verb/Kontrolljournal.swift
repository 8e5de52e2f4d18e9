import AuditStore
import JSONText
import Sampling

/// Why a stored control cannot be read or carried on.
public enum Kontrollverbfeil: Error, Hashable, Sendable, CustomStringConvertible {
  /// The entries do not make a control: some were deleted when their time was over, or are not ours.
  case ufullstendig(oppføring: Int)
  /// A case of the control is not among those that were read; its pseudonym.
  case manglerSak(String)
  /// The record of a drawn case is not in the journal, so a fact cannot be filled in.
  case manglerØyeblikksbilde(String)
  /// The journal code is not one that this journal had after the list was locked.
  case annenJournalkode

  /// For the operator.
  public var description: String {
    switch self {
    case .ufullstendig(let n):
      "journal entry \(n) does not follow from the entries before it: payloads of this control were deleted, or "
        + "the journal is not from this program; the archived protocol is what remains"
    case .manglerSak(let sak): "drawn case \(sak) is not among the cases given; give the same cases as before"
    case .manglerØyeblikksbilde(let sak):
      "the record of case \(sak) is no longer kept, so a fact cannot be filled in; judge the point instead"
    case .annenJournalkode:
      "the code is not one this journal had after the list of cases was locked; run `verify --code`"
    }
  }
}

/// A control as the journal has it: the fold, and where its steps stand.
struct Kontrolljournal {
  var kontroll: Kontroll
  /// The entry number of each kind of act, the latest.
  var numre: [String: Int] = [:]
  /// The entry numbers of the corrections, in order.
  var corrections: [Int] = []

  /// Folds the entries of a month and team; those of other kinds and units are passed over.
  init(_ nøkkel: Kontrollnøkkel, _ oppføringer: [Oppføring]) throws {
    kontroll = Kontroll(nøkkel)
    for entry in oppføringer {
      guard let payload = entry.innhold, let act = try Kontrollhendelse.les(payload), act.nøkkel == nøkkel
      else { continue }
      do {
        try kontroll.utfør(act.hendelse)
      } catch {
        throw Kontrollverbfeil.ufullstendig(oppføring: entry.n)
      }
      numre[act.hendelse.handling] = entry.n
      if case .correction = act.hendelse { corrections.append(entry.n) }
    }
  }
}

extension Kontrollhendelse {
  /// How the journal files the act, and how long its payload is kept.
  var journalført: (handling: Handling, klasse: Bevaringsklasse) {
    switch self {
    case .saksliste: (.forpliktelse, .protokoll)
    case .trekningstall: (.frø, .protokoll)
    case .trekning: (.trekning, .protokoll)
    case .bytte: (.bytte, .protokoll)
    case .øyeblikksbilde: (.innlesing, .øyeblikksbilde)
    case .vurdering: (.kontroll, .funn)
    case .svar: (.svar, .funn)
    case .lås: (.lås, .protokoll)
    case .correction: (.rettelse, .protokoll)
    }
  }
}

/// One transaction on one control: what is checked here still holds when it is written.
struct Kontrollrom {
  private(set) var journal: Kontrolljournal
  let rolle: String
  let identitet: Identitetsprøve

  var kontroll: Kontroll { journal.kontroll }

  init(
    _ room: borrowing Handlingsrom, _ nøkkel: Kontrollnøkkel, rolle: String,
    identitet: @escaping Identitetsprøve
  ) throws {
    let entries = try room.oppføringer(måned: nøkkel.måned, team: nøkkel.team)
    journal = try Kontrolljournal(nøkkel, entries)
    self.rolle = rolle
    self.identitet = identitet
  }

  /// Checks an act, adds it to the journal, and takes it into the fold.
  mutating func utfør(_ hendelse: Kontrollhendelse, _ room: inout Handlingsrom) throws {
    try journal.kontroll.utfør(hendelse, identitet: identitet)
    let (handling, klasse) = hendelse.journalført
    let blad = try room.append(
      handling, rolle: rolle, innhold: hendelse.payload(kontroll.nøkkel), klasse: klasse)
    journal.numre[hendelse.handling] = blad.n
  }
}
