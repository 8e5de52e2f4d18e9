extension Ruter {
  /// The routes of this area: getting cases in.
  static let saker: [Rute] =
    [
      .get("/saker/mal.csv", .rett(.føreKontroll)) { _ in Tabellmal.fil() },
      .get("/saker/finn", .rett(.seKontroll)) { .side(try Finnside($0).side()) },
      .post("/saker/finn", .rett(.seKontroll)) { try Finnside($0).svar() },
      .get("/saker/skjema/:team/:sak", .rett(.føreKontroll), sak: true) {
        .side(try Saksskjemaside($0).side())
      },
      .post("/saker/skjema/:team/:sak", .rett(.føreKontroll), sak: true, maks: 256 * 1024) {
        try Saksskjemaside($0).svar()
      },
    ]
    + [Opplastingsside.Form.filer, .liste].flatMap { form -> [Rute] in
      [
        .get(form.sti, .rett(.føreKontroll), sak: true) { .side(try Opplastingsside($0, form).side()) },
        .post(form.sti, .rett(.føreKontroll), sak: true, maks: form.maks) {
          try Opplastingsside($0, form).svar()
        },
      ]
    }
}
