import Markup
import Quality
import RuleEngine
import Values

/// The protocol that a leader signs: what was found and what is to be done, on a few pages. Everything else stands in
/// the full protocol, and the other cases of the team in a list of their own.
extension Protokoll {
  @HTMLBuilder var signingContent: [HTML] {
    hode
    konklusjon
    if let saksliste = kontroll.saksliste { scope(saksliste) }
    if kontroll.saker.isEmpty {
      del("saker", "2 Sakene") { Tag.p { "Ingen saker er vurdert ennå." } }
    } else {
      del("saker", "2 Sakene") {
        Tag.p(.klasse("liten")) {
          "På tidslinjene viser det markerte feltet dagene som er vurdert. Fylte punkter teller, åpne punkter teller ikke. "
          "Den hele streken er kontrolldatoen, den stiplede er dagen punktet går over fristen."
        }
        for sak in kontroll.saker { casePart(sak) }
      }
    }
    avvikstabell("3")
    restOfTeam("4")
    if kontroll.forrige?.avvik.isEmpty == false { forrigeMåned("5") }
    signaturer("3")
    kodeforklaring
  }

  // MARK: 1 What was controlled

  private func scope(_ liste: Saksliste) -> HTML {
    del("omfang", "1 Hva er kontrollert") {
      Tag.p {
        "\(drawn) \(rammesetning(liste.ramme)) (holdt utenfor: \(utelattsetning(liste.ramme))). \(provable) "
        "Byttet: \(byttesetning)."
      }
      Tag.p {
        "Sjekkliste: \(liste.sjekkliste.id), versjon \(ordDato(liste.sjekkliste.versjon)). "
        "\(liste.sjekkliste.grensesetning) "
        "Reglene leser det som er registrert. At noe ikke er registrert, betyr ikke alltid at det ikke er gjort. "
        "En jurist må bekrefte sjekklisten før et avvik fra lov eller forskrift kan kalles lovbrudd."
      }
      Tag.p {
        "Alle punkter med bevis, lovgrunnlag, opplysninger og trekningstall står i den fulle protokollen, som kan skrives "
        "ut fra journalen når som helst."
      }
    }
  }

  private var drawn: String {
    switch kontroll.trukne.count {
    case 0: "Ingen saker er trukket ennå. De skal trekkes av"
    case 1: "Sak \(kontroll.trukne[0]) ble trukket av"
    default: "Sakene \(Bokmål.liste(kontroll.trukne)) ble trukket av"
    }
  }

  private var provable: String {
    guard let tall = kontroll.trekningstall else { return "" }
    return tall.bevisbar
      ? "Trekningen kan etterprøves."
      : "Trekningen kan regnes ut på nytt, men det kan ikke bevises at den er urørt."
  }

  // MARK: 2 The drawn cases

  @HTMLBuilder private func casePart(_ sak: Kontrollsak) -> [HTML] {
    let standings = kontroll.stillinger(sak)
    let found = kontroll.findings.filter { $0.sak == sak.sak }
    let open = standings.filter { [.ukjent, .ikkeKontrollert].contains($0.utfall) }
    Tag.h3 { "Sak \(sak.sak), \(sak.grunnlag.visning)" }
    concern(sak)
    if found.isEmpty { Tag.p { "Ingen avvik og ingen merknader." } }
    for standing in found { finding(standing) }
    if !open.isEmpty { undecided(open, sak) }
    quiet("I orden", standings.filter { $0.utfall == .oppfylt })
    quiet("Gjelder ikke saken", standings.filter { $0.utfall == .ikkeAktuelt })
    supplied(sak)
  }

  private func concern(_ sak: Kontrollsak) -> HTML {
    Tag.p {
      "\(Svar.bekymringsspørsmål) "
      if let svar = kontroll.bekymring(sak.sak), case .bekymring(let answer) = svar.innhold {
        Tag.strong { answer.visning }
        ", svart av \(svar.rolle)."
        if let reason = svar.begrunnelse { " Begrunnelse: «\(reason)»" }
      } else {
        "Ikke besvart ennå."
      }
    }
  }

  /// A finding: what it is, the sentence with its dates, the timeline, and what stands beside the verdict.
  private func finding(_ standing: Punktstilling) -> HTML {
    let point = standing.punkt
    return Tag.div(.klasse("funn")) {
      Tag.p {
        merke(standing.utfall)
        " "
        Tag.strong { "\(point.id) (\(point.alvorlighet.visning)). \(point.spørsmål)" }
      }
      Tag.p { standing.funntekst }
      if standing.regelfunn, let line = timeline(standing) { line }
      Tag.p(.klasse("liten")) { notes(standing).joined(separator: " ") }
    }
  }

  private func timeline(_ standing: Punktstilling) -> HTML? {
    guard let day = kontroll.saksliste?.kontrolldato else { return nil }
    return Timeline(standing.punkt, på: day, id: "tid-\(standing.sak)-\(standing.punkt.id)").html
  }

  private func notes(_ standing: Punktstilling) -> [String] {
    let point = standing.punkt
    var lines: [String] = []
    if standing.regelfunn, let dates = point.vurdering.datogrunnlag { lines.append(dates) }
    if !point.grunnlagstekst.isEmpty { lines.append("Grunnlag: \(point.grunnlagstekst).") }
    for caveat in Set(point.hjemler.compactMap(\.forbehold)).sorted() {
      lines.append("Forbehold: \(caveat).")
    }
    if let kind = standing.mangel { lines.append("\(Bokmål.stor(kind.visning)).") }
    if standing.uenig { lines.append(uenighetssetning(standing)) }
    return lines + remarks(point)
  }

  private func undecided(_ open: [Punktstilling], _ sak: Kontrollsak) -> HTML {
    tabell(
      "Kan ikke avgjøres i sak \(sak.sak)", [("Punkt", ""), ("Hvorfor", "b-hvorfor")]
    ) {
      for standing in open {
        Tag.tr {
          Tag.th(.rad) {
            Tag.strong { standing.punkt.id }
            " \(standing.punkt.spørsmål)"
          }
          Tag.td { hvorfor(standing) }
        }
      }
    }
  }

  /// Points where nothing was found: one line each.
  @HTMLBuilder private func quiet(_ title: String, _ standings: [Punktstilling]) -> [HTML] {
    if !standings.isEmpty {
      Tag.p(.klasse("linjetittel")) {
        Tag.strong { "\(title): \(Bokmål.mengde(standings.count, Ord.punkt))" }
      }
      Tag.ul(.klasse("linjer")) {
        for standing in standings {
          Tag.li {
            Tag.strong { standing.punkt.id }
            " \(standing.punkt.spørsmål)\(judged(standing))"
          }
        }
      }
    }
  }

  /// Who decided a point that the rule did not.
  private func judged(_ standing: Punktstilling) -> String {
    guard let svar = standing.svar else { return "" }
    let reason = svar.begrunnelse.map { " «\($0)»" } ?? ""
    return " Vurdert av \(svar.rolle).\(reason)"
  }

  @HTMLBuilder private func supplied(_ sak: Kontrollsak) -> [HTML] {
    let (facts, missing) = (kontroll.opplysninger(sak.sak).count, kontroll.ikkeFunnet(sak.sak).count)
    if facts + missing > 0 {
      Tag.p(.klasse("liten")) {
        "\(Bokmål.stor(Bokmål.mengde(facts, Ord.opplysning))) er lagt til i saken under kontrollen"
        missing == 0 ? "." : ", og \(Bokmål.mengde(missing, Ord.opplysning)) ble ikke funnet."
      }
    }
  }

  // MARK: 4 The other cases

  private func restOfTeam(_ number: String) -> HTML {
    del("alle", "\(number) Resten av teamet") {
      if let alle = kontroll.alleSaker {
        for line in alle.forklaring { Tag.p { line } }
        Tag.p { worklistReference(alle) }
      } else {
        Tag.p { "De andre sakene er ikke vurdert ennå." }
      }
    }
  }
}
