import Markup
import Quality
import Reports
import Values

/// The agenda that a summary makes, with links to what there is to take up.
struct Agenda {
  private let context: Kontekst
  private let valg: Kvalitetsvalg
  let saker: [Dagsorden.Sak]
  private let enkeltsaker: Bool
  /// How the meetings begin that the reader may open.
  private let møtekoder: [String]

  init(_ valg: Kvalitetsvalg, _ context: Kontekst) throws {
    self.context = context
    self.valg = valg
    saker = Dagsorden(try context.oppsummering(valg)).saker
    enkeltsaker = context.serEnkeltsaker
    møtekoder = try context.egneSlag.map(\.kode)
  }

  /// What stands under an item.
  @HTMLBuilder func rader(_ sak: Dagsorden.Sak) -> [HTML] {
    let shown = sak.rader.filter { enkeltsaker || !$0.gjelderAvvik }
    let hidden = sak.rader.count - shown.count
    if sak.rader.isEmpty { Tag.p { sak.tom } }
    if hidden > 0 {
      Tag.p { "\(Bokmål.stor(Bokmål.mengde(hidden, Ord.avvik))). Enkeltsaker vises ikke for rollen din." }
    }
    if !shown.isEmpty {
      Tag.ul {
        for rad in shown {
          Tag.li {
            if let id = rad.id {
              lenke(id)
              ": "
            }
            rad.tekst
            if let frist = rad.frist {
              " Frist \(frist.bokmål)\(rad.ansvarlig.map { ", ansvarlig \(rolleord($0).lowercased())" } ?? "")."
            }
          }
        }
      }
    }
  }

  /// «ingen», or how many there are to take up.
  static func antall(_ sak: Dagsorden.Sak) -> String { sak.rader.isEmpty ? "ingen" : String(sak.rader.count) }

  private func lenke(_ id: String) -> HTML {
    let kind = String(id.prefix { $0 != "-" })
    switch kind {
    case "AV" where context.har(.seAvvik): return Lenke.til(Lenke.sti("avvik", id), id)
    case "T" where context.har(.seAvvik): return Lenke.til(Lenke.sti("tiltak", id), id)
    case _ where møtekoder.contains(kind): return Lenke.til(Lenke.sti("kvalitet", "mote", id), id)
    case "V", "AV", "T", "KG", "KU": return Tag.strong { id }
    default: return Lenke.til("/kvalitet/punkter?\(valg.spørring)#\(Punktfigurer.anker(id))", id)
    }
  }
}

extension Dagsorden.Rad {
  fileprivate var gjelderAvvik: Bool { id?.hasPrefix("AV-") ?? false }
}
