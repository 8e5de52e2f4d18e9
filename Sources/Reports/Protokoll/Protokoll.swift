public import Quality
import Values

/// The protocol of a control as one HTML page that prints on A4, in the order of a supervision report.
///
/// It is made from the control alone: no clock, no locale, no file. The same control gives the same bytes.
public struct Protokoll: Sendable {
  let kontroll: Kontroll

  /// The protocol of a control; a draft until the control is locked.
  public init(_ kontroll: Kontroll) { self.kontroll = kontroll }

  /// Whether this is the final protocol. It takes the lock and the journal code that proves it.
  public var erEndelig: Bool { kontroll.lås != nil && kontroll.journalkode != nil }

  /// The page.
  public var html: String {
    Tag.html(.lang("nb")) {
      Tag.head {
        Tag.meta(.charset("utf-8"))
        Tag.meta(.navn("viewport"), .innhold("width=device-width, initial-scale=1"))
        Tag.title { "\(erEndelig ? "" : "UTKAST ")Protokoll \(nummer)" }
        HTML.style(.protokoll)
      }
      Tag.body {
        if !erEndelig { Tag.div(.klasse("vannmerke"), .skjult) { "UTKAST" } }
        Tag.div(.klasse("ark")) {
          Tag.main(.klasse("innhold")) { Tag.div(.klasse("rad")) { Tag.div(.klasse("celle")) { innhold } } }
          Tag.div(.klasse("bunnplass"), .skjult) {
            Tag.div(.klasse("rad")) { Tag.div(.klasse("celle")) }
          }
        }
        bunntekst
      }
    }.dokument
  }

  var nummer: String { kontroll.nøkkel.nummer }

  @HTMLBuilder private var innhold: [HTML] {
    hode
    konklusjon
    if let saksliste = kontroll.saksliste {
      omfang(saksliste)
      grunnlag(saksliste)
    }
    faktagrunnlag
    vurderinger
    avvikstabell
    alleSaker
    ikkeKontrollert
    forrigeMåned
    signaturer
    kodeforklaring
  }

  private var hode: HTML {
    Tag.header {
      Tag.p(.klasse("merket")) { "Taushetsbelagt" }
      Tag.h1 { "Protokoll for månedskontroll" }
      Tag.p(.klasse("undertittel")) { undertittel }
    }
  }

  private var undertittel: String {
    let date = kontroll.saksliste.map { " · kontrolldato \($0.kontrolldato.bokmål)" } ?? ""
    let place = Bokmål.stor(kontroll.nøkkel.enhet)
    return "\(nummer) · \(place) · \(kontroll.nøkkel.månedIOrd)\(date)"
  }

  /// Fixed at the foot of every printed page. What it says stands in the page too, so screen readers skip it.
  private var bunntekst: HTML {
    Tag.footer(.klasse("bunn"), .skjult) {
      Tag.span { nummer }
      Tag.span { Tag.strong { "Taushetsbelagt" } }
      if let code = kontroll.journalkode, erEndelig {
        Tag.span { "Journalkode \(code)" }
      } else {
        Tag.span { "UTKAST. Kontrollen er ikke låst." }
      }
    }
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
