/// A JSON value as a tree. Objects keep the order of their members.
public indirect enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  /// A whole number within ±(2^53 − 1), the range in which every reader agrees (RFC 7493 § 2.2).
  case integer(Int64)
  /// Any other number.
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// A name and its value.
  public struct Member: Hashable, Sendable {
    /// The name, unique within its object.
    public var name: String
    /// The value.
    public var value: JSONValue

    /// A member of an object.
    public init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// An object with the members in this order.
  public static func object(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
    .object(members.map { Member($0.key, $0.value) })
  }

  /// The member with this name, if this is an object that has it.
  public subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The text, if this is a string.
  public var string: String? { if case .string(let value) = self { value } else { nil } }
  /// The whole number, if this is one.
  public var integer: Int64? { if case .integer(let value) = self { value } else { nil } }
  /// The truth value, if this is one.
  public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
  /// The elements, if this is an array.
  public var array: [JSONValue]? { if case .array(let value) = self { value } else { nil } }
  /// The members, if this is an object.
  public var members: [Member]? { if case .object(let value) = self { value } else { nil } }

  /// A string, or null.
  public static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

  /// The same tree with every text, also the names of members, replaced.
  public func mappingText(_ transform: (String) -> String) -> JSONValue {
    switch self {
    case .null, .bool, .integer, .number: self
    case .string(let text): .string(transform(text))
    case .array(let elements): .array(elements.map { $0.mappingText(transform) })
    case .object(let members):
      .object(members.map { Member(transform($0.name), $0.value.mappingText(transform)) })
    }
  }
}
