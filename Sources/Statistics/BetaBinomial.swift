/// How likely each number of cases with an avvik is, among all N, after k were found in n controlled ones.
///
/// Before the control every share is held likely as Beta(a, b) says; a = b = 1 is every share alike, and
/// a = b = ½ is Jeffreys' choice. With few avvik that choice matters, so say it where a figure is shown.
public struct BetaBinomial: Hashable, Sendable {
  /// N: all the cases.
  public let saker: Int
  /// k: the cases found with an avvik, which are the fewest there can be.
  public let avvik: Int
  /// The cases with an avvik among the N − n that were not controlled.
  private let resten: Fordeling

  /// Nil when the numbers cannot be: k > n, n > N, a negative one, or a or b not above zero.
  public init?(saker N: Int, kontrollert n: Int, avvik k: Int, a: Double = 1, b: Double = 1) {
    guard 0 <= k, k <= n, n <= N, a > 0, b > 0, a.isFinite, b.isFinite else { return nil }
    saker = N
    avvik = k
    let (m, α, β) = (N - n, a + Double(k), b + Double(n - k))
    resten = Fordeling(til: m, midt: Int(Double(m) * (α / (α + β)))) { i in
      let (i, left) = (Double(i), Double(m - i))
      return left / (i + 1) * ((α + i) / (β + left - 1))
    }
  }

  /// The probability that exactly k of the N cases have an avvik.
  public func tetthet(_ k: Int) -> Double { resten[k - avvik] }

  /// The least number that holds with the probability p: `kvantil(0.5)` is the median.
  public func kvantil(_ p: Double) -> Int { avvik + resten.kvantil(p) }

  /// The probability that more than this share of the N cases have an avvik.
  public func sannsynlighet(andelOver andel: Double) -> Double {
    // K / N rounds to the same number as the share does when it is written out: 24 of 120 is not over 0.2.
    (avvik...(avvik + resten.til)).reduce(0) { sum, k in
      Double(k) / Double(saker) > andel ? sum + tetthet(k) : sum
    }
  }
}
