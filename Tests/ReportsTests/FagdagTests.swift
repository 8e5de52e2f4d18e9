import JSONText
import Quality
import Reports
import Sampling
import Testing

@Suite struct FagdagTests {
  private func fagdag() throws -> Fagdag {
    let period = try #require(Måned("2014-01"))...(try #require(Måned("2014-12")))
    let rules = ["OB-ANTALL": "ob-2014", "VD-BESOK": "vd", "SA-AAR": "sa"]
    return Fagdag(
      Erfaring(
        period, på: try Gjennomgangsår.dato("2014-12-31"), try Gjennomgangsår.register(),
        try Gjennomgangsår.rekke(), regel: { rules[$0] }), enhet: "solvik")
  }

  @Test func `rapporten til fagdagen er uendret som side, tekst og JSON`() throws {
    let report = try fagdag()
    try expectFasit(report.html, "fagdag.html")
    try expectFasit(report.tekst + "\n", "fagdag.txt")
    try expectFasit(report.json(motor: "1.0.0").compactText + "\n", "fagdag.json")
  }

  @Test func `kontroller fra måneder etter dagen er ikke med`() throws {
    let period = try #require(Måned("2014-01"))...(try #require(Måned("2014-12")))
    func erfaring(_ day: String) throws -> Erfaring {
      Erfaring(
        period, på: try Gjennomgangsår.dato(day), try Gjennomgangsår.register(), try Gjennomgangsår.rekke(),
        regel: { _ in nil })
    }
    #expect(try erfaring("2014-06-15").versjoner.map(\.antall) == [6])
    #expect(try erfaring("2014-12-31").versjoner.map(\.antall) == [12])
    #expect(try erfaring("2015-02-01").versjoner.map(\.antall) == [12])
    #expect(try erfaring("2013-12-31").versjoner.isEmpty)
    #expect(
      Fagdag(try erfaring("2014-06-15"), enhet: "solvik").html.contains(
        "kontrollene til og med juni 2014, ellers slik det sto 15. juni 2014"))
  }

  @Test func `ingen sak og ingen måned står i den`() throws {
    let report = try fagdag()
    for text in [report.html, report.tekst, report.json(motor: "1").compactText] {
      #expect(!text.contains("S-00") && !text.contains("juni 2014") && !text.contains("2014-06"))
    }
  }
}
