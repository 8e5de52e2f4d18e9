internal import Crypto

/// A SHA-256 digest (FIPS 180-4): 32 bytes.
public struct Sjekksum: Hashable, Sendable {
  /// The 32 bytes.
  public let bytes: [UInt8]

  /// The digest of some bytes.
  public init(av data: [UInt8]) { bytes = Array(SHA256.hash(data: data)) }

  /// The digest of the UTF-8 bytes of a text.
  public init(avTekst text: String) { self.init(av: Array(text.utf8)) }

  /// A digest that was computed earlier: 32 bytes, else nil.
  public init?(bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  /// A digest written as 64 lower-case hexadecimal digits, else nil.
  public init?(hex: String) {
    guard let bytes = Heks.bytes(hex) else { return nil }
    self.init(bytes: bytes)
  }

  /// 64 lower-case hexadecimal digits.
  public var hex: String { Heks.tekst(bytes) }
}

/// Bytes as lower-case hexadecimal digits, and back.
public enum Heks {
  /// Two lower-case digits a byte.
  public static func tekst(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var out: [UInt8] = []
    for byte in bytes { out += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
    return String(decoding: out, as: UTF8.self)
  }

  /// The bytes of an even number of lower-case digits; nil for anything else.
  public static func bytes(_ text: String) -> [UInt8]? {
    let digits = text.utf8.map(value)
    guard digits.count.isMultiple(of: 2), digits.allSatisfy({ $0 < 16 }) else { return nil }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  private static func value(_ digit: UInt8) -> UInt8 {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: .max
    }
  }
}
