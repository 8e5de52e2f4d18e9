/// In how many controlled cases a point was breached, of those in which it was either fulfilled or breached.
public struct Bruddandel: Hashable, Sendable {
  /// Breached: an avvik, or a merknad for a point with a norm only.
  public private(set) var brudd = 0
  /// Controlled.
  public private(set) var kontrollert = 0

  /// None yet.
  public init() {}

  mutating func tell(brudd breach: Bool) {
    kontrollert += 1
    if breach { brudd += 1 }
  }

  /// Whether the share is lower than another; false when either is empty.
  func erLavereEnn(_ other: Bruddandel) -> Bool { brudd * other.kontrollert < other.brudd * kontrollert }
}

extension Bruddandel: CustomStringConvertible {
  /// `10 av 24`.
  public var description: String { "\(brudd) av \(kontrollert)" }
}
