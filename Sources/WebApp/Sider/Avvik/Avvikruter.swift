extension Ruter {
  /// The routes of this area.
  static let avvik: [Rute] =
    [
      .get("/avvik", .innlogget, sak: true) { context in
        if context.har(.seAvvik) { return .side(try Avviksoversikt(context).side()) }
        if context.har(.meldeAvvik) { return .videre(til: "/avvik/mine") }
        throw Sidefeil.ingenTilgang
      },
      .get("/avvik/mine", .rett(.meldeAvvik), sak: true) { .side(try MineMeldinger(context: $0).side()) },
      .get("/avvik/:nummer", .rett(.seAvvik), sak: true) { .side(try Avviksside($0).side()) },
      .get("/avvik/:nummer/kvittering", .rett(.meldeAvvik)) {
        .side(try MineMeldinger(context: $0).kvittering())
      },
    ]
    + Rute.skjema("/avvik/meld", .rett(.meldeAvvik), sak: false, Meldeskjema.self)
    + Rute.skjema("/avvik/:nummer/vurder", .rett(.behandleAvvik), Vurderingsskjema.self)
    + Rute.skjema("/avvik/:nummer/svar", .rett(.behandleAvvik), Svarskjema.self)
    + Rute.skjema("/avvik/:nummer/lukk", .rett(.verifisereAvvik), Lukkeskjema.self)
    + Rute.skjema("/avvik/:nummer/avvis", .rett(.behandleAvvik), Avvisningsskjema.self)
    + Rute.skjema("/avvik/:nummer/gjenapne", .rett(.verifisereAvvik), Gjenåpningsskjema.self)
}
