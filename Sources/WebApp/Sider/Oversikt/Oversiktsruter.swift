import Markup

extension Ruter {
  /// Where everybody begins.
  static let oversikt: [Rute] = [
    .get("/", .innlogget, sak: true) { context in
      .side(Side("Gjør nå", context) { Tag.p { "Ingenting haster." } })
    }
  ]
}
