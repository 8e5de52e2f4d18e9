import Markup

/// Signing in.
enum Innloggingsside {
  /// How one gets in here.
  static func inn(_ context: Kontekst) -> Side {
    Side("Logg inn", context) {
      switch context.oppsett.innlogging {
      case .stengt: Tag.p { "Ingen kan logge inn her nå. Snakk med den som har ansvar for programmet." }
      case .tjeneste: skjema("/inn/start", context)
      case .proxy: skjema("/inn/proxy", context)
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
      skjema(context.forespørsel.sti, context)
    }
  }

  /// What somebody must do who is about to lock or approve something.
  static func bekreftDeg(_ context: Kontekst, tilbake: String) -> Side {
    Side("Bekreft at det er deg", context) {
      Tag.p {
        "Det er mer enn fem minutter siden du logget inn. Logg inn en gang til før du går videre. Ingenting er lagret "
        "ennå."
      }
      Utfylling.skjema("/inn/start", context) {
        Utfylling.skjult("fersk", "ja")
        Utfylling.skjult("tilbake", tilbake)
        Utfylling.knapp("Logg inn")
      }
    }
  }

  private static func skjema(_ path: String, _ context: Kontekst) -> HTML {
    Utfylling.skjema(path, context) { Utfylling.knapp("Logg inn") }
  }

  @Sendable static func bruk(_ context: Kontekst) throws -> Nettsvar {
    guard case .lenke(let link) = context.oppsett.innlogging else { throw Sidefeil.finnesIkke }
    if let person = link.bruk(try context.plass("lenke")) { return try context.loggInn(person) }
    // The right link always works, so wrong guesses lock nobody out.
    try context.app.grenser.lenker.krev(context.avsender, nå: context.nå.sekunder)
    let page = Side("Lenken virker ikke", context) {
      Tag.p { "Lenken er brukt før, eller det er laget en nyere." }
      Tag.p { Lenke.til("/inn", "Slik får du en ny lenke") }
    }
    return .side(page, status: 403)
  }

  /// The proxy has signed the person in.
  @Sendable static func proxy(_ context: Kontekst) throws -> Nettsvar {
    guard case .proxy(let proxy) = context.oppsett.innlogging else { throw Sidefeil.finnesIkke }
    try context.app.grenser.avsendere.krev(context.avsender, nå: context.nå.sekunder)
    if let person = proxy.person(context.forespørsel) {
      try context.app.grenser.personer.krev(person.id, nå: context.nå.sekunder)
      return try context.loggInn(person)
    }
    try context.oppsett.logg.skriv(
      Innsyn(tid: context.nå.tid, bruker: "-", rolle: "-", slag: .nektet, hva: "/inn/proxy"))
    let page = Side("Du har ikke tilgang", context) {
      Tag.p { "Ingen av gruppene dine gir tilgang her. Snakk med lederen din." }
    }
    return .side(page, status: 403)
  }
}
