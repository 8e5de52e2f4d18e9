import RuleLanguage
import Testing

/// The printer and the parser undo each other.
@Suite struct `A rule and its canonical text` {
  @Test func `say the same, for random rules of every type`() throws {
    var rules = 0
    for seed in 0..<UInt64(500 * skala) {
      var generator = Regelgenerator(terning: Terning(frø: grunnfrø + seed))
      for (type, name) in [(Regelgenerator.Slag.perioder, "p"), (.sannhet, "s"), (.dato, "d"), (.tall, "n")] {
        generator.navn[type] = [name]
      }
      for type in Regelgenerator.Slag.allCases {
        let text = generator.uttrykk(type, 3)
        guard let tree = try? Parser.parse(text) else { continue }
        rules += 1
        let printed = tree.description
        let again = try Parser.parse(printed)
        #expect(again == tree, "\(text)\n\(printed)")
        #expect(again.description == printed)
      }
    }
    #expect(rules > 1800)
  }

  @Test(arguments: [
    ("(antall vedtak før 2014-01-01) + 1 er minst 2", "(antall vedtak før 2014-01-01) + 1 er minst 2"),
    ("antall vedtak + 1 er minst 2", "antall vedtak + 1 er minst 2"),
    ("finnes besøk mens (perioder med plan) der (a)", "finnes besøk mens (perioder med plan) der (a)"),
    ("p samtidig med (før 2014-01-01)", "p samtidig med (før 2014-01-01)"),
    ("0,0001 + 0,50 er 0,1234567890123", "0,0001 + 0,5 er 0,1234567890123"),
    ("finnes besøk der (form er ikke avlyst)", "finnes besøk der (form ikke er avlyst)"),
    ("alle besøk har (form ikke er avlyst)", "alle besøk har (form er ikke avlyst)"),
    ("finnes besøk der (ikke (type er ikke 2 og a))", "finnes besøk der (ikke (type ikke er 2 og a))"),
    ("finnes besøk mellom fra og til der (a)", "finnes besøk mellom fra og til der (a)"),
    ("finnes plan der (til - 3 dager er før fra)", "finnes plan der (til - 3 dager er før fra)"),
    ("dager i fjor med besøk / 2 er 1", "dager i fjor med besøk / 2 er 1"),
    ("a ≠ 2 og b ≤ 3", "a er ikke 2 og b er høyst 3"),
  ])
  func `has the parentheses that it needs, and no more`(source: String, printed: String) throws {
    let tree = try Parser.parse(source)
    #expect(tree.description == printed)
    #expect(try Parser.parse(printed) == tree)
  }
}
