internal import Foundation
internal import GRDB

/// Plays every entry of a journal once more into an empty store, so that the rules of the schema judge each of them.
///
/// A store can be whole byte for byte and still hold an entry that its triggers would have refused: somebody may have
/// dropped a trigger, written, and made the trigger again. The rules that are played are those of this program.
struct Regelprøve {
  let db: Database

  /// The first entry that the rules refuse, and why; nil when they let all of them in.
  func brudd() throws -> (n: Int, grunn: String)? {
    let fresh = try DatabaseQueue()
    return try fresh.writeWithoutTransaction { copy in
      for step in Skjema.skritt { try copy.execute(sql: step) }
      var found: (Int, String)?
      try copy.inTransaction {
        found = try spill(inn: copy)
        return .rollback
      }
      return found
    }
  }

  private func spill(inn copy: Database) throws -> (Int, String)? {
    let leaf = try copy.makeStatement(sql: "INSERT INTO blad (n, data, hash) VALUES (?, ?, ?)")
    let payload = try copy.makeStatement(
      sql: "INSERT INTO nyttelast (n, salt, data) VALUES (?, zeroblob(32), ?)")
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT blad.n, blad.data, blad.hash, CASE json_extract(CAST(blad.data AS TEXT), '$.handling')
          WHEN 'kontroll' THEN \(Regelprøve.hode) WHEN 'svar' THEN \(Regelprøve.hode)
          WHEN 'import' THEN \(Regelprøve.hode) ELSE nyttelast.data END
        FROM blad LEFT JOIN nyttelast USING (n) ORDER BY blad.n
        """)
    while let row = try rows.next() {
      let values = Array(row.databaseValues)
      guard case .int64(let n) = values[0].storage else { return (0, "the number is not one") }
      do {
        try leaf.execute(arguments: [values[0], values[1], values[2]])
        if !values[3].isNull { try payload.execute(arguments: [values[0], values[3]]) }
      } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
        return (Int(n), error.message ?? "a rule of the store")
      }
    }
    return nil
  }

  /// All that the rules ask of a payload that may be large: which control it belongs to, and what it corrects.
  private static let hode = """
    CASE WHEN nyttelast.n IS NULL THEN NULL ELSE CAST(json_object('innhold', json_object(
      'month', json_extract(CAST(nyttelast.data AS TEXT), '$.innhold.month'),
      'team', json_extract(CAST(nyttelast.data AS TEXT), '$.innhold.team'),
      'corrects', json_extract(CAST(nyttelast.data AS TEXT), '$.innhold.corrects'))) AS BLOB) END
    """
}
