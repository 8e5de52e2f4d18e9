/// What a whole-file check found.
public struct Verifikasjon: Hashable, Sendable {
  /// How many journal entries were read and found right, from the first.
  public internal(set) var antall = 0
  /// How many payloads have been lawfully deleted.
  public internal(set) var slettede = 0
  /// The journal code, when all entries were right.
  public internal(set) var journalkode: Journalkode?
  /// What is wrong: of the file, the schema, the journal and the printed code at most one each.
  public internal(set) var brudd: [Brudd] = []

  /// Whether nothing is wrong.
  public var holder: Bool { brudd.isEmpty }

  /// The number of the first entry that is wrong, when the journal itself is.
  public var førsteDårlige: Int? {
    for case .oppføring(let n, _) in brudd { return n }
    return nil
  }

  /// One thing that is wrong.
  public enum Brudd: Hashable, Sendable {
    /// The database file; what SQLite or the header check says.
    case fil(String)
    /// The schema is not that of this version; the name of the first part that differs.
    case skjema(String)
    /// The first journal entry that is wrong.
    case oppføring(n: Int, Oppføringsbrudd)
    /// The journal is shorter than the printed code says.
    case avkortet(oppgitt: Int, funnet: Int)
    /// The journal does not begin with what was printed.
    case annenHistorie(størrelse: Int)
  }
}

extension Verifikasjon.Brudd: CustomStringConvertible {
  /// One plain English sentence for the operator.
  public var description: String {
    switch self {
    case .fil(let tekst): "the file is damaged: \(tekst)"
    case .skjema(let navn): "the schema has been changed: \(navn)"
    case .oppføring(let n, let brudd): "journal entry \(n): \(brudd)"
    case .avkortet(let oppgitt, let funnet):
      "the printed code stands for \(oppgitt) entries, but there are only \(funnet): entries are gone"
    case .annenHistorie(let størrelse):
      "the first \(størrelse) entries are not those that the printed code stands for"
    }
  }
}
