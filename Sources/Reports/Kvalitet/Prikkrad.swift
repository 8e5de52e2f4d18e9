package import Markup
package import Quality
import RuleEngine
package import Sampling
import Values

/// The row of dots of one team on one point: twelve months, the oldest to the left, a mark for each drawn case.
///
/// A month without a control is left empty. A measure's line stands at the beginning of its month, since a control
/// judges the cases at the end of its own.
package struct Prikkrad {
  private let rekke: Punktrekke
  private let punkt: Punktoppsummering
  private let måneder: [Måned]
  private let streker: [Strek]

  /// A vertical line with its label.
  private struct Strek {
    var måned: Måned
    var tekst: String
    var klasse: String
  }

  package init(_ punkt: Punktoppsummering, _ rekke: Punktrekke, _ vindu: ClosedRange<Måned>) {
    self.punkt = punkt
    self.rekke = rekke
    måneder = vindu.måneder
    streker =
      punkt.tiltak.map { Strek(måned: Måned($0.dato), tekst: $0.nummer, klasse: "f-strek") }
      + rekke.nyVersjon.map { Strek(måned: $0, tekst: "ny versjon", klasse: "f-stiplet") }
  }

  private static let steg = 15
  private static let linje = 11

  /// Room for as many cases as the busiest month has, and a little air.
  private var månedsbredde: Int {
    let most = Dictionary(grouping: rekke.prikker, by: \.måned).values.map(\.count).max() ?? 0
    return max(2, most) * Self.steg + 8
  }

  private var midt: Int { streker.count * Self.linje + 12 }

  private func venstre(_ måned: Måned) -> Int? { måneder.firstIndex(of: måned).map { $0 * månedsbredde } }

  package var html: HTML {
    Figur(
      id: "prikker-\(punkt.id)-\(rekke.team)".idtrygg, bredde: måneder.count * månedsbredde, høyde: midt + 24,
      tittel: "\(punkt.id), \(rekke.team), de siste tolv månedene",
      konklusjon: rekke.setninger.joined(separator: " "), deler: strekdeler + prikkdeler + navn
    ).html
  }

  private var strekdeler: [HTML] {
    streker.enumerated().flatMap { index, strek -> [HTML] in
      guard let x = venstre(strek.måned) else { return [] }
      let y = (index + 1) * Self.linje
      let right = x > måneder.count * månedsbredde * 2 / 3
      return [
        .strek(fra: (x, y - 8), til: (x, midt + 9), strek.klasse),
        .ord(strek.tekst, (right ? x - 3 : x + 3, y - 1), right ? "f-slutt" : "f-tekst"),
      ]
    }
  }

  private var prikkdeler: [HTML] {
    Dictionary(grouping: rekke.prikker, by: \.måned).sorted { $0.key < $1.key }.flatMap { month, cases in
      cases.enumerated().map { index, prikk in
        merke(prikk.utfall, ((venstre(month) ?? 0) + 11 + index * Self.steg, midt))
      }
    }
  }

  private func merke(_ utfall: Utfall, _ sted: (x: Int, y: Int)) -> HTML {
    switch utfall.vist {
    case .avvik: .sirkel(sted, radius: 5, "f-fylt")
    case .oppfylt: .sirkel(sted, radius: 5, "f-apen")
    case .merknad: .rute(sted, radius: 6, "f-apen")
    case .ikkeAktuelt: .strek(fra: (sted.x - 4, sted.y), til: (sted.x + 4, sted.y), "f-strek")
    case .ukjent, .ikkeKontrollert: .ord("?", (sted.x, sted.y + 3), "f-midt")
    }
  }

  private var navn: [HTML] {
    måneder.map { .ord($0.kort, ((venstre($0) ?? 0) + månedsbredde / 2, midt + 21), "f-midt") }
  }
}

extension String {
  /// As the value of an `id`: white space separates ids where they are referred to.
  var idtrygg: String { String(map { $0.isWhitespace ? "-" : $0 }) }
}
