import CaseRecords
import Checklists
import Foundation
import JSONText
import RuleEngine
import Testing
import Values

/// The situations that a jurist and a barnevernleder put to the first edition, and a few beside them, with the outcome
/// that the law gives. Where the law leaves two answers open, either is right. All cases are made up.
private struct Situation: CustomTestStringConvertible, Sendable {
  var id: String
  var day: Dato
  var outcomes: [String: [String]]
  var sak: JSONValue

  var testDescription: String { "\(id), \(day)" }

  static func all() throws -> [Situation] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Lovgjennomgang.jsonl")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
      let value = try JSONValue(parsing: Array(line.utf8))
      let outcomes = try #require(value["utfall"]?.members)
      return Situation(
        id: try #require(value["id"]?.string), day: try #require(value["på"]?.string.flatMap { Dato($0) }),
        outcomes: Dictionary(
          uniqueKeysWithValues: outcomes.map { ($0.name, ($0.value.array ?? []).compactMap(\.string)) }),
        sak: try #require(value["sak"]))
    }
  }
}

@Suite struct `Situations with an answer in the law` {
  @Test func `are judged as the law says`() throws {
    let library = try Prøvebibliotek.shipped()
    var judged = 0
    for situation in try Situation.all() {
      let list = try #require(library.sjekkliste("fosterhjem", på: situation.day))
      let bunke = try Saksbunke(sak: situation.sak, modell: library.modell)
      for (id, right) in situation.outcomes {
        let punkt = try #require(list.punkter.first { $0.id == id }, "\(id) on \(situation.day)")
        var run = Punktkontroll(list, bunke, på: situation.day)
        run.begin(sak: 0)
        let outcome = run.utfall(punkt).rawValue
        #expect(right.contains(outcome), "\(situation.id) \(id): \(outcome), not \(right)")
        judged += 1
      }
    }
    #expect(judged >= 90)
  }
}
