import Foundation
import Testing

@testable import RegisterImport

/// Whole imports, from files to files.
struct ImportTests {
  private func sak(_ number: Int, _ tiltak: [String] = [], attributter: String = "") -> TestSak {
    TestSak(
      id: Registerfil.uuid(100 + number), journalnummer: "J/\(number)", attributter: attributter,
      tiltak: tiltak)
  }

  @Test func `every case is accounted for in one line`() throws {
    let benk = try Importbenk()
    let told = try benk.importer(
      [
        Registerfil(saker: [
          sak(1, [Element.tiltak(1, "2024-01-10", oppfølging: "| 2026-03-02")]),
          sak(2, [Element.tiltak(1, "2024-01-10", hjemmel: "BVL2021 3-2")]), sak(3),
          sak(4, attributter: " Avsluttet=\"true\""), sak(5, attributter: " SluttDato=\"2025-01-01\""),
          sak(6, attributter: " ErSlettet=\"true\""), sak(7, [Element.tiltak(1, "2026-04-01")]),
        ])
      ], forventet: 2)
    #expect(
      told.linje == """
        cases in file: 7; imported: 3; skipped: 4 (avsluttet 2, slettet 1, hendelse_etter_uttrekk 1); \
        dropped events: 1 (på_uttrekksdagen 1); foster children: 2; expected: 2 (agrees)
        """)
    #expect(!told.avvikerFraForventet)
    #expect(told.advarsler == [])
    #expect(told.uttrekk.map { "\($0)" } == "2026-03-01")
    #expect(try benk.linjer().count == 3)
    #expect(try benk.kobling().map { $0[1] } == ["J/1", "J/2", "J/3"])
  }

  @Test func `a count that does not agree is told and imported all the same`() throws {
    let benk = try Importbenk()
    let told = try benk.importer([Registerfil(saker: [sak(1)])], forventet: 4)
    #expect(told.avvikerFraForventet)
    #expect(told.linje.hasSuffix("foster children: 0; expected: 4 (does not agree)"))
    #expect(told.advarsler.count == 1)
    #expect(try benk.linjer().count == 1)
  }

  @Test func `the same input gives the same bytes`() throws {
    let files = [Registerfil(saker: [sak(1, [Element.tiltak(1, "2024-01-10")]), sak(2)])]
    let (a, b) = (try Importbenk(), try Importbenk())
    #expect(try a.importer(files) == b.importer(files))
    #expect(try a.les("ut/saker.jsonl") == b.les("ut/saker.jsonl"))
    #expect(try a.les("kobling.csv") == b.les("kobling.csv"))
  }

  @Test func `two open cases with one journal number are both left out`() throws {
    let benk = try Importbenk()
    let twin = TestSak(
      id: Registerfil.uuid(900), journalnummer: "J/2", tiltak: [Element.tiltak(1, "2024-01-10")])
    let told = try benk.importer([Registerfil(saker: [sak(1), sak(2), sak(3), twin, twin, sak(4)])])
    #expect(told.hoppetOver == [.sammeJournalnummer: 3])
    #expect(told.importert == 3)
    #expect(told.sakerIFil == 6)
    #expect(told.fosterbarn == 0)
    #expect(try benk.kobling().map { $0[1] } == ["J/1", "J/3", "J/4"])
    #expect(try benk.linjer().count == 3)
    for (line, link) in zip(try benk.linjer(), try benk.kobling()) { #expect(line.contains(link[0])) }
  }

  @Test func `a closed case does not stand in the way of the open one with its number`() throws {
    let benk = try Importbenk()
    let old = TestSak(id: Registerfil.uuid(900), journalnummer: "J/1", attributter: " Avsluttet=\"true\"")
    let told = try benk.importer([Registerfil(saker: [old, sak(1)])])
    #expect(told.importert == 1)
    #expect(told.hoppetOver == [.avsluttet: 1])
  }

  @Test func `the unit is the numbers of who delivers the file, unless it is named`() throws {
    let benk = try Importbenk()
    let file = Registerfil(bydelsnummer: "07", saker: [sak(1)])
    let path = try benk.skriv("fil.xml", file.xml)
    _ = try Registerimport(nøkkel: Importbenk.nøkkel).importer(filer: [path], til: benk.sti("a"))
    #expect(
      try benk.les("a/saker.jsonl").contains(
        "\"enhet\":\"kommune-9901-bydel-07\",\"team\":\"kommune-9901-bydel-07\""))
    _ = try benk.importer([file])
    #expect(try benk.les("ut/saker.jsonl").contains("\"enhet\":\"solvik\",\"team\":\"fosterhjem-1\""))
  }

  @Test func `an old file is replaced, and nothing else in the folder is touched`() throws {
    let benk = try Importbenk()
    try FileManager.default.createDirectory(atPath: benk.sti("ut"), withIntermediateDirectories: true)
    try benk.skriv("ut/saker.jsonl", "gammelt\n")
    try benk.skriv("ut/annet.txt", "annet")
    _ = try benk.importer([Registerfil(saker: [sak(1)])])
    #expect(try benk.utfiler() == ["annet.txt", "saker.jsonl"])
    #expect(!(try benk.les("ut/saker.jsonl")).contains("gammelt"))
    #expect(try benk.rettigheter("ut/saker.jsonl") == 0o600)
  }

  @Test(arguments: ["ut/kobling.csv", "ut/under/kobling.csv", "ut", "ut/../ut/k.csv", "lenke/k.csv"])
  func `the list that links must lie outside the folder of cases`(_ sti: String) throws {
    let benk = try Importbenk()
    try FileManager.default.createDirectory(atPath: benk.sti("ut/under"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: benk.sti("lenke"), withDestinationPath: benk.sti("ut"))
    let path = try benk.skriv("fil.xml", Registerfil(saker: [sak(1)]).xml)
    let error = try #require(throws: Importfeil.self) {
      try Registerimport(nøkkel: Importbenk.nøkkel)
        .importer(filer: [path], til: benk.sti("ut"), koblingsliste: benk.sti(sti))
    }
    #expect(error.slag == .ikkeTillatt)
    #expect(try benk.utfiler() == ["under"])
  }

  @Test func `the list that links never replaces a file that is read`() throws {
    let benk = try Importbenk()
    let path = try benk.skriv("fil.xml", Registerfil(saker: [sak(1)]).xml)
    let error = try #require(throws: Importfeil.self) {
      try Registerimport(nøkkel: Importbenk.nøkkel)
        .importer(filer: [path], til: benk.sti("ut"), koblingsliste: benk.sti("./fil.xml"))
    }
    #expect(error.slag == .ikkeTillatt)
    #expect(try benk.les("fil.xml").contains("Barnevern"))
  }

  @Test func `keys and names are checked`() throws {
    for short in [[], Array(repeating: UInt8(7), count: 15)] {
      let error = #expect(throws: Importfeil.self) { try Registerimport(nøkkel: short) }
      #expect(error?.slag == .ikkeTillatt)
    }
    _ = try Registerimport(nøkkel: Array(repeating: 0, count: 16))
    for name in [
      "", "Solvik bydel", "sø", "31129956715", "a\u{0308}", String(repeating: "a", count: 41), "a\"b",
    ] {
      #expect(throws: Importfeil.self) { try Registerimport(nøkkel: Importbenk.nøkkel, enhet: name) }
      #expect(throws: Importfeil.self) { try Registerimport(nøkkel: Importbenk.nøkkel, team: name) }
    }
  }

  @Test func `a key file is read byte for byte`() throws {
    let benk = try Importbenk()
    let bytes = (0...255).map { UInt8($0) } + [0x0A]
    try Data(bytes).write(to: benk.rot.appendingPathComponent("nøkkel"))
    #expect(try Registerimport.lesNøkkel(fil: benk.sti("nøkkel")) == bytes)
    #expect(throws: Importfeil.self) { try Registerimport.lesNøkkel(fil: benk.sti("finnes-ikke")) }
    try Data(count: 65_537).write(to: benk.rot.appendingPathComponent("lang"))
    #expect(throws: Importfeil.self) { try Registerimport.lesNøkkel(fil: benk.sti("lang")) }
  }

  @Test func `nothing to read and nowhere to write are told apart`() throws {
    let benk = try Importbenk()
    let path = try benk.skriv("fil.xml", Registerfil(saker: [sak(1)]).xml)
    let register = try Registerimport(nøkkel: Importbenk.nøkkel)
    let noFile = #expect(throws: Importfeil.self) { try register.importer(filer: [], til: benk.sti("ut")) }
    #expect(noFile?.slag == .ikkeTillatt)
    for missing in [benk.sti("finnes-ikke.xml"), benk.rot.path] {
      let error = #expect(throws: Importfeil.self) {
        try register.importer(filer: [missing], til: benk.sti("ut"))
      }
      #expect(error?.slag == .uleselig)
    }
    let blocked = #expect(throws: Importfeil.self) {
      try register.importer(filer: [path], til: benk.sti("fil.xml/ut"))
    }
    #expect(blocked?.kode == "import-skriving")
    let nowhere = #expect(throws: Importfeil.self) {
      try register.importer(filer: [path], til: benk.sti("ut"), koblingsliste: benk.sti("mangler/k.csv"))
    }
    #expect(nowhere?.kode == "import-skriving")
    #expect(!benk.finnes("ut"))
  }
}
