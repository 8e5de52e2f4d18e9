/// What a file is, judged by what it holds and not by its name.
enum Filformat: Hashable {
  case json
  case jsonListe
  case xml
  /// A table or a list, and the character that separates its cells (nil: one cell a line).
  case tekst(skille: Unicode.Scalar?)
  case tom
  /// UTF-16 or something that is no text.
  case ikkeTekst

  /// The bytes after a byte order mark.
  static func utenMerke(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
  }

  init(_ bytes: [UInt8]) {
    let content = Self.utenMerke(bytes)
    guard !bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFE, 0xFF]),
      !content.prefix(4096).contains(0)
    else {
      self = .ikkeTekst
      return
    }
    switch content.first(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) {
    case nil: self = .tom
    case UInt8(ascii: "{"): self = .json
    case UInt8(ascii: "["): self = .jsonListe
    case UInt8(ascii: "<"): self = .xml
    default:
      // The first line decides: a semicolon (Norwegian Excel) before a tab, a tab before a comma. So it does also where
      // it is «sep=;», by which Excel is told.
      let heading = content.drop { [0x0A, 0x0D].contains($0) }.prefix { ![0x0A, 0x0D].contains($0) }
      self = .tekst(skille: [";", "\t", ","].first { heading.contains(UInt8(ascii: $0)) })
    }
  }

  /// The text of a table: UTF-8, or else Windows-1252, which older Excel writes.
  static func tekst(_ bytes: [UInt8]) -> String {
    let content = utenMerke(bytes)
    if let text = String(validating: content, as: UTF8.self) { return text }
    var scalars = String.UnicodeScalarView()
    scalars.append(
      contentsOf: content.map { byte in
        (0x80..<0xA0).contains(byte) ? Self.windows1252[Int(byte) - 0x80] : Unicode.Scalar(byte)
      })
    return String(scalars)
  }

  /// The characters of the bytes 0x80–0x9F in Windows-1252 (WHATWG Encoding). The five bytes without one are control
  /// characters, which no cell may hold.
  private static let windows1252 = Array(
    """
    \u{20AC}\u{81}\u{201A}\u{192}\u{201E}\u{2026}\u{2020}\u{2021}\
    \u{2C6}\u{2030}\u{160}\u{2039}\u{152}\u{8D}\u{17D}\u{8F}\
    \u{90}\u{2018}\u{2019}\u{201C}\u{201D}\u{2022}\u{2013}\u{2014}\
    \u{2DC}\u{2122}\u{161}\u{203A}\u{153}\u{9D}\u{17E}\u{178}
    """.unicodeScalars)
}
