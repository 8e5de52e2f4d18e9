import Checklists
import Markup
import Quality
import Sampling
import Values

/// The form of a proposed change: one point of a version, or the whole of it.
enum Forslagsskjema {
  /// A checklist is at most 512 KiB, and up to three times as much as a form sends it.
  static let maksKropp = 2 * 1024 * 1024

  // MARK: A new one

  static func ny(_ context: Kontekst) throws -> Side {
    guard let kilde = try kilde(context.spørring, context) else { return valg(context) }
    var values = [("yaml", kilde.forslag)]
    if kilde.punkt != nil {
      values += Datofelt.verdier("gjelder", kilde.førsteDag(etter: context.nå.dato))
    }
    return side(context, kilde, "/sjekklister/forslag/ny", Utfylling(forslag: values))
  }

  static func lagre(_ context: Kontekst) throws -> Nettsvar {
    guard let kilde = try kilde(context.skjema, context) else { throw Sidefeil.uforståelig }
    return try lagre(context, kilde, "/sjekklister/forslag/ny") { draft, list in
      let number = try context.oppfølging().foreslå(
        list, yaml: draft.yaml, fra: kilde.fra, begrunnelse: context.skjema["begrunnelse"],
        rolle: context.rolle)
      return .videre(
        til: Lenke.sti("sjekklister", "forslag", number), gjort: .init("foreslått", number))
    }
  }

  /// What the form is about: a version that exists, and whether one point of it or all.
  private static func kilde(_ fields: Skjemadata, _ context: Kontekst) throws -> Utkastkilde? {
    guard let id = fields.verdi("fra") else { return nil }
    guard let liste = context.oppsett.bibliotek.sjekklister.first(where: { $0.id == id }),
      let file = context.oppsett.filer.first(where: { $0.sti == liste.sti })
    else { throw Sidefeil.finnesIkke }
    return Utkastkilde(
      fra: liste, yaml: String(decoding: file.bytes, as: UTF8.self), punkt: fields.verdi("punkt"))
  }

  private static func valg(_ context: Kontekst) -> Side {
    let lists = context.oppsett.bibliotek.sjekklister.reversed().map { ($0.id, $0.id) }
    return Side("Foreslå endring", context) {
      Tag.p {
        "Velg hvilken versjon du vil endre. Du kan endre hele sjekklisten her, eller ett punkt fra siden om "
          + "sjekklisten."
      }
      Utfylling.søk("/sjekklister/forslag/ny") {
        Utfylling().liste("fra", "Versjon", lists)
        Utfylling.knapp("Gå videre")
      }
    }
  }

  // MARK: Another text of one that is there

  static func endre(_ context: Kontekst) throws -> Side {
    let (proposal, kilde) = try åpent(context, context.spørring)
    var values = [
      ("yaml", kilde.forslag), ("begrunnelse", proposal.tekst.begrunnelse),
      ("sett", String(proposal.antallHendelser)),
    ]
    values += Datofelt.verdier("gjelder", proposal.tekst.gjelderFra)
    return side(context, kilde, endringsadresse(proposal), Utfylling(forslag: values), proposal)
  }

  static func lagreEndring(_ context: Kontekst) throws -> Nettsvar {
    let (proposal, kilde) = try åpent(context, context.skjema)
    guard context.skjema["sett"] == String(proposal.antallHendelser) else {
      throw Sidefeil.endretAvAndre(sti: proposal.sideadresse)
    }
    return try lagre(context, kilde, endringsadresse(proposal), proposal) { draft, list in
      try context.oppfølging().endre(
        forslag: proposal.nummer, list, yaml: draft.yaml, begrunnelse: context.skjema["begrunnelse"],
        rolle: context.rolle)
      return .videre(til: proposal.sideadresse, gjort: .init("foreslått", proposal.nummer))
    }
  }

  private static func åpent(_ context: Kontekst, _ fields: Skjemadata) throws -> (
    Sjekklisteforslag, Utkastkilde
  ) {
    let proposal = try Forslagsside.forslag(context)
    guard proposal.avgjort == nil else { throw Sidefeil.ikkeNå("Forslaget er avgjort og kan ikke endres.") }
    let from = try Forslagsside.endret(proposal, context)
    return (proposal, Utkastkilde(fra: from, yaml: proposal.tekst.yaml, punkt: fields.verdi("punkt")))
  }

  private static func endringsadresse(_ proposal: Sjekklisteforslag) -> String {
    Lenke.sti("sjekklister", "forslag", proposal.nummer, "endre")
  }

  // MARK: Both

  private static func lagre(
    _ context: Kontekst, _ kilde: Utkastkilde, _ address: String, _ proposal: Sjekklisteforslag? = nil,
    _ write: (Utkast, Sjekkliste) throws -> Nettsvar
  ) throws -> Nettsvar {
    var draft = Utkast(
      context.skjema, over: kilde, context.oppsett.bibliotek, i: context.nå.dato, nytt: proposal == nil)
    if !context.skjema.har("bareKontroll") {
      let reason = context.skjema["begrunnelse"]
      if reason.isEmpty {
        draft.feil.append(
          Feltfeil("begrunnelse", "Begrunnelse må fylles ut. Skriv kort hvorfor sjekklisten bør endres."))
      } else if let objection = Tekstinnvending(utenSak: reason) {
        draft.feil.append(Feltfeil("begrunnelse", "Begrunnelse: \(objection.bokmål)"))
      }
      if draft.feil.isEmpty, let list = draft.liste {
        do {
          return try write(draft, list)
        } catch let error as Oppfølgingsfeil {
          guard case .identitet = error else { throw error }
          draft.feil = [Feltfeil("yaml", error.bokmål)]
        }
      }
    }
    let filled = Utfylling(context.skjema, feil: draft.feil)
    return .side(
      side(context, kilde, address, filled, proposal, draft), status: draft.feil.isEmpty ? 200 : 422)
  }

  private static func side(
    _ context: Kontekst, _ kilde: Utkastkilde, _ address: String, _ filled: Utfylling,
    _ proposal: Sjekklisteforslag? = nil, _ draft: Utkast? = nil
  ) -> Side {
    let what = kilde.punkt.map { "\($0.id) i \(kilde.fra.id)" } ?? kilde.fra.id
    return Side(
      proposal.map { "Endre forslaget \($0.nummer)" } ?? "Foreslå endring av \(what)", context,
      feil: filled.feil
    ) {
      if let draft, draft.feil.isEmpty { Varsel.gjort("Teksten kan brukes. Den er ikke lagret ennå.") }
      Tag.p {
        "Det du lagrer her, blir et forslag. Ingenting endres i kontrollene før en annen har godkjent det og "
          + "versjonen er tatt i bruk."
      }
      Utfylling.skjema(address, context) {
        if proposal == nil { Utfylling.skjult("fra", kilde.fra.id) }
        if let point = kilde.punkt { Utfylling.skjult("punkt", point.id) }
        if proposal != nil { Utfylling.skjult("sett", filled.verdier["sett"]) }
        filled.område(
          "yaml", kilde.punkt.map { "Teksten til punktet \($0.id)" } ?? "Teksten til sjekklisten",
          hjelp: "Linjene må stå like langt inn som nå.", linjer: kilde.punkt == nil ? 30 : 16)
        if let draft {
          draft.feilliste(
            helFil: proposal == nil ? "\(address)?fra=\(Prosentkode.skriv(kilde.fra.id))" : address)
        }
        if kilde.punkt != nil {
          filled.dato(
            "gjelder", "Gjelder fra",
            hjelp:
              "Første dag den nye versjonen brukes. Det må være en dag som kommer, og etter at versjonen "
              + "som endres, ble tatt i bruk.")
        }
        filled.område("begrunnelse", "Begrunnelse", hjelp: "Hvorfor bør sjekklisten endres? Skriv uten navn.")
        Utfylling.knapp("Lagre forslaget")
        Utfylling.knapp("Kontroller teksten", .andre, navn: "bareKontroll")
      }
      Tag.p { Lenke.til(proposal?.sideadresse ?? kilde.fra.sideadresse, "Avslutt uten å lagre") }
    }
  }
}
