import Markup
public import Quality
import Values

/// The protocol of a control as one HTML page that prints on A4.
///
/// It is made from the control alone: no clock, no locale, no file. The same control gives the same bytes.
public struct Protokoll: Sendable, Dokument {
  let kontroll: Kontroll
  let edition: Edition

  /// How much a protocol holds.
  public enum Edition: Hashable, Sendable {
    /// What a leader signs: the conclusion, what was found in each drawn case, measures and signatures.
    case signing
    /// Everything: all points with their evidence, every answer, the law, the draw, in the order of a supervision
    /// report.
    case full
  }

  /// The protocol of a control; a draft until the control is locked.
  public init(_ kontroll: Kontroll, _ edition: Edition = .signing) {
    self.kontroll = kontroll
    self.edition = edition
  }

  /// Whether this is the final protocol. It takes the lock and the journal code that proves it.
  public var erEndelig: Bool { kontroll.lås != nil && kontroll.journalkode != nil }

  /// The page.
  public var html: String {
    side(
      "\(erEndelig ? "" : "UTKAST ")Protokoll \(nummer)", vannmerke: erEndelig ? nil : "UTKAST",
      stil: edition == .signing ? [.figurer, .signing] : [.figurer], bunntekst
    ) {
      switch edition {
      case .signing: signingContent
      case .full: innhold
      }
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
    avvikstabell("5")
    alleSaker
    ikkeKontrollert
    forrigeMåned("8")
    signaturer("5")
    kodeforklaring
  }

  var hode: HTML {
    Tag.header {
      Tag.p(.klasse("merket")) { "Taushetsbelagt" }
      Tag.h1 { "Protokoll for månedskontroll\(edition == .full ? ", full utgave" : "")" }
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
