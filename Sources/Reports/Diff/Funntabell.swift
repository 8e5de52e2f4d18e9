/// Findings by failure area, in columns: point, question, avvik, merknad, and the first cases.
struct Funntabell {
  /// What was found on one point.
  struct Rad {
    var punkt: String
    var spørsmål: String
    var sviktområde: Int
    var avvik: Int
    var merknad: Int
    var saker: [String]
  }

  private let tittel: String
  private let områder: [(nummer: Int, rader: [Rad])]
  private let områdenavn: (Int) -> String
  private let alleSaker: Bool
  private let idbredde: Int
  private let tallbredde: (avvik: Int, merknad: Int)
  private let tekstbredde: Int

  /// A table with a title.
  ///
  /// - Parameters:
  ///   - alleSaker: whole questions and all cases below each point, in place of the first ones beside it.
  init(_ tittel: String, _ rader: [Rad], _ områdenavn: @escaping (Int) -> String, alleSaker: Bool) {
    self.tittel = tittel
    self.områdenavn = områdenavn
    self.alleSaker = alleSaker
    områder = Set(rader.map(\.sviktområde)).sorted().map { area in
      (area, rader.filter { $0.sviktområde == area })
    }
    let sums = områder.map { (Funntabell.sum($0.rader, \.avvik), Funntabell.sum($0.rader, \.merknad)) }
    tallbredde = (
      max("avvik".count, sums.map { String($0.0).count }.max() ?? 0),
      max("merknad".count, sums.map { String($0.1).count }.max() ?? 0)
    )
    idbredde = (rader.map(\.punkt.count).max() ?? 0) + 1
    let cases = alleSaker ? 0 : (rader.map { Funntabell.første($0).count }.max() ?? 0) + 2
    tekstbredde = Diffrapport.bredde - cases - tallbredde.avvik - tallbredde.merknad - 2
  }

  private static func sum(_ rows: [Rad], _ count: (Rad) -> Int) -> Int { rows.reduce(0) { $0 + count($1) } }

  /// The first two cases; the first one when their names are long.
  private static func første(_ rad: Rad) -> String {
    let shown = rad.saker.prefix(rad.saker.first.map { $0.count > 8 } == true ? 1 : 2)
    return shown.joined(separator: ", ") + (rad.avvik + rad.merknad > shown.count ? " …" : "")
  }

  var linjer: [String] {
    let title = celler(tittel, "avvik", "merknad") + (alleSaker ? "" : "  saker")
    return [title]
      + områder.flatMap { number, rows in
        let (avvik, merknad) = (Funntabell.sum(rows, \.avvik), Funntabell.sum(rows, \.merknad))
        return [celler(områdenavn(number), tall(avvik), tall(merknad))] + rows.flatMap(linjer)
      }
  }

  private func linjer(_ rad: Rad) -> [String] {
    let name = rad.punkt.padded(idbredde)
    let (avvik, merknad) = (tall(rad.avvik), tall(rad.merknad))
    guard alleSaker else {
      let question = kortet(rad.spørsmål, til: tekstbredde - idbredde - 2)
      return [celler("  " + name + question, avvik, merknad) + "  " + Funntabell.første(rad)]
    }
    let lines = hengende(name, rad.spørsmål, innrykk: 2, bredde: tekstbredde)
    return lines.prefix(1).map { celler($0, avvik, merknad) } + lines.dropFirst()
      + brutt(rad.saker.joined(separator: ", "), innrykk: 4, bredde: Diffrapport.bredde)
  }

  private func celler(_ text: String, _ avvik: String, _ merknad: String) -> String {
    "\(text.padded(tekstbredde)) \(avvik.right(tallbredde.avvik)) \(merknad.right(tallbredde.merknad))"
  }

  private func tall(_ count: Int) -> String { count == 0 ? "–" : String(count) }

  /// A question that fits, cut between words.
  private func kortet(_ text: String, til width: Int) -> String {
    if text.count <= width { return text }
    var line = ""
    for word in text.split(separator: " ") {
      let longer = line.isEmpty ? String(word) : "\(line) \(word)"
      guard longer.count + 2 <= width else { break }
      line = longer
    }
    return line + " …"
  }
}
