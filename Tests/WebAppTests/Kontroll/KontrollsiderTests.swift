import AuditStore
import Quality
import Reports
import RuleEngine
import Sampling
import Testing
import Values

@testable import WebApp

@Suite("The pages around a control")
struct KontrollsiderTests {
  private let start = "/kontroll/2014-09/fosterhjem-1"

  @Test("Whoever leads controls is told where to begin, step by step")
  func beginning() async throws {
    let web = try Prøveapp()
    #expect(Lesbarside(await web.get("/").tekst).lenke("Last opp opplysninger") == "/saker")
    #expect(await web.get("/kontroll/start").sted == "/saker")
    try web.lastOppEksempler(4)
    let first = Lesbarside(await web.get("/").tekst)
    #expect(first.lenke("Start månedskontrollen for desember 2014") == "/kontroll/2014-12/fosterhjem-1")
    #expect(Lesbarside(await web.get("/kontroll/start").tekst).valg.map(\.verdier) == [["fosterhjem-1"]])
    let chosen = await web.get("/kontroll/start?team=fosterhjem-1&maned=2014-09")
    #expect(chosen.sted == start)
    _ = await web.post(start + "/trekk", [])
    let going = Lesbarside(await web.get("/").tekst)
    #expect(going.lenke("Fortsett månedskontrollen for september 2014, fosterhjem-1") == start)
  }

  @Test("A swapped case is replaced by the next on the list, and the rules run on it")
  func swap() async throws {
    let web = try Prøveapp()
    try web.lastOppEksempler()
    _ = await web.post(start + "/trekk", [])
    let key = Kontrollnøkkel(enhet: "solvik", team: "fosterhjem-1", måned: try #require(Måned("2014-09")))
    let before = try Kontrollverb(web.lager, key, tid: "2015-01-05T12:00:00Z", salt: { [] }).kontroll()
    let (out, next) = (before.trukne[0], try #require(before.ledigReserve.first))
    let page = "\(start)/bytt/\(out)"
    #expect(Lesbarside(await web.get(page).tekst).tekst.contains("Neste sak på reservelisten er \(next)."))
    #expect(await web.post(page, [("grunn", "annet")]).status == 422)
    #expect(
      await web.post(page, [("grunn", "inhabil")]).status == 422,
      "inhabil changes the controller, not the case")
    let losing = await web.post(page, [("grunn", "avsluttet")])
    #expect(losing.status == 422, "what is lost must be understood first")
    let findings = before.stillinger.count {
      $0.sak == out && ($0.utfall == .avvik || $0.utfall == .merknad)
    }
    for words in [
      "Saken har 0 svar og \(findings) funn i denne kontrollen", "Svarene i saken faller bort.",
      "Inhabilitet er ingen grunn til å bytte sak.",
    ] {
      #expect(losing.ord.contains(words), "\(words)")
    }
    let named = [("grunn", "annet"), ("hvorfor", "Snakket med Ola."), ("forstar", "ja")]
    #expect(await web.post(page, named).ord.contains("Jeg har sett over teksten"))
    #expect(await web.post(page, [("grunn", "avsluttet"), ("forstar", "ja")]).sted == start)
    let drawn = Lesbarside(await web.get(start).tekst)
    #expect(drawn.tittel == "Sakene er trukket")
    #expect(await web.post(try #require(drawn.handling), drawn.skjulte).sted == start)
    #expect(Lesbarside(await web.get(start).tekst).tittel == "Månedskontroll september 2014")
    #expect(await web.get("\(start)/sak/\(next)").status == 200)
    #expect(await web.get("\(start)/sak/\(out)").status == 404)
  }

  @Test("A disagreement with the rule is kept with its reason, and the finding stands")
  func disagree() async throws {
    let web = try Prøveapp()
    try web.lastOppEksempler()
    _ = await web.post(start + "/trekk", [])
    let key = Kontrollnøkkel(enhet: "solvik", team: "fosterhjem-1", måned: try #require(Måned("2014-09")))
    let verbs = Kontrollverb(web.lager, key, tid: "2015-01-05T12:00:00Z", salt: { [] })
    let found = try #require(try verbs.kontroll().stillinger.first(where: \.regelfunn))
    let page = "\(start)/sak/\(found.sak)/punkt/\(found.punkt.id)"
    #expect(await web.post(page, [("svar", "uenig")]).status == 422, "a reason is required")
    let form = Lesbarside(await web.get(page).tekst)
    let fields =
      form.skjulte + [
        ("svar", "uenig"), ("mangel", "ikke_registrert"), ("grunn", "Besøket står i et annet notat."),
      ]
    #expect(await web.post(page, fields).sted == "\(start)/sak/\(found.sak)#\(found.punkt.id)")
    let after = try #require(
      verbs.kontroll().stillinger.first { $0.sak == found.sak && $0.punkt.id == found.punkt.id })
    #expect(after.uenig)
    #expect(after.utfall == found.utfall)
    #expect(after.mangel == .ikkeRegistrert)
  }

  @Test(
    "What is not found in one document is still asked for in the others, and lapses when the rule can decide")
  func notFound() async throws {
    let web = try Prøveapp()
    try web.lastOppEksempler(138, bare: ["0121", "0135"])
    _ = await web.post(start + "/trekk", [])
    let key = Kontrollnøkkel(enhet: "solvik", team: "fosterhjem-1", måned: try #require(Måned("2014-09")))
    let verbs = Kontrollverb(
      web.lager, key, tid: "2015-01-05T12:00:00Z", salt: { Array(repeating: 1, count: 32) })
    let before = try verbs.kontroll()
    let asked = before.åpneOpplysninger("S-0121").flatMap(\.spørsmål)
    #expect(asked.count >= 2)
    let list = Lesbarside(await web.get(start).tekst)
    let path = try #require(list.lenker.first { $0.contains("S-0121/dokument/") })
    let page = Lesbarside(await web.get(path).tekst)
    let fields = page.skjulte + [("f0", "finner_ikke")]
    #expect(await web.post(path, fields).status == 422, "why it was not found is required")
    #expect(await web.post(path, fields + [("grunn", "Mappa er hos nemnda.")]).status == 303)
    let after = try verbs.kontroll()
    let left = after.åpneOpplysninger("S-0121").flatMap(\.spørsmål)
    #expect(left.count == asked.count - 1)
    #expect(after.stillinger.allSatisfy { $0.svar == nil }, "nobody has judged a point")
    #expect(Lesbarside(await web.get("\(start)/sak/S-0121").tekst).tekst.contains("Mappa er hos nemnda."))
    // Found after all: the answer is changed where it was given, and the rule decides.
    let list2 = Lesbarside(await web.get("\(start)/sak/S-0121/opplysninger").tekst)
    let change = try #require(list2.lenke("Endre"))
    let form = Lesbarside(await web.get(change).tekst)
    #expect(await web.post("\(start)/sak/S-0121/opplysning", form.skjulte + [("f0", "ingen")]).status == 303)
    let found = try verbs.kontroll()
    #expect(found.ikkeFunnet("S-0121").isEmpty)
    #expect(found.opplysninger("S-0121").count == 1)
    #expect(found.stillinger.allSatisfy { !$0.uenig })
  }

  @Test("The deadlines of all children are those that `due` lists")
  func deadlines() async throws {
    let web = try Prøveapp()
    try web.lastOppEksempler()
    let page = Lesbarside(await web.get("/frister").tekst)
    #expect(page.tittel == "Frister de neste 60 dagene")
    let rows = page.html.matches(of: /<th scope="row"[^>]*>/).count
    #expect(rows > 0)
    #expect(page.tekst.contains("14 saker i fosterhjem-1, ut fra det som var registrert 31. desember 2014."))
    web.bli(.teamleder, team: ["fosterhjem-2"])
    #expect(await web.get("/frister?team=fosterhjem-1").status == 404)
  }

  @Test(
    "The protocol is the one that the command line writes, and its own style sheet is let through by its hash"
  )
  func protocol_() async throws {
    let web = try Prøveapp()
    try web.lastOppEksempler()
    _ = await web.post(start + "/trekk", [])
    let key = Kontrollnøkkel(enhet: "solvik", team: "fosterhjem-1", måned: try #require(Måned("2014-09")))
    let control = try Kontrollverb(web.lager, key, tid: "2015-01-05T12:00:00Z", salt: { [] }).kontroll()
    let answer = await web.get(start + "/protokoll")
    #expect(answer.tekst == Protokoll(control).html)
    let policy = try #require(answer.hoder.first { $0.navn == "content-security-policy" }?.verdi)
    #expect(policy.contains("style-src 'self' 'sha256-"))
    #expect(!policy.contains("unsafe"))
  }
}
