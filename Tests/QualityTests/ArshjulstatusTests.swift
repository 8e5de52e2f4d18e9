import Checklists
import Quality
import Testing
import Values

/// When the entries of the wheel are due.
@Suite struct `The wheel of the year` {
  private static func dag(_ text: String) throws -> Dato { try #require(Dato(text)) }

  private static func oppføring(_ rytme: Rytme, fra: String = "2014-05-31") throws -> Hjuloppføring {
    Hjuloppføring(
      id: "o", slag: .gjennomgang, navn: "Gjennomgang", tjenestesteder: ["mottak"], ansvarlig: "teamleder",
      rytme: rytme, fra: try dag(fra))
  }

  private static func status(
    _ entry: Hjuloppføring, _ signed: [String] = [], starter: [String] = [], på day: String
  ) throws -> Årshjulstatus {
    let wheel = Årshjul(
      tjenestesteder: [Tjenestested(id: "mottak", navn: "Mottak", erBarnevern: true)], oppføringer: [entry])
    return Årshjulstatus(
      wheel, prosedyrer: [],
      utkvitteringer: try signed.map {
        Utkvittering(oppføring: "o", tjenestested: "mottak", dato: try dag($0), rolle: "teamleder")
      },
      nyansettelser: try starter.map { Nyansettelse(tjenestested: "mottak", start: try dag($0)) },
      på: try dag(day))
  }

  private static let årlig = Månedsdag("09-30").map { Rytme.årlig($0) }
  private static let halvårlig: Rytme? = {
    guard let vår = Månedsdag("05-31"), let høst = Månedsdag("11-30") else { return nil }
    return .halvårlig(vår: vår, høst: høst)
  }()

  @Test(
    arguments: [
      ([], "2014-06-01", "2014-09-30", Hjultilstand.aldriGjort),
      ([], "2014-08-31", "2014-09-30", .forfallerSnart),
      ([], "2014-08-30", "2014-09-30", .aldriGjort),
      ([], "2014-09-30", "2014-09-30", .forfallerSnart),
      ([], "2014-10-01", "2014-09-30", .forfalt),
      (["2014-11-20"], "2014-11-19", "2014-09-30", .forfalt),
      (["2014-11-20"], "2014-11-20", "2015-09-30", .iRute),
      (["2014-11-20"], "2016-01-01", "2015-09-30", .forfalt),
      (["2014-06-20", "2015-01-02"], "2015-02-01", "2016-09-30", .iRute),
    ] as [([String], String, String, Hjultilstand)])
  func `asks once a year`(signed: [String], day: String, next: String, state: Hjultilstand) throws {
    let entry = try Self.oppføring(try #require(Self.årlig))
    let line = try #require(try Self.status(entry, signed, på: day).linjer.first)
    #expect(line.neste == Dato(next))
    #expect(line.tilstand == state)
  }

  @Test(
    arguments: [
      ([], "2014-05-31"), (["2014-03-01"], "2014-11-30"), (["2014-06-30"], "2014-11-30"),
      (["2014-07-01"], "2015-05-31"), (["2014-12-31"], "2015-05-31"),
    ] as [([String], String)])
  func `asks spring and autumn`(signed: [String], next: String) throws {
    let entry = try Self.oppføring(try #require(Self.halvårlig), fra: "2014-01-01")
    #expect(try Self.status(entry, signed, på: "2014-12-31").linjer.map(\.neste) == [Dato(next)])
  }

  @Test func `asks some weeks after each that began, and no more when it is signed`() throws {
    let entry = try Self.oppføring(.etterStart(uker: 4))
    #expect(try Self.status(entry, på: "2014-10-01").linjer == [])
    let lines = try Self.status(
      entry, starter: ["2014-09-01", "2014-05-01", "2014-10-01"], på: "2014-09-30"
    ).linjer
    #expect(lines.map(\.start) == [Dato("2014-09-01")])
    #expect(lines.map(\.neste) == [Dato("2014-09-29")])
    #expect(lines.map(\.tilstand) == [.forfalt])
    let wheel = Årshjul(tjenestesteder: [], oppføringer: [entry])
    let signed = Utkvittering(
      oppføring: "o", tjenestested: "mottak", dato: try Self.dag("2014-09-20"), rolle: "teamleder",
      start: try Self.dag("2014-09-01"))
    let done = Årshjulstatus(
      wheel, prosedyrer: [], utkvitteringer: [signed],
      nyansettelser: [Nyansettelse(tjenestested: "mottak", start: try Self.dag("2014-09-01"))],
      på: try Self.dag("2014-09-30"))
    #expect(done.linjer.map(\.tilstand) == [.gjort])
  }

  /// Two that began the same day are two; a sign-off counts once, and never for somebody who began after it.
  @Test(
    arguments: [
      ([], "2014-12-31", ["2014-09-29", "2014-09-29", "2014-11-03"]),
      (["2014-09-20"], "2014-12-31", ["", "2014-09-29", "2014-11-03"]),
      (["2014-09-20", "2014-09-21", "2014-09-22"], "2014-12-31", ["", "", "2014-11-03"]),
      (["2014-09-20", "2014-09-21", "2014-10-06"], "2014-12-31", ["", "", ""]),
    ] as [([String], String, [String])])
  func `counts a sign-off for the one that has waited longest`(
    signed: [String], day: String, due: [String]
  ) throws {
    let status = try Self.status(
      Self.oppføring(.etterStart(uker: 4)), signed, starter: ["2014-10-06", "2014-09-01", "2014-09-01"],
      på: day)
    #expect(status.linjer.map { $0.neste?.description ?? "" } == due)
  }

  /// For any sign-offs: the next day is after the last of them, and does not move back as days go by.
  @Test(arguments: 0..<100 as Range<UInt64>) func `never asks for what has been, and never goes back`(
    seed: UInt64
  ) throws {
    var random = SplitMix64(frø: seed)
    let rhythm = try #require(seed.isMultiple(of: 2) ? Self.årlig : Self.halvårlig)
    let start = try Self.dag("2012-02-29")
    let entry = try Self.oppføring(
      rhythm, fra: start.adding(dager: random.tall(0...999)).description)
    let signed = (0..<random.tall(0...7)).map { _ in
      start.adding(dager: random.tall(0...2499)).description
    }
    var before: Dato?
    for step in 0..<300 {
      let day = start.adding(dager: step * 9)
      let line = try #require(try Self.status(entry, signed, på: day.description).linjer.first)
      let next = try #require(line.neste)
      if let last = line.sist?.dato { #expect(last < next) }
      if let before { #expect(before <= next) }
      #expect(entry.fra <= next || line.sist != nil)
      #expect((line.tilstand == .forfalt) == (next < day))
      before = next
    }
  }

  @Test func `asks for a procedure's revision two years after the version in force`() throws {
    let procedure = Prosedyre(
      id: "p", navn: "Prosedyren", formål: "", hjemmel: [], ansvarlig: "barnevernleder", kilde: "",
      valgtForMelding: false,
      versjoner: [
        .init(versjon: "1", fra: try Self.dag("2014-05-31")),
        .init(versjon: "2", fra: try Self.dag("2016-06-10")),
      ], avvik: [])
    func line(_ day: String) throws -> Revisjonslinje? {
      Årshjulstatus(
        Årshjul(tjenestesteder: [], oppføringer: []), prosedyrer: [procedure], utkvitteringer: [],
        på: try Self.dag(day)
      ).revisjoner.first
    }
    #expect(try line("2014-05-30") == nil)
    #expect(try line("2014-06-01")?.neste == Dato("2016-05-31"))
    #expect(try line("2016-05-31")?.tilstand == .forfallerSnart)
    #expect(try line("2016-06-01")?.tilstand == .forfalt)
    #expect(try line("2016-06-10")?.neste == Dato("2018-06-10"))
  }
}
