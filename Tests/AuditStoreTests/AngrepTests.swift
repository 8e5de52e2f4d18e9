import Foundation
import GRDB
import JSONText
import Sampling
import Testing

@testable import AuditStore

/// Somebody who owns the machine drops the triggers, changes rows and puts the triggers back.
struct AngrepTests {
  /// SQL that runs with all triggers gone, the schema afterwards as it was.
  private func angrip(_ test: Prøvemappe, _ sql: [String]) throws {
    let queue = try DatabaseQueue(path: test.sti())
    try queue.writeWithoutTransaction { db in
      let triggers = try Row.fetchAll(db, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
      try db.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
      for row in triggers { try db.execute(sql: "DROP TRIGGER \(row["name"] as String)") }
      for statement in sql { try db.execute(sql: statement) }
      for row in triggers { try db.execute(sql: row["sql"]) }
    }
    try queue.close()
  }

  private func verifiser(_ test: Prøvemappe, kode: Journalkode? = nil) throws -> Verifikasjon {
    try Revisjonslager.verifiser(sti: test.sti(), kode: kode)
  }

  @Test(arguments: [1, 2, 25, 49, 50])
  func `a deleted entry is noticed and named`(n: Int) throws {
    let test = try Prøvemappe()
    let code = try test.fyll(50).journalkode()
    try angrip(test, ["DELETE FROM nyttelast WHERE n = \(n)", "DELETE FROM blad WHERE n = \(n)"])
    // Without the last entry the rest is a whole journal: only the printed code tells.
    let found = try verifiser(test, kode: code)
    #expect(found.førsteDårlige == (n == 50 ? nil : n))
    #expect(!found.holder)
    if n == 50 { #expect(found.brudd == [.avkortet(oppgitt: 50, funnet: 49)]) }
  }

  @Test(arguments: [1, 7, 49])
  func `two swapped entries are noticed and the first is named`(n: Int) throws {
    let test = try Prøvemappe()
    try test.fyll(50).close()
    try angrip(
      test,
      ["blad", "nyttelast"].flatMap { table in
        [
          "UPDATE \(table) SET n = -1 WHERE n = \(n)", "UPDATE \(table) SET n = \(n) WHERE n = \(n + 1)",
          "UPDATE \(table) SET n = \(n + 1) WHERE n = -1",
        ]
      })
    #expect(try verifiser(test).førsteDårlige == n)
  }

  @Test(arguments: [1, 20, 50])
  func `an entry that was put in or repeated is noticed`(n: Int) throws {
    let test = try Prøvemappe()
    try test.fyll(50).close()
    try angrip(
      test,
      ["blad", "nyttelast"].flatMap { table in
        [
          "UPDATE \(table) SET n = -n - 1 WHERE n > \(n)", "UPDATE \(table) SET n = -n WHERE n < 0",
          """
          INSERT INTO \(table) SELECT \(n + 1), \(table == "blad" ? "data, hash" : "salt, data")
          FROM \(table) WHERE n = \(n)
          """,
        ]
      })
    #expect(try verifiser(test).førsteDårlige == n + 1)
  }

  @Test(arguments: [
    ("UPDATE blad SET hash = zeroblob(32) WHERE n = 9", 9, Oppføringsbrudd.bladhash),
    ("UPDATE nyttelast SET salt = zeroblob(32) WHERE n = 9", 9, .forpliktelse),
    ("UPDATE nyttelast SET data = (SELECT data FROM nyttelast WHERE n = 8) WHERE n = 9", 9, .forpliktelse),
    ("DELETE FROM nyttelast WHERE n = 9", 9, .nyttelastMangler),
    ("DELETE FROM nyttelast WHERE n = 9; INSERT INTO sletting VALUES (9, 10)", 9, .nyttelastMangler),
    ("INSERT INTO sletting VALUES (9, 10)", 9, .slettetabell),
    (
      "UPDATE blad SET data = CAST(replace(CAST(data AS TEXT), 'teamleder', 'revisor') AS BLOB) WHERE n = 9",
      9,
      .bladhash
    ),
    ("UPDATE blad SET data = CAST(replace(CAST(data AS TEXT), '{', '{ ') AS BLOB) WHERE n = 9", 9, .blad),
    ("UPDATE blad SET data = x'7b7d' WHERE n = 9", 9, .blad),
  ])
  func `a changed row is noticed and named`(sql: String, n: Int, brudd: Oppføringsbrudd) throws {
    let test = try Prøvemappe()
    try test.fyll(12).close()
    try angrip(test, [sql])
    #expect(try verifiser(test).brudd.contains(.oppføring(n: n, brudd)))
  }

  @Test func `a payload without a leaf is noticed`() throws {
    let test = try Prøvemappe()
    try test.fyll(5).close()
    try angrip(test, ["INSERT INTO nyttelast SELECT 6, salt, data FROM nyttelast WHERE n = 5"])
    #expect(try verifiser(test).førsteDårlige == 6)
  }

  @Test func `dropped triggers alone are noticed`() throws {
    let test = try Prøvemappe()
    try test.fyll(5).close()
    try test.utenom("DROP TRIGGER blad_endres")
    #expect(try verifiser(test).brudd == [.skjema("blad_endres")])
    try test.utenom("UPDATE blad SET hash = zeroblob(32) WHERE n = 3")
    #expect(try verifiser(test).brudd == [.skjema("blad_endres"), .oppføring(n: 3, .bladhash)])
  }

  @Test(arguments: 1...20)
  func `a cut journal is whole without the printed code and cut with it`(antall: Int) throws {
    let test = try Prøvemappe()
    let code = try test.fyll(40).journalkode()
    try angrip(test, ["nyttelast", "blad"].map { "DELETE FROM \($0) WHERE n > \(40 - antall)" })
    #expect(try verifiser(test).holder)
    #expect(try verifiser(test, kode: code).brudd == [.avkortet(oppgitt: 40, funnet: 40 - antall)])
  }

  @Test func `a history computed anew is whole without the printed code and another with it`() throws {
    let test = try Prøvemappe()
    let store = try test.fyll(10)
    let early = try store.journalkode()
    try store.append(
      .eksport, rolle: "r", innhold: [:], klasse: .funn, tid: tid, salt: test.salt.salt)
    let late = try store.journalkode()
    try store.close()
    try FileManager.default.removeItem(atPath: test.sti())
    let forged = try test.fyll(12)
    #expect(try forged.verifiser().holder)
    #expect(try forged.verifiser(kode: early).brudd == [.annenHistorie(størrelse: 10)])
    #expect(try forged.verifiser(kode: late).brudd == [.annenHistorie(størrelse: 11)])
  }

  @Test func `an older code still holds after more entries`() throws {
    let test = try Prøvemappe()
    let store = try test.fyll(10)
    let early = try store.journalkode()
    try store.append(
      .eksport, rolle: "r", innhold: [:], klasse: .funn, tid: tid, salt: test.salt.salt)
    let found = try verifiser(test, kode: early)
    #expect(found.holder && found.antall == 11)
    #expect(found.journalkode == (try store.journalkode()))
  }

  @Test func `an open store notices a past that was changed under it`() throws {
    let test = try Prøvemappe()
    let store = try test.fyll(5)
    try angrip(test, ["UPDATE blad SET hash = zeroblob(32) WHERE n = 5"])
    #expect(throws: Lagerfeil.journalbrudd(n: 5, .bladhash)) { try store.journalkode() }
    #expect(throws: Lagerfeil.journalbrudd(n: 5, .bladhash)) { try store.oppføring(5) }
    try angrip(test, ["DELETE FROM nyttelast WHERE n > 3", "DELETE FROM blad WHERE n > 3"])
    #expect(throws: Lagerfeil.journalbrudd(n: 5, .nummer)) {
      try store.append(.eksport, rolle: "r", innhold: [:], klasse: .funn, tid: tid, salt: test.salt.salt)
    }
  }

  @Test func `a truncated file and appended bytes are noticed`() throws {
    let test = try Prøvemappe()
    try test.heltMånedsløp().close()
    let whole = try test.bytes()
    for size in [0, 1, 99, 100, 4095, 4096, 8192, whole.count - 4096, whole.count - 1] {
      try test.skriv(Array(whole.prefix(size)))
      #expect(try !verifiser(test).holder, "\(size)")
    }
    for extra in [1, 512, 4096, 40_960] {
      try test.skriv(whole + [UInt8](repeating: 0, count: extra))
      #expect(try !verifiser(test).holder, "\(extra)")
    }
    try test.skriv(whole)
    #expect(try verifiser(test).holder)
  }

  @Test func `a leftover journal file is rolled back or ignored, never believed`() throws {
    let test = try Prøvemappe()
    let store = try test.fyll(5)
    var stale: [UInt8] = []
    let old = try test.bytes()
    try store.act(tid: tid, salt: test.salt.salt) { room in
      for _ in 0..<40 { try room.append(.eksport, rolle: "r", innhold: [:], klasse: .funn) }
      stale = try test.bytes("internkontroll.sqlite-journal")
    }
    let code = try store.journalkode()
    try store.close()
    let new = try test.bytes()
    let journals = [
      stale, [], [1, 2, 3], [UInt8](repeating: 0, count: 2000), [UInt8](repeating: 255, count: 9000),
    ]
    for journal in journals {
      try test.skriv(new)
      try test.skriv(journal, "internkontroll.sqlite-journal")
      let found = try verifiser(test, kode: code)
      #expect(found.holder == (try test.bytes() == new))
    }
    // The journal of this very write, put back by hand, takes the store back to before it: the code tells.
    try test.skriv(new)
    try test.skriv(hot(stale, pages: old.count / 4096), "internkontroll.sqlite-journal")
    let found = try verifiser(test, kode: code)
    #expect(found.brudd == [.avkortet(oppgitt: 45, funnet: 5)] || found.førsteDårlige != nil || !found.holder)
  }

  /// A journal as SQLite leaves it when it dies after the journal has reached the disk: its header filled in.
  private func hot(_ journal: [UInt8], pages: Int) -> [UInt8] {
    guard journal.count > 512 else { return journal }
    let magic: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7, 0xFF, 0xFF, 0xFF, 0xFF]
    return magic + journal.dropFirst(magic.count)
  }
}
