import Testing

@testable import RegisterImport

/// Follow-up, supervision and participation. The extract is made on 2026-03-02.
struct BesøkTests {
  private func frekvens(_ content: String, _ samling: String = "besøksfrekvens", til: String? = nil) throws
    -> [String]
  {
    let sak = try post(TestSak(tiltak: [Element.tiltak(1, "2022-01-01", til: til, oppfølging: content)]))
    return try #require(sak.samling(samling))
  }

  @Test func `frequencies follow one another`() throws {
    #expect(
      try frekvens("4 2022-01-01 2 2024-02-01") == [
        "{\"dato\":\"2022-01-01\",\"kode\":4}", "{\"dato\":\"2024-02-01\",\"kode\":2}",
      ])
  }

  @Test func `a frequency from before the measure holds from its first day`() throws {
    #expect(try frekvens("4 2021-05-01") == ["{\"dato\":\"2022-01-01\",\"kode\":4}"])
    #expect(try frekvens("2 2020-05-01 4 2021-05-01") == ["{\"dato\":\"2022-01-01\",\"kode\":4}"])
    #expect(try frekvens("2 2021-05-01 4 2022-01-01") == ["{\"dato\":\"2022-01-01\",\"kode\":4}"])
  }

  @Test func `two codes on one day may be either, and the same code twice is once`() throws {
    #expect(try frekvens("2 2022-01-01 4 2022-01-01") == ["{\"dato\":\"2022-01-01\",\"kode\":[4,2]}"])
    #expect(try frekvens("4 2022-01-01 4 2022-01-01") == ["{\"dato\":\"2022-01-01\",\"kode\":4}"])
  }

  @Test func `a frequency after the end of its measure never reaches the next home`() throws {
    let sak = try post(
      TestSak(tiltak: [
        Element.tiltak(1, "2022-01-01", til: "2023-12-31", oppfølging: "4 2022-01-01 2 2024-06-01"),
        Element.tiltak(2, "2024-01-01", oppfølging: "4 2024-01-01"),
      ]))
    #expect(sak.bortfall == [.hyppighetEtterTiltaket: 1])
    #expect(
      sak.samling("besøksfrekvens") == [
        "{\"dato\":\"2022-01-01\",\"kode\":4}", "{\"dato\":\"2024-01-01\",\"kode\":4}",
      ])
  }

  @Test func `visits and supervision go to their own collections, sorted`() throws {
    let sak = try post(
      TestSak(tiltak: [
        Element.tiltak(
          1, "2024-01-01", oppfølging: "4 2024-01-01 | 2025-06-01 2024-03-01",
          tilsyn: "2 2024-01-01 | 2024-05-01")
      ]))
    let form = "\"form\":[\"stedlig\",\"digital\"]"
    #expect(
      sak.samling("oppfølgingsbesøk") == [
        "{\"dato\":\"2024-03-01\",\(form)}", "{\"dato\":\"2025-06-01\",\(form)}",
      ])
    #expect(sak.samling("tilsynsbesøk") == ["{\"dato\":\"2024-05-01\",\(form)}"])
    #expect(sak.samling("tilsynsfrekvens") == ["{\"dato\":\"2024-01-01\",\"kode\":2}"])
    #expect(sak.ufullstendig == ["medvirkning"])
  }

  @Test func `two visits on one day are both there`() throws {
    let sak = try post(
      TestSak(tiltak: [Element.tiltak(1, "2024-01-01", oppfølging: "| 2024-03-01 2024-03-01")]))
    #expect(sak.samling("oppfølgingsbesøk")?.count == 2)
  }

  @Test(
    arguments: [
      (nil, "", ["besøksfrekvens", "medvirkning", "oppfølgingsbesøk"]),
      ("", nil, ["medvirkning", "tilsynsbesøk", "tilsynsfrekvens"]),
      (nil, nil, ["besøksfrekvens", "medvirkning", "oppfølgingsbesøk", "tilsynsbesøk", "tilsynsfrekvens"]),
      ("", "", ["medvirkning"]),
    ] as [(String?, String?, [String])])
  func `a foster placement without the element leaves its collections incomplete`(
    _ oppfølging: String?, _ tilsyn: String?, _ ufullstendig: [String]
  ) throws {
    let tiltak = [
      Element.tiltak(1, "2022-01-01", til: "2023-01-01"),
      Element.tiltak(2, "2023-01-02", oppfølging: oppfølging, tilsyn: tilsyn),
    ]
    #expect(try post(TestSak(tiltak: tiltak)).ufullstendig == ufullstendig)
  }

  @Test func `an institution has neither, and nothing is incomplete for that`() throws {
    let sak = try post(TestSak(tiltak: [Element.tiltak(1, "2024-01-01", "1.1")]))
    #expect(sak.ufullstendig == ["medvirkning"])
    #expect(sak.opplysning("tilsynsansvar") == nil)
    #expect(!sak.erFosterbarn)
  }

  @Test(arguments: [
    ("1.1", "{\"dato\":\"2026-01-10\"}"), ("1.2", "{\"dato\":\"2026-01-10\"}"),
    ("1.3", "{\"dato\":\"2026-01-10\"}"), ("1.4", "{\"dato\":\"2026-01-10\"}"),
    ("2.1", "{\"dato\":\"2026-01-10\",\"grunn_ikke_medvirket\":\"ikke_gitt_anledning\"}"),
    ("2.2", "{\"dato\":\"2026-01-10\",\"grunn_ikke_medvirket\":\"ville_ikke\"}"),
  ]) func `participation tells the reason when there was none, and no more`(
    _ type: String, _ event: String
  ) throws {
    let sak = TestSak(undersøkelser: [
      Element.undersøkelse(1, "2026-01-01", medvirkning: ("2026-01-10", type))
    ])
    #expect(try post(sak).samling("medvirkning") == [event])
    #expect(try post(sak).ufullstendig.contains("medvirkning"))
    #expect(
      try post(TestSak(undersøkelser: [Element.undersøkelse(1, "2026-01-01")])).samling("medvirkning") == [])
  }
}
