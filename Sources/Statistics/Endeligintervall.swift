/// How many of all the cases may have an avvik, when only some of them were controlled: exact 95 %.
///
/// n of N cases were drawn without replacement, and k of them had an avvik. The interval holds every number
/// K of cases with an avvik among all N for which neither k or more, nor k or fewer, would have come up with
/// a chance of 2.5 % or less («strict inversion»). Nothing is rounded: ways to draw are counted and compared.
public struct Endeligintervall: Hashable, Sendable {
  /// The fewest cases with an avvik that go with what was found.
  public let nedre: Int
  /// The most cases with an avvik that go with what was found.
  public let øvre: Int

  /// The interval for k avvik and u unknown or unanswered among n controlled of N cases.
  ///
  /// An unknown counts as no avvik below and as an avvik above, so that silence never improves a figure.
  /// Nil when the numbers cannot be: a negative one, n > N or k + u > n. Nil too from 2³¹ cases on,
  /// where the products below would no longer fit.
  public init?(saker N: Int, kontrollert n: Int, avvik k: Int, ukjent u: Int = 0) {
    guard k >= 0, u >= 0, n <= N, N < 1 << 31, k <= n, u <= n - k else { return nil }
    nedre = Self.lower(avvik: k, kontrollert: n, saker: N)
    // The other end is the same question about the cases without an avvik.
    øvre = N - Self.lower(avvik: n - k - u, kontrollert: n, saker: N)
  }

  /// The least K for which k or more of n are found with a chance above 1/40.
  ///
  /// Number the cases so that the K with an avvik come first. Then k or more are found just when the k-th
  /// drawn case has a number j ≤ K, and there are C(j−1, k−1) · C(N−j, n−k) draws where it has the number j.
  /// So one walk over j passes every K, and the sum over all j is the C(N, n) draws that there are.
  private static func lower(avvik k: Int, kontrollert n: Int, saker N: Int) -> Int {
    guard k > 0 else { return 0 }
    let total = BigNatural(waysToChoose: n, of: N)
    var ways = BigNatural(waysToChoose: n - k, of: N - k)
    ways *= 40
    var sum = ways
    var j = k
    while sum <= total {
      ways.scale(by: j * (N - j - (n - k)), over: (j - k + 1) * (N - j))
      sum += ways
      j += 1
    }
    return j
  }
}
