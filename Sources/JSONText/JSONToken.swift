/// A token that `JSONReader` has read: what it is, and which bytes of the text it is.
public struct JSONToken: Hashable, Sendable {
  /// What it is.
  public var kind: Kind
  /// Whether the bytes are their own canonical form (RFC 8785): a string without escapes, a whole number of at
  /// most 15 digits.
  public var isPlain: Bool
  /// The first byte; of a key or string the opening quote.
  public var start: Int
  /// After the last byte; of a key or string after the closing quote.
  public var end: Int

  /// The kinds of token.
  public enum Kind: UInt8, Hashable, Sendable {
    case beginObject
    case endObject
    case beginArray
    case endArray
    case key
    case string
    case number
    case `true`
    case `false`
    case null
    case end
  }
}

/// The keys of the objects that are open, to find one that occurs twice.
struct JSONKeyStack: Sendable {
  private var keys: [JSONToken] = []
  private var frames: [Int] = []

  mutating func openFrame() { frames.append(keys.count) }

  mutating func closeFrame() {
    guard let first = frames.popLast() else { return }
    keys.removeLast(keys.count - first)
  }

  mutating func push(_ key: JSONToken) { keys.append(key) }

  mutating func reset() {
    keys.removeAll(keepingCapacity: true)
    frames.removeAll(keepingCapacity: true)
  }

  /// Where the first key of the innermost object begins that repeats an earlier one.
  func duplicateInFrame(of bytes: [UInt8]) -> Int? {
    guard let first = frames.last, keys.count > first + 1 else { return nil }
    let isSmall = keys.count - first <= 16
    guard isSmall, keys[first...].allSatisfy(\.isPlain) else { return slowDuplicate(keys[first...], bytes) }
    for index in (first + 1)..<keys.count {
      for earlier in first..<index where isSame(keys[earlier], keys[index], bytes) {
        return keys[index].start
      }
    }
    return nil
  }

  private func isSame(_ a: JSONToken, _ b: JSONToken, _ bytes: [UInt8]) -> Bool {
    guard a.end - a.start == b.end - b.start else { return false }
    for index in 0..<(a.end - a.start) where bytes[a.start + index] != bytes[b.start + index] { return false }
    return true
  }

  private func slowDuplicate(_ keys: ArraySlice<JSONToken>, _ bytes: [UInt8]) -> Int? {
    var seen = Set<[UInt8]>(minimumCapacity: keys.count)
    for key in keys where !seen.insert(unescaped(bytes, key.start, key.end, isPlain: key.isPlain)).inserted {
      return key.start
    }
    return nil
  }
}
