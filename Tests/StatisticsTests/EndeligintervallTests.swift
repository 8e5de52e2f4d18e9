import Statistics
import Testing

struct EndeligintervallTests {
  @Test(arguments: [(40, 2, 0, 0, 33), (120, 24, 0, 0, 15), (120, 24, 7, 17, 58), (60, 60, 5, 5, 5)])
  func `the examples of the design`(N: Int, n: Int, k: Int, nedre: Int, øvre: Int) throws {
    let interval = try #require(Endeligintervall(saker: N, kontrollert: n, avvik: k))
    #expect((interval.nedre, interval.øvre) == (nedre, øvre))
  }
}
