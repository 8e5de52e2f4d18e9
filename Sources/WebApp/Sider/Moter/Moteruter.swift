extension Ruter {
  /// The routes of this area.
  static let møter: [Rute] =
    [
      .get("/kvalitet", .rett(.seKvalitet), sak: true) { .side(try Kvalitetsside(context: $0).side()) },
      .get("/kvalitet/punkter", .rett(.seKvalitet)) { try Punktside(context: $0).svar() },
      .get("/kvalitet/oppsummering", .rett(.seKvalitet), sak: true) {
        try Kvalitetsside(context: $0).dokument()
      },
      .get("/kvalitet/oppsummering.csv", .rett(.seKvalitet), sak: true) {
        try Kvalitetsside(context: $0).csv()
      },
      .get("/kvalitet/oppsummering.json", .rett(.seKvalitet), sak: true) {
        try Kvalitetsside(context: $0).json()
      },
      .get("/kvalitet/mote/:nummer", .rett(.seKvalitet)) { .side(try Møteside($0).side()) },
      .get("/kvalitet/mote/:nummer/referat", .rett(.seKvalitet)) { try Møteside($0).referat() },
      .get("/kvalitet/mote/:nummer/sak/:sak", .rett(.seKvalitet), sak: true) {
        .side(try Møtevisning($0).side())
      },
      .post("/kvalitet/mote/:nummer/sak/:sak/notat", .rett(.føreMøte)) { try Møtevisning($0).noter() },
      .post("/kvalitet/mote/:nummer/sak/:sak/vedtak", .rett(.føreMøte)) { try Møtevisning($0).vedta() },
      .post("/kvalitet/mote/:nummer/vedtak/:vedtak/utfort", .rett(.seKvalitet)) { try Møteside($0).utfør() },
    ]
    + Rute.skjema("/kvalitet/mote/nytt", .rett(.føreMøte), sak: false, Nyttmøte.self)
    + Rute.skjema("/kvalitet/mote/:nummer/notat", .rett(.føreMøte), sak: false, Notatskjema.self)
    + Rute.skjema("/kvalitet/mote/:nummer/vedtak", .rett(.føreMøte), sak: false, Vedtaksskjema.self)
    + Rute.skjema("/kvalitet/mote/:nummer/send", .rett(.føreMøte), sak: false, Sendeskjema.self)
    + Rute.skjema("/kvalitet/mote/:nummer/godkjenn", .rett(.føreMøte), sak: false, Godkjenningsskjema.self)
}
