internal import Values

/// Records that the fast reader has read, as rows of words, until they are laid out in columns.
///
/// A row is begun as a copy of the empty one and appended whole, which is much cheaper than appending to every
/// column of a table; many rows are then laid out in columns at once.
struct Radlager: Sendable {
  /// One row per case: the facts, and for each collection how many events it has and how open it is.
  var saker: [UInt64] = []
  /// One row per event.
  var samlinger: [[UInt64]]
  /// How many cases are stored.
  private(set) var antall = 0
  /// The end of the rows of the last whole record, per collection.
  private var slutt: [Int]

  init(antallSamlinger: Int) {
    samlinger = Array(repeating: [], count: antallSamlinger)
    slutt = Array(repeating: 0, count: antallSamlinger)
  }

  /// How many words the last record's events of a collection begin at.
  func start(_ samling: Int) -> Int { slutt[samling] }

  /// Keeps what has been written since the last record.
  mutating func behold() {
    antall += 1
    for samling in slutt.indices { slutt[samling] = samlinger[samling].count }
  }

  /// Takes away what has been written since the last record.
  mutating func forkast(bredde: Int) {
    saker.removeLast(saker.count - antall * bredde)
    for samling in slutt.indices {
      samlinger[samling].removeLast(samlinger[samling].count - slutt[samling])
    }
  }

  /// Lays everything out in columns at the end of a bunke; the store is then empty.
  mutating func tøm(inn bunke: inout Saksbunke, _ skjema: Hurtigskjema) {
    guard antall > 0 else { return }
    let facts = skjema.opplysninger
    let width = facts.bredde + skjema.samlinger.count
    for index in 0..<facts.antallFelter {
      bunke.opplysninger[index].ta(saker, skjema.felter[facts.felter + index], width)
    }
    for (index, bord) in skjema.samlinger.enumerated() {
      bunke.samlinger[index].ta(saker: saker, ord: facts.bredde + index, bredde: width)
      bunke.samlinger[index].ta(samlinger[index], bord, skjema.felter)
      samlinger[index].removeAll(keepingCapacity: true)
      slutt[index] = 0
    }
    saker.removeAll(keepingCapacity: true)
    antall = 0
  }
}

/// A range of numbers as a word: ordered by the low end and then by the high end.
enum Omfang {
  @inline(__always) static func pakk(_ lav: Int32, _ høy: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: lav ^ .min)) << 32 | UInt64(UInt32(bitPattern: høy ^ .min))
  }

  @inline(__always) static func lav(_ word: UInt64) -> Int32 { høy(word >> 32) }

  @inline(__always) static func høy(_ word: UInt64) -> Int32 { Int32(truncatingIfNeeded: word) ^ .min }
}

/// How many events of a collection a case has, and how open it is, as a word.
enum Antall {
  static func pakk(_ antall: Int, _ åpenhet: Åpenhet) -> UInt64 {
    UInt64(antall) << 8 | UInt64(åpenhet.rawValue)
  }

  static func antall(_ word: UInt64) -> Int32 { Int32(truncatingIfNeeded: word >> 8) }

  static func åpenhet(_ word: UInt64) -> Åpenhet {
    Åpenhet(rawValue: UInt8(truncatingIfNeeded: word)) ?? .lukket
  }
}

extension Samlingstabell {
  /// How many events each case has, from a word of every row of cases.
  fileprivate mutating func ta(saker: [UInt64], ord: Int, bredde: Int) {
    var end = start.last ?? 0
    for at in stride(from: ord, to: saker.count, by: bredde) {
      end += Antall.antall(saker[at])
      start.append(end)
      åpenhet.append(Antall.åpenhet(saker[at]))
    }
  }

  /// The events of all cases.
  fileprivate mutating func ta(_ rader: [UInt64], _ bord: Hurtigskjema.Bord, _ felter: [Hurtigskjema.Felt]) {
    guard !rader.isEmpty else { return }
    let width = bord.bredde
    indeks.ta(rader, Hurtigskjema.Tid.indeks, width) { Int32(truncatingIfNeeded: $0) }
    Omfang.ta(rader, Hurtigskjema.Tid.fra, width, &fraLav, &fraHøy)
    if bord.harTil { Omfang.ta(rader, Hurtigskjema.Tid.til, width, &tilLav, &tilHøy) }
    Omfang.ta(rader, Hurtigskjema.Tid.registrert, width, &registrertLav, &registrertHøy)
    for index in self.felter.indices { self.felter[index].ta(rader, felter[bord.felter + index], width) }
  }
}

extension Feltkolonne {
  fileprivate mutating func ta(_ rader: [UInt64], _ felt: Hurtigskjema.Felt, _ bredde: Int) {
    maske.ta(rader, felt.plass, bredde) { $0 }
    guard felt.slag.harOmfang else { return }
    Omfang.ta(rader, felt.plass + 1, bredde, &lav, &høy)
  }
}

extension Omfang {
  /// Appends the ends of a range of every row, to a column each.
  fileprivate static func ta(
    _ rader: [UInt64], _ ord: Int, _ bredde: Int, _ lav: inout [Int32], _ høy: inout [Int32]
  ) {
    let antall = rader.count / bredde
    lav.voks(med: antall) { $0.append(repeating: 0, count: antall) }
    høy.voks(med: antall) { $0.append(repeating: 0, count: antall) }
    let første = (lav: lav.count - antall, høy: høy.count - antall)
    let rader = rader.span
    var laveste = lav.mutableSpan
    var høyeste = høy.mutableSpan
    var plass = ord
    for rad in 0..<antall {
      laveste[første.lav &+ rad] = Omfang.lav(rader[plass])
      høyeste[første.høy &+ rad] = Omfang.høy(rader[plass])
      plass &+= bredde
    }
  }
}

extension Array where Element: FixedWidthInteger {
  /// Appends what a word of every row means.
  @inline(__always)
  fileprivate mutating func ta(
    _ rader: [UInt64], _ ord: Int, _ bredde: Int, _ mening: (UInt64) -> Element
  ) {
    voks(med: rader.count / bredde) { plass in
      for at in Swift.stride(from: ord, to: rader.count, by: bredde) { plass.append(mening(rader[at])) }
    }
  }

  /// Appends so many elements. Room is made ahead, so that growing many times costs no more than once.
  @inline(__always) mutating func voks(med antall: Int, _ fyll: (inout OutputSpan<Element>) -> Void) {
    if capacity - count < antall { reserveCapacity(Swift.max(capacity * 2, count + antall)) }
    append(addingCapacity: antall, initializingWith: fyll)
  }
}
