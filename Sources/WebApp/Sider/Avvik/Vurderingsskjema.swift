import Checklists
import Markup
import Quality
import Values

/// The leader says how serious an avvik is, why it happened, who answers for it, and by when.
struct Vurderingsskjema: Oppfølgingsskjema {
  let context: Kontekst
  private let avvik: Avvik

  init(_ context: Kontekst) throws {
    self.context = context
    avvik = try context.valgtAvvik()
  }

  var emnesti: String { avvik.sti }
  var antallHandlinger: Int? { avvik.hendelser.count }
  func krevNå() throws { try Avvikshandling.vurder.krev(avvik) }

  private func ansvarlig(_ alvorlighet: Alvorlighet) -> String {
    context.oppsett.bibliotek.ansvarlig(forProsedyre: avvik.prosedyre, alvorlighet)
  }

  /// What is assessed already, else what the checklist and the procedure say.
  var forslag: [(String, String)] {
    let assessed = avvik.vurdering
    let severity = assessed?.alvorlighet ?? avvik.alvorlighet
    let due = assessed?.frist ?? context.nå.dato.adding(dager: severity.dagerTilFrist)
    return [
      ("alvorlighet", severity.rawValue), ("arsak", assessed?.årsak.rawValue ?? ""),
      ("mangel", avvik.mangel?.rawValue ?? ""), ("ansvarlig", assessed?.ansvarlig ?? ansvarlig(severity)),
    ] + Datofelt.verdier("frist", due)
  }

  func side(_ utfylling: Utfylling) -> Side {
    Side("Vurder avvik \(avvik.nummer)", context, feil: utfylling.feil) {
      Tag.p { avvik.tekst(.setning) ?? avvik.tekst(.beskrivelse) ?? avvik.hva }
      felt(Avvikshandling.vurder.sti(avvik)) {
        utfylling.valg(
          "alvorlighet", "Alvorlighet", Alvorlighet.allCases.map { ($0.rawValue, $0.visning) },
          hjelp: "Kritiske avvik går til lederen over den som har ansvar for prosedyren.")
        utfylling.valg(
          "arsak", "Årsak", Årsak.allCases.map { ($0.rawValue, $0.visning) },
          hjelp: "Årsaken er aldri en person.")
        utfylling.liste(
          "mangel", "Hva mangelen er",
          [Mangelslag.ikkeGjort, .ikkeDokumentert, .ikkeRegistrert].map {
            ($0.rawValue, Bokmål.stor($0.visning))
          }, valgfritt: true)
        utfylling.liste(
          "ansvarlig", "Ansvarlig",
          context.ansvarsvalg(avvik.vurdering?.ansvarlig, ansvarlig(avvik.alvorlighet)))
        utfylling.dato("frist", "Frist")
        utfylling.område("strakstiltak", "Hva er gjort med en gang?", valgfritt: true, linjer: 2)
        utfylling.område("om_arsaken", "Mer om årsaken (uten navn)", valgfritt: true, linjer: 2)
        Utfylling.knapp("Lagre vurderingen")
      }
      Tag.p { Lenke.til(avvik.sti, "Tilbake uten å lagre") }
    }
  }

  func lagre(_ les: inout Oppfølgingsleser) throws -> Nettsvar? {
    let severity = les.kode("alvorlighet", "Alvorlighet", Alvorlighet.self)
    let cause = les.kode("arsak", "Årsak", Årsak.self)
    let choices = context.ansvarsvalg(avvik.vurdering?.ansvarlig, ansvarlig(avvik.alvorlighet))
    let chosen = les.valg("ansvarlig", "Ansvarlig", blant: choices.map(\.verdi))
    let due = les.dato("frist", "Frist", tidligst: context.nå.dato)
    let immediate = les.valgfri("strakstiltak", "Hva er gjort")
    let why = les.valgfri("om_arsaken", "Mer om årsaken")
    guard les.erRiktig, let severity, let cause, let due, let chosen else { return nil }
    try context.oppfølging().vurder(
      avvik.nummer,
      Avviksvurdering(
        alvorlighet: severity, årsak: cause, mangel: Mangelslag(rawValue: les.skjema["mangel"]),
        ansvarlig: chosen, frist: due), strakstiltak: immediate, årsak: why, rolle: context.rolle)
    return .videre(til: avvik.sti, gjort: .init("vurdert", avvik.nummer))
  }
}

extension Alvorlighet {
  /// The days that are proposed for closing an avvik; the leader decides.
  fileprivate var dagerTilFrist: Int {
    switch self {
    case .kritisk: 30
    case .høy: 60
    case .middels, .lav: 90
    }
  }
}

/// The leader answers the one who reported, or brings the case worker's answer to a finding.
struct Svarskjema: Oppfølgingsskjema {
  let context: Kontekst
  private let avvik: Avvik

  init(_ context: Kontekst) throws {
    self.context = context
    avvik = try context.valgtAvvik()
  }

  var emnesti: String { avvik.sti }
  var antallHandlinger: Int? { avvik.hendelser.count }
  func krevNå() throws { try Avvikshandling.svar.krev(avvik) }

  func side(_ utfylling: Utfylling) -> Side {
    Side("Skriv svar på \(avvik.nummer)", context, feil: utfylling.feil) {
      Tag.p {
        avvik.erKontrollfunn
          ? "Skriv det saksbehandleren svarer på funnet." : "Den som meldte, ser svaret i Mine meldinger."
      }
      felt(Avvikshandling.svar.sti(avvik)) {
        utfylling.område("svar", "Svar", hjelp: "Ikke skriv navn, adresse eller fødselsnummer.")
        if utfylling.verdier.har("sett_over") || !utfylling.feil.isEmpty {
          utfylling.bekreftelse(
            "sett_over", "Jeg har sett over teksten. Det står ingen navn eller steder i den.")
        }
        Utfylling.knapp("Lagre svaret")
      }
      Tag.p { Lenke.til(avvik.sti, "Tilbake uten å lagre") }
    }
  }

  func lagre(_ les: inout Oppfølgingsleser) throws -> Nettsvar? {
    let text = les.tekst("svar", "Svar", .melding(sett: les.skjema.har("sett_over")))
    guard les.erRiktig else { return nil }
    try context.oppfølging().svar(avvik.nummer, text, rolle: context.rolle)
    return .videre(til: avvik.sti, gjort: .init("svart", avvik.nummer))
  }
}
