import Reports

extension Ruter {
  /// The monthly control, from the draw to the receipt.
  static let kontroll: [Rute] = [
    .get("/kontroll", .rett(.seKontroll)) { try Kontrolliste.vis($0) },
    .get("/kontroll/start", .rett(.føreKontroll)) { try Kontrolliste.start($0) },
    .get("/kontroll/:maned/:team", .rett(.seKontroll), sak: true) { try Kontrollforside.vis($0) },
    .post("/kontroll/:maned/:team/trekk", .rett(.føreKontroll), sak: true) { try Trekkside.trekk($0) },
    .post("/kontroll/:maned/:team/kjor", .rett(.føreKontroll), sak: true) { try Trekkside.kjør($0) },
    .get("/kontroll/:maned/:team/bytt/:sak", .rett(.føreKontroll), sak: true) { try Bytteside.vis($0) },
    .post("/kontroll/:maned/:team/bytt/:sak", .rett(.føreKontroll), sak: true) { try Bytteside.bytt($0) },
    .get("/kontroll/:maned/:team/sak/:sak", .rett(.seKontroll), sak: true) { try Saksside.vis($0) },
    .get("/kontroll/:maned/:team/sak/:sak/dokument/:dokument", .rett(.føreKontroll), sak: true) {
      try Dokumentside.vis($0)
    },
    .post("/kontroll/:maned/:team/sak/:sak/dokument/:dokument", .rett(.føreKontroll), sak: true) {
      try Dokumentside.svar($0)
    },
    .get("/kontroll/:maned/:team/sak/:sak/opplysninger", .rett(.seKontroll), sak: true) {
      try Opplysningsside.vis($0)
    },
    .get("/kontroll/:maned/:team/sak/:sak/opplysning", .rett(.føreKontroll), sak: true) {
      try Opplysningsside.endre($0)
    },
    .post("/kontroll/:maned/:team/sak/:sak/opplysning", .rett(.føreKontroll), sak: true) {
      try Opplysningsside.lagre($0)
    },
    .get("/kontroll/:maned/:team/sak/:sak/tema/:tema", .rett(.seKontroll), sak: true) {
      try Temaside.vis($0)
    },
    .post("/kontroll/:maned/:team/sak/:sak/tema/:tema", .rett(.føreKontroll), sak: true) {
      try Temaside.svar($0)
    },
    .get("/kontroll/:maned/:team/sak/:sak/punkt/:punkt", .rett(.føreKontroll), sak: true) {
      try Uenighetsside.vis($0)
    },
    .post("/kontroll/:maned/:team/sak/:sak/punkt/:punkt", .rett(.føreKontroll), sak: true) {
      try Uenighetsside.svar($0)
    },
    .get("/kontroll/:maned/:team/sak/:sak/bekymring", .rett(.seKontroll), sak: true) {
      try Bekymringsside.vis($0)
    },
    .post("/kontroll/:maned/:team/sak/:sak/bekymring", .rett(.føreKontroll), sak: true) {
      try Bekymringsside.svar($0)
    },
    .get("/kontroll/:maned/:team/se-over", .rett(.seKontroll), sak: true) { try Seoverside.vis($0) },
    .get("/kontroll/:maned/:team/las", .rett(.føreKontroll), sak: true) { try Låseside.vis($0) },
    .post("/kontroll/:maned/:team/las", .rett(.føreKontroll), sak: true) { try Låseside.lås($0) },
    .get("/kontroll/:maned/:team/kvittering", .rett(.seKontroll), sak: true) { try Kvitteringsside.vis($0) },
    .get("/kontroll/:maned/:team/protokoll", .rett(.seKontroll), sak: true) {
      try Kvitteringsside.protokoll($0, .signing)
    },
    .get("/kontroll/:maned/:team/protokoll/full", .rett(.seKontroll), sak: true) {
      try Kvitteringsside.protokoll($0, .full)
    },
    .get("/kontroll/:maned/:team/rett", .rett(.føreKontroll), sak: true) { try CorrectionPage.show($0) },
    .post("/kontroll/:maned/:team/rett", .rett(.føreKontroll), sak: true) { try CorrectionPage.save($0) },
    .get("/kontroll/:maned/:team/tillegg/:nummer", .rett(.seKontroll), sak: true) {
      try CorrectionPage.supplement($0)
    },
    .get("/kontroll/:maned/:team/arbeidsliste", .rett(.seKontroll), sak: true) {
      .dokument(Worklist(try $0.vurdertKontroll()).html)
    },
    .get("/kontroll/:maned/:team/arbeidsliste/csv", .rett(.seKontroll), sak: true) {
      try Kvitteringsside.worklistTable($0)
    },
    .get("/frister", .rett(.seKontroll), sak: true) { try Fristside.vis($0) },
  ]
}
