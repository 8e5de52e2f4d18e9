/// A run of days, both ends included.
public struct Periode: Hashable, Sendable {
  /// The first day.
  public var fra: Dato
  /// The last day; never before `fra`.
  public var til: Dato

  /// The days from `fra` to `til`, or nil when `til` comes first.
  public init?(_ fra: Dato, _ til: Dato) {
    guard fra <= til else { return nil }
    self.fra = fra
    self.til = til
  }

  /// One day.
  public init(_ dato: Dato) { self.init(unchecked: dato, dato) }

  /// A calendar year.
  public static func år(_ år: Int) -> Periode { Periode(unchecked: .nyttår(år), .årsslutt(år)) }

  init(unchecked fra: Dato, _ til: Dato) {
    self.fra = fra
    self.til = til
  }

  /// The number of days.
  public var dager: Int { fra.dager(til: til) + 1 }

  /// Whether the two have a day in common.
  public func overlapper(_ annen: Periode) -> Bool { fra <= annen.til && annen.fra <= til }

  /// Whether a day lies in the period.
  public func inneholder(_ dato: Dato) -> Bool { fra <= dato && dato <= til }
}

extension Dato {
  /// Before every day a record can hold; the open start of a period.
  public static let tidenesMorgen = Dato(dag: -1_000_000)
  /// After every day a record can hold; the open end of a period that is still running.
  public static let tidenesEnde = Dato(dag: 3_000_000)
}
