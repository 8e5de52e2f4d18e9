import Markup
package import Quality
package import RuleEngine
package import Sampling
import Values

extension Kvalitetsrapport {
  /// A Points: a row of dots for each team, what it says, and the same as a table.
  var punktdel: HTML {
    del("punkter", "A Punktene de siste tolv månedene") {
      if oppsummering.punkter.isEmpty {
        Tag.p { "Ingen låste kontroller de siste tolv månedene." }
      } else {
        for line in Self.leseveiledning { Tag.p { line } }
      }
      for punkt in oppsummering.punkter {
        Tag.h3 { "\(punkt.id) \(punkt.spørsmål)" }
        if let text = punkt.samling.setning { Tag.p { Tag.strong { text } } }
        for rekke in punkt.rekker { rad(punkt, rekke) }
      }
    }
  }

  package static let leseveiledning = [
    "Hvert tegn er én trukket sak, de eldste til venstre: ● avvik, ○ oppfylt, ◇ merknad, – ikke aktuelt, "
      + "? kan ikke avgjøres. Hel strek er et tiltak som er satt i verk, stiplet strek en ny versjon av punktet.",
    "Spennene er eksakte 95 %-intervaller for alle sakene som kunne trekkes. De gjelder sakene slik de var på "
      + "hver kontrolldato, ikke slik de er i dag. Ikke aktuelt teller som ikke avvik, og det som ikke kunne "
      + "avgjøres, kan bare gjøre spennet større.",
  ]

  private func rad(_ punkt: Punktoppsummering, _ rekke: Punktrekke) -> HTML {
    let figure = Prikkrad(punkt, rekke, valg.tolvMåneder)
    return Tag.div(.klasse("samlet")) {
      Tag.p {
        Tag.strong { rekke.team }
        ": \(rekke.setninger.joined(separator: " "))"
      }
      figure.html
      if let lines = tiltakstekst(punkt) { Tag.p(.klasse("liten")) { lines } }
      tabell(
        "\(punkt.id), \(rekke.team): antall trukne saker etter utfall og måned",
        [("Utfall", "b-merke")] + valg.tolvMåneder.måneder.map { ($0.kort, "tall") } + [("Alle", "tall")],
        klasse: "tett"
      ) {
        for (outcome, sum) in rekke.telling.utfall where sum > 0 {
          Tag.tr {
            Tag.th(.rad) { "\(outcome.tegn) \(outcome.visning)" }
            for month in valg.tolvMåneder.måneder {
              Tag.td(.klasse("tall")) { rekke.celle(outcome, month) }
            }
            Tag.td(.klasse("tall")) { String(sum) }
          }
        }
      }
    }
  }

  private func tiltakstekst(_ punkt: Punktoppsummering) -> String? {
    if punkt.tiltak.isEmpty { return nil }
    return "Tiltak: \(Bokmål.liste(punkt.tiltak.map { "\($0.nummer) (\($0.dato.bokmål))" }))."
  }
}

extension Punktrekke {
  /// All the outcomes of the row.
  package var telling: Punkttelling {
    var count = Punkttelling(punkt: grunnlag.utfall.punkt, spørsmål: "")
    for prikk in prikker { count.tell(prikk.utfall) }
    return count
  }

  /// The count, or nothing in a month without a control.
  package func celle(_ utfall: Utfall, _ måned: Måned) -> String {
    prikker.contains { $0.måned == måned } ? String(antall(utfall, måned)) : ""
  }

  func antall(_ utfall: Utfall, _ måned: Måned) -> Int {
    prikker.filter { $0.måned == måned && $0.utfall.vist == utfall }.count
  }
}

extension Utfall {
  /// The mark of an outcome; never a colour.
  package var tegn: String {
    switch vist {
    case .avvik: "●"
    case .oppfylt: "○"
    case .merknad: "◇"
    case .ikkeAktuelt: "–"
    case .ukjent, .ikkeKontrollert: "?"
    }
  }

  /// Not controlled is shown as not decided: both leave the case open.
  var vist: Utfall { self == .ikkeKontrollert ? .ukjent : self }
}

extension ClosedRange<Måned> {
  package var måneder: [Måned] { lowerBound.til(upperBound) }
}

extension Måned {
  /// «sep»; the year is given by the range.
  package var kort: String { String(bokmål.prefix(3)) }
}
