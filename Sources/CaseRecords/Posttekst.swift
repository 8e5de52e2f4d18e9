internal import JSONText

/// The text of a record that has been read, from which its canonical form is made when somebody asks for it.
enum Posttekst: Sendable {
  /// The canonical form itself.
  case kanonisk([UInt8])
  /// A part of a larger text that is shared with other records. It writes every string and number as the
  /// canonical form does; only white space and the order of keys may be otherwise.
  case del([UInt8], Range<Int>)

  /// RFC 8785.
  var kanonisk: [UInt8] {
    switch self {
    case .kanonisk(let bytes): return bytes
    case .del(let bytes, let range):
      var tape = JSONTape()
      var out: [UInt8] = []
      out.reserveCapacity(range.count)
      // The record has been read, so it is JSON.
      guard (try? tape.parse(bytes, range: range, line: 1)) != nil else { return Array(bytes[range]) }
      tape.appendCanonical(of: 0, to: &out)
      return out
    }
  }
}

extension Posttekst: Hashable {
  /// Whether both are the same record, however they were written.
  static func == (a: Posttekst, b: Posttekst) -> Bool { a.kanonisk == b.kanonisk }

  func hash(into hasher: inout Hasher) { hasher.combine(kanonisk) }
}
