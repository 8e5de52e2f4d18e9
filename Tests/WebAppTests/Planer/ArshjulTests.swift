import Checklists
import Quality
import Testing
import Values

@testable import WebApp

struct ÅrshjulTests {
  private let utfylt = [
    ("dato.dag", "1"), ("dato.maned", "10"), ("dato.ar", "2014"), ("antall", "12"),
    ("endret", "Ny mal for referat."), ("bekreft", "ja"),
  ]

  @Test func `a leader of a service signs for the own place, and for no other`() async throws {
    let web = try Spiltlager.app(.tjenesteleder)
    let wheel = try #require(web.app.oppsett.planverk.årshjul)
    let entry = try #require(
      wheel.oppføringer.first { $0.slag == .gjennomgang && $0.tjenestesteder.count > 1 })
    let (own, other) = (entry.tjenestesteder[0], entry.tjenestesteder[1])
    web.bli(.tjenesteleder, id: "u1", tjenestested: own)
    let path = { Lenke.sti("arshjul", entry.id, $0) }
    let page = await web.get("/arshjul").tekst
    #expect(page.contains(path(own)))
    #expect(!page.contains("\"\(path(other))\""))
    #expect(await web.get(path(own)).status == 200)
    #expect(await web.get(path(other)).status == 404)
    #expect(await web.post(path(other), utfylt).status == 404)

    let signed = await web.post(path(own), utfylt)
    #expect(signed.sted == "/arshjul?lagret=1")
    let last = try #require(try Kvalitetsregister(web.lager).utkvitteringer.last)
    #expect(last.oppføring == entry.id && last.tjenestested == own && last.deltakere == 12)
    #expect(last.dato == Dato("2014-10-01") && last.rolle == "tjenesteleder")
    #expect(last.merknad == "Ny mal for referat.")
    #expect(try web.logg.les(slag: .gjort, bruker: "u1", emne: "\(entry.id)/\(own)", maks: 9).count == 1)
  }

  @Test(
    arguments: [
      (.tjenesteleder, false), (.teamleder, true), (.barnevernleder, true), (.avdelingssjef, true),
    ] as [(Rolle, Bool)])
  func `without a place of one's own, the role says which places one signs for`(role: Rolle, own: Bool)
    async throws
  {
    let web = try Spiltlager.app(role)
    let wheel = try #require(web.app.oppsett.planverk.årshjul)
    let start = await web.get("/arshjul/nyansatt").tekst
    for place in wheel.tjenestesteder {
      let isOwn = place.erBarnevern == own
      #expect(start.contains("value=\"\(place.id)\"") == isOwn, "\(place.id)")
      for entry in wheel.oppføringer where entry.tjenestesteder.contains(place.id) {
        let path = Lenke.sti("arshjul", entry.id, place.id)
        #expect(await web.get(path).status == (isOwn ? 200 : 404), "\(path)")
      }
    }
  }

  @Test func `nothing is signed for a day more than a year back`() async throws {
    let web = try Spiltlager.app(.teamleder, dag: "2015-10-03")
    let path = "/arshjul/gjennomgang-oppf%C3%B8lgingsbes%C3%B8k/fosterhjem-1"
    let late = await web.post(path, utfylt)
    #expect(late.status == 422)
    #expect(late.tekst.contains("Dato kan ikke være mer enn tolv måneder tilbake."))
    let begun = [("sted", "mottak")] + utfylt
    #expect(await web.post("/arshjul/nyansatt", begun).tekst.contains("Første arbeidsdag kan ikke være mer"))
    let within = [("dato.dag", "3")] + utfylt.dropFirst()
    #expect(await web.post(path, within).status == 303)
  }

  @Test func `the wheel shows nothing of any case, and its leaders see no page that does`() async throws {
    let web = try Spiltlager.app(.tjenesteleder)
    let page = await web.get("/arshjul").tekst
    #expect(page.firstMatch(of: /[A-ZÆØÅ]{1,3}-[0-9]{4}/) == nil)
    for path in ["/protokoller", "/planer", "/sjekklister/forslag/ny"] {
      #expect(await web.get(path).status == 403)
    }
  }

  @Test(
    arguments: [
      ("bekreft", nil, "Bekreft at det er gjort"), ("dato.dag", "31", "Dato må være en dag som finnes"),
      ("dato.ar", "2015", "Dato kan ikke være etter i dag"), ("antall", "mange", "må være et tall"),
      ("antall", "0", "må være et tall fra 1"), ("dato.ar", "1900", "Dato kan ikke være før 31. mai 2014"),
      ("endret", "Snakket med Kari Nordmann", "noe som kan være et navn"),
    ] as [(String, String?, String)])
  func `what is missing or wrong is told, and what was typed is kept`(
    field: String, value: String?, message: String
  ) async throws {
    let web = try Spiltlager.app(.teamleder)
    var form = utfylt.filter { $0.0 != field } + (value.map { [(field, $0)] } ?? [])
    if field == "dato.dag" { form = form.filter { $0.0 != "dato.maned" } + [("dato.maned", "2")] }
    let answer = await web.post("/arshjul/gjennomgang-oppf%C3%B8lgingsbes%C3%B8k/fosterhjem-1", form)
    #expect(answer.status == 422)
    #expect(answer.tekst.contains(message))
    #expect(field == "antall" || answer.tekst.contains("value=\"12\""))
    #expect(Sidekrav.brudd(answer.tekst) == [])
  }

  @Test func `somebody who begins gives the wheel a new line, which is signed for that person`() async throws
  {
    let web = try Spiltlager.app(.teamleder)
    let place = try #require(
      web.app.oppsett.planverk.årshjul?.oppføringer.first { $0.slag == .nyansatt }?.tjenestesteder.first)
    let day = [("dato.dag", "2"), ("dato.maned", "10"), ("dato.ar", "2014")]
    #expect(await web.post("/arshjul/nyansatt", day).tekst.contains("Tjenestested må velges."))
    #expect(await web.post("/arshjul/nyansatt", [("sted", place)] + day).status == 303)
    let page = await web.get("/arshjul").tekst
    #expect(page.contains("(begynte 2. oktober 2014)"))
    #expect(page.contains("?start=2014-10-02"))
  }

  @Test func `the list of sign-offs is a table for Excel`() async throws {
    let web = try Spiltlager.app(.barnevernleder)
    let file = await web.get("/arshjul/utkvitteringer.csv")
    let count = try Kvalitetsregister(web.lager).utkvitteringer.count
    #expect(file.tekst.hasPrefix("\u{FEFF}Oppføring;Tjenestested;Dato;Rolle;Antall til stede"))
    #expect(file.tekst.unicodeScalars.count { $0 == "\n" } == count + 1)
  }
}
