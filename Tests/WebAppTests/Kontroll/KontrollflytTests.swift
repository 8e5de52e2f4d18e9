import AuditStore
import Markup
import Quality
import RuleEngine
import Sampling
import Synchronization
import Testing
import Values

@testable import WebApp

@Suite("A month's control in the pages")
struct KontrollflytTests {
  private let start = "/kontroll/2014-09/fosterhjem-1"

  @Test("From the draw to the receipt, whose journal code is the journal's own")
  func whole() async throws {
    let web = try Prøveapp()
    try web.lastOppEksempler()
    let first = Lesbarside(await web.get(start).tekst)
    #expect(first.tittel == "Trekk to saker")
    let drawn = await web.post(start + "/trekk", first.skjulte)
    #expect(drawn.sted == start)
    let again = await web.post(start + "/trekk", [("_skjema", "annet")])
    #expect(again.status == 409, "one draw a month")

    let seen = try await web.svarPåAlt(start)
    #expect(seen.contains(Svar.bekymringsspørsmål))
    let review = Lesbarside(await web.get(start + "/se-over").tekst)
    let lock = try #require(review.lenke("Gå til låsing"))
    let unticked = await web.post(lock, Lesbarside(await web.get(lock).tekst).skjulte)
    #expect(unticked.status == 422)
    let locked = await web.post(lock, Lesbarside(unticked.tekst).skjulte + [("bekreft", "ja")])
    #expect(locked.sted == start + "/kvittering", "\(Lesbarside(locked.tekst).tekst)")
    let receipt = await web.get(start + "/kvittering")
    let code = try web.lager.journalkode().description
    #expect(receipt.tekst.contains("<p class=\"kode\" id=\"journalkode\">\(code)</p>"))

    let key = Kontrollnøkkel(enhet: "solvik", team: "fosterhjem-1", måned: try #require(Måned("2014-09")))
    let control = try Kontrollverb(web.lager, key, tid: "2014-10-03T12:00:00Z", salt: { [] }).kontroll()
    #expect(control.lås?.rolle == "teamleder")
    #expect(control.trukne.count == 2)
    for sak in control.saker {
      let page = await web.get("\(start)/sak/\(sak.sak)")
      for standing in control.stillinger(sak) {
        #expect(page.tekst.contains("id=\"\(standing.punkt.id)\""))
        let isFinding = standing.utfall == .avvik || standing.utfall == .merknad
        let sentence = isFinding ? standing.korttekst : standing.punkt.vurdering.setning
        #expect(Lesbarside(page.tekst).tekst.contains(Lesbarside(escaped(sentence)).tekst))
      }
    }
    #expect(await web.post(lock, [("bekreft", "ja")]).status == 409)
    try await correct(web, control)
  }

  /// The locked protocol stays to the byte; the correction is a supplement with its own code, found on the receipt.
  private func correct(_ web: Prøveapp, _ control: Kontroll) async throws {
    let signed = await web.get(start + "/protokoll")
    let form = Lesbarside(await web.get(start + "/rett").tekst)
    let sak = try #require(control.trukne.first)
    let answer = [("gjelder", "\(sak)/OB-ANTALL"), ("hva", "Det var fire besøk, ikke tre."), ("hvorfor", "")]
    let unanswered = await web.post(start + "/rett", form.skjulte + answer)
    #expect(unanswered.status == 422)
    #expect(Lesbarside(unanswered.tekst).tekst.contains("Hvorfor må fylles ut."))
    let saved = await web.post(
      start + "/rett", form.skjulte + answer.dropLast() + [("hvorfor", "Referatet lå i feil mappe.")])
    #expect(saved.sted == start + "/kvittering", "\(Lesbarside(saved.tekst).tekst)")
    let code = try web.lager.journalkode().description
    #expect(await web.get(start + "/kvittering").tekst.contains(code))
    let supplement = await web.get(start + "/tillegg/1")
    #expect(supplement.tekst.contains("Tillegg 1 til protokoll"))
    #expect(supplement.tekst.contains("Det var fire besøk, ikke tre."))
    #expect(supplement.tekst.contains(code) && supplement.tekst.contains(control.journalkode ?? "?"))
    #expect(await web.get(start + "/tillegg/2").status == 404)
    #expect(await web.get(start + "/protokoll").kropp == signed.kropp)
  }

  @Test("Two tabs with the same form: the second is told that somebody was first, and nothing is lost")
  func twoTabs() async throws {
    let web = try Prøveapp()
    try web.lastOppEksempler()
    _ = await web.post(start + "/trekk", [])
    let list = Lesbarside(await web.get(start).tekst)
    let path = try #require(list.lenker.first { $0.hasSuffix("/bekymring") })
    let (one, two) = (Lesbarside(await web.get(path).tekst), Lesbarside(await web.get(path).tekst))
    let saved = await web.post(path, one.skjulte + [("svar", "nei")])
    #expect(saved.status == 303)
    #expect(
      await web.post(path, one.skjulte + [("svar", "nei")]).sted == saved.sted, "a double click saves once")
    let second = await web.post(path, two.skjulte + [("svar", "ja"), ("grunn", "Se notat.")])
    #expect(second.status == 409)
    #expect(Lesbarside(second.tekst).tittel == "Noen andre var først")
    #expect(try web.lager.oppføringer(.svar).count == 1)
  }

  @Test(
    "With a log that cannot be written no case is shown, and what was saved all the same is not saved twice")
  func logIsFull() async throws {
    let web = try Prøveapp()
    try web.lastOppEksempler()
    _ = await web.post(start + "/trekk", [])
    let path = try #require(
      Lesbarside(await web.get(start).tekst).lenker.first { $0.hasSuffix("/bekymring") })
    let fields = Lesbarside(await web.get(path).tekst).skjulte + [("svar", "nei")]
    web.logg.erFull.withLock { $0 = true }
    #expect(await web.get(path).status == 500)
    #expect(await web.post(path, fields).status == 500)
    web.logg.erFull.withLock { $0 = false }
    #expect(await web.post(path, fields).status == 303)
    #expect(try web.lager.oppføringer(.svar).count == 1)
  }

  @Test("A reason with an identity number is refused at its field, and never repeated")
  func identity() async throws {
    let web = try Prøveapp()
    try web.lastOppEksempler()
    _ = await web.post(start + "/trekk", [])
    let path = try #require(
      Lesbarside(await web.get(start).tekst).lenker.first { $0.hasSuffix("/bekymring") })
    let refused = await web.post(
      path, [("svar", "ja"), ("grunn", "Gjelder 01017012343 og skolen.")])
    #expect(refused.status == 422)
    #expect(
      Lesbarside(refused.tekst).feil == [
        "Begrunnelsen ser ut til å inneholde et fødselsnummer. Fjern det før du lagrer."
      ])
    #expect(try web.lager.oppføringer(.svar).isEmpty)
  }

  @Test(
    "A reason that tells who somebody is, is refused with what to write instead",
    arguments: [
      ("Snakket med Ola.", "mor eller lærer"), ("Se Ola Nordmann.", "mor eller lærer"),
      ("Bor i Storgata 5.", "mor eller lærer"), ("Ring 22 33 44 55.", "et telefonnummer"),
      ("Skriv til ola@solvik.no.", "en e-postadresse"), ("Født 12.03.2010.", "alderen eller året"),
      ("Se 150305_10094.", "et fødselsnummer"),
    ])
  func reasons(_ text: String, _ said: String) async throws {
    let web = try Prøveapp()
    try web.lastOppEksempler()
    _ = await web.post(start + "/trekk", [])
    let path = try #require(
      Lesbarside(await web.get(start).tekst).lenker.first { $0.hasSuffix("/bekymring") })
    let refused = await web.post(path, [("svar", "ja"), ("grunn", text)])
    #expect(refused.status == 422)
    #expect(Lesbarside(refused.tekst).feil.contains { $0.contains(said) })
    #expect(try web.lager.oppføringer(.svar).isEmpty)
  }

  @Test("A team leader of another team finds nothing here")
  func otherTeam() async throws {
    let web = try Prøveapp(team: ["fosterhjem-2"])
    try web.lastOppEksempler()
    #expect(await web.get(start).status == 404)
    #expect(await web.post(start + "/trekk", []).status == 404)
    web.bli(.saksbehandler)
    #expect(await web.get(start).status == 403)
    #expect(try web.lager.oppføringer().isEmpty)
    #expect(
      try web.logg.les(slag: .nektet, bruker: nil, emne: nil, maks: 9).map(\.hva)
        == [start, start + "/trekk", start].map { $0.replacing("2014-09/fosterhjem-1", with: ":maned/:team") }
    )
    #expect(try web.logg.les(slag: .sett, bruker: nil, emne: nil, maks: 9).isEmpty)
  }
}
