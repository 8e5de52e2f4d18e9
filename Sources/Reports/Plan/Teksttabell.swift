/// A table of text for a terminal: columns of fixed width, cells that are wrapped between words.
struct Teksttabell {
  /// Two spaces between columns.
  private static let gap = 2
  private let bredder: [Int]
  private(set) var linjer: [String] = []

  /// A table with its headings.
  init(_ columns: [(tittel: String, bredde: Int)]) {
    bredder = columns.map(\.bredde)
    append(columns.map(\.tittel))
    linjer.append(
      bredder.map { String(repeating: "-", count: $0) }.joined(separator: Teksttabell.mellomrom))
  }

  private static let mellomrom = String(repeating: " ", count: gap)

  /// The width of the whole table.
  var bredde: Int { bredder.reduce(0, +) + Teksttabell.gap * (bredder.count - 1) }

  /// Adds a row; a cell may have several paragraphs, divided by line feeds.
  mutating func append(_ celler: [String]) {
    let columns = zip(celler, bredder).map { Teksttabell.brutt($0, bredde: $1) }
    for line in 0..<(columns.map(\.count).max() ?? 0) {
      var text = ""
      for (column, width) in zip(columns, bredder) {
        let part = line < column.count ? column[line] : ""
        text += part + String(repeating: " ", count: max(0, width - part.count) + Teksttabell.gap)
      }
      linjer.append(String(text.reversed().drop { $0 == " " }.reversed()))
    }
  }

  /// Adds lines across all columns, each wrapped and indented.
  mutating func append(tvers text: String, innrykk: Int, heng: Int = 0) {
    let margin = String(repeating: " ", count: innrykk)
    let rest = String(repeating: " ", count: innrykk + heng)
    for (index, line) in Teksttabell.brutt(text, bredde: bredde - innrykk - heng).enumerated() {
      linjer.append((index == 0 ? margin : rest) + line)
    }
  }

  /// Adds an empty line.
  mutating func skille() { linjer.append("") }

  /// The text in lines of at most so many characters; a longer word is cut.
  static func brutt(_ text: String, bredde: Int) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
      var lines: [String] = []
      var line = ""
      for word in paragraph.split(separator: " ") {
        var word = word
        if !line.isEmpty, line.count + 1 + word.count <= bredde {
          line += " " + word
          continue
        }
        if !line.isEmpty { lines.append(line) }
        while word.count > bredde {
          lines.append(String(word.prefix(bredde)))
          word = word.dropFirst(bredde)
        }
        line = String(word)
      }
      return lines + [line]
    }
  }
}
