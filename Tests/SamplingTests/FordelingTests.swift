import Sampling
import Testing

struct FordelingTests {
  @Test func `every case and every pair is drawn equally often`() {
    let ids = (1...10).map { "S-\($0)" }
    var random = SplitMix64(state: 20_140_930)
    var single: [String: Int] = [:]
    var pairs: [Set<String>: Int] = [:]
    for _ in 0..<20_000 {
      let drawn = Lodd.rangert(ids: ids, frø: String(random.next())).prefix(2).map(\.id)
      for id in drawn { single[id, default: 0] += 1 }
      pairs[Set(drawn), default: 0] += 1
    }
    // The 99.9 % points of chi-square with 9 and 44 degrees of freedom.
    #expect(chiSquare(single.values, cells: 10) < 27.88)
    #expect(chiSquare(pairs.values, cells: 45) < 78.75)
  }

  @Test func `the measure itself notices a loaded draw`() {
    #expect(chiSquare([2100, 1900, 2000], cells: 3) > 8)
    #expect(chiSquare([4000, 2000], cells: 3) > 1000)
  }

  /// Pearson's statistic against equal cells; cells that never occurred count too.
  private func chiSquare(_ counts: some Collection<Int>, cells: Int) -> Double {
    let expected = Double(counts.reduce(0, +)) / Double(cells)
    let seen = counts.reduce(0.0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
    return seen + Double(cells - counts.count) * expected
  }
}
