import RuleLanguage
import Testing
import Vocabulary

@Suite struct `A mutant` {
  private static let modell = Saksmodell(
    opplysninger: [Felt("ansvar", .kode([Kode("egen"), Kode("annen")]))],
    samlinger: [
      Samling(
        "besøk", .dato,
        felter: [
          Felt("form", .kode([Kode("stedlig"), Kode("digital"), Kode("avlyst")])),
          Felt("antall_barn", .kode([Kode("2"), Kode("4")])), Felt("sett", .sannhet),
        ])
    ])

  /// A rule, and everything that it is changed into.
  static let endringer: [(String, [String])] = [
    ("a og b", ["a", "b", "a eller b"]),
    ("a eller b", ["a", "b", "a og b"]),
    ("ikke a", ["a"]),
    ("hvis a så b ellers c", ["b", "c"]),
    ("x er minst 4", ["x er mer enn 4", "x er mindre enn 4", "x er 4", "x er minst 3", "x er minst 5"]),
    (
      "d er før 2014-05-31",
      [
        "d er høyst 2014-05-31", "d er minst 2014-05-31", "d er før 2014-05-30", "d er før 2014-06-01",
      ]
    ),
    ("ansvar er egen", ["ansvar er annen", "ansvar er ikke egen"]),
    ("d + 24 måneder", ["d", "d + 23 måneder", "d + 25 måneder"]),
    ("d - 1 dag", ["d", "d - 2 dager"]),
    (
      "rundet ned (x + 0,05)",
      [
        "x + 0,05", "rundet opp (x + 0,05)", "rundet ned (x)", "rundet ned (0,05)", "rundet ned (x - 0,05)",
        "rundet ned (x + 0)", "rundet ned (x + 0,1)",
      ]
    ),
    ("p samtidig med q", ["p", "q", "p uten q"]),
    ("p uten q", ["p", "p samtidig med q"]),
    ("p dekker kontrolldatoen", ["p overlapper med kontrolldatoen"]),
    ("før fylte 18 år", ["før fylte 17 år", "før fylte 19 år", "etter fylte 18 år"]),
    ("fra a til b", ["fra a", "til b"]),
    ("sats på d", ["sats"]),
    ("til vurdering", []),
    (
      "antall besøk i fjor",
      ["dager i fjor med besøk", "antall besøk", "antall besøk hittil i år", "antall besøk siste 12 måneder"]
    ),
    (
      "finnes besøk siste 6 måneder",
      [
        "ingen besøk siste 6 måneder", "minst 2 besøk siste 6 måneder", "finnes besøk",
        "finnes besøk siste 5 måneder", "finnes besøk siste 7 måneder",
      ]
    ),
    ("siste besøk har (sett)", ["første besøk har (sett)", "alle besøk har (sett)"]),
    (
      "finnes besøk der (form er avlyst)",
      [
        "ingen besøk der (form er avlyst)", "minst 2 besøk der (form er avlyst)", "finnes besøk",
        "finnes besøk der (form er stedlig)", "finnes besøk der (form er digital)",
        "finnes besøk der (form ikke er avlyst)",
      ]
    ),
    (
      "finnes besøk der (form er blant (stedlig, digital))",
      [
        "ingen besøk der (form er blant (stedlig, digital))",
        "minst 2 besøk der (form er blant (stedlig, digital))",
        "finnes besøk", "finnes besøk der (form er blant (digital))",
        "finnes besøk der (form er blant (stedlig))",
        "finnes besøk der (form er blant (stedlig, digital, avlyst))",
      ]
    ),
    (
      "finnes besøk der (antall_barn er 2)",
      [
        "ingen besøk der (antall_barn er 2)", "minst 2 besøk der (antall_barn er 2)", "finnes besøk",
        "finnes besøk der (antall_barn er 4)", "finnes besøk der (antall_barn ikke er 2)",
        "finnes besøk der (antall_barn er 1)", "finnes besøk der (antall_barn er 3)",
      ]
    ),
    (
      "mellomrom over 6 måneder mellom besøk mens p i q",
      [
        "mellomrom over 5 måneder mellom besøk mens p i q",
        "mellomrom over 7 måneder mellom besøk mens p i q",
        "mellomrom over 6 måneder mellom besøk i q",
      ]
    ),
  ]

  @Test(arguments: endringer)
  func `is a rule with one small change`(_ rule: String, _ expected: [String]) throws {
    let mutants = try Parser.parse(rule).mutanter(Self.modell)
    #expect(
      mutants.map { $0.uttrykk.description } == expected.map { (try? Parser.parse($0))?.description ?? $0 })
  }

  @Test(arguments: endringer.map(\.0))
  func `names the part that was changed, where it stands`(_ rule: String) throws {
    let tree = try Parser.parse(rule)
    let scalars = Array(rule.unicodeScalars)
    for mutant in tree.mutanter(Self.modell) {
      let part = String(String.UnicodeScalarView(scalars[mutant.område]))
      #expect(try Parser.parse(part).description == mutant.før || mutant.før == tree.description)
      #expect(mutant.før != mutant.etter)
    }
  }

  @Test func `is never the rule itself, and never the same one twice`() throws {
    let tree = try Parser.parse("(a og b) eller (a og b) eller antall besøk i fjor er minst 1")
    let mutants = tree.mutanter(Self.modell).map(\.uttrykk)
    #expect(!mutants.contains(tree))
    #expect(Set(mutants).count == mutants.count)
    #expect(mutants.count > 15)
  }
}
