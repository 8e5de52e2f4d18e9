import AuditStore
import Markup
import Quality
import Reports
import Values

/// The lock (a5): a statement, and then nothing changes any more.
enum Låseside {
  static func vis(_ context: Kontekst) throws -> Nettsvar {
    let control = try context.vurdertKontroll()
    if control.lås != nil { return .videre(til: Lenke.kontroll(control.nøkkel, "kvittering")) }
    if control.deler.contains(where: \.erÅpen) {
      return .videre(til: Lenke.kontroll(control.nøkkel, "se-over"))
    }
    try context.krevFersk(tilbake: context.forespørsel.sti)
    return .side(side(context, control, Utfylling()))
  }

  private static func side(_ context: Kontekst, _ control: Kontroll, _ form: Utfylling) -> Side {
    Side("Lås kontrollen", context, feil: form.feil) {
      Tag.p(.klasse("ingress")) { "Månedskontroll \(control.nøkkel.månedIOrd), \(control.nøkkel.team)." }
      Tag.ul {
        Tag.li { "Svarene kan ikke endres etterpå." }
        Tag.li {
          "\(Bokmål.stor(Bokmål.mengde(control.tilOppfølging.count, Ord.avvik))) blir åpnet eller funnet igjen."
        }
        Tag.li { "Protokollen får en journalkode. Den viser om noe er endret senere." }
      }
      Utfylling.skjema(context.forespørsel.sti, context) {
        form.bekreftelse(
          "bekreft", "Jeg har sett over svarene, og de stemmer med det jeg fant i sakene.")
        Utfylling.knapp("Lås kontrollen")
      }
      Tag.p { Lenke.til(Lenke.kontroll(control.nøkkel, "se-over"), "Tilbake til svarene") }
    }
  }

  static func lås(_ context: Kontekst) throws -> Nettsvar {
    let control = try context.vurdertKontroll()
    guard context.skjema.har("bekreft") else {
      let fault = Feltfeil("bekreft", "Bekreftelsen må krysses av før kontrollen kan låses.")
      return .side(side(context, control, Utfylling(context.skjema, feil: [fault])), status: 422)
    }
    try context.krevFersk(tilbake: context.forespørsel.sti)
    try context.kontrollverb(control.nøkkel).lås(dato: context.nå.dato, rolle: context.rolle)
    return .videre(
      til: Lenke.kontroll(control.nøkkel, "kvittering"), gjort: .init("låst", control.nøkkel.nummer))
  }
}

/// The receipt (a6): the number, the journal code, and what happens next.
enum Kvitteringsside {
  static func vis(_ context: Kontekst) throws -> Nettsvar {
    let control = try context.vurdertKontroll()
    guard let locked = control.lås else { return .videre(til: Lenke.kontroll(control.nøkkel)) }
    let key = control.nøkkel
    let opened = try context.register.avvik.filter { avvik in
      guard avvik.team == key.team, case .kontroll(let found) = avvik.opphav else { return false }
      return found.måned == key.måned
    }
    return .side(
      Side("Kontrollen er låst", context) {
        Tag.div(.klasse("varsel varsel-gjort")) {
          Tag.h2 { key.nummer }
          Tag.p { "Låst \(locked.dato.bokmål) av \(locked.rolle)." }
          Tag.p { "Journalkode" }
          Tag.p(.klasse("kode"), .id("journalkode")) { control.journalkode ?? "" }
        }
        Tag.h2 { "Dette skjer nå" }
        Tag.ol {
          Tag.li {
            Lenke.til(Lenke.kontroll(key, "protokoll"), "Skriv ut protokollen")
            ", få den signert og arkiver den. Koden står nederst på hver side."
          }
          Tag.li { neste(opened.map(\.nummer)) }
          Tag.li {
            Lenke.til(Lenke.kontroll(key, "arbeidsliste"), "Arbeidsliste for teamet")
            ": det reglene fant i de andre sakene. Den skal ikke arkiveres i barnas mapper."
          }
          Tag.li { "Kvalitetsgruppa ser funnene på neste møte." }
        }
        Tag.p {
          Lenke.til(Lenke.kontroll(key, "protokoll", "full"), "Se den fulle protokollen med alle bevis")
        }
        Tag.p { Lenke.til(Lenke.kontroll(key, "se-over"), "Se svarene") }
        CorrectionPage.supplements(control)
        if context.har(.føreKontroll) {
          Tag.p { Lenke.til(Lenke.kontroll(key, "rett"), "Rett noe i kontrollen") }
        }
        Tag.p { Lenke.til("/", "Til Gjør nå") }
      })
  }

  @HTMLBuilder private static func neste(_ numbers: [String]) -> [HTML] {
    if numbers.isEmpty {
      "Ingen nye avvik ble åpnet."
    } else {
      "Vurder avvikene som ble åpnet: "
      for (index, number) in numbers.enumerated() {
        if index > 0 { ", " }
        Lenke.til(Lenke.sti("avvik", number), number)
      }
      "."
    }
  }

  static func protokoll(_ context: Kontekst, _ edition: Protokoll.Edition) throws -> Nettsvar {
    .dokument(Protokoll(try context.vurdertKontroll(), edition).html)
  }

  /// The findings in the team's other cases, as a table for a spreadsheet.
  static func worklistTable(_ context: Kontekst) throws -> Nettsvar {
    let control = try context.vurdertKontroll()
    try context.krevUttak()
    return .fil(
      Array(Worklist(control).csv.utf8),
      navn: "arbeidsliste-\(control.nøkkel.måned)-\(control.nøkkel.team).csv",
      type: "text/csv; charset=utf-8")
  }
}
