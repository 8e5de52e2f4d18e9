extension YAMLText {
  /// Where in the file a scalar of a scalar node's text stands: `offset` counts Unicode scalars of the text.
  ///
  /// The text of a node and what is written in the file differ in white space, quotes and escapes only, so the
  /// two are followed side by side, counting what is not white. Exact for anything but white space that was
  /// folded away. An offset at the end gives the place after the last character.
  public func position(of offset: Int, in scalar: YAMLScalar) -> (line: Int, column: Int) {
    let text = Array(scalar.text.unicodeScalars)
    let offset = min(max(offset, 0), text.count)
    let ink = text[..<offset].filter { !$0.isWhite }.count
    let isInk = offset < text.count && !text[offset].isWhite
    var walker = RawWalker(lines: lines, scalar: scalar)
    if isInk { return walker.place(ofInk: ink) ?? (scalar.line, scalar.column) }
    guard ink > 0, let before = walker.place(ofInk: ink - 1),
      let last = text[..<offset].lastIndex(where: { !$0.isWhite })
    else { return walker.start }
    let sinceBreak = text[last..<offset].lastIndex(of: "\n") == nil
    return sinceBreak
      ? (before.line, before.column + offset - last + walker.lastWidth - 1) : (before.line, before.column + 1)
  }
}

extension Unicode.Scalar {
  fileprivate var isWhite: Bool { self == " " || self == "\n" || self == "\t" || self == "\r" }
}

/// Reads a scalar node as it is written in the file, one inked (not white) scalar at a time.
private struct RawWalker {
  let lines: [[Unicode.Scalar]]
  let style: YAMLScalar.Style
  let start: (line: Int, column: Int)
  private var line: Int
  private var column: Int
  /// How many scalars of the file the last inked scalar took: more than one for an escape.
  private(set) var lastWidth = 1

  init(lines: [[Unicode.Scalar]], scalar: YAMLScalar) {
    self.lines = lines
    style = scalar.style
    line = scalar.line - 1
    column = scalar.column - 1
    switch style {
    case .plain: break
    case .singleQuoted, .doubleQuoted: column += 1
    case .literal, .folded:
      line += 1
      column = 0
      if line < lines.count { column = lines[line].prefix { $0 == " " }.count }
    }
    start = (line + 1, column + 1)
  }

  /// Line and column of the inked scalar with this number, from 0.
  mutating func place(ofInk number: Int) -> (line: Int, column: Int)? {
    var count = 0
    while line < lines.count {
      guard column < lines[line].count else {
        line += 1
        column = 0
        continue
      }
      let place = (line: line + 1, column: column + 1)
      let (isInk, width) = item()
      column += width
      guard isInk else { continue }
      if count == number {
        lastWidth = width
        return place
      }
      count += 1
    }
    return nil
  }

  /// Whether an inked scalar is written here, and with how many scalars of the file.
  private func item() -> (isInk: Bool, width: Int) {
    let text = lines[line]
    let scalar = text[column]
    if style == .singleQuoted, scalar == "'" { return (true, 2) }
    guard style == .doubleQuoted, scalar == "\\" else { return (!scalar.isWhite, 1) }
    guard column + 1 < text.count else { return (false, 1) }
    switch text[column + 1] {
    case "x": return (isInk(hex: text[(column + 2)...].prefix(2)), 4)
    case "u": return (isInk(hex: text[(column + 2)...].prefix(4)), 6)
    case "U": return (isInk(hex: text[(column + 2)...].prefix(8)), 10)
    case "n", "t", "r", " ": return (false, 2)
    default: return (true, 2)
    }
  }

  private func isInk(hex: ArraySlice<Unicode.Scalar>) -> Bool {
    let digits = String(String.UnicodeScalarView(hex))
    return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init).map { !$0.isWhite } ?? true
  }
}
