import RuleLanguage
import Testing
import Values
import Vocabulary

/// Every code of the rule language, each with a rule that gives it and the very words it points at.
@Suite struct `A rule with a fault` {
  static let modell = Saksmodell(
    opplysninger: [Felt("født", .måned), Felt("sakstype", .kode([Kode("omsorg")]))],
    samlinger: [
      Samling("plassering", .periode, felter: [Felt("hjem", .tekstkode), Felt("flyttet", .sannhet)]),
      Samling(
        "besøk", .dato,
        felter: [Felt("form", .kode([Kode("stedlig"), Kode("avlyst")])), Felt("sett", .sannhet)]),
      Samling(
        "hjemopphold", .periode, felter: [],
        avledning: Avledning(kilde: "plassering", sammeFelt: "hjem", koblingsfelt: "flyttet")),
    ])

  private static func funn(_ regel: String) -> [Diagnose] {
    var checker = Checker(modell: modell)
    checker.add(
      parameter: Parameter(navn: "krav", verdier: [.init(fra: .nyttår(2004), verdi: Brøk(4), hjemmel: nil)]))
    do throws(Diagnoser) {
      _ = try checker.sannhet(try Parser.parse(regel))
      return []
    } catch {
      return error.funn
    }
  }

  /// The rule with the fault between ⟦ and ⟧, its code, and what was meant.
  static let faults: [(String, Diagnosekode, String?)] = [
    ("finnes besøk der (sett) ⟦§⟧", .unexpectedCharacter, nil),
    ("æøå og ⟦#⟧", .unexpectedCharacter, nil),
    ("⟦finnes besøk er 2⟧", .unlikeTypes, nil),
    ("finnes besøk og ⟦og⟧ finnes besøk", .unexpectedToken, nil),
    ("finnes besøk ⟦finnes⟧ besøk", .unexpectedToken, nil),
    ("(finnes besøk⟦⟧", .unexpectedToken, nil),
    ("antall besøk er minst ⟦kravv⟧", .unknownName, "krav"),
    ("finnes ⟦besok⟧", .unknownCollection, "besøk"),
    ("finnes besøk og finnes ⟦plasering⟧", .unknownCollection, "plassering"),
    ("finnes ⟦hjemopphold⟧", .unknownCollection, nil),
    ("finnes besøk der (⟦besøk.set⟧)", .unknownField, "sett"),
    ("⟦hjemopphold.hjem⟧", .unknownField, nil),
    ("finnes besøk der (form er ⟦stedleg⟧)", .unknownCode, "stedlig"),
    ("finnes besøk der (form er blant (stedlig, ⟦avlys⟧))", .unknownCode, "avlyst"),
    ("⟦antall besøk er minst kontrolldatoen⟧", .unlikeTypes, nil),
    ("finnes besøk og ⟦sakstype⟧", .codeOutsideComparison, nil),
    ("finnes besøk der (⟦besøk.form⟧ og sett)", .codeOutsideComparison, nil),
    ("antall besøk er minst krav på ⟦2003-12-31⟧", .parameterNotInForce, nil),
    ("⟦antall besøk⟧", .wrongType, nil),
    ("⟦andel av i fjor med (perioder med plassering)⟧ og finnes besøk", .wrongType, nil),
    ("⟦kontrolldatoen + 2 måneder⟧ og finnes besøk", .wrongType, nil),
    ("antall besøk er minst 2 og ⟦krav på 2014-01-01⟧", .wrongType, nil),
    ("⟦rundet ned (krav * 2)⟧ og finnes besøk", .wrongType, nil),
    ("finnes besøk og ⟦(siste 6 måneder) samtidig med i fjor⟧", .wrongType, nil),
    ("⟦fra 2014-01-01 til 2014-12-31⟧ og finnes besøk", .wrongType, nil),
    ("finnes ⟦plassering⟧ siste 6 måneder", .windowOnUndated, nil),
    ("⟦sett⟧ og finnes besøk", .fieldOutsideEvent, nil),
    ("⟦besøk.sett⟧", .fieldOutsideEvent, nil),
    ("perioder med ⟦besøk⟧ dekker kontrolldatoen", .noDuration, nil),
    ("antall besøk er minst ⟦1234567890123456⟧", .numberTooLarge, nil),
    ("finnes besøk siste ⟦20000⟧ dager", .numberTooLarge, nil),
    ("finnes besøk siste ⟦834⟧ år", .numberTooLarge, nil),
    ("kontrolldatoen er minst ⟦2013-02-29⟧", .noSuchDate, nil),
    ("finnes besøk siste 6 ⟦månader⟧", .unknownUnit, "måneder"),
    ("finnes besøk der (sett) ⟦der⟧ (sett)", .repeatedPart, nil),
    ("finnes besøk i fjor ⟦hittil i år⟧", .repeatedPart, nil),
  ]

  @Test(arguments: faults)
  func `is told with its code, its very words and what was meant`(
    marked: String, code: Diagnosekode, meant: String?
  ) throws {
    let scalars = Array(marked.unicodeScalars)
    let start = try #require(scalars.firstIndex(of: "⟦"))
    let end = try #require(scalars.firstIndex(of: "⟧")) - 1
    let rule = marked.replacing("⟦", with: "").replacing("⟧", with: "")
    let found = Self.funn(rule)
    let hit = found.first { $0.kode == code && $0.område.lowerBound == start }
    #expect(hit != nil, "\(rule): \(found)")
    #expect(hit?.forslag == meant, "\(rule): \(found)")
    if start < end { #expect(hit?.område == start..<end, "\(rule): \(found)") }
  }

  @Test func `nested too deeply is told as that`() {
    let deep = String(repeating: "(", count: 60) + "finnes besøk" + String(repeating: ")", count: 60)
    #expect(Self.funn(deep).map(\.kode) == [.tooDeep])
    let wide = Array(repeating: "finnes besøk", count: 200).joined(separator: " og ")
    #expect(Self.funn(wide).map(\.kode) == [.tooDeep])
    let inner = (0..<5).reduce("sett") { rule, _ in "finnes besøk der (\(rule))" }
    #expect(Self.funn(inner).contains { $0.kode == .tooDeep })
  }

  @Test func `all faults are told at once, in the order of the text`() {
    let found = Self.funn("finnes besok og antall besøk er minst kravv og finnes besøk der (form er stedleg)")
    #expect(found.map(\.kode) == [.unknownCollection, .unknownName, .unknownCode])
    #expect(found.map(\.forslag) == ["besøk", "krav", "stedlig"])
  }

  /// The rule with each fault between ⟦ and ⟧, and nothing else to be reported.
  static let several = [
    "⟦og⟧ finnes besøk og ⟦er⟧ 2 eller finnes besøk ⟦besøk⟧",
    "finnes besøk der (sett ⟦sett⟧) og antall besøk er ⟦og⟧ finnes besøk",
    "hvis finnes besøk ⟦besøk⟧ så finnes besøk ⟦2⟧ ellers finnes ⟦er⟧ 2",
    "(finnes besøk og ⟦og⟧ finnes ⟦§⟧ besøk",
    "finnes besøk ⟦§⟧ finnes besøk",
    "antall besøk ⟦>=⟧ 2 og finnes besøk siste 6 ⟦månader⟧",
    "antall besøk er minst ⟦1234567890123456⟧ og kontrolldatoen er før ⟦2013-02-30⟧",
  ]

  @Test func `each syntax error of a rule is told, and none that only follows from another`() {
    for marked in Self.several {
      var starts: [Int] = []
      var rule = String.UnicodeScalarView()
      for scalar in marked.unicodeScalars where scalar != "⟧" {
        if scalar == "⟦" { starts.append(rule.count) } else { rule.append(scalar) }
      }
      #expect(Self.funn(String(rule)).map(\.område.lowerBound) == starts, "\(marked)")
    }
    #expect(Self.funn("finnes besøk) og og").map(\.område.lowerBound) == [12, 17])
  }

  @Test func `a misspelled word of the language is told, though it reads as a name`() {
    for (rule, meant) in [
      ("fines besøk", "finnes"), ("antall besøk er minstt 2", "minst"),
      ("finnes besøk elle finnes besøk", "alle"),
      ("antall besøk == 2", "er"),
      ("sett && sett", "og"),
    ] {
      #expect(Self.funn(rule).first?.forslag == meant, "\(rule)")
    }
    #expect(Self.funn("antall besøk er 0.5").first?.hint == "Decimals are written with a comma: 0,05.")
    #expect(Self.funn("finnes besøk der (form er \"stedlig\")").first?.hint?.contains("quotes") == true)
  }

  @Test func `what rests on a definition that failed is not told again`() throws {
    var checker = Checker(modell: Self.modell)
    checker.announce(definisjoner: ["a", "b", "c"])
    func findings(_ rule: String) -> [Diagnosekode]? {
      do throws(Diagnoser) {
        _ = try checker.sannhet(try Parser.parse(rule))
        return nil
      } catch {
        return error.funn.map(\.kode)
      }
    }
    checker.add(feilet: "a")
    #expect(throws: Diagnoser([])) {
      try checker.add(definisjon: "b", omtale: nil, try Parser.parse("a er minst 2"))
    }
    for rule in [
      "a", "b", "a.fra er før kontrolldatoen", "a på 2014-01-01 er 2", "finnes besøk mens a", "ikke b",
    ] {
      #expect(findings(rule) == [], "\(rule)")
    }
    #expect(findings("a og finnes besok") == [.unknownCollection])
    #expect(findings("c er minst 2") == [.unknownName])
    #expect(checker.kjenner(definisjon: "a") && !checker.kjenner(definisjon: "c"))
  }

  @Test func `letters beyond the first plane and tabs count as one place each`() {
    let found = Self.funn("finnes besøk\t og æøåÆØÅ_🧸")
    #expect(found.first?.kode == .unexpectedCharacter)
    #expect(found.first?.område == 24..<25)
  }

  @Test func `every code of the rule language is tried here`() {
    let tried = Set(Self.faults.map(\.1)).union([.tooDeep])
    #expect(Set(Diagnosekode.allCases).subtracting(tried).isEmpty)
  }
}
