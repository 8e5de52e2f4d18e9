import Quality
import Testing
import Values

@testable import WebApp

@Suite("Measures")
struct TiltakssideTests {
  @Test func `the list tells what is late, what is to be done, and what is to be evaluated`() async throws {
    let web = try Oppfølgingslager.app(.barnevernleder)
    let measures = try web.register.tiltak
    #expect(!measures.isEmpty)
    let page = await web.get("/tiltak")
    #expect(page.status == 200)
    for measure in measures { #expect(page.tekst.contains("href=\"\(measure.sti)\"")) }
    for measure in measures {
      let shown = await web.get(measure.sti)
      #expect(shown.status == 200 && shown.ord.contains("Dette viser kontrollene"))
    }
  }

  @Test func `a measure is moved with a reason, made without an avvik, and never about a case`() async throws
  {
    let web = try Oppfølgingslager.app(.teamleder)
    let point = web.førstePunkt
    let form =
      [("ansvarlig", "teamleder")] + dato("iverksettes", "2014-06-01") + dato("evalueres", "2014-10-01")
    let empty = try await web.send("/tiltak/ny", form + [("tekst", "Kurs i saksbehandling.")])
    #expect(
      empty.status == 422 && empty.ord.contains("Punkter må fylles ut når tiltaket ikke gjelder et avvik."))
    let named = try await web.send("/tiltak/ny", form + [("tekst", "Se på sak FH-012."), ("punkter", point)])
    #expect(named.status == 422 && named.ord.contains("noe som ligner et saksnummer"))
    let made = try await web.send(
      "/tiltak/ny", form + [("tekst", "Kurs i saksbehandling."), ("punkter", point)])
    let path = try #require(made.sted)
    let wrong = try await web.send(
      path + "/flytt",
      [("grunn", "Kurset ble flyttet.")] + dato("iverksettes", "2014-07-01") + dato("evalueres", "2014-06-01")
    )
    #expect(wrong.status == 422 && wrong.ord.contains("Evalueres må være 1. juli 2014 eller senere."))
    let moved = try await web.send(
      path + "/flytt",
      [("grunn", "Kurset ble flyttet.")] + dato("iverksettes", "2014-07-01") + dato("evalueres", "2014-11-01")
    )
    #expect(moved.sted == path)
    #expect(await web.get(path).ord.contains("Flyttet: settes i verk 1. juli 2014"))
    let future = try await web.send(
      path + "/gjennomfort", [("referanse", "Referat")] + dato("dag", "2014-06-01"))
    #expect(future.status == 422)
  }

  @Test func `too early to tell asks for a later day, and the measure is evaluated again`() async throws {
    let web = try Oppfølgingslager.app(.barnevernleder, id: "b1")
    let measure = try #require(
      try web.register.tiltak.first { $0.tilstand == .iverksatt && !$0.bleIverksatt(av: "barnevernleder") })
    let path = measure.sti + "/evaluer"
    let form = [("resultat", "for_tidlig"), ("begrunnelse", "Bare to kontroller etter tiltaket.")]
    #expect(try await web.send(path, form).ord.contains("Evalueres igjen må fylles ut."))
    #expect(try await web.send(path, form + dato("igjen", "2014-09-01")).sted == measure.sti)
    #expect(try web.register.tiltak(measure.nummer)?.evalueres == Dato("2014-09-01"))
  }
}
