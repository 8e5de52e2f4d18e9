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
