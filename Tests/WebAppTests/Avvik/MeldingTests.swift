import AuditStore
import Intake
import JSONText
import Quality
import Testing
import Values

@testable import WebApp

@Suite("A case worker reports an avvik")
struct MeldingTests {
  private static let melding = [
    ("prosedyre", "barns-medvirkning-i-barnevernsaker"),
    ("hva", "Barnet fikk ikke tilbud om samtale alene."), ("team", "fosterhjem-1"),
  ]

  private func app() throws -> Prøveapp {
    try Oppfølgingslager.app(.saksbehandler, team: ["fosterhjem-1"], id: "s1")
  }

  private func meld(_ web: Prøveapp) async throws -> String {
    let sent = try await web.send("/avvik/meld", Self.melding + dato("nar", "2014-05-12"))
    let receipt = try #require(sent.sted)
    return try #require(receipt.firstMatch(of: /AV-2014-\d+/).map { String($0.0) })
  }

  @Test func `the page begins with what to do for a child in danger, and the two chosen procedures`()
    async throws
  {
    let page = try await app().get("/avvik/meld")
    #expect(page.status == 200)
    let text = page.tekst
    let first = try #require(text.firstRange(of: "Er et barn i fare nå?")?.lowerBound)
    let form = try #require(text.firstRange(of: "<form method=\"post\" action=\"/avvik/meld\"")?.lowerBound)
    #expect(first < form)
    let chosen = try #require(text.firstRange(of: "barns-medvirkning-i-barnevernsaker")?.lowerBound)
    let other = try #require(text.firstRange(of: "opplæring-av-nyansatte")?.lowerBound)
    #expect(chosen < other)
  }

  @Test func `a report gives a number and a receipt, and stands among the reporter's own`() async throws {
    let web = try app()
    let number = try await meld(web)
    let receipt = await web.get("/avvik/\(number)/kvittering").ord
    for words in [
      number, "Teamleder svarer innen 5 virkedager", "Å melde får ingen følger for deg eller andre",
    ] {
      #expect(receipt.contains(words), "\(words)")
    }
    let own = await web.get("/avvik/mine").ord
    #expect(own.contains(number) && own.contains("Barnet fikk ikke tilbud om samtale alene."))
    let avvik = try #require(try web.register.avvik(number))
    #expect(
      avvik.team == "fosterhjem-1" && avvik.tilstand == .meldt && avvik.melding.rolle == "saksbehandler")
    web.bli(.saksbehandler, team: ["fosterhjem-1"], id: "s2")
    #expect(await !web.get("/avvik/mine").tekst.contains(number), "somebody else's report")
    #expect(await web.get("/avvik/\(number)/kvittering").status == 404)
  }

  @Test func `a number of identity is refused, and what was typed is kept but for nothing else`() async throws
  {
    let web = try app()
    let before = try web.lager.journalkode()
    let refused = try await web.send(
      "/avvik/meld",
      [("prosedyre", Self.melding[0].1), ("hva", "Gjelder 01019012345."), ("sett_over", "ja")]
        + dato("nar", "2014-05-12"))
    #expect(refused.status == 422)
    #expect(refused.ord.contains("For å gå videre må du rette opp følgende feil"))
    #expect(refused.ord.contains("Hva skjedde: Teksten ser ut til å inneholde"))
    #expect(try web.lager.journalkode() == before)
  }

  @Test func `a possible name is warned of once, and may stay when the reporter has looked`() async throws {
    let web = try app()
    let form =
      [("prosedyre", Self.melding[0].1), ("hva", "Besøket i Store Lerkefjell ble avlyst.")]
      + dato("nar", "2014-05-12")
    let warned = try await web.send("/avvik/meld", form)
    #expect(warned.status == 422 && warned.ord.contains("Jeg har sett over teksten"))
    #expect(await !web.get("/avvik/meld").ord.contains("Jeg har sett over teksten"), "asked only when warned")
    #expect(try await web.send("/avvik/meld", form + [("sett_over", "ja")]).status == 303)
  }

  @Test func `what was done at once is guarded like what happened`() async throws {
    let web = try app()
    let form = Self.melding + dato("nar", "2014-05-12")
    for field in ["hva", "strakstiltak"] {
      let rest = form.filter { $0.0 != field } + [(field, "Jeg har snakket med Ola.")]
      let warned = try await web.send("/avvik/meld", rest)
      #expect(warned.status == 422 && warned.ord.contains("Jeg har sett over teksten"), "\(field)")
    }
    #expect(try await web.send("/avvik/meld", form + [("strakstiltak", "Snakket med mor.")]).status == 303)
  }

  @Test func `only a case of the own team can be named, and nobody learns of the cases of others`()
    async throws
  {
    let web = try app()
    func drawn(_ team: String) throws -> String {
      let list = try #require(
        try web.lager.oppføringer(.forpliktelse).compactMap(\.innhold).last { $0["team"]?.string == team })
      return try #require(list["frame"]?["ids"]?.array?.first?.string)
    }
    let other = try #require(
      try web.lager.oppføringer(.forpliktelse).compactMap { $0.innhold?["team"]?.string }
        .first { $0 != "fosterhjem-1" })
    let form = Self.melding + dato("nar", "2014-05-12")
    var answers: Set<String> = []
    for text in ["Kari", "4711", "S-999999", try drawn(other)] {
      let refused = try await web.send("/avvik/meld", form + [("sak", text)])
      #expect(refused.status == 422, "\(text)")
      answers.formUnion(Lesbarside(refused.tekst).feil)
    }
    #expect(answers.count == 1)
    #expect(answers.first?.contains("Spør teamlederen om nummeret, eller la feltet stå tomt.") == true)
    #expect(try await web.send("/avvik/meld", form + [("sak", drawn("fosterhjem-1"))]).status == 303)
    #expect(await !web.get("/avvik/meld").tekst.contains("/saker/finn"), "a page that the role cannot open")
    web.bli(.teamleder, team: ["fosterhjem-1"], id: "t1")
    #expect(await web.get("/avvik/meld").tekst.contains("/saker/finn"))
    let led = try await web.send("/avvik/meld", form + [("sak", "Kari")])
    #expect(led.ord.contains("Finn nummeret under Finn sak"))
  }

  @Test func `a case of the latest extract can be named before it is on a list`() async throws {
    let web = try Oppfølgingslager.app(.saksbehandler, team: ["fosterhjem-1"], dag: "2015-01-05")
    let form = Self.melding + [("sak", "S-9001")] + dato("nar", "2015-01-02")
    #expect(try await web.send("/avvik/meld", form).status == 422)
    let day = try #require(Dato("2014-12-31"))
    try web.app.oppsett.uttrekk.lagre(
      Uttrekk(
        enhet: "solvik", team: "fosterhjem-1", dag: day, kilde: .saksliste, poster: [], uleselige: ["S-9001"])
    )
    #expect(try await web.send("/avvik/meld", form).status == 303)
  }

  @Test func `nobody is led to a report that cannot be made`() async throws {
    let web = try Prøveapp(.teamleder)
    for path in ["/", "/avvik", "/avvik/mine"] {
      let page = await web.get(path)
      #expect(page.status == 200 && !page.tekst.contains("href=\"/avvik/meld\""), "\(path)")
    }
    #expect(await web.get("/avvik/meld").status == 409)
    #expect(try await app().get("/").tekst.contains("href=\"/avvik/meld\""))
  }

  @Test func `every field that is missing is named at once`() async throws {
    let refused = try await app().send("/avvik/meld", dato("nar", "2014-06-01"))
    for words in [
      "Prosedyre må fylles ut.", "Hva skjedde må fylles ut.", "Når skjedde det kan ikke være etter i dag",
    ] {
      #expect(refused.ord.contains(words), "\(words)")
    }
  }

  @Test func `a case worker sees no avvik, and is led to the own reports`() async throws {
    let web = try app()
    let number = try #require(try web.register.avvik.first?.nummer)
    #expect(await web.get("/avvik").sted == "/avvik/mine")
    for path in ["/avvik/\(number)", "/avvik/\(number)/vurder", "/tiltak", "/kvalitet"] {
      #expect(await web.get(path).status == 403, "\(path)")
    }
  }

  @Test func `the reporter sees each change and the reply, and nothing else of the avvik`() async throws {
    let web = try app()
    let number = try await meld(web)
    web.bli(.teamleder, team: ["fosterhjem-1"], id: "t1")
    let assess = try await web.send(
      "/avvik/\(number)/vurder",
      [
        ("alvorlighet", "middels"), ("arsak", "kapasitet"), ("ansvarlig", "teamleder"),
        ("om_arsaken", "To stillinger sto tomme."),
      ] + dato("frist", "2014-07-01"))
    #expect(assess.sted == "/avvik/\(number)")
    let reply = try await web.send("/avvik/\(number)/svar", [("svar", "Takk. Samtalen tas ved neste besøk.")])
    #expect(reply.status == 303)
    web.bli(.saksbehandler, team: ["fosterhjem-1"], id: "s1")
    let own = await web.get("/avvik/mine").ord
    for words in ["Under behandling", "Vurdert av teamleder.", "Takk. Samtalen tas ved neste besøk."] {
      #expect(own.contains(words), "\(words)")
    }
    #expect(!own.contains("To stillinger"))
  }

  @Test func `what was no avvik is turned down with a reason that the reporter reads`() async throws {
    let web = try app()
    let number = try await meld(web)
    web.bli(.teamleder, team: ["fosterhjem-1"], id: "t1")
    #expect(await web.get("/avvik/\(number)/avvis").status == 409, "not before it is assessed")
    _ = try await web.send(
      "/avvik/\(number)/vurder",
      [("alvorlighet", "lav"), ("arsak", "annet"), ("ansvarlig", "teamleder")] + dato("frist", "2014-07-01"))
    let form = [("bevis", "dokument"), ("referanse", "D-2014-112"), ("begrunnelse", "Meldt to ganger.")]
    #expect(try await web.send("/avvik/\(number)/avvis", form).status == 303)
    web.bli(.saksbehandler, team: ["fosterhjem-1"], id: "s1")
    #expect(
      await web.get("/avvik/mine").ord.contains("Det var ikke et avvik. Begrunnelse: «Meldt to ganger.»"))
  }
}
