internal import Foundation

/// The lines of a file, and the characters in them that a reviewer could not see or tell apart.
struct YAMLCharacters {
  /// The lines as they are written, without their line breaks.
  private(set) var lines: [[Unicode.Scalar]] = []
  /// The same with harmless characters in place of those that are refused, so that reading can go on.
  private(set) var mended: [[Unicode.Scalar]] = []
  private(set) var errors: [YAMLError] = []

  /// After so many faults the rest is not looked at: it is hardly a text.
  private static let maximumErrors = 100

  init(_ bytes: [UInt8]) {
    for part in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      guard errors.count < YAMLCharacters.maximumErrors else { return }
      read(part.last == 0x0D ? part.dropLast() : part)
    }
  }

  private mutating func read(_ bytes: ArraySlice<UInt8>) {
    let number = lines.count + 1
    let text = String(decoding: bytes, as: UTF8.self)
    let scalars = Array(text.unicodeScalars)
    lines.append(scalars)
    if String(validating: bytes, as: UTF8.self) == nil {
      // One is enough: the whole file is in another encoding.
      if !errors.contains(where: { $0.code == .notUTF8 }) {
        let column = scalars.firstIndex(of: "\u{FFFD}") ?? 0
        errors.append(
          YAMLError(
            .notUTF8, line: number, column: column + 1, "The line is not valid UTF-8.",
            hint: "Save the file as UTF-8."))
      }
      mended.append(scalars)
      return
    }
    let before = errors.count
    if let error = YAMLCharacters.conflict(in: scalars, line: number) { errors.append(error) }
    errors += YAMLCharacters.invisible(in: scalars, line: number)
    if errors.count == before, let error = YAMLCharacters.decomposed(in: text, line: number) {
      errors.append(error)
      mended.append(Array(text.precomposedStringWithCanonicalMapping.unicodeScalars))
    } else {
      let isClean = errors.count == before
      mended.append(isClean ? scalars : scalars.map { isInvisible($0) ? " " : $0 })
    }
  }

  /// What Git writes about a conflict, also where it has been indented.
  private static func conflict(in scalars: [Unicode.Scalar], line: Int) -> YAMLError? {
    let indent = scalars.prefix { $0 == " " }.count
    let mark = scalars[indent...].prefix(7)
    let rest = scalars[(indent + mark.count)...]
    let isMark = ["<<<<<<<", "=======", ">>>>>>>"].contains { mark.elementsEqual($0.unicodeScalars) }
    guard isMark, rest.isEmpty || rest.first == " " else { return nil }
    return YAMLError(
      .mergeConflict, line: line, column: indent + 1, width: 7, "This line marks a conflict of two versions.",
      hint: "Choose one of the two, and delete the lines with the marks.")
  }

  /// The first run of each invisible character.
  private static func invisible(in scalars: [Unicode.Scalar], line: Int) -> [YAMLError] {
    var result: [YAMLError] = []
    var seen: Set<Unicode.Scalar> = []
    var column = 0
    while column < scalars.count {
      let first = column
      column += 1
      guard isInvisible(scalars[first]), seen.insert(scalars[first]).inserted else { continue }
      while column < scalars.count, scalars[column] == scalars[first] { column += 1 }
      result.append(invisible(scalars[first], line: line, first..<column))
    }
    return result
  }

  private static func invisible(_ scalar: Unicode.Scalar, line: Int, _ range: Range<Int>) -> YAMLError {
    let number = String(scalar.value, radix: 16, uppercase: true)
    let padded = String(repeating: "0", count: max(0, 4 - number.count)) + number
    let isTab = scalar == "\t"
    return YAMLError(
      isTab ? .tab : .controlCharacter, line: line, column: range.lowerBound + 1, width: range.count,
      isTab ? "Tabs are not allowed." : "The invisible character U+\(padded) is not allowed.",
      hint: isTab ? "Use spaces." : "Delete it.")
  }

  /// The first character of a line that is not in the form NFC.
  private static func decomposed(in text: String, line: Int) -> YAMLError? {
    guard text.unicodeScalars.contains(where: { $0.value >= 0x300 }),
      !text.precomposedStringWithCanonicalMapping.unicodeScalars.elementsEqual(text.unicodeScalars)
    else { return nil }
    var column = 0
    for character in text {
      let scalars = character.unicodeScalars
      if !String(character).precomposedStringWithCanonicalMapping.unicodeScalars.elementsEqual(scalars) {
        return YAMLError(
          .notNFC, line: line, column: column + 1, width: scalars.count,
          "The line is not in the Unicode form NFC.",
          hint: "Write å as one character, not as a and a ring; most editors save NFC.")
      }
      column += scalars.count
    }
    return nil
  }
}

/// C0 and C1 controls, marks that turn the direction of text, and characters without width: a reviewer could
/// not see them (Unicode TR 36, Trojan Source).
func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0...0x1F, 0x7F...0x9F, 0xAD, 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF: true
  default: false
  }
}
