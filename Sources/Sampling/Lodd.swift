/// A case's ticket in a draw: hex(SHA-256("utvalg/1" ‖ 00 ‖ seed ‖ 00 ‖ case id)).
public struct Lodd: Hashable, Sendable {
  /// The id of the case.
  public let id: String
  /// 64 lower-case hexadecimal digits.
  public let lodd: String

  /// The name of the algorithm, which is also the first part of what is hashed.
  public static let algoritme = "utvalg/1"

  /// The ticket that a seed gives a case.
  public init(id: String, frø: String) {
    self.id = id
    lodd = Sjekksum(avTekst: "\(Lodd.algoritme)\0\(frø)\0\(id)").hex
  }

  /// A ticket as somebody else wrote it down; nothing is checked.
  init(id: String, lodd: String) {
    self.id = id
    self.lodd = lodd
  }

  /// The tickets of all cases, ascending by (ticket, id): the ranked list of the draw.
  public static func rangert(ids: [String], frø: String) -> [Lodd] {
    ids.map { Lodd(id: $0, frø: frø) }
      .sorted { sammeBytes($0.lodd, $1.lodd) ? utf8Precedes($0.id, $1.id) : utf8Precedes($0.lodd, $1.lodd) }
  }
}
