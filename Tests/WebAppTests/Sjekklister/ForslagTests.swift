import AuditStore
import Checklists
import Foundation
import Quality
import Reports
import Testing
import Values

@testable import WebApp

/// Flow e: a checklist is read, a change is proposed, tried on stored cases, and approved by somebody else.
struct ForslagTests {
  private static let fra = "fosterhjem@2014-05-31"
  private static let punkt = "OB-ANTALL"

  private func utdrag(_ web: Prøveapp) throws -> Punktutdrag {
    let file = try #require(web.app.oppsett.filer.first { $0.sti == "fosterhjem/2014-05-31.yaml" })
    return try #require(Punktutdrag(Self.punkt, i: String(decoding: file.bytes, as: UTF8.self)))
  }

  private func skjema(_ yaml: String, _ more: [(String, String)] = []) -> [(String, String)] {
    [
      ("fra", Self.fra), ("punkt", Self.punkt), ("yaml", yaml), ("begrunnelse", "Kravet er for svakt."),
      ("gjelder.dag", "1"), ("gjelder.maned", "12"), ("gjelder.ar", "2014"),
    ] + more
  }

  /// A stricter rule, so that the new version finds more.
  private func strengere(_ web: Prøveapp) throws -> String {
    try utdrag(web).tekst.replacing(
      "krav: besøksdager er minst besøkskrav", with: "krav: besøksdager er minst 9")
  }

  private let godkjenning = [
    ("gjelder.dag", "1"), ("gjelder.maned", "12"), ("gjelder.ar", "2014"), ("bekreft", "ja"),
  ]

  @Test func `a version is read point by point, with law and procedure one click away`() async throws {
    let web = try Spiltlager.app(.saksbehandler)
    let page = await web.get("/sjekklister/fosterhjem@2014-05-31").tekst
    let list = try #require(web.app.oppsett.bibliotek.sjekkliste("fosterhjem", versjon: "2014-05-31"))
    for point in list.punkter {
      #expect(page.contains("id=\"\(point.id)\""))
      for id in point.hjemmel { #expect(page.contains("/gjeldende/hjemler#\(id)\"")) }
    }
    #expect(page.contains("besøksdager er minst besøkskrav"))
    #expect(!page.contains("{"))
    #expect(Sidekrav.brudd(page) == [])
    #expect(await web.get("/sjekklister/fosterhjem@1999-01-01").status == 404)
  }

  @Test func `a faulty draft is told at its line, and nothing is saved`() async throws {
    let web = try Spiltlager.app(.teamleder)
    let text = try utdrag(web).tekst.replacing("er minst besøkskrav", with: "er mnst besøkskrav")
    let line = try #require(text.split(separator: "\n").firstIndex { $0.hasPrefix("krav:") }) + 1
    let answer = await web.post("/sjekklister/forslag/ny", skjema(text))
    #expect(answer.status == 422)
    #expect(answer.tekst.contains("<strong>Linje \(line)</strong>"))
    #expect(answer.tekst.contains("Programmet forstår ikke det som står på linje \(line)."))
    #expect(answer.tekst.contains("utkast:\(line):"))
    #expect(answer.tekst.contains("er mnst besøkskrav"))
    #expect(Sidekrav.brudd(answer.tekst) == [])
    #expect(try Sjekklisteforslag.alle(web.lager).isEmpty)
  }

  @Test(arguments: [true, false])
  func `a text that nobody changed is not blamed`(onlyTried: Bool) async throws {
    let web = try Spiltlager.app(.teamleder)
    let form = skjema(try utdrag(web).tekst + "\n", onlyTried ? [("bareKontroll", "ja")] : [])
    let answer = await web.post("/sjekklister/forslag/ny", form)
    #expect(answer.status == 422)
    #expect(answer.tekst.contains("Teksten er ikke endret."))
    #expect(!answer.tekst.contains("kan ikke brukes"))
    #expect(try Sjekklisteforslag.alle(web.lager).isEmpty)
  }

  @Test(arguments: ["2014-10-03", "2013-02-10"])
  func `the day that is suggested is after today and after the version's first day`(day: String) async throws
  {
    let web = try Spiltlager.app(.teamleder, dag: day)
    let page = await web.get("/sjekklister/forslag/ny?fra=\(Self.fra)&punkt=\(Self.punkt)").tekst
    let month = try #require(page.firstMatch(of: /<input[^>]*name="gjelder.maned"[^>]*>/)).0
    #expect(month.contains("value=\"\(day == "2014-10-03" ? 11 : 6)\""))
    let year = try #require(page.firstMatch(of: /<input[^>]*name="gjelder.ar"[^>]*>/)).0
    #expect(year.contains("value=\"2014\""))
    let early = skjema(try strengere(web)).filter { $0.0 != "gjelder.ar" } + [("gjelder.ar", "2013")]
    let answer = await web.post("/sjekklister/forslag/ny", early)
    #expect(answer.tekst.contains(day == "2014-10-03" ? "en dag som kommer" : "være etter 31. mai 2014"))
  }

  @Test func `an open proposal stands on the group's agenda until it is decided`() async throws {
    let web = try Spiltlager.app(.kvalitetsgruppe, id: "u1")
    let line = "Forslag F-2014-001 til endring av \(Self.fra) er foreslått tatt i bruk 1. desember 2014"
    #expect(!(await web.get("/kvalitet").tekst.contains(line)))
    let path = try #require(await web.post("/sjekklister/forslag/ny", skjema(try strengere(web))).sted)
    #expect(await web.get("/kvalitet").tekst.contains(line))
    #expect(await web.post(path + "/forkast", [("grunn", "Vi venter.")]).sted == path)
    #expect(!(await web.get("/kvalitet").tekst.contains(line)))
  }

  @Test func `a fault outside the point is told apart, with the way to the whole file`() async throws {
    let web = try Spiltlager.app(.teamleder)
    let text = try utdrag(web).tekst.replacing("id: \(Self.punkt)", with: "id: OB-REDUKSJON")
    let answer = await web.post("/sjekklister/forslag/ny", skjema(text))
    #expect(answer.status == 422)
    #expect(answer.tekst.contains("Feil utenfor punktet"))
    #expect(answer.tekst.contains("?fra=fosterhjem%402014-05-31\">Endre hele sjekklisten</a>"))
    #expect(!answer.tekst.contains("Feil i teksten"))
    #expect(Sidekrav.brudd(answer.tekst) == [])
  }

  @Test(arguments: [
    ("gjelder.ar", "2013", "må være en dag som kommer"), ("gjelder.dag", "x", "Gjelder fra må være en dag"),
    ("begrunnelse", "", "Begrunnelse må fylles ut"), ("yaml", " ", "Teksten må fylles ut"),
    ("begrunnelse", "Sak S-0042 ble feil.", "ligner et saksnummer"),
    ("yaml", "id: OB-ANTALL\nspørsmål: Ring 22 33 44 55", "kan ikke brukes ennå"),
  ])
  func `what is missing or wrong is told at its field`(field: String, value: String, message: String)
    async throws
  {
    let web = try Spiltlager.app(.teamleder)
    let form = skjema(try strengere(web)).filter { $0.0 != field } + [(field, value)]
    let answer = await web.post("/sjekklister/forslag/ny", form)
    #expect(answer.status == 422)
    #expect(answer.tekst.contains(message))
    #expect(Sidekrav.brudd(answer.tekst) == [])
    #expect(try Sjekklisteforslag.alle(web.lager).isEmpty)
  }

  @Test
  func `a proposal is tried, approved by another, frozen to the byte, and changes nothing that was found`()
    async throws
  {
    let web = try Spiltlager.app(.kvalitetsgruppe, id: "u1")
    web.bli(.revisor, id: "u9")
    let protocol_ = await web.get("/protokoller/2014-01/fosterhjem-1")
    let printed = try web.lager.journalkode()

    web.bli(.kvalitetsgruppe, id: "u1")
    let saved = await web.post("/sjekklister/forslag/ny", skjema(try strengere(web)))
    #expect(saved.sted == "/sjekklister/forslag/F-2014-001")
    let path = try #require(saved.sted)
    let shown = await web.get(path).tekst
    #expect(shown.contains("OB-ANTALL: endret"))
    #expect(shown.contains("Eksempler som ikke stemmer"))
    #expect(Sidekrav.brudd(shown) == [])
    try await prøvekjøringen(web, path)

    // The same role, and the same person in another role, do not approve.
    let proposal = try #require(try Sjekklisteforslag.alle(web.lager).first)
    let form = godkjenning + [("sha256", proposal.tekst.hash)]
    web.bli(.kvalitetsgruppe, id: "u2")
    #expect(await web.post(path + "/godkjenn", form).status == 409)
    web.bli(.kvalitetsutvalg, id: "u1")
    #expect(await web.post(path + "/godkjenn", form).tekst.contains("En annen må godkjenne det."))
    web.bli(.teamleder, id: "u3")
    #expect(await web.post(path + "/godkjenn", form).status == 403)
    web.bli(.kvalitetsutvalg, id: "u2")
    #expect(await web.post(path + "/godkjenn", form.filter { $0.0 != "bekreft" }).status == 422)
    #expect(await web.post(path + "/godkjenn", godkjenning + [("sha256", "0")]).status == 409)
    #expect(await web.post(path + "/godkjenn", form).sted == path)

    let decided = try #require(try Sjekklisteforslag.alle(web.lager).first)
    #expect(decided.avgjort?.erGodkjent == true)
    let file = await web.get(path + "/fil")
    #expect(Sjekklistebibliotek.Fil(sti: "", bytes: file.kropp).hash == decided.tekst.hash)
    #expect(await web.get(path).tekst.contains("Checklists/fosterhjem/2014-12-01.yaml"))
    #expect(printed.sammenlign(med: try web.lager.merkletre()) == .samme(nyere: 2))
    web.bli(.revisor, id: "u9")
    #expect(await web.get("/protokoller/2014-01/fosterhjem-1").kropp == protocol_.kropp)
    #expect(try web.lager.verifiser(kode: printed).holder)
    #expect(try Registerkontroll(web.lager).brudd.isEmpty)
  }

  /// The table's numbers are those of the replay, run here over every stored control.
  private func prøvekjøringen(_ web: Prøveapp, _ path: String) async throws {
    let library = web.app.oppsett.bibliotek
    let old = try #require(library.sjekkliste("fosterhjem", versjon: "2014-05-31"))
    let draft = try #require(try Sjekklisteforslag.alle(web.lager).first)
    let new = try library.utkast("utkast", Array(draft.tekst.yaml.utf8))
    var expected = Gjenkjøring(fra: old, til: new)
    for control in try Lagredekontroller(web.lager).kontroller {
      _ = try control.gjenkjør(fra: old, til: new, library.modell, &expected)
    }
    #expect(expected.antallSaker == 8)
    #expect(expected.antall(.nytt) > 0)
    let page = await web.get(path + "/provekjor").tekst
    #expect(Sidekrav.brudd(page) == [])
    let categories: [Gjenkjøringskategori] = [.nytt, .bortfalt, .endret, .uendret, .kanIkkeBeregnes]
    for point in expected.punkter where !point.overganger.isEmpty {
      let row = try #require(page.components(separatedBy: "<tr>").first { $0.contains(">\(point.id): ") })
      let numbers = row.matches(of: /<td class="tall">([0-9]+)<\/td>/).compactMap { Int($0.1) }
      #expect(numbers == categories.map { point.antall($0) }, "\(point.id)")
    }
    let first = try #require(expected.punkter.first { $0.id == Self.punkt }?.saker(.nytt).first)
    // The group sees no cases of controls; the leader of the service does.
    #expect(!page.contains(first))
    web.bli(.barnevernleder, id: "u5")
    #expect(await web.get(path + "/provekjor").tekst.contains(">\(first)</a>"))
    web.bli(.kvalitetsgruppe, id: "u1")
  }

  @Test func `a proposal outlives a restart, and a change that somebody else made first is not written over`()
    async throws
  {
    let web = try Spiltlager.app(.teamleder, id: "u1")
    let path = try #require(await web.post("/sjekklister/forslag/ny", skjema(try strengere(web))).sted)
    try web.lager.close()
    let again = try Prøveapp(
      lager: Revisjonslager.open(sti: web.mappe.appending(path: "prove.sqlite").path), web.mappe, .teamleder,
      id: "u1", dag: "2014-10-03")
    #expect(await again.get(path).status == 200)
    let whole = try #require(try Sjekklisteforslag.alle(again.lager).first).tekst.yaml
    let form = [("yaml", whole), ("begrunnelse", "Endret ordlyd."), ("sett", "1")]
    #expect(await again.post(path + "/endre", form).sted == path)
    #expect(await again.post(path + "/endre", form).status == 409)
    #expect(try Sjekklisteforslag.alle(again.lager).first?.tekster.count == 2)
    #expect(await again.post(path + "/forkast", [("grunn", "")]).status == 422)
    #expect(await again.post(path + "/forkast", [("grunn", "Vi venter.")]).sted == path)
    #expect(await again.get(path + "/endre").status == 409)
  }

  @Test func `a point that is lifted out and put back leaves every other byte as it was`() throws {
    let library = try Prøveapp.bibliotek.get()
    let files = try Prøveapp.filer.get()
    for list in library.sjekklister {
      let yaml = String(decoding: try #require(files.first { $0.sti == list.sti }).bytes, as: UTF8.self)
      for point in list.punkter {
        let part = try #require(Punktutdrag(point.id, i: yaml), "\(list.id) \(point.id)")
        #expect(part.fil(part.tekst, fra: list.gjelder.fra) == yaml, "\(list.id) \(point.id)")
      }
    }
  }

  @Test(arguments: [
    "/sjekklister", "/sjekklister/forslag/ny", "/sjekklister/forslag/ny?fra=fosterhjem@2014-05-31",
  ])
  func `the pages are whole, also on an empty store`(path: String) async throws {
    for web in [try Spiltlager.app(.teamleder), try Prøveapp(.teamleder)] {
      let page = await web.get(path)
      #expect(page.status == 200)
      #expect(Sidekrav.brudd(page.tekst) == [])
    }
    #expect(await (try Prøveapp(.teamleder)).get("/sjekklister/forslag/F-2014-001").status == 404)
  }
}
