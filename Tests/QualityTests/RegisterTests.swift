import Checklists
import Foundation
import JSONText
import Sampling
import Testing
import Values

@testable import AuditStore
@testable import Quality

/// What a finding does to an avvik that is there already, through the fold alone.
struct GjenfunnTests {
  @Test(arguments: [
    ("2013-01-01", "2013-12-31", "2014-01-01", "2014-12-31", true),
    ("2013-01-01", "2013-12-31", "2013-01-01", "2013-12-31", false),
    ("2013-10-01", "2014-09-30", "2014-09-30", "2015-09-30", false),
    ("2013-10-01", "2014-09-30", "2014-10-01", "2015-10-01", true),
    (nil, "2014-09-30", nil, "2015-09-30", false), ("2014-09-30", "2014-09-30", nil, "2015-09-30", false),
    (nil, "2014-09-30", "2015-09-30", "2015-09-30", true),
  ])
  func `it is another fault only when every judged day is later`(
    fra: String?, til: String, nyFra: String?, nyTil: String, ny: Bool
  ) throws {
    func judged(_ from: String?, _ to: String) throws -> Bedømt {
      Bedømt(fra: try from.map { try #require(Dato($0)) }, til: try #require(Dato(to)))
    }
    let found = Kontrollfunn(
      måned: try #require(Måned("2014-09")), sak: "S-1", punkt: "P", spørsmål: "?",
      bedømt: try judged(fra, til),
      sviktområde: 3, kravtype: .forskrift, hjemler: [], prosedyre: nil, alvorlighet: .høy, mangel: nil)
    let note = Avviksnotat(
      n: 1, dato: try #require(Dato("2014-10-03")), rolle: "r", hendelse: .meldt(.kontroll(found)))
    let avvik = Avvik(nummer: "AV-2014-001", enhet: "e", team: "t", opphav: .kontroll(found), notat: note)
    #expect(try avvik.erNyFeil(judged(nyFra, nyTil)) == ny)
    #expect(!avvik.erNyFeil(nil))
  }
}

/// What a forged journal, in which nothing was guarded, does to the fold.
struct RegisterfoldTests {
  @Test(arguments: [
    (
      "tiltak",
      #"{"emne":"AV-2014-001","hendelse":"iverksatt","tilstand":"iverksatt","iverksatt":"2014-10-10","referanse":"R"}"#
    ),
    (
      "avvik",
      #"{"emne":"AV-2014-001","hendelse":"lukket","tilstand":"lukket","bevis":{"slag":"dokument","referanse":"D"}}"#
    ),
    (
      "avvik",
      #"{"emne":"AV-2014-001","hendelse":"vurdert","tilstand":"lukket","alvorlighet":"lav","arsak":"annet","ansvarlig":"r","frist":"2015-01-01"}"#
    ),
    ("tekst", #"{"emne":"AV-2014-099","hendelse":"tekst","gjelder":1,"tekster":{"svar":"x"}}"#),
    ("vedtak", #"{"emne":"V-2014-001","hendelse":"utfort","tilstand":"utfort"}"#),
    ("mote", #"{"emne":"KG-2014-11","hendelse":"godkjent","tilstand":"godkjent"}"#),
  ])
  func `an entry that does not follow from those before it is told, and nothing crashes`(
    handling: String, content: String
  ) throws {
    let test = try Prøvelager()
    let store = try test.åpne()
    let verb = Oppfølgingsverb(
      store, enhet: "solvik", tid: "2014-10-10T12:00:00Z", dato: try #require(Dato("2014-10-10")),
      salt: { Array(repeating: 7, count: 32) })
    try verb.meld(
      Ansattmelding(
        prosedyre: "p", navn: "P", valgt: true, skjedde: try #require(Dato("2014-10-01"))), team: "t",
      hva: "Noe skjedde.", rolle: "saksbehandler")
    var entries = try store.oppføringer()
    let forged = try JSONValue(parsing: Array(content.utf8))
    let members =
      (forged.members ?? []) + [
        .init("format", .string("oppfolging/1")), .init("unit", .string("solvik")),
        .init("dato", .string("2014-10-11")),
      ]
    let kind = try #require(Handling(rawValue: handling))
    let blad = Blad(
      n: entries.count + 1, tid: "2014-10-11T12:00:00Z", handling: kind, rolle: "r",
      forpliktelse: Sjekksum(avTekst: content))
    entries.append(Oppføring(blad: blad, nyttelast: Nyttelast(klasse: .protokoll, innhold: .object(members))))
    #expect(throws: Kontrollverbfeil.self) { try Kvalitetsregister(entries) }
  }
}

struct RegisterkontrollTests {
  @Test func `a control is locked by a role that its avvik can carry, or not at all`() throws {
    let test = try Prøvelager()
    let store = try test.åpne()
    let verb = try test.verb(lager: store)
    try verb.kjør(
      Prøveteam.grunnlag(), frø: .oppgitt(Prøveteam.frø), rolle: "teamleder", vurdering: Prøveteam.vurder)
    try Prøveteam.svarPåAlt(verb)
    let before = try store.journalkode()
    let day = try #require(Dato("2014-10-03"))
    for role in ["teamleder (vikar)", "team\u{200b}leder"] {
      #expect(throws: Oppfølgingsfeil.rolleform) { try verb.lås(dato: day, rolle: role) }
    }
    #expect(throws: IkkeTillatt.manglerRolle) { try verb.lås(dato: day, rolle: " ") }
    #expect(try store.journalkode() == before)
    try verb.lås(dato: day, rolle: "teamleder")
  }

  @Test func `an avvik that no control found is told, though the store is whole`() throws {
    let test = try Prøvelager()
    let store = try test.åpne()
    let verb = try test.verb(lager: store)
    try verb.kjør(
      Prøveteam.grunnlag(), frø: .oppgitt(Prøveteam.frø), rolle: "teamleder", vurdering: Prøveteam.vurder)
    try Prøveteam.svarPåAlt(verb)
    try verb.lås(dato: #require(Dato("2014-10-03")), rolle: "teamleder")
    #expect(try Registerkontroll(store).brudd.isEmpty)

    let found = Kontrollfunn(
      måned: try #require(Måned("2014-09")), sak: "S-9999", punkt: "OB-ANTALL", spørsmål: "?", bedømt: nil,
      sviktområde: 3, kravtype: .forskrift, hjemler: [], prosedyre: nil, alvorlighet: .kritisk, mangel: nil)
    let post = Emnepost(
      emne: "AV-2014-099", enhet: "solvik", dato: try #require(Dato("2014-10-03")), hendelse: "meldt",
      tilstand: "meldt",
      innhold: .object([.init("team", .string("fosterhjem-1"))] + (found.json.members ?? [])))
    try store.append(
      .avvik, rolle: "teamleder", innhold: post.payload, klasse: .protokoll, tid: "2014-10-03T12:00:00Z",
      salt: { Array(repeating: 3, count: 32) })
    #expect(try store.verifiser().holder, "no rule of the store sees what a control found")
    let faults = try Registerkontroll(store).brudd
    #expect(faults.map(\.n) == [try store.journalkode().størrelse])
    #expect(faults.first?.grunn.contains("AV-2014-099") == true)
  }
}
