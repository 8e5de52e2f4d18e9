import Testing

@testable import RegisterImport

/// A total file and the files of changes that go on from it.
struct FilkjedeTests {
  private static let a = Registerfil.uuid(0xA)
  private static let b = Registerfil.uuid(0xB)
  private static let c = Registerfil.uuid(0xC)

  private func sak(_ number: Int, _ tiltak: [String] = [], slettet: [String] = [], attributter: String = "")
    -> TestSak
  {
    TestSak(
      id: Registerfil.uuid(100 + number), journalnummer: "J/\(number)", attributter: attributter,
      tiltak: tiltak,
      slettet: slettet)
  }

  private var grunnlag: Registerfil {
    Registerfil(
      id: Self.a, datoUttrekk: "2026-01-02T02:00:00+01:00",
      saker: [
        sak(1, [Element.tiltak(1, "2024-01-10", oppfølging: "| 2024-03-01")]),
        sak(2, [Element.tiltak(1, "2024-01-10"), Element.tiltak(2, "2025-01-10", "3.1")]), sak(3),
      ])
  }

  private var endring: Registerfil {
    Registerfil(
      id: Self.b, forrigeId: Self.a, datoUttrekk: "2026-02-02T02:00:00+01:00",
      saker: [
        sak(2, [Element.tiltak(1, "2024-01-10", til: "2026-01-31", oppfølging: "| 2026-01-15")]),
        sak(4, [Element.tiltak(9, "2026-01-20")]),
      ])
  }

  private var sisteEndring: Registerfil {
    Registerfil(
      id: Self.c, forrigeId: Self.b, datoUttrekk: "2026-03-02T02:00:00+01:00",
      saker: [
        sak(2, slettet: [Element.slettet("Tiltak", 1001)]), sak(3, attributter: " ErSlettet=\"true\""),
        sak(4, [Element.tiltak(9, "2026-01-20", oppfølging: "| 2026-02-20")]),
      ])
  }

  @Test func `files given in any order give the same cases`() throws {
    let files = [grunnlag, endring, sisteEndring]
    var seen: Set<String> = []
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
      let benk = try Importbenk()
      let told = try benk.importer(order.map { files[$0] })
      #expect(told.linje.hasPrefix("cases in file: 4; imported: 3; skipped: 1 (slettet 1)"))
      #expect(told.advarsler == [])
      #expect(told.fosterbarn == 2)
      seen.insert(try benk.les("ut/saker.jsonl"))
    }
    #expect(seen.count == 1)
  }

  @Test func `later files replace elements by id, and the last file sets uttrekk for all`() throws {
    let benk = try Importbenk()
    _ = try benk.importer([grunnlag, endring])
    let lines = try benk.linjer()
    let order = try benk.kobling().map { $0[1] }
    #expect(order == ["J/1", "J/3", "J/2", "J/4"])
    #expect(lines.allSatisfy { $0.contains("\"uttrekk\":\"2026-02-01\"") })
    #expect(lines[2].contains("\"til\":\"2026-01-31\""))
    #expect(lines[2].contains("\"oppfølgingsbesøk\":[{\"dato\":\"2026-01-15\""))
    #expect(lines[0].contains("\"oppfølgingsbesøk\":[{\"dato\":\"2024-03-01\""))
  }

  @Test func `what a later file deletes is gone, what it does not name stays`() throws {
    let benk = try Importbenk()
    _ = try benk.importer([grunnlag, endring, sisteEndring])
    let line = try #require(zip(try benk.kobling(), try benk.linjer()).first { $0.0[1] == "J/2" }?.1)
    #expect(line.contains("\"plassering\":[]"))
    #expect(line.contains("\"sakstype\":\"omsorgssak\""), "the measure of category 3 is still there")
  }

  @Test func `an element marked as deleted takes the earlier one with it`() throws {
    var change = endring
    change.saker = [sak(1, [Element.tiltak(1, "2024-01-10", attributter: " ErSlettet=\"true\"")])]
    let benk = try Importbenk()
    let told = try benk.importer([grunnlag, change])
    #expect(told.fosterbarn == 1)
    #expect(try benk.linjer().contains { $0.contains("\"plassering\":[]") && !$0.contains("sakstype") })
  }

  @Test func `an element that comes back after its deletion is there`() throws {
    var change = endring
    change.saker = [sak(1, slettet: [Element.slettet("Tiltak", 1001)])]
    var again = sisteEndring
    again.saker = [sak(1, [Element.tiltak(1, "2024-01-10")])]
    let benk = try Importbenk()
    #expect(try benk.importer([again, grunnlag, change]).fosterbarn == 2)
  }

  @Test func `an id of another kind is another element`() throws {
    var change = endring
    change.saker = [sak(1, slettet: [Element.slettet("Plan", 1001), Element.slettet("Vedtak", 1001)])]
    #expect(try Importbenk().importer([grunnlag, change]).fosterbarn == 2)
  }

  @Test func `a missing base is told, and the file is read as a total file`() throws {
    let benk = try Importbenk()
    let told = try benk.importer([sisteEndring, endring])
    #expect(told.advarsler.count == 1)
    #expect(told.advarsler[0].hasSuffix("goes on from a file that is not given; it is read as a total file"))
    #expect(told.sakerIFil == 3)
  }

  @Test func `files of one case each are chains of their own`() throws {
    let benk = try Importbenk()
    let files = (1...5).map { Registerfil(id: Registerfil.uuid($0), saker: [sak($0)]) }
    let told = try benk.importer(files)
    #expect(told.importert == 5)
    #expect(try benk.kobling().map { $0[1] } == ["J/1", "J/2", "J/3", "J/4", "J/5"])
  }

  @Test func `one case in two chains is left out of both`() throws {
    let files = [Registerfil(id: Self.a, saker: [sak(1)]), Registerfil(id: Self.b, saker: [sak(1), sak(2)])]
    let told = try Importbenk().importer(files)
    #expect(told.importert == 1)
    #expect(told.hoppetOver == [.sammeJournalnummer: 2])
  }

  @Test func `a chain that is no chain stops the import`() throws {
    var twin = grunnlag
    twin.saker = [sak(7)]
    var fork = sisteEndring
    fork.forrigeId = Self.a
    var ring = grunnlag
    ring.forrigeId = Self.c
    var early = endring
    early.datoUttrekk = "2025-12-01T02:00:00+01:00"
    for files in [
      [grunnlag, twin], [grunnlag, endring, fork], [ring, endring, sisteEndring], [grunnlag, early],
    ] {
      let benk = try Importbenk()
      let error = #expect(throws: Importfeil.self) { try benk.importer(files) }
      #expect(error?.kode == "import-kjede")
      #expect(!benk.finnes("ut"))
    }
  }
}
