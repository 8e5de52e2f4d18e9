import Checklists
import Foundation
import Quality
import Reports
import Testing
import Values

/// The plans of the repository.
enum Planverkprøve {
  static func bibliotek() throws -> Sjekklistebibliotek { try lest.get() }

  private static let lest = Result { try les() }

  private static func les() throws -> Sjekklistebibliotek {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Checklists")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
    let files = try paths.filter { $0.hasSuffix(".yaml") }.sorted().map {
      Sjekklistebibliotek.Fil(sti: $0, bytes: Array(try Data(contentsOf: root.appending(path: $0))))
    }
    return try Sjekklistebibliotek(files, mappe: "Checklists")
  }
}

/// Laws that every page keeps.
enum Sideform {
  /// Elements close in the order they open; tables have captions and column headings; ids are unique.
  static func prøv(_ html: String) {
    var open: [Substring] = []
    for piece in html.split(separator: "<").dropFirst() where !piece.hasPrefix("!") {
      let name = piece.prefix { $0 != ">" && $0 != " " }
      if name.hasPrefix("/") {
        #expect(open.popLast() == name.dropFirst())
      } else if name != "meta" {
        open.append(name)
      }
    }
    #expect(open.isEmpty)
    let tables = html.split(separator: "<table").dropFirst()
    #expect(!tables.isEmpty)
    for table in tables {
      let body = table.split(separator: "</table>").first ?? ""
      #expect(body.contains("<caption>") && body.contains("<th scope=\"col\""))
      #expect(body.contains("<th scope=\"row\"") || body.contains("<th scope=\"rowgroup\""))
    }
    let ids = html.split(separator: " id=\"").dropFirst().compactMap { $0.split(separator: "\"").first }
    #expect(Set(ids).count == ids.count)
    #expect(html.contains("<html lang=\"nb\">") && html.contains("<h1>") && html.contains("@page"))
    for forbidden in ["http:", "https:", "url(", "@import", "<script", "<img"] {
      #expect(!html.contains(forbidden))
    }
  }
}

@Suite struct PlanrapportTests {
  private static let dager = ["2014-05-26", "2014-08-20", "2015-01-01"]

  private static func rapport(
    _ plan: String? = nil, på dag: String, _ hendelser: [Planhendelse] = []
  ) throws -> Planrapport {
    let library = try Planverkprøve.bibliotek()
    let areas = library.sviktområder.keys.map { ($0, [Målelinje.ingenKontroller]) }
    let day = try #require(Dato(dag))
    return Planrapport(
      try library.planverk().planer.filter { plan == nil || $0.id == plan }.map {
        Planstatus(
          plan: $0, hendelser: hendelser, på: day, målinger: Dictionary(uniqueKeysWithValues: areas))
      })
  }

  @Test(arguments: dager) func `planene skrives ut i kildens kolonner`(dag: String) throws {
    for plan in ["fremdriftsplan-2014", "handlingsplan-2012-2015"] {
      try expectFasit(try Self.rapport(plan, på: dag).tekst + "\n", "plan/\(plan)-\(dag).txt")
    }
  }

  @Test(arguments: dager) func `linjene er høyst 120 tegn`(dag: String) throws {
    for line in try Self.rapport(på: dag).tekst.split(separator: "\n") { #expect(line.count <= 120) }
  }

  @Test(arguments: dager) func `siden er velformet og tilgjengelig`(dag: String) throws {
    Sideform.prøv(try Self.rapport(på: dag).html)
  }

  @Test func `siden og teksten sier det samme om hvert tiltak`() throws {
    let rapport = try Self.rapport(på: "2015-01-01")
    for plan in rapport.planer {
      for status in plan.tiltak {
        #expect(rapport.html.contains(status.tiltak.id + " " + escaped(status.tiltak.tekst)))
      }
    }
    #expect(rapport.html.split(separator: "class=\"vart").count - 1 == 19 + 23)
  }

  @Test func `det som er signert, står ved tiltaket`() throws {
    func act(_ tiltak: String, _ slag: Planhendelse.Slag, _ dag: String) throws -> Planhendelse {
      Planhendelse(
        plan: "fremdriftsplan-2014", tiltak: tiltak, slag: slag, dato: try #require(Dato(dag)),
        rolle: "barnevernleder")
    }
    let rapport = try Self.rapport(
      "fremdriftsplan-2014", på: "2015-01-01",
      [
        act("2.1", .iverksatt, "2014-05-30"), act("2.1", .evaluert, "2014-11-20"),
        act("3.1", .iverksatt, "2014-06-02"), act("5.1", .iverksatt, "2014-09-30"),
        act("5.1", .evaluert, "2014-12-15"), act("12.1", .iverksatt, "2014-09-30"),
      ])
    let text = rapport.tekst
    for sentence in [
      "2.1: I verk fra 30. mai 2014. Skal evalueres igjen innen 20. januar 2015.",
      "3.1: I verk fra 2. juni 2014. Skulle vært evaluert innen 31. desember 2014.",
      "5.1: Evaluert 15. desember 2014.",
      "5.2: Skulle vært i verk innen 30. september 2014. Det er ikke bekreftet. Skulle vært evaluert innen "
        + "31. desember 2014.",
      "Planen har ikke tiltaket 12.1, som er signert iverksatt 30. september 2014.",
    ] {
      #expect(text.replacing(#/\n +/#, with: " ").contains(sentence), "\(sentence)")
    }
  }
}

private func escaped(_ text: String) -> String { text.replacing("\"", with: "&quot;") }
