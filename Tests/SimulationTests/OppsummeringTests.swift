import Checklists
import JSONText
import Quality
import Reports
import Sampling
import Testing
import Values

/// Every figure of the summary for September and October 2014, computed once more from the store alone.
struct OppsummeringTests {
  private static let spilt = Result { try Oppsummeringsprøve() }
  private let rapport: JSONValue
  private let lager: Lagerleser

  init() throws {
    let prøve = try Self.spilt.get()
    rapport = prøve.rapport
    lager = prøve.lager
  }

  private func liste(_ navn: String...) throws -> [JSONValue] {
    try #require(navn.reduce(rapport) { $0[$1] ?? .null }.array)
  }

  private func etterId(_ rows: [JSONValue]) -> [JSONValue] {
    rows.sorted {
      Array(($0["id"]?.string ?? "").utf8).lexicographicallyPrecedes(Array(($1["id"]?.string ?? "").utf8))
    }
  }

  @Test func `the points, their measures and what is gathered`() throws {
    expectLike(
      etterId(try liste("points")).map { $0.uten("question", "rows") }, try lager.rader(Spørringer.punkter))
  }

  @Test func `the drawn cases of each point and team, with interval and prompt`() throws {
    let rows = try etterId(try liste("points")).flatMap { punkt in
      try #require(punkt["rows"]?.array).map {
        $0.uten("sentence").med([.init("id", punkt["id"] ?? .null)])
      }
    }
    expectLike(rows, try lager.rader(Spørringer.rader).map(Avledet.rad))
    #expect(rows.contains { $0["prompt"] != .null })
  }

  @Test func `all cases, month by month`() throws {
    expectLike(
      etterId(try liste("all_cases")).map { $0.uten("question") }, try lager.rader(Spørringer.alleSaker))
  }

  @Test func `the draw against its plan`() throws {
    expectLike(try liste("coverage"), try lager.rader(Spørringer.dekning))
  }

  @Test func `what staff reported, and what they reported before the control found it`() throws {
    expectLike(etterId(try liste("reported", "procedures")), try lager.rader(Spørringer.meldt))
    let before = try lager.rad(Spørringer.forhåndsmeldt)
    expectLike([try #require(rapport["reported"]).uten("procedures")], [before])
    let year = try #require(before["twelve_months"])
    #expect(try (1..<year.tall("found")).contains(year.tall("reported_before")))
  }

  @Test func `the avvik by state, time, cause and failure area`() throws {
    let avvik = try #require(rapport["avvik"])
    expectLike(try liste("avvik", "open"), try lager.rader(Spørringer.åpne))
    expectLike(try liste("avvik", "by_area"), try lager.rader(Spørringer.områder))
    let rest = try lager.rad(Spørringer.lukket).med(try lager.rad(Spørringer.årsaker).members ?? [])
    expectLike([avvik.uten("open", "by_area")], [rest])
    #expect(try #require(avvik["days_to_close"]?.array).count >= 5)
  }

  @Test func `all checks month by month, and what the run chart says`() throws {
    let months = try lager.rader(Spørringer.løp)
    #expect(months.contains { $0["new_version"] == .bool(true) })
    expectLike([try #require(rapport["run"]).uten("sentence")], [try Avledet.løp(months)])
  }

  @Test func `the agenda`() throws {
    let items = try liste("agenda")
    let rows = try items.filter { $0["number"] != .integer(4) }.flatMap { sak in
      try #require(sak["rows"]?.array).map {
        $0.uten("text").med([.init("number", sak["number"] ?? .null)])
      }
    }
    expectLike(rows, try lager.rader(Spørringer.dagsorden))
    let used = Set(rows.compactMap { $0["number"]?.integer })
    #expect(used.isSuperset(of: [1, 2, 3, 5]))
  }

  @Test func `the patterns of the agenda are the points with several findings, a decision or a prompt`()
    throws
  {
    let gathered = try lager.rader(Spørringer.punkter).filter {
      try $0["gathered"]?["decision"] != .null || #require($0["gathered"]).tall("avvik") > 1
    }
    let prompted = try lager.rader(Spørringer.rader).map(Avledet.rad).filter { $0["prompt"] != .null }
    let signal = try Avledet.løp(try lager.rader(Spørringer.løp))["signal"] == .bool(true)
    let expected = (gathered + prompted).compactMap { $0["id"]?.string } + (signal ? [""] : [])
    let item = try #require(try liste("agenda").first { $0["number"] == .integer(4) })
    let found = try #require(item["rows"]?.array).map { $0["id"]?.string ?? "" }
    #expect(found.sorted() == expected.sorted())
    #expect(gathered.contains { $0["gathered"]?["decision"] != .null })
  }

  @Test func `nothing in the summary is left without a query`() throws {
    let asked = ["agenda", "points", "all_cases", "coverage", "reported", "avvik", "run"]
    let request = ["schema", "engine", "audience", "period", "on", "kind", "team"]
    #expect(Set(try #require(rapport.members).map(\.name)) == Set(asked + request))
  }
}

/// The summary as the command line makes it, of the played year.
private struct Oppsummeringsprøve: Sendable {
  let rapport: JSONValue
  let lager: Lagerleser

  init() throws {
    let år = try Simulertår.delt()
    let chosen = try Simulertår.bibliotek().prosedyrer.filter(\.valgtForMelding)
    let months = try (#require(Måned("2014-09")), #require(Måned("2014-10")))
    let valg = try #require(
      Oppsummeringsvalg(
        fra: months.0, til: months.1,
        valgteProsedyrer: chosen.map { Meldeprosedyre(id: $0.id, navn: $0.navn) }))
    let span = valg.tilbake(Løpediagram.antallMåneder)
    let summary = Kvalitetsoppsummering(
      valg, try Kvalitetsregister(år.lager),
      try Kontrollrekke(år.lager, fra: span.lowerBound, til: span.upperBound))
    rapport = Kvalitetsrapport(summary).json(motor: "prøve")
    lager = try Lagerleser(år.sti)
  }
}
