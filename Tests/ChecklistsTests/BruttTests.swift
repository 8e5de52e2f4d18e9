import Checklists
import Foundation
import Testing
import Values

/// The folder `Brutt`: definitions with one fault each. The name of a file is what it must give:
/// `IK104-25-11-ukjent-navn.yaml` is the code, the line and the column.
@Suite struct `A broken definition` {
  private static let mappe = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Brutt")
  private static let grunn = [
    "saksmodell.yaml", "hjemler.yaml", "prosedyrer.yaml", "liste/2014-05-31.yaml", "planer/plan.yaml",
    "arshjul.yaml", "huset.yaml", "sviktomrader.yaml",
  ]
  private static let dag = Dato.årsslutt(2026)

  /// Which of the sound files each folder of broken ones stands for.
  private static let plass = [
    "sjekkliste": "liste/2014-05-31.yaml", "hjemler": "hjemler.yaml", "prosedyrer": "prosedyrer.yaml",
    "saksmodell": "saksmodell.yaml", "planer": "planer/plan.yaml", "arshjul": "arshjul.yaml",
    "huset": "huset.yaml",
  ]

  static let filer: [String] = {
    let paths = try? FileManager.default.subpathsOfDirectory(atPath: mappe.path)
    return (paths ?? []).filter { $0.hasSuffix(".yaml") && !$0.hasPrefix("grunn/") }.sorted()
  }()

  /// What is found when a broken file stands in place of a sound one.
  private func funn(_ broken: String?) throws -> [Definisjonsfeil] {
    let folder = broken?.split(separator: "/").first.map(String.init)
    let files = try Self.grunn.map { path in
      let isBroken = folder.map { Self.plass[$0] == path } ?? false
      let source = isBroken ? broken ?? "" : "grunn/\(path)"
      return Sjekklistebibliotek.Fil(
        sti: path, bytes: Array(try Data(contentsOf: Self.mappe.appending(path: source))))
    }
    do throws(Definisjonsfeilene) {
      let library = try Sjekklistebibliotek(files, mappe: "Brutt")
      return Gransking(library, på: Self.dag).feil
    } catch {
      return error.feil
    }
  }

  @Test func `stands beside sound ones in which nothing is found`() throws {
    #expect(try funn(nil) == [])
    #expect(Self.filer.count >= 90)
  }

  @Test(arguments: filer)
  func `gives the one code and place that its name says`(_ path: String) throws {
    let name = try #require(path.split(separator: "/").last)
    let parts = name.split(separator: "-", maxSplits: 3)
    try #require(parts.count == 4)
    let told = try funn(path).map { "\($0.kode) \($0.linje) \($0.kolonne)" }
    let (line, column) = (try #require(Int(parts[1])), try #require(Int(parts[2])))
    #expect(told == ["\(parts[0]) \(line) \(column)"])
  }
}
