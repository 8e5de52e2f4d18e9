internal import JSONText

/// Finds the pseudonym of a record without reading the rest of it.
///
/// «The same `sak` twice in one run is an error on both» must be known before the first of them is passed on,
/// so the records are gone through twice: first for their pseudonyms only, which stand near the beginning.
enum Pseudonymsøk {
  /// The value of the outermost `sak`, if it can be an id; nil also when the text breaks off before it.
  static func finn(_ bytes: [UInt8], _ range: Range<Int>) -> String? {
    (Bytepeker.med(bytes, range) { peker in finnTidlig(&peker).map(peker.tekst) } ?? nil)
      ?? finnOveralt(bytes, range)
  }

  /// A hash of what `finn` finds, without making a text of it.
  static func hash(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64? {
    (Bytepeker.med(bytes, range) { peker in finnTidlig(&peker).map { hash(peker.bytes($0)) } } ?? nil)
      ?? finnOveralt(bytes, range).map { hash($0.utf8) }
  }

  /// FNV-1a, 64 bits.
  static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }

  /// The value of `sak` when nothing but plain texts comes before it, as in most records.
  private static func finnTidlig(_ peker: inout Bytepeker) -> Bytestreng? {
    guard peker.ta("{") else { return nil }
    repeat {
      guard peker.ta("\""), let nøkkel = peker.tekst(), peker.erEnkel(nøkkel), peker.ta(":"), peker.ta("\""),
        let verdi = peker.tekst()
      else { return nil }
      if nøkkel.ligner(.sak) { return peker.erId(verdi) ? verdi : nil }
      guard peker.erEnkel(verdi) else { return nil }
    } while peker.ta(",")
    return nil
  }

  /// The same for any record.
  static func finnOveralt(_ bytes: [UInt8], _ range: Range<Int>) -> String? {
    var reader = JSONReader(bytes, range: range)
    var depth = 0
    var isNext = false
    while let token = try? reader.next() {
      switch token.kind {
      case .beginObject, .beginArray: depth += 1
      case .endObject, .endArray: depth -= 1
      case .key where depth == 1: isNext = tekst(token, bytes) == "sak"
      case .string where isNext && depth == 1: return tekst(token, bytes).flatMap { erId($0) ? $0 : nil }
      case .end: return nil
      default: break
      }
    }
    return nil
  }

  private static func tekst(_ token: JSONToken, _ bytes: [UInt8]) -> String? {
    if token.isPlain { return String(decoding: bytes[(token.start + 1)..<(token.end - 1)], as: UTF8.self) }
    return (try? JSONValue(parsing: bytes, range: token.start..<token.end))?.string
  }

  /// Whether a text can be an id: `[A-Za-z0-9-]{1,40}`.
  static func erId(_ tekst: String) -> Bool {
    (1...40).contains(tekst.utf8.count) && tekst.utf8.allSatisfy(kanStåIId)
  }

  static func kanStåIId(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
