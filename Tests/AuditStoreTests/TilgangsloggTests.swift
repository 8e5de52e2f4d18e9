import Foundation
import GRDB
import Testing

@testable import AuditStore

@Suite struct TilgangsloggTests {
  private let mappe = FileManager.default.temporaryDirectory.appending(path: "tilgang-\(UUID().uuidString)")
  private var lager: String { mappe.appending(path: "k.sqlite").path }

  private func linje(_ day: String, _ what: String = "/avvik", bruker: String = "p-1", emne: String? = nil)
    -> Tilgangslinje
  {
    Tilgangslinje(
      tid: "\(day)T12:00:00Z", bruker: bruker, rolle: "teamleder", slag: "sett", hva: what, emne: emne)
  }

  @Test func `what was written is read back, the latest first, also after the program was away`() throws {
    let log = try Tilgangslogg(ved: lager)
    let lines = [linje("2026-10-30"), linje("2026-11-01", emne: "AV-1"), linje("2026-11-02", bruker: "p-2")]
    for line in lines { try log.skriv(line) }
    try log.close()
    let again = try Tilgangslogg(ved: lager)
    #expect(try again.les(maks: 10) == lines.reversed())
    #expect(try again.les(måned: "2026-11", maks: 10) == [lines[2], lines[1]])
    #expect(try again.les(emne: "AV-1", maks: 10) == [lines[1]])
    #expect(try again.les(bruker: "p-2", maks: 10) == [lines[2]])
    #expect(try again.les(slag: "gjort", maks: 10) == [])
    #expect(try again.les(maks: 1) == [lines[2]])
  }

  @Test func `only the owner can read it, it is not the store, and one program at a time has it`() throws {
    let log = try Tilgangslogg(ved: lager)
    try log.skriv(linje("2026-11-01"))
    for name in try FileManager.default.contentsOfDirectory(atPath: mappe.path) {
      let attributes = try FileManager.default.attributesOfItem(atPath: mappe.appending(path: name).path)
      #expect(attributes[.posixPermissions] as? Int == 0o600, "\(name)")
      #expect(name.hasPrefix("k.sqlite.tilgang"))
    }
    try log.close()
  }

  @Test func `a link in its place is not followed`() throws {
    try FileManager.default.createDirectory(at: mappe, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: lager + ".tilgang", withDestinationPath: mappe.appending(path: "annen").path)
    #expect(throws: Lagerfeil.ikkeVanligFil) { try Tilgangslogg(ved: lager) }
  }

  @Test func `a file that is not a log is left as it is`() throws {
    try FileManager.default.createDirectory(at: mappe, withIntermediateDirectories: true)
    let bytes = Data("noe helt annet, lenger enn hundre tegn ".utf8 + Array(repeating: 65, count: 4_096))
    try bytes.write(to: URL(filePath: lager + ".tilgang"))
    #expect(throws: Lagerfeil.ikkeVår) { try Tilgangslogg(ved: lager) }
    #expect(try Data(contentsOf: URL(filePath: lager + ".tilgang")) == bytes)
  }

  @Test func `lines are only added, and taken away first when they are 24 months old`() throws {
    let log = try Tilgangslogg(ved: lager)
    let now = try DatabaseQueue().read { try String.fetchOne($0, sql: "SELECT strftime('%Y-%m-%d', 'now')") }
    let today = try #require(now)
    for day in ["2014-01-01", "2016-01-01", today] { try log.skriv(linje(day)) }
    try log.close()
    let raw = try DatabaseQueue(path: lager + ".tilgang")
    for statement in [
      "UPDATE linje SET bruker = 'x' WHERE n = 1", "DELETE FROM linje WHERE n = 3",
      "INSERT INTO linje VALUES (9, '2026-01-01T00:00:00Z', 'a', 'b', 'c', 'd', NULL)",
      "REPLACE INTO linje VALUES (3, '2026-01-01T00:00:00Z', 'a', 'b', 'c', 'd', NULL)",
      "INSERT INTO linje VALUES (4, 'i dag', 'a', 'b', 'c', 'd', NULL)",
    ] {
      #expect(throws: DatabaseError.self, "\(statement)") { try raw.write { try $0.execute(sql: statement) } }
    }
    try raw.close()
    let again = try Tilgangslogg(ved: lager)
    #expect(try again.rydd() == 2)
    #expect(try again.les(maks: 10) == [linje(today)])
    try again.skriv(linje(today, "/tiltak"))
    #expect(try again.les(maks: 10).count == 2)
  }
}
