internal import GRDB
internal import Sampling

/// The check of a whole store within one read transaction.
struct Filkontroll {
  let db: Database
  let fil: Lagerfil

  func kontroller(_ kode: Journalkode?) throws -> Verifikasjon {
    var result = Verifikasjon()
    if let found = try størrelsesbrudd() { result.brudd.append(.fil(found)) }
    do {
      try Tilkobling.stolPåSkjema(db)
      if let found = try innholdsbrudd() { result.brudd.append(.fil(found)) }
    } catch Lagerfeil.skjema(let part) {
      // SQLite's own check would run the changed schema, so only the journal is looked at.
      result.brudd.append(.skjema(part))
    }
    var journal = Journalkontroll(db: db)
    if let found = try journal.brudd() {
      result.brudd.append(.oppføring(n: found.n, found.brudd))
    } else {
      result.journalkode = Journalkode(journal.tre)
      // The rules are played only when every entry is what it was, so that one fault is not told twice.
      if result.brudd.isEmpty, let found = try Regelprøve(db: db).brudd() {
        result.brudd.append(.oppføring(n: found.n, .regel(found.grunn)))
      }
    }
    result.antall = journal.tre.størrelse
    result.slettede = journal.slettede.count
    switch kode?.sammenlign(med: journal.tre) {
    case .avkortet(let found)? where result.førsteDårlige == nil:
      result.brudd.append(.avkortet(oppgitt: kode?.størrelse ?? 0, funnet: found))
    case .annenHistorie?: result.brudd.append(.annenHistorie(størrelse: kode?.størrelse ?? 0))
    default: break
    }
    return result
  }

  /// Whether the file ends where its last page ends.
  private func størrelsesbrudd() throws -> String? {
    let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
    let size = try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 0
    return try fil.størrelse() == pages * size ? nil : "its size is not that of its pages"
  }

  /// SQLite's own checks.
  private func innholdsbrudd() throws -> String? {
    do {
      // What the check says names tables and page numbers, never stored values.
      let found = try String.fetchOne(db, sql: "PRAGMA integrity_check(1)") ?? "no answer"
      guard found == "ok" else { return found }
    } catch let error as DatabaseError where Lagerfeil(error) == .skadet {
      return "the integrity check could not finish"
    }
    let orphan = try Row.fetchOne(db, sql: "PRAGMA foreign_key_check")
    return orphan == nil ? nil : "a row refers to an entry that is not there"
  }
}

extension Skjema {
  /// The first part of the schema that is not as a store of the version it says it has.
  static func brudd(_ db: Database) throws -> String? {
    let expected = try forventet(Tilkobling.versjon(db))
    let found = try deler(db)
    for (want, have) in zip(expected, found) where want != have { return want[1] }
    if found.count > expected.count { return "it has a part too many" }
    return found.count < expected.count ? expected[found.count][1] : nil
  }

  /// The text of every part of a schema, in the order of the names.
  static func deler(_ db: Database) throws -> [[String]] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema ORDER BY name, type")
    return rows.map { row in
      row.databaseValues.map { if case .string(let text) = $0.storage { text } else { "?" } }
    }
  }

  /// The parts that a store of a version has.
  static func forventet(_ versjon: Int) throws -> [[String]] {
    guard versjoner.indices.contains(versjon - 1) else { throw Lagerfeil.hode(felt: "user_version") }
    return try versjoner[versjon - 1].get()
  }

  private static let versjoner = skritt.indices.map { last in
    Result {
      let fresh = try DatabaseQueue()
      return try fresh.write { db in
        for step in skritt[...last] { try db.execute(sql: step) }
        return try deler(db)
      }
    }
  }
}

/// The check of every entry, from the first to the first that is wrong.
struct Journalkontroll {
  let db: Database
  private(set) var tre = Merkletre()
  /// Which deletion entry names which entry.
  private(set) var slettede: [Int: Int] = [:]
  private var utenNyttelast: [Int] = []

  init(db: Database) { self.db = db }

  mutating func brudd() throws -> (n: Int, brudd: Oppføringsbrudd)? {
    let rows = try Row.fetchCursor(db, sql: Oppføringsrad.sql + " ORDER BY blad.n")
    while let row = try rows.next() {
      let n = tre.størrelse + 1
      let line = Oppføringsrad(row)
      guard line.n == n else { return (n, .nummer) }
      do throws(Oppføringsbrudd) {
        ta(try line.kontrollert(), try line.bladhash())
      } catch {
        return (n, error)
      }
    }
    return try slettebrudd() ?? løseRader()
  }

  private mutating func ta(_ entry: Oppføring, _ bladhash: Sjekksum) {
    tre.append(bladhash)
    guard let payload = entry.nyttelast else { return utenNyttelast.append(entry.n) }
    guard entry.blad.handling == .sletting else { return }
    for n in payload.slettede { slettede[n] = entry.n }
  }

  /// A payload may only be missing when a later deletion names it, and then it must be missing.
  private func slettebrudd() throws -> (n: Int, brudd: Oppføringsbrudd)? {
    let missing = Set(utenNyttelast)
    for n in missing.union(slettede.keys).sorted() {
      guard let deletion = slettede[n], deletion > n else { return (n, .nyttelastMangler) }
      guard missing.contains(n) else { return (n, .ikkeSlettet) }
    }
    var rows: [Int: Int] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT slettet_n, n FROM sletting") {
      let values = Array(row.databaseValues)
      guard case .int64(let deleted) = values[0].storage, case .int64(let n) = values[1].storage else {
        return (1, .kolonnetype)
      }
      rows[Int(deleted)] = Int(n)
    }
    for n in Set(rows.keys).union(slettede.keys).sorted() where rows[n] != slettede[n] {
      return (n, .slettetabell)
    }
    return nil
  }

  /// A payload without a leaf.
  private func løseRader() throws -> (n: Int, brudd: Oppføringsbrudd)? {
    let sql = "SELECT min(n) FROM nyttelast WHERE n NOT IN (SELECT n FROM blad)"
    return try Int.fetchOne(db, sql: sql).map { ($0, .nummer) }
  }
}
