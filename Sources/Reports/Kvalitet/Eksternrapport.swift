import Checklists
import Markup
public import Quality
import RuleEngine
import Sampling
import Values

/// The summary as it may leave the group, for the leadership, the council or the auditor.
public struct Eksternrapport: Sendable, Dokument {
  let tall: Eksternoppsummering

  /// The report of what may leave.
  public init(_ tall: Eksternoppsummering) { self.tall = tall }

  private static let forLite = "Ikke nok er kontrollert til at noe kan vises."
  static let skjult = "skjult"
  private static let forklaring =
    "I tellingene av avvik, meldinger og alle saker er tall fra 1 til 4, og tall som er alle unntatt 1 til 4, "
    + "skjult, så ingen kan kjennes igjen. Har et punkt et slikt tall blant alle saker, er hele raden skjult. "
    + "Tallene fra trekningen gjelder tolv måneder samlet. De vises bare der punktet er kontrollert etter samme "
    + "regel i alle tolv månedene, og minst ti saker er kontrollert."

  private var tittel: String { "Oppsummering fra \(tall.slag.bestemt)" }

  /// The page.
  public var html: String {
    side("\(tittel) \(tall.perioden.bokmål)", stil: [.figurer], bunntekst) {
      Tag.header {
        Tag.h1 { tittel }
        Tag.p(.klasse("undertittel")) {
          "\(Bokmål.stor(tall.perioden.bokmål)) · \(tall.team ?? "alle team")"
        }
        if tall.ingenKontroll {
          Tag.p { Tag.strong { Kvalitetsoppsummering.ingenKontroll } }
        }
        Tag.p { stand(tall.perioden, tall.dag) }
        Tag.p { Self.forklaring }
      }
      trukne
      alleSaker
      dekning
      avvik
      meldinger
    }
  }

  @HTMLBuilder private var bunntekst: [HTML] { Tag.span { "\(tittel) \(tall.perioden.bokmål)" } }

  private var trukne: HTML {
    del("trukne", "1 Trukne saker de siste tolv månedene") {
      for id in tall.systemsvikt { Tag.p { "\(id): Det er vedtatt at dette er svikt i systemet." } }
      if tall.punkter.isEmpty {
        Tag.p { Self.forLite }
      } else {
        tabell("Hva trekningen sier", [("Punkt", "b-punkt"), ("Team", "b-svar"), ("Hva vi vet", "")]) {
          for row in tall.punkter {
            Tag.tr {
              Tag.th(.rad) {
                Tag.strong { row.punkt }
                " \(row.spørsmål)"
              }
              Tag.td { row.team }
              Tag.td { row.telling.setning(om: "trukne") }
            }
          }
        }
      }
      if tall.forFå > 0 {
        Tag.p {
          "Rader som ikke vises: \(tall.forFå). Færre enn ti saker er kontrollert, eller ikke i tolv måneder etter "
          "samme regel."
        }
      }
    }
  }

  private var alleSaker: HTML {
    del("alle", "2 Alle saker") {
      if let table = tall.alleSaker {
        let shown = zip(table.punkter, table.rader).compactMap { point, row in row.map { (point, $0) } }
        let hidden = zip(table.punkter, table.rader).filter { $0.1 == nil }.map { $0.0.id }
        if !shown.isEmpty {
          krysstabell(
            "Alle saker i \(table.måned.bokmål), antall. Her er det ingen usikkerhet fra utvalget.",
            ["Punkt"] + Utfall.alleVist.map(\.visning), shown.map { "\($0.0.id) \($0.0.spørsmål)" },
            shown.map(\.1))
        }
        if !hidden.isEmpty {
          Tag.p { "For små tall til å vises i \(table.måned.bokmål): \(Bokmål.liste(hidden))." }
        }
      } else {
        Tag.p { "Ingen punkter er kjørt i alle saker." }
      }
    }
  }

  private var dekning: HTML {
    del("dekning", "3 Trekningen mot planen") {
      if tall.dekning.isEmpty { Tag.p { "Ingen låste kontroller de siste tolv månedene." } }
      for row in tall.dekning {
        let missing = row.utenKontroll.map(\.bokmål)
        Tag.p {
          "\(row.team): \(row.kontrollert) av \(row.planlagt) planlagte saker er kontrollert."
          missing.isEmpty ? "" : " Ingen låst kontroll i \(Bokmål.liste(missing))."
        }
      }
    }
  }

  private var avvik: HTML {
    del("avvik", "4 Avvikene") {
      Tag.p { "Åpne avvik: \(vist(tall.åpne)). Over fristen: \(vist(tall.overFrist))." }
      if let median = tall.medianLukketid {
        Tag.p { "Halvparten av avvikene ble lukket innen \(norskTall(median)) dager." }
      }
      if let table = tall.tilstander {
        krysstabell(
          "Avvik etter sviktområde og tilstand", ["Sviktområde"] + Avvikstilstand.allCases.map(\.visning),
          table.områder.map(navn), table.rader)
      }
      if let table = tall.alvorlighet {
        krysstabell(
          "Avvik etter sviktområde og alvorlighet",
          ["Sviktområde"] + Alvorlighet.allCases.map { Bokmål.stor($0.rawValue) } + ["Ikke vurdert"],
          table.områder.map(navn), table.rader)
      }
      krysstabell(
        "Årsaker til avvikene de siste tolv månedene", ["Årsak", "Antall"], tall.årsaker.map(\.årsak.visning),
        tall.årsaker.map { [$0.antall] })
    }
  }

  private var meldinger: HTML {
    del("meldt", "5 Hvor mye ansatte melder") {
      Tag.p { "Dette viser hvor mye som blir meldt, ikke hvor god tjenesten er." }
      if !tall.meldinger.isEmpty {
        krysstabell(
          "Meldinger fra ansatte de siste tolv månedene", ["Prosedyre", "Antall"],
          tall.meldinger.map(\.prosedyre.navn), tall.meldinger.map { [$0.antall] })
      }
    }
  }

  private func krysstabell(
    _ caption: String, _ heads: [String], _ names: [String], _ rows: [[Int?]]
  ) -> HTML {
    tabell(caption, heads.enumerated().map { ($0.element, $0.offset == 0 ? "" : "b-antall tall") }) {
      for (name, counts) in zip(names, rows) {
        Tag.tr {
          Tag.th(.rad) { name }
          for count in counts { Tag.td(.klasse("tall")) { vist(count) } }
        }
      }
    }
  }

  private func vist(_ count: Int?) -> String { count.map(String.init) ?? Self.skjult }
  private func navn(_ area: Int?) -> String { area.map(String.init) ?? "Meldt av ansatte" }

  /// The short text for the terminal.
  public func tekst(fil: String? = nil) -> String {
    let rows = tall.punkter.flatMap {
      brutt("\($0.punkt), \($0.team): \($0.telling.setning(om: "trukne"))", innrykk: 2)
    }
    let parts = [
      ["\(tittel), \(tall.perioden.bokmål)"]
        + (tall.ingenKontroll ? [Kvalitetsoppsummering.ingenKontroll] : [])
        + brutt("\(stand(tall.perioden, tall.dag)) \(Self.forklaring)", innrykk: 0),
      rows.isEmpty ? [Self.forLite] : rows,
      ["Åpne avvik: \(vist(tall.åpne)). Over fristen: \(vist(tall.overFrist))."],
      fil.map { ["Skrevet til \($0)"] } ?? [],
    ].filter { !$0.isEmpty }
    return parts.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }
}
