/// What a row of controls without a single avvik rules out, with 95 % confidence.
public enum RenRekke {
  /// How many controls without an avvik it takes before this share of avvik is ruled out.
  ///
  /// The chance of so long a clean row would be 5 % or less: the least m with (1 − p)^m ≤ 0.05. A share of
  /// zero is never ruled out and gives `Int.max`.
  public static func saker(utelukkerAndel p: Double) -> Int {
    guard p > 0, utelukket(p, etter: .max) else { return .max }
    var (possible, ruledOut) = (0, Int.max)
    while ruledOut - possible > 1 {
      let m = possible + (ruledOut - possible) / 2
      if utelukket(p, etter: m) { ruledOut = m } else { possible = m }
    }
    return ruledOut
  }

  /// The least share that m controls without an avvik rule out; 1 when there are none.
  public static func andel(etter m: Int) -> Double {
    var (possible, ruledOut) = (0.0, 1.0)
    while true {
      let p = possible + (ruledOut - possible) / 2
      guard possible < p, p < ruledOut else { return ruledOut }
      if utelukket(p, etter: m) { ruledOut = p } else { possible = p }
    }
  }

  /// The least number of cases with an avvik, among all N, that n controls without one rule out.
  ///
  /// Counted exactly for draws without replacement: the least K with C(N−K, n) ≤ C(N, n) / 20, so that 24
  /// clean ones of 120 rule out «13 or more». It is N + 1 when nothing is ruled out, or n is not of N. The
  /// formula is the same with n and K changed about: `utelukker(saker: N, kontrollert: K)` is also how many
  /// clean controls it takes to rule out K cases.
  public static func utelukker(saker N: Int, kontrollert n: Int) -> Int {
    guard 1 <= n, n <= N else { return N + 1 }
    var (clean, all) = (BigNatural(20), BigNatural(1))
    var K = 0
    while clean > all {
      clean *= UInt(N - n - K)
      all *= UInt(N - K)
      K += 1
    }
    return K
  }

  private static func utelukket(_ p: Double, etter m: Int) -> Bool {
    // 1 − 0.95 comes out a little above 0.05.
    m > 0 && (p >= 0.95 || power(1 - p, m) <= 0.05)
  }

  /// By repeated squaring: the same on every platform.
  private static func power(_ base: Double, _ exponent: Int) -> Double {
    var (result, square, left) = (1.0, base, exponent)
    while left > 0 {
      if left % 2 == 1 { result *= square }
      square *= square
      left /= 2
    }
    return result
  }
}
