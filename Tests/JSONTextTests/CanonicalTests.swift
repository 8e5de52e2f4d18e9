import JSONText
import Testing

/// Numbers of RFC 8785, appendix B: IEEE 754 bits and their text.
private let numbers: [(UInt64, String)] = [
  (0x0000_0000_0000_0000, "0"),
  (0x8000_0000_0000_0000, "0"),
  (0x0000_0000_0000_0001, "5e-324"),
  (0x8000_0000_0000_0001, "-5e-324"),
  (0x7FEF_FFFF_FFFF_FFFF, "1.7976931348623157e+308"),
  (0xFFEF_FFFF_FFFF_FFFF, "-1.7976931348623157e+308"),
  (0x4340_0000_0000_0000, "9007199254740992"),
  (0xC340_0000_0000_0000, "-9007199254740992"),
  (0x4430_0000_0000_0000, "295147905179352830000"),
  (0x44B5_2D02_C7E1_4AF5, "9.999999999999997e+22"),
  (0x44B5_2D02_C7E1_4AF6, "1e+23"),
  (0x44B5_2D02_C7E1_4AF7, "1.0000000000000001e+23"),
  (0x444B_1AE4_D6E2_EF4E, "999999999999999700000"),
  (0x444B_1AE4_D6E2_EF4F, "999999999999999900000"),
  (0x444B_1AE4_D6E2_EF50, "1e+21"),
  (0x3EB0_C6F7_A0B5_ED8C, "9.999999999999997e-7"),
  (0x3EB0_C6F7_A0B5_ED8D, "0.000001"),
  (0x41B3_DE43_5555_5553, "333333333.3333332"),
  (0x41B3_DE43_5555_5554, "333333333.33333325"),
  (0x41B3_DE43_5555_5555, "333333333.3333333"),
  (0x41B3_DE43_5555_5556, "333333333.3333334"),
  (0x41B3_DE43_5555_5557, "333333333.33333343"),
  (0xBECB_F647_612F_3696, "-0.0000033333333333333333"),
  (0x4314_3FF3_C1CB_0959, "1424953923781206.2"),
]

/// Texts and their canonical form.
private let texts: [(String, String)] = [
  // RFC 8785 § 3.2.2 and § 3.2.3.
  (
    #"{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"#
      + #""string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}"#,
    #"{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"#
      + #""string":"€$\u000f\nA'B\"\\\\\"/"}"#
  ),
  (
    #"{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","#
      + #""\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}"#,
    "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u{80}\":\"Control\",\"ö\":\"Latin Small Letter O With Diaeresis\","
      + "\"€\":\"Euro Sign\",\"😀\":\"Emoji: Grinning Face\",\"\u{FB33}\":\"Hebrew Letter Dalet With Dagesh\"}"
  ),
  ("[1e21, 1e-7, -0, 100, 1.0, -0.0, 123456789012345]", "[1e+21,1e-7,0,100,1,0,123456789012345]"),
  (" { \"b\" : [ ] , \"a\" : { } } ", #"{"a":{},"b":[]}"#),
  (
    "{\"\u{FFFD}\":1,\"\u{10000}\":2,\"aa\":3,\"a\":4,\"\":5}",
    "{\"\":5,\"a\":4,\"aa\":3,\"\u{10000}\":2,\"\u{FFFD}\":1}"
  ),
]

@Suite struct `The canonical form is that of RFC 8785` {
  @Test(arguments: numbers)
  func `numbers are written as ECMAScript writes them`(_ bits: UInt64, _ text: String) throws {
    #expect(JSONValue.number(Double(bitPattern: bits)).compactText == text)
    let again = try JSONValue(parsing: text)
    #expect(again.compactText == text)
  }

  @Test(arguments: texts)
  func `members are sorted and escapes are the shortest`(_ text: String, _ canonical: String) throws {
    let value = try JSONValue(parsing: text)
    #expect(String(decoding: value.canonicalBytes, as: UTF8.self) == canonical)
    #expect(try JSONValue(parsing: canonical).canonicalBytes == Array(canonical.utf8))
  }

  @Test func `a tape copies its bytes to the same form as a tree does`() throws {
    let many = (0..<50).reversed().map { "\"k\($0)\": [\($0)]" }.joined(separator: ", ")
    let plain = [
      #"{ "b": {"y": 1, "x": [true, "æ"]}, "å": null, "a": -12 }"#, "{\(many)}", "[ ]", "\"x\"", " 7 ",
      "{\"\u{FFFD}\":1,\"\u{10000}\":2,\"aa\":3,\"a\":4,\"\":5}",
    ]
    for text in plain {
      let bytes = Array(text.utf8)
      var tape = JSONTape()
      try tape.parse(bytes, range: 0..<bytes.count, line: 1)
      #expect(tape.isPlain)
      var copy: [UInt8] = []
      tape.appendCanonical(of: 0, to: &copy)
      #expect(copy == (try JSONValue(parsing: text)).canonicalBytes, "\(text)")
      #expect(tape.value(of: 0) == (try JSONValue(parsing: text)))
    }
  }

  @Test(arguments: ["1.0", "-0", "1e2", "1234567890123456", #""\/""#, #"{"\u0061":1}"#])
  func `a tape knows when copying would not be canonical`(_ text: String) throws {
    var tape = JSONTape()
    try tape.parse(Array(text.utf8), range: 0..<text.utf8.count, line: 1)
    #expect(!tape.isPlain)
    #expect(tape.value(of: 0) == (try JSONValue(parsing: text)))
  }
}
