/// Finds a name among a fixed few from its bytes, without making a string.
struct Navnetabell: Sendable {
  private let entries: [Bytestreng]
  /// The position of an entry + 1, or 0; a power of two, at most a third full.
  private let slots: [UInt16]
  private let names: [[UInt8]]
  private let spelled: [String: Int]

  /// How many names there are.
  var antall: Int { entries.count }

  init(_ names: [String]) {
    self.names = names.map { Array($0.utf8) }
    entries = self.names.map { Bytestreng($0) }
    spelled = Dictionary(zip(names, names.indices)) { first, _ in first }
    var size = 8
    while size < names.count * 3 { size *= 2 }
    var slots = [UInt16](repeating: 0, count: size)
    for (index, entry) in entries.enumerated() where index < Int(UInt16.max) {
      var slot = entry.spredning & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = UInt16(index + 1)
    }
    self.slots = slots
  }

  /// The position of the name that is written in this range, byte for byte.
  func finn(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    finn(Bytestreng(bytes[range])) { bytes[range].elementsEqual(names[$0]) }
  }

  /// The position of the name that a string of the record is, byte for byte.
  @inline(__always) func finn(_ streng: Bytestreng, _ peker: Bytepeker) -> Int? {
    finn(streng) { peker.bytes(streng).elementsEqual(names[$0]) }
  }

  /// `er` compares a string of more than sixteen bytes with a whole name.
  @inline(__always) private func finn(_ streng: Bytestreng, er: (Int) -> Bool) -> Int? {
    var slot = streng.spredning & (slots.count - 1)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if entries[index].ligner(streng), streng.antall <= 16 || er(index) { return index }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// The position of the name that this text spells, in whatever Unicode normalisation form.
  func finn(_ text: String) -> Int? { spelled[text] }
}
