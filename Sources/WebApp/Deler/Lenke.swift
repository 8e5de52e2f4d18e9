import Markup
import Quality
import Sampling

/// Links and addresses. Every address of a page with a name in it is made here or by `Prosentkode`.
enum Lenke {
  static func til(_ sti: String, _ tekst: String, skjult: String? = nil) -> HTML {
    Tag.a(Attribute("href", sti)) {
      tekst
      if let skjult { Tag.span(.klasse("skjult")) { " \(skjult)" } }
    }
  }

  /// A link that looks like a button, because it begins something.
  static func knapp(_ sti: String, _ tekst: String) -> HTML {
    Tag.a(.klasse("knapp"), Attribute("href", sti)) { tekst }
  }

  /// The address of a path whose segments may hold anything: `sti("avvik", nummer)`.
  static func sti(_ ledd: String...) -> String { "/" + ledd.map(Prosentkode.skriv).joined(separator: "/") }

  /// The address of a control, and of a place in it.
  static func kontroll(_ nøkkel: Kontrollnøkkel, _ ledd: String...) -> String {
    let parts = ["kontroll", nøkkel.måned.description, nøkkel.team] + ledd
    return "/" + parts.map(Prosentkode.skriv).joined(separator: "/")
  }
}

/// A short state: one or two words. Colour is only for what somebody must do something about.
enum Merkelapp {
  enum Slag: String {
    case nøytral = "noytral"
    case haster
    case ferdig
  }

  static func html(_ tekst: String, _ slag: Slag = .nøytral) -> HTML {
    Tag.strong(.klasse("merke merke-\(slag.rawValue)")) { tekst }
  }
}

/// Boxes that say one thing.
enum Varsel {
  /// Something was done.
  static func gjort(_ tekst: String) -> HTML {
    Tag.div(.klasse("varsel varsel-gjort"), Attribute("role", "status")) { Tag.p { tekst } }
  }

  /// Something to know before one goes on.
  @HTMLBuilder static func viktig(_ tittel: String, @HTMLBuilder _ innhold: () -> [HTML]) -> [HTML] {
    Tag.div(.klasse("varsel varsel-viktig")) {
      Tag.h2 { tittel }
      innhold()
    }
  }
}

/// A table as every page has it: a caption, headings with scope, numbers to the right.
struct Tabell {
  struct Kolonne {
    var tittel: String
    var erTall = false
  }

  var tittel: String
  var kolonner: [Kolonne]
  var rader: [[[HTML]]]
  /// What is said when there is no row.
  var tom: String

  init(
    _ tittel: String, _ kolonner: [String], tall: Set<String> = [], tom: String = "Ingen.", rader: [[[HTML]]]
  ) {
    self.tittel = tittel
    self.kolonner = kolonner.map { Kolonne(tittel: $0, erTall: tall.contains($0)) }
    self.rader = rader
    self.tom = tom
  }

  /// The first cell of a row is its heading. A wide table scrolls by itself, also by keyboard.
  @HTMLBuilder var html: [HTML] {
    if rader.isEmpty {
      Tag.p(.klasse("tom")) { "\(tittel): \(tom)" }
    } else {
      Tag.div(
        .klasse("tabellramme"), Attribute("role", "region"), Attribute("aria-label", tittel),
        Attribute("tabindex", "0")
      ) {
        Tag.table {
          Tag.caption { tittel }
          Tag.thead {
            Tag.tr { for column in kolonner { Tag.th(.kolonne, klasse(column)) { column.tittel } } }
          }
          Tag.tbody {
            for row in rader {
              Tag.tr {
                for (column, cell) in zip(kolonner, row).prefix(1) { Tag.th(.rad, klasse(column)) { cell } }
                for (column, cell) in zip(kolonner, row).dropFirst() { Tag.td(klasse(column)) { cell } }
              }
            }
          }
        }
      }
    }
  }

  private func klasse(_ column: Kolonne) -> Attribute { .klasse(column.erTall ? "tall" : "") }
}
