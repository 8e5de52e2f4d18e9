import Checklists
import Foundation
import Testing

struct SviktområdeTests {
  @Test func `every failure area that a point watches has a name`() throws {
    let library = try Prøvebibliotek.shipped()
    #expect(library.navn(påSviktområde: 9) == "Samtale med barnet alene")
    for punkt in library.sjekklister.flatMap(\.punkter) {
      #expect(library.sviktområder[punkt.sviktområde] != nil, "\(punkt.id)")
    }
  }

  @Test(arguments: [
    ("sviktområder:\n  10: For mange", "IK023", 2, 3), ("sviktområder:\n  tre: Besøk", "IK023", 2, 3),
    ("områder:\n  3: Besøk", "IK021", 1, 1),
  ])
  func `a fault in the names is told with its place`(
    _ text: String, _ code: String, _ line: Int, _ column: Int
  )
    throws
  {
    let model = Prøvebibliotek.rot.appending(path: "Checklists/saksmodell.yaml")
    let files: [Sjekklistebibliotek.Fil] = [
      .init(sti: "saksmodell.yaml", bytes: Array(try Data(contentsOf: model))),
      .init(sti: "sviktomrader.yaml", bytes: Array(text.utf8)),
    ]
    let error = try #require(throws: Definisjonsfeilene.self) {
      try Sjekklistebibliotek(files, mappe: "Checklists")
    }
    let first = try #require(error.feil.first)
    #expect(first.fil == "Checklists/sviktomrader.yaml")
    #expect((first.kode, first.linje, first.kolonne) == (code, line, column))
  }
}
