import Testing

@testable import CaseRecords

@Suite struct StedsorteringTests {
  @Test(arguments: [0, 1, 2, 24, 25, 1000, 50_000])
  func `Numbers are sorted, however many there are`(antall: Int) {
    var tilfeldig = Terning(state: UInt64(antall) + 2014)
    // Spread evenly, the same high bytes, and only a few different ones.
    for maske in [UInt64.max, 0xFFFF, 7] {
      var tall = (0..<antall).map { _ in tilfeldig.next() & maske }
      let fasit = tall.sorted()
      tall.sorterPåPlass()
      #expect(tall == fasit)
    }
  }
}
