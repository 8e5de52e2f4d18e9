import JSONText
import Testing

/// A text that must be refused, why, and where.
struct Refusal: CustomTestStringConvertible {
  var text: [UInt8]
  var code: JSONError.Code
  var line: Int
  var column: Int

  init(_ text: String, _ code: JSONError.Code, _ line: Int, _ column: Int) {
    self.init(Array(text.utf8), code, line, column)
  }

  init(_ text: [UInt8], _ code: JSONError.Code, _ line: Int, _ column: Int) {
    self.text = text
    self.code = code
    self.line = line
    self.column = column
  }

  var testDescription: String {
    "\(String(decoding: text, as: UTF8.self).debugDescription): \(code.rawValue)"
  }
}

private let grammar: [Refusal] = [
  Refusal("", .unexpectedEnd, 1, 1),
  Refusal("  \n ", .unexpectedEnd, 2, 2),
  Refusal("[1,]", .unexpectedCharacter, 1, 4),
  Refusal("[1 2]", .unexpectedCharacter, 1, 4),
  Refusal("[1}", .unexpectedCharacter, 1, 3),
  Refusal("[,1]", .unexpectedCharacter, 1, 2),
  Refusal("[1", .unexpectedEnd, 1, 3),
  Refusal("{\"a\":1,}", .unexpectedCharacter, 1, 8),
  Refusal("{\"a\" 1}", .unexpectedCharacter, 1, 6),
  Refusal("{\"a\":}", .unexpectedCharacter, 1, 6),
  Refusal("{a:1}", .unexpectedCharacter, 1, 2),
  Refusal("{\"a\":1]", .unexpectedCharacter, 1, 7),
  Refusal("{\"a\"", .unexpectedEnd, 1, 5),
  Refusal("{} x", .trailingContent, 1, 4),
  Refusal("{}\n{}", .trailingContent, 2, 1),
  Refusal("nul", .unexpectedEnd, 1, 4),
  Refusal("nulL", .unexpectedCharacter, 1, 4),
  Refusal("NaN", .unexpectedCharacter, 1, 1),
  Refusal("[Infinity]", .unexpectedCharacter, 1, 2),
  Refusal("// no", .unexpectedCharacter, 1, 1),
  Refusal("'a'", .unexpectedCharacter, 1, 1),
  Refusal("\u{A0}1", .unexpectedCharacter, 1, 1),
  Refusal([0xEF, 0xBB, 0xBF, 0x31], .byteOrderMark, 1, 1),
]

private let numbers: [Refusal] = [
  Refusal("01", .invalidNumber, 1, 1),
  Refusal("-01", .invalidNumber, 1, 1),
  Refusal("+1", .unexpectedCharacter, 1, 1),
  Refusal(".5", .unexpectedCharacter, 1, 1),
  Refusal("[1.]", .invalidNumber, 1, 4),
  Refusal("[1.e3]", .invalidNumber, 1, 4),
  Refusal("[1e]", .invalidNumber, 1, 4),
  Refusal("[1e+]", .invalidNumber, 1, 5),
  Refusal("[-]", .invalidNumber, 1, 3),
  Refusal("-", .unexpectedEnd, 1, 2),
  Refusal("0x10", .trailingContent, 1, 2),
  Refusal("[1e400]", .numberOutOfRange, 1, 2),
  Refusal("[0, 1.5e-502]", .numberOutOfRange, 1, 5),
  Refusal("-1e999", .numberOutOfRange, 1, 1),
]

private let strings: [Refusal] = [
  Refusal("\"a", .unexpectedEnd, 1, 3),
  Refusal("\"a\\", .unexpectedEnd, 1, 4),
  Refusal("[\n\"æøå\u{1}\"]", .controlCharacter, 2, 5),
  Refusal("\"a\nb\"", .controlCharacter, 1, 3),
  Refusal("\"\\x\"", .invalidEscape, 1, 2),
  Refusal("\"\\u12g4\"", .invalidEscape, 1, 2),
  Refusal("\"\\u12\"", .invalidEscape, 1, 2),
  Refusal("\"\\ud800\"", .loneSurrogate, 1, 2),
  Refusal("\"\\ud800x\"", .loneSurrogate, 1, 2),
  Refusal("\"\\ud800\\u0041\"", .loneSurrogate, 1, 2),
  Refusal("\"\\udc00\"", .loneSurrogate, 1, 2),
  Refusal([0x22, 0x80, 0x22], .invalidUTF8, 1, 2),
  Refusal([0x22, 0xC0, 0xAF, 0x22], .invalidUTF8, 1, 2),
  Refusal([0x22, 0xE0, 0x9F, 0xBF, 0x22], .invalidUTF8, 1, 2),
  Refusal([0x22, 0xED, 0xA0, 0x80, 0x22], .invalidUTF8, 1, 2),
  Refusal([0x22, 0xF0, 0x8F, 0xBF, 0xBF, 0x22], .invalidUTF8, 1, 2),
  Refusal([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], .invalidUTF8, 1, 2),
  Refusal([0x22, 0xF5, 0x80, 0x80, 0x80, 0x22], .invalidUTF8, 1, 2),
  Refusal([0x22, 0xC3, 0x22], .invalidUTF8, 1, 2),
  Refusal([0x22, 0xF0, 0x9F, 0x98], .invalidUTF8, 1, 2),
  Refusal([0x22, 0xE2, 0x82, 0x22, 0x22], .invalidUTF8, 1, 2),
]

private let keys: [Refusal] = [
  Refusal("{\"a\":1,\"a\":2}", .duplicateKey, 1, 8),
  Refusal("{\"a\":1,\n \"b\":{\"a\":1},\n \"\\u0061\":2}", .duplicateKey, 3, 2),
  Refusal("{\"\":1,\"\":2}", .duplicateKey, 1, 7),
]

@Suite struct `A JSON text is read strictly` {
  @Test(arguments: grammar + numbers + strings + keys)
  func `what RFC 8259 does not allow is refused, with the place`(_ refusal: Refusal) {
    #expect(throws: JSONError(refusal.code, line: refusal.line, column: refusal.column)) {
      try JSONValue(parsing: refusal.text)
    }
    var tape = JSONTape()
    #expect(throws: JSONError(refusal.code, line: refusal.line, column: refusal.column)) {
      try tape.parse(refusal.text, range: 0..<refusal.text.count, line: 1)
    }
  }

  @Test func `a key that occurs twice among hundreds is found`() {
    let members = (0..<300).map { "\"k\($0)\":1" } + ["\"k17\":2"]
    let text = "{" + members.joined(separator: ",\n") + "}"
    #expect(throws: JSONError(.duplicateKey, line: 301, column: 1)) { try JSONValue(parsing: text) }
    #expect(throws: Never.self) {
      try JSONValue(parsing: "{" + members.dropLast().joined(separator: ",") + "}")
    }
  }

  @Test(arguments: [(64, true), (65, false), (10_000, false), (1_000_000, false)])
  func `sixty-four levels are enough`(_ depth: Int, _ isAllowed: Bool) {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
      let text = Array(
        (String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)).utf8)
      if isAllowed {
        #expect(throws: Never.self) { try JSONValue(parsing: text) }
      } else {
        let column = 64 * open.utf8.count + 1
        #expect(throws: JSONError(.tooDeep, line: 1, column: column)) { try JSONValue(parsing: text) }
      }
    }
  }

  @Test func `tokens come one at a time and know their bytes`() throws {
    let text = #"{"æ": [1, "x\n", true, null]}"#
    var reader = JSONReader(Array(text.utf8))
    var kinds: [JSONToken.Kind] = []
    while true {
      let token = try reader.next()
      kinds.append(token.kind)
      if token.kind == .string {
        #expect(!token.isPlain)
        #expect(reader.position(of: token.start) == (1, 11))
      }
      if token.kind == .end { break }
    }
    #expect(
      kinds == [.beginObject, .key, .beginArray, .number, .string, .true, .null, .endArray, .endObject, .end])
  }

  @Test func `a range of a larger buffer is read as if it were alone`() throws {
    let text = Array("xx{\"a\":1}yy".utf8)
    let value = try JSONValue(parsing: text, range: 2..<9, line: 7)
    #expect(value == .object(["a": .integer(1)]))
    #expect(throws: JSONError(.unexpectedEnd, line: 7, column: 7)) {
      try JSONValue(parsing: text, range: 2..<8, line: 7)
    }
  }

  @Test func `values are what they say`() throws {
    let text =
      #"{"a":[0,-0,4.0,1e2,9007199254740991,9007199254740992,1.5,-2.5e-3],"b":"\u00e5\ud83d\ude00\/\t"}"#
    let value = try JSONValue(parsing: text)
    #expect(
      value["a"]?.array == [
        .integer(0), .integer(0), .integer(4), .integer(100), .integer(9_007_199_254_740_991),
        .number(9_007_199_254_740_992), .number(1.5), .number(-0.0025),
      ])
    #expect(value["b"]?.string == "å😀/\t")
  }
}
