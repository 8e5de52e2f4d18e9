/// Looks at the first bytes of a file before the XML parser sees them.
///
/// A document type declaration is refused outright: it could declare entities that grow without end or name
/// files to fetch. Only encodings in which markup is plain ASCII are let through, so that nothing can hide.
enum Prolog {
  static let uleselig = Importfeil(.uleselig, "import-fil", "the file cannot be read")
  static let doctype = Importfeil(
    .ugyldig, "import-doctype", "the file has a document type declaration, which is refused")

  private static let grense = 65_536
  private static let encodings: Set<String> = [
    "utf-8", "us-ascii", "ascii", "iso-8859-1", "iso-8859-15", "windows-1252",
  ]

  static func kontroller(_ kilde: Registerkilde) throws(Importfeil) {
    try kontroller(kilde.begynnelse(grense))
  }

  /// Goes over white space, comments and processing instructions to the first element.
  static func kontroller(_ bytes: [UInt8]) throws(Importfeil) {
    var rest = bytes[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    if rest.isEmpty { throw Importfeil(.ugyldig, "import-xml", "the file is empty") }
    if rest.contains(0) { throw encoding }
    if rest.starts(with: "<?xml".utf8) {
      guard let end = rest.firstRange(of: "?>".utf8) else { throw noElement }
      try kontrollerEncoding(String(decoding: rest[..<end.lowerBound], as: UTF8.self))
      rest = rest[end.upperBound...]
    }
    while true {
      rest = rest.drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
      if rest.starts(with: "<!--".utf8) {
        rest = try after("-->", rest.dropFirst(4))
      } else if rest.starts(with: "<?".utf8) {
        rest = try after("?>", rest.dropFirst(2))
      } else if rest.starts(with: "<!".utf8) {
        throw doctype
      } else if rest.first == UInt8(ascii: "<") {
        return
      } else {
        throw noElement
      }
    }
  }

  private static let encoding = Importfeil(
    .ugyldig, "import-tegnsett", "the file is not in UTF-8 or another encoding that extends ASCII")
  private static let noElement = Importfeil(
    .ugyldig, "import-xml", "the file does not begin with an XML element")

  private static func after(_ end: String, _ rest: ArraySlice<UInt8>) throws(Importfeil) -> ArraySlice<UInt8>
  {
    guard let range = rest.firstRange(of: end.utf8) else { throw noElement }
    return rest[range.upperBound...]
  }

  private static func kontrollerEncoding(_ declaration: String) throws(Importfeil) {
    guard let at = declaration.firstRange(of: "encoding") else { return }
    let value = declaration[at.upperBound...].drop { $0.isWhitespace || $0 == "=" }
    guard let quote = value.first, quote == "\"" || quote == "'" else { throw encoding }
    let name = value.dropFirst().prefix { $0 != quote }
    guard encodings.contains(name.lowercased()) else { throw encoding }
  }
}
