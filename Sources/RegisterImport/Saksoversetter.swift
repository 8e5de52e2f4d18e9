import JSONText
import Values

/// Turns what was kept of a register case into a case record (`sak/1`).
///
/// What the register is meant to hold whole (placements, follow-up, supervision, plans, decisions) becomes
/// closed collections; where it says itself that something is lacking, the collection is named in
/// `ufullstendig`. What it does not carry (talks, agreements, discussions, approvals of homes, contact with
/// parents) is left out and stays open.
struct Saksoversetter {
  var giver: Pseudonymgiver
  var enhet: String
  var team: String
  /// The municipality that delivers the file.
  var kommunenummer: String
  /// The Norwegian day the extract was made on.
  var uttrekksdag: Dato
  /// What is wrong with a record that cannot be read.
  var fault: Registerimport.Recordcheck?

  /// The last day the extract is complete for.
  var uttrekk: Dato { uttrekksdag.adding(dager: -1) }

  enum Utfall {
    case hoppet(Hoppårsak)
    /// The record cannot be read; the case's pseudonym, and what is wrong.
    case unreadable(pseudonym: String, fault: String)
    case sak(Oversatt)
  }

  struct Oversatt {
    var pseudonym: String
    var journalnummer: String
    var post: JSONValue
    var erFosterbarn: Bool
    var bortfall: [Bortfallsgrunn: Int]
    var overlapp: Int
  }

  func oversett(_ registersak: Registersak) -> Utfall {
    var sak = registersak
    sak.ryddSlettede()
    if let reason = hoppårsak(sak) { return .hoppet(reason) }
    var innhold = Saksinnhold(sak, uttrekksdag: uttrekksdag)
    innhold.oversettPlasseringer()
    innhold.oversettBesøk()
    innhold.oversettTilsynskommune(avgiver: kommunenummer)
    innhold.oversettMedvirkning()
    innhold.oversettVedtak()
    innhold.oversettBegjæringer()
    innhold.oversettPlaner()
    let pseudonym = giver.pseudonym(enhet: enhet, journalnummer: sak.journalnummer)
    let record = post(pseudonym, innhold)
    if let fault = fault?(record) { return .unreadable(pseudonym: pseudonym, fault: fault) }
    return .sak(
      Oversatt(
        pseudonym: pseudonym, journalnummer: sak.journalnummer, post: record,
        erFosterbarn: innhold.fosterhjemstiltak.contains { $0.løper(uttrekk) }, bortfall: innhold.bortfall,
        overlapp: innhold.overlapp))
  }

  private func hoppårsak(_ sak: Registersak) -> Hoppårsak? {
    if sak.slettet { return .slettet }
    if sak.slutt.map({ $0 <= uttrekk }) ?? sak.avsluttet { return .avsluttet }
    if sak.journalnummer.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
      return .ugyldigJournalnummer
    }
    if sak.start > uttrekksdag
      || sak.elementer.contains(where: { $0.siste.map { $0 > uttrekksdag } ?? false })
    {
      return .hendelseEtterUttrekk
    }
    if sak.start == uttrekksdag { return .åpnetPåUttrekksdagen }
    return sak.elementer.contains { $0.innhold.slutterFørStart } ? .ugyldigPeriode : nil
  }

  private func post(_ pseudonym: String, _ innhold: Saksinnhold) -> JSONValue {
    var facts: [JSONValue.Member] = []
    func add(_ name: String, _ value: String?) {
      if let value { facts.append(JSONValue.Member(name, .string(value))) }
    }
    add("sakstype", innhold.sakstype)
    add("født", innhold.fødselsmåned)
    add("tilsynsansvar", innhold.tilsynsansvar(avgiver: kommunenummer))
    return .object([
      "format": .string("sak/1"), "sak": .string(pseudonym), "enhet": .string(enhet), "team": .string(team),
      "uttrekk": .string("\(uttrekk)"), "opplysninger": .object(facts),
      "hendelser": .object(innhold.hendelser),
      "ufullstendig": .array(innhold.ufullstendig.sorted().map(JSONValue.string)),
    ])
  }
}

extension Elementinnhold {
  /// A placement or a plan that the record would hold ends before it begins.
  fileprivate var slutterFørStart: Bool {
    switch self {
    case .tiltak(let tiltak) where tiltak.erFosterhjem || tiltak.erInstitusjon:
      tiltak.til.map { $0 < tiltak.fra } ?? false
    case .plan(let plan) where plan.type <= 2: plan.til.map { $0 < plan.fra } ?? false
    default: false
    }
  }
}
