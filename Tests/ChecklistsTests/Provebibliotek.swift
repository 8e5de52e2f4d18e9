import Checklists
import Foundation
import JSONText

/// The checklists and sample cases of the repository.
enum Prøvebibliotek {
  static let rot = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func shipped() throws -> Sjekklistebibliotek {
    let folder = rot.appending(path: "Checklists")
    var files: [Sjekklistebibliotek.Fil] = []
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) where path.hasSuffix(".yaml")
    {
      files.append(.init(sti: path, bytes: Array(try Data(contentsOf: folder.appending(path: path)))))
    }
    return try Sjekklistebibliotek(files, mappe: "Checklists")
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
