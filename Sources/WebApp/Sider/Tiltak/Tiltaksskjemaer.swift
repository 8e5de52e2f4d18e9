import Markup
import Quality
import Values

/// Moves the dates of a measure; why is kept.
struct Flytteskjema: Oppfølgingsskjema {
  let context: Kontekst
  private let tiltak: Tiltak

  init(_ context: Kontekst) throws {
    self.context = context
    tiltak = try context.valgtTiltak()
  }

  var emnesti: String { tiltak.sti }
  var antallHandlinger: Int? { tiltak.hendelser.count }
  func krevNå() throws { try Tiltakshandling.flytt.krev(tiltak) }
  var forslag: [(String, String)] {
    Datofelt.verdier("iverksettes", tiltak.iverksettes) + Datofelt.verdier("evalueres", tiltak.evalueres)
  }

  func side(_ utfylling: Utfylling) -> Side {
    Side("Flytt datoene for \(tiltak.nummer)", context, feil: utfylling.feil) {
      Tag.p { tiltak.innhold.tekst }
      felt(Tiltakshandling.flytt.sti(tiltak)) {
        utfylling.dato("iverksettes", "Settes i verk")
        utfylling.dato("evalueres", "Evalueres")
        utfylling.tekst("grunn", "Grunn (uten navn)")
        Utfylling.knapp("Flytt datoene")
      }
      Tag.p { Lenke.til(tiltak.sti, "Tilbake uten å lagre") }
    }
  }

  func lagre(_ les: inout Oppfølgingsleser) throws -> Nettsvar? {
    let starts = les.dato("iverksettes", "Settes i verk")
    let judged = starts.flatMap { les.dato("evalueres", "Evalueres", tidligst: $0) }
    let reason = les.tekst("grunn", "Grunn", .utenSak, hjelp: "Skriv kort hvorfor datoene flyttes.")
    guard les.erRiktig, let starts, let judged else { return nil }
    try context.oppfølging().flytt(
      tiltak.nummer, iverksettes: starts, evalueres: judged, grunn: reason, rolle: context.rolle)
    return .videre(til: tiltak.sti, gjort: .init("flyttet", tiltak.nummer))
  }
}

/// Says that a measure is carried out, and what shows it.
struct Gjennomføringsskjema: Oppfølgingsskjema {
  let context: Kontekst
  private let tiltak: Tiltak

  init(_ context: Kontekst) throws {
    self.context = context
    tiltak = try context.valgtTiltak()
  }

  var emnesti: String { tiltak.sti }
  var antallHandlinger: Int? { tiltak.hendelser.count }
  func krevNå() throws { try Tiltakshandling.gjennomført.krev(tiltak) }
  var forslag: [(String, String)] { Datofelt.verdier("dag", context.nå.dato) }

  func side(_ utfylling: Utfylling) -> Side {
    Side("Meld \(tiltak.nummer) gjennomført", context, feil: utfylling.feil) {
      Tag.p { tiltak.innhold.tekst }
      Tag.p { "Den som melder tiltaket gjennomført, kan ikke evaluere det selv." }
      felt(Tiltakshandling.gjennomført.sti(tiltak)) {
        utfylling.dato("dag", "Når ble det gjort?")
        utfylling.tekst(
          "referanse", "Referanse", hjelp: "For eksempel nummeret på dokumentet, eller referatet fra et møte."
        )
        Utfylling.knapp("Meld gjennomført")
      }
      Tag.p { Lenke.til(tiltak.sti, "Tilbake uten å lagre") }
    }
  }

  func lagre(_ les: inout Oppfølgingsleser) throws -> Nettsvar? {
    let day = les.dato("dag", "Når det ble gjort", senest: context.nå.dato)
    if let day, day < tiltak.tidligstIverksatt {
      les.feil("dag", "Når det ble gjort kan ikke være før tiltaket ble laget, \(tiltak.opprettet.bokmål).")
    }
    let reference = les.tekst("referanse", "Referanse", .utenSak, hjelp: "Skriv hva som viser det.")
    guard les.erRiktig, let day else { return nil }
    try context.oppfølging().iverksett(
      tiltak.nummer, den: day, referanse: reference, rolle: context.rolle)
    return .videre(til: tiltak.sti, gjort: .init("iverksatt", tiltak.nummer))
  }
}

/// Says whether a measure worked, by somebody who did not carry it out, with what the controls show beside.
struct Evalueringsskjema: Oppfølgingsskjema {
  let context: Kontekst
  private let tiltak: Tiltak

  init(_ context: Kontekst) throws {
    self.context = context
    tiltak = try context.valgtTiltak()
  }

  var emnesti: String { tiltak.sti }
  var antallHandlinger: Int? { tiltak.hendelser.count }

  func krevNå() throws {
    try Tiltakshandling.evaluer.krev(tiltak)
    if tiltak.bleIverksatt(av: try context.rolle) { throw Oppfølgingsfeil.egetTiltak(tiltak.nummer) }
    try context.krevAnnen(
      ennSom: "iverksatt", emne: tiltak.nummer,
      "Du kan ikke bekrefte et tiltak du selv har utført. En annen må evaluere det.")
  }

  var forslag: [(String, String)] { Datofelt.verdier("igjen", context.nå.dato.adding(måneder: 3)) }

  func side(_ utfylling: Utfylling) throws -> Side {
    let effect = try Tiltakseffekt(tiltak, context)
    return Side("Evaluer tiltak \(tiltak.nummer)", context, feil: utfylling.feil) {
      Tag.p(.klasse("ingress")) { tiltak.innhold.tekst }
      Tag.h2 { "Dette viser kontrollene" }
      effect.html
      Tag.h2 { "Din vurdering" }
      felt(Tiltakshandling.evaluer.sti(tiltak)) {
        utfylling.valg(
          "resultat", "Virket tiltaket?", Tiltaksresultat.allCases.map { ($0.rawValue, $0.visning) })
        utfylling.område("begrunnelse", "Begrunnelse (uten navn)", linjer: 3)
        utfylling.dato(
          "igjen", "Evalueres igjen", hjelp: "Brukes bare når det er for tidlig å si.", valgfritt: true)
        Utfylling.knapp("Lagre evalueringen")
      }
      Tag.p { Lenke.til(tiltak.sti, "Tilbake uten å lagre") }
    }
  }

  func lagre(_ les: inout Oppfølgingsleser) throws -> Nettsvar? {
    let result = les.kode("resultat", "Virket tiltaket", Tiltaksresultat.self)
    let reason = les.tekst("begrunnelse", "Begrunnelse", .utenSak, hjelp: "Skriv kort hvorfor, uten navn.")
    let again =
      result == .forTidlig
      ? les.dato("igjen", "Evalueres igjen", tidligst: context.nå.dato.adding(dager: 1)) : nil
    guard les.erRiktig, let result else { return nil }
    try context.oppfølging().evaluer(
      tiltak.nummer, result, begrunnelse: reason, nyEvaluering: again, rolle: context.rolle)
    return .videre(til: tiltak.sti, gjort: .init("evaluert", tiltak.nummer))
  }
}
