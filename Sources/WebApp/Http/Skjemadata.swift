/// The fields of a form or of a query, in order; a name may come several times.
public struct Skjemadata: Hashable, Sendable {
  /// The fields.
  public private(set) var felt: [Felt] = []
  /// The files of an upload.
  public internal(set) var filer: [Fil] = []

  /// A field and what was typed in it.
  public struct Felt: Hashable, Sendable {
    /// The name in the form.
    public var navn: String
    /// What was typed.
    public var verdi: String
  }

  /// An uploaded file.
  public struct Fil: Hashable, Sendable {
    /// The name in the form.
    public var felt: String
    /// What the browser says the file is called; never used as a path, and never repeated.
    public var navn: String
    /// The content.
    public var bytes: [UInt8]
  }

  /// No fields.
  public init() {}

  /// Fields by name.
  public init(_ felt: [(String, String)]) { self.felt = felt.map { Felt(navn: $0.0, verdi: $0.1) } }

  /// The most fields a form may have.
  static let maksFelt = 2_000

  /// Reads `application/x-www-form-urlencoded`; nil when it is not well formed UTF-8, or has too many fields.
  public init?(kodet text: some StringProtocol) {
    for pair in text.split(separator: "&") {
      guard felt.count < Self.maksFelt else { return nil }
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = Prosentkode.les(parts[0], pluss: true),
        let value = parts.count > 1 ? Prosentkode.les(parts[1], pluss: true) : ""
      else { return nil }
      felt.append(Felt(navn: name, verdi: Self.linjer(value)))
    }
  }

  mutating func legg(_ navn: String, _ verdi: String) {
    felt.append(Felt(navn: navn, verdi: Self.linjer(verdi)))
  }

  /// The first value of a field, blanks at both ends taken away; empty when it is missing.
  public subscript(_ navn: String) -> String {
    guard let value = felt.first(where: { $0.navn == navn })?.verdi else { return "" }
    let start = value.drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }

  /// The value of a field, or nil when nothing was typed.
  public func verdi(_ navn: String) -> String? {
    let value = self[navn]
    return value.isEmpty ? nil : value
  }

  /// Every value of a field that was filled in.
  public func alle(_ navn: String) -> [String] {
    felt.filter { $0.navn == navn && !$0.verdi.isEmpty }.map(\.verdi)
  }

  /// Whether a box was ticked, or a button of this name was pressed.
  public func har(_ navn: String) -> Bool { felt.contains { $0.navn == navn } }

  /// Browsers send line ends as CR LF.
  private static func linjer(_ text: String) -> String {
    text.contains("\r\n") ? String(text.map { $0 == "\r\n" ? "\n" : $0 }) : text
  }
}

/// Percent encoding (RFC 3986 § 2.1).
enum Prosentkode {
  /// The text that was encoded; nil when it is not UTF-8, holds a NUL, or a percent sign stands alone.
  static func les(_ text: some StringProtocol, pluss: Bool = false) -> String? {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "%"):
        guard let high = rest.popFirst().flatMap(siffer), let low = rest.popFirst().flatMap(siffer) else {
          return nil
        }
        bytes.append(high << 4 | low)
      case UInt8(ascii: "+") where pluss: bytes.append(UInt8(ascii: " "))
      default: bytes.append(byte)
      }
    }
    return bytes.contains(0) ? nil : String(validating: bytes, as: UTF8.self)
  }

  /// A text as one segment of a path or one value of a query.
  static func skriv(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var out: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        out.append(byte)
      default: out += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func siffer(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
