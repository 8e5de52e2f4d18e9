import CaseRecords
import Checklists
import Foundation
import RuleEngine
import Testing
import Values

@Suite struct `What the sample cases must give` {
  private struct Rad {
    var sak: String
    var på: Dato
    var kjent: Dato?
    var punkt: String
    var utfall: String
  }

  private func rader(_ file: String) throws -> [Rad] {
    let url = Prøvebibliotek.rot.appending(path: "SampleCases/\(file)")
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    let names = try #require(lines.first)
    func column(_ name: String) throws -> Int { try #require(names.firstIndex(of: name)) }
    let known = names.firstIndex(of: "kjent")
    return try lines.dropFirst().map { cells in
      Rad(
        sak: cells[try column("sak")], på: try #require(Dato(cells[try column("on")])),
        kjent: try known.map { try #require(Dato(cells[$0])) }, punkt: cells[try column("punkt")],
        utfall: cells[try column("utfall")])
    }
  }

  private func sammenlign(_ rows: [Rad]) throws -> Int {
    let library = try Prøvebibliotek.shipped()
    let sources = try Prøvebibliotek.samplefiler().map {
      Kilde.minne(navn: $0.lastPathComponent, bytes: Array(try Data(contentsOf: $0)))
    }
    let (bunke, faults) = Saksinnlesing(modell: library.modell, vakt: { _ in nil }).les(sources)
    #expect(faults.isEmpty)
    var compared = 0
    for row in rows {
      guard let list = library.sjekkliste("fosterhjem", på: row.på),
        let punkt = list.punkter.first(where: { $0.id == row.punkt })
      else { continue }
      let sak = try #require(bunke.saker.firstIndex { $0.sak == row.sak }, "\(row.sak)")
      var run = Punktkontroll(list, bunke, på: row.på, kjentPå: row.kjent)
      run.begin(sak: sak)
      let outcome = run.utfall(punkt)
      #expect(outcome.rawValue == row.utfall, "\(row.sak) \(row.punkt) on \(row.på)")
      run.begin(sak: sak)
      #expect(run.vurdering(punkt).utfall == outcome)
      compared += 1
    }
    return compared
  }

  @Test func `every row is what the engine says`() throws {
    let compared = try sammenlign(try rader("forventet.tsv"))
    #expect(compared >= 900)
    print("forventet: \(compared) rows")
  }

  @Test func `every row of what was known on a day is what the engine says`() throws {
    let rows = try rader("forventet-kjent.tsv")
    #expect(try sammenlign(rows) == rows.count)
    #expect(rows.count >= 4)
  }
}
