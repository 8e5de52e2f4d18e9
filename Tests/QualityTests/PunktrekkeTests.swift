import RuleEngine
import Sampling
import Statistics
import Testing
import Values

@testable import Quality

@Suite struct PunktrekkeTests {
  private func rekke(_ months: [String], N: Int = 40, regler: [String?]? = nil) throws -> Punktrekke {
    let summary = try Prøverekke.oppsummering(Prøverekke.år(months, N: N, regler: regler))
    return try #require(summary.punkter.first?.rekker.first)
  }

  @Test func `prikkene kommer eldste først, og intervallet er det eksakte`() throws {
    let row = try rekke(["oA", "..", "A?", "oo"])
    #expect(
      row.prikker.map(\.utfall) == [
        .oppfylt, .avvik, .ikkeAktuelt, .ikkeAktuelt, .avvik, .ukjent, .oppfylt, .oppfylt,
      ])
    #expect(row.grunnlag.kontrollert == 8)
    #expect(row.grunnlag.funn == 2)
    #expect(row.grunnlag.saker == 40)
    #expect(
      row.grunnlag.intervall == Endeligintervall(saker: 40, kontrollert: 8, avvik: 2, ukjent: 1))
  }

  @Test func `én måned gir ikke noe intervall`() throws {
    let row = try rekke(["AA"])
    #expect(row.grunnlag.funn == 2)
    #expect(row.grunnlag.intervall == nil)
  }

  @Test func `en endret regel gir ny grunnlinje og slår aldri sammen`() throws {
    let row = try rekke(["AA", "AA", "oo", "oA"], regler: ["r1", "r1", "r2", "r2"])
    #expect(try row.nyVersjon == [Prøverekke.måned("2014-09")])
    #expect(row.grunnlag.kontrollert == 4)
    #expect(row.grunnlag.funn == 1)
    #expect(row.mønster == .ingen)
    #expect(try rekke(["AA", "AA", "oo", "oA"]).mønster == .tydelig(av: 5, siste: 8))
  }

  @Test func `at regelen ikke var skrevet ned, er også en annen regel`() throws {
    let row = try rekke(["AA", "oo"], regler: [nil, "r1"])
    #expect(row.grunnlag.kontrollert == 4)
    let control = try Prøverekke.kontroll("2014-09", ["S-001": ["OB": .avvik]], regel: nil)
    let next = try Prøverekke.kontroll("2014-10", ["S-002": ["OB": .oppfylt]], regel: "r1")
    let summary = try Prøverekke.oppsummering([control, next])
    #expect(summary.punkter.first?.rekker.first?.grunnlag.kontrollert == 1)
  }

  @Test func `bare de tolv siste månedene teller`() throws {
    let row = try rekke(Array(repeating: "AA", count: 3) + Array(repeating: "oo", count: 12))
    #expect(row.prikker.count == 24)
    #expect(row.grunnlag.funn == 0)
    #expect(row.grunnlag.fra == (try Prøverekke.måned("2013-11")))
  }

  @Test func `hvert team har sin rad, sin ramme og sitt intervall`() throws {
    let controls = try Prøverekke.år(["oA", "oo"], N: 40) + Prøverekke.år(["AA", "AA"], team: "b", N: 10)
    let rows = try #require(try Prøverekke.oppsummering(controls).punkter.first).rekker
    #expect(rows.map(\.team) == ["a", "b"])
    #expect(rows.map(\.grunnlag.saker) == [40, 10])
    #expect(rows.map(\.grunnlag.funn) == [1, 4])
    let only = try Prøverekke.oppsummering(controls, valg: Prøverekke.valg(team: "b"))
    #expect(only.punkter.first?.rekker.map(\.team) == ["b"])
  }

  @Test func `et punkt der brudd er merknad, teller merknader`() throws {
    let controls = try Prøverekke.år(["mm", "mo", "mo"], punkt: "M-SETT")
    let row = try #require(try Prøverekke.oppsummering(controls).punkter.first?.rekker.first)
    #expect(row.grunnlag.teller == .merknad)
    #expect(row.grunnlag.funn == 4)
    #expect(row.mønster == .tydelig(av: 4, siste: 6))
  }

  @Test func `ukjent og ikke aktuelt er ikke med når de siste seks telles`() throws {
    #expect(try rekke(["AA", "..", "??", "..", "A."]).mønster == .seNærmere(av: 3, siste: 3))
  }

  @Test func `et tiltak som nevner punktet, får en strek først når det er satt i verk`() throws {
    var register = Kvalitetsregister()
    register.tiltak = [
      try Prøveregister.tiltak(
        "T-2014-001", iverksettes: "2014-03-01", evalueres: "2014-12-01", iverksatt: "2014-03-04"),
      try Prøveregister.tiltak("T-2014-002", iverksettes: "2014-04-01", evalueres: "2014-12-01"),
      try Prøveregister.tiltak(
        "T-2014-003", punkter: ["ANNET"], iverksettes: "2014-04-01", evalueres: "2014-12-01",
        iverksatt: "2014-04-01"),
    ]
    let point = try Prøverekke.oppsummering(Prøverekke.år(["oo", "oo"]), register).punkter.first
    #expect(point?.tiltak.map(\.nummer) == ["T-2014-001"])
    #expect(point?.tiltak.first?.dato == (try Prøverekke.dato("2014-03-04")))
  }

  @Test func `funn i perioden samles, og bare et godkjent vedtak gjør dem til systemsvikt`() throws {
    var register = Kvalitetsregister()
    var meeting = try Prøveregister.møte(
      "KG-2014-09", .kvalitetsgruppe, "2014-09-03", fra: "2014-07", til: "2014-08")
    meeting.vedtak = [
      try Prøveregister.vedtak("V-2014-001", meeting, .systemsvikt, gjelder: "OB", frist: "2015-01-01")
    ]
    func point() throws -> Punktoppsummering {
      register.møter = [meeting]
      return try #require(
        try Prøverekke.oppsummering(Prøverekke.år(["AA", "oA", "AA"]), register).punkter.first)
    }
    #expect(try point().samling.avvik == 3)
    #expect(try point().samling.saker == 4)
    #expect(try point().samling.erFlere)
    #expect(try point().samling.systemsvikt == nil)
    meeting.godkjent = Godkjenning(n: 4, dato: try Prøverekke.dato("2014-09-10"), rolle: "barnevernleder")
    #expect(try point().samling.systemsvikt?.nummer == "V-2014-001")
    meeting.vedtak[0].utført = try Prøverekke.dato("2014-10-01")
    #expect(try point().samling.systemsvikt == nil)
  }
}

extension Prøverekke {
  static func oppsummering(_ controls: [Kontroll], valg: Oppsummeringsvalg) throws -> Kvalitetsoppsummering {
    try oppsummering(controls, Kvalitetsregister(), valg)
  }
}
