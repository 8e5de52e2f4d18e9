import Markup
import Quality
import Values

/// The first page: what to do now, what is due soon, what was done last. No percentages, no traffic lights.
enum Oversiktsside {
  /// How many things a list names, so that it can be taken in.
  private static let flest = 15

  static func vis(_ context: Kontekst) throws -> Nettsvar {
    let list = try Gjøremålsliste(context)
    let canReport = try context.kanMeldeAvvik
    return .side(
      Side("Gjør nå", context) {
        if list.nå.isEmpty { Tag.p { "Du har ingenting som må gjøres nå." } }
        oppgaver(list.nå, forfalt: context.nå.dato)
        if canReport {
          Tag.p { Lenke.knapp("/avvik/meld", "Meld avvik") }
        }
        Tag.h2 { "Frister de neste 30 dagene" }
        if list.snart.isEmpty { Tag.p { "Ingen frister." } }
        oppgaver(list.snart, forfalt: nil)
        if context.har(.seKontroll) {
          Tag.p { Lenke.til("/frister", "Frister for barna de neste 60 dagene") }
        }
        if !list.sist.isEmpty {
          Tag.h2 { "Sist gjort" }
          Tag.ul {
            for item in list.sist {
              Tag.li {
                "\(item.dato.bokmål): "; Lenke.til(item.sti, item.tekst)
              }
            }
          }
        }
      })
  }

  @HTMLBuilder private static func oppgaver(_ items: [Gjøremål], forfalt day: Dato?) -> [HTML] {
    if !items.isEmpty {
      Tag.ul(.klasse("oppgaver")) {
        for item in items.prefix(flest) {
          Tag.li {
            Lenke.til(item.sti, item.tekst)
            if let due = item.frist {
              if let day, due < day {
                Merkelapp.html("Frist passert \(due.bokmål)", .haster)
              } else {
                Tag.span(.klasse("dempet")) { due == day ? "I dag" : due.bokmål }
              }
            }
          }
        }
      }
    }
    if items.count > flest {
      Tag.p { "Og \(items.count - flest) til. De står under Avvik, Tiltak og Årshjul." }
    }
  }
}
