/// Anhøj's two rules for a run chart: has something changed, or is this the usual noise?
///
/// Points on the median say nothing and are left out. Too long a run on one side of it, or too few crossings
/// of it, is a signal; noise alone gives one in about 5 of 100 charts at the most.
public struct Løpstest: Hashable, Sendable {
  /// The median of all the values.
  public let median: Double
  /// How many values are not on the median.
  public let nyttigePunkter: Int
  /// The longest run of useful points on one side of the median.
  public let lengsteLøp: Int
  /// How often the line between the useful points crosses the median.
  public let krysninger: Int
  /// Whether one of the two rules is broken.
  public let signal: Bool

  /// The values in the order of time; nil when fewer than ten are off the median, or one is not a number.
  public init?(_ verdier: [Double]) {
    guard verdier.allSatisfy(\.isFinite), let median = Self.median(verdier) else { return nil }
    let above = verdier.filter { $0 != median }.map { $0 > median }
    guard let limits = Self.grenser(above.count) else { return nil }
    self.median = median
    nyttigePunkter = above.count
    var (run, longest, crossings) = (1, 1, 0)
    for (before, now) in zip(above, above.dropFirst()) {
      run = before == now ? run + 1 : 1
      longest = max(longest, run)
      crossings += before == now ? 0 : 1
    }
    lengsteLøp = longest
    krysninger = crossings
    signal = longest > limits.lengsteLøp || crossings < limits.færrestKrysninger
  }

  /// The longest run and the fewest crossings that n useful points may have without a signal.
  ///
  /// A run may be as long as log₂ n rounded, and 3 more. The crossings may be as few as the 5 % quantile of
  /// n − 1 throws of a coin. Nil under ten points, where no signal is to be had.
  public static func grenser(_ n: Int) -> (lengsteLøp: Int, færrestKrysninger: Int)? {
    guard n >= 10 else { return nil }
    // log₂ n rounded is (2 log₂ n, rounded down, plus 1) / 2, rounded down; it never is a half.
    let twice = UInt128.bitWidth - 1 - (UInt128(n) * UInt128(n)).leadingZeroBitCount
    return ((twice + 1) / 2 + 3, fewestCrossings(throws: n - 1))
  }

  /// The least c with P(X ≤ c) ≥ 1/20, for the heads X of so many throws.
  private static func fewestCrossings(throws count: Int) -> Int {
    var all = BigNatural(1)
    for _ in 0..<count { all *= 2 }
    var ways = BigNatural(20)
    var sum = ways
    var c = 0
    while sum < all {
      ways.scale(by: count - c, over: c + 1)
      c += 1
      sum += ways
    }
    return c
  }

  private static func median(_ values: [Double]) -> Double? {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }
}
