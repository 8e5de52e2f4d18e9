import Foundation
import GRDB
import Testing

@testable import AuditStore

struct LagerfilTests {
  private func rettigheter(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(attributes[.posixPermissions] as? Int)
  }

  @Test func `a new store, its folder and its journal are for their owner only`() throws {
    let test = try Prøvemappe()
    let path = test.sti("ny/internkontroll.sqlite")
    let store = try Revisjonslager.open(sti: path)
    #expect(try rettigheter(test.sti("ny")) == 0o700)
    #expect(try rettigheter(path) == 0o600)
    var journal = 0
    try store.act(tid: tid, salt: test.salt.salt) { room in
      try room.append(.eksport, rolle: "kvalitetsgruppe", innhold: [:], klasse: .protokoll)
      journal = try rettigheter(path + "-journal")
    }
    #expect(journal == 0o600)
    #expect(try FileManager.default.contentsOfDirectory(atPath: test.sti("ny")) == ["internkontroll.sqlite"])
  }

  @Test func `a store that others may read is closed to them when it is opened`() throws {
    let test = try Prøvemappe()
    try test.fyll(1).close()
    #expect(chmod(test.sti(), 0o644) == 0)
    _ = try test.åpne(.lesBare)
    #expect(try rettigheter(test.sti()) == 0o644)
    _ = try test.åpne()
    #expect(try rettigheter(test.sti()) == 0o600)
  }

  @Test(arguments: [
    ("journal_mode", "delete"), ("synchronous", "3"), ("foreign_keys", "1"), ("mmap_size", "0"),
    ("secure_delete", "1"), ("cell_size_check", "1"), ("temp_store", "2"),
    ("encoding", "UTF-8"), ("auto_vacuum", "0"), ("user_version", "\(Skjema.versjon)"),
    ("busy_timeout", "5000"),
  ])
  func `the settings hold on the very connection that writes`(pragma: String, expected: String) throws {
    let test = try Prøvemappe()
    let store = try test.fyll(1)
    let value = try store.kø.inDatabase { try String.fetchOne($0, sql: "PRAGMA \(pragma)") }
    #expect(value == expected)
  }

  @Test func `a promise that no longer holds is noticed`() throws {
    let test = try Prøvemappe()
    let store = try test.fyll(1)
    try store.kø.inDatabase { db in
      try db.execute(sql: "PRAGMA trusted_schema = 0")
      try Tilkobling.kontroller(db)
      try db.execute(sql: "PRAGMA synchronous = NORMAL")
      #expect(throws: Lagerfeil.løfte(pragma: "synchronous")) { try Tilkobling.kontroller(db) }
    }
  }

  @Test func `a schema that was changed is not run, not even to look`() throws {
    let test = try Prøvemappe()
    try test.fyll(1).close()
    try test.utenom("DROP VIEW svar; CREATE VIEW svar AS SELECT randomblob(1000000000) AS n")
    for modus in [Revisjonslager.Modus.lesOgSkriv, .lesBare] {
      #expect(throws: Lagerfeil.skjema(del: "svar")) { try test.åpne(modus) }
    }
    #expect(try Revisjonslager.verifiser(sti: test.sti()).brudd == [.skjema("svar")])
  }

  @Test func `a missing store is not made by looking at it`() throws {
    let test = try Prøvemappe()
    #expect(throws: Lagerfeil.finnesIkke) { try test.åpne(.lesBare) }
    #expect(throws: Lagerfeil.finnesIkke) { try Revisjonslager.verifiser(sti: test.sti()) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: test.mappe).isEmpty)
  }

  @Test(arguments: [Revisjonslager.Modus.lesOgSkriv, .lesBare])
  func `a file that is not ours is left byte for byte as it is`(modus: Revisjonslager.Modus) throws {
    let test = try Prøvemappe()
    let other = test.sti("other")
    let queue = try DatabaseQueue(path: other)
    try queue.writeWithoutTransaction { try $0.execute(sql: "CREATE TABLE t (a); INSERT INTO t VALUES (1)") }
    try queue.close()
    let files = [
      [], Array("Dette er ingen database.".utf8), [UInt8](repeating: 0, count: 9000), try test.bytes("other"),
    ]
    for bytes in files {
      try test.skriv(bytes)
      #expect(throws: Lagerfeil.ikkeVår) { try test.åpne(modus) }
      #expect(try test.bytes() == bytes)
      #expect(try !Revisjonslager.verifiser(sti: test.sti()).holder)
      #expect(try test.bytes() == bytes)
    }
  }

  @Test func `a newer store is refused and left byte for byte as it is`() throws {
    let test = try Prøvemappe()
    try test.fyll(2).close()
    let known = Skjema.versjon
    try test.utenom("PRAGMA user_version = \(known + 1); CREATE TABLE nytt (a)")
    let before = try test.bytes()
    let newer = Lagerfeil.nyereSkjema(funnet: known + 1, kjent: known)
    for modus in [Revisjonslager.Modus.lesOgSkriv, .lesBare] {
      #expect(throws: newer) { try test.åpne(modus) }
    }
    #expect(throws: newer) { try Revisjonslager.verifiser(sti: test.sti()) }
    #expect(newer.description.contains("newer program"))
    #expect(try test.bytes() == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: test.mappe) == ["internkontroll.sqlite"])
  }

  @Test func `a store turned to another journal mode is refused`() throws {
    let test = try Prøvemappe()
    try test.fyll(2).close()
    try test.utenom("PRAGMA journal_mode = WAL")
    let before = try test.bytes()
    #expect(throws: Lagerfeil.hode(felt: "journal_mode")) { try test.åpne() }
    #expect(try !Revisjonslager.verifiser(sti: test.sti()).holder)
    #expect(try test.bytes() == before)
  }

  @Test func `links, folders and empty paths are no stores`() throws {
    let test = try Prøvemappe()
    try test.fyll(1).close()
    try FileManager.default.createSymbolicLink(atPath: test.sti("link"), withDestinationPath: test.sti())
    try FileManager.default.createSymbolicLink(atPath: test.sti("dead"), withDestinationPath: test.sti("x"))
    for path in [test.sti("link"), test.sti("dead"), test.mappe, "", "a\0b", "/dev/null"] {
      #expect(throws: Lagerfeil.ikkeVanligFil) { try Revisjonslager.open(sti: path) }
      #expect(throws: Lagerfeil.ikkeVanligFil) { try Revisjonslager.verifiser(sti: path) }
    }
    #expect(throws: Lagerfeil.finnesIkke) { try Revisjonslager.open(sti: test.sti() + "/under/x.sqlite") }
  }

  @Test func `a leftover journal does not get into a new store`() throws {
    let test = try Prøvemappe()
    try test.skriv([1, 2, 3], "internkontroll.sqlite-journal")
    #expect(throws: Lagerfeil.finnesFraFør("a leftover journal file")) { try test.åpne() }
    #expect(try test.bytes("internkontroll.sqlite-journal") == [1, 2, 3])
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may write everywhere"))
  func `a folder or file that cannot be written is told`() throws {
    let test = try Prøvemappe()
    let store = try test.fyll(1)
    #expect(chmod(test.mappe, 0o500) == 0)
    defer { chmod(test.mappe, 0o700) }
    #expect(throws: Lagerfeil.self) {
      try store.append(.eksport, rolle: "r", innhold: [:], klasse: .funn, tid: tid, salt: test.salt.salt)
    }
    #expect(throws: Lagerfeil.ingenTilgang) { try Revisjonslager.open(sti: test.sti("ny.sqlite")) }
    #expect(try Revisjonslager.verifiser(sti: test.sti()).holder)
    #expect(chmod(test.sti(), 0) == 0)
    #expect(throws: Lagerfeil.ingenTilgang) { try test.åpne(.lesBare) }
    #expect(throws: Lagerfeil.ingenTilgang) { try Revisjonslager.verifiser(sti: test.sti()) }
  }

  @Test func `a store opened for reading cannot be written`() throws {
    let test = try Prøvemappe()
    try test.fyll(1).close()
    let store = try test.åpne(.lesBare)
    #expect(throws: Lagerfeil.skrivebeskyttet) {
      try store.append(.eksport, rolle: "r", innhold: [:], klasse: .funn, tid: tid, salt: test.salt.salt)
    }
    #expect(try store.oppføringer().count == 1)
  }
}
