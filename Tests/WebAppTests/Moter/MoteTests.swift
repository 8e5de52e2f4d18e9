import AuditStore
import Quality
import Sampling
import Testing
import Values

@testable import WebApp

@Suite("The quality group's meeting")
struct MøteTests {
  private static let periode = "fra=2014-02&til=2014-03"

  @Test func `the agenda builds itself, with links to what there is to take up`() async throws {
    let web = try Oppfølgingslager.app(.kvalitetsgruppe)
    let page = await web.get("/kvalitet?\(Self.periode)")
    #expect(page.status == 200)
    for (index, title) in [
      "Forrige referat", "Vedtak som er forfalt", "Nye avvik", "Mønstre", "Tiltak til evaluering",
      "Sjekklister og prosedyrer til revisjon", "Årshjul", "Eventuelt",
    ].enumerated() {
      #expect(page.ord.contains("\(index + 1) \(title)"))
    }
    let new = try web.register.avvik.filter { $0.måned.description == "2014-03" }
    #expect(!new.isEmpty)
    for avvik in new { #expect(page.tekst.contains("href=\"\(avvik.sti)\"")) }
  }

  @Test func `from agenda to approved minutes, which nobody changes afterwards`() async throws {
    let web = try Oppfølgingslager.app(.kvalitetsgruppe, id: "k1")
    let held = try await web.send(
      "/kvalitet/mote/nytt",
      [
        ("fra", "2014-03"), ("til", "2014-04"), ("deltakere", "teamleder"), ("deltakere", "kvalitetsgruppe"),
      ])
    let path = try #require(held.sted)
    #expect(path == "/kvalitet/mote/KG-2014-05")
    let wall = await web.get(path + "/sak/4")
    #expect(wall.tekst.contains("rel=\"prev\" href=\"\(path)/sak/3\""))
    #expect(wall.tekst.contains("rel=\"next\" href=\"\(path)/sak/5\""))
    #expect(await web.get(path + "/sak/9").status == 404)

    let item = path + "/sak/4"
    let noted = try await web.send(item, til: item + "/notat", [("notat", "Mønsteret gjelder begge team.")])
    #expect(noted.sted == item)
    let named = try await web.send(item, til: item + "/notat", [("notat", "Vi så på sak FH-012.")])
    #expect(named.status == 422 && named.tekst.contains("Vi så på sak FH-012."))
    let decision =
      [("vedtak", "Alle besøk legges i kalenderen."), ("ansvarlig", "barnevernleder")]
      + dato("frist", "2014-06-30")
    #expect(try await web.send(item, til: item + "/vedtak", decision).sted == item)
    let system = [("slag", "systemsvikt"), ("gjelder", "finnes-ikke")] + decision
    #expect(try await web.send(path + "/vedtak", system).ord.contains("Gjelder må være et punkt"))
    #expect(try await web.send(path + "/send", [("tekst", "Vi ber utvalget ta stilling.")]).sted == path)

    #expect(try await web.send(path + "/godkjenn", []).ord.contains("Bekreftelsen må krysses av."))
    #expect(try await web.send(path + "/godkjenn", [("lest", "ja")]).sted == path)
    let minutes = await web.get(path)
    let code = try #require(try web.register.møte("KG-2014-05")?.godkjent?.journalkode)
    #expect(minutes.tekst.contains(code) && minutes.ord.contains("Det kan ikke endres."))
    #expect(await web.get(path + "/referat").tekst.contains(code))
    let late = await web.post(item + "/notat", [("notat", "Mer.")])
    #expect(late.status == 409 && late.ord.contains("Referatet er godkjent og kan ikke endres."))
    try await decided(web, path)
  }

  /// The one who answers for a decision says that it is carried out, also after the minutes are approved.
  private func decided(_ web: Prøveapp, _ path: String) async throws {
    let decision = try #require(try web.register.møte("KG-2014-05")?.vedtak.first)
    let act = "\(path)/vedtak/\(decision.nummer)/utfort"
    web.bli(.teamleder)
    #expect(await web.post(act, []).status == 403)
    web.bli(.barnevernleder)
    #expect(await web.get(path).tekst.contains("action=\"\(act)\""))
    #expect(await web.post(act, []).status == 303)
    #expect(try web.register.vedtak.first { $0.nummer == decision.nummer }?.utført == web.klokke.nå.dato)
  }

  @Test func `minutes are not approved on what was written after they were read`() async throws {
    let web = try Oppfølgingslager.app(.kvalitetsgruppe)
    let held = try await web.send(
      "/kvalitet/mote/nytt", [("fra", "2014-03"), ("til", "2014-04"), ("deltakere", "kvalitetsgruppe")])
    let path = try #require(held.sted)
    let hidden = await web.get(path + "/godkjenn").skjulte(path + "/godkjenn")
    _ = try await web.send(path + "/notat", [("sak", "8"), ("notat", "Ett notat til.")])
    #expect(await web.post(path + "/godkjenn", hidden + [("lest", "ja")]).status == 409)
  }

  @Test func `the committee sees counts and its own meetings, and no single case`() async throws {
    let web = try Oppfølgingslager.app(.kvalitetsutvalg)
    let register = try web.register
    let cases = Set(register.avvik.compactMap(\.sak))
    #expect(!cases.isEmpty)
    for path in [
      "/kvalitet", "/kvalitet/punkter", "/kvalitet/oppsummering", "/kvalitet/oppsummering.csv",
      "/kvalitet/oppsummering.json",
    ] {
      let page = await web.get("\(path)?\(Self.periode)")
      #expect(page.status == 200, "\(path)")
      for sak in cases { #expect(!page.tekst.contains(sak), "\(path) names a case") }
      #expect(!page.tekst.contains("AV-2014"), "\(path) names an avvik")
    }
    for meeting in register.møter {
      #expect(await web.get(meeting.sti).status == (meeting.slag == .kvalitetsutvalg ? 200 : 404))
    }
    let first = try #require(register.avvik.first)
    #expect(await web.get(first.sti).status == 403)
  }

  @Test(arguments: [Rolle.kvalitetsutvalg, .kvalitetsgruppe, .teamleder, .avdelingssjef, .revisor])
  func `the first page leads to no meeting that the role cannot open`(_ role: Rolle) async throws {
    let web = try Oppfølgingslager.app(role)
    let meetings = try web.register.møter
    #expect(meetings.contains { $0.slag == .kvalitetsgruppe }, "a meeting that not everybody may open")
    let links = Lesbarside(await web.get("/").tekst).lenker
    for link in links where link.hasPrefix("/kvalitet") {
      #expect(await web.get(link).status == 200, "\(link)")
    }
    let leadsToGroup = links.contains { $0.hasPrefix("/kvalitet/mote/KG-") }
    // The others have later things on their short list of what was done.
    if role == .avdelingssjef { #expect(leadsToGroup) }
    if role == .kvalitetsutvalg { #expect(!leadsToGroup) }
  }

  @Test func `a leader of another service sees none of it, and an auditor writes nothing`() async throws {
    let web = try Oppfølgingslager.app(.tjenesteleder)
    for path in ["/kvalitet", "/kvalitet/oppsummering.csv", "/avvik", "/tiltak"] {
      #expect(await web.get(path).status == 403, "\(path)")
    }
    web.bli(.revisor)
    let open = try #require(try web.register.møter.first)
    #expect(await web.get("/kvalitet").status == 200)
    #expect(await web.get(open.sti).status == 200)
    for path in ["/notat", "/vedtak", "/send", "/godkjenn", "/sak/1/notat"] {
      #expect(await web.post(open.sti + path, []).status == 403, "\(path)")
    }
  }

  @Test func `a leader of one team gets that team's summary, and none that may leave`() async throws {
    let web = try Oppfølgingslager.app(.teamleder, team: ["fosterhjem-1"])
    let other = Set(try web.register.avvik.filter { $0.team == "fosterhjem-2" }.map(\.nummer))
    for path in ["/kvalitet", "/kvalitet/oppsummering", "/kvalitet/oppsummering.csv"] {
      let page = await web.get("\(path)?\(Self.periode)&team=fosterhjem-2")
      #expect(page.status == 200)
      for number in other { #expect(!page.tekst.contains(number), "\(path)") }
    }
    #expect(await web.get("/kvalitet/oppsummering?\(Self.periode)&utgave=utenfor").status == 403)
  }

  @Test func `every figure says what it shows, and has its numbers as a table`() async throws {
    let page = try await Oppfølgingslager.app(.kvalitetsgruppe).get("/kvalitet/punkter?\(Self.periode)").tekst
    let figures = page.matches(of: /<svg/).count
    #expect(figures > 5)
    #expect(page.matches(of: #/<desc /#).count == figures && page.matches(of: /<summary>/).count == figures)
    let ids = page.matches(of: #/ id="([^"]*)"/#).map { String($0.1) }
    #expect(Set(ids).count == ids.count, "every id is there once")
    #expect(page.contains("ikke hvor god tjenesten er"))
  }
}
