internal import Values

/// A date as a case file writes it: `2014-03-12`, `2014-03` or `2014`, read from its bytes.
struct Isodato: Hashable, Sendable {
  /// The first and the last day it can be.
  var lav: Int32
  var høy: Int32
  /// Whether all of year, month and day are written.
  var erFull: Bool

  /// Nil for anything but a date that exists.
  init?(_ bytes: [UInt8], _ range: Range<Int>) {
    let start = range.lowerBound
    let count = range.count
    guard count == 4 || count == 7 || count == 10, let år = Isodato.tall(bytes, start, 4), år >= 1 else {
      return nil
    }
    guard count > 4 else {
      self.init(.nyttår(år), .årsslutt(år))
      return
    }
    guard bytes[start + 4] == UInt8(ascii: "-"), let måned = Isodato.tall(bytes, start + 5, 2) else {
      return nil
    }
    guard count > 7 else {
      guard let first = Dato(år: år, måned: måned, dag: 1) else { return nil }
      self.init(first, first.adding(dager: Dato.dager(iMåned: måned, år: år) - 1))
      return
    }
    guard bytes[start + 7] == UInt8(ascii: "-"), let dag = Isodato.tall(bytes, start + 8, 2),
      let day = Dato(år: år, måned: måned, dag: dag)
    else { return nil }
    self.init(day, day)
    erFull = true
  }

  init?(_ text: String) { self.init(Array(text.utf8), 0..<text.utf8.count) }

  init(lav: Int32, høy: Int32, erFull: Bool) {
    self.lav = lav
    self.høy = høy
    self.erFull = erFull
  }

  private init(_ first: Dato, _ last: Dato) { self.init(lav: first.dag, høy: last.dag, erFull: false) }

  private static func tall(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int? {
    var value = 0
    for index in start..<(start + count) {
      let digit = bytes[index] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }
}
