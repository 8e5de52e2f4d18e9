extension Rapport {
  /// The report for a terminal, without the last line feed; what is only for paper is left out.
  var tekst: String {
    var lines = merke.map { [$0.uppercased()] } ?? []
    lines += brutt("\(tittel). \(undertittel)", innrykk: 0)
    let parts = [("Kort sagt", konklusjon)] + deler.map { ($0.tittel, $0.innhold) }
    for (title, blocks) in parts {
      let content = blocks.flatMap(Rapport.linjer)
      if !content.isEmpty { lines += ["", title] + content }
    }
    while lines.last == "" { lines.removeLast() }
    let once = lines.enumerated().filter { $0.offset == 0 || $0.element != "" || lines[$0.offset - 1] != "" }
    return once.map(\.element).joined(separator: "\n")
  }

  private static func linjer(_ blokk: Blokk) -> [String] {
    switch blokk {
    case .avsnitt(let text), .uthevet(let text): brutt(text, innrykk: 2)
    case .overskrift(let text): brutt(text, innrykk: 2)
    case .liste(let lines): lines.flatMap { brutt($0, innrykk: 4, merke: "- ") }
    case .tabell(let table): [""] + brutt(table.tittel, innrykk: 2) + Rapporttabell(table).linjer + [""]
    // A line to sign on is for paper.
    case .signatur: []
    }
  }
}

/// A table in columns, at most 100 characters wide; the widest column of text is broken where that is too little.
private struct Rapporttabell {
  private let tabell: Rapport.Tabell
  private let bredder: [Int]

  init(_ tabell: Rapport.Tabell) {
    self.tabell = tabell
    var widths = tabell.kolonner.enumerated().map { index, column in
      max(column.navn.count, tabell.rader.map { $0[index].count }.max() ?? 0)
    }
    func tooMuch() -> Int { widths.reduce(0, +) + 2 * widths.count - 100 }
    let text = tabell.kolonner.indices.filter { !tabell.kolonner[$0].erTall }
    while tooMuch() > 0, let widest = text.max(by: { widths[$0] < widths[$1] }), widths[widest] > 12 {
      widths[widest] -= 1
    }
    bredder = widths
  }

  var linjer: [String] {
    linjer(tabell.kolonner.map(\.navn)) + tabell.rader.flatMap(linjer)
  }

  /// A row, on as many lines as its longest cell takes.
  private func linjer(_ cells: [String]) -> [String] {
    let broken = zip(cells, bredder).map { brutt($0, innrykk: 0, bredde: $1) }
    return (0..<(broken.map(\.count).max() ?? 0)).map { line in
      var out = ""
      for (index, width) in bredder.enumerated() {
        let text = line < broken[index].count ? broken[index][line] : ""
        let space = String(repeating: " ", count: max(0, width - text.count))
        out += "  " + (tabell.kolonner[index].erTall ? space + text : text + space)
      }
      while out.last == " " { out.removeLast() }
      return out
    }
  }
}
