import CaseRecords
import RuleEngine
import RuleLanguage
import Values
import Vocabulary

/// A child's case as a short text, and the truth of a rule about it: for tables that can be read aloud.
enum Tidstabell {
  static let modell = Saksmodell(
    opplysninger: [Felt("født", .måned)],
    samlinger: [
      Samling(
        "plassering", .periode,
        felter: [
          Felt("type", .kode([Kode("fosterhjem"), Kode("institusjon")])), Felt("hjem", .tekstkode),
          Felt("flyttet", .sannhet, manglerBetyr: .ingen),
        ]),
      Samling("varig", .periode, felter: []),
      Samling(
        "frekvens", .dato, felter: [Felt("kode", .kode([Kode("2"), Kode("4")]))],
        varighet: Varighetsregel(innenfor: "hjemopphold")),
      Samling("besøk", .dato, felter: [Felt("sett", .sannhet)]),
      Samling(
        "hjemopphold", .periode, felter: [],
        avledning: Avledning(kilde: "plassering", sammeFelt: "hjem", koblingsfelt: "flyttet")),
    ])

  /// A case whose collections are the JSON lists given; one that is not named is empty.
  static func sak(
    _ lister: [String: String], født: String = "2004-05", uttrekk: String = "2030-12-31", åpen: String? = nil
  ) throws(Lesefeil) -> Saksbunke {
    let names = modell.samlinger.filter { $0.avledning == nil && $0.navn != åpen }.map(\.navn)
    let events = names.map { "\"\($0)\": [\(lister[$0] ?? "")]" }.joined(separator: ", ")
    let text = """
      {"format": "sak/1", "sak": "S-1", "uttrekk": "\(uttrekk)", "opplysninger": {"født": "\(født)"}, \
      "hendelser": {\(events)}}
      """
    var leser = Sakleser(modell: modell, vakt: { _ in nil }, gjengangere: [])
    let bytes = Array(text.utf8)
    leser.les(post: bytes, 0..<bytes.count, fil: nil, linje: 1)
    if let fault = leser.feil.first { throw fault }
    return leser.bunke
  }

  /// Visits on these days.
  static func besøk(_ dager: String...) -> String {
    dager.map { "{\"dato\": \"\($0)\", \"sett\": true}" }.joined(separator: ", ")
  }

  /// A foster home from a day, to a day or still running.
  static func hjem(_ fra: String, _ til: String? = nil, _ hjem: String = "H1", flyttet: Bool = false)
    -> String
  {
    let end = til.map { ", \"til\": \"\($0)\"" } ?? ""
    return """
      {"fra": "\(fra)"\(end), "type": "fosterhjem", "hjem": "\(hjem)", "flyttet": \(flyttet)}
      """
  }

  static let parametre: [(navn: String, fra: Dato, verdi: Int)] = [
    ("besøk_per_år", .nyttår(2004), 4), ("redusert_besøk_per_år", .nyttår(2004), 2),
    ("tilsyn_per_år", .nyttår(2004), 4), ("tilsyn_per_år", .nyttår(2028), 6),
  ]

  private static func checker() throws(Diagnoser) -> Checker {
    var checker = Checker(modell: modell)
    for name in ["besøk_per_år", "redusert_besøk_per_år", "tilsyn_per_år"] {
      let values = parametre.filter { $0.navn == name }
      checker.add(
        parameter: Parameter(
          navn: name, verdier: values.map { .init(fra: $0.fra, verdi: Brøk($0.verdi), hjemmel: nil) }))
    }
    return checker
  }

  /// The truth of a rule on a day.
  static func sant(
    _ regel: String, _ sak: Saksbunke, på dag: String, kjent: String? = nil
  ) throws(Diagnoser) -> Sannhet {
    var checker = try checker()
    let node = try checker.sannhet(try Parser.parse(regel))
    let rule = checker.regel(gjelder: node, krav: nil, norm: nil)
    guard let day = Dato(dag) else { return .ukjent }
    var run = Regelkjøring(checker.program, sak, på: day, kjentPå: kjent.flatMap { Dato($0) })
    run.begin(sak: 0)
    switch run.utfall(rule) {
    case .ikkeAktuelt: return .nei
    case .ikkeKontrollert: return .ja
    default: return .ukjent
    }
  }

  /// The value of an expression on a day, as text: `3`, `1–2`, `2014-03-12`.
  static func verdi(_ uttrykk: String, _ sak: Saksbunke, på dag: String) throws(Diagnoser) -> String? {
    var checker = try checker()
    try checker.add(definisjon: "svaret", omtale: nil, try Parser.parse(uttrykk))
    guard let day = Dato(dag) else { return nil }
    var run = Regelkjøring(checker.program, sak, på: day)
    run.begin(sak: 0)
    return run.verdi(avDefinisjon: "svaret")
  }

  /// The outcome of a requirement on a day, with what is built in.
  static func utfall(
    gjelder: String? = nil, krav: String?, norm: String? = nil, _ sak: Saksbunke, på dag: String,
    definisjoner: [(String, String)] = [], vedBrudd: Utfall = .avvik
  ) throws(Diagnoser) -> Utfall {
    var checker = try checker()
    for (name, text) in definisjoner {
      try checker.add(definisjon: name, omtale: nil, try Parser.parse(text))
    }
    var nodes: [Nodeindeks?] = []
    for text in [gjelder, krav, norm] {
      if let text { nodes.append(try checker.sannhet(try Parser.parse(text))) } else { nodes.append(nil) }
    }
    let rule = checker.regel(gjelder: nodes[0], krav: nodes[1], norm: nodes[2])
    guard let day = Dato(dag) else { return .ukjent }
    var run = Regelkjøring(checker.program, sak, på: day)
    run.begin(sak: 0)
    return run.utfall(rule, vedBrudd: vedBrudd)
  }
}
