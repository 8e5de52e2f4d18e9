extension YAMLText {
  /// A line of the file, from 1; nil when there is none.
  func linje(_ nummer: Int) -> String? {
    lines.indices.contains(nummer - 1) ? String(String.UnicodeScalarView(lines[nummer - 1])) : nil
  }

  /// Where a part of a scalar node's text stands in the file; `range` counts Unicode scalars of the text.
  ///
  /// Of a part that goes over several lines, what stands on its first line. A part without any ink stands right
  /// after the ink before it. The text of a node and what is written in the file differ in white space, quotes
  /// and escapes only, so the two are followed side by side, counting what is not white.
  public func place(of range: Range<Int>, in scalar: YAMLScalar) -> YAMLPlace {
    let text = Array(scalar.text.unicodeScalars)
    let range = range.clamped(to: 0..<text.count)
    let before = text[..<range.lowerBound].count { !$0.isWhite }
    let inside = text[range].count { !$0.isWhite }
    var walker = RawWalker(lines: lines, scalar: scalar)
    var last: YAMLPlace?
    for _ in 0..<before { last = walker.next() }
    guard inside > 0, var result = walker.next() else {
      return last.map { YAMLPlace(line: $0.line, column: $0.column + $0.width, width: 1) } ?? walker.start
    }
    for _ in 1..<inside {
      guard let next = walker.next(), next.line == result.line else { break }
      result.width = next.column + next.width - result.column
    }
    return result
  }
}

extension YAMLText {
  /// The first and the last inked scalar of a node's text, as they stand in the file.
  func ink(of scalar: YAMLScalar) -> (first: YAMLPlace, last: YAMLPlace)? {
    var walker = RawWalker(lines: lines, scalar: scalar)
    guard var last = walker.next() else { return nil }
    let first = last
    for _ in 1..<max(1, scalar.text.unicodeScalars.count(where: { !$0.isWhite })) {
      guard let next = walker.next() else { break }
      last = next
    }
    return (first, last)
  }
}

/// Where something stands on one line of a file.
public struct YAMLPlace: Hashable, Sendable {
  /// The line, from 1.
  public var line: Int
  /// The column in Unicode scalars, from 1.
  public var column: Int
  /// How many scalars of the line it covers; at least 1.
  public var width: Int

  /// A part of a line.
  public init(line: Int, column: Int, width: Int) {
    self.line = line
    self.column = column
    self.width = width
  }
}

extension YAMLScalar {
  /// How many scalars of its first line the scalar covers, quotes included; of a block scalar, its `|` or `>`.
  func width(in lines: [[Unicode.Scalar]]) -> Int {
    guard style != .literal, style != .folded else { return 1 }
    if style == .plain, lines.indices.contains(line - 1) {
      // A plain scalar on one line is written as it is.
      let written = lines[line - 1][min(column - 1, lines[line - 1].count)...]
      let length = text.unicodeScalars.count
      if written.prefix(length).elementsEqual(text.unicodeScalars) { return max(1, length) }
    }
    var walker = RawWalker(lines: lines, scalar: self)
    var end = column
    for _ in 0..<text.unicodeScalars.count(where: { !$0.isWhite }) {
      guard let next = walker.next(), next.line == line else { break }
      end = next.column + next.width
    }
    let quote = style == .plain ? 0 : 1
    let isClosedHere = quote == 1 && lines[line - 1].indices.contains(end - 1) && end > column
    return max(1, end - column + (isClosedHere ? 1 : quote))
  }
}

extension Unicode.Scalar {
  fileprivate var isWhite: Bool { self == " " || self == "\n" || self == "\t" || self == "\r" }
}

/// Reads a scalar node as it is written in the file, one inked (not white) scalar at a time.
private struct RawWalker {
  let lines: [[Unicode.Scalar]]
  let style: YAMLScalar.Style
  let start: YAMLPlace
  private var line: Int
  private var column: Int

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
    start = YAMLPlace(line: line + 1, column: column + 1, width: 1)
  }

  /// The next inked scalar; its width is more than one for an escape.
  mutating func next() -> YAMLPlace? {
    while line < lines.count {
      guard column < lines[line].count else {
        line += 1
        column = 0
        continue
      }
      let (isInk, width) = item()
      let place = YAMLPlace(line: line + 1, column: column + 1, width: width)
      column += width
      if isInk { return place }
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
