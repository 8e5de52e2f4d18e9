import Markup

extension Rapport: Dokument {
  /// The page, in the looks of the protocol.
  var html: String {
    side("\(tittel). \(undertittel)", stil: [.rapport], bunn.map { line in Tag.span { line } }) { innhold }
  }

  @HTMLBuilder private var innhold: [HTML] {
    Tag.header {
      if let merke { Tag.p(.klasse("merket")) { merke } }
      Tag.h1 { tittel }
      Tag.p(.klasse("undertittel")) { undertittel }
    }
    if !konklusjon.isEmpty {
      Tag.section(.klasse("ramme"), .beskrevet(av: "konklusjon")) {
        Tag.h2(.id("konklusjon")) { "Kort sagt" }
        konklusjon.flatMap(Rapport.html)
      }
    }
    for part in deler {
      Tag.section(.klasse(part.egenSide ? "egen-side" : "del"), .beskrevet(av: part.id)) {
        Tag.h2(.id(part.id)) { part.tittel }
        part.innhold.flatMap(Rapport.html)
      }
    }
  }

  @HTMLBuilder private static func html(_ blokk: Blokk) -> [HTML] {
    switch blokk {
    case .avsnitt(let text): Tag.p { text }
    case .uthevet(let text): Tag.p { Tag.strong { text } }
    case .overskrift(let text): Tag.h3 { text }
    case .liste(let lines): Tag.ul { for line in lines { Tag.li { line } } }
    case .tabell(let table): html(table)
    case .signatur(let roles):
      Tag.div(.klasse("signatur")) {
        html(
          Tabell(
            tittel: "Gjennomgått av", kolonner: [.init("Rolle"), .init("Underskrift"), .init("Dato")],
            rader: roles.map { [$0, "", ""] }))
      }
    }
  }

  private static func html(_ table: Tabell) -> HTML {
    Tag.table {
      Tag.caption { table.tittel }
      Tag.thead {
        Tag.tr {
          for column in table.kolonner {
            Tag.th(.kolonne, .klasse(column.erTall ? "tall" : "tekst")) { column.navn }
          }
        }
      }
      Tag.tbody { for row in table.rader { html(row, table.kolonner) } }
    }
  }

  private static func html(_ row: [String], _ columns: [Kolonne]) -> HTML {
    Tag.tr {
      for (index, (cell, column)) in zip(row, columns).enumerated() {
        if index == 0 {
          // An id is not broken at its hyphen.
          Tag.th(.rad, .klasse(cell.contains(" ") ? "tekst" : "kode")) { cell }
        } else {
          Tag.td(.klasse(column.erTall ? "tall" : "tekst")) { cell }
        }
      }
    }
  }
}

extension StaticStyle {
  /// What the yearly reports need beside the protocol's looks.
  static let rapport = StaticStyle(
    """
    .egen-side { break-before: page; }
    th.kode { white-space: nowrap; }
    @media screen { .egen-side { border-top: 1.2pt solid #000; margin-top: 10mm; } }
    """)
}
