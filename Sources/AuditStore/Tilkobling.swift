internal import GRDB

/// How every connection is set up, and the proof that it took.
enum Tilkobling {
  /// Settings for the connection, and what each must read back as.
  ///
  /// Rollback journal and EXTRA: a commit, and its folder, has reached the disk before it is acknowledged.
  /// The rest keeps a damaged file or a planted schema from doing harm, and deleted text from staying behind.
  private static let innstillinger: [(navn: String, verdi: String)] = [
    ("synchronous", "3"), ("foreign_keys", "1"), ("mmap_size", "0"), ("trusted_schema", "0"),
    ("secure_delete", "1"), ("cell_size_check", "1"), ("temp_store", "2"), ("recursive_triggers", "1"),
    ("fullfsync", "1"),
  ]

  /// What the file itself must be; the names of the version pragmas come first.
  private static let hode: [(navn: String, verdi: String)] = [
    ("journal_mode", "delete"), ("encoding", "UTF-8"), ("page_size", String(sidestørrelse)),
    ("auto_vacuum", "0"), ("ignore_check_constraints", "0"), ("writable_schema", "0"),
  ]

  private static let sidestørrelse = 4096

  private static func innstilling(lesBare: Bool, ventetid: Double) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = lesBare
    configuration.busyMode = .timeout(ventetid)
    configuration.prepareDatabase { db in
      for pragma in innstillinger { try db.execute(sql: "PRAGMA \(pragma.navn) = \(pragma.verdi)") }
    }
    return configuration
  }

  /// A connection to a store, checked: the file is ours, every setting took. Its schema is not trusted yet.
  static func kø(_ fil: Lagerfil, lesBare: Bool, ventetid: Double) throws -> DatabaseQueue {
    let queue: DatabaseQueue
    do {
      queue = try DatabaseQueue(
        path: fil.sti, configuration: innstilling(lesBare: lesBare, ventetid: ventetid))
    } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB {
      throw Lagerfeil.ikkeVår
    }
    try queue.inDatabase { db in
      try kjenn(db)
      try kontroller(db)
    }
    return queue
  }

  /// Lets the schema's own views, checks and triggers run, after it has been found to be ours word for word.
  ///
  /// Until then SQLite refuses whatever a planted schema might call. It cannot stay so: SQLite 3.40 refuses
  /// its own JSON functions there too.
  static func stolPåSkjema(_ db: Database) throws {
    if let part = try Skjema.brudd(db) { throw Lagerfeil.skjema(del: part) }
    try db.execute(sql: "PRAGMA trusted_schema = 1")
  }

  /// The version of the schema that the file says it has.
  static func versjon(_ db: Database) throws -> Int { try verdi("user_version", db).flatMap { Int($0) } ?? 0 }

  /// Throws unless the file is a store that this program can read; nothing is changed.
  static func kjenn(_ db: Database) throws {
    guard try verdi("application_id", db) == String(Skjema.applikasjon) else { throw Lagerfeil.ikkeVår }
    let version = try versjon(db)
    guard version <= Skjema.versjon else {
      throw Lagerfeil.nyereSkjema(funnet: version, kjent: Skjema.versjon)
    }
    guard version >= 1 else { throw Lagerfeil.hode(felt: "user_version") }
    for field in hode {
      guard try verdi(field.navn, db) == field.verdi else { throw Lagerfeil.hode(felt: field.navn) }
    }
  }

  /// Reads every setting back from the connection that will be used; throws at the first that did not take.
  static func kontroller(_ db: Database) throws {
    for pragma in innstillinger {
      let value = try verdi(pragma.navn, db)
      // A library built without memory mapping has no such setting to give back.
      if pragma.navn == "mmap_size", value == nil { continue }
      guard value == pragma.verdi else { throw Lagerfeil.løfte(pragma: pragma.navn) }
    }
  }

  private static func verdi(_ pragma: String, _ db: Database) throws -> String? {
    try tekst(Row.fetchOne(db, sql: "PRAGMA \(pragma)")?.databaseValues.first)
  }

  private static func tekst(_ value: DatabaseValue?) -> String? {
    switch value?.storage {
    case .int64(let number): String(number)
    case .string(let text): text
    default: nil
    }
  }

  /// Makes an empty file a store.
  static func opprett(_ fil: Lagerfil) throws {
    let queue = try DatabaseQueue(
      path: fil.sti, configuration: innstilling(lesBare: false, ventetid: 5))
    try queue.writeWithoutTransaction { db in
      try db.execute(
        sql: """
          PRAGMA trusted_schema = 1;
          PRAGMA page_size = \(sidestørrelse);
          PRAGMA auto_vacuum = NONE;
          PRAGMA encoding = 'UTF-8';
          """)
      try db.inTransaction(.immediate) {
        try db.execute(
          sql: """
            PRAGMA application_id = \(Skjema.applikasjon);
            PRAGMA user_version = \(Skjema.versjon);
            """)
        for step in Skjema.skritt { try db.execute(sql: step) }
        return .commit
      }
    }
    try queue.close()
  }
}

extension Tilkobling {
  /// Takes a trusted store of an earlier version to this one, in one transaction.
  static func løft(_ db: Database) throws {
    try db.inTransaction(.immediate) {
      for step in Skjema.skritt.dropFirst(try versjon(db)) { try db.execute(sql: step) }
      try db.execute(sql: "PRAGMA user_version = \(Skjema.versjon)")
      if let part = try Skjema.brudd(db) { throw Lagerfeil.skjema(del: part) }
      return .commit
    }
  }

  /// Whether a file that calls itself newer has the very schema of this version.
  static func harVårtSkjema(_ fil: Lagerfil, ventetid: Double) throws -> Bool {
    try Lagerfeil.oversatt {
      let queue = try DatabaseQueue(
        path: fil.sti, configuration: innstilling(lesBare: true, ventetid: ventetid))
      defer { try? queue.close() }
      let found = try queue.read { try Skjema.deler($0) }
      return try found == Skjema.forventet(Skjema.versjon)
    }
  }
}
