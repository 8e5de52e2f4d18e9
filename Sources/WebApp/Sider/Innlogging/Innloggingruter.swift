extension Ruter {
  /// The routes of this area.
  static let innlogging: [Rute] = [
    .get("/inn", .alle) { context in
      context.økt == nil ? .side(Innloggingsside.inn(context)) : .videre(til: "/")
    },
    // Asking for a link changes nothing: programs that look at links before their reader does must not use it up.
    .get("/inn/:lenke", .alle) { context in
      guard case .lenke = context.oppsett.innlogging else { throw Sidefeil.finnesIkke }
      return .side(Innloggingsside.bekreft(context))
    },
    .post("/inn/:lenke", .alle, maks: 1_024, Innloggingsside.bruk),
    .post("/inn/start", .alle, maks: 4_096, Tjenesteside.begynn),
    .get("/inn/svar", .alle) { .side(try Tjenesteside.svar($0)) },
    .post("/inn/svar", .alle, maks: 16_384, Tjenesteside.fullfør),
    .post("/inn/proxy", .alle, maks: 1_024, Innloggingsside.proxy),
    .post("/ut", .alle, maks: 1_024) { context in
      if let session = context.økt {
        context.app.økter.avslutt(session.token)
        try context.loggInnlogging("ut", session.økt.bruker)
      }
      var answer = Nettsvar.videre(til: "/inn")
      answer.hoder += context.oppsett.vokter.utenKake
      return answer
    },
    .get("/rolle", .innlogget) { context in
      .side(try Rolleside.side(context, Utfylling(forslag: [("rolle", context.rolle)])))
    },
    .post("/rolle", .innlogget, maks: 1_024, Rolleside.bytt),
  ]
}
