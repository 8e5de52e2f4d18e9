import Foundation
import Statistics
import Testing

struct RenRekkeTests {
  @Test func `all the vectors`() throws {
    let vectors = try Vectors.read().cleanRun
    #expect(vectors.count == 7)
    for vector in vectors {
      #expect(RenRekke.saker(utelukkerAndel: vector[0]) == Int(vector[1]), "\(vector)")
    }
  }

  @Test func `the number is the least that will do`() {
    for step in 1..<950 {
      let p = Double(step) / 1000
      let m = RenRekke.saker(utelukkerAndel: p)
      #expect(pow(1 - p, Double(m)) <= 0.05 && pow(1 - p, Double(m - 1)) > 0.05, "\(p)")
    }
  }

  @Test func `the ends`() {
    #expect(RenRekke.saker(utelukkerAndel: 0) == .max && RenRekke.saker(utelukkerAndel: 1e-300) == .max)
    #expect(RenRekke.saker(utelukkerAndel: .nan) == .max && RenRekke.saker(utelukkerAndel: -1) == .max)
    #expect(RenRekke.saker(utelukkerAndel: 1) == 1 && RenRekke.saker(utelukkerAndel: 0.95) == 1)
    #expect(RenRekke.andel(etter: 0) == 1 && RenRekke.andel(etter: -3) == 1)
    #expect(RenRekke.andel(etter: 1) == 0.95)
  }

  @Test func `the share and the number of cases belong together`() {
    for m in 1...500 {
      let share = RenRekke.andel(etter: m)
      #expect(nær(share, 1 - pow(0.05, 1 / Double(m))))
      #expect(RenRekke.saker(utelukkerAndel: share) == m)
    }
  }

  @Test(arguments: [
    (120, 12, 26), (120, 24, 13), (120, 2, 93), (10, 10, 1), (10, 0, 11), (10, 11, 11), (0, 0, 1), (0, 1, 1),
    (120, -1, 121),
  ])
  func `what a clean row of so many of so many rules out`(N: Int, n: Int, leastRuledOut: Int) {
    #expect(RenRekke.utelukker(saker: N, kontrollert: n) == leastRuledOut)
  }

  @Test(arguments: [(6, 47), (12, 26), (24, 13), (30, 10)])
  func `the same formula says how many clean controls it takes`(cases: Int, controls: Int) {
    #expect(RenRekke.utelukker(saker: 120, kontrollert: cases) == controls)
  }

  @Test(arguments: [1, 7, 60, 120])
  func `it is what counting the draws gives`(N: Int) {
    let choose = Pascal(til: N)
    for n in 0...N where n <= 24 {
      let ruledOut = (0...N).first { 20 * choose.ways(0, of: $0, drawing: n, from: N) <= choose(N, n) }
      #expect(RenRekke.utelukker(saker: N, kontrollert: n) == ruledOut ?? N + 1)
    }
  }
}
