/// A JSON text as a flat list of nodes that point into its bytes: random access without a string or a tree.
///
/// A tape is kept and filled again for each record, so that reading many records allocates almost nothing.
public struct JSONTape: Sendable {
  /// The nodes in text order; the root is node 0. The key of a member stands just before its value.
  public private(set) var nodes: [JSONNode] = []
  /// The text that the nodes point into.
  public private(set) var bytes: [UInt8] = []
  /// Whether every string and number is written as RFC 8785 writes it, so that its bytes can be copied.
  public private(set) var isPlain = true

  private var range = 0..<0
  private var line = 1
  private var open: [Int] = []
  private var keys = JSONKeyStack()

  /// An empty tape.
  public init() {}

  /// Reads one value from a range of the bytes; `line` is the line number of the range's first byte.
  ///
  /// Throws what `JSONReader` throws; the tape is then empty.
  public mutating func parse(_ bytes: [UInt8], range: Range<Int>, line: Int) throws(JSONError) {
    nodes.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    self.bytes = bytes
    self.range = range
    self.line = line
    isPlain = true
    guard range.upperBound <= Int(UInt32.max) else { throw JSONError(.tooLarge, line: line, column: 1) }
    do {
      try fill()
    } catch {
      nodes.removeAll(keepingCapacity: true)
      throw error
    }
  }

  /// Lets go of the text, so that its owner can change it in place.
  public mutating func releaseBytes() { bytes = [] }

  private mutating func fill() throws(JSONError) {
    var reader = JSONReader(bytes, range: range, line: line)
    swap(&reader.keys, &keys)
    defer {
      swap(&reader.keys, &keys)
      keys.reset()
    }
    while true {
      let token = try reader.next()
      switch token.kind {
      case .end: return
      case .endObject, .endArray:
        guard let container = open.popLast() else { return }
        nodes[container].end = UInt32(token.end)
        nodes[container].next = UInt32(nodes.count)
      case .beginObject, .beginArray:
        open.append(nodes.count)
        append(token)
      case .key, .string, .number, .true, .false, .null:
        if !token.isPlain { isPlain = false }
        append(token)
      }
    }
  }

  private mutating func append(_ token: JSONToken) {
    nodes.append(
      JSONNode(
        kind: token.kind, isPlain: token.isPlain, start: UInt32(token.start), end: UInt32(token.end),
        next: UInt32(nodes.count + 1)))
  }

  /// Line and column, from 1, of a node.
  public func position(of node: Int) -> (line: Int, column: Int) {
    JSONReader(bytes, range: range, line: line).position(of: Int(nodes[node].start))
  }

  /// The bytes of a key or string between its quotes. They are its text when the node is plain.
  public func content(of node: Int) -> Range<Int> { Int(nodes[node].start) + 1..<Int(nodes[node].end) - 1 }

  /// The text of a key or string, escapes resolved.
  public func text(of node: Int) -> String {
    let node = nodes[node]
    if node.isPlain {
      return String(decoding: bytes[(Int(node.start) + 1)..<(Int(node.end) - 1)], as: UTF8.self)
    }
    return String(decoding: unescaped(bytes, Int(node.start), Int(node.end), isPlain: false), as: UTF8.self)
  }

  /// The number of a number node; nil for any other node.
  public func number(of node: Int) -> JSONValue? {
    let node = nodes[node]
    return node.kind == .number ? jsonNumber(bytes[Int(node.start)..<Int(node.end)]) : nil
  }

  /// The node and all below it as a tree.
  public func value(of node: Int) -> JSONValue {
    switch nodes[node].kind {
    case .true: return .bool(true)
    case .false: return .bool(false)
    case .string, .key: return .string(text(of: node))
    case .number: return number(of: node) ?? .null
    case .beginArray: return .array(elements(of: node).map(value))
    case .beginObject:
      return .object(members(of: node).map { JSONValue.Member(text(of: $0), value(of: $0 + 1)) })
    case .null, .end, .endObject, .endArray: return .null
    }
  }

  /// The elements of an array.
  public func elements(of node: Int) -> [Int] { children(of: node, skippingKeys: false) }

  /// The keys of an object; the value of a key is the node after it.
  public func members(of node: Int) -> [Int] { children(of: node, skippingKeys: true) }

  private func children(of node: Int, skippingKeys: Bool) -> [Int] {
    var children: [Int] = []
    var child = node + 1
    while child < Int(nodes[node].next) {
      children.append(child)
      child = Int(nodes[skippingKeys ? child + 1 : child].next)
    }
    return children
  }
}

/// A node of a `JSONTape`.
public struct JSONNode: Hashable, Sendable {
  /// What it is; an object or array is its opening token.
  public var kind: JSONToken.Kind
  /// As in `JSONToken`.
  public var isPlain: Bool
  /// The first byte.
  public var start: UInt32
  /// After the last byte.
  public var end: UInt32
  /// The node that follows this one and all below it.
  public var next: UInt32
}
