extension Ruter {
  /// The routes of this area.
  static let tiltak: [Rute] =
    [
      .get("/tiltak", .rett(.seAvvik), sak: true) { context in
        try context.husketSide(Tiltaksoversikt.alle(context) ? "alle" : "") {
          try Tiltaksoversikt(context).side()
        }
      },
      .get("/tiltak/:nummer", .rett(.seAvvik), sak: true) { .side(try Tiltaksside($0).side()) },
    ]
    + Rute.skjema("/tiltak/ny", .rett(.behandleAvvik), Nyttiltak.self)
    + Rute.skjema("/tiltak/:nummer/flytt", .rett(.behandleAvvik), Flytteskjema.self)
    + Rute.skjema("/tiltak/:nummer/gjennomfort", .rett(.behandleAvvik), Gjennomføringsskjema.self)
    + Rute.skjema("/tiltak/:nummer/evaluer", .rett(.verifisereAvvik), Evalueringsskjema.self)
}
