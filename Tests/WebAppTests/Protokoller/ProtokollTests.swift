import AuditStore
import Foundation
import JSONText
import Quality
import Reports
import Sampling
import Testing

@testable import WebApp

struct ProtokollTests {
  @Test func `a protocol and the proof of the draw are the bytes that the command line writes`() async throws
  {
    let web = try Spiltlager.app(.teamleder, team: ["fosterhjem-1"])
    let key = Kontrollnøkkel(enhet: "solvik", team: "fosterhjem-1", måned: try #require(Måned("2014-01")))
    let verbs = Kontrollverb(web.lager, key, tid: "2014-10-03T12:00:00Z", salt: { [] })
    let page = await web.get("/protokoller/2014-01/fosterhjem-1")
    #expect(page.status == 200)
    #expect(page.kropp == Array(Protokoll(try verbs.kontroll()).html.utf8))
    #expect(page.hoder.contains { $0.navn == "content-security-policy" && $0.verdi.contains("'sha256-") })
    let proof = await web.get("/protokoller/2014-01/fosterhjem-1/bevis")
    #expect(proof.kropp == Array((try verbs.trekningsbevis().json.prettyText + "\n").utf8))
    #expect(try web.logg.les(slag: .sett, bruker: nil, emne: nil, maks: 9).count == 2)
  }

  @Test func `another team's controls are not there`() async throws {
    let web = try Spiltlager.app(.teamleder, team: ["fosterhjem-1"])
    let list = await web.get("/protokoller").tekst
    #expect(list.contains("/protokoller/2014-02/fosterhjem-1"))
    #expect(!list.contains("fosterhjem-2"))
    for path in ["2014-01/fosterhjem-2", "2014-01/fosterhjem-2/bevis", "2014-03/fosterhjem-1", "2014-01/x"] {
      #expect(await web.get("/protokoller/\(path)").status == 404, "\(path)")
    }
  }

  @Test func `the journal's code is the store's, a printed one holds, and a changed one does not`()
    async throws
  {
    let web = try Spiltlager.app(.revisor)
    let now = try web.lager.journalkode().description
    #expect(await web.get("/protokoller/journal").tekst.contains(now))
    let printed = try #require(
      await web.get("/protokoller").tekst.firstMatch(of: /[0-9]+(-[0-9a-f]{4}){8}/)?.0)
    let held = await web.get("/protokoller/journal?kode=\(printed)").tekst
    #expect(held.contains("Koden stemmer."))
    let other = printed.replacing(/[0-9a-f]$/, with: printed.last == "0" ? "1" : "0")
    #expect(await web.get("/protokoller/journal?kode=\(other)").tekst.contains("Koden stemmer ikke"))
    #expect(await web.get("/protokoller/journal?kode=tull").tekst.contains("Journalkoden må skrives"))
    let whole = await web.post("/protokoller/journal", [])
    #expect(
      whole.tekst.contains("Lageret er helt. Alle de \(try web.lager.merkletre().størrelse) oppføringene"))
  }

  @Test func `the review of the year and the experience are documents, and a year without controls has none`()
    async throws
  {
    let web = try Spiltlager.app(.barnevernleder)
    for path in ["arsgjennomgang", "fagdag"] {
      let page = await web.get("/protokoller/\(path)/2014")
      #expect(page.status == 200)
      #expect(page.tekst.contains("<h1>"))
      #expect(await web.get("/protokoller/\(path)/2012").status == 409)
      #expect(await web.get("/protokoller/\(path)/abc").status == 404)
    }
  }

  @Test(arguments: ["/protokoller", "/protokoller/journal"])
  func `the pages are whole, also on an empty store`(path: String) async throws {
    for web in [try Spiltlager.app(.barnevernleder), try Prøveapp(.barnevernleder)] {
      let page = await web.get(path)
      #expect(page.status == 200)
      #expect(Sidekrav.brudd(page.tekst) == [])
    }
  }
}
