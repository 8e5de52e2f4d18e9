import Testing

@testable import RegisterImport

/// The homes of one case: «H1 2020-01-01..2022-06-30», with `+` when the child moved along with the foster
/// parents and `?` when that is not known.
struct PlasseringTests {
  private func hjem(_ sak: TestSak) throws -> [String] {
    try #require(try post(sak).samling("plassering")).map { text in
      func value(_ name: String) -> String? {
        text.split(separator: "\"\(name)\":\"").dropFirst().first?.split(separator: "\"").first.map(
          String.init)
      }
      let mark =
        text.contains("\"flyttet_med_fosterforeldre\":true")
        ? "+" : (text.contains("\"flyttet_med_fosterforeldre\":null") ? "?" : "")
      return "\(value("hjem") ?? "-")\(mark) \(value("fra") ?? "-")..\(value("til") ?? "")"
    }
  }

  private static let to = [
    Element.tiltak(1, "2020-01-01", til: "2022-06-30"), Element.tiltak(2, "2022-07-01"),
  ]

  @Test func `a new measure is a new home`() throws {
    #expect(try hjem(TestSak(tiltak: Self.to)) == ["H1 2020-01-01..2022-06-30", "H2 2022-07-01.."])
    #expect(
      try hjem(TestSak(tiltak: Self.to.reversed())) == ["H1 2020-01-01..2022-06-30", "H2 2022-07-01.."])
  }

  @Test(arguments: ["2022-06-30", "2022-07-01", "2022-06-01", "2022-07-31"])
  func `a move along with the foster parents joins the stays`(_ dato: String) throws {
    let sak = TestSak(tiltak: Self.to, flyttinger: [Element.flytting(1, dato, årsak: "1.3", til: "1")])
    #expect(try hjem(sak) == ["H1 2020-01-01..2022-06-30", "H2+ 2022-07-01.."])
  }

  @Test func `a change of address is the same home`() throws {
    let sak = TestSak(
      tiltak: [
        Self.to[0], Element.tiltak(2, "2022-07-01", til: "2024-12-31"), Element.tiltak(3, "2025-01-01"),
      ],
      flyttinger: [Element.flytting(1, "2022-06-30", årsak: "1.1.5", til: "9")])
    #expect(
      try hjem(sak) == ["H1 2020-01-01..2022-06-30", "H1 2022-07-01..2024-12-31", "H2 2025-01-01.."])
  }

  @Test func `a move for any other reason is a new home`() throws {
    let sak = TestSak(
      tiltak: Self.to, flyttinger: [Element.flytting(1, "2022-06-30", årsak: "1.2.2", til: "2")])
    #expect(try hjem(sak) == ["H1 2020-01-01..2022-06-30", "H2 2022-07-01.."])
  }

  @Test func `a move far from the border says nothing of it`() throws {
    let sak = TestSak(
      tiltak: Self.to, flyttinger: [Element.flytting(1, "2022-05-01", årsak: "1.3", til: "1")])
    #expect(try hjem(sak) == ["H1 2020-01-01..2022-06-30", "H2 2022-07-01.."])
  }

  @Test func `the nearest move decides, and two that disagree decide nothing`() throws {
    let along = Element.flytting(1, "2022-06-30", årsak: "1.3", til: "1")
    let away = Element.flytting(2, "2022-06-10", årsak: "1.2.1", til: "2")
    let sameDay = Element.flytting(2, "2022-06-30", årsak: "1.2.1", til: "2")
    #expect(try hjem(TestSak(tiltak: Self.to, flyttinger: [away, along])).last == "H2+ 2022-07-01..")
    #expect(try hjem(TestSak(tiltak: Self.to, flyttinger: [sameDay, along])).last == "H2? 2022-07-01..")
  }

  @Test func `a new decision without a move may be the same home`() throws {
    let first = Element.tiltak(1, "2020-01-01", til: "2022-06-30", hjemmel: "BVL 4-6")
    #expect(
      try hjem(TestSak(tiltak: [first, Element.tiltak(2, "2022-07-01", hjemmel: "BVL 4-12")])) == [
        "H1 2020-01-01..2022-06-30", "H2? 2022-07-01..",
      ])
    let gap = Element.tiltak(2, "2022-07-03", hjemmel: "BVL 4-12")
    #expect(try hjem(TestSak(tiltak: [first, gap])).last == "H2 2022-07-03..")
    let otherKind = Element.tiltak(2, "2022-07-01", "2.1", hjemmel: "BVL 4-12")
    #expect(try hjem(TestSak(tiltak: [first, otherKind])).last == "H2 2022-07-01..")
  }

  /// The register lets placements overlap by 90 days; a record does not.
  @Test(arguments: [
    ("2022-07-01", "2022-07-01", "H1 2020-01-01..2022-06-30", "H2 2022-07-01.."),
    ("2022-09-28", "2022-07-01", "H1 2020-01-01..2022-06-30", "H2 2022-07-01.."),
    ("2022-09-29", "2022-07-01", "- 2020-01-01..2022-09-29", "H2 2022-07-01.."),
    ("2022-06-30", "2020-01-01", "- 2020-01-01..2022-06-30", "H2 2020-01-01.."),
  ])
  func `placements that overlap are told apart, or their home is not known`(
    _ end: String, _ next: String, _ first: String, _ second: String
  ) throws {
    let sak = TestSak(tiltak: [Element.tiltak(1, "2020-01-01", til: end), Element.tiltak(2, next)])
    #expect(try hjem(sak) == [first, second])
    var fil = Registerfil()
    fil.saker = [sak]
    let told = try Importbenk().importer([fil])
    #expect(told.importert == 1)
    #expect(
      told.linje.contains("; overlapping placements adjusted: 1;") || told.linje.hasSuffix("adjusted: 1"))
  }

  @Test func `an institution is a home of its own`() throws {
    let sak = TestSak(
      tiltak: [
        Element.tiltak(1, "2020-01-01", til: "2021-01-01"),
        Element.tiltak(2, "2021-01-02", til: "2022-01-01", "1.1"),
        Element.tiltak(3, "2022-01-02"),
      ], flyttinger: [Element.flytting(1, "2022-01-01", årsak: "1.3", til: "9")])
    #expect(
      try hjem(sak) == ["H1 2020-01-01..2021-01-01", "H2 2021-01-02..2022-01-01", "H3 2022-01-02.."])
  }

  @Test func `a move to another foster home in the midst of a measure divides it`() throws {
    let sak = TestSak(
      tiltak: [Element.tiltak(1, "2020-01-01")],
      flyttinger: [Element.flytting(1, "2023-05-31", årsak: "1.2.1", til: "2")])
    #expect(try hjem(sak) == ["H1 2020-01-01..2023-05-31", "H2 2023-06-01.."])
  }

  @Test(arguments: [("1.3", "1"), ("1.1.5", "9"), ("2.1", "2")])
  func `other moves in the midst of a measure change nothing`(_ årsak: String, _ til: String) throws {
    let sak = TestSak(
      tiltak: [Element.tiltak(1, "2020-01-01")],
      flyttinger: [Element.flytting(1, "2023-05-31", årsak: årsak, til: til)])
    #expect(try hjem(sak) == ["H1 2020-01-01.."])
  }

  @Test func `a move near either end of a measure belongs to the end`() throws {
    let one = [Element.tiltak(1, "2020-01-01", til: "2023-05-31")]
    for dato in ["2020-01-15", "2020-02-01", "2023-04-30", "2023-05-31", "2023-08-01"] {
      let sak = TestSak(tiltak: one, flyttinger: [Element.flytting(1, dato, årsak: "1.2.1", til: "2")])
      #expect(try hjem(sak) == ["H1 2020-01-01..2023-05-31"], "\(dato)")
    }
  }

  @Test func `a move out of foster care while the measure goes on leaves the placements incomplete`() throws {
    let sak = try post(
      TestSak(
        tiltak: [Element.tiltak(1, "2020-01-01")],
        flyttinger: [Element.flytting(1, "2023-05-31", årsak: "1.1.1", til: "6")]))
    #expect(sak.samling("plassering")?.count == 1)
    #expect(sak.ufullstendig == ["medvirkning", "plassering"])
  }

  @Test(
    arguments: [
      ([Element.tiltak(1, "2020-01-01")], "omsorgssak"),
      ([Element.tiltak(1, "2020-01-01", hjemmel: "BVL 4-4")], "frivillig_plassering"),
      ([Element.tiltak(1, "2020-01-01", hjemmel: "BVL 4-6")], nil),
      (
        [Element.tiltak(1, "2020-01-01", hjemmel: "BVL 4-6"), Element.tiltak(2, "2020-01-01", "3.1")],
        "omsorgssak"
      ),
      ([Element.tiltak(1, "2020-01-01", til: "2025-01-01", opphevelse: "1")], nil),
      ([Element.tiltak(1, "2020-01-01", til: "2025-01-01")], "omsorgssak"),
      ([Element.tiltak(1, "2020-01-01", til: "2025-01-01", hjemmel: "BVL 4-4")], nil),
      ([Element.tiltak(1, "2020-01-01", "3.1", hjemmel: "BVL 4-4")], "hjelpetiltak"),
      ([Element.tiltak(1, "2024-01-01", "3.1", hjemmel: "BVL2021 3-1")], "hjelpetiltak"),
      ([Element.tiltak(1, "2024-01-01", "3.1", hjemmel: "BVL2021 3-4")], nil),
      ([Element.tiltak(1, "2020-01-01", til: "2021-01-01", "3.1", hjemmel: "BVL 4-4")], nil), ([], nil),
    ] as [([String], String?)]) func `the running or last placement decides the kind of case`(
      _ tiltak: [String], _ sakstype: String?
    ) throws
  {
    #expect(try post(TestSak(tiltak: tiltak)).opplysning("sakstype") == sakstype)
  }

  @Test func `support measures beside a care order do not make it a support case`() throws {
    let sak = TestSak(
      tiltak: [Element.tiltak(1, "2020-01-01", "3.1", hjemmel: "BVL 4-4")],
      vedtak: [Element.vedtak(1, "2020-01-01", statuser: "1 2020-01-01")])
    #expect(try post(sak).opplysning("sakstype") == nil)
  }

  @Test func `permanent stay is looked for from 2026 and open once its provision is used`() throws {
    var before = Registerfil()
    before.datoUttrekk = "2025-12-30T10:00:00+01:00"
    let used = TestSak(vedtak: [
      Element.vedtak(1, "2025-11-01", hjemmel: "BVL2021 5-12", statuser: "1 2025-11-01")
    ])
    #expect(try post(used, fil: before).samling("varig_opphold") == [])
    #expect(try post(used).samling("varig_opphold") == nil)
    #expect(try post(TestSak()).samling("varig_opphold") == [])
  }
}
