import Foundation
import GRDB
import Testing

@testable import AuditStore

/// One flipped byte, anywhere in the file: either the check finds it, or nothing reads differently.
struct BytefeilTests {
  /// One query that spells out every value of every table and view, with its type, and the schema.
  private func spørring(_ path: String) throws -> String {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    return try queue.read { db in
      let names = ["blad", "nyttelast", "sletting"] + Visning.allCases.map(\.rawValue)
      let tables = try names.map { name in
        (name, try db.columns(in: name).map { "quote(\"\($0.name)\")" })
      }
      let schema = ("sqlite_schema", ["type", "name", "tbl_name", "quote(sql)"])
      return (tables + [schema])
        .map { "SELECT group_concat(\($0.1.joined(separator: " || ',' || ")), ';') FROM \($0.0)" }
        .joined(separator: " UNION ALL ")
    }
  }

  /// What any reader of the file sees.
  private func innhold(_ path: String, _ sql: String) throws -> [String?] {
    var configuration = Configuration()
    configuration.readonly = true
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    defer { try? queue.close() }
    return try queue.read { try String?.fetchAll($0, sql: sql) }
  }

  /// The places to flip: all of the first page, and a sample of the rest (or all, when the variable is set).
  private func steder(_ size: Int) -> [Int] {
    if ProcessInfo.processInfo.environment["INTERNKONTROLL_EVERY_BYTE"] != nil { return Array(0..<size) }
    var random = SplitMix64(state: 1808)
    return Array(0..<4096) + (0..<4096).map { _ in Int.random(in: 4096..<size, using: &random) }
  }

  @Test(arguments: 0..<4)
  func `after any one flipped byte the check fails or every row reads as before`(part: Int) throws {
    let test = try Prøvemappe()
    let store = try test.heltMånedsløp()
    try store.append(
      .avvik, rolle: "saksbehandler",
      innhold: [
        "format": "oppfolging/1", "dato": "2014-10-10", "emne": "AV-2014-001", "hendelse": "meldt",
        "tilstand": "meldt", "opphav": "ansatt",
        "prosedyre": "barns-medvirkning",
      ], klasse: .protokoll, tid: tid, salt: test.salt.salt)
    try store.close()
    let whole = try test.bytes()
    let sql = try spørring(test.sti())
    let before = try innhold(test.sti(), sql)
    #expect(whole.count > 32_000 && before.count == 11)
    #expect(before.allSatisfy { $0?.isEmpty == false })
    var random = SplitMix64(state: UInt64(part))
    var found = 0
    let file = try FileHandle(forUpdating: URL(filePath: test.sti()))
    defer { try? file.close() }
    for place in steder(whole.count) where place % 4 == part {
      let flipped = whole[place] ^ UInt8.random(in: 1...255, using: &random)
      try file.seek(toOffset: UInt64(place))
      try file.write(contentsOf: [flipped])
      // Most of a small file is empty space, where a byte means nothing; the check is asked where it does.
      if (try? innhold(test.sti(), sql)) != before {
        let result = try Revisjonslager.verifiser(sti: test.sti())
        #expect(!result.holder, "byte \(place) became \(flipped) and something reads differently")
        found += 1
      }
      try file.seek(toOffset: UInt64(place))
      try file.write(contentsOf: [whole[place]])
    }
    #expect(found > 100)
    #expect(try Revisjonslager.verifiser(sti: test.sti()).holder)
    #expect(try test.bytes() == whole)
  }
}
