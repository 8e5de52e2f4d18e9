import Markup
public import Quality
import Values

/// The supplement to a signed protocol: one correction, as a page of its own that prints on A4 and is signed and
/// archived with the protocol.
public struct Supplement: Sendable, Dokument {
  private let kontroll: Kontroll
  private let correction: Correction
  private let code: String

  /// The supplement of the correction with this number, from 1; nil when the control has no such correction, or its
  /// journal code is not known.
  public init?(_ kontroll: Kontroll, number: Int) {
    guard kontroll.lås != nil, kontroll.corrections.indices.contains(number - 1),
      kontroll.correctionCodes.indices.contains(number - 1)
    else { return nil }
    self.kontroll = kontroll
    correction = kontroll.corrections[number - 1]
    code = kontroll.correctionCodes[number - 1]
  }

  private var title: String { "Tillegg \(correction.number) til protokoll \(kontroll.nøkkel.nummer)" }

  /// The page.
  public var html: String {
    side(title, foot) {
      Tag.header {
        Tag.p(.klasse("merket")) { "Taushetsbelagt" }
        Tag.h1 { title }
        Tag.p(.klasse("undertittel")) {
          "\(Bokmål.stor(kontroll.nøkkel.enhet)) · \(kontroll.nøkkel.månedIOrd) · rettet \(correction.dato.bokmål)"
        }
      }
      Tag.section(.klasse("ramme"), .beskrevet(av: "rettelse")) {
        Tag.h2(.id("rettelse")) { "Dette er rettet" }
        Tag.p { Tag.strong { subject } }
        Tag.p { correction.what }
        Tag.p { "Rettet \(correction.dato.bokmål) av \(correction.rolle). Journalkode for tillegget:" }
        Tag.p(.klasse("kodelinje")) { Tag.code { code } }
      }
      del("hvorfor", "Hvorfor") { Tag.p { correction.reason } }
      protocolPart
      signatures
    }
  }

  private var subject: String {
    guard let sak = correction.sak else { return "Gjelder kontrollen som helhet." }
    guard let id = correction.punkt else { return "Gjelder sak \(sak)." }
    let question = kontroll.sak(sak)?.punkt(id).map { ": \($0.spørsmål)" } ?? ""
    return "Gjelder sak \(sak), \(id)\(question)"
  }

  private var protocolPart: HTML {
    del("protokollen", "Protokollen som er rettet") {
      if let lock = kontroll.lås {
        Tag.p { "Kontrollen ble låst \(lock.dato.bokmål) av \(lock.rolle). Journalkode i protokollen:" }
      }
      Tag.p(.klasse("kodelinje")) { Tag.code { kontroll.journalkode ?? "" } }
      Tag.p {
        "Protokollen endres ikke. Tillegget arkiveres sammen med den. Funn og avvik i journalen står som de ble låst, og "
        "følges opp videre derfra."
      }
    }
  }

  private var signatures: HTML {
    Tag.section(.klasse("signatur"), .beskrevet(av: "signatur")) {
      Tag.h2(.id("signatur")) { "Signatur" }
      tabell("Signert av", [("Rolle", "b-id"), ("Underskrift", ""), ("Dato", "b-utfall")]) {
        for role in ["Teamleder", "Barnevernleder"] {
          Tag.tr {
            Tag.th(.rad) { role }
            Tag.td()
            Tag.td()
          }
        }
      }
    }
  }

  private var foot: [HTML] {
    [
      Tag.span { "Tillegg \(correction.number), \(kontroll.nøkkel.nummer)" },
      Tag.span { Tag.strong { "Taushetsbelagt" } }, Tag.span { "Journalkode \(code)" },
    ]
  }
}
