extension Småtall {
  /// A cross-table as it may be shown beside the totals of its rows and columns: nil for each hidden cell.
  ///
  /// Hides every count of 1–4, and every count that is all but 1–4 of its row or its column. Each of these
  /// stands in a rectangle of four hidden cells that one case can be moved around in without a change of the
  /// totals, so none can be computed back. When no rectangle will do, see `summerRøper`. Rows of different
  /// lengths are no table: everything is hidden.
  public static func skjul(rader: [[Int]]) -> [[Int?]] {
    guard let table = Tabell(rader) else { return rader.map { $0.map { _ in nil } } }
    return table.skjermet()
  }

  /// Whether the totals may not be shown either: one is 1–4 itself, or they alone give a hidden cell away.
  public static func summerRøper(rader: [[Int]]) -> Bool {
    guard let table = Tabell(rader) else { return true }
    return table.summer.contains(where: small.contains)
      || table.følsomme.contains { table.rectangles(with: $0).isEmpty }
  }
}

/// A table of counts, with the totals that are shown beside it.
private struct Tabell {
  struct Celle: Hashable { let rad, kolonne: Int }

  private let tall: [[Int]]
  private let radsummer: [Int]
  private let kolonnesummer: [Int]

  init?(_ rader: [[Int]]) {
    let width = rader.first?.count ?? 0
    guard rader.allSatisfy({ $0.count == width }) else { return nil }
    tall = rader
    radsummer = rader.map { $0.reduce(0, +) }
    kolonnesummer = (0..<width).map { column in rader.reduce(0) { $0 + $1[column] } }
  }

  var summer: [Int] { radsummer + kolonnesummer }

  private subscript(_ celle: Celle) -> Int { tall[celle.rad][celle.kolonne] }

  private var celler: [Celle] {
    tall.indices.flatMap { rad in kolonnesummer.indices.map { Celle(rad: rad, kolonne: $0) } }
  }

  /// The cells that must be hidden. A zero is not one: what it is less than all of is the total itself.
  var følsomme: [Celle] {
    celler.filter { celle in
      self[celle] > 0
        && (Småtall.skjul(antall: self[celle], av: radsummer[celle.rad])
          || Småtall.skjul(antall: self[celle], av: kolonnesummer[celle.kolonne]))
    }
  }

  /// For a cell above zero, the other three of each rectangle that a case can be moved around in.
  ///
  /// One case can leave the cell and the opposite corner for the other two, or the other way round. When no
  /// rectangle allows that, all that is not zero stands in one row or column with the cell and the totals of
  /// the rest are zeros: then the cell can be read off the totals, whatever is hidden.
  func rectangles(with celle: Celle) -> [[Celle]] {
    celler.compactMap { opposite in
      guard opposite.rad != celle.rad, opposite.kolonne != celle.kolonne else { return nil }
      let beside = Celle(rad: celle.rad, kolonne: opposite.kolonne)
      let below = Celle(rad: opposite.rad, kolonne: celle.kolonne)
      guard self[opposite] > 0 || (self[beside] > 0 && self[below] > 0) else { return nil }
      return [opposite, beside, below]
    }
  }

  /// Takes for each cell the rectangle that hides the fewest more cells, and of these the smallest counts.
  func skjermet() -> [[Int?]] {
    let sensitive = følsomme
    var hidden = Set(sensitive)
    for celle in sensitive {
      let more = rectangles(with: celle).map { $0.filter { !hidden.contains($0) } }
      let least = more.min { a, b in
        (a.count, a.reduce(0) { $0 + self[$1] }) < (b.count, b.reduce(0) { $0 + self[$1] })
      }
      hidden.formUnion(least ?? [])
    }
    return tall.indices.map { rad in
      kolonnesummer.indices.map { kolonne in
        hidden.contains(Celle(rad: rad, kolonne: kolonne)) ? nil : tall[rad][kolonne]
      }
    }
  }
}
