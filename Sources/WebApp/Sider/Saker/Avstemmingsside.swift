import Intake
import Markup
import Quality
import Values

/// What came of an upload: what was read, what was not, and what nobody knows yet.
struct Avstemmingsside {
  private let context: Kontekst
  private let innlesing: Innlesing
  private let uttrekk: Uttrekk

  init(_ context: Kontekst, _ innlesing: Innlesing, _ uttrekk: Uttrekk) {
    self.context = context
    self.innlesing = innlesing
    self.uttrekk = uttrekk
  }

  func side() -> Side {
    Side(innlesing.feil.isEmpty ? "Sakene er lastet opp" : "Noe ble ikke lastet opp", context) {
      if innlesing.feil.isEmpty, !innlesing.linjer.contains(where: \.erVarsel) {
        Varsel.gjort(lest)
      } else {
        avvik
      }
      Tabell(
        "Avstemming", ["Hva", "Antall", "Merknad"], tall: ["Antall"],
        rader: innlesing.linjer.map { line in
          [
            [.text(line.tekst)], [.text(String(line.antall))],
            line.erVarsel ? [Merkelapp.html("Se på dette", .haster)] : [],
          ]
        }
      ).html
      if !innlesing.feil.isEmpty { feil }
      ukjent
      Tag.p { Lenke.knapp("/kontroll", "Gå til månedskontrollen") }
      Tag.p { Lenke.til("/saker", "Last opp på nytt") }
    }
  }

  private var lest: String {
    "\(Bokmål.stor(Bokmål.mengde(uttrekk.poster.count, Ord.sak))) i \(uttrekk.team) er lest inn. Opplysningene er "
      + "fullstendige til og med \(uttrekk.dag.bokmål)."
  }

  /// Never told of as a success: what was refused or is lacking may be a child.
  @HTMLBuilder private var avvik: [HTML] {
    Varsel.viktig("Noe stemmer ikke") {
      Tag.p { lest }
      Tag.p {
        "Se på linjene som er merket. Når antallet ikke stemmer med det du ventet, kan barn mangle i listen. Finn ut "
        "hvorfor før du trekker saker."
      }
    }
  }

  @HTMLBuilder private var feil: [HTML] {
    Tag.h2 { "Dette kunne ikke leses" }
    Tag.ul { for fault in innlesing.feil { Tag.li { Opplastingsside.tekst(fault) } } }
  }

  @HTMLBuilder private var ukjent: [HTML] {
    Tag.h2 { "Dette vet vi ikke" }
    if innlesing.ukjent.isEmpty {
      Tag.p { "Uttrekket har alt sjekklisten spør om." }
    } else {
      Tag.p {
        "Det uttrekket ikke sier, blir aldri regnet som avvik. I de to trukne sakene spør vi deg. I de andre blir "
        "punktet stående som «ukjent»."
      }
      Tag.ul {
        for lack in innlesing.ukjent {
          Tag.li {
            lack.tekst
            if !lack.punkter.isEmpty {
              Tag.span(.klasse("dempet")) { " \(lack.punkter.joined(separator: ", "))" }
            }
          }
        }
      }
    }
  }
}
