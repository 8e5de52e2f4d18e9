import Statistics
import Testing

struct SmåtallTests {
  @Test func `one to four are hidden, and all but one to four`() {
    let shown = (0...12).filter { !Småtall.skjul(antall: $0, av: 12) }
    #expect(shown == [0, 5, 6, 7, 12])
  }

  @Test func `a row is shown just when no adding and subtracting gives one to four`() {
    for number in 0..<(7 * 7 * 7 * 7 * 7) {
      let row = [1, 7, 49, 343, 2401].map { number / $0 % 7 }
      // All that can be computed from a row and its N: the sum of some counts, or N less that sum.
      let sums = (0..<32).map { choice in
        row.indices.reduce(0) { $0 + (choice >> $1 & 1 == 1 ? row[$1] : 0) }
      }
      let total = row.reduce(0, +)
      let telling = sums.contains { (1...4) ~= $0 || (1...4) ~= total - $0 }
      #expect(Småtall.kanVises(rad: row) == !telling, "\(row)")
    }
  }

  @Test(arguments: [
    ([], true), ([0, 0], true), ([5, 0, 61], true), ([4, 0, 0], false), ([1, 10, 9, 46, 0], false),
    ([-1, 9], false),
  ])
  func `a row with a small count is hidden whole`(row: [Int], shown: Bool) {
    #expect(Småtall.kanVises(rad: row) == shown)
  }

  @Test func `a table without small counts is shown as it is`() {
    #expect(Småtall.skjul(rader: [[5, 0, 17], [9, 30, 0]]) == [[5, 0, 17], [9, 30, 0]])
    #expect(Småtall.skjul(rader: []) == [])
  }

  @Test func `a small count takes three more cells with it, and no more than it must`() {
    let shown = Småtall.skjul(rader: [[12, 3, 20], [9, 30, 11], [15, 25, 8]])
    #expect(shown == [[nil, nil, 20], [nil, nil, 11], [15, 25, 8]])
    let two = Småtall.skjul(rader: [[3, 20, 12], [11, 9, 30], [8, 15, 2]])
    #expect(two == [[nil, 20, nil], [11, 9, 30], [nil, 15, nil]])
  }

  @Test func `totals that are small or give a cell away must not be shown`() {
    #expect(Småtall.summerRøper(rader: [[3, 0], [9, 0]]))
    #expect(Småtall.summerRøper(rader: [[3], [40]]))
    #expect(Småtall.summerRøper(rader: [[2, 1], [30, 40]]))
    #expect(!Småtall.summerRøper(rader: [[3, 5], [9, 6]]))
    #expect(!Småtall.summerRøper(rader: [[30, 0], [9, 0]]))
  }

  @Test func `what is not a table is not shown`() {
    #expect(Småtall.skjul(rader: [[50, 60], [70]]) == [[nil, nil], [nil]])
    #expect(Småtall.summerRøper(rader: [[50, 60], [70]]))
  }

  @Test func `nothing hidden can be computed back: every table of two by two`() {
    for a in 0...7 {
      for b in 0...7 {
        for c in 0...7 { for d in 0...7 { check([[a, b], [c, d]]) } }
      }
    }
  }

  @Test(arguments: [(1, 3), (2, 3), (3, 2), (3, 3), (2, 4)])
  func `nothing hidden can be computed back: larger tables`(height: Int, width: Int) {
    var random = SplitMix64(state: UInt64(height * 10 + width))
    for _ in 0..<100 {
      check(
        (0..<height).map { _ in
          (0..<width).map { _ in [0, 0, 1, 2, 4, 5, 6, 9].randomElement(using: &random) ?? 0 }
        })
    }
  }

  /// Small cells and their complements must have two values that go with all that is shown.
  private func check(_ table: [[Int]]) {
    let shown = Småtall.skjul(rader: table)
    let given = Småtall.summerRøper(rader: table)
    let known = knowable(table, shown: shown)
    let knownFromTotals = knowable(table, shown: table.map { $0.map { _ in nil } })
    var giveaway = false
    for (i, row) in table.enumerated() {
      for (j, value) in row.enumerated() {
        #expect(shown[i][j] == nil || shown[i][j] == value)
        let column = table.reduce(0) { $0 + $1[j] }
        let totals = [row.reduce(0, +), column]
        let small = (1...4) ~= value || (value > 0 && totals.contains { (1...4) ~= $0 - value })
        guard small else { continue }
        #expect(shown[i][j] == nil)
        giveaway = giveaway || knownFromTotals.contains([i, j])
        #expect(knownFromTotals.contains([i, j]) || !known.contains([i, j]), "\(table) \(shown)")
      }
    }
    let sums = table.map { $0.reduce(0, +) } + table[0].indices.map { j in table.reduce(0) { $0 + $1[j] } }
    #expect(given == (giveaway || sums.contains { (1...4) ~= $0 }), "\(table)")
  }

  /// The cells that have one value only in all tables with these totals and these shown cells.
  private func knowable(_ table: [[Int]], shown: [[Int?]]) -> Set<[Int]> {
    let (height, width) = (table.count, table[0].count)
    var values: [[Set<Int>]] = table.map { $0.map { _ in [] } }
    var (rows, columns) = (
      table.map { $0.reduce(0, +) }, (0..<width).map { j in table.reduce(0) { $0 + $1[j] } }
    )
    var current = table
    func place(_ cell: Int) {
      guard cell < height * width else {
        for i in 0..<height { for j in 0..<width { values[i][j].insert(current[i][j]) } }
        return
      }
      let (i, j) = (cell / width, cell % width)
      let most = min(rows[i], columns[j])
      let fixed = shown[i][j]
      let choices = fixed.map { $0 <= most ? [$0] : [] } ?? Array(stride(from: 0, through: most, by: 1))
      for value in choices {
        // The last of a row and of a column must use up what is left.
        if j == width - 1, value != rows[i] { continue }
        if i == height - 1, value != columns[j] { continue }
        current[i][j] = value
        rows[i] -= value
        columns[j] -= value
        place(cell + 1)
        rows[i] += value
        columns[j] += value
      }
    }
    place(0)
    return Set((0..<height).flatMap { i in (0..<width).filter { values[i][$0].count == 1 }.map { [i, $0] } })
  }
}
