import Markup

extension Ruter {
  /// What every page needs, also before anybody is signed in.
  static let felles: [Rute] = [
    .get("/stil.css", .alle) { _ in
      Nettsvar(200, type: "text/css; charset=utf-8", Array(Stilark.alt.utf8))
    },
    .get("/skript.js", .alle) { _ in
      Nettsvar(200, type: "text/javascript; charset=utf-8", Array(Skript.alt.utf8))
    },
    .get("/tilgjengelighet", .alle) { .side(Tilgjengelighet.side($0)) },
  ]
}

/// The accessibility statement that the law asks of the public sector, as a draft for the service to fill in.
enum Tilgjengelighet {
  static func side(_ context: Kontekst) -> Side {
    Side("Tilgjengelighetserklæring", context) {
      Tag.p {
        "Utkast. Tjenesten som bruker programmet, fyller ut og publiserer den offisielle erklæringen på uustatus.no."
      }
      Tag.h2 { "Hva vi har prøvd" }
      Tag.p {
        "Alle sider er laget etter WCAG 2.1 nivå A og AA. De er prøvd med axe-core, med bare tastatur, uten skript, "
        "i lyst og mørkt utseende og på en skjerm som er 320 piksler bred."
      }
      Tag.h2 { "Hva vi ikke har prøvd" }
      Tag.p { "Sidene er ikke prøvd av brukere av skjermleser." }
      Tag.h2 { "Si fra" }
      Tag.p { "Meld feil til den som har ansvar for programmet i tjenesten." }
    }
  }
}
