/// Finds a name among a fixed few from its bytes, without making a string.
struct Navnetabell: Sendable {
  private let entries: [Entry]
  /// The position of an entry + 1, or 0; a power of two, at most a third full.
  private let slots: [UInt16]
  private let names: [[UInt8]]
  private let spelled: [String: Int]

  /// The length and the first and last eight bytes of a name, which say all of it up to sixteen bytes.
  private struct Entry: Equatable {
    var count: Int
    var first: UInt64
    var last: UInt64

    init(_ bytes: [UInt8], _ start: Int, _ count: Int) {
      self.count = count
      first = Entry.word(bytes, start, min(count, 8))
      last = count > 8 ? Entry.word(bytes, start + count - 8, 8) : 0
    }

    /// At most eight bytes as a number.
    private static func word(_ bytes: [UInt8], _ start: Int, _ count: Int) -> UInt64 {
      guard start + 8 <= bytes.count else {
        var word: UInt64 = 0
        for index in 0..<count { word |= UInt64(bytes[start + index]) << UInt64(index * 8) }
        return word
      }
      let word = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: start, as: UInt64.self) }
      return count == 8
        ? UInt64(littleEndian: word) : UInt64(littleEndian: word) & ((1 << UInt64(count * 8)) &- 1)
    }

    var hash: Int {
      let mixed = (first ^ (last &* 31) ^ UInt64(count)) &* 0x9E37_79B9_7F4A_7C15
      return Int(truncatingIfNeeded: mixed >> 40)
    }
  }

  init(_ names: [String]) {
    self.names = names.map { Array($0.utf8) }
    entries = self.names.map { Entry($0, 0, $0.count) }
    spelled = Dictionary(zip(names, names.indices)) { first, _ in first }
    var size = 8
    while size < names.count * 3 { size *= 2 }
    var slots = [UInt16](repeating: 0, count: size)
    for (index, entry) in entries.enumerated() where index < Int(UInt16.max) {
      var slot = entry.hash & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = UInt16(index + 1)
    }
    self.slots = slots
  }

  /// The position of the name that is written in this range, byte for byte.
  func finn(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    let entry = Entry(bytes, range.lowerBound, range.count)
    var slot = entry.hash & (slots.count - 1)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if entries[index] == entry, entry.count <= 16 || bytes[range].elementsEqual(names[index]) {
        return index
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// The position of the name that this text spells, in whatever Unicode normalisation form.
  func finn(_ text: String) -> Int? { spelled[text] }
}
