internal import GRDB

/// A line of the access log: who did or saw what, when. Roles and marks, never names, and no free text.
public struct Tilgangslinje: Hashable, Sendable {
  /// When, in UTC: `2014-10-03T12:00:00Z`.
  public var tid: String
  /// The person's mark.
  public var bruker: String
  /// The role.
  public var rolle: String
  /// What kind of line it is.
  public var slag: String
  /// What was done, or the path that was seen.
  public var hva: String
  /// The thing it is about.
  public var emne: String?

  /// A line.
  public init(tid: String, bruker: String, rolle: String, slag: String, hva: String, emne: String? = nil) {
    self.tid = tid
    self.bruker = bruker
    self.rolle = rolle
    self.slag = slag
    self.hva = hva
    self.emne = emne
  }
}

/// Who has seen which case: a file of its own beside a store, so that neither can harm the other.
///
/// It is only added to, and a line can be taken away first when it is 24 months old. One program at a time has it
/// open. A line survives that the program is killed; a power cut may cost the last ones, because waiting for the disk
/// before every page would make each of them slow. A class, because it owns a connection.
public final class Tilgangslogg: Sendable {
  /// How long a line is kept, in months.
  public static let måneder = 24

  private let kø: DatabaseQueue

  /// Opens the log of a store, or makes one that only its owner can read. Throws `Lagerfeil`.
  public init(ved lager: String) throws {
    let file = try Lagerfil("\(try Lagerfil(lager).sti).tilgang")
    if try !file.finnes() {
      try file.lagMappe()
      let fresh = try file.lagNabo()
      do {
        try Lagerfeil.oversatt { try Tilgangslogg.opprett(fresh) }
      } catch {
        fresh.fjern()
        throw error
      }
      _ = try fresh.publiser(som: file)
    }
    try file.lukkForAndre()
    kø = try Lagerfeil.oversatt { try Tilgangslogg.åpne(file) }
  }

  /// Adds a line. Throws `Lagerfeil`.
  public func skriv(_ linje: Tilgangslinje) throws {
    try Lagerfeil.oversatt {
      try kø.write { db in
        try db.execute(
          sql: """
            INSERT INTO linje (n, tid, bruker, rolle, slag, hva, emne)
            VALUES ((SELECT coalesce(max(n), 0) + 1 FROM linje), ?, ?, ?, ?, ?, ?)
            """,
          arguments: [linje.tid, linje.bruker, linje.rolle, linje.slag, linje.hva, linje.emne])
      }
    }
  }

  /// Lines of a kind, of a person, about a thing, of a month (`2014-10`), the latest first. Throws `Lagerfeil`.
  public func les(
    slag: String? = nil, bruker: String? = nil, emne: String? = nil, måned: String? = nil, maks: Int
  ) throws -> [Tilgangslinje] {
    let wanted: [(sql: String, value: String?)] = [
      ("slag = ?", slag), ("bruker = ?", bruker), ("emne = ?", emne),
      ("tid >= ?", måned), ("tid < ?", måned.map { $0 + "-99" }),
    ]
    let parts = wanted.filter { $0.value != nil }
    let condition = parts.isEmpty ? "" : "WHERE " + parts.map(\.sql).joined(separator: " AND ")
    let arguments = StatementArguments(parts.map(\.value)) + [maks]
    return try Lagerfeil.oversatt {
      try kø.read { db in
        try Row.fetchAll(
          db,
          sql: "SELECT tid, bruker, rolle, slag, hva, emne FROM linje \(condition) ORDER BY n DESC LIMIT ?",
          arguments: arguments
        ).map {
          Tilgangslinje(
            tid: $0["tid"], bruker: $0["bruker"], rolle: $0["rolle"], slag: $0["slag"], hva: $0["hva"],
            emne: $0["emne"])
        }
      }
    }
  }

  /// Takes away the lines that are old enough. Gives how many. Throws `Lagerfeil`.
  @discardableResult
  public func rydd() throws -> Int {
    try Lagerfeil.oversatt {
      try kø.write { db in
        try db.execute(sql: "DELETE FROM linje WHERE \(Tilgangslogg.gammel("tid"))")
        return db.changesCount
      }
    }
  }

  /// Closes the file.
  public func close() throws { try Lagerfeil.oversatt { try kø.close() } }

  // MARK: The file

  /// «IKtl» in the header: the file is ours.
  private static let applikasjon = 0x494B_746C

  private static func gammel(_ column: String) -> String {
    "\(column) < strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-\(måneder) months')"
  }

  private static let skjema = """
    CREATE TABLE linje (
      n INTEGER PRIMARY KEY CHECK (n >= 1),
      tid TEXT NOT NULL CHECK (tid GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z'),
      bruker TEXT NOT NULL CHECK (length(bruker) BETWEEN 1 AND 100),
      rolle TEXT NOT NULL CHECK (length(rolle) BETWEEN 1 AND 100),
      slag TEXT NOT NULL CHECK (length(slag) BETWEEN 1 AND 40),
      hva TEXT NOT NULL CHECK (length(hva) BETWEEN 1 AND 2000),
      emne TEXT CHECK (length(emne) <= 200)
    ) STRICT;
    CREATE INDEX linje_emne ON linje (emne, bruker) WHERE emne IS NOT NULL;
    CREATE INDEX linje_tid ON linje (tid);
    CREATE TRIGGER linje_ny BEFORE INSERT ON linje
    WHEN NEW.n IS NOT (SELECT coalesce(max(n), 0) + 1 FROM linje)
    BEGIN SELECT RAISE(ABORT, 'the access log is only added to at its end'); END;
    CREATE TRIGGER linje_endres BEFORE UPDATE ON linje
    BEGIN SELECT RAISE(ABORT, 'a line of the access log never changes'); END;
    CREATE TRIGGER linje_slettes BEFORE DELETE ON linje
    WHEN NOT (\(gammel("OLD.tid")))
    BEGIN SELECT RAISE(ABORT, 'a line of the access log is kept for \(måneder) months'); END;
    """

  private static func opprett(_ file: Lagerfil) throws {
    let queue = try DatabaseQueue(path: file.sti)
    try queue.write { db in
      try db.execute(sql: "PRAGMA application_id = \(applikasjon); PRAGMA user_version = 1;")
      try db.execute(sql: skjema)
    }
    try queue.close()
  }

  /// Write-ahead logging with the lock held: no second connection, so nothing that two of them could spoil.
  private static func åpne(_ file: Lagerfil) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { db in
      try db.execute(
        sql: """
          PRAGMA locking_mode = EXCLUSIVE; PRAGMA mmap_size = 0; PRAGMA secure_delete = 1;
          PRAGMA recursive_triggers = 1;
          """)
    }
    let queue: DatabaseQueue
    do {
      queue = try DatabaseQueue(path: file.sti, configuration: configuration)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB {
      throw Lagerfeil.ikkeVår
    }
    try queue.writeWithoutTransaction { db in
      guard try Int.fetchOne(db, sql: "PRAGMA application_id") == applikasjon else { throw Lagerfeil.ikkeVår }
      let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
      guard version == 1 else { throw Lagerfeil.nyereSkjema(funnet: version, kjent: 1) }
      guard try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL") == "wal" else {
        throw Lagerfeil.løfte(pragma: "journal_mode")
      }
      try db.execute(sql: "PRAGMA synchronous = NORMAL")
    }
    return queue
  }
}
