import Markup

/// What goes wrong, as a page: what happened, and what to do. Never a trace, a path or a statement of SQL.
enum Feilside {
  /// The page of an error. What nobody expected is told by a code that support can find again.
  static func svar(_ error: any Error, _ context: Kontekst) -> Nettsvar {
    guard let known = Sidefeil(error) else {
      context.oppsett.feil(context.merke, error)
      return .side(
        side(
          "Noe gikk galt", context,
          "Vi klarte ikke å \(context.forespørsel.metode == .post ? "lagre" : "vise siden"). Prøv igjen, "
            + "eller gi denne koden til brukerstøtte: \(context.merke.uppercased())."), status: 500)
    }
    var answer = Nettsvar.side(side(known, context), status: known.status)
    if case .måLoggeInn = known, context.forespørsel.metode == .get {
      answer = .videre(til: "/inn")
    }
    if case .forMange(let seconds) = known { answer.hoder.append(.init("retry-after", String(seconds))) }
    return answer
  }

  static func side(_ error: Sidefeil, _ context: Kontekst) -> Side {
    switch error {
    case .finnesIkke:
      side("Siden finnes ikke", context, "Adressen er feil, eller du har ikke tilgang til det som står der.")
    case .måLoggeInn:
      side(
        "Du må logge inn igjen", context,
        "Du har vært borte lenge. Det du sendte nå, er ikke lagret. Svar du har lagret før, er der fortsatt. "
          + "Logg inn, gå tilbake i nettleseren og send på nytt.")
    case .ingenTilgang:
      side("Du har ikke tilgang", context, "Rollen din gir ikke tilgang til denne siden.")
    case .ikkeNå(let text): side("Det går ikke nå", context, text)
    case .uforståelig:
      side("Vi forsto ikke det du sendte", context, "Gå tilbake, last siden på nytt og prøv igjen.")
    case .endretAvAndre(let path):
      Side("Noen andre var først", context) {
        Tag.p {
          "Noen andre endret dette etter at du åpnet siden. Det du skrev, er ikke lagret. Se endringen før du "
          "lagrer."
        }
        Tag.p { Lenke.til(path, "Se endringen") }
      }
    case .måBekrefte(let path): Innloggingsside.bekreftDeg(context, tilbake: path)
    case .forMange(let seconds):
      side("For mange forsøk", context, "Vent \((seconds + 59) / 60) minutter, og prøv igjen.")
    }
  }

  static func annenMetode(_ context: Kontekst) -> Side {
    side("Det går ikke her", context, "Denne adressen kan ikke brukes slik.")
  }

  static func forStor(_ context: Kontekst) -> Side {
    side(
      "Det du sendte, er for stort", context, "Del det opp, eller send en mindre fil. Ingenting er lagret.")
  }

  /// A refusal that comes before anybody is known.
  static func avslag(_ refused: Vokter.Avslag) -> Side {
    switch refused {
    case .annenVert:
      Side("Feil adresse", nil) {
        Tag.p { "Denne tjeneren svarer ikke på den adressen. Bruk lenken du fikk." }
      }
    case .annenSide:
      Side("Avvist", nil) {
        Tag.p {
          "Skjemaet kom ikke fra denne tjenesten. Ingenting er lagret. Åpne siden på nytt og prøv igjen."
        }
      }
    }
  }

  private static func side(_ title: String, _ context: Kontekst, _ text: String) -> Side {
    Side(title, context) { Tag.p { text } }
  }
}
