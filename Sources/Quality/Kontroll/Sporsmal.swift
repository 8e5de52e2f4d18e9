import RuleEngine
import Values

/// One question that must be answered before a control can be locked.
public struct Spørsmål: Hashable, Sendable {
  /// The case.
  public var sak: String
  /// What is asked for.
  public var slag: Slag
  /// The question in bokmål.
  public var tekst: String
  /// The document in which the answer stands; nil for the case file as a whole.
  public var dokument: String?
  /// Help for the one who judges.
  public var veiledning: String?
  /// A made-up record that is good enough.
  public var godtEksempel: String?
  /// A made-up record that is not good enough.
  public var svaktEksempel: String?

  /// A question.
  public init(
    sak: String, slag: Slag, tekst: String, dokument: String?, veiledning: String? = nil,
    godtEksempel: String? = nil, svaktEksempel: String? = nil
  ) {
    self.sak = sak
    self.slag = slag
    self.tekst = tekst
    self.dokument = dokument
    self.veiledning = veiledning
    self.godtEksempel = godtEksempel
    self.svaktEksempel = svaktEksempel
  }

  /// What a question asks for.
  public enum Slag: Hashable, Sendable {
    /// A missing fact, and the points that it would help to decide.
    case opplysning(sted: String, punkter: [String])
    /// A judgement of a point.
    case vurdering(punkt: String)
    /// Whether there is reason for concern for the child now.
    case bekymring
  }
}

/// The questions that one document answers.
public struct Spørsmålsgruppe: Hashable, Sendable {
  /// The case.
  public var sak: String
  /// The document; nil for the case file as a whole.
  public var dokument: String?
  /// The questions, at least one.
  public var spørsmål: [Spørsmål]

  /// «Åpne referatet fra oppfølgingsbesøket 12. mars 2014. Svar på to spørsmål.»
  public var overskrift: String {
    let count = Bokmål.mengde(spørsmål.count, Ord.spørsmål)
    guard let dokument else { return "Vurder saken som helhet. Svar på \(count)." }
    return "Åpne \(dokument). Svar på \(count)."
  }
}

extension Kontroll {
  /// The open questions of all drawn cases; empty when the control can be locked.
  public var åpneSpørsmål: [Spørsmål] { spørsmålsgrupper.flatMap(\.spørsmål) }

  /// The open questions grouped by case and document: facts in the order of the checklist, then judgements,
  /// then the concern question.
  public var spørsmålsgrupper: [Spørsmålsgruppe] { saker.flatMap(grupper) }

  private func grupper(_ sak: Kontrollsak) -> [Spørsmålsgruppe] {
    let open = stillinger(sak).filter(\.åpen)
    var questions = manglende(i: sak.sak, open)
    questions += open.filter { $0.punkt.vurdering.mangler.isEmpty }.map { stilling in
      Spørsmål(
        sak: sak.sak, slag: .vurdering(punkt: stilling.punkt.id), tekst: stilling.punkt.spørsmål,
        dokument: stilling.punkt.dokument, veiledning: stilling.punkt.veiledning,
        godtEksempel: stilling.punkt.godtEksempel, svaktEksempel: stilling.punkt.svaktEksempel)
    }
    if bekymring(sak.sak) == nil {
      questions.append(
        Spørsmål(sak: sak.sak, slag: .bekymring, tekst: Svar.bekymringsspørsmål, dokument: nil))
    }
    return gruppert(questions)
  }

  /// Every missing fact once, with all the points that need it.
  private func manglende(i sak: String, _ open: [Punktstilling]) -> [Spørsmål] {
    var order: [String] = []
    var facts: [String: (Manglendeopplysning, punkter: [String])] = [:]
    let missing = Set(ikkeFunnet(sak).compactMap(\.sted))
    for stilling in open {
      for fact in stilling.punkt.vurdering.mangler where !missing.contains(fact.sted) {
        if facts[fact.sted] == nil { order.append(fact.sted) }
        facts[fact.sted, default: (fact, [])].punkter.append(stilling.punkt.id)
      }
    }
    return order.compactMap { sted in
      facts[sted].map { fact, punkter in
        Spørsmål(
          sak: sak, slag: .opplysning(sted: sted, punkter: punkter), tekst: fact.tekst,
          dokument: fact.dokument)
      }
    }
  }

  private func gruppert(_ questions: [Spørsmål]) -> [Spørsmålsgruppe] {
    var groups: [Spørsmålsgruppe] = []
    for question in questions {
      if let index = groups.firstIndex(where: { $0.dokument == question.dokument }) {
        groups[index].spørsmål.append(question)
      } else {
        groups.append(
          Spørsmålsgruppe(sak: question.sak, dokument: question.dokument, spørsmål: [question]))
      }
    }
    let whole = groups.filter { $0.dokument == nil }
    return groups.filter { $0.dokument != nil } + whole
  }
}
