import Checklists
import Foundation
import Quality
import Reports
import Testing
import Values

@Suite struct HjulOgHusTests {
  private static func dag(_ text: String) throws -> Dato { try #require(Dato(text)) }

  private static func hjul(på day: String) throws -> Årshjulrapport {
    let library = try Planverkprøve.bibliotek()
    func signed(_ id: String, _ place: String, _ day: String, _ count: Int? = nil, start: String? = nil)
      throws
      -> Utkvittering
    {
      Utkvittering(
        oppføring: id, tjenestested: place, dato: try dag(day), rolle: "tjenesteleder", deltakere: count,
        start: start.flatMap { Dato($0) })
    }
    let wheel = try #require(try library.planverk().årshjul)
    return Årshjulrapport(
      try Årshjulstatus(
        wheel, prosedyrer: library.prosedyrer,
        utkvitteringer: [
          signed("gjennomgang-avviksbehandling", "mottak", "2014-06-12"),
          signed("gjennomgang-vold", "nav", "2014-09-02"),
          signed("basisopplæring", "fagavdeling", "2014-05-14", 41),
          signed("nyansatt-prosedyrer", "mottak", "2014-10-20", start: "2014-10-01"),
          signed("ukjent", "mottak", "2014-10-01"),
        ],
        nyansettelser: [
          Nyansettelse(tjenestested: "mottak", start: dag("2014-10-01")),
          Nyansettelse(tjenestested: "fosterhjem-1", start: dag("2014-10-06")),
        ], på: try dag(day)))
  }

  @Test func `årshjulet står måned for måned, med det som er forfalt, først`() throws {
    let text = try Self.hjul(på: "2014-10-15").tekst
    try expectFasit(text + "\n", "plan/arshjul-2014-10-15.txt")
    for line in text.split(separator: "\n") { #expect(line.count <= 120) }
    #expect(text.contains("Årshjulet har ikke ukjent ved mottak, som er kvittert ut 1. oktober 2014."))
  }

  @Test func `sidene er velformet og tilgjengelige`() throws {
    let library = try Planverkprøve.bibliotek()
    let verk = try library.planverk()
    Sideform.prøv(try Self.hjul(på: "2014-10-15").html)
    Sideform.prøv(Husrapport(try #require(verk.hus)).html)
    Sideform.prøv(Gjeldende(library, verk.planer, filer: [], på: try Self.dag("2014-09-30")).html)
  }

  @Test func `hver tjeneste står på hvert trinn den er på, og ingen person er nevnt`() throws {
    let house = try #require(try Planverkprøve.bibliotek().planverk().hus)
    let html = Husrapport(house).html
    for service in house.tjenester {
      let shown = html.split(separator: "<th scope=\"row\">\(service.tjeneste)</th>").count - 1
      #expect(shown == service.trinn.count, "\(service.tjeneste)")
    }
    #expect(html.contains(house.merknad))
    for line in Husrapport(house).tekst.split(separator: "\n") { #expect(line.count <= 120) }
  }

  @Test(
    arguments: [
      ("2011-12-31", 0, [], []),
      ("2013-06-30", 8, ["fosterhjem@2013-01-01"], ["handlingsplan-2012-2015"]),
      ("2014-05-30", 8, ["fosterhjem@2013-01-01"], ["fremdriftsplan-2014", "handlingsplan-2012-2015"]),
      ("2014-05-31", 8, ["fosterhjem@2014-05-31"], ["fremdriftsplan-2014", "handlingsplan-2012-2015"]),
      ("2014-07-01", 8, ["fosterhjem@2014-05-31"], ["fremdriftsplan-2014", "handlingsplan-2012-2015"]),
      ("2015-07-01", 8, ["fosterhjem@2014-05-31"], ["handlingsplan-2012-2015"]),
      ("2026-01-05", 8, ["fosterhjem@2026-01-05"], []),
    ] as [(String, Int, [String], [String])])
  func `bare det som gjelder på dagen, er listet`(
    day: String, procedures: Int, checklists: [String], plans: [String]
  ) throws {
    let library = try Planverkprøve.bibliotek()
    let page = Gjeldende(library, try library.planverk().planer, filer: [], på: try Self.dag(day))
    #expect(page.prosedyrer.count == procedures)
    #expect(page.sjekklister.map(\.id) == checklists)
    #expect(page.planer.map(\.id) == plans)
    for line in page.tekst.split(separator: "\n") { #expect(line.count <= 120) }
  }
}
