import Reports

extension Ruter {
  /// What was locked and can be proved: protocols, proofs of draws, minutes, reviews, and the journal itself.
  static let protokoller: [Rute] = [
    .get("/protokoller", .rett(.seKontroll)) { .side(try Protokolloversikt.side($0)) },
    .get("/protokoller/:maned/:team", .rett(.seKontroll), sak: true) {
      try Protokolldokument.protokoll($0, .signing)
    },
    .get("/protokoller/:maned/:team/full", .rett(.seKontroll), sak: true) {
      try Protokolldokument.protokoll($0, .full)
    },
    .get("/protokoller/:maned/:team/arbeidsliste", .rett(.seKontroll), sak: true) {
      try Protokolldokument.worklist($0)
    },
    .get("/protokoller/:maned/:team/bevis", .rett(.seKontroll), sak: true) {
      try Protokolldokument.bevis($0)
    },
    .get("/protokoller/referat/:nummer", .rett(.seKvalitet)) { try Protokolldokument.referat($0) },
    .get("/protokoller/arsgjennomgang/:ar", .rett(.seKvalitet)) { try Protokolldokument.årsgjennomgang($0) },
    .get("/protokoller/fagdag/:ar", .rett(.seKvalitet)) { try Protokolldokument.fagdag($0) },
    .get("/protokoller/journal", .rett(.seKontroll)) { .side(try Journalside.side($0)) },
    .post("/protokoller/journal", .rett(.seKontroll)) { .side(try Journalside.kontroller($0)) },
  ]
}
