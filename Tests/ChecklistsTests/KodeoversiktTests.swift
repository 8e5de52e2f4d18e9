import Checklists
import Foundation
import RuleLanguage
import Testing
import Values
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
        "IK225", "IK234", "IK235", "IK236", "IK237", "IK238", "IK239", "IK240",
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
    case .hjemmel: try bibliotek(liste, hjemler: text, code)
    case .prosedyre: try bibliotek(liste, prosedyrer: text, code)
    case .plan:
      try planverk("planer/plan-2014.yaml", merged(fylte("rader", text, rad), over: plan), code)
    case .årshjul:
      try planverk("arshjul.yaml", merged(fylte("oppføringer", text, oppføring), over: årshjul), code)
    case .hus: try planverk("huset.yaml", merged(fylte("tjenester", text, tjeneste), over: hus), code)
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
    "sjekkliste: fosterhjem", "versjon: 2014-05-31", "gjelder: {fra: 2014-05-31, til: 2022-12-31}",
    "punkter:\n  - id: OB-ANTALL",
  ]
  private static let punkt = [
    "id: OB-ANTALL", "spørsmål: Er det godt?", "sviktområde: 3", "kravtype: egen prosedyre",
    "hjemmel: [FAGLIG-NORM]", "alvorlighet: lav", "krav: finnes vedtak siste 12 måneder",
    "eksempler:\n  - {navn: ett vedtak, på: 2014-09-30, sak: {vedtak: [{dato: 2014-03-01}]}, utfall: oppfylt}",
  ]
  private static let hjemmel = [
    "id: H", "slag: lov", "rettsakt: barnevernsloven (2021)", "bestemmelse: § 8-3",
    "gjelder: {fra: 2023-01-01}",
    "krav: Det skal finnes en plan.", "kilde: Lovdata", "sikkerhet: verifisert",
    "kontrolleresSenest: 2028-01-31",
  ]
  private static let prosedyre = [
    "id: P", "navn: Prosedyren", "formål: Alt skal gå bra.", "hjemmel: [FAGLIG-NORM]",
    "ansvarlig: barnevernleder", "kilde: diktet", "versjoner: [{versjon: 1, fra: 2026-05-31}]",
    "avvik: [{tekst: Det gikk galt., punkter: [OB-ANTALL]}]",
  ]
  private static let plan = [
    "plan: plan-2014", "navn: Planen", "slag: fremdriftsplan", "dato: 2014-05-26", "kilde: diktet",
    "gjelder: {fra: 2014-05-26}",
  ]
  private static let rad = [
    "id: 1", "tekst: Noe svikter.", "tiltak: [{id: 1.1, tekst: Gjør noe.}]", "iverksettes: [2014-05-31]",
    "evalueres: [2014-12-31]", "ansvarlig: [barnevernleder]",
  ]
  private static let årshjul = ["tjenestesteder: [{id: mottak, navn: Mottak, barnevern: ja}]"]
  private static let oppføring = [
    "id: fagdag", "slag: opplæring", "navn: Fagdag", "tjenestesteder: [mottak]", "ansvarlig: teamleder",
    "rytme: {årlig: 12-15}", "fra: 2014-01-01",
  ]
  private static let hus = [
    "merknad: Alt er diktet.", "trinn: [{trinn: 1, navn: Åpne tilbud, forklaring: For alle.}]",
  ]
  private static let tjeneste = [
    "tjeneste: Klubben", "trinn: [1]", "ansvar: Møter ungdom.", "kontaktpunkt: Vakten på klubben",
    "sist gjennomgått: 2014-06-16",
  ]

  /// What is found in the registers that are shipped, with this one in place of its like.
  private static func planverk(_ path: String, _ blocks: [String], _ code: String) throws -> [String] {
    var files = try Prøvebibliotek.filer().filter { !$0.sti.contains("/") && $0.sti != path }
    files.append(.init(sti: path, bytes: Array((blocks.joined(separator: "\n") + "\n").utf8)))
    return try funn(files, code)
  }

  private static let valgte = """
    prosedyrer:
      - id: gjennomføring-av-oppfølgingsbesøk
        valgt for melding: ja
      - id: barns-medvirkning-i-barnevernsaker
        valgt for melding: ja
    """

  private static func sjekkliste(_ text: String, _ code: String) throws -> [String] {
    try bibliotek(merged(text, over: liste), code)
  }

  /// What is found in a folder with these blocks of a checklist, and what is in force before it.
  private static func bibliotek(
    _ blocks: [String], hjemler: String? = nil, prosedyrer: String = "", _ code: String
  ) throws -> [String] {
    var files = try Prøvebibliotek.filer().filter {
      !$0.sti.contains("/") && !["arshjul.yaml", "huset.yaml"].contains($0.sti)
    }
    func write(_ path: String, _ text: String) {
      files.removeAll { $0.sti == path }
      files.append(.init(sti: path, bytes: Array(text.utf8)))
    }
    let before =
      "sjekkliste: fosterhjem\nversjon: 2013-01-01\ngjelder: {fra: 2013-01-01, til: 2014-05-30}\npunkter:\n  - "
      + indented(fylt("", punkt))
    write("fosterhjem/2013-01-01.yaml", before)
    write("fosterhjem/2014-05-31.yaml", blocks.map { fylte("punkter", $0, punkt) }.joined(separator: "\n"))
    if let hjemler {
      let norm = "\n  - id: FAGLIG-NORM\n    gjelder: {fra: 2013-01-01}"
      write("hjemler.yaml", fylte("hjemler", hjemler + norm, hjemmel))
    }
    let chosen = prosedyrer.contains("valgt for melding") ? "" : valgte.dropFirst("prosedyrer:".count)
    write(
      "prosedyrer.yaml",
      fylte("prosedyrer", prosedyrer.isEmpty ? valgte : prosedyrer + chosen, prosedyre))
    return try funn(files, code)
  }

  private static func funn(_ files: [Sjekklistebibliotek.Fil], _ code: String) throws -> [String] {
    let day = try #require(Dato("2026-11-22"))
    do throws(Definisjonsfeilene) {
      let library = try Sjekklistebibliotek(files, mappe: "Checklists")
      let found = Gransking(library, på: day).feil.filter {
        $0.kode == code && !$0.fil.hasSuffix("2013-01-01.yaml")
      }
      return found.filter { !$0.melding.contains("«ett vedtak»") }.map(\.kode)
    } catch {
      return error.feil.map(\.kode)
    }
  }

  /// A list of entries under a key, each with the keys that the example leaves out; other blocks as they are.
  private static func fylte(_ key: String, _ block: String, _ base: [String]) -> String {
    let head = "\(key):\n  - "
    guard block.hasPrefix(head) else { return block }
    let entries = block.dropFirst(head.count).components(separatedBy: "\n  - ")
    return "\(key):\n"
      + entries.map { "  - \(indented(fylt(unindented($0), base)))" }.joined(separator: "\n")
  }

  /// An entry with the keys that the example leaves out. A point gets a requirement when it has nothing to decide
  /// it.
  private static func fylt(_ text: String, _ base: [String]) -> String {
    let decides = ["gjelder når:", "krav:", "norm:", "vurderes av:"].contains { text.contains($0) }
    let missing = base.filter { !(base == punkt && decides && $0.hasPrefix("krav:")) }
    return merged(text, over: missing).joined(separator: "\n")
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
