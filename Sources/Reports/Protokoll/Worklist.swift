import Checklists
import Markup
public import Quality
import Values

/// «Arbeidsliste for teamet»: what the rules found in the cases of the team that were not drawn.
///
/// It is a document of its own, since it is about many children and is archived in no child's file. It is made from
/// the control alone: the same control gives the same bytes.
public struct Worklist: Sendable, Dokument {
  private let kontroll: Kontroll

  /// The list of a control; empty until its cases have been evaluated.
  public init(_ kontroll: Kontroll) { self.kontroll = kontroll }

  /// The findings, the most serious first, then by case and in the order of the checklist.
  private var findings: [ÅpentAvvik] {
    let all = kontroll.alleSaker?.avvik(utenom: kontroll.trukne) ?? []
    return all.enumerated().sorted {
      let (a, b) = ($0.element, $1.element)
      if a.alvorlighet != b.alvorlighet { return a.alvorlighet > b.alvorlighet }
      return (a.sak, $0.offset) < (b.sak, $1.offset)
    }.map(\.element)
  }

  /// What each point asks.
  private var questions: [String: String] {
    Dictionary((kontroll.alleSaker?.punkter ?? []).map { ($0.punkt, $0.spørsmål) }) { first, _ in first }
  }

  /// The page.
  public var html: String {
    side("Arbeidsliste \(kontroll.nøkkel.nummer)", foot) {
      Tag.header {
        Tag.p(.klasse("merket")) { "Taushetsbelagt" }
        Tag.h1 { "Arbeidsliste for teamet" }
        Tag.p(.klasse("undertittel")) {
          "\(kontroll.nøkkel.nummer) · \(Bokmål.stor(kontroll.nøkkel.enhet)) · \(kontroll.nøkkel.månedIOrd)"
        }
      }
      Tag.p {
        "Listen hører til månedskontrollen, men er ikke en del av protokollen. Den gjelder flere barn og skal ikke "
        "arkiveres i noen av mappene deres. Makuler den når funnene er fulgt opp."
      }
      if let alle = kontroll.alleSaker {
        for line in alle.forklaring { Tag.p { line } }
        content
      } else {
        Tag.p { "Sakene er ikke vurdert ennå." }
      }
    }
  }

  @HTMLBuilder private var content: [HTML] {
    let rows = findings
    if rows.isEmpty {
      Tag.p { "Reglene fant ingen avvik i de andre sakene." }
    } else {
      let questions = questions
      for level in Alvorlighet.allCases.sorted(by: >) {
        let own = rows.filter { $0.alvorlighet == level }
        if !own.isEmpty {
          let title = "\(Bokmål.stor(level.visning)): \(Bokmål.mengde(own.count, Ord.avvik))"
          tabell(
            title, [("Sak", "b-sak"), ("Punkt", "b-punkt"), ("Hva ble funnet", ""), ("Fulgt opp", "b-sak")]
          ) {
            for finding in own {
              Tag.tr {
                Tag.th(.rad) { finding.sak }
                Tag.td {
                  Tag.strong { finding.punkt }
                  " \(questions[finding.punkt] ?? "")"
                }
                Tag.td { finding.setning }
                Tag.td()
              }
            }
          }
        }
      }
    }
  }

  private var foot: [HTML] {
    [
      Tag.span { "Arbeidsliste \(kontroll.nøkkel.nummer)" }, Tag.span { Tag.strong { "Taushetsbelagt" } },
      Tag.span { "Arkiveres ikke i barnas mapper" },
    ]
  }

  /// The list as a table for a spreadsheet: case, point, what the point asks, severity, finding.
  public var csv: String {
    let questions = questions
    return CSV(
      overskrifter: ["sak", "punkt", "spørsmål", "alvorlighet", "funn"],
      rader: findings.map {
        [
          .tekst($0.sak), .tekst($0.punkt), .tekst(questions[$0.punkt] ?? ""),
          .tekst($0.alvorlighet.rawValue),
          .tekst($0.setning),
        ]
      }
    ).text
  }
}
