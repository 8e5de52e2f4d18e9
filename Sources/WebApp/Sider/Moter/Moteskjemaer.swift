import Markup
import Quality
import Reports
import Sampling
import Values

/// Opens the minutes of a meeting.
struct Nyttmøte: Oppfølgingsskjema {
  let context: Kontekst
  private let slag: Møteslag
  private let valg: Kvalitetsvalg
  let emnesti = "/kvalitet"

  init(_ context: Kontekst) throws {
    self.context = context
    guard let own = try Møteslag.allCases.first(where: context.fører) else { throw Sidefeil.ingenTilgang }
    slag = own
    valg = try Kvalitetsvalg(context)
  }

  func krevNå() throws { _ = try context.oppfølging() }

  var forslag: [(String, String)] {
    [("fra", valg.fra.description), ("til", valg.til.description), ("deltakere", slag.rawValue)]
  }

  private var roller: [Rolle] {
    [.teamleder, .barnevernleder, .avdelingssjef, .kvalitetsgruppe, .kvalitetsutvalg, .saksbehandler]
  }

  private var måneder: [(verdi: String, tekst: String)] {
    let last = Måned(context.nå.dato)
    return (0..<24).map { last.adding(måneder: -$0) }.map { ($0.description, Bokmål.stor($0.bokmål)) }
  }

  func side(_ utfylling: Utfylling) -> Side {
    Side("Hold møte i \(slag.bestemt)", context, feil: utfylling.feil) {
      Tag.p { "Referatet åpnes i dag, \(context.nå.dato.bokmål). Agendaen lages av perioden du velger." }
      felt("/kvalitet/mote/nytt") {
        utfylling.liste("fra", "Fra", måneder)
        utfylling.liste("til", "Til og med", måneder)
        utfylling.kryss(
          "deltakere", "Hvem er til stede?", roller.map { ($0.rawValue, $0.visning) },
          hjelp: "Velg roller. Navn skrives ikke.")
        Utfylling.knapp("Åpne referatet")
      }
      Tag.p { Lenke.til("/kvalitet", "Tilbake uten å åpne") }
    }
  }

  func lagre(_ les: inout Oppfølgingsleser) throws -> Nettsvar? {
    let codes = måneder.map(\.verdi)
    let from = les.valg("fra", "Fra", blant: codes).flatMap { Måned($0) }
    let to = les.valg("til", "Til og med", blant: codes).flatMap { Måned($0) }
    let present = roller.map(\.rawValue).filter(les.skjema.alle("deltakere").contains)
    if let from, let to, from > to {
      les.feil("til", "Til og med må være samme måned som Fra, eller senere.")
    }
    if present.isEmpty { les.feil("deltakere", "Hvem er til stede må fylles ut. Velg minst én rolle.") }
    guard les.erRiktig, let from, let to, let period = Periode(from.førsteDag, to.sisteDag) else {
      return nil
    }
    let number = try context.oppfølging().holdMøte(
      slag, periode: period, deltakere: present, rolle: context.rolle)
    return .videre(til: Lenke.sti("kvalitet", "mote", number), gjort: .init("holdt", number))
  }
}

/// Sends a matter to the other body, where it stands on the next agenda.
struct Sendeskjema: Oppfølgingsskjema {
  let context: Kontekst
  private let møte: Møte

  init(_ context: Kontekst) throws {
    self.context = context
    møte = try context.valgtMøte()
    if try !context.fører(møte.slag) { throw Sidefeil.ingenTilgang }
  }

  var emnesti: String { møte.sti }
  func krevNå() throws { try context.krevÅpent(møte) }

  func side(_ utfylling: Utfylling) -> Side {
    Side("Send videre til \(møte.slag.annen.bestemt)", context, feil: utfylling.feil) {
      felt("\(møte.sti)/send") {
        utfylling.tekst(
          "gjelder", "Gjelder", hjelp: "For eksempel AV-2014-007, T-2014-003 eller OB-ANTALL.",
          valgfritt: true, smal: true)
        utfylling.område("tekst", "Hva ber dere om? (uten navn og saksnummer)")
        Utfylling.knapp("Send videre")
      }
      Tag.p { Lenke.til(møte.sti, "Tilbake til møtet") }
    }
  }

  func lagre(_ les: inout Oppfølgingsleser) throws -> Nettsvar? {
    let about = les.valgfri("gjelder", "Gjelder", .utenSak)
    let text = les.tekst("tekst", "Hva dere ber om", .utenSak, hjelp: "Skriv kort hva saken gjelder.")
    guard les.erRiktig else { return nil }
    try context.oppfølging().send(møte.nummer, gjelder: about, tekst: text, rolle: context.rolle)
    return .videre(til: møte.sti, gjort: .init("sendt", møte.nummer))
  }
}

/// Approves the minutes; nothing in them changes afterwards.
struct Godkjenningsskjema: Oppfølgingsskjema {
  let context: Kontekst
  private let møte: Møte

  init(_ context: Kontekst) throws {
    self.context = context
    møte = try context.valgtMøte()
    if try !context.fører(møte.slag) { throw Sidefeil.ingenTilgang }
  }

  var emnesti: String { møte.sti }
  var antallHandlinger: Int? { møte.antallHandlinger }
  func krevNå() throws { try context.krevÅpent(møte) }

  func side(_ utfylling: Utfylling) -> Side {
    Side("Godkjenn referat fra \(møte.nummer)", context, feil: utfylling.feil) {
      Tag.p {
        "Referatet har \(møte.notater.count) notater og \(møte.vedtak.count) vedtak. Når det er godkjent, kan ingen "
        "endre det. Journalkoden som vises etterpå, skal stå på referatet i arkivet."
      }
      Tag.p { Lenke.til("\(møte.sti)/referat", "Les referatet først") }
      felt("\(møte.sti)/godkjenn") {
        utfylling.bekreftelse("lest", "Jeg har lest referatet, og det stemmer med det møtet bestemte.")
        Utfylling.knapp("Godkjenn referat")
      }
      Tag.p { Lenke.til(møte.sti, "Tilbake uten å godkjenne") }
    }
  }

  func lagre(_ les: inout Oppfølgingsleser) throws -> Nettsvar? {
    les.bekreft("lest", "Bekreftelsen må krysses av. Les referatet først.")
    guard les.erRiktig else { return nil }
    try context.krevFersk(tilbake: context.forespørsel.sti)
    try context.oppfølging().godkjenn(møte.nummer, rolle: context.rolle)
    return .videre(til: møte.sti, gjort: .init("godkjent", møte.nummer))
  }
}
