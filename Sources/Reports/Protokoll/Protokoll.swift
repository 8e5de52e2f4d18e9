import Markup
public import Quality
import Values

/// The protocol of a control as one HTML page that prints on A4, in the order of a supervision report.
///
/// It is made from the control alone: no clock, no locale, no file. The same control gives the same bytes.
public struct Protokoll: Sendable, Dokument {
  let kontroll: Kontroll

  /// The protocol of a control; a draft until the control is locked.
  public init(_ kontroll: Kontroll) { self.kontroll = kontroll }

  /// Whether this is the final protocol. It takes the lock and the journal code that proves it.
  public var erEndelig: Bool { kontroll.lås != nil && kontroll.journalkode != nil }

  /// The page.
  public var html: String {
    side("\(erEndelig ? "" : "UTKAST ")Protokoll \(nummer)", vannmerke: erEndelig ? nil : "UTKAST", bunntekst)
    {
      innhold
    }
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

  @HTMLBuilder private var bunntekst: [HTML] {
    Tag.span { nummer }
    Tag.span { Tag.strong { "Taushetsbelagt" } }
    if let code = kontroll.journalkode, erEndelig {
      Tag.span { "Journalkode \(code)" }
    } else {
      Tag.span { "UTKAST. Kontrollen er ikke låst." }
    }
  }
}
