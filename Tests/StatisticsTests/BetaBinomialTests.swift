import Statistics
import Testing

private func posterior(
  _ N: Int, _ n: Int, _ k: Int, a: Double = 1, b: Double = 1
) throws -> BetaBinomial {
  try #require(BetaBinomial(saker: N, kontrollert: n, avvik: k, a: a, b: b))
}

struct BetaBinomialTests {
  @Test func `all the vectors`() throws {
    let vectors = try Vectors.read().betaBinomial
    #expect(vectors.count == 6)
    for v in vectors {
      let found = try posterior(v.N, v.n, v.x, a: v.a, b: v.b)
      #expect([0.025, 0.5, 0.975].map(found.kvantil) == [v.q025, v.q50, v.q975])
      #expect(nær(found.sannsynlighet(andelOver: 0.2), v.pOver20Pct))
    }
  }

  /// From scipy.stats.betabinom.
  @Test(arguments: [
    (120, 24, 0, 0.5, [0, 1, 10], 0.013545696669163896), (120, 24, 24, 0.5, [110, 119, 120], 1),
    (5000, 300, 4, 1, [28, 77, 165], 4.181792143809703e-10),
  ])
  func `Jeffreys' choice and a large service`(
    N: Int, n: Int, k: Int, prior: Double, quantiles: [Int], overTenPercent: Double
  ) throws {
    let found = try posterior(N, n, k, a: prior, b: prior)
    #expect([0.025, 0.5, 0.975].map(found.kvantil) == quantiles)
    #expect(nær(found.sannsynlighet(andelOver: 0.1), overTenPercent))
  }

  @Test func `two densities known to twelve digits`() throws {
    let found = try posterior(120, 24, 7)
    #expect(abs(found.tetthet(7) / 1.2020846070421465e-06 - 1) < 1e-12)
    #expect(abs(found.tetthet(10) / 8.802773532691159e-05 - 1) < 1e-12)
    #expect(found.tetthet(6) == 0 && found.tetthet(104) == 0)
  }

  /// With every share alike beforehand, m more cases have i avvik in C(k+i, i) · C(n−k+m−i, m−i) ways.
  @Test(arguments: [(30, 8, 3), (30, 8, 0), (20, 0, 0), (12, 12, 5)])
  func `the densities are what counting gives, and sum to one`(N: Int, n: Int, k: Int) throws {
    let (choose, found, m) = (Pascal(til: N + 2), try posterior(N, n, k), N - n)
    for i in 0...m {
      let ways = choose(k + i, i) * choose(n - k + m - i, m - i)
      #expect(nær(found.tetthet(k + i), Double(ways) / Double(choose(n + 1 + m, m))))
    }
    #expect(nær((0...N).reduce(0) { $0 + found.tetthet($1) }, 1))
  }

  @Test func `a share met exactly is not gone over`() throws {
    for N in [10, 30, 49, 120] {
      let found = try posterior(N, 0, 0)
      for k in 0...N {
        let over = found.sannsynlighet(andelOver: Double(k) / Double(N))
        #expect(nær(over, Double(N - k) / Double(N + 1)), "\(k) of \(N)")
      }
    }
  }

  @Test func `a tie at the median goes to the lower number`() throws {
    for m in stride(from: 1, through: 199, by: 2) {
      #expect(try posterior(m + 2, 2, 1).kvantil(0.5) == 1 + (m - 1) / 2)
    }
  }

  @Test func `quantiles stay within what can be`() throws {
    let found = try posterior(60, 24, 7)
    #expect(found.kvantil(0) == 7 && found.kvantil(-1) == 7)
    #expect(found.kvantil(2) == 43 && found.kvantil(1) <= 43)
    #expect(try posterior(24, 24, 3).kvantil(0.5) == 3)
    #expect(try posterior(0, 0, 0).sannsynlighet(andelOver: 0) == 0)
  }

  @Test(arguments: [(10, 11, 0, 1.0), (10, 4, 5, 1), (10, 4, -1, 1), (10, 4, 1, 0), (10, 4, 1, .nan)])
  func `numbers that cannot be give nothing`(N: Int, n: Int, k: Int, a: Double) {
    #expect(BetaBinomial(saker: N, kontrollert: n, avvik: k, a: a) == nil)
    #expect(BetaBinomial(saker: N, kontrollert: n, avvik: k, a: 1, b: a) == nil || a == 1)
  }
}
