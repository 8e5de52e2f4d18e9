import Markup
import Quality
import Values

/// Approving a proposal, or turning it down.
enum Forslagsavgjørelse {
  static func side(_ context: Kontekst) throws -> Side {
    try context.krevFersk(tilbake: context.forespørsel.sti)
    return try side(context, Utfylling())
  }

  private static func side(_ context: Kontekst, _ filled: Utfylling) throws -> Side {
    let proposal = try Forslagsside.forslag(context)
    guard proposal.avgjort == nil else { throw Sidefeil.ikkeNå("Forslaget er avgjort.") }
    return Side("Godkjenn forslaget \(proposal.nummer)", context, feil: filled.feil) {
      Tag.p {
        "Når du godkjenner, fryses teksten slik den står nå. Kontroller som er holdt, endres ikke. Den nye versjonen "
          + "gjelder fra \(proposal.tekst.gjelderFra.bokmål), når den er lagt inn og publisert."
      }
      Tag.p { Lenke.til(proposal.prøveadresse, "Se prøvekjøringen før du godkjenner") }
      Utfylling.skjema(proposal.sideadresse + "/godkjenn", context) {
        Utfylling.skjult("sha256", proposal.tekst.hash)
        filled.dato(
          "gjelder", "Gjelder fra",
          hjelp: "Skriv dagen som står i forslaget, for å bekrefte den: \(proposal.tekst.gjelderFra.bokmål).")
        filled.bekreftelse(
          "bekreft", "Jeg har lest endringene og godkjenner dem. Jeg har ikke skrevet dem selv.")
        Utfylling.knapp("Godkjenn forslaget")
      }
      Tag.p { Lenke.til(proposal.sideadresse, "Avslutt uten å godkjenne") }
    }
  }

  static func godkjenn(_ context: Kontekst) throws -> Nettsvar {
    let proposal = try Forslagsside.forslag(context)
    try context.krevFersk(tilbake: context.forespørsel.sti)
    try context.krevAnnen(
      ennSom: "foreslått", emne: proposal.nummer,
      "Du har skrevet forslaget. En annen må godkjenne det.")
    var faults: [Feltfeil] = []
    do throws(Feltfeil) {
      let day = try Datofelt.krev(context.skjema, "gjelder", "Gjelder fra")
      if day != proposal.tekst.gjelderFra {
        faults.append(
          Feltfeil(
            "gjelder", "Gjelder fra må være dagen som står i forslaget, \(proposal.tekst.gjelderFra.bokmål).")
        )
      } else if day <= context.nå.dato {
        faults.append(
          Feltfeil(
            "gjelder", "Gjelder fra er passert. Forslaget må få en dag som kommer, før det kan godkjennes."))
      }
    } catch {
      faults.append(error)
    }
    if !context.skjema.har("bekreft") {
      faults.append(Feltfeil("bekreft", "Bekreft at du har lest endringene, før du godkjenner."))
    }
    if !faults.isEmpty {
      return .side(try side(context, Utfylling(context.skjema, feil: faults)), status: 422)
    }
    try context.krevFersk(tilbake: context.forespørsel.sti)
    do {
      try context.oppfølging().godkjenn(
        forslag: proposal.nummer, hash: context.skjema["sha256"], rolle: context.rolle)
    } catch Forslagsfeil.egetForslag {
      throw Sidefeil.ikkeNå("Rollen din har skrevet forslaget. En annen rolle må godkjenne det.")
    } catch Forslagsfeil.annenTekst {
      throw Sidefeil.endretAvAndre(sti: proposal.sideadresse)
    }
    return .videre(til: proposal.sideadresse, gjort: .init("godkjent", proposal.nummer))
  }

  static func forkastskjema(
    _ proposal: Sjekklisteforslag, _ context: Kontekst, _ filled: Utfylling
  ) -> HTML {
    Utfylling.skjema(proposal.sideadresse + "/forkast", context) {
      filled.område("grunn", "Hvorfor forkastes forslaget?", hjelp: "Skriv uten navn.")
      Utfylling.knapp("Forkast forslaget", .andre)
    }
  }

  static func forkast(_ context: Kontekst) throws -> Nettsvar {
    let proposal = try Forslagsside.forslag(context)
    let reason = context.skjema["grunn"]
    var fault: Feltfeil?
    if reason.isEmpty {
      fault = Feltfeil("grunn", "Hvorfor forslaget forkastes, må fylles ut. Skriv kort hvorfor.")
    } else if let objection = Tekstinnvending(utenSak: reason) {
      fault = Feltfeil("grunn", objection.bokmål)
    }
    if let fault {
      let filled = Utfylling(context.skjema, feil: [fault])
      let page = Side("Forkast forslaget \(proposal.nummer)", context, feil: filled.feil) {
        forkastskjema(proposal, context, filled)
        Tag.p { Lenke.til(proposal.sideadresse, "Avslutt uten å forkaste") }
      }
      return .side(page, status: 422)
    }
    try context.oppfølging().forkast(forslag: proposal.nummer, begrunnelse: reason, rolle: context.rolle)
    return .videre(til: proposal.sideadresse, gjort: .init("forkastet", proposal.nummer))
  }
}
