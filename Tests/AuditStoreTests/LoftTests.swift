import Foundation
import GRDB
import JSONText
import Sampling
import Testing

@testable import AuditStore

struct LøftTests {
  /// A store as an earlier version of the program left it.
  private func gammelt(_ test: Prøvemappe, _ version: Int) throws -> Journalkode {
    let store = try test.heltMånedsløp()
    let code = try store.journalkode()
    try store.close()
    let (old, new) = try (Skjema.forventet(version), Skjema.forventet(Skjema.versjon))
    let queue = try DatabaseQueue(path: test.sti())
    try queue.write { db in
      for part in new where !old.contains(part) { try db.execute(sql: "DROP \(part[0]) \(part[1])") }
      for part in old where !new.contains(part) { try db.execute(sql: part[3]) }
      try db.execute(sql: "PRAGMA user_version = \(version)")
      #expect(try Skjema.brudd(db) == nil)
    }
    try queue.close()
    return code
  }

  @Test(arguments: 1..<Skjema.versjon)
  func `an older store is read as it is, and lifted when it is written to, with a copy beside it`(
    version: Int
  ) throws {
    let test = try Prøvemappe()
    let code = try gammelt(test, version)
    let before = try Data(contentsOf: URL(filePath: test.sti()))
    #expect(try Revisjonslager.verifiser(sti: test.sti(), kode: code).holder)
    let reader = try test.åpne(.lesBare)
    #expect(try reader.oppføringer(.avvik).isEmpty)
    try reader.close()
    #expect(try Data(contentsOf: URL(filePath: test.sti())) == before)

    let writer = try test.åpne()
    #expect(try writer.journalkode() == code)
    #expect(try writer.rader(.tilstand).isEmpty)
    try writer.close()
    #expect(try Revisjonslager.verifiser(sti: test.sti(), kode: code).holder)
    let copy = test.sti("internkontroll.sqlite.v\(version)-\(code.størrelse)")
    #expect(try Revisjonslager.verifiser(sti: copy, kode: code).holder)
    // Once lifted, opening makes no more copies.
    try test.åpne().close()
    #expect(try FileManager.default.contentsOfDirectory(atPath: test.mappe).count == 3)
  }

  /// The sum was taken of a store that the program of version 2 had made.
  @Test func `what version 2 wrote never changes`() throws {
    let text = try Skjema.forventet(2).map { $0.joined(separator: "\t") }.joined(separator: "\n")
    #expect(
      Sjekksum(avTekst: text).hex == "bebde92cd6f2744e7a3036d1f113d31f1abbcdc8013a254569601bbf69057bd1")
  }

  @Test func `a store that says it is older than its schema is found out`() throws {
    let test = try Prøvemappe()
    try test.heltMånedsløp().close()
    try test.utenom("PRAGMA user_version = 1")
    #expect(try !Revisjonslager.verifiser(sti: test.sti()).holder)
    #expect(throws: Lagerfeil.self) { try test.åpne() }
  }

  @Test(arguments: [
    "DROP TRIGGER regel_overgang", "DROP TRIGGER regel_egen_evaluering", "DROP VIEW tilstand",
    "DROP INDEX nyttelast_emne", "DROP TRIGGER regel_eget_forslag",
    "CREATE TRIGGER snill AFTER INSERT ON blad BEGIN SELECT 1; END",
  ])
  func `a changed schema is found by verify`(sql: String) throws {
    let test = try Prøvemappe()
    try test.heltMånedsløp().close()
    try test.utenom(sql)
    #expect(
      try Revisjonslager.verifiser(sti: test.sti()).brudd.contains {
        if case .skjema = $0 { true } else { false }
      })
  }
}
