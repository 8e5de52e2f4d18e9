import Statistics
import Testing

private func interval(_ N: Int, _ n: Int, _ k: Int, _ u: Int = 0) throws -> Endeligintervall {
  try #require(Endeligintervall(saker: N, kontrollert: n, avvik: k, ukjent: u))
}

struct EndeligintervallTests {
  @Test(arguments: [(40, 2, 0, 0, 33), (120, 24, 0, 0, 15), (120, 24, 7, 17, 58), (60, 60, 5, 5, 5)])
  func `the examples of the design`(N: Int, n: Int, k: Int, nedre: Int, øvre: Int) throws {
    let found = try interval(N, n, k)
    #expect((found.nedre, found.øvre) == (nedre, øvre))
  }

  @Test func `all the vectors`() throws {
    let vectors = try Vectors.read().hypergeomCi95
    #expect(vectors.count == 275)
    for vector in vectors {
      let found = try interval(vector[0], vector[1], vector[2])
      #expect([found.nedre, found.øvre] == Array(vector[3...]), "\(vector)")
    }
  }

  @Test(arguments: [
    (300, 100, 45, 111, 160), (1000, 48, 5, 36, 223), (2000, 1999, 7, 7, 7), (5000, 300, 0, 0, 59),
    (5000, 300, 37, 447, 823), (5000, 300, 150, 2219, 2781), (5000, 300, 300, 4941, 5000),
  ])
  func `large numbers stay exact`(N: Int, n: Int, k: Int, nedre: Int, øvre: Int) throws {
    let found = try interval(N, n, k)
    #expect((found.nedre, found.øvre) == (nedre, øvre))
  }

  @Test func `a chance of exactly one in forty is not enough`() throws {
    let (one, none) = (try interval(40, 1, 1), try interval(40, 1, 0))
    #expect((one.nedre, one.øvre) == (2, 40))
    #expect((none.nedre, none.øvre) == (0, 38))
  }

  @Test func `no control says nothing, and a control of all says it all`() throws {
    let nothing = try interval(50, 0, 0)
    #expect((nothing.nedre, nothing.øvre) == (0, 50))
    for k in 0...50 {
      let all = try interval(50, 50, k)
      #expect((all.nedre, all.øvre) == (k, k))
    }
    let empty = try interval(0, 0, 0)
    #expect((empty.nedre, empty.øvre) == (0, 0))
  }

  @Test(arguments: [
    (10, 11, 0, 0), (10, 4, 5, 0), (10, 4, 3, 2), (10, 4, -1, 0), (10, 4, 0, -1), (10, -1, 0, 0),
    (-1, 0, 0, 0), (10, 4, 1, Int.max), (Int.max, 4, 1, 0),
  ])
  func `numbers that cannot be give nothing`(N: Int, n: Int, k: Int, u: Int) {
    #expect(Endeligintervall(saker: N, kontrollert: n, avvik: k, ukjent: u) == nil)
  }

  @Test(arguments: [(60, 4), (60, 24), (120, 4), (120, 24), (300, 24)])
  func `grows with k, holds k and is the same seen from the other side`(N: Int, n: Int) throws {
    let all = try (0...n).map { try interval(N, n, $0) }
    for k in 0...n {
      #expect(all[k].nedre >= k && all[k].øvre <= N - (n - k))
      #expect(all[k].øvre == N - all[n - k].nedre)
      guard k > 0 else { continue }
      #expect(all[k].nedre > all[k - 1].nedre && all[k].øvre > all[k - 1].øvre)
    }
  }

  @Test(arguments: [(60, 4), (120, 24)])
  func `an unknown never improves a figure`(N: Int, n: Int) throws {
    for k in 0...n {
      for u in 0...(n - k) {
        let found = try interval(N, n, k, u)
        #expect(found.nedre == (try interval(N, n, k).nedre))
        #expect(found.øvre == (try interval(N, n, k + u).øvre))
      }
    }
  }

  /// The definition itself, K by K, and the coverage of what comes of it.
  @Test(arguments: [(60, 4), (60, 24), (120, 4), (120, 24)])
  func `is what the definition says, and holds the truth 95 times of 100`(N: Int, n: Int) throws {
    let choose = Pascal(til: N)
    let total = choose(N, n)
    let found = try (0...n).map { try interval(N, n, $0) }
    for k in 0...n {
      let possible = (0...N).filter { K in
        let above = (k...n).reduce(0) { $0 + choose.ways($1, of: K, drawing: n, from: N) }
        return 40 * above > total
      }
      #expect(found[k].nedre == possible.min())
    }
    for K in 0...N {
      let covering = (0...n).filter { found[$0].nedre...found[$0].øvre ~= K }
      let covered = covering.reduce(0) { $0 + choose.ways($1, of: K, drawing: n, from: N) }
      #expect(20 * covered >= 19 * total, "K = \(K)")
    }
  }
}
