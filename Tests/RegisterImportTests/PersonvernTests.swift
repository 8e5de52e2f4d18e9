import CaseRecords
import Foundation
import Testing

@testable import RegisterImport

/// Nothing that identifies a child survives: not in the folder of cases, not in messages, not in file names.
struct PersonvernTests {
  /// One case with something to hide in every place the format has.
  static let sak = TestSak(
    id: "aaaaaaaa-0000-4000-8000-00000000aaaa", journalnummer: "JOURNAL-77/2024",
    attributter: " MigrertId=\"MIGRERT-55\"",
    personalia: [
      TestSak.Personalia(fødselsnummer: "13527248013", født: "2015-05-17", duf: "201017238203")
    ],
    undersøkelser: [
      """
      <Undersokelse Id="\(Registerfil.uuid(4001))" StartDato="2024-01-01">\
      <Vedtaksgrunnlag Kode="18" Presisering="Ola Nordmann fortalte"/></Undersokelse>
      """
    ],
    tiltak: [
      Element.tiltak(
        1, "2024-01-10", "2.99", oppfølging: "| 2024-03-12", presisering: "Hos Kari i Solvikveien 3")
    ],
    vedtak: [Element.vedtak(1, "2024-01-09", statuser: "1 2024-01-09")])

  static let hemmeligheter = [
    "JOURNAL-77", "77/2024", "13527248013", "135272", "2015-05-17", "201017238203", "MIGRERT", "Ola",
    "Nordmann", "Kari",
    "Solvikveien", "aaaaaaaa-0000", "00000000-0000-4000", "999999999", "Prøveverket",
  ]

  @Test func `no value that identifies is in the folder of cases`() throws {
    let benk = try Importbenk()
    let told = try benk.importer([Registerfil(saker: [Self.sak])])
    #expect(told.importert == 1)
    #expect(try benk.utfiler() == ["saker.jsonl"])
    let text = try benk.les("ut/saker.jsonl")
    for secret in Self.hemmeligheter { #expect(!text.contains(secret), "\(secret)") }
    #expect(!"\(told) \(told.linje) \(told.advarsler)".contains("JOURNAL"))
    #expect(Identitetsvakt().treff(i: text) == nil)
  }

  @Test func `the list that links is outside, and holds nothing but pseudonym and journal number`() throws {
    let benk = try Importbenk()
    _ = try benk.importer([
      Registerfil(saker: [Self.sak, TestSak(id: Registerfil.uuid(9), journalnummer: "a;&quot;b")])
    ])
    let pseudonyms = try benk.linjer().compactMap { $0.split(separator: "\"sak\":\"").last?.prefix(20) }
    #expect(
      try benk.les("kobling.csv") == """
        pseudonym;journalnummer
        \(pseudonyms[0]);JOURNAL-77/2024
        \(pseudonyms[1]);"a;""b"

        """)
    for secret in Self.hemmeligheter.dropFirst(2) { #expect(!(try benk.les("kobling.csv")).contains(secret)) }
  }

  @Test func `only the owner can read what is written`() throws {
    let benk = try Importbenk()
    _ = try benk.importer([Registerfil(saker: [Self.sak])])
    #expect(try benk.rettigheter("ut/saker.jsonl") == 0o600)
    #expect(try benk.rettigheter("kobling.csv") == 0o600)
    #expect(try benk.rettigheter("ut") == 0o700)
  }

  /// Every attribute of a valid file is broken in turn: the import stops or goes on, and never tells the value.
  @Test func `no message holds a value of the file`() throws {
    let benk = try Importbenk()
    let xml = Registerfil(saker: [Self.sak]).xml
    let parts = xml.split(separator: "\"", omittingEmptySubsequences: false)
    var failures = 0
    for at in stride(from: 3, to: parts.count, by: 2) {
      var changed = parts
      changed[at] = "HEMMELIG-31129956715-verdi-som-er-altfor-lang-til-at-den-kan-stå-her"
      let path = try benk.skriv("x.xml", changed.joined(separator: "\""))
      do {
        _ = try Registerimport(nøkkel: Importbenk.nøkkel).importer(filer: [path], til: benk.sti("ut2"))
      } catch {
        failures += 1
        #expect(!"\(error)".contains("HEMMELIG"))
        #expect(!"\(error)".contains("31129956715"))
        for secret in Self.hemmeligheter { #expect(!"\(error)".contains(secret)) }
      }
    }
    #expect(failures > 20)
  }

  @Test func `an unknown element or attribute is not told by name`() throws {
    let benk = try Importbenk()
    let element = try benk.skriv(
      "x.xml", Registerfil(saker: [TestSak(slettet: ["<OlaNordmann/>"])]).xml)
    let error = try #require(throws: Importfeil.self) {
      try Registerimport(nøkkel: Importbenk.nøkkel).importer(filer: [element], til: benk.sti("ut"))
    }
    #expect(error.kode == "import-skjema")
    #expect(!"\(error)".contains("OlaNordmann"))
    let attribute = try benk.skriv(
      "y.xml", Registerfil(saker: [TestSak(attributter: " Fornavn=\"Ola\" Etternavn=\"Nordmann\"")]).xml)
    _ = try Registerimport(nøkkel: Importbenk.nøkkel).importer(filer: [attribute], til: benk.sti("ut"))
    #expect(!(try benk.les("ut/saker.jsonl")).contains("Ola"))
  }

  @Test func `a file whose name may be an identity is named by its number`() throws {
    let benk = try Importbenk()
    let path = try benk.skriv("sak-31129956715.xml", "<x/>")
    let error = try #require(throws: Importfeil.self) {
      try Registerimport(nøkkel: Importbenk.nøkkel).importer(filer: [path], til: benk.sti("ut"))
    }
    #expect(error.fil == "file 1 of 1")
    #expect(!"\(error)".contains("31129956715"))
  }
}
