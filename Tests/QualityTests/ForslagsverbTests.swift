import AuditStore
import Checklists
import Foundation
import JSONText
import Testing
import Values

@testable import Quality

struct ForslagsverbTests {
  private let mappe: Prøvelager
  private let lager: Revisjonslager
  private let bibliotek: Sjekklistebibliotek

  init() throws {
    mappe = try Prøvelager()
    lager = try mappe.åpne()
    bibliotek = try Prøvebibliotek.publisert()
  }

  private func verb(_ dato: String = "2014-10-03") throws -> Oppfølgingsverb {
    Oppfølgingsverb(
      lager, enhet: "solvik", tid: "\(dato)T12:00:00Z", dato: try #require(Dato(dato)),
      salt: { (0..<32).map { _ in UInt8.random(in: 0...255) } })
  }

  private func tekst(
    _ spørsmål: String = "Er barnet sett?", navn: String = "fosterhjem", versjon: String = "2014-12-01"
  ) -> String {
    """
    sjekkliste: \(navn)
    versjon: \(versjon)
    gjelder: {fra: 2014-12-01, til: 2022-12-31}
    punkter:
      - id: SETT
        spørsmål: \(spørsmål)
        sviktområde: 9
        kravtype: faglig norm
        hjemmel: [\(bibliotek.hjemler[0].id)]
        alvorlighet: høy
        krav: finnes oppfølgingsbesøk siste 6 måneder der (barnet_til_stede)
        eksempler: [{navn: ingen, på: 2014-09-30, sak: {}, utfall: avvik}]

    """
  }

  private func liste(_ yaml: String) throws -> Sjekkliste { try bibliotek.utkast("utkast", Array(yaml.utf8)) }
  private func fra() throws -> Sjekkliste {
    try #require(bibliotek.sjekkliste("fosterhjem", versjon: "2014-05-31"))
  }

  @discardableResult
  private func foreslå(_ yaml: String, som rolle: String = "teamleder", lest: String? = nil) throws -> String
  {
    try verb().foreslå(
      liste(lest ?? yaml), yaml: yaml, fra: fra(), begrunnelse: "For strengt.", rolle: rolle)
  }

  @Test func `a proposal is folded back as it was written, to the byte`() throws {
    #expect(try foreslå(tekst()) == "F-2014-001")
    #expect(try foreslå(tekst("Er barnet hørt?")) == "F-2014-002")
    let new = tekst("Er barnet sett i år?")
    try verb("2014-10-04").endre(
      forslag: "F-2014-001", liste(new), yaml: new, begrunnelse: "Klarere.", rolle: "barnevernleder")
    try verb("2014-10-05").godkjenn(
      forslag: "F-2014-001", hash: liste(new).innholdshash, rolle: "kvalitetsutvalg")
    try verb("2014-10-05").forkast(forslag: "F-2014-002", begrunnelse: "Vi venter.", rolle: "teamleder")
    let all = try Sjekklisteforslag.alle(lager)
    #expect(all.map(\.visning) == ["Godkjent", "Forkastet"])
    #expect(all[0].tekster.map(\.yaml) == [tekst(), new])
    #expect(all[0].tekster.map(\.rolle) == ["teamleder", "barnevernleder"])
    #expect(all[0].tekst.til == "fosterhjem@2014-12-01")
    #expect(all[0].avgjort?.journalkode == (try Journalkode(lager.merkletre(), ved: 4))?.description)
    #expect(all[1].avgjort?.begrunnelse == "Vi venter.")
    #expect(try Registerkontroll(lager).brudd.isEmpty)
  }

  @Test(arguments: ["teamleder", "Teamleder", "barnevernleder"])
  func `nobody approves what they wrote some of`(rolle: String) throws {
    try foreslå(tekst())
    let new = tekst("Er barnet sett i år?")
    try verb().endre(
      forslag: "F-2014-001", liste(new), yaml: new, begrunnelse: "Klarere.", rolle: "barnevernleder")
    #expect(throws: Forslagsfeil.egetForslag) {
      try verb().godkjenn(forslag: "F-2014-001", hash: liste(new).innholdshash, rolle: rolle)
    }
  }

  @Test func `what is approved is the latest text, before its first day, once`() throws {
    try foreslå(tekst())
    let hash = try liste(tekst()).innholdshash
    #expect(throws: Forslagsfeil.annenTekst) {
      try verb().godkjenn(forslag: "F-2014-001", hash: "0", rolle: "kvalitetsutvalg")
    }
    #expect(throws: Forslagsfeil.ikkeSenere(gjelderFra: try #require(Dato("2014-12-01")))) {
      try verb("2014-12-01").godkjenn(forslag: "F-2014-001", hash: hash, rolle: "kvalitetsutvalg")
    }
    try verb("2014-11-30").godkjenn(forslag: "F-2014-001", hash: hash, rolle: "kvalitetsutvalg")
    #expect(throws: Oppfølgingsfeil.self) {
      try verb("2014-11-30").godkjenn(forslag: "F-2014-001", hash: hash, rolle: "kvalitetsutvalg")
    }
    #expect(throws: Oppfølgingsfeil.ukjent("F-2014-009")) {
      try verb().forkast(forslag: "F-2014-009", begrunnelse: "x", rolle: "teamleder")
    }
  }

  @Test func `a text that cannot be a new version of the checklist is not kept`() throws {
    #expect(throws: Forslagsfeil.annenSjekkliste) { try foreslå(tekst(navn: "institusjon")) }
    #expect(throws: Forslagsfeil.annenSjekkliste) { try foreslå(tekst(versjon: "2014-05-31")) }
    #expect(throws: Forslagsfeil.annenTekst) { try foreslå(tekst(), lest: tekst("Er barnet hørt?")) }
    #expect(throws: Oppfølgingsfeil.self) { try foreslå(tekst("Ring 22 33 44 55?")) }
    let long = tekst() + String(repeating: "# kommentar\n", count: 50_000)
    #expect(throws: Forslagsfeil.forStort(maks: Sjekklisteforslag.maksTekst)) {
      try foreslå(long, lest: tekst())
    }
    #expect(try Sjekklisteforslag.alle(lager).isEmpty)
  }

  @Test func `a text whose hash was made up is found when the store is checked`() throws {
    try lager.append(
      .sjekklisteforslag, rolle: "teamleder",
      innhold: .object([
        "format": .string("oppfolging/1"), "unit": .string("solvik"), "emne": .string("F-2014-001"),
        "dato": .string("2014-10-03"),
        "hendelse": .string("foreslatt"), "tilstand": .string("foreslatt"),
        "fra": .string("fosterhjem@2014-05-31"),
        "til": .string("fosterhjem@2014-12-01"), "gjelder_fra": .string("2014-12-01"),
        "yaml": .string(tekst()),
        "sha256": .string(String(repeating: "0", count: 64)), "begrunnelse": .string("x"),
      ]), klasse: .protokoll, tid: "2014-10-03T12:00:00Z", salt: { Array(repeating: 1, count: 32) })
    #expect(try lager.verifiser().holder)
    #expect(try Registerkontroll(lager).brudd.count == 1)
  }
}
