extension Ruter {
  /// Checklists: read them, propose a change, try it on earlier cases, approve it.
  static let sjekklister: [Rute] = [
    .get("/sjekklister", .rett(.seSjekkliste)) { .side(try Sjekklisteoversikt.side($0)) },
    .get("/sjekklister/:versjon", .rett(.seSjekkliste)) { context in
      try context.husketSide(hviler: []) { try Sjekklisteside.side(context) }
    },
    .get("/sjekklister/forslag/ny", .rett(.foreslåSjekkliste)) { .side(try Forslagsskjema.ny($0)) },
    .post("/sjekklister/forslag/ny", .rett(.foreslåSjekkliste), maks: Forslagsskjema.maksKropp) {
      try Forslagsskjema.lagre($0)
    },
    .get("/sjekklister/forslag/:id", .rett(.seSjekkliste)) { .side(try Forslagsside.side($0)) },
    .get("/sjekklister/forslag/:id/fil", .rett(.seSjekkliste)) { try Forslagsside.fil($0) },
    .get("/sjekklister/forslag/:id/endre", .rett(.foreslåSjekkliste)) { .side(try Forslagsskjema.endre($0)) },
    .post("/sjekklister/forslag/:id/endre", .rett(.foreslåSjekkliste), maks: Forslagsskjema.maksKropp) {
      try Forslagsskjema.lagreEndring($0)
    },
    .get("/sjekklister/forslag/:id/provekjor", .rett(.seKvalitet), sak: true) {
      .side(try Prøvekjøring.side($0))
    },
    .get("/sjekklister/forslag/:id/godkjenn", .rett(.godkjenneSjekkliste)) {
      .side(try Forslagsavgjørelse.side($0))
    },
    .post("/sjekklister/forslag/:id/godkjenn", .rett(.godkjenneSjekkliste)) {
      try Forslagsavgjørelse.godkjenn($0)
    },
    .post("/sjekklister/forslag/:id/forkast", .rett(.foreslåSjekkliste)) {
      try Forslagsavgjørelse.forkast($0)
    },
  ]
}
