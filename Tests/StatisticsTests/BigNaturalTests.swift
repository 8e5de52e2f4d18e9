import Testing

@testable import Statistics

struct BigNaturalTests {
  @Test func `a row of Pascal's triangle comes of the row above, and its sum is a power of two`() {
    var power = BigNatural(1)
    for n in 1...200 {
      power *= 2
      var sum = BigNatural()
      for k in 0...n {
        let ways = BigNatural(waysToChoose: k, of: n)
        sum += ways
        #expect(
          ways == BigNatural(waysToChoose: k - 1, of: n - 1) + BigNatural(waysToChoose: k, of: n - 1))
      }
      #expect(sum == power)
    }
  }

  @Test func `what cannot be chosen is chosen in no way`() {
    #expect(BigNatural(waysToChoose: 3, of: 2) == BigNatural(0))
    #expect(BigNatural(waysToChoose: -1, of: 2) == BigNatural(0))
    #expect(BigNatural(waysToChoose: 0, of: 0) == BigNatural(1))
  }

  @Test func `carries run through all the digits and back`() {
    var number = BigNatural(.max)
    number += BigNatural(1)
    #expect(number == BigNatural(1 << 63) * 2)
    #expect(BigNatural(.max) < number)
    number *= .max
    number += number
    number.scale(by: 1, over: 2)
    #expect(number == BigNatural(.max) * (1 << 63) * 2)
    number *= 0
    #expect(number == BigNatural())
  }

  @Test func `order is that of the numbers`() {
    var numbers = [BigNatural(0), BigNatural(1), BigNatural(.max)]
    for factor: UInt in [2, 3, .max] { numbers.append(BigNatural(.max) * factor) }
    for (i, a) in numbers.enumerated() {
      for (j, b) in numbers.enumerated() {
        #expect((a < b) == (i < j) && (a == b) == (i == j))
      }
    }
  }

  @Test func `a ratio is right far outside what a Double can hold`() {
    for (n, k) in [(10, 3), (130, 65), (3000, 1500)] {
      let (a, b) = (BigNatural(waysToChoose: k, of: n), BigNatural(waysToChoose: k, of: n + 1))
      #expect(nær(a.ratio(to: b), Double(n + 1 - k) / Double(n + 1)))
    }
    #expect(BigNatural(0).ratio(to: BigNatural(7)) == 0)
    #expect(BigNatural(19).ratio(to: BigNatural(20)) == 0.95)
  }
}
