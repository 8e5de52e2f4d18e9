/// What is wrong with a JSON text, and where.
///
/// Neither the code nor the message holds anything of the input, which may be a name or a number of a person.
public struct JSONError: Error, Hashable, Sendable {
  /// What is wrong.
  public var code: Code
  /// The line, from 1.
  public var line: Int
  /// The column in Unicode scalars, from 1.
  public var column: Int

  /// An error at a place.
  public init(_ code: Code, line: Int, column: Int) {
    self.code = code
    self.line = line
    self.column = column
  }

  /// What can be wrong; the raw value is stable and meant for machines.
  public enum Code: String, Hashable, Sendable, CaseIterable {
    case unexpectedEnd = "json_unexpected_end"
    case unexpectedCharacter = "json_unexpected_character"
    case trailingContent = "json_trailing_content"
    case byteOrderMark = "json_byte_order_mark"
    case invalidUTF8 = "json_invalid_utf8"
    case controlCharacter = "json_control_character"
    case invalidEscape = "json_invalid_escape"
    case loneSurrogate = "json_lone_surrogate"
    case invalidNumber = "json_invalid_number"
    case numberOutOfRange = "json_number_out_of_range"
    case duplicateKey = "json_duplicate_key"
    case tooDeep = "json_too_deep"
    case tooLarge = "json_too_large"
  }

  /// One English sentence for an operator.
  public var message: String {
    switch code {
    case .unexpectedEnd: "The JSON text ends before it is complete."
    case .unexpectedCharacter: "This character cannot stand here in JSON."
    case .trailingContent: "There is more text after the end of the JSON value."
    case .byteOrderMark: "The text begins with a byte order mark, which JSON does not allow."
    case .invalidUTF8: "These bytes are not valid UTF-8."
    case .controlCharacter: "A control character in a string must be written as an escape."
    case .invalidEscape: "This escape does not exist in JSON."
    case .loneSurrogate: "A surrogate escape must come in a pair, high before low."
    case .invalidNumber: "This is not a number as JSON writes numbers."
    case .numberOutOfRange: "The number is too large or too small for a double."
    case .duplicateKey: "The same key occurs twice in one object."
    case .tooDeep: "The value is nested more than \(JSONReader.maximumDepth) levels deep."
    case .tooLarge: "The JSON text is too large."
    }
  }
}
