import Checklists
import Quality
import RuleEngine
import Testing

@Suite struct PunktstillingTests {
  private func stilling(
    _ regel: Utfall, _ svar: Svaralternativ?, _ vedBrudd: Brudd = .avvik
  ) -> Punktstilling {
    Punktstilling(
      sak: "S-1", punkt: Prøvekontroll.punkt("P", regel, vedBrudd: vedBrudd),
      svar: svar.map {
        Svar(sak: "S-1", innhold: .vurdering(punkt: "P", $0, mangel: nil), rolle: "teamleder")
      })
  }

  @Test func `gjeldende utfall og uenighet følger av regelens utfall og svaret`() {
    typealias Row = (Utfall, Svaralternativ?, utfall: Utfall, uenig: Bool, åpen: Bool)
    let table: [Row] = [
      (.ukjent, nil, .ukjent, false, true), (.ukjent, .oppfylt, .oppfylt, false, false),
      (.ukjent, .ikkeOppfylt, .avvik, false, false), (.ukjent, .ikkeAktuelt, .ikkeAktuelt, false, false),
      (.ukjent, .kanIkkeVurderes, .ukjent, false, false),
      (.ikkeKontrollert, nil, .ikkeKontrollert, false, true),
      (.ikkeKontrollert, .oppfylt, .oppfylt, false, false),
      (.ikkeKontrollert, .ikkeOppfylt, .avvik, false, false),
      (.ikkeKontrollert, .kanIkkeVurderes, .ukjent, false, false),
      (.avvik, nil, .avvik, false, false), (.avvik, .oppfylt, .avvik, true, false),
      (.avvik, .ikkeAktuelt, .avvik, true, false), (.avvik, .ikkeOppfylt, .avvik, false, false),
      (.avvik, .kanIkkeVurderes, .avvik, false, false), (.merknad, .oppfylt, .merknad, true, false),
      (.oppfylt, nil, .oppfylt, false, false), (.oppfylt, .oppfylt, .oppfylt, false, false),
      (.oppfylt, .ikkeOppfylt, .avvik, true, false), (.oppfylt, .kanIkkeVurderes, .ukjent, true, false),
      (.ikkeAktuelt, .ikkeOppfylt, .avvik, true, false),
      (.ikkeAktuelt, .ikkeAktuelt, .ikkeAktuelt, false, false),
    ]
    for row in table {
      let it = stilling(row.0, row.1)
      #expect(it.utfall == row.utfall, "\(row)")
      #expect(it.uenig == row.uenig, "\(row)")
      #expect(it.åpen == row.åpen, "\(row)")
      #expect(it.punkt.vurdering.utfall == row.0, "regelens utfall overskrives aldri")
    }
  }

  @Test func `et punkt med bare en norm gir merknad når det ikke er oppfylt`() {
    #expect(stilling(.ukjent, .ikkeOppfylt, .merknad).utfall == .merknad)
  }

  @Test func `avvik kommer med det mest alvorlige først`() throws {
    let acts =
      try Prøvekontroll.tilVurdert() + [
        Prøvekontroll.dom("S-3", "VD-KVALITET", .ikkeOppfylt, mangel: .ikkeDokumentert),
        Prøvekontroll.dom("S-3", "BARN-SETT", .ikkeOppfylt),
        Prøvekontroll.dom("S-3", "OB-ANTALL", .oppfylt),
      ]
    let kontroll = try Kontroll(Prøvekontroll.nøkkel(), hendelser: acts)
    #expect(kontroll.avvik.map(\.punkt.id) == ["BARN-SETT", "OB-ANTALL", "VD-KVALITET"])
    #expect(kontroll.avvik.map(\.uenig) == [false, true, false])
    #expect(kontroll.avvik.last?.mangel == .ikkeDokumentert)
    #expect(kontroll.merknader.map(\.punkt.id) == ["OB-OPPHOLD"])
  }

  @Test func `en kritisk merknad skal følges opp sammen med avvikene`() throws {
    let sak = Prøvekontroll.sak(
      "S-1",
      [
        Prøvekontroll.punkt("A", .avvik, alvorlighet: .høy),
        Prøvekontroll.punkt("B", .merknad, vedBrudd: .merknad, alvorlighet: .kritisk),
        Prøvekontroll.punkt("C", .merknad, vedBrudd: .merknad, alvorlighet: .høy),
        Prøvekontroll.punkt("D", .oppfylt, alvorlighet: .kritisk),
      ])
    let acts = try Prøvekontroll.tilVurdert() + [.vurdering(Vurderingsrunde(saker: [sak]))]
    let kontroll = try Kontroll(Prøvekontroll.nøkkel(), hendelser: acts)
    #expect(kontroll.tilOppfølging.filter { $0.sak == "S-1" }.map(\.punkt.id) == ["B", "A"])
  }

  @Test func `et nytt svar erstatter det gamle, men begge er med i historien`() throws {
    let acts =
      try Prøvekontroll.tilVurdert() + [
        Prøvekontroll.dom("S-3", "OB-REDUKSJON", .ikkeOppfylt),
        Prøvekontroll.dom("S-3", "OB-REDUKSJON", .oppfylt),
      ]
    let kontroll = try Kontroll(Prøvekontroll.nøkkel(), hendelser: acts)
    #expect(kontroll.stillinger.first { $0.punkt.id == "OB-REDUKSJON" }?.utfall == .oppfylt)
    #expect(kontroll.svar.count == 2)
  }

  @Test func `tellingen over alle saker skiller utfallene og holder punkter for mennesker utenfor`() throws {
    let alle = try #require(Prøvekontroll.runde().alleSaker)
    #expect(alle.omsorgssaker == 2)
    #expect(alle.lesefeil == 1)
    #expect(!alle.punkter.contains { $0.punkt == "VD-KVALITET" })
    let visits = try #require(alle.punkter.first { $0.punkt == "OB-ANTALL" })
    #expect(
      [visits.oppfylt, visits.avvik, visits.merknad, visits.ukjent, visits.ikkeAktuelt] == [1, 1, 0, 0, 0])
    #expect(alle.avvik.map(\.sak) == ["S-3"])
    #expect(alle.avvik(utenom: ["S-3"]).isEmpty)
  }
}
