import Statistics
import Testing

struct LøpstestTests {
  @Test func `all the limits`() throws {
    let vectors = try Vectors.read().anhoej
    #expect(vectors.count == 27)
    for vector in vectors {
      let limits = try #require(Løpstest.grenser(vector[0]))
      #expect([limits.lengsteLøp, limits.færrestKrysninger] == Array(vector[1...]), "n = \(vector[0])")
    }
  }

  @Test func `under ten useful points there is no signal to be had`() throws {
    #expect(Løpstest.grenser(9) == nil && Løpstest.grenser(-1) == nil)
    #expect(Løpstest([]) == nil)
    #expect(Løpstest([0, 1, 0, 1, 0, 1, 0, 1, 0]) == nil)
    #expect(Løpstest(Array(repeating: 3, count: 40)) == nil)
    #expect(Løpstest([.nan, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1]) == nil)
    let ten = try #require(Løpstest([0, 1, 0, 1, 0, 1, 0, 1, 0, 1]))
    #expect(!ten.signal && ten.krysninger == 9 && ten.lengsteLøp == 1)
  }

  @Test func `points on the median count neither as a side nor as a crossing`() throws {
    let found = try #require(Løpstest([1, 2, 3, 2, 1, 1, 2, 3, 3, 3, 1, 2, 3, 1]))
    #expect(found.median == 2 && found.nyttigePunkter == 10)
    // − + − − + + + − + −
    #expect(found.lengsteLøp == 3 && found.krysninger == 6 && !found.signal)
  }

  @Test(arguments: [
    // Too long a run only, too few crossings only, both, and neither.
    ("○○○●○○○●●●●●●●●○○●○○", 8, 6, true), ("●●●●●●○○○○○○", 6, 1, true), ("●●●●●●●●○○○○○○○○", 8, 1, true),
    ("●●●●●○○○○●○○●○", 5, 5, false),
  ])
  func `each of the rules is a signal by itself`(dots: String, run: Int, crossings: Int, signal: Bool) throws
  {
    let found = try #require(Løpstest(dots.map { $0 == "●" ? 0.3 : 0.1 }))
    #expect((found.lengsteLøp, found.krysninger, found.signal) == (run, crossings, signal))
  }

  @Test func `neither the direction nor the order of time matters`() throws {
    var random = SplitMix64(state: 5)
    for _ in 0..<300 {
      let values = (0..<Int.random(in: 12...30, using: &random)).map { _ in
        Double(Int.random(in: 0...9, using: &random))
      }
      guard let found = Løpstest(values) else { continue }
      for other in [values.reversed(), values.map { -$0 }] {
        let seen = try #require(Løpstest(other))
        #expect(seen.signal == found.signal && seen.krysninger == found.krysninger)
        #expect(seen.lengsteLøp == found.lengsteLøp && abs(seen.median) == abs(found.median))
      }
    }
  }

  /// Every order of six low and six high points, counted by another program too.
  @Test func `noise alone seldom gives a signal`() {
    let orders = (0..<(1 << 12)).filter { $0.nonzeroBitCount == 6 }
    let signals = orders.count { order in Løpstest((0..<12).map { Double(order >> $0 & 1) })?.signal == true }
    #expect((signals, orders.count) == (12, 924))
  }
}
