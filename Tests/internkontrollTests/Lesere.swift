import Foundation
import JSONText
import Testing

/// Programs that others wrote (`Readers/`), which read what ours writes.
enum Lesere {
  static let python = Program.rot.appending(path: ".build-readers/bin/python").path
  private static let mappe = Program.rot.appending(path: "Tests/internkontrollTests/Readers")

  struct Mangler: Error, CustomStringConvertible {
    var description: String {
      "the readers are not installed: run .ci/packages --readers, then the tests again"
    }
  }

  /// What a reader says of some files, as JSON.
  static func les(_ reader: String, _ args: [String], i folder: Prøvemappe) throws -> JSONValue {
    let run = try kjør(reader, args, i: folder)
    run.endte(0)
    return try run.json()
  }

  /// Runs a reader in a folder.
  static func kjør(_ reader: String, _ args: [String], i folder: Prøvemappe) throws -> Kjøring {
    guard FileManager.default.isExecutableFile(atPath: python) else { throw Mangler() }
    let script = mappe.appending(path: "\(reader)_reader.py").path
    return try Program.start(python, ["-B", script] + args, i: folder.sti).ventet()
  }
}

extension JSONValue {
  /// A count under a name.
  func antall(_ name: String) -> Int? { self[name]?.integer.map { Int($0) } }
}
