import Checklists
import Foundation
import RuleLanguage
import Testing
import Vocabulary

/// The explanations of codes: each example gives its code, and is mended.
@Suite struct `The explanation of a code` {
  @Test func `is there for every code, and is short and whole`() {
    let codes =
      YAMLError.Code.allCases.map(\.rawValue) + Diagnosekode.allCases.map(\.rawValue)
      + Sjekklistekode.allCases.map(\.rawValue)
    #expect(Kodeoversikt.alle.map(\.kode) == codes)
    #expect(Set(codes).count == codes.count)
    for (code, text) in Kodeoversikt.alle {
      #expect(Kodeoversikt.forklaring(code) == text)
      #expect(!text.tittel.hasSuffix(".") && text.tittel.count < 60, "\(code)")
      #expect((1...6).contains(text.tekst.split(separator: ". ").count), "\(code)")
      #expect(text.tekst.hasSuffix(".") && text.råd.hasSuffix("."), "\(code)")
      #expect(text.feil != text.rettet, "\(code)")
    }
  }

  @Test func `stands on the page in the repository, under a heading of its own`() throws {
    let file = Prøvebibliotek.rot.appending(path: Kodeoversikt.sidesti)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try Data(Kodeoversikt.side.utf8).write(to: file)
    }
    let page = try String(contentsOf: file, encoding: .utf8)
    #expect(page == Kodeoversikt.side)
    #expect(
      page.split(separator: "\n").filter { $0.hasPrefix("## ") }
        == Kodeoversikt.alle.map { "## \($0.kode)" })
  }

  static let kanVises = Kodeoversikt.alle.filter { $0.forklaring.slag != .fortalt }.map(\.kode)

  @Test(arguments: kanVises)
  func `has an example that gives the code, and a mended one that gives none`(_ code: String) throws {
    let text = try #require(Kodeoversikt.forklaring(code))
    #expect(try Kodeprøve.koder(text.feil, text.slag, ser: code).contains(code))
    #expect(try Kodeprøve.koder(text.rettet, text.slag, ser: code) == [])
  }

  @Test func `tells in words only what cannot be shown`() {
    let told = Kodeoversikt.alle.filter { $0.forklaring.slag == .fortalt }.map(\.kode)
    #expect(
      told == [
        "IK001", "IK002", "IK003", "IK004", "IK014", "IK015", "IK026", "IK211",
        "IK225", "IK234", "IK235", "IK236", "IK237", "IK238",
      ])
  }
}

/// Reads the examples of explanations: each is a part of something larger, which is filled in.
enum Kodeprøve {
  /// The codes that an example gives. What is found only by looking closer at a checklist that can be read is
  /// looked for one code at a time: the examples show one thing each.
  static func koder(_ text: String, _ slag: Kodeforklaring.Slag, ser code: String) throws -> [String] {
    switch slag {
    case .regel: try regel(text)
    case .fil: yaml { _ = try YAMLText(text) }
    case .samling: yaml { _ = try modell(text) }
    case .punkt: try sjekkliste("punkter:\n  - \(indented(text))", code)
    case .sjekkliste: try sjekkliste(text, code)
    case .fortalt: []
    }
  }

  private static func regel(_ text: String) throws -> [String] {
    var checker = try Referanseprøve.checker()
    do throws(Diagnoser) {
      _ = try checker.sannhet(try Parser.parse(text))
      return []
    } catch {
      return error.funn.map(\.kode.rawValue)
    }
  }

  private static func yaml(_ body: () throws -> Void) -> [String] {
    do {
      try body()
      return []
    } catch {
      return (error as? YAMLErrors)?.errors.map(\.code.rawValue) ?? ["\(error)"]
    }
  }

  private static func modell(_ text: String) throws {
    let words = "entall: e, flertall: f, kjønn: hankjønn, dokument: d"
    let file = """
      saksmodell: 1
      opplysninger: {}
      samlinger:
        hjemopphold: {tid: periode, \(words)}
        besøksfrekvens: {tid: dato, \(words), \(text)}
      """

    let bytes = Array(file.utf8)
    _ = try Saksmodell(yaml: bytes)
  }

  // MARK: Checklists

  private static let liste = [
    "sjekkliste: fosterhjem", "versjon: 2014-05-31", "gjelder: {fra: 2014-05-31}",
    "punkter:\n  - id: OB-ANTALL",
  ]
  private static let punkt = [
    "id: OB-ANTALL", "spørsmål: Er det godt?", "sviktområde: 3", "kravtype: egen prosedyre",
    "hjemmel: [PROSEDYRE-BESOK]", "alvorlighet: lav", "krav: finnes vedtak siste 12 måneder",
    "eksempler:\n  - {navn: ett vedtak, på: 2014-09-30, sak: {vedtak: [{dato: 2014-03-01}]}, utfall: oppfylt}",
  ]

  private static func sjekkliste(_ text: String, _ code: String) throws -> [String] {
    let parts = merged(text, over: liste).map { part in
      guard part.hasPrefix("punkter:\n  - ") else { return part }
      let points = part.dropFirst("punkter:\n  - ".count).components(separatedBy: "\n  - ")
      return "punkter:\n" + points.map { "  - \(indented(fylt(unindented($0))))" }.joined(separator: "\n")
    }
    var files = try Prøvebibliotek.filer().filter { !$0.sti.contains("/") }
    let before =
      "sjekkliste: fosterhjem\nversjon: 2013-01-01\ngjelder: {fra: 2013-01-01, til: 2014-05-30}\npunkter:\n  - "
      + indented(fylt(""))
    files += [("2013-01-01", before), ("2014-05-31", parts.joined(separator: "\n"))].map { version, text in
      .init(sti: "fosterhjem/\(version).yaml", bytes: Array(text.utf8))
    }
    do throws(Definisjonsfeilene) {
      let library = try Sjekklistebibliotek(files, mappe: "Checklists")
      let found = Gransking(library).feil.filter { $0.fil.hasSuffix("2014-05-31.yaml") && $0.kode == code }
      return found.filter { !$0.melding.contains("«ett vedtak»") }.map(\.kode)
    } catch {
      return error.feil.map(\.kode)
    }
  }

  /// A point with the keys that the example leaves out. It gets a requirement when it has nothing to decide it.
  private static func fylt(_ text: String) -> String {
    let decides = ["gjelder når:", "krav:", "norm:", "vurderes av:"].contains { text.contains($0) }
    return merged(text, over: punkt.filter { !decides || !$0.hasPrefix("krav:") }).joined(separator: "\n")
  }

  /// The blocks of an example in place of those with the same key.
  private static func merged(_ text: String, over base: [String]) -> [String] {
    var blocks: [String] = []
    for line in text.split(separator: "\n") {
      if line.hasPrefix(" ") { blocks[blocks.count - 1] += "\n\(line)" } else { blocks.append(String(line)) }
    }
    func key(_ block: String) -> Substring { block.prefix { $0 != ":" } }
    let own = Set(blocks.map(key))
    return base.filter { !own.contains(key($0)) } + blocks
  }

  private static func indented(_ text: String) -> String { text.replacing("\n", with: "\n    ") }
  private static func unindented(_ text: String) -> String { text.replacing("\n    ", with: "\n") }
}
