import Testing

@testable import RegisterImport

/// Who answers for supervision, now and by date. The extract is made on 2026-03-02, by municipality 9901.
struct TilsynsansvarTests {
  @Test(arguments: [
    ("", "egen"), ("@9902 2024-01-01", "annen"), ("@9901 2024-01-01@9902 2025-01-01", "annen"),
    ("@9902 2024-01-01@9901 2025-01-01", "egen"), ("@9902 2024-01-01@9901 2026-03-02", "annen"),
  ]) func `the municipality in force at uttrekk answers for supervision`(
    _ tilsyn: String, _ ansvar: String
  ) throws {
    #expect(
      try post(TestSak(tiltak: [Element.tiltak(1, "2024-01-01", tilsyn: tilsyn)])).opplysning("tilsynsansvar")
        == ansvar)
  }

  @Test func `nobody is named when nothing runs, nothing is told, or two placements differ`() throws {
    let ended = [Element.tiltak(1, "2024-01-01", til: "2025-01-01")]
    let untold = [Element.tiltak(1, "2024-01-01", tilsyn: nil)]
    let later = [Element.tiltak(1, "2024-01-01", tilsyn: "@9901 2026-03-02")]
    let differing = [
      Element.tiltak(1, "2024-01-01"), Element.tiltak(2, "2026-02-01", tilsyn: "@9902 2026-02-01"),
    ]
    for tiltak in [ended, untold, later, differing] {
      #expect(try post(TestSak(tiltak: tiltak)).opplysning("tilsynsansvar") == nil)
    }
  }

  private static let rekker: [(String, [String], [String]?)] = [
    ("our own from the first day", [Element.tiltak(1, "2024-01-01")], ["2024-01-01 egen"]),
    (
      "from before the placement",
      [Element.tiltak(1, "2024-01-01", tilsyn: "@9902 2022-05-01@9901 2023-05-01")],
      ["2024-01-01 egen"]
    ),
    (
      "taken over in the midst",
      [Element.tiltak(1, "2024-01-01", tilsyn: "@9901 2024-01-01@9902 2025-02-03")],
      ["2024-01-01 egen", "2025-02-03 annen"]
    ),
    (
      "from one stranger to another",
      [Element.tiltak(1, "2024-01-01", tilsyn: "@9902 2024-01-01@9903 2025-02-03")], ["2024-01-01 annen"]
    ),
    (
      "named only later", [Element.tiltak(1, "2024-01-01", tilsyn: "@9901 2024-07-01")],
      ["2024-01-01 ukjent", "2024-07-01 egen"]
    ),
    (
      "twice the same on one day",
      [Element.tiltak(1, "2024-01-01", tilsyn: "@9902 2024-01-01@9902 2024-01-01")], ["2024-01-01 annen"]
    ),
    (
      "a contradiction on one day",
      [Element.tiltak(1, "2024-01-01", tilsyn: "@9901 2024-01-01@9902 2024-01-01@9902 2025-01-01")],
      ["2024-01-01 egen|annen", "2025-01-01 annen"]
    ),
    (
      "the same in the next home",
      [Element.tiltak(1, "2022-01-01", til: "2023-12-31"), Element.tiltak(2, "2024-01-01")],
      ["2022-01-01 egen"]
    ),
    (
      "another in the next home, which is moved to on the last day of the first",
      [
        Element.tiltak(1, "2022-01-01", til: "2024-01-01"),
        Element.tiltak(2, "2024-01-01", tilsyn: "@9902 2024-01-01"),
      ], ["2022-01-01 egen", "2024-01-01 annen"]
    ),
    (
      "the next home tells nothing",
      [Element.tiltak(1, "2022-01-01", til: "2023-12-31"), Element.tiltak(2, "2024-01-01", tilsyn: nil)],
      ["2022-01-01 egen", "2024-01-01 ukjent"]
    ),
    (
      "two homes at once with different municipalities, until one ends",
      [
        Element.tiltak(1, "2024-01-01", til: "2025-06-30"),
        Element.tiltak(2, "2025-01-01", tilsyn: "@9902 2025-01-01"),
      ], ["2024-01-01 egen", "2025-01-01 egen|annen", "2025-07-01 annen"]
    ),
    (
      "home and back to the same after a while",
      [Element.tiltak(1, "2022-01-01", til: "2022-12-31"), Element.tiltak(2, "2024-01-01")],
      ["2022-01-01 egen"]
    ),
    ("nothing is told at all", [Element.tiltak(1, "2024-01-01", tilsyn: nil)], nil),
    ("an institution", [Element.tiltak(1, "2024-01-01", "1.1")], nil), ("no placement", [], nil),
  ]

  @Test(arguments: rekker.indices) func `the record has an entry for each day on which it changes`(
    _ index: Int
  ) throws {
    let (_, tiltak, told) = Self.rekker[index]
    let sak = try post(TestSak(tiltak: tiltak))
    let values = ["egen": ",\"ansvar\":\"egen\"", "annen": ",\"ansvar\":\"annen\"", "ukjent": ""]
      .merging(["egen|annen": ",\"ansvar\":[\"egen\",\"annen\"]"]) { $1 }
    let expected = try told?.map { line in
      let words = line.split(separator: " ").map(String.init)
      return "{\"dato\":\"\(words[0])\"\(try #require(values[words[1]]))}"
    }
    #expect(sak.samling("tilsynskommune") == expected)
    #expect(sak.bortfall == [:])
    #expect(!sak.ufullstendig.contains("tilsynskommune"))
  }

  @Test func `what never came to hold is counted, and no list is made of it alone`() throws {
    let sak = try post(
      TestSak(tiltak: [
        Element.tiltak(1, "2024-01-01", til: "2024-12-31", tilsyn: "@9902 2025-02-01@9901 2026-03-02")
      ]))
    #expect(sak.samling("tilsynskommune") == nil)
    #expect(sak.bortfall == [.tilsynsansvarEtterTiltaket: 1, .påUttrekksdagen: 1])
  }
}
