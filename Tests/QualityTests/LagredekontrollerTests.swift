import AuditStore
import CaseRecords
import Checklists
import Foundation
import JSONText
import Quality
import RuleEngine
import Sampling
import Testing
import Values

@Suite struct `The controls of a store` {
  private let lager: Prøvelager
  private let bibliotek: Sjekklistebibliotek
  private let gammel: Sjekkliste
  private let ny: Sjekkliste

  /// One point, which hangs on whether the child was there at the visit.
  private static func liste(_ krav: String) -> [UInt8] {
    let text = """
      sjekkliste: fosterhjem
      versjon: 2014-01-01
      gjelder: {fra: 2014-01-01}
      punkter:
        - id: SETT
          spørsmål: Er barnet sett?
          sviktområde: 9
          kravtype: faglig norm
          hjemmel: [NORM]
          alvorlighet: høy
          krav: \(krav)
          eksempler: [{navn: ingen, på: 2014-09-30, sak: {}, utfall: avvik}]
      """
    return Array(text.utf8)
  }

  init() throws {
    lager = try Prøvelager()
    let model = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Checklists/saksmodell.yaml")
    bibliotek = try Sjekklistebibliotek(
      [.init(sti: "saksmodell.yaml", bytes: Array(try Data(contentsOf: model)))], mappe: "prøve")
    gammel = try bibliotek.utkast(
      "gammel.yaml", Self.liste("finnes oppfølgingsbesøk siste 6 måneder der (barnet_til_stede)"))
    ny = try bibliotek.utkast(
      "ny.yaml", Self.liste("finnes oppfølgingsbesøk siste 2 måneder der (barnet_til_stede)"))
  }

  /// Four cases with one visit each on 20 August 2014, and nobody knows whether the child was there.
  private func saker() throws -> [Saksgrunnlag] {
    try (1...4).map { number in
      let record = try JSONValue(
        parsing: Array(
          """
          {"format":"sak/1","sak":"S-\(number)","enhet":"solvik","team":"fosterhjem-1","uttrekk":"2014-12-31",
          "opplysninger":{"sakstype":"omsorgssak","født":"2005-03"},"hendelser":{"oppfølgingsbesøk":[
          {"dato":"2014-08-20","form":"stedlig"}]}}
          """.utf8))
      return Saksgrunnlag(sak: "S-\(number)", grunnlag: .omsorgssak, kanonisk: record.canonicalBytes)
    }
  }

  /// Draws two cases, evaluates them under the old version, and answers in the first that the child was there.
  @discardableResult
  private func kontroll(_ måned: String, _ dag: String) throws -> Kontroll {
    let verb = try lager.verb(måned)
    let day = try #require(Dato(dag))
    let vurdering = Sjekklistevurdering(bibliotek, gammel, på: day)
    let grunnlag = Kontrollgrunnlag(
      kontrolldato: day, sjekkliste: vurdering.referanse(motor: "1"), saker: try saker())
    let control = try verb.kjør(
      grunnlag, frø: .oppgitt(Prøveteam.frø), rolle: "teamleder", vurdering: vurdering.punkter)
    return try verb.svar(
      Svar(
        sak: control.trukne[0],
        innhold: .opplysning(sted: "oppfølgingsbesøk/0/barnet_til_stede", verdi: .bool(true)),
        rolle: "kontrollør"), vurdering: vurdering.punkter)
  }

  private func gjenkjør(_ stored: Lagredekontroller) throws -> Gjenkjøring {
    var result = Gjenkjøring(fra: gammel, til: ny)
    for control in stored.kontroller {
      #expect(try control.gjenkjør(fra: gammel, til: ny, bibliotek.modell, &result).isEmpty)
    }
    return result
  }

  @Test func `are run again each on its own date, with the facts that were answered`() throws {
    let september = try kontroll("2014-09", "2014-09-30")
    let november = try kontroll("2014-11", "2014-11-30")
    let stored = try Lagredekontroller(try lager.åpne())
    #expect(stored.kontroller.map(\.nøkkel.måned.description) == ["2014-09", "2014-11"])
    #expect(stored.kontroller.map(\.saker) == [september.trukne, november.trukne])
    #expect(stored.kontroller.map(\.ikkeTrukket) == [2, 0])
    let run = try gjenkjør(stored)
    #expect(run.antallSaker == 4)
    // In September the visit is within two months and within six; in November within six only.
    let known = [september.trukne[0] + "/2014-09", november.trukne[0] + "/2014-11"]
    let point = try #require(run.punkter.first)
    #expect(point.saker(.nytt) == [known[1]])
    #expect(point.saker(Overgang(før: .ukjent, etter: .ukjent)).count == 1)
    #expect(point.saker(Overgang(før: .ukjent, etter: .avvik)) == [november.trukne[1] + "/2014-11"])
    #expect(!point.saker(.kanIkkeBeregnes).contains(known[0]))
  }

  @Test func `say which cases are no longer kept, and what has not been evaluated is left out`() throws {
    let control = try kontroll("2014-09", "2014-09-30")
    let verb = try lager.verb("2014-11")
    let vurdering = Sjekklistevurdering(bibliotek, gammel, på: try #require(Dato("2014-11-30")))
    try verb.låsSaksliste(
      Kontrollgrunnlag(
        kontrolldato: vurdering.kontrolldato, sjekkliste: vurdering.referanse(motor: "1"), saker: try saker()),
      rolle: "teamleder")
    let store = try lager.åpne()
    let first = try #require(try store.oppføringer(.innlesing).first?.n)
    try store.act(tid: "2016-10-03T12:00:00Z", salt: { [UInt8](repeating: 7, count: 32) }) {
      _ = try $0.slett([first], grunn: "24 måneder", rolle: "arkivansvarlig")
    }
    let stored = try Lagredekontroller(store)
    #expect(stored.kontroller.count == 1)
    #expect(stored.kontroller.first?.utenPost == [control.trukne[0]])
    #expect(stored.kontroller.first?.saker == [control.trukne[1]])
    #expect(try gjenkjør(stored).antallSaker == 1)
    #expect(stored.uleselige.isEmpty)
  }

  @Test func `whose findings were deleted are named, and the others are run`() throws {
    let control = try kontroll("2014-09", "2014-09-30")
    let locked = try lager.verb("2014-09")
    let vurdering = Sjekklistevurdering(bibliotek, gammel, på: try #require(Dato("2014-09-30")))
    for question in try locked.kontroll().åpneSpørsmål {
      let content: Svar.Innhold =
        question.slag == .bekymring ? .bekymring(.nei) : .vurdering(punkt: "SETT", .oppfylt, mangel: nil)
      try locked.svar(
        Svar(sak: question.sak, innhold: content, rolle: "teamleder"), vurdering: vurdering.punkter)
    }
    try locked.lås(dato: try #require(Dato("2014-10-03")), rolle: "teamleder")
    try kontroll("2014-11", "2014-11-30")
    let store = try lager.åpne()
    let numbers = try store.oppføringer(.svar, måned: control.nøkkel.måned).map(\.n)
    try store.act(tid: "2016-10-03T12:00:00Z", salt: { [UInt8](repeating: 7, count: 32) }) {
      _ = try $0.slett(numbers, grunn: "tiden er ute", rolle: "arkivansvarlig")
    }
    let stored = try Lagredekontroller(store)
    #expect(stored.uleselige == [control.nøkkel])
    #expect(stored.kontroller.map(\.nøkkel.måned.description) == ["2014-11"])
    #expect(try gjenkjør(stored).antallSaker == 2)
  }
}
