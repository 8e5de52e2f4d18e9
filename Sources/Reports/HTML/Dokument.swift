import Markup

/// A document that prints on A4: sections with headings, tables with captions, and a foot on every page.
protocol Dokument {}

extension Dokument {
  /// The page, with the looks that all our documents share.
  func side(
    _ title: String, vannmerke: String? = nil, stil: [StaticStyle] = [], _ bunn: [HTML],
    @HTMLBuilder innhold: () -> [HTML]
  ) -> String {
    Tag.html(.lang("nb")) {
      Tag.head {
        Tag.meta(.charset("utf-8"))
        Tag.meta(.navn("viewport"), .innhold("width=device-width, initial-scale=1"))
        Tag.title { title }
        HTML.style(.protokoll)
        stil.map(HTML.style)
        HTML.style(.smalSkjerm)
      }
      Tag.body {
        if let vannmerke { Tag.div(.klasse("vannmerke"), .skjult) { vannmerke } }
        Tag.div(.klasse("ark")) {
          Tag.main(.klasse("innhold")) {
            Tag.div(.klasse("rad")) { Tag.div(.klasse("celle")) { innhold() } }
          }
          Tag.div(.klasse("bunnplass"), .skjult) {
            Tag.div(.klasse("rad")) { Tag.div(.klasse("celle")) }
          }
        }
        // Fixed at the foot of every printed page. What it says stands in the page too, so screen readers skip it.
        Tag.footer(.klasse("bunn"), .skjult) { bunn }
      }
    }.dokument
  }

  /// A numbered section with its heading.
  func del(_ id: String, _ title: String, @HTMLBuilder _ content: () -> [HTML]) -> HTML {
    Tag.section(.beskrevet(av: id)) {
      Tag.h2(.id(id)) { title }
      content()
    }
  }

  /// A table with caption and column headings.
  func tabell(
    _ caption: String, _ columns: [(String, String)], klasse: String = "fast",
    @HTMLBuilder rader: () -> [HTML]
  ) -> HTML {
    Tag.table(.klasse(klasse)) {
      Tag.caption { caption }
      Tag.thead {
        Tag.tr { for (title, width) in columns { Tag.th(.kolonne, .klasse(width)) { title } } }
      }
      Tag.tbody { rader() }
    }
  }
}
