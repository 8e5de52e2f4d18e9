extension Ruter {
  /// Where everybody begins.
  static let oversikt: [Rute] = [
    .get("/", .innlogget, sak: true) { try Oversiktsside.vis($0) }
  ]
}
