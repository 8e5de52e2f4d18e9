import Markup
import Quality
import RuleEngine
import Values

extension Protokoll {
  /// The two lines that matter, and the avvik, most serious first.
  var konklusjon: HTML {
    Tag.section(.klasse(erEndelig ? "ramme" : "ramme utkast"), .beskrevet(av: "konklusjon")) {
      Tag.h2(.id("konklusjon")) { "Konklusjon" }
      if !erEndelig { Tag.p(.klasse("merket")) { "Utkast. Kontrollen er ikke låst." } }
      for sak in bekymringssaker {
        Tag.p { Tag.strong { "Sak \(sak) gir grunn til bekymring for barnet nå. Følg den opp i dag." } }
      }
      Tag.p { Tag.strong { funnsetning } }
      if !kontroll.tilOppfølging.isEmpty { funnliste }
      for line in forbehold { Tag.p { line } }
      if let lås = kontroll.lås, let code = kontroll.journalkode {
        Tag.p { "Kontrollen ble låst \(lås.dato.bokmål) av \(lås.rolle). Journalkode:" }
        Tag.p(.klasse("kodelinje")) { Tag.code { code } }
      }
    }
  }

  private var bekymringssaker: [String] {
    kontroll.saker.map(\.sak).filter { kontroll.bekymring($0)?.innhold == .bekymring(.ja) }
  }

  private var funnsetning: String {
    guard kontroll.trekning != nil else { return "Ingen saker er trukket ennå." }
    if kontroll.saker.isEmpty { return "De trukne sakene er ikke vurdert ennå." }
    let avvik = Bokmål.mengde(kontroll.avvik.count, Ord.avvik)
    let merknader = Bokmål.mengde(kontroll.merknader.count, Ord.merknad)
    let cases = kontroll.saker.count == 1 ? "i den trukne saken" : "i de \(trukneIOrd) trukne sakene"
    return kontroll.avvik.isEmpty && kontroll.merknader.isEmpty
      ? "Kontrollen fant ingen avvik og ingen merknader \(cases)."
      : "Kontrollen fant \(avvik) og \(merknader) \(cases)."
  }

  var trukneIOrd: String { Bokmål.tall(kontroll.saker.count) }

  private var funnliste: HTML {
    Tag.ol {
      for funn in kontroll.tilOppfølging {
        Tag.li {
          Tag.strong { funnoverskrift(funn) }
          " "
          edition == .full ? funn.korttekst : funn.punkt.spørsmål
          if edition == .full, !funn.punkt.grunnlagstekst.isEmpty {
            " Grunnlag: \(funn.punkt.grunnlagstekst)."
          }
          if funn.uenig { " \(uenighetssetning(funn))" }
        }
      }
    }
  }

  private func funnoverskrift(_ funn: Punktstilling) -> String {
    "Sak \(funn.sak), \(funn.punkt.id) (\(funn.utfall.visning.lowercased()), \(funn.punkt.alvorlighet.visning))."
  }

  /// What the reader must know before relying on the conclusion.
  private var forbehold: [String] {
    var lines: [String] = []
    let waiting = kontroll.uvurderte
    if !waiting.isEmpty, !kontroll.saker.isEmpty {
      lines.append("Ikke vurdert ennå: sak \(Bokmål.liste(waiting)).")
    }
    let open = kontroll.åpneSpørsmål.count
    if open > 0 {
      lines.append(
        "\(Bokmål.stor(Bokmål.mengde(open, Ord.spørsmål))) er ikke besvart. Konklusjonen kan endre seg.")
    }
    let unknown = kontroll.stillinger.filter { $0.utfall == .ukjent && !$0.åpen }.count
    if unknown > 0 {
      lines.append(
        "\(Bokmål.stor(Bokmål.mengde(unknown, Ord.punkt))) kan ikke vurderes. Se del \(edition == .full ? 7 : 2)."
      )
    }
    let others = Set(kontroll.alleSaker?.avvik(utenom: kontroll.trukne).map(\.sak) ?? []).count
    if others > 0 {
      let cases = others == 1 ? "én annen sak" : "\(Bokmål.tall(others)) andre saker"
      lines.append("I tillegg fant reglene avvik i \(cases) i teamet. Se del \(edition == .full ? 6 : 4).")
    }
    return lines
  }

  /// «Teamleder er uenig med regelen: …»
  func uenighetssetning(_ stilling: Punktstilling) -> String {
    guard let svar = stilling.svar, let choice = stilling.alternativ else { return "" }
    let reason = svar.begrunnelse.map { " Begrunnelse: «\($0)»" } ?? ""
    let stands = stilling.regelfunn ? " Funnet står." : ""
    return "\(Bokmål.stor(svar.rolle)) er uenig med regelen og svarer «\(choice.visning)».\(reason)\(stands)"
  }
}
