import GRDB
import JSONText
import Statistics
import Testing

@testable import Simulation

/// A second way to every figure: the store read by itself, through a connection that can only read.
struct Lagerleser {
  private let kø: DatabaseQueue

  init(_ sti: String) throws {
    var configuration = Configuration()
    configuration.readonly = true
    kø = try DatabaseQueue(path: sti, configuration: configuration)
  }

  /// The rows of a query of one column that holds JSON.
  func rader(_ spørring: String) throws -> [JSONValue] {
    let texts = try kø.read { try String.fetchAll($0, sql: Spørringer.felles + spørring) }
    return try texts.map { try JSONValue(parsing: Array($0.utf8)) }
  }

  /// The only row of a query that gives one.
  func rad(_ spørring: String) throws -> JSONValue {
    let rows = try rader(spørring)
    #expect(rows.count == 1)
    return try #require(rows.first)
  }

  /// A number.
  func tall(_ spørring: String) throws -> Int { try kø.read { try Int.fetchOne($0, sql: spørring) ?? 0 } }

  /// Rows of text.
  func tekster(_ spørring: String) throws -> [[String]] {
    try kø.read { db in
      try Row.fetchAll(db, sql: spørring).map { row in
        row.databaseValues.map { String.fromDatabaseValue($0) ?? "\($0)" }
      }
    }
  }
}

extension JSONValue {
  /// The same without some members, at every depth.
  func uten(_ navn: String...) -> JSONValue {
    switch self {
    case .object(let members):
      .object(members.filter { !navn.contains($0.name) }.map { .init($0.name, $0.value.uten(navn)) })
    case .array(let values): .array(values.map { $0.uten(navn) })
    default: self
    }
  }

  private func uten(_ navn: [String]) -> JSONValue {
    switch self {
    case .object(let members):
      .object(members.filter { !navn.contains($0.name) }.map { .init($0.name, $0.value.uten(navn)) })
    case .array(let values): .array(values.map { $0.uten(navn) })
    default: self
    }
  }

  /// The same with more members.
  func med(_ members: [JSONValue.Member]) -> JSONValue { .object((self.members ?? []) + members) }

  /// A whole number that must be there.
  func tall(_ navn: String) throws -> Int { Int(try #require(self[navn]?.integer)) }
}

/// Both sides of a comparison, member order and all; the first row that differs is shown.
func expectLike(
  _ found: [JSONValue], _ expected: [JSONValue], sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(found.count == expected.count, sourceLocation: sourceLocation)
  #expect(!expected.isEmpty, sourceLocation: sourceLocation)
  for (a, b) in zip(found, expected) where a.canonicalBytes != b.canonicalBytes {
    Issue.record(
      "the report says \(a.compactText), the store \(b.compactText)", sourceLocation: sourceLocation)
    return
  }
}

/// What follows from counts by the formulas that have vectors of their own.
enum Avledet {
  /// The interval and the prompt of a row of a point.
  static func rad(_ row: JSONValue) throws -> JSONValue {
    let sequence = try #require(row["sequence"]?.array).map { $0.integer == 1 }
    let interval =
      try row.tall("months") > 1
      ? Endeligintervall(
        saker: row.tall("N"), kontrollert: row.tall("n"), avvik: row.tall("k"), ukjent: row.tall("unknown"))
      : nil
    return row.uten("sequence", "months").med([
      .init("low", interval.map { .integer(Int64($0.nedre)) } ?? .null),
      .init("high", interval.map { .integer(Int64($0.øvre)) } ?? .null),
      .init("prompt", prompt(Mønster(sequence))),
    ])
  }

  private static func prompt(_ mønster: Mønster) -> JSONValue {
    func object(_ kind: String, _ count: Int, _ latest: Int) -> JSONValue {
      .object([
        "kind": .string(kind), "count": .integer(Int64(count)), "of_last": .integer(Int64(latest)),
      ])
    }
    switch mønster {
    case .ingen: return .null
    case .seNærmere(let count, let latest): return object("se_naermere", count, latest)
    case .tydelig(let count, let latest): return object("tydelig", count, latest)
    }
  }

  /// Anhøj's rules on the months since the checklist was last changed.
  static func løp(_ months: [JSONValue]) throws -> JSONValue {
    let start = months.lastIndex { $0["new_version"] == .bool(true) } ?? 0
    let shares = try months[start...].filter { try $0.tall("decided") > 0 }.map {
      Double(try $0.tall("avvik")) / Double(try $0.tall("decided"))
    }
    let test = Løpstest(shares)
    func number(_ value: Int?) -> JSONValue { value.map { .integer(Int64($0)) } ?? .null }
    return .object([
      "months": .array(months), "since": months[start]["month"] ?? .null,
      "median": test.map { .number($0.median) } ?? .null, "useful": number(test?.nyttigePunkter),
      "longest_run": number(test?.lengsteLøp), "crossings": number(test?.krysninger),
      "signal": test.map { .bool($0.signal) } ?? .null,
    ])
  }
}
