import Checklists
import Foundation
import RuleLanguage
import Testing

@Suite struct `The formatter of rules` {
  private func format(_ text: String) throws -> String {
    String(decoding: try Regelformatering(fil: "f.yaml", bytes: Array(text.utf8)).bytes, as: UTF8.self)
  }

  private static let before = """
    # En kommentar med æøå 🧸
    sjekkliste:   prøve   # to mellomrom
    definer: {a: finnes  vedtak, "b" : {omtale: 'x  y', uttrykk: "a  =  2"}}
    andre: [a ≥ 2]
    punkter:
    - {id: P, krav: '( a )', funn: "a ≥ 2"}   # slutt
    - id: Q
      gjelder når: a≥2 og
         (b)   # kommentar
      krav: |   # hode

          a ≠ 1

            og b

      norm: >-
        hvis a
        så b   # ikke en kommentar
      funn: a ≥ 2
    """

  @Test func `changes the rules, and no other byte`() throws {
    let valid = Self.before.replacing("   # ikke en kommentar", with: "\n    ellers ((c))")
    let after = """
      # En kommentar med æøå 🧸
      sjekkliste:   prøve   # to mellomrom
      definer: {a: finnes vedtak, "b" : {omtale: 'x  y', uttrykk: "a er 2"}}
      andre: [a ≥ 2]
      punkter:
      - {id: P, krav: 'a', funn: "a ≥ 2"}   # slutt
      - id: Q
        gjelder når: a er minst 2 og b   # kommentar
        krav: |   # hode

            a er ikke 1 og b

        norm: >-
          hvis a så b ellers c
        funn: a ≥ 2
      """
    #expect(try format(valid) == after)
    #expect(try format(after) == after)
    let crlf = valid.replacing("\n", with: "\r\n")
    #expect(try format(crlf) == after.replacing("\n", with: "\r\n"))
  }

  @Test func `tells all faults of a file, and formats nothing in it`() {
    let faulty = Self.before.replacing("a ≠ 1", with: "a ≠ ≠ 1")
    let error = #expect(throws: Definisjonsfeilene.self) { try format(faulty) }
    #expect(error?.feil.map { "\($0.linje) \($0.kode)" } == ["12 IK102", "18 IK101"])
    let yaml = #expect(throws: Definisjonsfeilene.self) { try format("sjekkliste: x\nkrav: &a 1\n\tb: 1") }
    #expect(yaml?.feil.map(\.kode) == ["IK006", "IK005"])
  }

  @Test func `leaves the shipped files alone, and files that are no checklists`() throws {
    for fil in try Prøvebibliotek.filer() {
      let result = try Regelformatering(fil: fil.sti, bytes: fil.bytes)
      #expect(result.avvik == [])
      #expect(result.bytes == fil.bytes)
      #expect(result.erSjekkliste == fil.erSjekkliste)
    }
    #expect(try format("krav: a  ≥  2\n") == "krav: a  ≥  2\n")
  }

  @Test func `names each rule that is not canonical, with its place and what it should be`() throws {
    let text = "sjekkliste: x\ndefiner:\n  æøå: a≥2\npunkter:\n  - {gjelder når: a, krav: a  og b}\n"
    let found = try Regelformatering(fil: "f", bytes: Array(text.utf8)).avvik
    #expect(found.map(\.navn) == ["æøå", "krav"])
    #expect(found.map { [$0.linje, $0.kolonne] } == [[3, 8], [5, 28]])
    #expect(found.map(\.kanonisk) == ["a er minst 2", "a og b"])
  }

  @Test func `breaks a wide rule in a block where a reader takes a breath`() throws {
    let wide = "(finnes oppfølgingsbesøk der (form er stedlig eller form er digital))"
    let text = """
      sjekkliste: x
      punkter:
        - krav: |-
            hvis \(wide) og \(wide) og b så a ellers \(wide) og
            \(wide) eller b
          norm: >-
            siste vedtak der (\(wide) og b) har (dato + 24 måneder er før kontrolldatoen og a ≥ 2)
          gjelder når: \(wide) og \(wide) og \(wide)
      """
    let plain = wide.dropFirst().dropLast()
    #expect(
      try format(text) == """
        sjekkliste: x
        punkter:
          - krav: |-
              hvis \(plain)
              og \(plain) og b
              så a
              ellers ((\(plain) og \(plain)) eller b)
            norm: >-
              siste vedtak der (\(plain) og b)
              har (dato + 24 måneder er før kontrolldatoen og a er minst 2)
            gjelder når: \(plain) og \(plain) og \(plain)
        """)
  }

  /// The ways of writing a rule; each adds white space that means nothing.
  private static let styles: [@Sendable (Terning, String) -> String] = [
    { $1 }, { "'\($1)'" },
    { _, rule in "\"\(rule.replacing("ø", with: "\\u00f8").replacing("å", with: "\\xe5"))\"" },
    { "'\(broken($1, $0, "\n      "))'" }, { "\"\(broken($1, $0, "\n\n      "))\"" },
    { broken($1, $0, "\n        ") }, { "|-\n        \(broken($1, $0, "\n        "))" },
    { ">\n        \(broken($1, $0, "\n        "))" }, { "|2+\n      \(broken($1, $0, "\n          "))\n" },
  ]

  private static func broken(_ rule: String, _ dice: Terning, _ with: String) -> String {
    var dice = dice
    return rule.split(separator: " ").reduce("") { text, word in
      text.isEmpty ? String(word) : text + (dice.sant(15) ? with : dice.sant(15) ? "  " : " ") + word
    }
  }

  @Test func `never changes what a rule means, in any style, and is done after once`() throws {
    var changed = 0
    for seed in 0..<UInt64(120 * skala) {
      var generator = Regelgenerator(terning: Terning(frø: grunnfrø + seed))
      let rule = generator.sannhet(3)
      guard let tree = try? Parser.parse(rule) else { continue }
      for style in Self.styles {
        let before = "sjekkliste: x\npunkter:\n  - id: A\n    krav: "
        let after = "\n    funn: 'a  ≥ 2' # ja\n"
        let text = before + style(generator.terning, rule) + after
        let once = try Regelformatering(fil: "f", bytes: Array(text.utf8))
        let formatted = String(decoding: once.bytes, as: UTF8.self)
        let read = try #require(try YAMLText(formatted).root["punkter"]?.elements?[0]["krav"]?.text)
        #expect(try Parser.parse(read) == tree, "\(text)")
        #expect(formatted.hasPrefix(before) && formatted.hasSuffix(after), "\(text)")
        let twice = try Regelformatering(fil: "f", bytes: once.bytes)
        #expect(twice.avvik == [] && twice.bytes == once.bytes, "\(text)\n\(formatted)")
        changed += once.avvik.count
      }
    }
    #expect(changed > 300)
  }
}
