import Markup

/// Signing in with a service.
enum Tjenesteside {
  /// Sends the browser to the service.
  ///
  /// The page policy lets no form lead elsewhere, and browsers count what a form is sent on to; so this is a page that
  /// goes on by itself, with a link for those that do not.
  @Sendable static func begynn(_ context: Kontekst) async throws -> Nettsvar {
    let service = try tjeneste(context)
    try context.app.grenser.avsendere.krev(context.avsender, nå: context.nå.sekunder)
    let back = context.skjema["tilbake"]
    let browser: String
    let address: String
    do {
      (browser, address) = try await service.begynn(
        tilbake: erEgenSti(back) ? back : "/", fersk: context.skjema.har("fersk"),
        tilfeldig: context.oppsett.tilfeldig, nå: context.nå.sekunder)
    } catch let error as Innloggingsfeil {
      return try avvis(error, context)
    }
    var answer = Nettsvar.side(
      Side("Logg inn", context) {
        Tag.p { "Du blir sendt til innloggingen. Skjer det ikke, bruk lenken." }
        Tag.p { Lenke.til(address, "Gå til innloggingen") }
      })
    answer.hoder.append(.init("refresh", "0; url=\(address)"))
    answer.hoder.append(context.oppsett.vokter.innloggingskake(browser))
    return answer
  }

  /// Where the service sends the browser back to. That is asked for from elsewhere, so it changes nothing and comes
  /// without our cookies: the page posts what it was given to ourselves.
  static func svar(_ context: Kontekst) throws -> Side {
    _ = try tjeneste(context)
    guard let code = context.spørring.verdi("code"), let state = context.spørring.verdi("state") else {
      return Side("Du er ikke logget inn", context) {
        Tag.p { "Innloggingen ble avbrutt." }
        Tag.p { Lenke.til("/inn", "Prøv igjen") }
      }
    }
    return Side("Fullfør innloggingen", context) {
      HTML.element(
        .form,
        [Attribute("method", "post"), Attribute("action", "/inn/svar"), Attribute("data-videre", "")],
        [
          Utfylling.skjult("code", code), Utfylling.skjult("state", state), Utfylling.knapp("Fortsett"),
        ])
    }
  }

  /// Changes what the browser came back with into a session.
  @Sendable static func fullfør(_ context: Kontekst) async throws -> Nettsvar {
    let service = try tjeneste(context)
    let now = context.nå.sekunder
    do {
      let begun = try service.ta(
        tilstand: context.skjema["state"],
        nettleser: context.forespørsel.kake(context.oppsett.vokter.innloggingskakenavn), nå: now)
      let proof = try await service.tjeneste.bevis(
        kode: context.skjema["code"], verifikator: begun.verifikator, nonce: begun.nonce, nå: now)
      if begun.fersk, !erFersk(proof.autentisert, now) {
        throw Innloggingsfeil.avvist("the proof is not fresh")
      }
      return try slippInn(service.person(proof), proof, begun, context)
    } catch let error as Innloggingsfeil {
      return try avvis(error, context)
    }
  }

  private static func slippInn(
    _ person: Bruker?, _ proof: Legitimasjon, _ begun: Tjenesteinnlogging.Påbegynt, _ context: Kontekst
  ) throws -> Nettsvar {
    guard let person else {
      return .side(
        Side("Du har ikke tilgang", context) {
          Tag.p { "Du er logget inn, men ingen av gruppene dine gir tilgang her. Snakk med lederen din." }
        }, status: 403)
    }
    let before = context.økt?.økt.bruker
    // Who proves anew who it is, goes on in the role it had; a proof of somebody else is a sign-in.
    let isSame = before?.id == person.id
    if !isSame { try context.app.grenser.personer.krev(person.id, nå: context.nå.sekunder) }
    let role = isSame ? before.flatMap { person.i($0.rolle) } : nil
    return try context.loggInn(
      role ?? person, til: begun.fersk && !isSame ? "/" : begun.tilbake, bekreftet: proof.autentisert ?? 0)
  }

  private static func avvis(_ error: Innloggingsfeil, _ context: Kontekst) throws -> Nettsvar {
    context.oppsett.feil(context.merke, error)
    try context.oppsett.logg.skriv(
      Innsyn(tid: context.nå.tid, bruker: "-", rolle: "-", slag: .nektet, hva: context.forespørsel.sti))
    let isOurs = if case .avvist = error { true } else { false }
    return .side(
      Side("Du er ikke logget inn", context) {
        Tag.p {
          isOurs
            ? "Vi kunne ikke godta innloggingen. Prøv igjen fra denne nettleseren."
            : "Innloggingstjenesten svarer ikke nå. Vent litt, og prøv igjen."
        }
        Tag.p { "Kode til brukerstøtte: \(context.merke.uppercased())." }
        Tag.p { Lenke.til("/inn", "Prøv igjen") }
      }, status: isOurs ? 403 : 503)
  }

  /// Whether somebody proved who it is within the last five minutes.
  static func erFersk(_ proved: Int?, _ now: Int) -> Bool {
    guard let proved else { return false }
    return now - proved < Kontekst.ferskSekunder
  }

  /// Whether a path is one of our own pages, so that nobody can be sent elsewhere after signing in.
  static func erEgenSti(_ path: String) -> Bool {
    guard path.hasPrefix("/"), !path.hasPrefix("//"), !path.contains("\\"),
      path.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else { return false }
    if case .rute = Ruter.finn(.get, String(path.prefix { $0 != "?" && $0 != "#" })) { return true }
    return false
  }

  private static func tjeneste(_ context: Kontekst) throws -> Tjenesteinnlogging {
    guard case .tjeneste(let service) = context.oppsett.innlogging else { throw Sidefeil.finnesIkke }
    return service
  }
}
