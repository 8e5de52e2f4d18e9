/// Finds a name among a fixed few from its bytes, without making a string.
struct Navnetabell: Sendable {
  private let names: [[UInt8]]
  /// The position of a name + 1, or 0; a power of two, at most half full.
  private let slots: [UInt16]
  private let spelled: [String: Int]

  init(_ names: [String]) {
    self.names = names.map { Array($0.utf8) }
    spelled = Dictionary(zip(names, names.indices)) { first, _ in first }
    var size = 8
    while size < names.count * 3 { size *= 2 }
    var slots = [UInt16](repeating: 0, count: size)
    for (index, name) in self.names.enumerated() where index < Int(UInt16.max) {
      var slot = Navnetabell.hash(name, 0, name.count) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = UInt16(index + 1)
    }
    self.slots = slots
  }

  private static func hash(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    guard end > start else { return 0 }
    let middle = Int(bytes[start + (end - start) / 2])
    return (end - start) &* 37 &+ Int(bytes[start]) &* 11 &+ middle &* 5 &+ Int(bytes[end - 1]) &* 3
  }

  /// The position of the name that is written in this range, byte for byte.
  func finn(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    let count = range.count
    var slot = Navnetabell.hash(bytes, range.lowerBound, range.upperBound) & (slots.count - 1)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if names[index].count == count, isSame(names[index], bytes, range.lowerBound) { return index }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func isSame(_ name: [UInt8], _ bytes: [UInt8], _ start: Int) -> Bool {
    for index in name.indices where name[index] != bytes[start + index] { return false }
    return true
  }

  /// The position of the name that this text spells, in whatever Unicode normalisation form.
  func finn(_ text: String) -> Int? { spelled[text] }
}
