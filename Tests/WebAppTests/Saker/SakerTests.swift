import Checklists
import Foundation
import Intake
import Testing
import Values

@testable import WebApp

@Suite("Getting cases in")
struct SakerTests {
  /// A register file with one foster child under each number.
  private func registerfil(_ numre: [String]) -> String {
    let cases = numre.enumerated().map { index, number in
      let id = { (kind: Int) in "00000000-0000-4000-8000-\(String(format: "%012d", kind * 100 + index))" }
      return """
        <Sak Id="\(id(1))" StartDato="2012-01-01" Journalnummer="\(number)">
        <Personalia Id="\(id(2))" StartDato="2012-01-01" Fodselsnummer="15850599999" Fodseldato="2005-05-15" \
        Kjonn="1"/><Tiltak Id="\(id(3))" StartDato="2012-02-01"><Lovhjemmel><Lov>BVL</Lov><Kapittel>4</Kapittel>\
        <Paragraf>12</Paragraf></Lovhjemmel><Kategori Kode="2.2"/><Tilsyn><Ansvarlig Id="\(id(4))" \
        StartDato="2012-02-01" Kommunenummer="9901"/><Hyppighet Id="\(id(5))" StartDato="2012-02-01" Kode="4"/>\
        </Tilsyn><Oppfolging><Hyppighet Id="\(id(6))" StartDato="2012-02-01" Kode="4"/><Utfort Id="\(id(7))" \
        UtfortDato="2014-03-12"/></Oppfolging></Tiltak></Sak>
        """
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <Barnevern Id="00000000-0000-4000-8000-000000000001" DatoUttrekk="2015-01-01T02:00:00+01:00">
      <Fagsystem Leverandor="Prøveverket" Navn="Prøve" Versjon="1.0"/>
      <Avgiver Organisasjonsnummer="999999999" Kommunenummer="9901" Kommunenavn="Solvik"/>
      \(cases.joined(separator: "\n"))
      </Barnevern>
      """
  }

  private let felt = [("team", "fosterhjem-1"), ("enhet", "solvik")]

  private func last(
    _ web: Prøveapp, _ felt: [(String, String)], _ navn: String, _ tekst: String
  ) async -> Nettsvar {
    await web.last("/saker", felt, filer: [("fil", navn, Array(tekst.utf8))])
  }

  @Test("A register file is reconciled, kept, and says what nobody knows; a number finds the case")
  func register() async throws {
    let web = try Prøveapp()
    let before = Lesbarside(await web.get("/saker").tekst)
    #expect(before.tittel == "Last opp saker")
    #expect(before.tekst.contains("Ingen uttrekk er lastet opp ennå."))
    let sent = await last(
      web, felt + [("forventet", "3")], "uttrekk.xml", registerfil(["2014/7", "2014/8"]))
    let page = Lesbarside(sent.tekst)
    #expect(sent.status == 200, "\(page.feil)")
    #expect(page.tittel == "Sakene er lastet opp")
    #expect(page.tekst.contains("To saker i fosterhjem-1 er lest inn."))
    #expect(page.tekst.contains("Barn i fosterhjem du ventet å finne 3 Se på dette"))
    #expect(page.tekst.contains("Drøftinger: ikke med i uttrekket (alle 2 sakene)."))
    #expect(page.tekst.contains("VD-DROFTING"))
    let kept = try #require(try web.app.oppsett.uttrekk.les(team: "fosterhjem-1"))
    #expect(kept.kilde == .register)
    #expect("\(kept.dag)" == "2014-12-31")
    #expect(try web.logg.les(slag: .gjort, bruker: nil, emne: "fosterhjem-1", maks: 9).count == 1)
    let again = await web.get("/saker")
    #expect(Lesbarside(again.tekst).tekst.contains("fosterhjem-1 31. desember 2014 Registerfil"))
    #expect(again.tekst.contains("value=\"fosterhjem-1\""))
    #expect(again.tekst.contains("value=\"solvik\""))

    let search = await web.post("/saker/finn", [("team", "fosterhjem-1"), ("journalnummer", "2014/7")])
    let sak = try #require(Sakssøk(nøkkel: web.app.oppsett.nøkkel ?? [], enhet: "solvik")).pseudonym(
      journalnummer: "2014/7")
    #expect(kept.saker.contains(sak))
    #expect(Lesbarside(search.tekst).tekst.contains("\(sak) Ikke trukket"))
    #expect(!search.tekst.contains("2014/7"))
    let several = await web.post(
      "/saker/finn", [("team", "fosterhjem-1"), ("journalnummer", "2014/9\r\n2014/8\r\n\r\n2014/7")])
    #expect(Lesbarside(several.tekst).tekst.contains("Ett av numrene er ikke i uttrekket."))
    #expect(Lesbarside(several.tekst).tekst.contains("4 \(sak) Ikke trukket"))
  }

  @Test(
    "What was done with a faulty upload: 422, the fault at its field, what was typed is kept, nothing is stored"
  )
  func faults() async throws {
    let day = [("uttrekksdag.dag", "30"), ("uttrekksdag.maned", "9"), ("uttrekksdag.ar", "2014")]
    let cases: [([(String, String)], String?, String)] = [
      (felt, nil, "Filer må velges. Velg minst én fil."), ([], "x", "Team må fylles ut."),
      (felt + [("forventet", "mange")], "{}", "Antall barn må være et tall, for eksempel 118."),
      ([("team", "fosterhjem-1")] + day, "sak;form\nS-1;", "Skriv hvilken enhet sakene hører til."),
      (
        felt, "sak;form\nS-1;",
        "Skriv hvilken dag tabellen er fullstendig til og med. Det står ikke i selve tabellen."
      ),
      (
        felt + [("uttrekksdag.dag", "31"), ("uttrekksdag.maned", "2"), ("uttrekksdag.ar", "2014")],
        "sak;form\nS-1;",
        "Fullstendig til og med må være en dag som finnes. Skriv dag, måned og år med tall."
      ),
      (felt, "<!DOCTYPE x><x/>", "fil.csv: Filen har en dokumenttype (DOCTYPE). Slike filer blir ikke lest."),
      (felt + day, Besøkstabell.mal, "Tabellen er tom. Fyll ut minst én rad."),
      (
        felt + day + [("saksnummer", "pseudonym"), ("helhet", "nei")], "sak;form\n31129956715;stedlig",
        "fil.csv, linje 2, kolonne 1: Sak ser ut til å være et fødselsnummer. Fjern det."
      ),
    ]
    for (fields, text, message) in cases {
      let web = try Prøveapp()
      let answer =
        if let text { await last(web, fields, "fil.csv", text) } else {
          await web.last("/saker", fields, filer: [])
        }
      let page = Lesbarside(answer.tekst)
      #expect(answer.status == 422, "\(message)")
      #expect(page.feil.contains(message), "\(page.feil)")
      #expect(page.tekst.contains("For å gå videre må du rette opp følgende feil"))
      #expect(answer.tekst.contains("<title>Feil: "))
      #expect(!answer.tekst.contains("31129956715"))
      if fields.contains(where: { $0.0 == "team" }) {
        #expect(answer.tekst.contains("value=\"fosterhjem-1\""))
      }
      #expect(try web.app.oppsett.uttrekk.les(team: "fosterhjem-1") == nil)
    }
  }

  @Test("The template is downloaded, filled in and read")
  func table() async throws {
    let web = try Prøveapp()
    let mal = await web.get("/saker/mal.csv")
    #expect(mal.kropp == Array(Besøkstabell.mal.utf8))
    #expect(mal.hoder.contains(.init("content-disposition", "attachment; filename=\"besokstabell.csv\"")))
    let rows =
      "S-1;omsorgssak;05.2004;01.03.2010;fosterhjem;ja;nei;egen kommune;nei;ja;besøk;"
      + "12.03.2014;stedlig;ja;ja;ja;nei;;"
    let form = Lesbarside(await web.get("/saker").tekst)
    let sent = await last(
      web,
      form.skjulte + felt + [
        ("uttrekksdag.dag", "31"), ("uttrekksdag.maned", "12"), ("uttrekksdag.ar", "2014"),
        ("saksnummer", "pseudonym"), ("helhet", "ja"), ("fra.dag", "1"), ("fra.maned", "3"),
        ("fra.ar", "2010"),
      ], "besok.csv", mal.tekst + rows)
    #expect(sent.status == 200, "\(Lesbarside(sent.tekst).feil)")
    #expect(Lesbarside(sent.tekst).tekst.contains("Rader i tabellen 1"))
    #expect(try web.app.oppsett.uttrekk.les(team: "fosterhjem-1")?.saker == ["S-1"])
  }

  @Test(
    "Every line is accounted for, and a refused one is no success",
    arguments: ["S-1\nS-2\n31129956715", "S-1\nOla Nordmann\nS-2", "sak;form\nS-1;\nOla Nordmann;\nS-2;"])
  func refused(_ text: String) async throws {
    let web = try Prøveapp()
    let fields =
      felt + [
        ("uttrekksdag.dag", "31"), ("uttrekksdag.maned", "12"), ("uttrekksdag.ar", "2014"),
        ("saksnummer", "pseudonym"), ("helhet", "nei"),
      ]
    let sent = await last(web, fields, "saker.csv", text)
    let page = Lesbarside(sent.tekst)
    #expect(page.tittel == "Noe ble ikke lastet opp")
    #expect(!sent.tekst.contains("varsel-gjort"))
    #expect(page.tekst.contains("Linjer som ikke kunne brukes 1 Se på dette"))
    #expect(page.tekst.contains("To saker i fosterhjem-1 er lest inn."))
    #expect(page.tekst.contains("Saker lest inn 2"))
    let given = text.contains(";") ? "Rader i tabellen 3" : "Linjer i lista 3"
    #expect(page.tekst.contains(given))
    #expect(!page.tekst.contains("Nordmann") && !page.tekst.contains("31129956715"))
  }

  @Test("Whether a table is complete is asked, never taken for granted", arguments: ["", "ja", "nei"])
  func whole(_ answer: String) async throws {
    let web = try Prøveapp()
    let shown = await web.get("/saker")
    #expect(shown.tekst.contains("name=\"helhet\" value=\"ja\">"))
    let fields =
      felt + [
        ("uttrekksdag.dag", "31"), ("uttrekksdag.maned", "12"), ("uttrekksdag.ar", "2014"),
        ("saksnummer", "pseudonym"), ("helhet", answer),
      ]
    let sent = await last(
      web, fields, "besok.csv", "sak;plassert_fra;besøksdato\nS-1;01.03.2010;12.03.2014")
    let page = Lesbarside(sent.tekst)
    if answer == "nei" {
      #expect(sent.status == 200, "\(page.feil)")
      let record = try #require(try web.app.oppsett.uttrekk.les(team: "fosterhjem-1")?.post(sak: "S-1"))
      #expect(String(decoding: record, as: UTF8.self).contains(#""ufullstendig":["oppfølgingsbesøk"]"#))
    } else {
      let lacks =
        answer == "ja"
        ? "Alt er med fra og med må fylles ut når tabellen har alt. Skriv den første dagen alt er med fra."
        : "Svar på om alle oppfølgingsbesøk er med i tabellen. Det står ikke i selve tabellen."
      #expect(sent.status == 422)
      #expect(page.feil == [lacks])
      #expect(sent.tekst.contains("<details open=\"\">"))
      #expect(sent.tekst.contains("value=\"31\""))
      #expect(try web.app.oppsett.uttrekk.les(team: "fosterhjem-1") == nil)
    }
  }

  @Test("From a list of numbers to two drawn cases, the form for each, and the rules")
  func list() async throws {
    let web = try Prøveapp()
    let list = Lesbarside(await web.get("/saker/liste").tekst)
    #expect(list.tittel == "Skriv inn en liste over saker")
    let fields =
      felt + [
        ("saksnummer", "journalnummer"), ("uttrekksdag.dag", "30"), ("uttrekksdag.maned", "9"),
        ("uttrekksdag.ar", "2014"),
      ]
    #expect(await web.post("/saker/liste", fields).status == 422)
    let sent = await web.post(
      "/saker/liste",
      list.skjulte + fields + [("saker", (1...9).map { "2014/\($0)" }.joined(separator: "\r\n"))])
    #expect(sent.status == 200, "\(Lesbarside(sent.tekst).feil)")
    let start = "/kontroll/2014-09/fosterhjem-1"
    #expect(await web.post(start + "/trekk", []).sted == start)
    let drawn = Lesbarside(await web.get(start).tekst)
    let forms = drawn.lenker.filter { $0.hasPrefix("/saker/skjema/") }
    #expect(forms.count == 2)
    for path in forms {
      let page = Lesbarside(await web.get(path).tekst)
      let empty = await web.post(
        path, page.skjulte + [("uttrekksdag", "30.09.2014")] + page.tekstfelt.map { ($0, "") })
      #expect(empty.status == 422)
      #expect(
        Lesbarside(empty.tekst).feil == [
          "Saken er ikke lagret, fordi ingenting er fylt ut. Skriv minst når plasseringen begynte."
        ])
      #expect(empty.tekst.contains("id=\"plassering.0.fra\""))
      let saved = await web.post(
        path,
        page.skjulte + [
          ("uttrekksdag", "30.09.2014"), ("opplysninger.sakstype", "omsorgssak"),
          ("plassering.0.fra", "1.3.2010"), ("plassering.0.type", "fosterhjem"), ("plassering.alle", "ja"),
          ("oppfølgingsbesøk.0.dato", "12.3.2014"), ("oppfølgingsbesøk.0.form", "stedlig"),
          ("oppfølgingsbesøk.0.faglig_vurdering", "ja"), ("opplysninger.søsken_bor_andre_steder", "ja"),
          ("samtale.0.dato", "13.3.2014"), ("samtale.0.form", "telefon"),
          ("tilsynskommune.0.dato", "1.3.2010"), ("tilsynskommune.0.ansvar", "annen"),
          ("godkjenning.0.dato", "1.2.2010"), ("foreldrekontakt.0.dato", "2.2.2014"),
          ("begjæring.0.dato", "3.2.2010"), ("omsorgsplan.0.dato", "4.2.2014"),
          ("omsorgsplan.0.type", "samværsplan"),
        ])
      #expect(saved.sted == start, "\(Lesbarside(saved.tekst).feil)")
      let sak = String(path.split(separator: "/").last ?? "")
      let record = try web.app.oppsett.uttrekk.les(team: "fosterhjem-1")?.post(sak: sak)
      let told = String(decoding: record ?? [], as: UTF8.self)
      for event in [
        "\"søsken_bor_andre_steder\":true", "\"faglig_vurdering\":true", "\"form\":\"telefon\"",
        "\"tilsynskommune\":[{\"ansvar\":\"annen\",\"dato\":\"2010-03-01\"}]",
        "\"godkjenning\":[{\"dato\":\"2010-02-01\"}]", "\"foreldrekontakt\":[{\"dato\":\"2014-02-02\"}]",
        "\"begjæring\":[{\"dato\":\"2010-02-03\"}]", "\"type\":\"samværsplan\"",
      ] { #expect(told.contains(event), "\(event)") }
    }
    #expect(try web.logg.les(slag: .sett, bruker: nil, emne: nil, maks: 99).contains { $0.hva == forms[0] })
    let ready = Lesbarside(await web.get(start).tekst)
    #expect(ready.handling == start + "/kjor")
    #expect(await web.post(start + "/kjor", []).sted == start)
    let finished = Lesbarside(await web.get(start).tekst)
    #expect(finished.lenker.contains { $0.contains("/sak/") })
  }

  @Test("Rows are added without script, and nothing that was typed is lost")
  func rows() async throws {
    let web = try Prøveapp()
    try web.lastOppEksempler(3)
    let path = "/saker/skjema/fosterhjem-1/S-0001"
    let page = Lesbarside(await web.get(path).tekst)
    #expect(page.tekstfelt.contains("oppfølgingsbesøk.9.dato"))
    #expect(!page.tekstfelt.contains("oppfølgingsbesøk.10.dato"))
    let typed = [
      ("opplysninger.født", "07.2010"), ("samtale.0.dato", "3.3.2014"), ("legg_til", "oppfølgingsbesøk"),
    ]
    let more = await web.post(path, page.skjulte + typed)
    #expect(more.status == 200)
    let next = Lesbarside(more.tekst)
    #expect(next.tekstfelt.contains("oppfølgingsbesøk.10.dato"))
    #expect(next.feil == [])
    #expect(more.tekst.contains("value=\"3.3.2014\""))
    #expect(more.tekst.contains("value=\"07.2010\""))
  }

  @Test(
    "A faulty field is told of beside it, with what was typed; two who write at once do not undo each other")
  func saskform() async throws {
    let web = try Prøveapp()
    try web.lastOppEksempler(3)
    let path = "/saker/skjema/fosterhjem-1/S-0001"
    let form = Saksskjemautfylling(
      sak: "S-0001", i: try #require(try web.app.oppsett.uttrekk.les(team: "fosterhjem-1")),
      modell: web.app.oppsett.bibliotek.modell)
    let shown = Lesbarside(await web.get(path).tekst).skjulte.filter { !$0.0.hasSuffix(".rad") }
    let whole = form.verdier.map { ($0.key, $0.value) } + shown
    let wrong = await web.post(path, [("oppfølgingsbesøk.1.dato", "31.2.2014")] + whole)
    #expect(wrong.status == 422)
    #expect(
      Lesbarside(wrong.tekst).feil == [
        "Dato for oppfølgingsbesøk 2 må være en dato som finnes, for eksempel 12.03.2014."
      ])
    #expect(wrong.tekst.contains("value=\"31.2.2014\""))
    #expect(wrong.tekst.contains("href=\"#oppfølgingsbesøk.1.dato\""))
    let saved = await web.post(path, [("oppfølgingsbesøk.1.dato", "29.1.2013")] + whole)
    #expect(saved.status == 303)
    let record = try web.app.oppsett.uttrekk.les(team: "fosterhjem-1")?.post(sak: "S-0001")
    #expect(String(decoding: record ?? [], as: UTF8.self).contains("2013-01-29"))
    let late = await web.post(
      path, [("oppfølgingsbesøk.1.dato", "30.1.2013"), ("_skjema", "annet")] + whole)
    #expect(late.status == 409)
    #expect(try web.app.oppsett.uttrekk.les(team: "fosterhjem-1")?.post(sak: "S-0001") == record)
  }

  @Test("Nobody but those who lead controls brings cases in or sees them")
  func access() async throws {
    let web = try Prøveapp(team: ["fosterhjem-2"])
    try web.lastOppEksempler(3)
    let mine = "/saker/skjema/fosterhjem-1/S-0001"
    #expect(await web.get(mine).status == 404)
    #expect(await web.post(mine, []).status == 404)
    let finn = [("team", "fosterhjem-1"), ("journalnummer", "1")]
    #expect(await web.post("/saker/finn", finn).status == 404)
    let other = await last(web, felt, "a.xml", registerfil(["1"]))
    #expect(Lesbarside(other.tekst).feil == ["Team må være et av dine egne team."])
    #expect(try web.app.oppsett.uttrekk.les(team: "fosterhjem-1")?.kilde == .saksfil)
    for role in Rolle.allCases where !role.rettigheter.contains(.føreKontroll) {
      web.bli(role)
      #expect(await web.get("/saker").status == 403)
      #expect(await web.get("/saker/mal.csv").status == 403)
      #expect(await web.get(mine).status == 403)
      #expect(await web.post("/saker/liste", []).status == 403)
    }
    web.bli(.teamleder)
    #expect(await web.get("/saker/skjema/fosterhjem-1/S-9999").status == 404)
    #expect(await web.get("/saker/skjema/finnes-ikke/S-0001").status == 404)
  }
}
