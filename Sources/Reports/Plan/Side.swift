import Markup
internal import Values

/// A page that is not the protocol: a heading, sections, and tables that print on A4 lying.
struct Side {
  let tittel: String
  let undertittel: String

  func dokument(@HTMLBuilder _ innhold: () -> [HTML]) -> String {
    Tag.html(.lang("nb")) {
      Tag.head {
        Tag.meta(.charset("utf-8"))
        Tag.meta(.navn("viewport"), .innhold("width=device-width, initial-scale=1"))
        Tag.title { tittel }
        HTML.style(.side)
        HTML.style(.smalSkjerm)
      }
      Tag.body {
        Tag.main {
          Tag.header {
            Tag.h1 { tittel }
            Tag.p { undertittel }
          }
          innhold()
        }
      }
    }.dokument
  }
}

extension Attribute {
  static func rader(_ count: Int) -> Attribute { Attribute("rowspan", String(count)) }
}

/// A table with a caption and column headings; its bodies are given.
func tabell(_ caption: String, _ columns: [String], @HTMLBuilder _ bodies: () -> [HTML]) -> HTML {
  Tag.table {
    Tag.caption { caption }
    Tag.thead { Tag.tr { for title in columns { Tag.th(.kolonne) { title } } } }
    bodies()
  }
}

extension StaticStyle {
  /// Black on white, nothing said by colour alone; a row of a plan is kept on one printed page.
  static let side = StaticStyle(
    """
    @page { size: A4 landscape; margin: 12mm 14mm; }
    *, ::before, ::after { box-sizing: border-box; }
    html { font: 10pt/1.4 "Liberation Sans", Arial, Helvetica, sans-serif; color: #000; background: #fff; }
    body { margin: 0; }
    h1 { font-size: 18pt; line-height: 1.2; margin: 0 0 1mm; }
    h2 { font-size: 13pt; margin: 7mm 0 2mm; border-bottom: 1.2pt solid #000; break-after: avoid; }
    p { margin: 0 0 2mm; }
    td p:last-child { margin-bottom: 0; }
    ul { margin: 0 0 2mm; padding-left: 5mm; }
    code { font: 0.85em "Liberation Mono", "Courier New", monospace; overflow-wrap: anywhere; }
    table { width: 100%; border-collapse: collapse; margin: 1mm 0 5mm; font-size: 9pt; line-height: 1.35; }
    caption { text-align: left; font-weight: bold; padding: 0 0 1.2mm; break-after: avoid; }
    th, td { border: 0.5pt solid #000; padding: 1.1mm 1.6mm; text-align: left; vertical-align: top;
      overflow-wrap: break-word; }
    thead { display: table-header-group; }
    thead th { border-bottom: 1.2pt solid #000; vertical-align: bottom; }
    tbody { border-bottom: 1.2pt solid #000; }
    tbody th { font-weight: normal; }
    tr { break-inside: avoid; }
    .vart { border-left: 1.2pt solid #000; }
    .viktig { font-weight: bold; }
    @media screen { main { max-width: 280mm; margin: 8mm auto; padding: 0 6mm; } }
    """)
}
