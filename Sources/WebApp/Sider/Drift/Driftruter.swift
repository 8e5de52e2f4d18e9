import Markup

extension Ruter {
  /// The routes of this area.
  static let drift: [Rute] = [
    .get("/drift", .innlogget) { .side(try Driftsside.side($0)) },
    .get("/drift/tilgang", .innlogget) { .side(Tilgangstabell.side($0)) },
    .get("/drift/okter", .rett(.administrere)) { .side(Øktside.side($0)) },
    .post("/drift/okter/avslutt", .rett(.administrere), maks: 1_024, Øktside.avslutt),
    .get("/drift/innsyn", .rett(.seTilgangslogg), sak: true) { .side(try Innsynsside.side($0)) },
    .post("/drift/innsyn/gjennomgatt", .rett(.seTilgangslogg), maks: 1_024, Innsynsside.gjennomgått),
  ]
}

/// Where the operation of the program begins.
enum Driftsside {
  static func side(_ context: Kontekst) throws -> Side {
    Side("Drift", context) {
      Tag.ul(.klasse("oppgaver")) {
        if context.har(.administrere) { Tag.li { Lenke.til("/drift/okter", "Hvem som er logget inn") } }
        if context.har(.seTilgangslogg) { Tag.li { Lenke.til("/drift/innsyn", "Hvem som har sett hva") } }
        Tag.li { Lenke.til("/drift/tilgang", "Hva rollene gir tilgang til") }
      }
    }
  }
}
