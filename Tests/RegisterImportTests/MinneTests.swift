import Foundation
import JSONText
import Testing

@testable import RegisterImport

/// The way in over bytes: an upload gives what the same files give.
struct MinneTests {
  private static let filer: [(navn: String, [Registerfil])] = [
    ("one total file", [Registerfil(saker: [sak(1), sak(2), sak(3, attributter: " Avsluttet=\"true\"")])]),
    (
      "a total file and changes, in the wrong order",
      [
        Registerfil(
          id: Registerfil.uuid(2), forrigeId: Registerfil.uuid(1), datoUttrekk: "2026-04-02T02:00:00+02:00",
          saker: [sak(2, "2024-02-10"), sak(4)]),
        Registerfil(saker: [sak(1), sak(2)]),
      ]
    ),
    (
      "changes without a base",
      [Registerfil(id: Registerfil.uuid(2), forrigeId: Registerfil.uuid(1), saker: [sak(1)])]
    ),
    (
      "one journal number twice",
      [Registerfil(saker: [sak(1), sak(2), sak(3), sak(2, id: 900), sak(2, id: 901)])]
    ),
  ]

  private static func sak(
    _ number: Int, _ fra: String = "2024-01-10", id: Int? = nil, attributter: String = ""
  ) -> TestSak {
    TestSak(
      id: Registerfil.uuid(id ?? 100 + number), journalnummer: "J/\(number)", attributter: attributter,
      tiltak: [Element.tiltak(1, fra, oppfølging: "| 2024-05-05 2024-09-09")])
  }

  @Test(arguments: filer.indices) func `bytes give what files give`(_ index: Int) throws {
    let files = Self.filer[index].1
    let benk = try Importbenk()
    var told = try benk.importer(files, forventet: 2)
    let result = try Registerimport(nøkkel: Importbenk.nøkkel, enhet: "solvik", team: "fosterhjem-1")
      .importer(
        files.enumerated().map { ("fil\($0.offset).xml", Array($0.element.xml.utf8)) }, forventet: 2)
    var avstemming = result.avstemming
    #expect(try result.poster.map(\.compactText) == benk.linjer())
    #expect(!result.poster.isEmpty)
    // Warnings name the file, which has a path here and a name there.
    #expect(told.advarsler.count == avstemming.advarsler.count)
    (told.advarsler, avstemming.advarsler) = ([], [])
    #expect(told == avstemming)
  }

  @Test(arguments: [
    ("", "import-xml"), ("<!DOCTYPE a><Barnevern/>", "import-doctype"), ("tekst", "import-xml"),
    ("<Annet/>", "import-skjema"),
  ])
  func `a faulty upload is told of by its name`(_ text: String, _ code: String) throws {
    let register = try Registerimport(nøkkel: Importbenk.nøkkel)
    #expect {
      try register.importer([("a.xml", Array(text.utf8))])
    } throws: { error in
      (error as? Importfeil)?.kode == code && (error as? Importfeil)?.fil == "a.xml"
    }
  }

  @Test func `a name that is an identity is not repeated`() throws {
    let register = try Registerimport(nøkkel: Importbenk.nøkkel)
    #expect {
      try register.importer([("31129956715.xml", Array("<".utf8))])
    } throws: { ($0 as? Importfeil)?.fil == "file 1 of 1" }
  }
}
