import Markup
import Quality
import Reports
import RuleEngine
import Sampling
import Values

/// The rows of dots of one point, a row for each team that is the person's business, and the same as a table.
struct Punktfigurer {
  private let punkt: Punktoppsummering
  private let rekker: [Punktrekke]
  private let måneder: ClosedRange<Måned>

  init(_ punkt: Punktoppsummering, _ måneder: ClosedRange<Måned>, _ context: Kontekst) {
    self.punkt = punkt
    self.måneder = måneder
    rekker = punkt.rekker.filter { (try? context.bruker.ser(team: $0.team)) ?? false }
  }

  /// The id of a point's heading.
  static func anker(_ id: String) -> String { "punkt-\(id)" }

  @HTMLBuilder var html: [HTML] {
    for rekke in rekker {
      Tag.p {
        Tag.strong { Bokmål.stor(rekke.team) }
        ": \(rekke.setninger.joined(separator: " "))"
      }
      Tag.div(
        .klasse("tabellramme prikker"), Attribute("role", "region"), Attribute("tabindex", "0"), navn(rekke)
      ) {
        Prikkrad(punkt, rekke, måneder).html
      }
      Tag.details {
        Tag.summary { "Vis tallene for \(punkt.id), \(rekke.team)" }
        tabell(rekke).html
      }
    }
  }

  private func navn(_ rekke: Punktrekke) -> Attribute {
    Attribute("aria-label", "Figur: \(punkt.id), \(rekke.team)")
  }

  private func tabell(_ rekke: Punktrekke) -> Tabell {
    let months = måneder.måneder
    let names = months.map(\.kort)
    return Tabell(
      "\(punkt.id), \(rekke.team): trukne saker etter utfall og måned", ["Utfall"] + names + ["Alle"],
      tall: Set(names + ["Alle"]),
      rader: rekke.telling.utfall.filter { $0.1 > 0 }.map { outcome, sum in
        [[.text("\(outcome.tegn) \(outcome.visning)")]]
          + months.map { [.text(rekke.celle(outcome, $0))] } + [[.text(String(sum))]]
      })
  }
}

/// The points over twelve months, the run chart, and what staff report.
struct Punktside {
  let context: Kontekst

  func svar() throws -> Nettsvar {
    let valg = try Kvalitetsvalg(context)
    return try context.husketSide(valg.spørring) { try side(valg) }
  }

  private func side(_ valg: Kvalitetsvalg) throws -> Side {
    let summary = try context.oppsummering(valg)
    let choice = try valg.søk("/kvalitet/punkter", context)
    return Side("Mønstre og tall", context) {
      choice
      Tag.p { "Tolv måneder til og med \(valg.til.bokmål)." }
      if summary.punkter.isEmpty {
        Tag.p { "Ingen låste kontroller de siste tolv månedene." }
      } else {
        for line in Kvalitetsrapport.leseveiledning { Tag.p(.klasse("dempet")) { line } }
      }
      for punkt in summary.punkter {
        Tag.h2(.id(Punktfigurer.anker(punkt.id))) { "\(punkt.id) \(punkt.spørsmål)" }
        if let text = punkt.samling.setning { Tag.p { Tag.strong { text } } }
        Punktfigurer(punkt, summary.valg.tolvMåneder, context).html
      }
      Self.løp(summary.løp)
      Self.meldt(summary)
      Tag.p { Lenke.til("/kvalitet?\(valg.spørring)", "Til agendaen") }
    }
  }

  @HTMLBuilder private static func løp(_ run: Løpediagram) -> [HTML] {
    Tag.h2 { "Alle sjekker, måned for måned" }
    if run.måneder.isEmpty {
      Tag.p { "Ingen låste kontroller de siste \(Løpediagram.antallMåneder) månedene." }
    } else {
      Tag.p { run.setning }
      Tag.div(
        .klasse("tabellramme"), Attribute("role", "region"), Attribute("tabindex", "0"),
        Attribute("aria-label", "Figur: alle sjekker, måned for måned")
      ) { Løpekurve(run).html }
      Tag.details {
        Tag.summary { "Vis tallene for alle sjekker" }
        Tabell(
          "Avgjorte sjekker i de trukne sakene", ["Måned", "Avgjort", "Avvik"], tall: ["Avgjort", "Avvik"],
          rader: run.måneder.map {
            [[.text($0.måned.bokmål)], [.text(String($0.avgjort))], [.text(String($0.avvik))]]
          }
        ).html
      }
    }
  }

  @HTMLBuilder private static func meldt(_ summary: Kvalitetsoppsummering) -> [HTML] {
    Tag.h2 { "Det ansatte melder" }
    Tag.p {
      "Tallene viser hvor mye som meldes, ikke hvor god tjenesten er. Få meldinger kan bety få feil, eller at lite "
      "blir meldt."
    }
    for line in summary.forhåndsmeldt { Tag.p { line } }
    Tabell(
      "Meldinger etter prosedyre", ["Prosedyre", "I perioden", "Siste tolv måneder"],
      tall: ["I perioden", "Siste tolv måneder"],
      rader: summary.meldt.prosedyrer.map {
        [
          [.text($0.prosedyre.navn + ($0.valgt ? " (valgt for melding)" : ""))],
          [.text(String($0.iPerioden))], [.text(String($0.tolvMåneder))],
        ]
      }
    ).html
  }
}
