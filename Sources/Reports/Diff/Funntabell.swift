/// Findings in columns: point, question, avvik, merknad, and the first cases.
struct Funntabell {
  struct Rad {
    var punkt: String
    var spørsmål: String
    var sviktområde: Int
    var avvik: Int
    var merknad: Int
    var saker: [String]
  }

  private let tittel: String
  private let rader: [Rad]
  private let områdenavn: (Int) -> String
  private let alleSaker: Bool
  private let idbredde: Int
  private let saksbredde: Int

  init(_ tittel: String, _ rader: [Rad], _ områdenavn: @escaping (Int) -> String, alleSaker: Bool) {
    self.tittel = tittel
    self.rader = rader
    self.områdenavn = områdenavn
    self.alleSaker = alleSaker
    idbredde = (rader.map(\.punkt.count).max() ?? 0) + 1
    saksbredde = alleSaker ? 0 : (rader.map { Funntabell.første($0).count }.max() ?? 0) + 2
  }

  /// The first two cases; the first one when their names are long.
  private static func første(_ rad: Rad) -> String {
    let shown = rad.saker.prefix(rad.saker.first.map { $0.count > 8 } == true ? 1 : 2)
    return shown.joined(separator: ", ") + (rad.avvik + rad.merknad > shown.count ? " …" : "")
  }

  private var tekstbredde: Int { Diffrapport.bredde - tall(0, 0).count - saksbredde }

  var linjer: [String] {
    var lines = [tittel.padded(tekstbredde) + " avvik merknad" + (alleSaker ? "" : "  saker")]
    for area in Set(rader.map(\.sviktområde)).sorted() {
      let own = rader.filter { $0.sviktområde == area }
      let sums = tall(own.reduce(0) { $0 + $1.avvik }, own.reduce(0) { $0 + $1.merknad })
      lines.append(områdenavn(area).padded(tekstbredde) + sums)
      lines += own.flatMap(linjer)
    }
    return lines
  }

  private func linjer(_ rad: Rad) -> [String] {
    let name = rad.punkt.padded(idbredde)
    if alleSaker {
      var lines = hengende(name, rad.spørsmål, innrykk: 2, bredde: tekstbredde)
      lines[0] = lines[0].padded(tekstbredde) + tall(rad.avvik, rad.merknad)
      return lines + brutt(rad.saker.joined(separator: ", "), innrykk: 4, bredde: Diffrapport.bredde)
    }
    let question = kortet(rad.spørsmål, til: tekstbredde - idbredde - 2)
    let row = ("  " + name + question).padded(tekstbredde) + tall(rad.avvik, rad.merknad)
    return [row + "  " + Funntabell.første(rad)]
  }

  private func tall(_ avvik: Int, _ merknad: Int) -> String {
    func cell(_ count: Int) -> String { count == 0 ? "–" : String(count) }
    return " " + cell(avvik).right(5) + " " + cell(merknad).right(7)
  }

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
