/// A line of a file with carets under a part of it, laid out in the columns of a terminal.
///
/// The part is counted in Unicode scalars, from column 1; what is shown is counted in columns: a tab is shown as
/// four spaces, an emoji takes two columns, a combining mark none, and what is invisible is shown as «�».
struct Kildeutsnitt {
  /// The line as it is shown.
  let linje: String
  /// Spaces and carets, to stand under it.
  let pekere: String

  /// A longer line is cut, so that a terminal does not break it.
  private static let bredest = 100
  /// So many scalars to each side of where the fault begins are looked at.
  private static let lengst = 200

  init(_ line: String, kolonne: Int, bredde: Int) {
    let whole = Array(line.unicodeScalars)
    // Of a very long line only what is near the fault can be shown.
    let offset = max(0, min(kolonne - 1, whole.count) - Kildeutsnitt.lengst)
    let scalars = Array(whole[offset...].prefix(2 * Kildeutsnitt.lengst))
    let ink = (scalars.lastIndex { $0 != " " } ?? -1) + 1
    let first = min(max(kolonne - 1 - offset, 0), scalars.count)
    // The fault may go on below; here only what stands on this line is pointed at.
    let last = max(first, min(first + bredde, ink))
    var before = Kildeutsnitt.vist(scalars[..<first])
    let part = Kildeutsnitt.vist(scalars[first..<last])
    var after = Kildeutsnitt.vist(scalars[last...])
    let carets = max(1, terminalbredde(before + part) - terminalbredde(before))
    let room = max(20, Kildeutsnitt.bredest - carets)
    if terminalbredde(before) + carets > Kildeutsnitt.bredest {
      while terminalbredde(before) > room / 2 { before.removeFirst() }
      before = "… " + before
    }
    if terminalbredde(before + part + after) > Kildeutsnitt.bredest {
      while !after.isEmpty, terminalbredde(before + part + after) > Kildeutsnitt.bredest - 2 {
        after.removeLast()
      }
      after += " …"
    }
    linje = before + part + after
    pekere = String(repeating: " ", count: terminalbredde(before)) + String(repeating: "^", count: carets)
  }

  private static func vist(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    for scalar in scalars {
      if scalar == "\t" {
        text.append(contentsOf: "    ".unicodeScalars)
      } else {
        text.append(isInvisible(scalar) ? "\u{FFFD}" : scalar)
      }
    }
    return String(text)
  }
}

/// How many columns of a terminal a text takes.
func terminalbredde(_ text: String) -> Int {
  text.reduce(0) { $0 + terminalbredde(av: $1) }
}

/// The widest of a character's scalars; «show it as an emoji» makes it two columns wide.
private func terminalbredde(av character: Character) -> Int {
  let scalars = character.unicodeScalars
  let isEmoji = scalars.contains("\u{FE0F}") && scalars.first?.properties.isEmoji == true
  return isEmoji ? 2 : scalars.map(terminalbredde).max() ?? 0
}

private func terminalbredde(_ scalar: Unicode.Scalar) -> Int {
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format, .control: return 0
  default: break
  }
  if scalar.properties.isEmojiPresentation { return 2 }
  // East Asian Width W and F: Hangul Jamo, CJK, Hangul, compatibility and full-width forms, and the planes 2 and 3.
  switch scalar.value {
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
    0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
    return 2
  default: return 1
  }
}
