import AuditStore
import Foundation
import GRDB
import Testing

@testable import Simulation

/// Somebody with the file and SQL after the year: what they write is refused, or found by `verify`.
struct ManipuleringTests {
  /// A copy of the played store.
  private func kopi() throws -> String {
    let path = try Simulertår.sti()
    try FileManager.default.copyItem(atPath: Simulertår.delt().sti, toPath: path)
    return path
  }

  private func kjør(_ sql: String, på path: String) throws {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    try queue.write { try $0.execute(sql: sql) }
  }

  @Test func `the copy itself is whole`() throws {
    #expect(try Revisjonslager.verifiser(sti: kopi()).holder)
  }

  /// Adds an entry that looks right but for its hashes, as somebody would who knows the tables.
  private static func legg(_ handling: String, _ emne: String, _ more: String) -> String {
    """
    INSERT INTO blad SELECT max(n) + 1, CAST(json_object('n', max(n) + 1, 'handling', '\(handling)',
      'rolle', 'leder', 'tid', '2015-02-01T12:00:00Z', 'forpliktelse', hex(zeroblob(32))) AS BLOB), zeroblob(32)
      FROM blad;
    INSERT INTO nyttelast SELECT max(n), zeroblob(32), CAST(json_object('klasse', 'protokoll', 'innhold',
      json_object('format', 'oppfolging/1', 'unit', 'solvik', 'emne', (\(emne)), 'dato', '2015-02-01', \(more)))
      AS BLOB) FROM blad;
    """
  }

  private static func et(_ handling: String, _ state: String) -> String {
    "SELECT emne FROM tilstand WHERE handling = '\(handling)' AND tilstand = '\(state)' LIMIT 1"
  }

  private static let lukket = """
    'hendelse', 'lukket', 'tilstand', 'lukket', 'uten_effekt', 'haster',
    'bevis', json_object('slag', 'dokument', 'referanse', 'notat')
    """

  private static let pyntet = """
    UPDATE nyttelast SET data = CAST(replace(CAST(data AS TEXT), 'virket_ikke', 'virket') AS BLOB)
    WHERE n IN (SELECT n FROM emnehendelse WHERE json_extract(innhold, '$.resultat') = 'virket_ikke' LIMIT 1)
    """

  @Test(arguments: [
    (
      legg("avvik", et("avvik", "under_behandling"), lukket),
      "change of state"
    ),
    (
      legg("avvik", et("avvik", "tiltak_pagar"), lukket),
      "change of state"
    ),
    (
      legg("avvik", et("avvik", "tiltak_pagar"), "'hendelse', 'svar', 'tilstand', 'lukket'"),
      "change of state"
    ),
    (
      legg("avvik", et("avvik", "lukket"), "'hendelse', 'vurdert', 'tilstand', 'under_behandling'"),
      "change of state"
    ),
    (
      legg(
        "avvik", et("avvik", "til_evaluering"),
        "'hendelse', 'lukket', 'tilstand', 'lukket', 'uten_effekt', 'haster'"), "evidence"
    ),
    (
      legg("tiltak", et("tiltak", "evaluert"), "'hendelse', 'evaluert', 'tilstand', 'evaluert'"),
      "change of state"
    ),
    (legg("mote", et("mote", "godkjent"), "'hendelse', 'notat', 'tilstand', 'apent'"), "change of state"),
    (legg("vedtak", et("vedtak", "utfort"), "'hendelse', 'utfort', 'tilstand', 'utfort'"), "change of state"),
    (pyntet, "a payload never changes"),
    ("DELETE FROM nyttelast WHERE n = 100", "only deleted by a deletion"),
    ("DELETE FROM blad WHERE n = (SELECT max(n) FROM blad)", "never deleted"),
    ("UPDATE blad SET hash = zeroblob(32) WHERE n = 7", "never changes"),
  ])
  func `what the rules do not allow is refused`(sql: String, why: String) throws {
    let path = try kopi()
    let before = try Revisjonslager.verifiser(sti: path).journalkode
    let error = try #require(throws: DatabaseError.self) { try kjør(sql, på: path) }
    #expect(error.message?.contains(why) == true, "\(error)")
    #expect(try Revisjonslager.verifiser(sti: path).journalkode == before)
  }

  @Test(arguments: [
    // A change that is allowed, but that no journal has committed to.
    ([], legg("avvik", et("avvik", "tiltak_pagar"), "'hendelse', 'svar', 'tilstand', 'tiltak_pagar'")),
    ([], "DROP TRIGGER regel_overgang"), ([], "DROP TRIGGER regel_egen_evaluering"),
    ([], "DROP VIEW tilstand; CREATE VIEW tilstand AS SELECT 1 AS emne"),
    (["nyttelast_endres"], pyntet),
    (
      ["nyttelast_slettes"],
      "DELETE FROM nyttelast WHERE n = (SELECT max(n) FROM emnehendelse WHERE hendelse = 'meldt')"
    ),
    (
      ["regel_overgang"],
      legg("avvik", et("avvik", "lukket"), "'hendelse', 'vurdert', 'tilstand', 'under_behandling'")
    ),
    (
      ["nyttelast_slettes", "blad_slettes"],
      """
      DELETE FROM nyttelast WHERE n = (SELECT max(n) FROM blad);
      DELETE FROM blad WHERE n = (SELECT max(n) FROM blad)
      """
    ),
  ])
  func `what is done with rules out of the way, and put back afterwards, is found`(
    triggers: [String], sql: String
  ) throws {
    let path = try kopi()
    let code = try #require(try Revisjonslager.verifiser(sti: path).journalkode)
    let restored = try triggers.map { name in
      try #require(
        try Lagerleser(path).tekster("SELECT sql FROM sqlite_schema WHERE name = '\(name)'").first?.first)
    }
    try kjør((triggers.map { "DROP TRIGGER \($0)" } + [sql] + restored).joined(separator: ";\n"), på: path)
    #expect(try !Revisjonslager.verifiser(sti: path, kode: code).holder)
  }
}
