/// Goes through the bytes of one record, left to right, for the fast reader.
///
/// This is the only place of the reader that looks at memory without bounds checks by the compiler, since they
/// would cost as much as the reading. What makes it safe: a line break stands right after the record, and
/// `Bytepeker.rom` more bytes after that. No step but the one over white space, which looks where the record
/// ends, can pass a line break; and none looks further ahead than that room.
struct Bytepeker {
  /// Where the next byte is.
  private(set) var ved: Int
  private let slutt: Int
  private let bytes: UnsafeRawPointer

  /// How many bytes there must be after a record.
  static let rom = 64

  /// Begins at the start of a range of the bytes, and must not be used after they are gone. Nil when what must
  /// stand after the range does not.
  init?(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) {
    guard let start = bytes.baseAddress, range.lowerBound >= 0,
      range.upperBound <= bytes.count - Bytepeker.rom,
      bytes[range.upperBound] == UInt8(ascii: "\n")
    else { return nil }
    self.bytes = start
    ved = range.lowerBound
    slutt = range.upperBound
  }

  /// Calls `body` with a peker at the start of a range of the bytes, if need be in a copy with room after it.
  static func med<Svar>(_ bytes: [UInt8], _ range: Range<Int>, _ body: (inout Bytepeker) -> Svar) -> Svar? {
    let svar = bytes.withUnsafeBytes { raw in
      Bytepeker(raw, range).map { start in
        var peker = start
        return body(&peker)
      }
    }
    if let svar { return svar }
    let kopi = bytes[range] + repeatElement(UInt8(ascii: "\n"), count: rom)
    return kopi.withUnsafeBytes { raw in
      Bytepeker(raw, 0..<range.count).map { start in
        var peker = start
        return body(&peker)
      }
    }
  }

  /// The byte that comes next; a line break at the end.
  @inline(__always) var neste: UInt8 { bytes.load(fromByteOffset: ved, as: UInt8.self) }

  /// Eight bytes from a place as a number, the first one lowest.
  @inline(__always) func ord(ved place: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
  }

  /// The bytes of a string.
  func bytes(_ streng: Bytestreng) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: bytes + streng.start, count: streng.antall)
  }

  /// A peker so many bytes before the end of the record, if there are so many left.
  func hale(_ antall: Int) -> Bytepeker? {
    guard slutt - antall >= ved else { return nil }
    var hale = self
    hale.ved = slutt - antall
    return hale
  }

  // MARK: Steps

  /// Steps over white space and then over this byte, if it is there.
  @inline(__always) mutating func ta(_ byte: Unicode.Scalar) -> Bool {
    if neste != UInt8(ascii: byte) {
      hoppOverRom()
      guard neste == UInt8(ascii: byte) else { return false }
    }
    ved &+= 1
    return true
  }

  /// Steps over the white space of JSON.
  @inline(__always) mutating func hoppOverRom() {
    while neste <= 0x20, ved < slutt, [0x20, 0x0A, 0x0D, 0x09].contains(neste) { ved &+= 1 }
  }

  /// Whether nothing but white space is left.
  mutating func erVedSlutt() -> Bool {
    hoppOverRom()
    return ved == slutt
  }

  /// Steps over a word of at most eight bytes, if it is there.
  @inline(__always) mutating func ta(ord fasit: Bytestreng) -> Bool {
    guard ord(ved: ved) & Bytestreng.maske(fasit.antall) == fasit.først else { return false }
    ved &+= fasit.antall
    return true
  }

  /// Steps over a string of at most sixteen bytes that is expected here, with its closing quote, if it is there;
  /// the peker is after the first quote.
  @inline(__always) mutating func ta(tekst fasit: Bytestreng) -> Bool {
    let end = ved &+ fasit.antall
    guard bytes.load(fromByteOffset: end, as: UInt8.self) == UInt8(ascii: "\""),
      ord(ved: ved) & Bytestreng.maske(fasit.antall) == fasit.først,
      fasit.antall <= 8 || ord(ved: end &- 8) == fasit.sist
    else { return false }
    ved = end &+ 1
    return true
  }

  /// Steps over a string without escapes and gives what stands between its quotes; the peker is after the first
  /// one. Other bytes that cannot stand in a string are not looked for: the caller compares with good names.
  @inline(__always) mutating func tekst() -> Bytestreng? {
    let start = ved
    let first = ord(ved: start)
    var quotes = Bytepeker.anførsel(first)
    if quotes != 0 {
      let count = quotes.trailingZeroBitCount >> 3
      guard start &+ count < slutt else { return nil }
      ved = start &+ count &+ 1
      return Bytestreng(
        start: start, antall: count, først: first & Bytestreng.maske(count), sist: 0)
    }
    var at = start &+ 8
    while at < slutt {
      quotes = Bytepeker.anførsel(ord(ved: at))
      if quotes != 0 {
        let end = at &+ quotes.trailingZeroBitCount >> 3
        guard end < slutt else { return nil }
        ved = end &+ 1
        let count = end &- start
        return Bytestreng(start: start, antall: count, først: first, sist: count > 8 ? ord(ved: end &- 8) : 0)
      }
      at &+= 8
    }
    return nil
  }

  /// Steps over a whole number of one to seven digits, with no zero in front.
  @inline(__always) mutating func heltall() -> (tekst: Bytestreng, verdi: Int32)? {
    let start = ved
    let first = neste
    var value: Int32 = 0
    while ved &- start < 8, neste &- UInt8(ascii: "0") < 10 {
      value = value &* 10 &+ Int32(neste &- UInt8(ascii: "0"))
      ved &+= 1
    }
    let count = ved &- start
    guard count > 0, count < 8, count == 1 || first != UInt8(ascii: "0") else { return nil }
    let digits = ord(ved: start) & Bytestreng.maske(count)
    return (Bytestreng(start: start, antall: count, først: digits, sist: 0), value)
  }

  /// Steps over some bytes that `ord(ved:)` has shown to be of the record.
  @inline(__always) mutating func gåForbi(_ antall: Int) { ved &+= antall }

  /// The top bit of the first byte that is a quote; bytes after it may be marked wrongly («Bit Twiddling Hacks»).
  @inline(__always) private static func anførsel(_ word: UInt64) -> UInt64 {
    let quotes = word ^ 0x2222_2222_2222_2222
    return (quotes &- 0x0101_0101_0101_0101) & ~quotes & 0x8080_8080_8080_8080
  }
}

/// Strings of a record, as their bytes.
extension Bytepeker {
  /// A string as text.
  func tekst(_ streng: Bytestreng) -> String { String(decoding: bytes(streng), as: UTF8.self) }

  /// Whether all bytes of a string may stand in an id.
  func erId(_ streng: Bytestreng) -> Bool {
    (1...40).contains(streng.antall) && bytes(streng).allSatisfy(Pseudonymsøk.kanStåIId)
  }

  /// Whether a string is its own text, with no escape and nothing that JSON refuses: printable ASCII.
  func erEnkel(_ streng: Bytestreng) -> Bool {
    bytes(streng).allSatisfy { $0 >= 0x20 && $0 < 0x80 && $0 != 0x5C }
  }
}
