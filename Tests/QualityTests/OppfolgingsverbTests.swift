import Checklists
import Foundation
import JSONText
import Sampling
import Testing
import Values

@testable import AuditStore
@testable import Quality

struct OppfølgingsverbTests {
  private func verb(_ lager: Revisjonslager, _ dato: String) throws -> Oppfølgingsverb {
    Oppfølgingsverb(
      lager, enhet: "solvik", tid: "\(dato)T12:00:00Z", dato: try #require(Dato(dato)),
      salt: { (0..<32).map { _ in UInt8.random(in: 0...255) } })
  }

  private func dag(_ text: String) throws -> Dato { try #require(Dato(text)) }

  /// A store in which the control of a month is locked; each drawn case has one avvik on OB-ANTALL.
  private func låst(_ test: Prøvelager, _ måned: String = "2014-09") throws -> Revisjonslager {
    let store = try test.åpne()
    let verb = try test.verb(måned, lager: store)
    try verb.kjør(
      Prøveteam.grunnlag(), frø: .oppgitt(Prøveteam.frø), rolle: "teamleder", vurdering: Prøveteam.vurder)
    try Prøveteam.svarPåAlt(verb)
    try verb.lås(dato: dag("2014-10-03"), rolle: "teamleder")
    return store
  }

  private func melding(_ sak: String? = nil) throws -> Ansattmelding {
    Ansattmelding(
      prosedyre: "barns-medvirkning", navn: "Barns medvirkning", valgt: true, skjedde: try dag("2014-08-20"),
      sak: sak)
  }

  private func vurdering(_ frist: String = "2014-11-30") throws -> Avviksvurdering {
    Avviksvurdering(
      alvorlighet: .høy, årsak: .rutineUkjent, mangel: .ikkeGjort, ansvarlig: "teamleder",
      frist: try dag(frist))
  }

  private func tiltak(_ avvik: [String], _ punkter: [String] = ["OB-ANTALL"]) throws -> Tiltaksinnhold {
    Tiltaksinnhold(
      tekst: "Besøk for hele året settes i kalenderen.", avvik: avvik, punkter: punkter,
      iverksettes: try dag("2014-11-01"), evalueres: try dag("2015-02-01"), ansvarlig: "barnevernleder")
  }

  @Test func `a locked control opens what it found, once, in the same transaction`() throws {
    let test = try Prøvelager()
    let store = try låst(test)
    let register = try Kvalitetsregister(store)
    #expect(register.avvik.map(\.nummer) == ["AV-2014-001", "AV-2014-002"])
    #expect(register.avvik.allSatisfy { $0.tilstand == .meldt && $0.punkt == "OB-ANTALL" })
    #expect(
      register.avvik.allSatisfy { $0.alvorlighet == .høy && $0.tekst(.setning) == "Setning om OB-ANTALL." })
    #expect(Set(register.avvik.compactMap(\.sak)).count == 2)
    #expect(try store.verifiser().holder)
  }

  @Test func `a report is assessed and answered, and every step and text is kept`() throws {
    let test = try Prøvelager()
    let store = try låst(test)
    let leder = try verb(store, "2014-10-10")
    let number = try leder.meld(
      melding(), team: "fosterhjem-1", hva: "Barnet fikk ikke tilbud om samtale.", rolle: "saksbehandler")
    #expect(number == "AV-2014-003")
    try leder.vurder(number, vurdering(), strakstiltak: "Samtale er avtalt.", rolle: "teamleder")
    try leder.svar(number, "Barnet var sykt den dagen.", rolle: "saksbehandler")
    let avvik = try #require(try Kvalitetsregister(store).avvik(number))
    #expect(avvik.hendelser.map(\.hendelse.navn) == ["meldt", "vurdert", "svar"])
    #expect(avvik.tekst(.beskrivelse) == "Barnet fikk ikke tilbud om samtale.")
    #expect(avvik.tekst(.strakstiltak) == "Samtale er avtalt." && avvik.tekst(.svar) != nil)
    #expect(avvik.tilstand == .underBehandling && avvik.frist != nil)
    #expect(try avvik.erForfalt(dag("2014-12-01")) && !avvik.erForfalt(dag("2014-11-30")))
  }

  @Test func `a measure is set against what is under treatment, and takes it all the way`() throws {
    let test = try Prøvelager()
    let store = try låst(test)
    let oktober = try verb(store, "2014-10-10")
    let first = "AV-2014-001", second = "AV-2014-002"
    #expect(throws: Oppfølgingsfeil.self, "not assessed yet") {
      try oktober.lagTiltak(tiltak([first]), rolle: "teamleder")
    }
    for number in [first, second] { try oktober.vurder(number, vurdering(), rolle: "teamleder") }
    let shared = try oktober.lagTiltak(tiltak([first, second]), rolle: "teamleder")
    let own = try oktober.lagTiltak(tiltak([second]), rolle: "teamleder")
    #expect([shared, own] == ["T-2014-001", "T-2014-002"])

    let november = try verb(store, "2014-11-05")
    try november.iverksett(shared, den: dag("2014-11-03"), referanse: "Referat 4", rolle: "teamleder")
    var register = try Kvalitetsregister(store)
    #expect(register.avvik(first)?.tilstand == .tilEvaluering)
    #expect(register.avvik(second)?.tilstand == .tiltakPågår, "its other measure is still to come")
    try november.iverksett(own, den: dag("2014-11-04"), referanse: "Referat 5", rolle: "saksbehandler")

    let februar = try verb(store, "2015-02-02")
    let evidence = Lukking(bevis: Lukkebevis(.stikkprøve, referanse: "MK-2015-01"))
    #expect(throws: Oppfølgingsfeil.uferdigeTiltak([shared])) {
      try februar.lukk(first, evidence, rolle: "barnevernleder")
    }
    #expect(throws: Oppfølgingsfeil.egetTiltak(shared)) {
      try februar.evaluer(shared, .virket, begrunnelse: "Lest.", rolle: " Teamleder")
    }
    try februar.evaluer(shared, .virket, begrunnelse: "Lest.", rolle: "barnevernleder")
    try februar.evaluer(
      own, .forTidlig, begrunnelse: "To kontroller.", nyEvaluering: dag("2015-06-01"), rolle: "barnevernleder"
    )
    #expect(throws: Oppfølgingsfeil.egetTiltak(shared)) {
      try februar.lukk(first, evidence, rolle: "teamleder")
    }
    try februar.lukk(first, evidence, rolle: "barnevernleder")
    #expect(throws: Oppfølgingsfeil.utenEffekt([own])) {
      try februar.lukk(second, evidence, rolle: "barnevernleder")
    }
    try februar.lukk(
      second, Lukking(bevis: evidence.bevis, utenEffekt: "Barnet har flyttet."), rolle: "barnevernleder")

    register = try Kvalitetsregister(store)
    #expect(register.avvik.allSatisfy { $0.tilstand == .lukket && $0.lukket == februar.dato })
    #expect(register.tiltak.map(\.resultat) == [.virket, .forTidlig])
    #expect(try register.tiltak(own)?.evalueres == dag("2015-06-01"))
    #expect(try store.verifiser().holder)
  }

  @Test func `what staff reported can be turned down, what a control found cannot`() throws {
    let test = try Prøvelager()
    let store = try låst(test)
    let leder = try verb(store, "2014-10-10")
    let number = try leder.meld(
      melding(), team: "fosterhjem-1", hva: "Meldt to ganger.", rolle: "saksbehandler")
    let evidence = Lukkebevis(.dokument, referanse: "D-7")
    try leder.vurder(number, vurdering(), rolle: "teamleder")
    try leder.avvis(number, evidence, begrunnelse: "Det samme er meldt før.", rolle: "teamleder")
    #expect(try Kvalitetsregister(store).avvik(number)?.tilstand == .lukket)
    try leder.vurder("AV-2014-001", vurdering(), rolle: "teamleder")
    #expect(throws: Oppfølgingsfeil.kontrollfunn("AV-2014-001")) {
      try leder.avvis("AV-2014-001", evidence, begrunnelse: "Nei.", rolle: "teamleder")
    }
  }

  @Test func `an act does not come before the one it follows, and dates are in order`() throws {
    let test = try Prøvelager()
    let store = try låst(test)
    let early = try verb(store, "2014-10-01")
    #expect(throws: Oppfølgingsfeil.førForrige(emne: "AV-2014-001", try dag("2014-10-03"))) {
      try early.vurder("AV-2014-001", vurdering(), rolle: "teamleder")
    }
    var content = try tiltak([])
    content.evalueres = try dag("2014-10-31")
    #expect(throws: Oppfølgingsfeil.datoer) { try early.lagTiltak(content, rolle: "teamleder") }
    #expect(throws: Oppfølgingsfeil.utenMål) { try early.lagTiltak(tiltak([], []), rolle: "teamleder") }
  }

  @Test(arguments: ["13046512345 ringte", "Ring 90123456", "skriv til a.b@solvik.no"])
  func `no text with an identifier is kept`(text: String) throws {
    let test = try Prøvelager()
    let store = try låst(test)
    let leder = try verb(store, "2014-10-10")
    let before = try store.journalkode()
    #expect(throws: Oppfølgingsfeil.self) {
      try leder.meld(melding(), team: "fosterhjem-1", hva: text, rolle: "saksbehandler")
    }
    #expect(throws: Oppfølgingsfeil.self) { try leder.svar("AV-2014-001", text, rolle: "saksbehandler") }
    #expect(throws: Oppfølgingsfeil.self) {
      try leder.vurder("AV-2014-001", vurdering(), strakstiltak: text, rolle: "teamleder")
    }
    #expect(try store.journalkode() == before)
  }

  @Test func `a text can be deleted when its time is over, and the state stays`() throws {
    let test = try Prøvelager()
    let store = try låst(test)
    let leder = try verb(store, "2014-10-10")
    try leder.svar("AV-2014-001", "Besøket er gjort.", rolle: "saksbehandler")
    let texts = try store.oppføringer(.tekst).map(\.n)
    try store.act(tid: "2019-10-10T12:00:00Z", salt: { Array(repeating: 1, count: 32) }) { room in
      try room.slett(texts, grunn: "fem år er gått", rolle: "arkivansvarlig")
    }
    let avvik = try #require(try Kvalitetsregister(store).avvik("AV-2014-001"))
    #expect(avvik.tekst(.svar) == nil && avvik.hendelser.map(\.hendelse.navn) == ["meldt", "svar"])
    #expect(try store.verifiser().holder)
  }

  @Test func `meetings note, decide and send on until their minutes are approved`() throws {
    let test = try Prøvelager()
    let store = try låst(test)
    let møte = try verb(store, "2014-11-12")
    let period = try #require(Periode(dag("2014-09-01"), dag("2014-10-31")))
    let group = try møte.holdMøte(
      .kvalitetsgruppe, periode: period, deltakere: ["teamleder"], rolle: "teamleder")
    let again = try møte.holdMøte(
      .kvalitetsgruppe, periode: period, deltakere: ["teamleder"], rolle: "teamleder")
    #expect([group, again] == ["KG-2014-11", "KG-2014-11-2"])
    try møte.noter(group, Møtenotat(sak: 4, tekst: "Gjelder begge team."), rolle: "teamleder")
    let decision = try møte.vedta(
      group, .systemsvikt, tekst: "Bydelen sikrer ikke at barna får besøk.", gjelder: "OB-ANTALL",
      ansvarlig: "barnevernleder", frist: dag("2014-12-31"), rolle: "teamleder")
    try møte.send(group, gjelder: "OB-ANTALL", tekst: "Vi ber utvalget ta stilling.", rolle: "teamleder")
    let code = try møte.godkjenn(group, rolle: "barnevernleder")
    for act in [
      { try møte.noter(group, Møtenotat(sak: 4, tekst: "Mer."), rolle: "teamleder") },
      { try møte.send(group, gjelder: nil, tekst: "Mer.", rolle: "teamleder") },
      { _ = try møte.godkjenn(group, rolle: "teamleder") },
      {
        _ = try møte.vedta(
          group, .oppgave, tekst: "Mer.", gjelder: nil, ansvarlig: "r", frist: møte.dato, rolle: "teamleder")
      },
    ] { #expect(throws: Oppfølgingsfeil.self) { try act() } }
    try møte.utfør(decision, rolle: "barnevernleder")
    #expect(throws: Oppfølgingsfeil.self) { try møte.utfør(decision, rolle: "barnevernleder") }

    let minutes = try #require(try Kvalitetsregister(store).møte(group))
    #expect(minutes.notater.count == 1 && minutes.sendt.map(\.til) == [.kvalitetsutvalg])
    #expect(minutes.vedtak.map(\.utført) == [møte.dato])
    #expect(minutes.godkjent?.journalkode == code.description)
    #expect(try store.verifiser(kode: code).holder)
  }

  @Test func `a drawn case is read a second time once, by a role that had no part in the control`() throws {
    let test = try Prøvelager()
    let store = try låst(test)
    let sak = try #require(try test.verb(lager: store).kontroll().trukne.first)
    let senere = try verb(store, "2014-10-20")
    func lesning(_ sak: String, _ punkt: String = "BARN-SETT") -> Annenlesning {
      Annenlesning(
        team: "fosterhjem-1", måned: "2014-09", sak: sak, rolle: "kvalitetskontakt",
        svar: [.init(punkt, .oppfylt)])
    }
    for role in ["teamleder", "kontrollør ", "Teamleder"] {
      #expect(throws: Oppfølgingsfeil.sammeLeser) { try senere.les(lesning(sak), rolle: role) }
    }
    #expect(throws: Oppfølgingsfeil.ikkeKontrollert("S-99")) {
      try senere.les(lesning("S-99"), rolle: "annen")
    }
    #expect(throws: Oppfølgingsfeil.ukjentPunkt("NY")) { try senere.les(lesning(sak, "NY"), rolle: "annen") }
    try senere.les(lesning(sak), rolle: "annen")
    #expect(throws: Oppfølgingsfeil.alleredeLest(sak)) { try senere.les(lesning(sak), rolle: "annen") }
    #expect(try Kvalitetsregister(store).annenlesninger.map(\.rolle) == ["annen"])
  }

  @Test func `sign-offs of the wheel and of plans read back as they were signed`() throws {
    let test = try Prøvelager()
    let store = try låst(test)
    let desember = try verb(store, "2014-12-04")
    let what: [Signering.Gjelder] = [
      .årshjul(id: "fagdag", tjenestested: "barneverntjenesten", antall: 22),
      .plan(plan: "fremdriftsplan-2014", tiltak: "1.1", .iverksatt),
    ]
    for one in what { try desember.signer(one, merknad: "Etter planen.", rolle: "barnevernleder") }
    let found = try Kvalitetsregister(store).signeringer
    #expect(found.map(\.gjelder) == what && found.allSatisfy { $0.dato == desember.dato })
  }
}
