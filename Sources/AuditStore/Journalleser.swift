internal import Foundation
internal import GRDB
internal import JSONText
internal import Sampling

/// Reads the journal on one connection, believing nothing that it can recompute.
struct Journalleser {
  let db: Database

  /// How many entries there are.
  func antall() throws -> Int { try Int.fetchOne(db, sql: "SELECT count(*) FROM blad") ?? 0 }

  /// A tree that was right before, with the entries that came after it.
  ///
  /// Throws when its last leaf is no longer where it was: then the past has been changed.
  func forlenget(_ tree: Merkletre) throws -> Merkletre {
    var tree = tree
    let from = max(0, tree.størrelse - 1)
    let rows = try Row.fetchCursor(
      db, sql: "SELECT n, hash FROM blad WHERE n > ? ORDER BY n", arguments: [from])
    var expected = from + 1
    while let row = try rows.next() {
      let values = Array(row.databaseValues)
      guard case .int64(Int64(expected)) = values[0].storage else {
        throw Lagerfeil.journalbrudd(n: expected, .nummer)
      }
      guard case .blob(let data) = values[1].storage, let hash = Sjekksum(bytes: Array(data)) else {
        throw Lagerfeil.journalbrudd(n: expected, .kolonnetype)
      }
      if let known = tree.bladhash(expected - 1) {
        guard known == hash else { throw Lagerfeil.journalbrudd(n: expected, .bladhash) }
      } else {
        tree.append(hash)
      }
      expected += 1
    }
    guard expected > tree.størrelse else { throw Lagerfeil.journalbrudd(n: expected, .nummer) }
    return tree
  }

  /// The entry with a number, recomputed; throws when there is none or it is not what it was.
  func oppføring(_ n: Int) throws -> Oppføring {
    let sql = Oppføringsrad.sql + " WHERE blad.n = ?"
    guard let row = try Row.fetchOne(db, sql: sql, arguments: [n]) else {
      throw Lagerfeil.ukjentOppføring(n: n)
    }
    return try kontrollert(Oppføringsrad(row))
  }

  /// Entries in order, recomputed: of an act, of a month, of a team, or all.
  func oppføringer(
    _ handling: Handling?, _ måned: Måned?, _ team: String?, unntatt: Handling? = nil
  ) throws -> [Oppføring] {
    var conditions: [String] = []
    var arguments: StatementArguments = []
    if let unntatt {
      conditions.append("json_extract(CAST(blad.data AS TEXT), '$.handling') <> ?")
      arguments += [unntatt.rawValue]
    }
    if let handling {
      conditions.append("json_extract(CAST(blad.data AS TEXT), '$.handling') = ?")
      arguments += [handling.rawValue]
    }
    if let måned {
      conditions.append("json_extract(CAST(nyttelast.data AS TEXT), '$.innhold.month') = ?")
      arguments += [måned.description]
    }
    if let team {
      conditions.append("json_extract(CAST(nyttelast.data AS TEXT), '$.innhold.team') = ?")
      arguments += [team]
    }
    let filter = conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
    let rows = try Row.fetchCursor(
      db,
      sql: (måned == nil && team == nil ? Oppføringsrad.sql : Oppføringsrad.sqlMedNyttelast) + filter
        + " ORDER BY blad.n", arguments: arguments)
    var entries: [Oppføring] = []
    while let row = try rows.next() { entries.append(try kontrollert(Oppføringsrad(row))) }
    return entries
  }

  /// Entries of some acts after a number, in order, recomputed.
  func oppføringer(_ handlinger: Set<Handling>, etter n: Int) throws -> [Oppføring] {
    let names = handlinger.map(\.rawValue).sorted()
    let marks = names.map { _ in "?" }.joined(separator: ", ")
    let rows = try Row.fetchCursor(
      db,
      sql: Oppføringsrad.sql
        + " WHERE blad.n > ? AND json_extract(CAST(blad.data AS TEXT), '$.handling') IN (\(marks)) ORDER BY blad.n",
      arguments: [n] + StatementArguments(names))
    var entries: [Oppføring] = []
    while let row = try rows.next() { entries.append(try kontrollert(Oppføringsrad(row))) }
    return entries
  }

  /// What kind of act each entry after a number is.
  func handlinger(etter n: Int) throws -> [(n: Int, handling: Handling)] {
    let rows = try Row.fetchCursor(
      db,
      sql: "SELECT n, json_extract(CAST(data AS TEXT), '$.handling') FROM blad WHERE n > ? ORDER BY n",
      arguments: [n])
    var acts: [(n: Int, handling: Handling)] = []
    while let row = try rows.next() {
      let values = Array(row.databaseValues)
      guard case .int64(let number) = values[0].storage, case .string(let name) = values[1].storage,
        let act = Handling(rawValue: name)
      else { throw Lagerfeil.skadet }
      acts.append((Int(number), act))
    }
    return acts
  }

  /// Entries about one avvik, measure, meeting or decision, and their texts, in order, recomputed.
  func oppføringer(emne: String) throws -> [Oppføring] {
    let rows = try Row.fetchCursor(
      db,
      sql: Oppføringsrad.sqlMedNyttelast
        + " WHERE json_extract(CAST(nyttelast.data AS TEXT), '$.innhold.emne') = ? ORDER BY blad.n",
      arguments: [emne])
    var entries: [Oppføring] = []
    while let row = try rows.next() { entries.append(try kontrollert(Oppføringsrad(row))) }
    return entries
  }

  /// What is followed about a point in a case, in the order in which it began.
  func emner(sak: String, punkt: String) throws -> [String] {
    try String.fetchAll(
      db,
      sql: """
        SELECT emne FROM emnehendelse WHERE sak = ? AND punkt = ? AND handling = 'avvik'
        GROUP BY emne ORDER BY min(n)
        """, arguments: [sak, punkt])
  }

  /// How many things are followed whose name begins so: `AV-2014-`.
  func antallEmner(_ begynnelse: String) throws -> Int {
    try Int.fetchOne(
      db,
      sql: """
        SELECT count(DISTINCT json_extract(CAST(data AS TEXT), '$.innhold.emne')) FROM nyttelast
        WHERE json_extract(CAST(data AS TEXT), '$.innhold.emne') >= ?1
          AND json_extract(CAST(data AS TEXT), '$.innhold.emne') < ?1 || '~'
        """, arguments: [begynnelse]) ?? 0
  }

  private func kontrollert(_ rad: Oppføringsrad) throws -> Oppføring {
    let entry: Oppføring
    do throws(Oppføringsbrudd) {
      entry = try rad.kontrollert(form: false)
    } catch {
      throw Lagerfeil.journalbrudd(n: rad.n, error)
    }
    if entry.nyttelast == nil, try !erSlettet(rad.n) {
      throw Lagerfeil.journalbrudd(n: rad.n, .nyttelastMangler)
    }
    return entry
  }

  /// Whether a deletion names an entry.
  func erSlettet(_ n: Int) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM sletting WHERE slettet_n = ?)", arguments: [n]) ?? false
  }

  /// The rows of a view as objects: of a month, of a team, or all.
  func rader(_ visning: Visning, _ måned: Måned?, _ team: String?) throws -> [JSONValue] {
    var conditions: [String] = []
    var arguments: StatementArguments = []
    if let måned {
      conditions.append("maned = ?")
      arguments += [måned.description]
    }
    if let team {
      conditions.append("team = ?")
      arguments += [team]
    }
    let filter = conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
    let rows = try Row.fetchCursor(
      db, sql: "SELECT * FROM \(visning.rawValue)\(filter) ORDER BY \(visning.rekkefølge)",
      arguments: arguments)
    var objects: [JSONValue] = []
    while let row = try rows.next() {
      objects.append(.object(row.map { JSONValue.Member($0.0, verdi($0.1)) }))
    }
    return objects
  }

  private func verdi(_ value: DatabaseValue) -> JSONValue {
    switch value.storage {
    case .null: .null
    case .int64(let number): .integer(number)
    case .double(let number): .number(number)
    case .string(let text): .string(text)
    case .blob(let data): .string(Heks.tekst(data))
    }
  }
}
