import Values

/// Which control: one unit, one team, one month.
public struct Kontrollnøkkel: Hashable, Sendable {
  /// The unit: «solvik».
  public var enhet: String
  /// The team: «fosterhjem-1».
  public var team: String
  /// The month as `2014-09`.
  public var måned: String

  /// The control of a team in a month, or nil when the month is not written `2014-09`.
  public init?(enhet: String, team: String, måned: String) {
    guard måned.utf8.count == 7, Datoomfang(iso: måned) != nil else { return nil }
    self.enhet = enhet
    self.team = team
    self.måned = måned
  }

  /// The control number as printed on every page: «MK-2014-09 fosterhjem-1».
  public var nummer: String { "MK-\(måned) \(team)" }

  /// The month in words: «september 2014».
  public var månedIOrd: String { Datoomfang(iso: måned)?.bokmål ?? måned }
}
