import Checklists
import Markup
import Quality
import RuleEngine
import Sampling
import Values

extension Kvalitetsrapport {
  /// B All cases: counted, not estimated.
  var alleSakerdel: HTML {
    del("alle", "B Alle saker") {
      if oppsummering.alleSaker.isEmpty {
        Tag.p { "Ingen punkter er kjørt i alle saker de siste tolv månedene." }
      } else {
        Tag.p {
          "Punktene som en maskin kan avgjøre, er kjørt i alle saker hver måned. Her er det ingen usikkerhet fra "
          "utvalget. Tellingen er gjort før spørsmålene i de trukne sakene ble besvart."
        }
        tabell(
          "Siste måned med kontroll, antall saker",
          [("Punkt", "")] + (Utfall.alleVist.map(\.visning) + ["Alle"]).map { ($0, "b-antall tall") }
        ) {
          for serie in oppsummering.alleSaker { sisterad(serie) }
        }
        tabell(
          "Antall saker med avvik, måned for måned («ny» der punktet fikk ny versjon)",
          [("Punkt", "b-merke")] + valg.tolvMåneder.måneder.map { ($0.kort, "tall") }, klasse: "tett"
        ) {
          for serie in oppsummering.alleSaker {
            Tag.tr {
              Tag.th(.rad) { serie.punkt }
              for month in valg.tolvMåneder.måneder {
                let count = serie.måneder.first { $0.måned == month }
                Tag.td(.klasse("tall")) { count?.celle ?? "" }
              }
            }
          }
        }
      }
    }
  }

  @HTMLBuilder private func sisterad(_ serie: AlleSakerserie) -> [HTML] {
    if let last = serie.måneder.last {
      Tag.tr {
        Tag.th(.rad) {
          Tag.strong { serie.punkt }
          " \(serie.spørsmål) (\(last.måned.bokmål))"
        }
        for (_, count) in last.telling.utfall { Tag.td(.klasse("tall")) { String(count) } }
        Tag.td(.klasse("tall")) { String(last.telling.saker) }
      }
    }
  }

  /// C The draw against its plan.
  var dekningsdel: HTML {
    del("dekning", "C Trekningen mot planen") {
      if oppsummering.dekning.isEmpty { Tag.p { "Ingen låste kontroller de siste tolv månedene." } }
      for dekning in oppsummering.dekning {
        Tag.p {
          Tag.strong { dekning.team }
          ": \(dekning.setninger.joined(separator: " "))"
        }
      }
      if !oppsummering.dekning.isEmpty {
        tabell(
          "Kontrollerte og planlagte saker",
          [("Team", "")]
            + ["I perioden", "Planlagt", "Tolv måneder", "Planlagt", "Byttet"].map { ($0, "b-antall tall") }
        ) {
          for dekning in oppsummering.dekning {
            Tag.tr {
              Tag.th(.rad) { dekning.team }
              for count in [
                dekning.iPerioden.kontrollert, dekning.iPerioden.planlagt, dekning.kontrollert,
                dekning.planlagt, dekning.bytter.count,
              ] { Tag.td(.klasse("tall")) { String(count) } }
            }
          }
        }
      }
    }
  }

  /// D Reporting activity, which says nothing of the quality.
  var meldedel: HTML {
    let activity = oppsummering.meldt
    return del("meldt", "D Hvor mye ansatte melder") {
      Tag.p {
        "Dette viser hvor mye som blir meldt, ikke hvor god tjenesten er. Mange meldinger kan være et godt tegn."
      }
      for line in oppsummering.forhåndsmeldt { Tag.p { line } }
      if !activity.prosedyrer.isEmpty {
        tabell(
          "Meldinger fra ansatte",
          [("Prosedyre", ""), ("I perioden", "b-svar tall"), ("Tolv måneder", "b-svar tall")]
        ) {
          for row in activity.prosedyrer {
            Tag.tr {
              Tag.th(.rad) { row.prosedyre.navn + (row.valgt ? " (valgt for melding)" : "") }
              Tag.td(.klasse("tall")) { String(row.iPerioden) }
              Tag.td(.klasse("tall")) { String(row.tolvMåneder) }
            }
          }
        }
      }
    }
  }

  /// E The avvik: open, overdue, closed, why, and what came back.
  var avviksdel: HTML {
    let picture = oppsummering.avvik
    return del("avvik", "E Avvikene") {
      Tag.p { "Åpne avvik: \(picture.antallÅpne). Over fristen: \(picture.antallOverFrist)." }
      Tag.p { picture.lukketidssetning }
      Tag.p {
        "De siste tolv månedene fant kontrollen igjen \(antallEllerIngen(picture.funnetIgjen)) avvik som var kjent fra før, "
        "og gjenåpnet \(antallEllerIngen(picture.gjenåpnet))."
      }
      talltabell(
        "Åpne avvik", ["Tilstand", "Antall", "Over fristen"],
        picture.åpne.map { ($0.tilstand.visning, [$0.antall, $0.overFrist]) })
      talltabell(
        "Årsaker til avvikene de siste tolv månedene", ["Årsak", "Antall"],
        picture.årsaker.filter { $0.antall > 0 }.map { ($0.årsak.visning, [$0.antall]) }
          + [("Ikke vurdert ennå", [picture.utenÅrsak])])
      talltabell(
        "Avvik etter sviktområde og tilstand", ["Sviktområde"] + Avvikstilstand.allCases.map(\.visning),
        picture.kryss.map { (navn($0.sviktområde), $0.tilstander) })
      talltabell(
        "Avvik etter sviktområde og alvorlighet",
        ["Sviktområde"] + Alvorlighet.allCases.map { Bokmål.stor($0.rawValue) } + ["Ikke vurdert"],
        picture.kryss.map { (navn($0.sviktområde), $0.alvorlighet) })
    }
  }

  private func talltabell(_ caption: String, _ heads: [String], _ rows: [(String, [Int])]) -> HTML {
    if rows.isEmpty { return Tag.p { "\(caption): ingen." } }
    let columns = heads.enumerated().map { ($0.element, $0.offset == 0 ? "" : "b-antall tall") }
    return tabell(caption, columns) {
      for (name, counts) in rows {
        Tag.tr {
          Tag.th(.rad) { name }
          for count in counts { Tag.td(.klasse("tall")) { String(count) } }
        }
      }
    }
  }

  private func navn(_ sviktområde: Int?) -> String {
    guard let number = sviktområde else { return "Meldt av ansatte" }
    let area = oppsummering.punkter.first { $0.sviktområde.nummer == number }?.sviktområde.navn
    return [String(number), area].compactMap(\.self).joined(separator: " ")
  }
}

extension AlleSakerserie.Månedstelling {
  var celle: String { "\(telling.avvik)\(erNyVersjon ? " ny" : "")" }
}
