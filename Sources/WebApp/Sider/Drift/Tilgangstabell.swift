import Markup

/// Why somebody may do something, and somebody else may not: the rules themselves, as a table.
enum Tilgangstabell {
  static func side(_ context: Kontekst) -> Side {
    let roles = Rolle.allCases
    return Side("Hva rollene gir tilgang til", context) {
      Tag.p { "Det som ikke står her, har ingen tilgang til." }
      Tabell(
        "Roller og rettigheter", ["Rettighet"] + roles.map(\.visning),
        rader: Rettighet.allCases.map { right in
          [[.text(right.visning)]] + roles.map { [.text($0.rettigheter.contains(right) ? "Ja" : "Nei")] }
        }
      ).html
      Tag.h2 { "Hvilke team" }
      Tag.p {
        let bound = roles.filter(\.erBundetTilTeam).map(\.visning).joined(separator: " og ")
        "\(bound) ser bare egne team. De andre rollene ser hele enheten."
      }
      Tag.h2 { "To må være med" }
      Tag.ul {
        Tag.li { "Den som har utført et tiltak, kan ikke bekrefte det." }
        Tag.li { "Den som har foreslått å endre en sjekkliste, kan ikke godkjenne endringen." }
        Tag.li { "Den andre leseren kan ikke være den som har svart i kontrollen eller låst den." }
      }
    }
  }
}

extension Rettighet {
  /// As a reader sees it.
  var visning: String {
    switch self {
    case .seKontroll: "Se kontroller, saker og protokoller"
    case .føreKontroll: "Laste opp saker, trekke, svare og låse"
    case .meldeAvvik: "Melde avvik og se egne meldinger"
    case .seAvvik: "Se avvik og tiltak"
    case .behandleAvvik: "Behandle avvik og tiltak"
    case .verifisereAvvik: "Evaluere tiltak og lukke avvik"
    case .seKvalitet: "Se møter og oppsummeringer"
    case .føreMøte: "Lede møter i eget utvalg"
    case .seSjekkliste: "Lese sjekklister og prosedyrer"
    case .foreslåSjekkliste: "Foreslå endringer i sjekklister"
    case .godkjenneSjekkliste: "Godkjenne endringer i sjekklister"
    case .seÅrshjul: "Se årshjulet"
    case .signereÅrshjul: "Signere i årshjulet"
    case .sePlan: "Se planer"
    case .førePlan: "Signere tiltak i planer"
    case .seTilgangslogg: "Se hvem som har sett hva"
    case .administrere: "Se og avslutte økter"
    }
  }
}
