public import Sampling
import Values

/// Which control: one unit, one team, one month.
public struct Kontrollnøkkel: Hashable, Sendable {
  /// The unit: «solvik».
  public var enhet: String
  /// The team: «fosterhjem-1».
  public var team: String
  /// The month.
  public var måned: Måned

  /// The control of a team in a month.
  public init(enhet: String, team: String, måned: Måned) {
    self.enhet = enhet
    self.team = team
    self.måned = måned
  }

  /// The control number as printed on every page: «MK-2014-09 fosterhjem-1».
  public var nummer: String { "MK-\(måned) \(team)" }

  /// The month in words: «september 2014».
  public var månedIOrd: String { Datoomfang(måned.førsteDag, måned.sisteDag).bokmål }
}
