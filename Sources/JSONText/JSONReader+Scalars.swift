extension JSONReader {
  mutating func string(_ kind: JSONToken.Kind) throws(JSONError) -> JSONToken {
    let first = offset
    var isPlain = true
    var index = offset + 1
    while true {
      index = plainRun(from: index)
      guard index < end else { break }
      switch bytes[index] {
      case UInt8(ascii: "\""):
        offset = index + 1
        return JSONToken(kind: kind, isPlain: isPlain, start: first, end: offset)
      case UInt8(ascii: "\\"):
        isPlain = false
        index = try escape(at: index)
      case 0..<0x20: throw error(.controlCharacter, at: index)
      default: index += try sequenceLength(at: index)
      }
    }
    throw error(.unexpectedEnd, at: end)
  }

  /// The first place from here that is not plain ASCII text inside a string: a quote, a backslash, a control
  /// character or a byte above 127. Eight bytes are looked at together, as in «Bit Twiddling Hacks».
  private func plainRun(from index: Int) -> Int {
    bytes.withUnsafeBytes { raw in
      var index = index
      let ones: UInt64 = 0x0101_0101_0101_0101
      let tops: UInt64 = 0x8080_8080_8080_8080
      while index + 8 <= end {
        let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        let quotes = word ^ (ones &* 0x22)
        let slashes = word ^ (ones &* 0x5C)
        // A top bit is set for each byte that is special; bytes after the first such one may be set wrongly.
        let special =
          (word | (word &- ones &* 0x20) | (quotes &- ones) | (slashes &- ones)) & tops
        if special != 0 { return index + special.trailingZeroBitCount / 8 }
        index += 8
      }
      while index < end, raw[index] >= 0x20, raw[index] < 0x80, raw[index] != 0x22, raw[index] != 0x5C {
        index += 1
      }
      return index
    }
  }

  /// The length of the UTF-8 sequence that starts here (Unicode, table 3-7: well-formed byte sequences).
  private func sequenceLength(at index: Int) throws(JSONError) -> Int {
    let lead = bytes[index]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: throw error(.invalidUTF8, at: index)
    }
    guard index + length <= end, second.contains(bytes[index + 1]) else {
      throw error(.invalidUTF8, at: index)
    }
    for next in (index + 2)..<max(index + 2, index + length) where bytes[next] & 0xC0 != 0x80 {
      throw error(.invalidUTF8, at: index)
    }
    return length
  }

  /// Checks the escape that starts here; the result is the place after it.
  private func escape(at index: Int) throws(JSONError) -> Int {
    guard index + 1 < end else { throw error(.unexpectedEnd, at: end) }
    switch bytes[index + 1] {
    case UInt8(ascii: "u"): break
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return index + 2
    default: throw error(.invalidEscape, at: index)
    }
    guard let unit = hexUnit(bytes, index + 2, end) else { throw error(.invalidEscape, at: index) }
    guard unit & 0xF800 == 0xD800 else { return index + 6 }
    guard unit < 0xDC00, index + 7 < end, bytes[index + 6] == UInt8(ascii: "\\"),
      bytes[index + 7] == UInt8(ascii: "u"), let low = hexUnit(bytes, index + 8, end),
      low & 0xFC00 == 0xDC00
    else { throw error(.loneSurrogate, at: index) }
    return index + 12
  }

  mutating func number() throws(JSONError) -> JSONToken {
    let first = offset
    let isNegative = bytes[offset] == UInt8(ascii: "-")
    if isNegative { offset += 1 }
    let whole = offset
    try digits()
    if bytes[whole] == UInt8(ascii: "0"), offset > whole + 1 { throw error(.invalidNumber, at: first) }
    var isPlain = offset - whole <= 15 && !(isNegative && bytes[whole] == UInt8(ascii: "0"))
    if offset < end, bytes[offset] == UInt8(ascii: ".") {
      isPlain = false
      offset += 1
      try digits()
    }
    if offset < end, bytes[offset] | 0x20 == UInt8(ascii: "e") {
      isPlain = false
      offset += 1
      if offset < end, bytes[offset] == UInt8(ascii: "+") || bytes[offset] == UInt8(ascii: "-") {
        offset += 1
      }
      try digits()
    }
    if !isPlain, jsonNumber(bytes[first..<offset]) == nil { throw error(.numberOutOfRange, at: first) }
    return JSONToken(kind: .number, isPlain: isPlain, start: first, end: offset)
  }

  private mutating func digits() throws(JSONError) {
    let first = offset
    while offset < end, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[offset]) { offset += 1 }
    if offset == first { throw error(offset < end ? .invalidNumber : .unexpectedEnd) }
  }
}

/// The number that a valid JSON number token stands for; nil when it is beyond the range of doubles.
///
/// A whole number within ±(2^53 − 1) is an integer however it is written: `4.0` and `4` are the same number.
func jsonNumber(_ token: ArraySlice<UInt8>) -> JSONValue? {
  if token.count <= 17, let value = Int64(String(decoding: token, as: UTF8.self)),
    value.magnitude <= 9_007_199_254_740_991
  {
    return .integer(value)
  }
  guard let value = Double(String(decoding: token, as: UTF8.self)), value.isFinite else { return nil }
  if value == 0, !isWrittenAsZero(token) { return nil }
  if value.magnitude <= 9_007_199_254_740_991, value == value.rounded(.towardZero) {
    return .integer(Int64(value))
  }
  return .number(value)
}

/// Whether no digit before the exponent is other than 0; if not, a value of 0 means that digits were lost.
private func isWrittenAsZero(_ token: ArraySlice<UInt8>) -> Bool {
  token.prefix { $0 | 0x20 != UInt8(ascii: "e") }
    .allSatisfy { !(UInt8(ascii: "1")...UInt8(ascii: "9")).contains($0) }
}

/// The UTF-8 text of a valid string token, quotes and escapes taken away.
func unescaped(_ bytes: [UInt8], _ start: Int, _ end: Int, isPlain: Bool) -> [UInt8] {
  if isPlain { return Array(bytes[(start + 1)..<(end - 1)]) }
  var out: [UInt8] = []
  var index = start + 1
  while index < end - 1 {
    guard bytes[index] == UInt8(ascii: "\\") else {
      out.append(bytes[index])
      index += 1
      continue
    }
    let letter = bytes[index + 1]
    index += 2
    guard letter == UInt8(ascii: "u") else {
      out.append(escapedByte(letter))
      continue
    }
    var code = UInt32(hexUnit(bytes, index, end) ?? 0)
    index += 4
    if code & 0xFC00 == 0xD800 {
      code = 0x10000 + (code - 0xD800) << 10 + UInt32(hexUnit(bytes, index + 2, end) ?? 0xDC00) - 0xDC00
      index += 6
    }
    if let scalar = Unicode.Scalar(code) { out.append(contentsOf: String(Character(scalar)).utf8) }
  }
  return out
}

private func escapedByte(_ letter: UInt8) -> UInt8 {
  switch letter {
  case UInt8(ascii: "b"): 0x08
  case UInt8(ascii: "f"): 0x0C
  case UInt8(ascii: "n"): 0x0A
  case UInt8(ascii: "r"): 0x0D
  case UInt8(ascii: "t"): 0x09
  default: letter
  }
}

/// Four hexadecimal digits.
private func hexUnit(_ bytes: [UInt8], _ index: Int, _ end: Int) -> UInt16? {
  guard index + 4 <= end else { return nil }
  var unit: UInt16 = 0
  for byte in bytes[index..<(index + 4)] {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): unit = unit << 4 | UInt16(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): unit = unit << 4 | UInt16(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): unit = unit << 4 | UInt16(byte - UInt8(ascii: "A") + 10)
    default: return nil
    }
  }
  return unit
}
