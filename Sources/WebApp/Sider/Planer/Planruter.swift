extension Ruter {
  /// The wheel of the year, the plans, what is in force, and «Huset». None of them holds anything of a case.
  static let planer: [Rute] = [
    .get("/arshjul", .rett(.seÅrshjul)) { .side(try Årshjulside.side($0)) },
    .get("/arshjul/utkvitteringer.csv", .rett(.seÅrshjul)) { try Årshjulside.csv($0) },
    .get("/arshjul/nyansatt", .rett(.signereÅrshjul)) { .side(try Nyansattside.side($0)) },
    .post("/arshjul/nyansatt", .rett(.signereÅrshjul)) { try Nyansattside.lagre($0) },
    .get("/arshjul/:id/:sted", .rett(.signereÅrshjul)) { .side(try Årshjulsignering.side($0)) },
    .post("/arshjul/:id/:sted", .rett(.signereÅrshjul)) { try Årshjulsignering.lagre($0) },
    .get("/planer", .rett(.sePlan)) { .side(try Planside.side($0)) },
    .get("/planer/utskrift", .rett(.sePlan)) { .dokument(try Planside.utskrift($0)) },
    .get("/planer/:plan/:tiltak", .rett(.førePlan)) { .side(try Plansignering.side($0)) },
    .post("/planer/:plan/:tiltak", .rett(.førePlan)) { try Plansignering.lagre($0) },
    .get("/gjeldende", .rett(.seSjekkliste)) { .side(try Gjeldendeside.side($0)) },
    .get("/gjeldende/hjemler", .rett(.seSjekkliste)) { .side(Hjemmelside.side($0)) },
    .get("/gjeldende/prosedyrer", .rett(.seSjekkliste)) { .side(Prosedyreside.side($0)) },
    .get("/huset", .rett(.seSjekkliste)) { .side(try Husside.side($0)) },
  ]
}
