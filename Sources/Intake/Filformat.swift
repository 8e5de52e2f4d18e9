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
      // The heading decides: a semicolon (Norwegian Excel) before a tab, a tab before a comma.
      let heading = content.drop { [0x0A, 0x0D].contains($0) }.prefix { ![0x0A, 0x0D].contains($0) }
      self = .tekst(skille: [";", "\t", ","].first { heading.contains(UInt8(ascii: $0)) })
    }
  }

  /// The text of a table: UTF-8, or else the Latin alphabet that older Excel writes.
  static func tekst(_ bytes: [UInt8]) -> String {
    let content = utenMerke(bytes)
    if let text = String(validating: content, as: UTF8.self) { return text }
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: content.map { Unicode.Scalar($0) })
    return String(scalars)
  }
}
