import Markup
import Quality
import Reports
import Values

/// Corrects a locked control: the protocol stays, and a supplement with a code of its own is made.
enum CorrectionPage {
  private static func lockedControl(_ context: Kontekst) throws -> Kontroll {
    let control = try context.vurdertKontroll()
    if control.lås == nil { throw IkkeTillatt.kontrollenErIkkeLåst }
    return control
  }

  static func show(_ context: Kontekst) throws -> Nettsvar {
    .side(page(context, try lockedControl(context), Utfylling()))
  }

  private static func page(_ context: Kontekst, _ control: Kontroll, _ form: Utfylling) -> Side {
    Side("Rett noe i en låst kontroll", context, feil: form.feil) {
      Tag.p {
        "Protokollen \(control.nøkkel.nummer) er låst og endres ikke. Rettelsen blir et tillegg med egen journalkode, som "
        "signeres og arkiveres sammen med protokollen."
      }
      Utfylling.skjema(context.forespørsel.sti, context) {
        form.liste("gjelder", "Hva gjelder rettelsen?", choices(control))
        form.område(
          "hva", "Hva er feil, og hva er riktig? (uten navn)",
          hjelp: "For eksempel: Protokollen sier tre besøk i 2013. Det var fire, det siste 3. desember.",
          linjer: 3)
        form.område(
          "hvorfor", "Hvorfor? (uten navn)", hjelp: "Skriv hvordan feilen ble oppdaget.", linjer: 3)
        Svarlagring.settOver(form)
        Utfylling.knapp("Lagre rettelsen")
      }
      supplements(control)
      Tag.p { Lenke.til(Lenke.kontroll(control.nøkkel, "kvittering"), "Tilbake til kvitteringen") }
    }
  }

  /// The whole control, each drawn case, and each point of each.
  private static func choices(_ control: Kontroll) -> [(String, String)] {
    [("alt", "Kontrollen som helhet")]
      + control.saker.flatMap { sak in
        [(sak.sak, "Sak \(sak.sak)")]
          + sak.punkter.map { ("\(sak.sak)/\($0.id)", "Sak \(sak.sak), \($0.id): \($0.spørsmål)") }
      }
  }

  /// The supplements there are, with their codes.
  @HTMLBuilder static func supplements(_ control: Kontroll) -> [HTML] {
    if !control.corrections.isEmpty {
      Tag.h2 { "Tillegg til protokollen" }
      Tag.ul {
        for (correction, code) in zip(control.corrections, control.correctionCodes) {
          Tag.li {
            Lenke.til(
              Lenke.kontroll(control.nøkkel, "tillegg", String(correction.number)),
              "Tillegg \(correction.number)")
            ", \(correction.dato.bokmål). Journalkode "
            Tag.span(.klasse("kode")) { code }
          }
        }
      }
    }
  }

  static func save(_ context: Kontekst) throws -> Nettsvar {
    let control = try lockedControl(context)
    let chosen = context.skjema["gjelder"]
    var faults: [Feltfeil] = []
    if !choices(control).contains(where: { $0.0 == chosen }) {
      faults.append(Feltfeil("gjelder", "Velg hva rettelsen gjelder."))
    }
    let (what, reason) = (context.skjema.verdi("hva"), context.skjema.verdi("hvorfor"))
    for (text, field, label) in [(what, "hva", "Hva som er feil"), (reason, "hvorfor", "Hvorfor")] {
      if text == nil { faults.append(Feltfeil(field, "\(label) må fylles ut.")) }
      do throws(Feltfeil) {
        try Svarlagring.vokt(text, field, label, sett: context.skjema.har(Svarlagring.settOver))
      } catch {
        faults.append(error)
      }
    }
    guard faults.isEmpty, let what, let reason else {
      return .side(page(context, control, Utfylling(context.skjema, feil: faults)), status: 422)
    }
    let parts = chosen == "alt" ? [] : chosen.split(separator: "/").map(String.init)
    try context.kontrollverb(control.nøkkel).correct(
      .init(sak: parts.first, punkt: parts.dropFirst().first, what: what, reason: reason),
      dato: context.nå.dato, rolle: context.rolle)
    return .videre(
      til: Lenke.kontroll(control.nøkkel, "kvittering"), gjort: .init("rettet", control.nøkkel.nummer))
  }

  static func supplement(_ context: Kontekst) throws -> Nettsvar {
    let control = try lockedControl(context)
    guard let number = Int(try context.plass("nummer")), let found = Supplement(control, number: number)
    else {
      throw Sidefeil.finnesIkke
    }
    return .dokument(found.html)
  }
}
