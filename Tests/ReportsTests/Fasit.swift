import Foundation
import Testing

/// Compares with a stored file beside the tests; `UPDATE_GOLDEN=1` writes the file anew.
func expectFasit(
  _ text: String, _ navn: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fasit/\(navn)")
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
  let stored = String(decoding: try Data(contentsOf: file), as: UTF8.self)
  if stored == text { return }
  let pairs = zip(
    stored.split(separator: "\n", omittingEmptySubsequences: false),
    text.split(separator: "\n", omittingEmptySubsequences: false))
  let first = pairs.enumerated().first { $0.element.0 != $0.element.1 }
  Issue.record(
    "\(navn) differs from line \((first?.offset ?? -2) + 1): \(first.map { String($0.element.1) } ?? "length")",
    sourceLocation: sourceLocation)
}
