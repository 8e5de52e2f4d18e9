/// A strict pull reader over UTF-8 bytes: each call gives the next token of RFC 8259.
///
/// It makes no strings and keeps no tree. Refused are: duplicate keys, a byte order mark, invalid UTF-8, lone
/// surrogates, raw control characters, numbers that no double can hold, more than 64 levels.
public struct JSONReader: Sendable {
  /// The most objects and arrays that may be open at once.
  public static let maximumDepth = 64

  /// The text that is read.
  public let bytes: [UInt8]
  /// Where in `bytes` the next token is looked for.
  public internal(set) var offset: Int
  let start: Int
  let end: Int
  let firstLine: Int
  var keys = JSONKeyStack()
  private var expectation = Expectation.value
  private var depth = 0
  /// Bit n is set when the container at depth n is an object.
  private var objects: UInt64 = 0

  private enum Expectation {
    case value
    case keyOrEnd
    case elementOrEnd
    case commaOrEnd
    case nothing
  }

  /// Reads the bytes, or a range of them; `line` is the line number of the first byte.
  public init(_ bytes: [UInt8], range: Range<Int>? = nil, line: Int = 1) {
    let range = (range ?? 0..<bytes.count).clamped(to: 0..<bytes.count)
    self.bytes = bytes
    offset = range.lowerBound
    start = range.lowerBound
    end = range.upperBound
    firstLine = line
  }

  /// The next token; `.end` after the value, and nothing but white space may follow it.
  public mutating func next() throws(JSONError) -> JSONToken {
    skipSpace()
    switch expectation {
    case .value: return try value()
    case .keyOrEnd: return current == UInt8(ascii: "}") ? close(.endObject) : try key()
    case .elementOrEnd: return current == UInt8(ascii: "]") ? close(.endArray) : try value()
    case .commaOrEnd: return try commaOrEnd()
    case .nothing:
      guard offset >= end else { throw error(.trailingContent) }
      return JSONToken(kind: .end, isPlain: true, start: end, end: end)
    }
  }

  /// Line and column (in Unicode scalars), both from 1, of a byte of the text.
  public func position(of offset: Int) -> (line: Int, column: Int) {
    var line = firstLine
    var column = 1
    for byte in bytes[start..<min(max(offset, start), end)] {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return (line, column)
  }

  func error(_ code: JSONError.Code, at place: Int? = nil) -> JSONError {
    let (line, column) = position(of: place ?? offset)
    return JSONError(code, line: line, column: column)
  }

  private var current: UInt8? { offset < end ? bytes[offset] : nil }

  private var isInObject: Bool { objects & (1 << UInt64(depth - 1)) != 0 }

  private mutating func skipSpace() {
    while offset < end {
      switch bytes[offset] {
      case 0x20, 0x0A, 0x0D, 0x09: offset += 1
      default: return
      }
    }
  }

  private mutating func commaOrEnd() throws(JSONError) -> JSONToken {
    guard let byte = current else { throw error(.unexpectedEnd) }
    let isInObject = isInObject
    switch byte {
    case UInt8(ascii: ","):
      offset += 1
      skipSpace()
      return isInObject ? try key() : try value()
    case UInt8(ascii: "}") where isInObject:
      if let duplicate = keys.duplicateInFrame(of: bytes) { throw error(.duplicateKey, at: duplicate) }
      return close(.endObject)
    case UInt8(ascii: "]") where !isInObject: return close(.endArray)
    default: throw error(.unexpectedCharacter)
    }
  }

  private mutating func key() throws(JSONError) -> JSONToken {
    guard let byte = current else { throw error(.unexpectedEnd) }
    guard byte == UInt8(ascii: "\"") else { throw error(.unexpectedCharacter) }
    let token = try string(.key)
    keys.push(token)
    skipSpace()
    guard let colon = current else { throw error(.unexpectedEnd) }
    guard colon == UInt8(ascii: ":") else { throw error(.unexpectedCharacter) }
    offset += 1
    expectation = .value
    return token
  }

  private mutating func value() throws(JSONError) -> JSONToken {
    guard let byte = current else { throw error(.unexpectedEnd) }
    switch byte {
    case UInt8(ascii: "\""):
      let token = try string(.string)
      closeValue()
      return token
    case UInt8(ascii: "{"): return try open(.beginObject)
    case UInt8(ascii: "["): return try open(.beginArray)
    case UInt8(ascii: "t"): return try literal("true", .true)
    case UInt8(ascii: "f"): return try literal("false", .false)
    case UInt8(ascii: "n"): return try literal("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      let token = try number()
      closeValue()
      return token
    case 0xEF where offset == start && bytes[offset..<end].starts(with: [0xEF, 0xBB, 0xBF]):
      throw error(.byteOrderMark)
    default: throw error(.unexpectedCharacter)
    }
  }

  private mutating func closeValue() { expectation = depth == 0 ? .nothing : .commaOrEnd }

  private mutating func open(_ kind: JSONToken.Kind) throws(JSONError) -> JSONToken {
    guard depth < JSONReader.maximumDepth else { throw error(.tooDeep) }
    let bit: UInt64 = 1 << UInt64(depth)
    if kind == .beginObject {
      objects |= bit
      keys.openFrame()
      expectation = .keyOrEnd
    } else {
      objects &= ~bit
      expectation = .elementOrEnd
    }
    depth += 1
    offset += 1
    return JSONToken(kind: kind, isPlain: true, start: offset - 1, end: offset)
  }

  private mutating func close(_ kind: JSONToken.Kind) -> JSONToken {
    if kind == .endObject { keys.closeFrame() }
    depth -= 1
    offset += 1
    closeValue()
    return JSONToken(kind: kind, isPlain: true, start: offset - 1, end: offset)
  }

  private mutating func literal(_ text: StaticString, _ kind: JSONToken.Kind) throws(JSONError) -> JSONToken {
    let first = offset
    for index in 0..<text.utf8CodeUnitCount {
      guard let byte = current else { throw error(.unexpectedEnd) }
      guard byte == text.utf8Start[index] else { throw error(.unexpectedCharacter) }
      offset += 1
    }
    closeValue()
    return JSONToken(kind: kind, isPlain: true, start: first, end: offset)
  }
}
