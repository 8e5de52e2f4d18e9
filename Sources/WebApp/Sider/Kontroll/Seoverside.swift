import Checklists
import Markup
import Quality
import Values

/// The review (a4): every answer once more, and what the lock will open.
enum Seoverside {
  static func vis(_ context: Kontekst) throws -> Nettsvar {
    let control = try context.vurdertKontroll()
    let open = control.deler.filter(\.erÅpen)
    return .side(
      Side("Se over svarene", context) {
        Tag.p(.klasse("ingress")) { "Månedskontroll \(control.nøkkel.månedIOrd), \(control.nøkkel.team)." }
        if !open.isEmpty { mangler(open, control) }
        for sak in control.saker { svarkort(sak, control, context) }
        avvik(control, context)
        if open.isEmpty, context.kanSvare(control) {
          Tag.p { Lenke.knapp(Lenke.kontroll(control.nøkkel, "las"), "Gå til låsing") }
        }
        Tag.p { Lenke.til(Lenke.kontroll(control.nøkkel), "Tilbake til oppgavelisten") }
      })
  }

  private static func mangler(_ open: [Kontrolldel], _ control: Kontroll) -> [HTML] {
    Varsel.viktig("Noe er ikke besvart ennå") {
      Tag.ul {
        for part in open {
          Tag.li { Lenke.til(Oppgaveside.lenke(control.nøkkel, part), "\(part.tittel) i sak \(part.sak)") }
        }
      }
    }
  }

  private static func svarkort(_ sak: Kontrollsak, _ control: Kontroll, _ context: Kontekst) -> HTML {
    let judged = control.stillinger(sak).filter { $0.svar != nil }
    let mayAnswer = context.kanSvare(control)
    return Tag.section(.klasse("kort"), .beskrevet(av: "svar-\(sak.sak)")) {
      Tag.h2(.id("svar-\(sak.sak)")) { "Sak \(sak.sak)" }
      Tabell(
        "Vurderinger i sak \(sak.sak)", ["Punkt", "Svar", "Begrunnelse"] + (mayAnswer ? ["Endre"] : []),
        tom: "Reglene avgjorde alt.",
        rader: judged.map { standing in
          [
            [.text("\(standing.punkt.id). \(standing.punkt.spørsmål)")],
            [.text((standing.alternativ?.visning ?? "") + (standing.uenig ? " (uenig med regelen)" : ""))],
            [.text(standing.svar?.begrunnelse ?? "")],
          ] + (mayAnswer ? [[Lenke.til(endre(standing, control), "Endre", skjult: standing.punkt.id)]] : [])
        }
      ).html
      Tag.p {
        "\(Svar.bekymringsspørsmål) "
        bekymring(sak, control)
        if mayAnswer {
          " "
          Lenke.til(
            Lenke.kontroll(control.nøkkel, "sak", sak.sak, "bekymring"), "Endre",
            skjult: "svaret om bekymring i sak \(sak.sak)")
        }
      }
      if !control.opplysninger(sak.sak).isEmpty {
        Tag.p {
          Lenke.til(
            Lenke.kontroll(control.nøkkel, "sak", sak.sak, "opplysninger"),
            "Opplysninger som er lagt til i sak \(sak.sak): \(control.opplysninger(sak.sak).count)")
        }
      }
    }
  }

  private static func endre(_ standing: Punktstilling, _ control: Kontroll) -> String {
    standing.spørres
      ? Lenke.kontroll(
        control.nøkkel, "sak", standing.sak, "tema", String(standing.punkt.sviktområde.nummer))
      : Lenke.kontroll(control.nøkkel, "sak", standing.sak, "punkt", standing.punkt.id)
  }

  private static func bekymring(_ sak: Kontrollsak, _ control: Kontroll) -> HTML {
    guard let answer = control.bekymring(sak.sak), case .bekymring(let choice) = answer.innhold else {
      return Tag.strong { "Ikke besvart" }
    }
    return Tag.strong { choice.visning }
  }

  /// What will be opened, with the owner and the day that are suggested.
  private static func avvik(_ control: Kontroll, _ context: Kontekst) -> HTML {
    let found = control.tilOppfølging.filter { $0.punkt.unntak == nil }
    return Tag.section(.beskrevet(av: "avvik")) {
      Tag.h2(.id("avvik")) { control.lås == nil ? "Dette blir åpnet når du låser" : "Dette ble funnet" }
      Tabell(
        "Avvik til oppfølging", ["Punkt", "Sak", "Hva ble funnet", "Alvorlighet", "Ansvarlig"],
        tom: "Kontrollen har ikke funnet avvik.",
        rader: found.map { standing in
          let owner = Ansvar.rolle(
            eier: standing.punkt.prosedyre.flatMap { id in
              context.oppsett.bibliotek.prosedyrer.first { $0.id == id }?.ansvarlig
            }, alvorlighet: standing.punkt.alvorlighet)
          return [
            [.text(standing.punkt.id)], [.text(standing.sak)], [.text(standing.korttekst)],
            [.text(Bokmål.stor(standing.punkt.alvorlighet.rawValue))], [.text(Bokmål.stor(owner))],
          ]
        }
      ).html
    }
  }
}
