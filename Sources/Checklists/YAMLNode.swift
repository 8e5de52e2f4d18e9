/// A node of a YAML file. Every scalar is text: `no`, `012` and `12:30` are what they look like.
public struct YAMLNode: Hashable, Sendable {
  /// The line it begins on, from 1.
  public var line: Int
  /// The column it begins in, in Unicode scalars, from 1.
  public var column: Int
  /// How many scalars of that line show which node is meant: a scalar's own text, or the first key.
  public var width: Int
  /// What it is.
  public var kind: Kind

  /// A node at a place.
  public init(line: Int, column: Int, width: Int = 1, kind: Kind) {
    self.line = line
    self.column = column
    self.width = width
    self.kind = kind
  }

  /// The three kinds of node.
  public enum Kind: Hashable, Sendable {
    case scalar(YAMLScalar)
    case sequence([YAMLNode])
    case mapping([YAMLEntry])
  }

  /// The scalar, if this is one.
  public var scalar: YAMLScalar? { if case .scalar(let scalar) = kind { scalar } else { nil } }
  /// The text, if this is a scalar.
  public var text: String? { scalar?.text }
  /// The elements, if this is a sequence.
  public var elements: [YAMLNode]? { if case .sequence(let elements) = kind { elements } else { nil } }
  /// The entries in their own order, if this is a mapping.
  public var entries: [YAMLEntry]? { if case .mapping(let entries) = kind { entries } else { nil } }

  /// The value under a key, if this is a mapping that has it.
  public subscript(key: String) -> YAMLNode? { entries?.first { $0.key.text == key }?.value }

  /// The scalars in it: itself, or those of its elements and values.
  var texts: [YAMLNode] {
    switch kind {
    case .scalar: [self]
    case .sequence(let elements): elements.flatMap(\.texts)
    case .mapping(let entries): entries.flatMap(\.value.texts)
    }
  }

  /// Whether nothing is written where this node stands (`krav:` and then the end of the line).
  public var isEmpty: Bool { scalar.map { $0.text.isEmpty && $0.style == .plain } ?? false }
}

/// A key of a mapping and its value. The key is always a scalar.
public struct YAMLEntry: Hashable, Sendable {
  /// The key.
  public var key: YAMLNode
  /// The value.
  public var value: YAMLNode

  /// An entry of a mapping.
  public init(key: YAMLNode, value: YAMLNode) {
    self.key = key
    self.value = value
  }
}

/// A scalar: its text, and how it is written in the file.
public struct YAMLScalar: Hashable, Sendable {
  /// The text, with escapes and folding resolved.
  public var text: String
  /// How it is written.
  public var style: Style
  /// The line it begins on, from 1; of a block scalar the line with `|` or `>`.
  public var line: Int
  /// The column it begins in, in Unicode scalars, from 1.
  public var column: Int

  /// A scalar at a place.
  public init(text: String, style: Style, line: Int, column: Int) {
    self.text = text
    self.style = style
    self.line = line
    self.column = column
  }

  /// The ways of writing a scalar.
  public enum Style: Hashable, Sendable {
    case plain
    case singleQuoted
    case doubleQuoted
    /// `|`: line breaks are kept.
    case literal
    /// `>`: line breaks are folded.
    case folded
  }
}
