internal import Foundation
internal import GRDB
internal import JSONText
internal import Sampling

/// What is wrong with one entry of the journal.
public enum Oppføringsbrudd: Error, Hashable, Sendable {
  /// Another number was expected here: an entry is missing, stands twice or was put in.
  case nummer
  /// A column holds a value of another type than it should.
  case kolonnetype
  /// The leaf is not a leaf of this journal in canonical form.
  case blad
  /// The leaf's hash is not that of its data.
  case bladhash
  /// The payload is not there, and no deletion names it.
  case nyttelastMangler
  /// The payload and salt are not what the leaf commits to.
  case forpliktelse
  /// The payload is not in canonical form.
  case nyttelast
  /// A deletion names this entry, but its payload is still there.
  case ikkeSlettet
  /// The rules of the store do not allow it where it stands.
  case regel(String)
  /// The table of deletions does not say what the deletion entries say.
  case slettetabell
}

extension Oppføringsbrudd: CustomStringConvertible {
  /// What is wrong, in plain English.
  public var description: String {
    switch self {
    case .nummer: "the number is out of sequence (an entry was removed, repeated or put in)"
    case .kolonnetype: "a column holds another type of value"
    case .blad: "the leaf is not in its canonical form"
    case .bladhash: "the leaf's hash differs from its data"
    case .nyttelastMangler: "the payload is missing and no deletion names it"
    case .forpliktelse: "the payload is not the one that was committed to"
    case .nyttelast: "the payload is not in its canonical form"
    case .ikkeSlettet: "the payload is still there although a deletion names it"
    case .regel(let tekst): "the rules of the store do not allow it: \(tekst)"
    case .slettetabell: "the table of deletions differs from the deletion entries"
    }
  }
}

/// One row of the journal as it stands in the file, nothing believed.
struct Oppføringsrad {
  static let sql = kolonner + "FROM blad LEFT JOIN nyttelast USING (n)"
  /// The rows that have a payload: what a payload says can then be looked up in an index.
  static let sqlMedNyttelast = kolonner + "FROM nyttelast JOIN blad USING (n)"

  private static let kolonner =
    "SELECT blad.n, blad.data, blad.hash, nyttelast.n, nyttelast.salt, nyttelast.data "

  private let verdier: [DatabaseValue]

  init(_ row: Row) { verdier = Array(row.databaseValues) }

  /// The number of the row, 0 when even that is not a number.
  var n: Int {
    if case .int64(let number) = verdier[0].storage { Int(number) } else { 0 }
  }

  /// The leaf hash as it stands, which `kontrollert` has compared with the leaf.
  func bladhash() throws(Oppføringsbrudd) -> Sjekksum {
    guard let hash = Sjekksum(bytes: try blob(2)) else { throw .bladhash }
    return hash
  }

  private func blob(_ index: Int) throws(Oppføringsbrudd) -> [UInt8] {
    guard case .blob(let data) = verdier[index].storage else { throw .kolonnetype }
    return Array(data)
  }

  /// The entry that the row holds, after everything about it has been recomputed.
  ///
  /// - Parameters:
  ///   - form: whether the payload's canonical form is looked at too. Its hash fixes its bytes already; only the check
  ///     of the whole store, and no report, has time to write every payload once more.
  func kontrollert(form: Bool = true) throws(Oppføringsbrudd) -> Oppføring {
    let data = try blob(1)
    guard let json = try? JSONValue(parsing: data), let blad = Blad(json: json), blad.n == n,
      json.canonicalBytes == data
    else { throw .blad }
    guard try Merkle.bladhash(data) == bladhash() else { throw .bladhash }
    return Oppføring(blad: blad, nyttelast: try nyttelast(blad, form: form))
  }

  private func nyttelast(_ blad: Blad, form: Bool) throws(Oppføringsbrudd) -> Nyttelast? {
    if verdier[3].isNull { return nil }
    let salt = try blob(4)
    let data = try blob(5)
    guard salt.count == 32, Nyttelast.forpliktelse(salt: salt, data: data) == blad.forpliktelse else {
      throw .forpliktelse
    }
    guard let json = try? JSONValue(parsing: data), let payload = Nyttelast(json: json),
      !form || json.canonicalBytes == data
    else { throw .nyttelast }
    return payload
  }
}

extension Nyttelast {
  /// The numbers that a deletion names.
  var slettede: [Int] { innhold["slettet"]?.array?.compactMap { $0.integer.map { Int($0) } } ?? [] }

  /// The payload of a deletion.
  static func sletting(av numre: [Int], grunn: String) -> JSONValue {
    .object([
      "slettet": .array(numre.map { .integer(Int64($0)) }), "reason": .string(grunn),
    ])
  }
}
