import Checklists
import Foundation

/// The published checklists of this package.
enum Prøvebibliotek {
  static func publisert() throws -> Sjekklistebibliotek { try lest.get() }

  /// Read and checked once for all tests.
  private static let lest = Result {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Checklists")
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    return try Sjekklistebibliotek(
      names.filter { $0.hasSuffix(".yaml") }.map {
        .init(sti: $0, bytes: Array(try Data(contentsOf: folder.appending(path: $0))))
      }, mappe: "Checklists")
  }
}
