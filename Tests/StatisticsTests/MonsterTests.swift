import Statistics
import Testing

/// A row of controls, the oldest first: ● an avvik, ○ none.
private func row(_ dots: String) -> [Bool] { dots.map { $0 == "●" } }

struct MønsterTests {
  @Test(arguments: [
    ("", Mønster.ingen), ("○○○○○○○○", .ingen), ("●●○○○○", .ingen), ("●●", .ingen),
    ("●●●", .seNærmere(av: 3, siste: 3)), ("●○●○○●", .seNærmere(av: 3, siste: 6)),
    ("○○●○●○●○", .seNærmere(av: 3, siste: 6)), ("●●○○●○○○", .ingen), ("●●○○○○●●", .tydelig(av: 4, siste: 8)),
    ("●●●○○○○○", .ingen), ("●●●●", .tydelig(av: 4, siste: 4)), ("●●●●○○○○○", .ingen),
    ("●●●●●●●●●●", .tydelig(av: 8, siste: 8)), ("○○○○○●●●●", .tydelig(av: 4, siste: 8)),
  ])
  func `three of the last six, four of the last eight`(dots: String, pattern: Mønster) {
    #expect(Mønster(row(dots)) == pattern)
  }

  @Test func `every row of up to ten, by the words of the rule`() {
    for length in 0...10 {
      for bits in 0..<(1 << length) {
        let avvik = (0..<length).map { bits >> $0 & 1 == 1 }
        let counts = [8, 6].map { window in
          avvik.indices.count { avvik[$0] && length - $0 <= window }
        }
        switch Mønster(avvik) {
        case .tydelig(let av, let siste): #expect(av >= 4 && av == counts[0] && siste == min(8, length))
        case .seNærmere(let av, let siste):
          #expect(counts[0] < 4 && av == 3 && av == counts[1] && siste == min(6, length))
        case .ingen: #expect(counts[0] < 4 && counts[1] < 3)
        }
      }
    }
  }
}
