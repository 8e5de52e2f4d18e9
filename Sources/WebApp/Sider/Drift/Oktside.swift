import Markup

/// Who is signed in now. People are marks here: the administrator needs no names to end a session.
enum Øktside {
  static func side(_ context: Kontekst) -> Side {
    let now = context.nå.sekunder
    let sessions = context.app.økter.liste(nå: now)
    return Side("Hvem som er logget inn", context) {
      Tag.p {
        "En økt tar slutt etter \(Øktlager.tomgang / 60) minutter uten bruk, og senest etter "
        "\(Øktlager.lengst / 3_600) timer."
      }
      Tabell(
        "Økter", ["Person", "Rolle", "Logget inn for", "Sist brukt for", "Avslutt"],
        tom: "Ingen er logget inn.",
        rader: sessions.map { mark, session in
          [
            [Tag.span(.klasse("kode")) { session.bruker.id }], [.text(session.bruker.rolle.visning)],
            [.text(siden(now - session.begynt))], [.text(siden(now - session.sist))],
            [knapp(context, "Avslutt", navn: "okt", mark)],
          ]
        }
      ).html
      Tag.h2 { "Avslutt alle" }
      Tag.p { "Alle må logge inn på nytt, også du. Det som er lagret, blir værende." }
      knapp(context, "Avslutt alle", navn: "alle", "ja")
    }
  }

  @Sendable static func avslutt(_ context: Kontekst) throws -> Nettsvar {
    let person = try context.bruker
    if context.skjema.har("alle") {
      context.app.økter.avsluttAlle()
      try context.loggInnlogging("avsluttet alle økter", person)
      return .videre(til: "/inn")
    }
    guard context.app.økter.avslutt(merke: context.skjema["okt"]) else {
      throw Sidefeil.ikkeNå("Økten er allerede avsluttet. Last siden på nytt.")
    }
    try context.loggInnlogging("avsluttet en økt", person)
    return .videre(til: "/drift/okter")
  }

  private static func knapp(_ context: Kontekst, _ text: String, navn: String, _ verdi: String) -> HTML {
    Utfylling.skjema("/drift/okter/avslutt", context) {
      Utfylling.skjult(navn, verdi)
      Utfylling.knapp(text, .andre)
    }
  }

  private static func siden(_ seconds: Int) -> String {
    let minutes = max(0, seconds) / 60
    if minutes < 1 { return "under ett minutt siden" }
    if minutes < 60 { return minutes == 1 ? "ett minutt siden" : "\(minutes) minutter siden" }
    return minutes < 120 ? "én time siden" : "\(minutes / 60) timer siden"
  }
}
