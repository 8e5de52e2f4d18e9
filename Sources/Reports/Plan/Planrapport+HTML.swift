internal import Checklists
import Markup
internal import Quality
internal import Values

extension Planrapport {
  /// One page with a section a plan, which prints on A4.
  public var html: String {
    let day = planer.first?.dato.bokmål ?? ""
    return Side(tittel: "Status for planene", undertittel: "Status \(day)").dokument {
      for (index, plan) in planer.enumerated() { plan.del("plan-\(index + 1)") }
    }
  }
}

extension Planstatus {
  fileprivate func del(_ id: String) -> HTML {
    Tag.section(.beskrevet(av: id)) {
      Tag.h2(.id(id)) { Bokmål.stor(plan.navn) }
      for line in innledning { Tag.p { line } }
      plan.slag == .fremdriftsplan ? fremdriftstabell : handlingstabell
      for line in løseSignaturer { Tag.p { line } }
    }
  }

  private var vårKolonne: String { "Status \(dato.bokmål)" }

  private var fremdriftstabell: HTML {
    let columns = [
      "Nr.", "Sviktområde", "Konkrete tiltak", "Tidspunkt for iverksetting", "Tidspunkt for evaluering",
      "Ansvarlig", vårKolonne,
    ]
    return tabell("\(plan.kilde) Status \(dato.bokmål).", columns) {
      for row in rader {
        let span = Attribute.rader(row.tiltak.count)
        Tag.tbody {
          for (index, status) in row.tiltak.enumerated() {
            Tag.tr {
              if index == 0 {
                Tag.td(span) { row.rad.nr ?? "" }
                Tag.th(.radgruppe, span) { row.rad.tekst }
              }
              bullet(status)
              if index == 0 {
                Tag.td(span) { avsnitt(row.rad.iverksettes.map(\.celle)) }
                Tag.td(span) { avsnitt(row.rad.evalueres.map(\.celle)) }
                Tag.td(span) { Bokmål.stor(Bokmål.liste(row.rad.ansvarlig)) }
              }
              state(status)
            }
          }
          below(row, kolonner: columns.count)
        }
      }
    }
  }

  private var handlingstabell: HTML {
    let columns = ["Mål", "Tiltak", "Frist", "Status", "Merknader", vårKolonne]
    return tabell("\(plan.kilde) Status \(dato.bokmål).", columns) {
      for aim in plan.hovedmål {
        Tag.tbody {
          Tag.tr { Tag.th(.radgruppe, .kolonner(columns.count)) { "Mål \(aim.id): \(aim.tekst)" } }
        }
        for row in rader where row.rad.hovedmål == aim.id {
          Tag.tbody {
            for (index, status) in row.tiltak.enumerated() {
              Tag.tr {
                if index == 0 {
                  Tag.th(.radgruppe, .rader(row.tiltak.count)) { "\(row.rad.nr ?? "") \(row.rad.tekst)" }
                }
                bullet(status)
                Tag.td { avsnitt(status.tiltak.iverksettes.map(\.celle)) }
                Tag.td { statuscelle(status) }
                Tag.td { avsnitt(merknader(status)) }
                state(status)
              }
            }
            below(row, kolonner: columns.count)
          }
        }
      }
    }
  }

  private func bullet(_ status: Tiltaksstatus) -> HTML {
    Tag.td { avsnitt(status.tiltak.avsnitt) }
  }

  private func state(_ status: Tiltaksstatus) -> HTML {
    switch status.tilstand {
    case .skulleVærtIVerk, .evalueringForfalt: Tag.td(.klasse("vart viktig")) { status.setning }
    default: Tag.td(.klasse("vart")) { status.setning }
    }
  }

  private func avsnitt(_ texts: [String]) -> [HTML] { texts.map { text in Tag.p { text } } }

  /// What is ours below a row of the source: what the controls show, and notes.
  @HTMLBuilder private func below(_ row: Radstatus, kolonner: Int) -> [HTML] {
    if let lines = row.måling, !lines.isEmpty {
      Tag.tr {
        Tag.td(.kolonner(kolonner)) {
          Tag.p { Tag.strong { "Det kontrollene viser" } }
          avsnitt(lines.map(\.setning))
        }
      }
    }
    let notes = merknaderOmKilden(row.rad)
    if !notes.isEmpty {
      Tag.tr { Tag.td(.kolonner(kolonner)) { avsnitt(notes.map { "Om kilden: \($0)" }) } }
    }
  }
}
