import CaseRecords
import Checklists
import Foundation
import RuleEngine
import Testing
import Values

/// What is said of every outcome of every point, as a page to be read: the first example of each outcome, in the
/// versions of 2014 and 2026. Renew it with `UPDATE_GOLDEN=1`, and read what changed.
@Suite struct `What is said of an outcome` {
  @Test func `stands on a page that somebody has read`() throws {
    let library = try Prøvebibliotek.shipped()
    var page = "Det første eksempelet på hvert utfall. Alle sakene er oppdiktet.\n"
    var count = 0
    for version in ["2014-05-31", "2026-01-05"] {
      let list = try #require(library.sjekkliste("fosterhjem", versjon: version))
      page += "\n\(list.id)\n"
      for punkt in list.punkter {
        page += "\n\(punkt.id)\n"
        var shown: Set<Utfall> = []
        for example in punkt.eksempler where shown.insert(example.utfall).inserted {
          let bunke = try Saksbunke(sak: example.sak, modell: library.modell)
          var run = Punktkontroll(list, bunke, på: example.på)
          run.begin(sak: 0)
          let verdict = run.vurdering(punkt)
          page += "  \(verdict.utfall.rawValue), \(example.på): \(verdict.setning)\n"
          for fact in verdict.mangler { page += "    \(fact.tekst) (\(fact.dokument))\n" }
          count += 1
        }
      }
    }
    #expect(count >= 80)
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Setninger.txt")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" { try Data(page.utf8).write(to: file) }
    #expect(try String(contentsOf: file, encoding: .utf8) == page)
  }
}
