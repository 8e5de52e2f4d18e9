package import Markup
package import Quality
import Sampling
import Statistics

extension Kvalitetsrapport {
  /// F The run chart over all checks, with its verdict and the same numbers as a table.
  var løpedel: HTML {
    let run = oppsummering.løp
    return del("lop", "F Alle sjekker, måned for måned") {
      if run.måneder.isEmpty {
        Tag.p { "Ingen låste kontroller de siste \(Løpediagram.antallMåneder) månedene." }
      } else {
        Tag.p { run.setning }
        Løpekurve(run).html
        Tag.p(.klasse("liten")) {
          "Andelen av de avgjorte sjekkene i de trukne sakene som er avvik, alle punkter sammen. Stiplet strek er "
          "en ny versjon av sjekklisten, vannrett strek medianen siden den."
        }
        tabell(
          "Avgjorte sjekker i de trukne sakene",
          [
            ("Måned", ""), ("Avgjort", "b-antall tall"), ("Avvik", "b-antall tall"),
            ("Sjekkliste", "b-punkt"),
          ]
        ) {
          for month in run.måneder {
            Tag.tr {
              Tag.th(.rad) { month.måned.bokmål }
              Tag.td(.klasse("tall")) { String(month.avgjort) }
              Tag.td(.klasse("tall")) { String(month.avvik) }
              Tag.td {
                month.sjekklister.sorted().joined(separator: ", ") + (month.erNyVersjon ? " (ny)" : "")
              }
            }
          }
        }
      }
    }
  }
}

/// The share of checks that are avvik, month by month, with the median it is judged by.
package struct Løpekurve {
  private let løp: Løpediagram

  package init(_ løp: Løpediagram) { self.løp = løp }

  private static let bredde = 520
  private static let topp = 14
  private static let bunn = 134
  private static let venstre = 34

  package var html: HTML {
    Figur(
      id: "lopekurve", bredde: Self.bredde, høyde: Self.bunn + 26,
      tittel: "Andel av alle avgjorte sjekker som er avvik, måned for måned", konklusjon: løp.setning,
      deler: akser + versjoner + median + kurve + navn
    ).html
  }

  private func x(_ index: Int) -> Int {
    let room = Self.bredde - Self.venstre - 20
    return Self.venstre + 10 + (løp.måneder.count > 1 ? index * room / (løp.måneder.count - 1) : room / 2)
  }

  /// The top of the scale: the largest share, rounded up to tenths.
  private var maks: Int {
    let largest = løp.måneder.compactMap(\.andel).max() ?? 0
    return max(1, Int((largest * 10).rounded(.up)))
  }

  private func y(_ andel: Double) -> Int {
    Self.bunn - Int((andel * 10 / Double(maks) * Double(Self.bunn - Self.topp)).rounded())
  }

  private var akser: [HTML] {
    [
      .strek(fra: (Self.venstre, Self.topp), til: (Self.venstre, Self.bunn), "f-tynn"),
      .strek(fra: (Self.venstre, Self.bunn), til: (Self.bredde, Self.bunn), "f-tynn"),
      .ord("0", (Self.venstre - 4, Self.bunn + 3), "f-slutt"),
      .ord("\(maks) av 10", (Self.venstre - 4, Self.topp + 3), "f-slutt"),
    ]
  }

  private var versjoner: [HTML] {
    løp.måneder.indices.filter { løp.måneder[$0].erNyVersjon }.flatMap { index -> [HTML] in
      let place = x(index) - 8
      return [
        .strek(fra: (place, Self.topp - 8), til: (place, Self.bunn), "f-stiplet"),
        .ord("ny versjon", (place + 3, Self.topp - 4)),
      ]
    }
  }

  private var median: [HTML] {
    guard let median = løp.test?.median else { return [] }
    let place = y(median)
    return [
      .strek(fra: (x(løp.grunnlinje.startIndex), place), til: (Self.bredde - 10, place), "f-tynn"),
      .ord("median", (Self.bredde - 10, place - 3), "f-slutt"),
    ]
  }

  private var kurve: [HTML] {
    let points = løp.måneder.indices.compactMap { index in
      løp.måneder[index].andel.map { (x(index), y($0)) }
    }
    return [.kurve(points, "f-strek")] + points.map { .sirkel($0, radius: 3, "f-fylt") }
  }

  private var navn: [HTML] {
    let every = løp.måneder.count > 13 ? 2 : 1
    return løp.måneder.indices.filter { $0 % every == 0 }.flatMap { index -> [HTML] in
      let month = løp.måneder[index].måned
      let name = HTML.ord(month.kort, (x(index), Self.bunn + 12), "f-midt")
      let isFirst = index == 0 || month.nummer <= every
      return isFirst ? [name, .ord(String(month.år), (x(index), Self.bunn + 23), "f-midt")] : [name]
    }
  }
}
