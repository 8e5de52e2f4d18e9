import Statistics
import Testing

/// The pairs of a cross-table: rows are the first reader, columns the second.
private func pairs(_ table: [[Int]]) -> [(String, String)] {
  table.enumerated().flatMap { row, counts in
    counts.enumerated().flatMap { column, count in Array(repeating: ("\(row)", "\(column)"), count: count) }
  }
}

struct EnighetTests {
  /// The first is the worked example of Fleiss, «Statistical methods for rates and proportions». All
  /// intervals are from statsmodels 0.14, `cohens_kappa`, which has the error of Fleiss, Cohen & Everitt.
  @Test(arguments: [
    ([[75, 1, 4], [5, 4, 1], [0, 0, 10]], 0.676470588235294, 0.5045759580860855, 0.8483652183845026),
    ([[20, 5], [10, 15]], 0.4, 0.151092290476661, 0.6489077095233389),
    ([[40, 2, 1], [3, 20, 4], [0, 1, 9]], 0.7678100263852243, 0.6440418755888664, 0.8915781771815823),
    ([[1, 9], [8, 2]], -0.7, -1, -0.3885876882195828),
  ])
  func `kappa and its interval`(table: [[Int]], kappa: Double, low: Double, high: Double) throws {
    let found = try #require(Enighet(pairs(table)))
    let interval = try #require(found.intervall)
    #expect(nær(try #require(found.kappa), kappa))
    #expect(nær(interval.lowerBound, low) && nær(interval.upperBound, high))
    #expect(found.antall == table.joined().reduce(0, +))
    #expect(found.enige == table.indices.reduce(0) { $0 + table[$1][$1] })
  }

  @Test func `full agreement and full disagreement have a kappa, but no honest interval`() throws {
    let agree = try #require(Enighet(pairs([[10, 0], [0, 14]])))
    #expect(agree.kappa == 1 && agree.intervall == nil && agree.enige == 24)
    let disagree = try #require(Enighet(pairs([[0, 3], [3, 0]])))
    #expect(disagree.kappa == -1 && disagree.intervall == nil && disagree.enige == 0)
  }

  @Test func `one answer only leaves nothing for chance to explain`() throws {
    let found = try #require(Enighet(pairs([[9]])))
    #expect(found.kappa == nil && found.intervall == nil && found.enige == 9)
    #expect(Enighet([]) == nil)
  }

  @Test func `neither the order of readers, of pairs nor of answers matters`() throws {
    var random = SplitMix64(state: 12)
    for _ in 0..<200 {
      let table = (0..<3).map { _ in (0..<3).map { _ in Int.random(in: 0...9, using: &random) } }
      guard let found = Enighet(pairs(table)) else { continue }
      let turned = pairs(table).map { ($1, $0) }.shuffled(using: &random)
      #expect(Enighet(turned) == found)
      let renamed = pairs(table).map { (String(9 - (Int($0) ?? 0)), String(9 - (Int($1) ?? 0))) }
      #expect(Enighet(renamed) == found)
      guard let kappa = found.kappa, let interval = found.intervall else { continue }
      #expect(interval.contains(kappa) && -1 <= interval.lowerBound && interval.upperBound <= 1)
    }
  }

  @Test func `a hundred thousand pairs are no trouble`() throws {
    let small = try #require(Enighet(pairs([[20, 5], [10, 15]])))
    let large = try #require(Enighet(pairs([[40_000, 10_000], [20_000, 30_000]])))
    #expect(small.kappa == large.kappa)
    let widths = try [small, large].map { try #require($0.intervall) }.map { $0.upperBound - $0.lowerBound }
    #expect(abs(widths[0] / widths[1] - 2000.0.squareRoot()) < 1e-9)
  }
}
