import Checklists
import Foundation
import JSONText

/// The checklists and sample cases of the repository.
enum Prøvebibliotek {
  static let rot = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func shipped() throws -> Sjekklistebibliotek { try lest.get() }

  /// Read and checked once for all tests.
  private static let lest = Result { try Sjekklistebibliotek(try filer(), mappe: "Checklists") }

  /// The YAML files under `Checklists/`.
  static func filer() throws -> [Sjekklistebibliotek.Fil] {
    let folder = rot.appending(path: "Checklists")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return try paths.filter { $0.hasSuffix(".yaml") }.sorted().map {
      .init(sti: $0, bytes: Array(try Data(contentsOf: folder.appending(path: $0))))
    }
  }

  static func samplefiler() throws -> [URL] {
    let folder = rot.appending(path: "SampleCases")
    return try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".json") }
      .sorted()
      .map { folder.appending(path: $0) }
  }

  static func samplesaker() throws -> [JSONValue] {
    try samplefiler().map { try JSONValue(parsing: Array(try Data(contentsOf: $0))) }
  }
}
