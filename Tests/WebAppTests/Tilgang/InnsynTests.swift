import Testing

@testable import WebApp

@Suite("The access log and the look through it")
struct InnsynTests {
  @Test("P5 Who saw what is shown by month and kind, and looking at it is in the log too")
  func shown() async throws {
    let web = try Prøveapp(.teamleder, id: "p-1", dag: "2014-10-03")
    _ = await web.get("/avvik?sok=noe")
    web.bli(.revisor, id: "p-2")
    let page = await web.get("/drift/innsyn?maned=2014-10").tekst
    #expect(page.contains(">Alle</option>") && !page.contains(">Ingen</option>"))
    #expect(page.contains("Oktober 2014") && page.contains("p-1") && page.contains("/avvik"))
    #expect(!page.contains("noe</span>"))
    #expect(!(await web.get("/drift/innsyn?maned=2014-10&slag=nektet").tekst.contains("p-1")))
    #expect(await web.get("/drift/innsyn?maned=2014-09").tekst.contains("Ingen hendelser."))
    #expect(await web.get("/drift/innsyn?maned=tull").status == 409)
    let seen = try web.logg.les(slag: .sett, bruker: "p-2", emne: nil, maks: 10)
    #expect(seen.count == 3 && seen.allSatisfy { $0.hva == "/drift/innsyn" })
  }

  @Test("P5 The monthly look through is a line in the log, after a box is ticked")
  func reviewed() async throws {
    let web = try Prøveapp(.barnevernleder, id: "p-3", dag: "2014-10-03")
    let path = "/drift/innsyn/gjennomgatt"
    let refused = await web.post(path, [("maned", "2014-09")])
    #expect(refused.status == 422 && refused.tekst.contains("Du må krysse av"))
    #expect(
      await web.post(path, [("maned", "2014-09"), ("sett", "ja")]).sted == "/drift/innsyn?maned=2014-09")
    #expect(
      await web.get("/drift/innsyn?maned=2014-09").tekst.contains(
        "Gjennomgått 3. oktober 2014 av Barnevernleder."))
    #expect(
      await web.get("/drift/innsyn?maned=2014-10").tekst.contains(
        "Ingen har gått gjennom denne måneden ennå."))
    web.bli(.teamleder)
    #expect(await web.post(path, [("maned", "2014-09"), ("sett", "ja")]).status == 403)
  }
}
