import Checklists
import RuleEngine
import Sampling
import Testing
import Values

@testable import Quality

@Suite struct ErfaringTests {
  private typealias Punkt = Prøvemåneder.Punkt

  private func erfaring(
    _ punkter: [[Punkt]], alle: [Punkttelling] = [], _ register: Kvalitetsregister = Kvalitetsregister(),
    på dag: String = "2014-12-31", regel: @escaping (String) -> String? = { _ in "r1" }
  ) throws -> Erfaring {
    let first = try #require(Måned("2014-01"))
    let controls = try punkter.enumerated().map { index, points in
      try Prøvemåneder.kontroll(
        first.adding(måneder: index).description, [("S-\(index)", points)], alle: alle)
    }
    return Erfaring(
      first...(try #require(Måned("2014-12"))), på: try Prøvemåneder.dato(dag), register,
      Kontrollrekke(controls), regel: regel)
  }

  private func telling(_ punkt: String, _ counts: [Utfall]) -> Punkttelling {
    var count = Punkttelling(punkt: punkt, spørsmål: "?")
    for outcome in counts { count.tell(outcome) }
    return count
  }

  @Test
  func
    `aldri brutt er oppfylt minst én gang og ikke brutt i noen sak, heller ikke i dem som ikke er trukket`()
    throws
  {
    let points = ["A", "B", "C", "D"].map { Punkt(id: $0, utfall: $0 == "C" ? .ikkeAktuelt : .oppfylt) }
    let result = try erfaring(
      [points, [Punkt(id: "D", utfall: .merknad)]],
      alle: [telling("A", [.oppfylt]), telling("B", [.oppfylt, .avvik])])
    #expect(result.punkter.filter(\.erAldriBrutt).map(\.id) == ["A"])
  }

  @Test func `alltid ukjent er det regelen aldri kunne avgjøre, uansett hva et menneske svarte`() throws {
    let points = [
      Punkt(id: "A", utfall: .ukjent, svar: .oppfylt), Punkt(id: "B", utfall: .ukjent),
      Punkt(id: "C", utfall: .ikkeKontrollert, forPerson: true, svar: .kanIkkeVurderes),
      Punkt(id: "D", utfall: .ikkeAktuelt),
    ]
    let result = try erfaring(
      [points], alle: [telling("A", [.ukjent, .ikkeAktuelt]), telling("B", [.ukjent, .oppfylt])])
    #expect(result.punkter.filter(\.erAlltidUkjent).map(\.id) == ["A"])
    #expect(result.punkter.filter(\.erAldriAktuelt).map(\.id) == ["D"])
  }

  private func møte(_ vedtak: [(String, String?, String)], godkjent: Bool = true) throws -> Kvalitetsregister
  {
    var register = Kvalitetsregister()
    for (number, about, day) in vedtak {
      let date = try Prøvemåneder.dato(day)
      var meeting = Møte(
        nummer: "KG-\(number)", enhet: "solvik", slag: .kvalitetsgruppe, dato: date,
        periode: Periode(date), deltakere: ["teamleder"])
      meeting.vedtak = [
        Vedtak(
          nummer: number, møte: meeting.nummer, dato: date, slag: .sjekkliste, tekst: "Endre", gjelder: about,
          ansvarlig: "barnevernleder", frist: date)
      ]
      if godkjent { meeting.godkjent = Godkjenning(n: 1, dato: date, rolle: "barnevernleder") }
      register.møter.append(meeting)
    }
    return register
  }

  @Test
  func `uenighet er fulgt opp når regelen er en annen, eller når et senere, godkjent vedtak gjelder punktet`()
    throws
  {
    func oppfølging(
      _ register: Kvalitetsregister = Kvalitetsregister(), nå regel: String? = "r1"
    ) throws -> [Uenighet.Oppfølging] {
      try erfaring(
        [[Punkt(id: "A", utfall: .avvik, svar: .oppfylt)]], register, regel: { _ in regel }
      ).uenigheter.map(\.oppfølging)
    }
    #expect(try oppfølging() == [.ingen])
    #expect(try oppfølging(nå: "r2") == [.nyRegel])
    #expect(try oppfølging(nå: nil) == [.nyRegel], "punktet er tatt bort")
    #expect(try oppfølging(møte([("V-1", "A", "2014-02-10")])) == [.vedtak])
    #expect(try oppfølging(møte([("V-1", "A", "2014-02-10")], godkjent: false)) == [.ingen])
    #expect(try oppfølging(møte([("V-1", "A", "2014-01-10")])) == [.ingen], "vedtatt før uenigheten")
    #expect(try oppfølging(møte([("V-1", "B", "2014-02-10")])) == [.ingen])
    #expect(try oppfølging(møte([("V-1", "A", "2015-02-10")])) == [.ingen], "etter dagen det spørres om")
  }

  @Test func `det som står igjen, kommer etter hvor ofte det er sagt`() throws {
    let result = try erfaring([
      [Punkt(id: "A", utfall: .avvik, svar: .oppfylt), Punkt(id: "B", utfall: .oppfylt, svar: .ikkeOppfylt)],
      [
        Punkt(id: "A", utfall: .avvik, svar: .ikkeOppfylt),
        Punkt(id: "B", utfall: .avvik, svar: .ikkeAktuelt),
      ],
    ])
    #expect(result.uenigheter.count == 3)
    #expect(result.ubesvart.map(\.punkt) == ["B", "A"])
    #expect(result.ubesvart.map(\.antall) == [2, 1])
    #expect(result.versjoner.map(\.antall) == [2])
  }

  @Test func `eldre forslag er med til de er utført`() throws {
    let result = try erfaring(
      [[Punkt(id: "A", utfall: .oppfylt)]], møte([("V-1", "A", "2013-10-10"), ("V-2", nil, "2014-10-10")]))
    #expect(result.forslag.map(\.vedtak.nummer) == ["V-1", "V-2"])
  }
}
