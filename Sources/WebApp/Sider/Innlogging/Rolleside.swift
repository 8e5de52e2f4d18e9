import Markup

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
    guard let role = Rolle(rawValue: context.skjema["rolle"]), let person = session.økt.bruker.i(role) else {
      let fault = Feltfeil("rolle", "Rolle må være en av dine egne. Velg en i listen.")
      return .side(try side(context, Utfylling(context.skjema, feil: [fault])), status: 422)
    }
    try context.loggInnlogging("rolle", person)
    context.app.økter.bytt(session.token, til: person)
    return .videre(til: "/")
  }
}
