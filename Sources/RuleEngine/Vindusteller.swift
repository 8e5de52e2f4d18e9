import Values

/// Counts the events of a case in a window that is fully known.
///
/// The columns are the first and the last day that each event can have; events come in order of the first. The
/// rows are those that the table itself gives a case, so they are not checked again against the columns' length.
struct Vindusteller {
  private let fra: Int32
  private let til: Int32

  init(fra: Int32, til: Int32) {
    self.fra = fra
    self.til = til
  }

  /// - Parameters:
  ///   - sisteDag: events after this day do not exist.
  init(_ limits: Vindusgrenser, til sisteDag: Int32) {
    self.init(fra: limits.fraHøy, til: min(limits.tilLav, sisteDag))
  }

  /// Whether so many events are inside.
  @inline(__always) func erMinst(
    _ count: Int, _ low: borrowing Span<Int32>, _ high: borrowing Span<Int32>, _ rows: Range<Int>,
    kanHaFlere: Bool
  ) -> Sannhet {
    var end = rows.upperBound
    while end > rows.lowerBound, low[unchecked: end - 1] > til { end -= 1 }
    // The last ones in order are often enough to see it.
    let first = end - count
    if first >= rows.lowerBound, low[unchecked: first] >= fra, erSikre(high, first..<end) { return .ja }
    if fra > til { return .nei }
    // Without branches: where an event lies is as good as random to the processor.
    var (certain, possible) = (0, 0)
    for row in rows.lowerBound..<end {
      let reaches = high[unchecked: row] >= fra ? 1 : 0
      possible &+= reaches
      certain &+= reaches & (low[unchecked: row] >= fra ? 1 : 0) & (high[unchecked: row] <= til ? 1 : 0)
    }
    if certain >= count { return .ja }
    return possible >= count || kanHaFlere ? .ukjent : .nei
  }

  private func erSikre(_ high: borrowing Span<Int32>, _ rows: Range<Int>) -> Bool {
    var late = 0
    for row in rows { late &+= high[unchecked: row] > til ? 1 : 0 }
    return late == 0
  }

  /// The day of the last event inside, when that is certain and it is alone on its day.
  enum Siste {
    case ingen
    case dag(Int32)
    case usikker
  }

  @inline(__always) func siste(
    _ low: borrowing Span<Int32>, _ high: borrowing Span<Int32>, _ rows: Range<Int>
  ) -> Siste {
    var result = Siste.ingen
    for row in rows where high[unchecked: row] >= fra && low[unchecked: row] <= til && fra <= til {
      guard low[unchecked: row] == high[unchecked: row] else { return .usikker }
      if case .dag(let before) = result, before >= low[unchecked: row] { return .usikker }
      result = .dag(low[unchecked: row])
    }
    return result
  }
}
