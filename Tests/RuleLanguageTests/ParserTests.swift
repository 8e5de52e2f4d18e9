import RuleLanguage
import Testing

struct ParserTests {
  /// What an author may write, and how the printer says it.
  static let forms: [(String, String)] = [
    ("a og b eller c", "(a og b) eller c"),
    ("a eller b eller c og d", "a eller b eller (c og d)"),
    ("a og (b eller c)", "a og (b eller c)"),
    ("ikke a og b", "ikke a og b"),
    ("besøk >= 4", ""),
    ("besøk ≥ 4", "besøk er minst 4"),
    ("x = 2", "x er 2"),
    ("form ikke er avlyst", "form er ikke avlyst"),
    ("type er blant (fosterhjem,institusjon)", "type er blant (fosterhjem, institusjon)"),
    ("1 + 2 * 3 - 4", "1 + 2 * 3 - 4"),
    ("(1 + 2) * 3", "(1 + 2) * 3"),
    ("1 - (2 - 3)", "1 - (2 - 3)"),
    ("dato - 60 dager er før 2014-05-31", "dato - 60 dager er før 2014-05-31"),
    ("dato + 2 år er etter kontrolldatoen", "dato + 24 måneder er etter kontrolldatoen"),
    (
      "rundet ned (4 * andel av fjoråret med p + 0,05) er minst 1",
      "rundet ned (4 * andel av fjoråret med p + 0,05) er minst 1"
    ),
    (
      "antall vedtak siste 12 måneder der (type er akutt) er høyst 3",
      "antall vedtak siste 12 måneder der (type er akutt) er høyst 3"
    ),
    (
      "antall vedtak der (type er akutt) siste 12 måneder er høyst 3",
      "antall vedtak siste 12 måneder der (type er akutt) er høyst 3"
    ),
    ("dager i fjor med besøk mens p er minst 4", "dager i fjor med besøk mens p er minst 4"),
    (
      "finnes vedtak mellom 2013-01-01 og kontrolldatoen og a",
      "finnes vedtak mellom 2013-01-01 og kontrolldatoen og a"
    ),
    (
      "alle vedtak i fjor har (finnes medvirkning mellom vedtak.dato - 90 dager og vedtak.dato)",
      "alle vedtak i fjor har (finnes medvirkning mellom vedtak.dato - 90 dager og vedtak.dato)"
    ),
    (
      "perioder med plassering der (a) før fylte 18 år samtidig med q dekker siste 6 måneder",
      "perioder med plassering der (a) før fylte 18 år samtidig med q dekker siste 6 måneder"
    ),
    (
      "ikke mellomrom over 6 måneder mellom besøk mens p der (a) i siste 12 måneder",
      "ikke mellomrom over 6 måneder mellom besøk mens p der (a) i siste 12 måneder"
    ),
    ("hvis a så b ellers c og d", "hvis a så b ellers (c og d)"),
    ("hvis a eller b så c ellers hvis d så e ellers f", "hvis a eller b så c ellers hvis d så e ellers f"),
    ("sats på 2014-01-01 er 4", "sats på 2014-01-01 er 4"),
    (
      "(fra 2014-01-01 til kontrolldatoen) overlapper med p",
      "(fra 2014-01-01 til kontrolldatoen) overlapper med p"
    ),
    ("a og til vurdering", "a og til vurdering"),
    ("minst 2 besøk hittil i år", "minst 2 besøk hittil i år"),
    (
      "finnes plassering der (til er før 2014-01-01 og fra + 3 måneder er før til)",
      "finnes plassering der (til er før 2014-01-01 og fra + 3 måneder er før til)"
    ),
    ("siste besøk har (finnes rapport)", "siste besøk har (finnes rapport)"),
    ("a / 2,2222 + 0,0500", "a / 2,2222 + 0,05"),
    ("a = minst 2 besøk", "a er (minst 2 besøk)"),
    ("finnes x der (a ≠ minst 2 besøk)", "finnes x der (a ikke er (minst 2 besøk))"),
    ("a = før fylte 18 år", "a er (før fylte 18 år)"),
  ]

  @Test func `what is written is printed in one canonical form, which reads back to itself`() throws {
    for (source, printed) in Self.forms {
      guard let tree = try? Parser.parse(source) else {
        #expect(printed.isEmpty, "does not parse: \(source)")
        continue
      }
      #expect(tree.description == printed)
      #expect(try Parser.parse(tree.description).description == printed)
    }
  }

  @Test(arguments: [
    ("a og", 4, "IK102"), ("æøå § 2", 4, "IK101"), ("(a", 2, "IK102"), ("finnes", 6, "IK102"),
    ("antall besøk siste 3 månder er 2", 21, "IK115"), ("dato er før 2013-02-29", 12, "IK114"),
    ("finnes besøk der (a) der (b)", 21, "IK117"), ("x er 1234567890123456", 5, "IK113"),
  ])
  func `a fault is placed on the very character`(source: String, column: Int, code: String) {
    do throws(Diagnoser) {
      let tree = try Parser.parse(source)
      Issue.record("parsed as \(tree)")
    } catch {
      #expect(error.funn.first?.område.lowerBound == column)
      #expect(error.funn.first?.kode.rawValue == code)
    }
  }

  @Test func `no nesting is deep enough to crash the reader`() {
    for text in [
      String(repeating: "(", count: 50_000), String(repeating: "ikke ", count: 50_000) + "a",
      String(repeating: "hvis a så ", count: 5_000), String(repeating: "finnes x der (", count: 5_000),
      String(repeating: "a og ", count: 20_000) + "a", String(repeating: "-", count: 50_000),
    ] {
      #expect((try? Parser.parse(text))?.område.isEmpty != true)
    }
  }

  @Test func `random text never crashes the reader`() {
    let words = [
      "og", "eller", "ikke", "er", "minst", "(", ")", "finnes", "antall", "besøk", "siste", "12", "måneder",
      "der",
      "har", "hvis", "så", "ellers", "2014-05-31", "+", "-", "i", "fjor", "mens", "mellom", "0,05", ".", ",",
      "fra",
      "til", "vurdering", "før", "fylte", "18", "år", "🧸", "å", "§",
    ]
    var state: UInt64 = 2014
    var parsed = 0
    for _ in 0..<20_000 {
      var text: [String] = []
      for _ in 0..<(state % 14) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text.append(words[Int(state >> 33) % words.count])
      }
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      if let tree = try? Parser.parse(text.joined(separator: " ")) {
        parsed += 1
        #expect((try? Parser.parse(tree.description))?.description == tree.description, "\(text)")
      }
    }
    #expect(parsed > 100)
  }
}
