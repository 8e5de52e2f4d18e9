import Markup

/// Signing in.
enum Innloggingsside {
  /// How one gets in here.
  static func inn(_ context: Kontekst) -> Side {
    Side("Logg inn", context) {
      switch context.oppsett.innlogging {
      case .stengt: Tag.p { "Ingen kan logge inn her nå. Snakk med den som har ansvar for programmet." }
      case .lenke:
        Tag.p { "Du logger inn med en lenke som programmet viser i vinduet der det ble startet." }
        Tag.ol {
          Tag.li { "Finn vinduet der programmet ble startet." }
          Tag.li { "Trykk Enter i vinduet. Da viser programmet en ny lenke." }
          Tag.li { "Åpne lenken i nettleseren på samme maskin." }
        }
        Tag.p { "En lenke virker én gang. En ny lenke gjør den forrige ugyldig." }
      }
    }
  }

  /// A button, since looking at a link must not use it up.
  static func bekreft(_ context: Kontekst) -> Side {
    Side("Logg inn", context) {
      Tag.p { "Lenken virker én gang. Logg ut når du er ferdig." }
      Utfylling.skjema(context.forespørsel.sti, context) { Utfylling.knapp("Logg inn") }
    }
  }

  @Sendable static func bruk(_ context: Kontekst) throws -> Nettsvar {
    guard case .lenke(let link) = context.oppsett.innlogging else { throw Sidefeil.finnesIkke }
    if let person = link.bruk(try context.plass("lenke")) { return try context.loggInn(person) }
    // The right link always works, so wrong guesses lock nobody out.
    try context.app.grenser.lenker.krev(context.forespørsel.avsender ?? "-", nå: context.nå.sekunder)
    let page = Side("Lenken virker ikke", context) {
      Tag.p { "Lenken er brukt før, eller det er laget en nyere." }
      Tag.p { Lenke.til("/inn", "Slik får du en ny lenke") }
    }
    return .side(page, status: 403)
  }
}

/// Acting in another of one's own roles.
enum Rolleside {
  static func side(_ context: Kontekst, _ form: Utfylling) throws -> Side {
    let person = try context.bruker
    return Side("Bytt rolle", context, feil: form.feil) {
      Tag.p { "Det du gjør, blir ført på rollen du har valgt." }
      Utfylling.skjema("/rolle", context) {
        form.valg("rolle", "Rolle", person.roller.map { ($0.rawValue, $0.visning) })
        Utfylling.knapp("Bytt rolle")
      }
    }
  }

  @Sendable static func bytt(_ context: Kontekst) throws -> Nettsvar {
    guard let session = context.økt else { throw Sidefeil.måLoggeInn }
    var person = session.økt.bruker
    guard let role = Rolle(rawValue: context.skjema["rolle"]), person.roller.contains(role) else {
      let fault = Feltfeil("rolle", "Rolle må være en av dine egne. Velg en i listen.")
      return .side(try side(context, Utfylling(context.skjema, feil: [fault])), status: 422)
    }
    person.rolle = role
    try context.loggInnlogging("rolle", person)
    context.app.økter.bytt(session.token, til: person)
    return .videre(til: "/")
  }
}
