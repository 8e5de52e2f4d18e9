import CaseRecords
import Values
import Vocabulary

/// A copy of one case in which open facts can be filled in, and taken back.
///
/// Cells are named as facts are, with rows counted from the case's own first.
struct Utfyllingssak {
  let blokk: Kolonneblokk
  private let modell: Saksmodell
  private let innsynsdag: Int32
  private let sisteRad: [Int]
  private let førsteRad: [Int]

  /// How many unlisted events of an open collection are tried out. With more the search would not end in time.
  static let flestEkstra = 3

  init(_ evaluator: Evaluator, åpne: [Int]) {
    let bunke = evaluator.bunke
    let sak = evaluator.saksnummer
    modell = bunke.modell
    innsynsdag = evaluator.innsynsdag.dag
    førsteRad = bunke.samlinger.map { $0.rader(sak).lowerBound }
    sisteRad = bunke.samlinger.map { $0.rader(sak).count }
    blokk = Kolonneblokk(
      bunke, evaluator.bruk, saker: sak..<sak + 1,
      ekstra: Dictionary(åpne.map { ($0, Self.flestEkstra) }) { first, _ in first })
  }

  /// What one cell may hold: a set of answers, and for numbers and days a range (see `Feltkolonne`).
  struct Innhold: Hashable {
    var maske: UInt64
    var lav: Int32 = 0
    var høy: Int32 = 0
  }

  /// The cell of a fact; none for what a collection holds besides its listed events.
  func celle(_ fact: Faktum) -> Faktum? {
    switch fact {
    case .opplysning: fact
    case .felt(let samling, let row, let felt):
      .felt(samling: samling, rad: row - førsteRad[samling], felt: felt)
    case .dag(let samling, let row, let tid): .dag(samling: samling, rad: row - førsteRad[samling], tid)
    case .samling: nil
    }
  }

  // MARK: Cells

  private func kolonne(_ cell: Faktum) -> (Kolonneblokk.Kolonne, rad: Int) {
    switch cell {
    case .opplysning(let felt): return (blokk.opplysninger[felt], 0)
    case .felt(let samling, let row, let felt):
      return (blokk.tabeller[samling].felter?[felt] ?? Kolonneblokk.Kolonne(), row)
    case .dag(let samling, let row, let tid):
      let table = blokk.tabeller[samling]
      switch tid {
      case .start: return (Kolonneblokk.Kolonne(lav: table.fraLav, høy: table.fraHøy), row)
      case .slutt: return (Kolonneblokk.Kolonne(lav: table.tilLav, høy: table.tilHøy), row)
      case .registrert: return (Kolonneblokk.Kolonne(lav: table.registrertLav, høy: table.registrertHøy), row)
      }
    case .samling: return (Kolonneblokk.Kolonne(), 0)
    }
  }

  func innhold(_ cell: Faktum) -> Innhold {
    let (column, row) = kolonne(cell)
    return Innhold(
      maske: column.maske?[row] ?? Feltkolonne.verdi, lav: column.lav?[row] ?? 0,
      høy: column.høy?[row] ?? 0)
  }

  func sett(_ cell: Faktum, _ content: Innhold) {
    let (column, row) = kolonne(cell)
    blokk.skriv(content.maske, column.maske, row)
    blokk.skriv(content.lav, column.lav, row)
    blokk.skriv(content.høy, column.høy, row)
  }

  /// The content of a cell cut in parts, each a step nearer to one answer; empty when it is one already. Parts
  /// that no record can hold, a period that ends before it begins, are left out.
  func deler(_ cell: Faktum) -> [Innhold] {
    let content = innhold(cell)
    guard let type = felttype(cell) else { return dagdeler(cell, content) }
    switch type {
    case .sannhet, .kode: return svardeler(content)
    case .tall, .dato, .måned, .tekstkode:
      if content.maske == Feltkolonne.ingen { return [] }
      if content.maske & Feltkolonne.ingen != 0 {
        let value = Innhold(maske: Feltkolonne.verdi, lav: content.lav, høy: content.høy)
        return [Innhold(maske: Feltkolonne.ingen, lav: content.lav, høy: content.høy), value]
      }
      if type == .tekstkode, content.lav != content.høy { return tekstdeler(cell) }
      return halve(content)
    }
  }

  private func felttype(_ cell: Faktum) -> Felttype? {
    switch cell {
    case .opplysning(let felt): modell.opplysninger[felt].type
    case .felt(let samling, _, let felt): modell.samlinger[samling].felter[felt].type
    case .dag, .samling: nil
    }
  }

  /// The answers, half of them in each part.
  private func svardeler(_ content: Innhold) -> [Innhold] {
    var upper = content.maske
    for _ in 0..<content.maske.nonzeroBitCount / 2 { upper &= upper - 1 }
    let lower = content.maske & ~upper
    return lower == 0 ? [] : [Innhold(maske: lower), Innhold(maske: upper)]
  }

  /// The text codes of the column, and one that is like no other.
  private func tekstdeler(_ cell: Faktum) -> [Innhold] {
    guard case .felt(let samling, let row, let felt) = cell,
      let column = blokk.tabeller[samling].felter?[felt],
      let low = column.lav, let high = column.høy
    else { return [] }
    let known = Set((0..<sisteRad[samling]).filter { low[$0] == high[$0] }.map { low[$0] })
    return (known.sorted() + [Int32.max - Int32(row)]).map {
      Innhold(maske: Feltkolonne.verdi, lav: $0, høy: $0)
    }
  }

  private func halve(_ content: Innhold) -> [Innhold] {
    guard content.lav < content.høy else { return [] }
    let middle = Int32((Int64(content.lav) + Int64(content.høy)) >> 1)
    return [
      Innhold(maske: content.maske, lav: content.lav, høy: middle),
      Innhold(maske: content.maske, lav: middle + 1, høy: content.høy),
    ]
  }

  private func dagdeler(_ cell: Faktum, _ content: Innhold) -> [Innhold] {
    guard case .dag(let samling, let row, let tid) = cell else { return [] }
    let end = Dato.tidenesEnde.dag
    var parts = halve(content)
    if tid == .slutt, content.lav < end, content.høy >= end {
      // Running, or ended on some day.
      parts = [
        Innhold(maske: content.maske, lav: end, høy: end),
        Innhold(maske: content.maske, lav: content.lav, høy: end - 1),
      ]
    }
    let table = blokk.tabeller[samling]
    switch tid {
    case .start: return parts.filter { part in table.tilHøy.map { part.lav <= $0[row] } ?? true }
    case .slutt: return parts.filter { part in table.fraLav.map { $0[row] <= part.høy } ?? true }
    case .registrert: return parts
    }
  }

  // MARK: Open collections

  /// Makes a collection complete, with some events more than are listed, each of them quite unknown: their
  /// cells are the result.
  func lukk(_ samling: Int, med antall: Int) -> [Faktum] {
    blokk.skriv(false, blokk.tabeller[samling].kanHaFlere, 0)
    return (0..<antall).flatMap { åpneRad(samling, sisteRad[samling] + $0) }
  }

  /// Makes it open again, with its listed events alone.
  func åpne(_ samling: Int, med antall: Int) {
    blokk.skriv(true, blokk.tabeller[samling].kanHaFlere, 0)
    let end = Dato.tidenesEnde.dag
    for row in sisteRad[samling]..<sisteRad[samling] + antall {
      sett(.dag(samling: samling, rad: row, .start), Innhold(maske: Feltkolonne.verdi, lav: end, høy: end))
    }
  }

  private func åpneRad(_ samling: Int, _ row: Int) -> [Faktum] {
    let kind = modell.samlinger[samling]
    let (dawn, end) = (Dato.tidenesMorgen.dag, Dato.tidenesEnde.dag)
    var cells: [Faktum] = []
    func open(_ cell: Faktum, _ content: Innhold) {
      sett(cell, content)
      cells.append(cell)
    }
    let value = Feltkolonne.verdi
    open(.dag(samling: samling, rad: row, .start), Innhold(maske: value, lav: dawn, høy: innsynsdag))
    if kind.tid == .periode {
      open(.dag(samling: samling, rad: row, .slutt), Innhold(maske: value, lav: dawn, høy: end))
    }
    if blokk.bruk.registrert {
      open(.dag(samling: samling, rad: row, .registrert), Innhold(maske: value, lav: dawn, høy: end))
    }
    for (index, felt) in kind.felter.enumerated()
    where blokk.bruk.felter.contains(Kolonnenavn(samling: samling, felt: index)) {
      open(.felt(samling: samling, rad: row, felt: index), Innhold(ukjent: felt.type))
    }
    return cells
  }

  /// Whether a cell must be cut before the rules can look at it: no record leaves open whether a period runs.
  func måDeles(_ cell: Faktum) -> Bool {
    guard case .dag(_, _, .slutt) = cell else { return false }
    let content = innhold(cell)
    return content.lav < Dato.tidenesEnde.dag && content.høy >= Dato.tidenesEnde.dag
  }
}

extension Utfyllingssak.Innhold {
  /// Nothing is known of a field of this type.
  fileprivate init(ukjent type: Felttype) {
    let either = Feltkolonne.ingen | Feltkolonne.verdi
    switch type {
    case .sannhet: self.init(maske: either)
    case .kode(let codes): self.init(maske: (2 << UInt64(codes.count)) &- 1)
    case .tall: self.init(maske: either, lav: .min, høy: .max)
    case .dato, .måned: self.init(maske: either, lav: Dato.tidenesMorgen.dag, høy: Dato.tidenesEnde.dag)
    case .tekstkode: self.init(maske: either, lav: 0, høy: .max)
    }
  }
}
