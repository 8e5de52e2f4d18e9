import Markup
import Quality
import RuleEngine
import Values

extension Protokoll {
  /// 3 Faktagrunnlag: per case what the record says and what the rules found.
  var faktagrunnlag: HTML {
    del("fakta", "3 Faktagrunnlag") {
      Tag.p {
        "Reglene leser det som er registrert. At noe ikke er registrert, betyr ikke alltid at det ikke er gjort."
      }
      for sak in kontroll.saker {
        Tag.h3 { "Sak \(sak.sak), \(sak.grunnlag.visning)" }
        if !sak.fakta.isEmpty {
          Tag.dl {
            for fact in sak.fakta {
              Tag.dt { fact.tittel }
              Tag.dd { fact.tekst }
            }
          }
        }
        punkttabell(sak)
      }
    }
  }

  private func punkttabell(_ sak: Kontrollsak) -> HTML {
    let standings = kontroll.stillinger(sak)
    let areas = standings.map(\.punkt.sviktområde).reduce(into: [Kontrollpunkt.Sviktområde]()) {
      if !$0.contains($1) { $0.append($1) }
    }.sorted { $0.nummer < $1.nummer }
    return tabell(
      "Dette fant reglene i sak \(sak.sak)",
      [("Punkt", "b-punkt"), ("Utfall", "b-utfall"), ("Hva som er registrert", "")]
    ) {
      for area in areas {
        Tag.tr(.klasse("grupperad")) {
          Tag.th(.kolonner(3), .klasse("gruppe"), .radgruppe) {
            "Sviktområde \(area.nummer): \(area.navn)"
          }
        }
        for standing in standings where standing.punkt.sviktområde == area { punktrad(standing) }
      }
    }
  }

  private func punktrad(_ standing: Punktstilling) -> HTML {
    let punkt = standing.punkt
    return Tag.tr {
      Tag.th(.rad) {
        Tag.strong { punkt.id }
        " \(punkt.spørsmål)"
      }
      Tag.td {
        merke(punkt.vurdering.utfall)
        if standing.svar != nil {
          Tag.p(.klasse("liten")) { "Etter svar: \(etterSvar(standing))" }
        }
      }
      Tag.td {
        punkt.vurdering.setning
        for line in punktnoter(punkt) { Tag.p(.klasse("liten")) { line } }
      }
    }
  }

  private func etterSvar(_ standing: Punktstilling) -> String {
    standing.utfall == .ukjent ? Svaralternativ.kanIkkeVurderes.visning : standing.utfall.visning
  }

  private func punktnoter(_ punkt: Kontrollpunkt) -> [String] {
    var lines: [String] = []
    if let dates = punkt.vurdering.datogrunnlag { lines.append(dates) }
    if !punkt.grunnlagstekst.isEmpty { lines.append("Grunnlag: \(punkt.grunnlagstekst).") }
    return lines + remarks(punkt)
  }

  /// What stands beside a verdict in every protocol: the forecast, the waiver, where to look.
  func remarks(_ punkt: Kontrollpunkt) -> [String] {
    var lines: [String] = []
    if let forecast = punkt.vurdering.prognose { lines.append(forecast.setning) }
    if let waiver = punkt.unntak { lines.append("Unntak \(waiver)") }
    if let document = punkt.dokument { lines.append("Se \(document).") }
    return lines
  }

  /// The outcome as a word in a frame whose line differs too; never colour.
  func merke(_ utfall: Utfall) -> HTML {
    let kind =
      switch utfall {
      case .avvik: "merke merke-avvik"
      case .merknad: "merke merke-merknad"
      case .ukjent, .ikkeKontrollert: "merke merke-apen"
      case .oppfylt, .ikkeAktuelt: "merke"
      }
    return Tag.span(.klasse(kind)) { utfall.visning }
  }
}
