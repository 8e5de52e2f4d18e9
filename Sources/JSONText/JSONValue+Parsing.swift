extension JSONValue {
  /// The value that the bytes hold, read strictly (see `JSONReader`); throws at the first fault.
  public init(parsing bytes: [UInt8]) throws(JSONError) {
    try self.init(parsing: bytes, range: nil)
  }

  /// The value that a range of the bytes holds; `line` is the line number of its first byte.
  public init(parsing bytes: [UInt8], range: Range<Int>?, line: Int = 1) throws(JSONError) {
    var reader = JSONReader(bytes, range: range, line: line)
    let first = try reader.next()
    self = try JSONValue.value(from: first, &reader)
    _ = try reader.next()
  }

  /// The value that the text holds.
  public init(parsing text: String) throws(JSONError) { try self.init(parsing: Array(text.utf8)) }

  /// Recursion is safe: the reader refuses more than 64 levels.
  private static func value(from token: JSONToken, _ reader: inout JSONReader) throws(JSONError) -> JSONValue
  {
    switch token.kind {
    case .null: return .null
    case .true: return .bool(true)
    case .false: return .bool(false)
    case .string: return .string(text(token, reader))
    case .number: return jsonNumber(reader.bytes[token.start..<token.end]) ?? .null
    case .beginArray:
      var elements: [JSONValue] = []
      while true {
        let next = try reader.next()
        if next.kind == .endArray { return .array(elements) }
        elements.append(try value(from: next, &reader))
      }
    case .beginObject:
      var members: [Member] = []
      while true {
        let key = try reader.next()
        if key.kind == .endObject { return .object(members) }
        let next = try reader.next()
        members.append(Member(text(key, reader), try value(from: next, &reader)))
      }
    case .key, .endObject, .endArray, .end:
      throw reader.error(.unexpectedCharacter, at: token.start)
    }
  }

  private static func text(_ token: JSONToken, _ reader: JSONReader) -> String {
    String(
      decoding: unescaped(reader.bytes, token.start, token.end, isPlain: token.isPlain), as: UTF8.self)
  }
}
