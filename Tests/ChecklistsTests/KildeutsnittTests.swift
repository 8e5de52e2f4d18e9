import Foundation
import Testing

@testable import Checklists

@Suite struct `A caret stands under the fault` {
  /// A line with the fault between ⟦ and ⟧, the line as it is shown, and the carets under it.
  static let frames: [(marked: String, shown: String, carets: String)] = [
    ("krav: ⟦besøk⟧", "krav: besøk", "      ^^^^^"),
    ("æøåÆØÅ ⟦å⟧ §", "æøåÆØÅ å §", "       ^"),
    ("\ta: \t⟦b\tc⟧ d", "    a:     b    c d", "           ^^^^^^"),
    ("🧸🧸 og ⟦🧸⟧ der", "🧸🧸 og 🧸 der", "        ^^"),
    ("漢字 ⟦ひ⟧", "漢字 ひ", "     ^^"),
    ("x\u{302}y\u{302} ⟦z\u{302}⟧.", "x\u{302}y\u{302} z\u{302}.", "   ^"),
    ("☂\u{FE0F} ⟦her⟧ 👍🏽", "☂\u{FE0F} her 👍🏽", "   ^^^"),
    ("a\u{202E}b\u{0}⟦\u{200B}⟧c", "a\u{FFFD}b\u{FFFD}\u{FFFD}c", "    ^"),
    ("slutt⟦⟧", "slutt", "     ^"),
    ("", "", "^"),
  ]

  @Test func `in columns of the terminal, whatever stands before it`() {
    for frame in Self.frames {
      let scalars = Array(frame.marked.unicodeScalars)
      let start = scalars.firstIndex(of: "⟦") ?? 0
      let end = scalars.firstIndex(of: "⟧").map { $0 - 1 } ?? 0
      let line = frame.marked.replacing("⟦", with: "").replacing("⟧", with: "")
      let cut = Kildeutsnitt(line, kolonne: start + 1, bredde: max(1, end - start))
      #expect(cut.linje == frame.shown)
      #expect(cut.pekere == frame.carets, "\(frame.marked)")
    }
  }

  @Test func `and never beyond the line, or on white space after it`() {
    let cut = Kildeutsnitt("krav: og   ", kolonne: 7, bredde: 100)
    #expect(cut.pekere == "      ^^")
  }

  @Test func `a long line is cut on both sides, and the carets follow`() {
    let words = (0..<60).map { "ord\($0)" }.joined(separator: " ")
    for word in ["ord0", "ord9", "ord14", "ord30", "ord58", "ord59"] {
      let range = words.firstRange(of: word)
      let column = range.map { words.distance(from: words.startIndex, to: $0.lowerBound) } ?? 0
      let cut = Kildeutsnitt(words, kolonne: column + 1, bredde: word.count)
      let shown = Array(cut.linje)
      let from = cut.pekere.prefix { $0 == " " }.count
      #expect(String(shown[from..<from + word.count]) == word)
      #expect(cut.pekere.count == from + word.count)
      #expect(shown.count <= 102)
      #expect(cut.linje.hasPrefix("… ") == (column > 96) && cut.linje.hasSuffix(" …") == (column < 290))
    }
  }
}
