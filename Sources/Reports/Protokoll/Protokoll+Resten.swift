import Markup
import Quality
import RuleEngine
import Values

extension Protokoll {
  /// 6 Alle saker i teamet: what a machine can decide, decided everywhere.
  @HTMLBuilder var alleSaker: [HTML] {
    if let alle = kontroll.alleSaker {
      del("alle", "6 Alle saker i teamet") {
        for line in alle.forklaring { Tag.p { line } }
        tabell(
          "Punkter som en maskin kan avgjøre, antall saker",
          [("Punkt", "")]
            + ["Oppfylt", "Avvik", "Merknad", "Kan ikke avgjøres", "Ikke aktuelt"].map { ($0, "b-tall tall") }
        ) {
          for row in alle.punkter {
            Tag.tr {
              Tag.th(.rad) {
                Tag.strong { row.punkt }
                " \(row.spørsmål)"
              }
              for count in [row.oppfylt, row.avvik, row.merknad, row.ukjent, row.ikkeAktuelt] {
                Tag.td(.klasse("tall")) { String(count) }
              }
            }
          }
        }
        Tag.p { worklistReference(alle) }
      }
    }
  }

  /// The findings in the other cases are not archived in two children's files: only how many, and where they stand.
  func worklistReference(_ alle: AlleSaker) -> String {
    let others = alle.avvik(utenom: kontroll.trukne)
    if others.isEmpty { return "Reglene fant ingen avvik i de andre sakene." }
    let cases = Set(others.map(\.sak)).count
    return "Reglene fant \(Bokmål.mengde(others.count, Ord.avvik)) i "
      + "\(cases == 1 ? "én annen sak" : "\(Bokmål.tall(cases)) andre saker"). De står i "
      + "«Arbeidsliste for teamet», som ikke skal arkiveres i barnas mapper."
  }

  /// 7 What the reader must not believe was looked at.
  var ikkeKontrollert: HTML {
    let unknown = kontroll.stillinger.filter { $0.utfall == .ukjent || $0.utfall == .ikkeKontrollert }
    return del("ikke-kontrollert", "7 Dette er ikke kontrollert") {
      if let list = kontroll.saksliste?.sjekkliste { Tag.p { list.grensesetning } }
      if !unknown.isEmpty {
        tabell(
          "Punkter uten avgjørelse", [("Sak", "b-sak"), ("Punkt", ""), ("Hvorfor", "b-punkt")]
        ) {
          for standing in unknown {
            Tag.tr {
              Tag.th(.rad) { standing.sak }
              Tag.td {
                Tag.strong { standing.punkt.id }
                " \(standing.punkt.spørsmål)"
              }
              Tag.td { hvorfor(standing) }
            }
          }
        }
      }
    }
  }

  func hvorfor(_ standing: Punktstilling) -> String {
    guard let choice = standing.alternativ else {
      if standing.punkt.forPerson { return "Ikke besvart ennå." }
      let missing = standing.ikkeFunnet.map { answer in
        "Ikke funnet i saken: \(answer.spørsmål ?? answer.sted ?? "") \(answer.begrunnelse ?? "")"
      }
      return ([standing.punkt.vurdering.setning] + missing).joined(separator: " ")
    }
    return "\(choice.visning). \(standing.svar?.begrunnelse ?? "")"
  }

  /// 8 Oppfølging fra forrige måned.
  func forrigeMåned(_ number: String) -> HTML {
    del("forrige", "\(number) Oppfølging fra forrige måned") {
      if let forrige = kontroll.forrige {
        if forrige.avvik.isEmpty {
          Tag.p { "Kontrollen for \(ordDato(forrige.måned)) fant ingen avvik." }
        } else {
          tabell(
            "Avvik fra kontrollen for \(ordDato(forrige.måned))",
            [
              ("Sak", "b-sak"), ("Punkt", "b-id"), ("Hva ble funnet da", ""), ("Regelen nå", "b-svar"),
            ]
          ) {
            for row in forrige.avvik {
              Tag.tr {
                Tag.th(.rad) { row.avvik.sak }
                Tag.td { row.avvik.punkt }
                Tag.td { row.avvik.setning }
                Tag.td { row.nå?.visning ?? "Saken er ikke vurdert denne måneden" }
              }
            }
          }
        }
      } else {
        Tag.p { "Teamet har ingen tidligere låst kontroll å følge opp." }
      }
    }
  }

  func signaturer(_ measures: String) -> HTML {
    Tag.section(.klasse("signatur"), .beskrevet(av: "signatur")) {
      Tag.h2(.id("signatur")) { "Signatur" }
      if erEndelig {
        Tag.p { "Vi har gått gjennom protokollen og er enige om tiltakene i del \(measures)." }
        tabell("Signert av", [("Rolle", "b-id"), ("Underskrift", ""), ("Dato", "b-utfall")]) {
          for role in ["Teamleder", "Kontrollør", "Barnevernleder"] {
            Tag.tr {
              Tag.th(.rad) { role }
              Tag.td()
              Tag.td()
            }
          }
        }
      } else {
        Tag.p { "Et utkast skal ikke signeres. Lås kontrollen først." }
      }
    }
  }

  var kodeforklaring: HTML {
    del("kode", "Slik kontrollerer du journalkoden") {
      if let code = kontroll.journalkode, erEndelig {
        Tag.p {
          "Koden på hver side viser hva journalen inneholdt da kontrollen ble låst. Er noe i journalen endret, "
          "fjernet eller skrevet om siden, sier kommandoen fra:"
        }
        Tag.p { Tag.code { "internkontroll verify --code \(code)" } }
      } else {
        Tag.p { "Utkastet har ingen journalkode. Koden trykkes på hver side når kontrollen er låst." }
      }
    }
  }
}

extension AlleSaker {
  /// What the counts are, in plain words.
  var forklaring: [String] {
    let orders =
      omsorgssaker == 1 ? "den ene omsorgssaken" : "alle \(Bokmål.tall(omsorgssaker)) omsorgssakene"
    let scope = frivillige == 0 ? orders : "\(orders) og \(Bokmål.mengde(frivillige, Ord.frivillig))"
    var lines = [
      "Punktene som en maskin kan avgjøre, er kjørt i \(scope). Her er det ingen usikkerhet fra utvalget.",
      "Tellingen er gjort før spørsmålene i de trukne sakene ble besvart.",
    ]
    if lesefeil > 0 {
      lines.append("\(Bokmål.stor(Bokmål.mengde(lesefeil, Ord.sak))) kunne ikke leses og er ikke med.")
    }
    return lines
  }
}
