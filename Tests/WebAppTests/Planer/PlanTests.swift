import Checklists
import Quality
import Reports
import Testing
import Values

@testable import WebApp

struct PlanTests {
  @Test func `a measure is put into effect before it is evaluated, on a day that is not to come`()
    async throws
  {
    let web = try Spiltlager.app(.avdelingssjef)
    let before = try Kvalitetsregister(web.lager).planhendelser
    let plan = try #require(web.app.oppsett.planverk.planer.first { $0.slag == .fremdriftsplan })
    let measure = try #require(
      plan.tiltak.first { measure in
        measure.iverksettes != [.pågår] && !before.contains { $0.plan == plan.id && $0.tiltak == measure.id }
      })
    let path = Lenke.sti("planer", plan.id, measure.id)
    func form(_ step: String, _ day: String) -> [(String, String)] {
      [("skritt", step), ("dato.dag", day), ("dato.maned", "10"), ("dato.ar", "2014")]
    }
    #expect(await web.get("/planer").tekst.contains("href=\"\(path)\""))
    #expect(await web.post(path, form("evaluert", "2")).tekst.contains("kan ikke være evaluert ennå"))
    #expect(await web.post(path, form("", "2")).tekst.contains("må velges"))
    #expect(await web.post(path, form("iverksatt", "9")).tekst.contains("kan ikke være etter i dag"))
    #expect(try Kvalitetsregister(web.lager).planhendelser == before)
    #expect(await web.post(path, form("iverksatt", "2")).sted == "/planer?lagret=1")
    #expect(await web.post(path, form("evaluert", "3")).sted == "/planer?lagret=1")
    let new = try Kvalitetsregister(web.lager).planhendelser.dropFirst(before.count)
    #expect(new.map(\.slag) == [.iverksatt, .evaluert])
    #expect(new.map(\.rolle) == ["avdelingssjef", "avdelingssjef"])
    #expect(await web.get(path).tekst.contains("2. oktober 2014"))
  }

  @Test func `those who only read a plan cannot sign in it`() async throws {
    let web = try Spiltlager.app(.teamleder)
    let page = await web.get("/planer").tekst
    #expect(!page.contains("Før status"))
    #expect(await web.post("/planer/fremdriftsplan-2014/3.1", [("skritt", "iverksatt")]).status == 403)
  }

  @Test func `the printable plans are those of the report, on the day that is asked for`() async throws {
    let web = try Spiltlager.app(.barnevernleder)
    let page = await web.get("/planer/utskrift?dag.dag=20&dag.maned=8&dag.ar=2014")
    #expect(page.tekst.contains("Status 20. august 2014"))
    #expect(page.tekst.hasPrefix("<!DOCTYPE html>"))
  }

  @Test(arguments: [
    "/planer", "/arshjul", "/arshjul/nyansatt", "/gjeldende", "/gjeldende/hjemler", "/gjeldende/prosedyrer",
    "/huset", "/planer/fremdriftsplan-2014/3.1", "/gjeldende?dag.dag=31&dag.maned=2&dag.ar=2014",
    "/planer?dag.dag=1&dag.maned=6&dag.ar=2014",
  ])
  func `the pages are whole, also on an empty store`(path: String) async throws {
    for web in [try Spiltlager.app(.barnevernleder), try Prøveapp(.barnevernleder)] {
      let page = await web.get(path)
      #expect(page.status == 200)
      #expect(Sidekrav.brudd(page.tekst) == [])
      #expect(!page.tekst.contains("Optional("))
    }
  }

  @Test func `what is in force stands with the hash that sha256sum gives`() async throws {
    let web = try Spiltlager.app(.saksbehandler)
    let page = await web.get("/gjeldende?dag.dag=30&dag.maned=9&dag.ar=2014").tekst
    let library = web.app.oppsett.bibliotek
    for list in library.sjekklister {
      let isInForce = list.gjelder.inneholder(try #require(Dato("2014-09-30")))
      #expect(page.contains(list.innholdshash) == isInForce, "\(list.id)")
    }
    let procedures = await web.get("/gjeldende/prosedyrer").tekst
    for procedure in library.prosedyrer where procedure.valgtForMelding {
      for deviation in procedure.avvik { #expect(procedures.contains(String(deviation.tekst.prefix(30)))) }
    }
  }
}
