import AuditStore
import Checklists
import Foundation
import Testing
import Values

@testable import Quality

@Suite struct RegisterbildeTests {
  @Test func `et register som holdes åpent, er til enhver tid det samme som et som leses helt på nytt`()
    throws
  {
    let folder = FileManager.default.temporaryDirectory.appending(path: "bilde-\(UUID().uuidString)")
    let lager = try Revisjonslager.open(sti: folder.appending(path: "bilde.sqlite").path)
    let day = try #require(Dato("2014-10-03"))
    let verbs = Oppfølgingsverb(
      lager, enhet: "solvik", tid: "2014-10-03T12:00:00Z", dato: day,
      salt: { (0..<32).map { _ in UInt8.random(in: .min ... .max) } })
    var image = try Registerbilde(lager)
    func check(_ step: String) throws {
      try image.oppdater(lager)
      #expect(try image.register == Kvalitetsregister(lager), "\(step)")
    }
    let report = Ansattmelding(prosedyre: "P-1", navn: "Besøk", valgt: true, skjedde: day)
    for number in 1...3 {
      try verbs.meld(
        report, team: "fosterhjem-1", hva: "Besøket ble ikke gjort, \(number).", rolle: "saksbehandler")
      try check("meldt \(number)")
    }
    try verbs.vurder(
      "AV-2014-001",
      Avviksvurdering(
        alvorlighet: .høy, årsak: .rutineUkjent, mangel: .ikkeGjort, ansvarlig: "teamleder", frist: day),
      rolle: "teamleder")
    let measure = try verbs.lagTiltak(
      Tiltaksinnhold(
        tekst: "Sett av en dag.", avvik: ["AV-2014-001"], punkter: [], iverksettes: day, evalueres: day,
        ansvarlig: "teamleder"), rolle: "teamleder")
    try check("tiltak")
    try verbs.iverksett(measure, den: day, referanse: "Møte 3", rolle: "teamleder")
    let meeting = try verbs.holdMøte(
      .kvalitetsgruppe, periode: .år(2014), deltakere: ["teamleder"], rolle: "kvalitetsgruppe")
    try check("møte")
    try verbs.godkjenn(meeting, rolle: "kvalitetsgruppe")
    try check("godkjent, med journalkode")
    let text = try #require(try lager.oppføringer(.tekst).first)
    try lager.act(tid: "2016-10-03T12:00:00Z", salt: { Array(repeating: 3, count: 32) }) {
      try $0.slett([text.n], grunn: "24 måneder", rolle: "administrator")
    }
    try check("etter en sletting er teksten borte også her")
    #expect(image.register.avvik[0].hendelser[0].tekster.isEmpty)
    try verbs.svar("AV-2014-002", "Vi ser på det.", rolle: "saksbehandler")
    try check("svar")
  }
}
