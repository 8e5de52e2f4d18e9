import Checklists
import Values

/// One point of a checklist file, lifted out to be changed, and put back where it stood.
///
/// An author sees the lines of that point only, without the indentation that the file has; every other byte of the
/// file is as it was, but for the version and its first day.
struct Punktutdrag {
  /// The point as it is shown.
  let tekst: String
  private let linjer: [String]
  private let område: Range<Int>

  /// How far the lines of a point stand in: `  - id: OB-ANTALL`.
  private static let innrykk = 4

  /// Nil when the file is not laid out so that the point can be lifted out.
  init?(_ id: String, i yaml: String) {
    linjer = yaml.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let isPoint = { (line: String) in line.hasPrefix("  - id: ") }
    guard let first = linjer.firstIndex(of: "  - id: \(id)") else { return nil }
    let rest = linjer[(first + 1)...]
    var last = rest.firstIndex { isPoint($0) || $0.first.map { $0 != " " } ?? false } ?? linjer.endIndex
    while last > first + 1, linjer[last - 1].allSatisfy({ $0 == " " }) { last -= 1 }
    område = first..<last
    guard linjer[område].dropFirst().allSatisfy({ $0.isEmpty || $0.hasPrefix("    ") }) else { return nil }
    tekst = linjer[område].map { String($0.dropFirst(Self.innrykk)) }.joined(separator: "\n")
  }

  /// The whole file with another text of the point, as a version that is in force from a day.
  func fil(_ punkt: String, fra dag: Dato) -> String {
    var whole = linjer
    let lines = punkt.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let indented = lines.enumerated().map { index, line in
      index == 0 ? "  - \(line)" : line.isEmpty ? "" : "    \(line)"
    }
    whole.replaceSubrange(område, with: indented)
    for index in whole.indices.prefix(område.lowerBound) {
      if whole[index].hasPrefix("versjon: ") { whole[index] = "versjon: \(dag)" }
      if whole[index].hasPrefix("gjelder: {fra: ") {
        let end = whole[index].split(separator: "til: ").dropFirst().first?.prefix(10)
        let last = end.flatMap { Dato(String($0)) }.flatMap { dag <= $0 ? $0 : nil }
        whole[index] = "gjelder: {fra: \(dag)\(last.map { ", til: \($0)" } ?? "")}"
      }
    }
    return whole.joined(separator: "\n")
  }

  /// A fault of the whole file as it stands in the point; nil when it stands elsewhere.
  func flyttet(_ fault: Definisjonsfeil, linjer count: Int) -> Definisjonsfeil? {
    guard (område.lowerBound + 1..<område.lowerBound + 1 + count).contains(fault.linje) else { return nil }
    var own = fault
    own.linje -= område.lowerBound
    own.kolonne = max(1, own.kolonne - Self.innrykk)
    own.kildelinje = own.kildelinje.map { String($0.dropFirst(Self.innrykk)) }
    return own
  }
}
