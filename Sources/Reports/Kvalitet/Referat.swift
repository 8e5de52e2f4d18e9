import Markup
public import Quality
import Values

/// The minutes of a meeting as one HTML page: the notes under each item, the decisions, what was sent on, and the
/// approval with its journal code.
public struct Referat: Sendable, Dokument {
  let møte: Møte

  /// The minutes of a meeting; a draft until they are approved.
  public init(_ møte: Møte) { self.møte = møte }

  /// Whether the minutes are final. It takes the approval and the journal code that proves it.
  public var erGodkjent: Bool { møte.godkjent?.journalkode != nil }

  /// The page.
  public var html: String {
    side(
      "\(erGodkjent ? "" : "UTKAST ")Referat \(møte.nummer)", vannmerke: erGodkjent ? nil : "UTKAST",
      bunntekst
    ) {
      Tag.header {
        Tag.p(.klasse("merket")) { "Taushetsbelagt" }
        Tag.h1 { "Referat fra møte i \(møte.slag.bestemt)" }
        Tag.p(.klasse("undertittel")) { "\(møte.nummer) · \(Bokmål.stor(møte.enhet)) · \(møte.dato.bokmål)" }
        Tag.p {
          "Til stede: \(Bokmål.liste(møte.deltakere)). Møtet så på tiden \(møte.periode.bokmål)."
        }
      }
      saker
      vedtak
      oversendt
      godkjenning
    }
  }

  @HTMLBuilder private var bunntekst: [HTML] {
    Tag.span { møte.nummer }
    Tag.span { Tag.strong { "Taushetsbelagt" } }
    if let code = møte.godkjent?.journalkode {
      Tag.span { "Journalkode \(code)" }
    } else {
      Tag.span { "UTKAST. Referatet er ikke godkjent." }
    }
  }

  private var saker: HTML {
    del("saker", "Saker") {
      for (index, item) in Dagsorden.titler(møte.slag).enumerated() {
        Tag.h3 { "\(index + 1) \(item.0)" }
        notater(index + 1)
      }
      let last = Dagsorden.titler(møte.slag).count
      for number in Set(møte.notater.map(\.sak)).sorted() where number > last {
        Tag.h3 { String(number) }
        notater(number)
      }
    }
  }

  @HTMLBuilder private func notater(_ number: Int) -> [HTML] {
    let notes = møte.notater.filter { $0.sak == number }
    if notes.isEmpty { Tag.p { "Ingen merknader." } }
    for note in notes { Tag.p { note.tekst } }
  }

  private var vedtak: HTML {
    del("vedtak", "Vedtak") {
      if møte.vedtak.isEmpty {
        Tag.p { "Møtet gjorde ingen vedtak." }
      } else {
        tabell(
          "Vedtak med ansvarlig og frist",
          [
            ("Nr.", "b-sak"), ("Vedtak", ""), ("Gjelder", "b-svar"), ("Ansvarlig", "b-svar"),
            ("Frist", "b-svar"),
          ]
        ) {
          for decision in møte.vedtak {
            Tag.tr {
              Tag.th(.rad) { decision.nummer }
              Tag.td {
                Tag.strong { "\(decision.slag.visning): " }
                decision.tekst
              }
              Tag.td { decision.gjelder ?? "" }
              Tag.td { decision.ansvarlig }
              Tag.td { decision.frist.bokmål }
            }
          }
        }
      }
    }
  }

  @HTMLBuilder private var oversendt: [HTML] {
    if !møte.sendt.isEmpty {
      del("oversendt", "Sendt til \(møte.slag.annen.bestemt)") {
        Tag.ul {
          for matter in møte.sendt { Tag.li { "\(matter.gjelder.map { "\($0): " } ?? "")\(matter.tekst)" } }
        }
      }
    }
  }

  private var godkjenning: HTML {
    del("godkjenning", "Godkjenning") {
      if let approval = møte.godkjent {
        Tag.p { "Referatet ble godkjent \(approval.dato.bokmål) av \(approval.rolle)." }
        if let code = approval.journalkode {
          Tag.p { "Er noe i journalen endret, fjernet eller skrevet om siden, sier kommandoen fra:" }
          Tag.p { Tag.code { "internkontroll verify --code \(code)" } }
        }
      } else {
        Tag.p { "Referatet er ikke godkjent. Et utkast kan fortsatt endres." }
      }
    }
  }
}
