import AuditStore
import Checklists
import Quality
import Sampling
import Testing
import Values

@testable import WebApp

@Suite("The avvik of a team, from finding to closing")
struct AvvikssideTests {
  /// What a control found and is not closed.
  private func funn(_ web: Prøveapp, team: String = "fosterhjem-1") throws -> Avvik {
    try #require(
      try web.register.avvik.last { $0.erKontrollfunn && $0.erÅpent && $0.team == team },
      "the play has such an avvik")
  }

  @Test func `the list shows the open ones of the own team, and others when asked`() async throws {
    let web = try Oppfølgingslager.app(.teamleder, team: ["fosterhjem-1"])
    let register = try web.register
    let page = await web.get("/avvik")
    #expect(page.status == 200)
    let open = register.avvik.filter { $0.erÅpent && $0.team == "fosterhjem-1" }
    #expect(!open.isEmpty)
    for avvik in register.avvik {
      let shown = page.tekst.contains(">\(avvik.nummer)<")
      #expect(shown == (avvik.erÅpent && avvik.team == "fosterhjem-1"), "\(avvik.nummer)")
    }
    let late = await web.get("/avvik?tilstand=alle&frist=passert&alvorlighet=\(Prosentkode.skriv("høy"))")
    let day = web.klokke.nå.dato
    for avvik in register.avvik where avvik.team == "fosterhjem-1" {
      #expect(
        late.tekst.contains(">\(avvik.nummer)<") == (avvik.erForfalt(day) && avvik.alvorlighet == .høy))
    }
  }

  @Test func `another team's avvik is not there`() async throws {
    let web = try Oppfølgingslager.app(.teamleder, team: ["fosterhjem-1"])
    let other = try #require(try web.register.avvik.last { $0.team == "fosterhjem-2" })
    for place in ["", "/vurder", "/svar", "/lukk"] {
      #expect(await web.get(other.sti + place).status == 404)
      #expect(await web.post(other.sti + place, []).status != 303)
    }
    #expect(await web.get("/tiltak/ny?avvik=\(other.nummer)").status == 404)
    #expect(await web.get("/avvik/AV-1999-001").status == 404)
  }

  @Test func `an auditor reads and is offered nothing to do`() async throws {
    let web = try Oppfølgingslager.app(.revisor)
    let avvik = try funn(web)
    let page = await web.get(avvik.sti)
    #expect(page.status == 200 && !page.ord.contains("Dette kan gjøres nå"))
    for (path, fields) in [(avvik.sti + "/vurder", []), ("/tiltak/ny", []), ("/avvik/meld", [])]
      as [(String, [(String, String)])]
    {
      #expect(await web.get(path).status == 403)
      #expect(await web.post(path, fields).status == 403)
    }
  }

  @Test func `the page says what was found, of which days, by which law, and offers only what may be done`()
    async throws
  {
    let web = try Oppfølgingslager.app(.teamleder, team: ["fosterhjem-1"])
    let avvik = try funn(web)
    guard case .kontroll(let found) = avvik.opphav else { return }
    let page = await web.get(avvik.sti).ord
    let judged = try #require(found.bedømt)
    let texts = [
      avvik.tekst(.setning), found.sak, found.punkt, found.hjemler.first, "Gjelder tiden", judged.til.bokmål,
      "Endre vurderingen", "Skriv svar",
    ]
    for text in texts.compactMap({ $0 }) { #expect(page.contains(text), "\(text)") }
    #expect(!page.contains("Avvis meldingen"), "a finding is a fact")
    #expect(await web.get(avvik.sti + "/avvis").status == 409)

    let new = try await web.meldAvvik()
    web.bli(.teamleder, team: ["fosterhjem-1"])
    let fresh = await web.get(new.sti).ord
    #expect(fresh.contains("Vurder avviket") && fresh.contains("Skriv svar"))
    for words in ["Lag tiltak", "Lukk avviket", "Avvis meldingen", "Gjenåpne"] {
      #expect(!fresh.contains(words))
    }
    for place in ["/lukk", "/avvis", "/gjenapne"] { #expect(await web.get(new.sti + place).status == 409) }
  }

  @Test func `assessing proposes the owner and a date, and refuses a date that has been`() async throws {
    let web = try Oppfølgingslager.app(.teamleder, team: ["fosterhjem-1"])
    let avvik = try await web.meldAvvik()
    web.bli(.teamleder, team: ["fosterhjem-1"])
    let page = await web.get(avvik.sti + "/vurder").tekst
    #expect(
      page.contains("value=\"barnevernleder\" selected") || page.contains("value=\"avdelingssjef\" selected"))
    let form = [("alvorlighet", "middels"), ("arsak", "kapasitet"), ("ansvarlig", "teamleder")]
    let refused = try await web.send(avvik.sti + "/vurder", form + dato("frist", "2014-05-01"))
    #expect(refused.status == 422 && refused.ord.contains("Frist må være 15. mai 2014 eller senere."))
    let strange = try await web.send(
      avvik.sti + "/vurder", [("alvorlighet", "middels"), ("arsak", "kapasitet"), ("ansvarlig", "Kari")])
    #expect(strange.status == 422)
  }

  @Test func `a form that was shown before somebody else acted saves nothing`() async throws {
    let web = try Oppfølgingslager.app(.teamleder, team: ["fosterhjem-1"])
    let avvik = try await web.meldAvvik()
    web.bli(.teamleder, team: ["fosterhjem-1"])
    let hidden = await web.get(avvik.sti + "/svar").skjulte(avvik.sti + "/svar")
    _ = try await web.send(avvik.sti + "/svar", [("svar", "Besøket er gjort, men ikke ført.")])
    let late = await web.post(avvik.sti + "/svar", hidden + [("svar", "Noe annet.")])
    #expect(late.status == 409 && late.ord.contains("Noen andre var først"))
    #expect(try web.register.avvik(avvik.nummer)?.hendelser.count == avvik.hendelser.count + 1)
  }

  @Test func `from finding to closing, each step by the one who may`() async throws {
    let web = try Oppfølgingslager.app(.teamleder, team: ["fosterhjem-1"], id: "t1")
    let avvik = try await web.meldAvvik()
    web.bli(.teamleder, team: ["fosterhjem-1"], id: "t1")
    let measure = try await tiltak(web, mot: avvik)
    #expect(try web.register.avvik(avvik.nummer)?.tilstand == .tilEvaluering)

    // The one who carried it out neither evaluates nor closes, in this role or in another.
    let own = await web.get(measure)
    #expect(own.ord.contains("Du kan ikke bekrefte et tiltak du selv har utført."))
    #expect(!own.ord.contains("Evaluer tiltaket"))
    #expect(await web.get(measure + "/evaluer").status == 409)
    web.bli(.barnevernleder, id: "t1")
    let again = await web.get(measure + "/evaluer")
    #expect(again.status == 409 && again.ord.contains("Du kan ikke bekrefte et tiltak du selv har utført."))

    web.bli(.barnevernleder, id: "b1")
    #expect(await web.get(avvik.sti).ord.contains("Tiltakene må evalueres før avviket kan lukkes"))
    let page = await web.get(measure + "/evaluer").ord
    for words in ["Virket", "Virket ikke", "For tidlig å si", "Dette viser kontrollene"] {
      #expect(page.contains(words), "\(words)")
    }
    let judged = try await web.send(
      measure + "/evaluer", [("resultat", "virket_ikke"), ("begrunnelse", "Ingen endring i to saker.")])
    #expect(judged.sted == measure)

    let close = [("bevis", "stikkprove"), ("referanse", "MK-2014-04, to saker")]
    let without = try await web.send(avvik.sti + "/lukk", close)
    #expect(
      without.status == 422 && without.ord.contains("Hvorfor det lukkes uten vist effekt må fylles ut."))
    #expect(without.tekst.contains("MK-2014-04, to saker"), "what was typed is kept")
    #expect(try web.register.avvik(avvik.nummer)?.tilstand == .tilEvaluering)
    let closed = try await web.send(
      avvik.sti + "/lukk", close + [("uten_effekt", "Fosterhjemmet er avsluttet.")])
    #expect(closed.sted == avvik.sti)
    let shown = await web.get(avvik.sti).ord
    #expect(shown.contains("Lukket (ny stikkprøve: MK-2014-04, to saker), uten vist effekt"))
    let acts = try web.logg.les(slag: .gjort, bruker: nil, emne: avvik.nummer, maks: 10).map(\.hva)
    #expect(acts == ["lukket", "vurdert", "meldt"])
  }

  /// Assesses an avvik, makes a measure against it and carries it out, as the one who is signed in. Gives its path.
  private func tiltak(_ web: Prøveapp, mot avvik: Avvik) async throws -> String {
    _ = try await web.send(
      avvik.sti + "/vurder",
      [("alvorlighet", "middels"), ("arsak", "kapasitet"), ("ansvarlig", "teamleder")]
        + dato("frist", "2014-07-01"))
    let made = try await web.send(
      "/tiltak/ny?avvik=\(avvik.nummer)", til: "/tiltak/ny",
      [
        ("tekst", "Besøk for hele året settes i kalenderen."), ("avvik", avvik.nummer),
        ("punkter", web.førstePunkt), ("ansvarlig", "teamleder"),
      ] + dato("iverksettes", "2014-05-15") + dato("evalueres", "2014-05-15"))
    let path = try #require(made.sted, "\(made.tekst)")
    let done = try await web.send(
      path + "/gjennomfort", [("referanse", "Referat fra teammøtet")] + dato("dag", "2014-05-15"))
    #expect(done.sted == path)
    return path
  }
}
