import Statistics
import Testing

private func change(_ x1: Int, _ n1: Int, _ x2: Int, _ n2: Int) throws -> FørEtter {
  try #require(FørEtter(avvikFør: x1, kontrollertFør: n1, avvikEtter: x2, kontrollertEtter: n2))
}

struct FørEtterTests {
  @Test func `all the vectors`() throws {
    let vectors = try Vectors.read().beforeAfter
    #expect(vectors.count == 6)
    for v in vectors {
      let found = try change(v.x1, v.n1, v.x2, v.n2)
      #expect(nær(found.fisher, v.fisherOneSided))
      #expect(nær(found.midP, v.midP))
      #expect(nær(found.sannsynlighetBedre, v.bayesPLower))
    }
  }

  @Test(arguments: [
    (10, 24, 5, 24, FørEtter.Konklusjon.tegnTilBedring), (12, 24, 4, 24, .tydeligBedre),
    (7, 24, 6, 24, .forTidlig), (10, 24, 10, 24, .forTidlig), (5, 24, 10, 24, .forTidlig),
  ])
  func `what may be said`(x1: Int, n1: Int, x2: Int, n2: Int, said: FørEtter.Konklusjon) throws {
    #expect(try change(x1, n1, x2, n2).konklusjon == said)
  }

  @Test(arguments: [
    (2, 2, 0, 2, FørEtter.Konklusjon.tydeligBedre, 0.95), (18, 18, 4, 5, .tydeligBedre, 0.95),
    (1, 1, 1, 3, .tegnTilBedring, 0.8), (7, 12, 0, 1, .tegnTilBedring, 0.8),
  ])
  func `a figure on the border is not left to rounding`(
    x1: Int, n1: Int, x2: Int, n2: Int, said: FørEtter.Konklusjon, probability: Double
  ) throws {
    let found = try change(x1, n1, x2, n2)
    #expect(found.sannsynlighetBedre == probability)
    #expect(found.konklusjon == said)
  }

  @Test(arguments: [(7, 7, 1, 1), (19, 19, 4, 4), (0, 2, 0, 11), (22, 24, 0, 0), (0, 0, 0, 9)])
  func `nothing is better when the share found did not go down`(x1: Int, n1: Int, x2: Int, n2: Int) throws {
    let found = try change(x1, n1, x2, n2)
    #expect(found.konklusjon == .forTidlig)
  }

  /// Lays the avvik on the controls, and the numbers behind two shares in a row, in every way there is.
  @Test func `the probabilities are what laying out every way gives`() throws {
    for (n1, n2) in [(1, 1), (3, 2), (2, 4), (5, 5)] {
      for (x1, x2) in (0...n1).flatMap({ x1 in (0...n2).map { (x1, $0) } }) {
        let found = try change(x1, n1, x2, n2)
        let layouts = (0..<(1 << (n1 + n2))).filter { $0.nonzeroBitCount == x1 + x2 }
        let after = layouts.map { ($0 >> n1).nonzeroBitCount }
        let (below, same) = (after.count { $0 < x2 }, after.count { $0 == x2 })
        #expect(nær(found.fisher, Double(below + same) / Double(layouts.count)))
        #expect(nær(found.midP, (Double(below) + Double(same) / 2) / Double(layouts.count)))

        let orders = (0..<(1 << (n1 + n2 + 2))).filter { $0.nonzeroBitCount == n2 + 1 }
        let better = orders.count { order in
          let places = 0..<(n1 + n2 + 2)
          let (ones, zeros) = (places.filter { order >> $0 & 1 == 1 }, places.filter { order >> $0 & 1 == 0 })
          return ones[x2] < zeros[x1]
        }
        #expect(nær(found.sannsynlighetBedre, Double(better) / Double(orders.count)))
      }
    }
  }

  @Test func `fewer avvik after never make it worse, and the two sides sum to one`() throws {
    for x1 in 0...12 {
      var last = 1.0
      for x2 in 0...24 {
        let (found, turned) = (try change(x1, 12, x2, 24), try change(x2, 24, x1, 12))
        #expect(found.sannsynlighetBedre < last)
        #expect(nær(found.sannsynlighetBedre + turned.sannsynlighetBedre, 1))
        last = found.sannsynlighetBedre
      }
    }
  }

  @Test(arguments: [(3, 2, 0, 1), (0, 1, 2, 1), (-1, 2, 0, 1), (0, -1, 0, 1), (0, 1, -1, 1)])
  func `numbers that cannot be give nothing`(x1: Int, n1: Int, x2: Int, n2: Int) {
    #expect(FørEtter(avvikFør: x1, kontrollertFør: n1, avvikEtter: x2, kontrollertEtter: n2) == nil)
  }
}

struct FlereMånederTests {
  /// From a script that sums the binomial chances by the definition.
  @Test(arguments: [
    (10, 24, 0, 0, 2, 9), (12, 24, 0, 0, 2, 6), (8, 24, 0, 0, 2, 12), (6, 24, 0, 0, 2, 19),
    (3, 24, 0, 0, 2, 44), (10, 24, 0, 0, 4, 6), (10, 24, 3, 6, 2, 15), (10, 24, 5, 24, 2, 20),
    (12, 24, 6, 20, 2, 15), (22, 24, 0, 0, 2, 2),
  ])
  func `two cases a month take long`(x1: Int, n1: Int, x2: Int, n2: Int, perMonth: Int, months: Int) throws {
    #expect(try change(x1, n1, x2, n2).flereMåneder(sakerPerMåned: perMonth) == months)
  }

  @Test func `none are needed when it is clearly better`() throws {
    #expect(try change(12, 24, 4, 24).flereMåneder(sakerPerMåned: 2) == 0)
  }

  @Test(arguments: [(7, 24, 3, 24, 2), (0, 24, 0, 0, 2), (10, 24, 0, 0, 0), (10, 24, 24, 24, 2)])
  func `there may be no such month`(x1: Int, n1: Int, x2: Int, n2: Int, perMonth: Int) throws {
    #expect(try change(x1, n1, x2, n2).flereMåneder(sakerPerMåned: perMonth) == nil)
  }
}
