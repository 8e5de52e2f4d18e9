import RuleEngine
public import Sampling
public import Statistics
import Values

/// One team's drawn cases on one point over twelve months, and what may be said from them.
///
/// Each team has a row of its own: it draws from a list of its own, and an interval across lists of different
/// sizes would not be exact.
public struct Punktrekke: Hashable, Sendable {
  /// The team.
  public var team: String
  /// How the point came out in each drawn case, the oldest first; a case that was drawn twice stands with its latest.
  public var prikker: [Trukketutfall]
  /// The months in which a new version of the point's rule was used for the first time.
  public var nyVersjon: [Måned]
  /// What is counted together: the cases since the rule was last changed.
  public var grunnlag: Utvalgstelling
  /// Whether the last controls ask for a closer look.
  public var mønster: Mønster

  /// The row of a team; nil when the point was not in any of its controls.
  init?(_ punkt: String, teller: Utfall, team: String, _ rekke: Kontrollrekke) {
    let own = Kontrollrekke(rekke.kontroller.filter { $0.nøkkel.team == team })
    var dots: [Trukketutfall] = []
    for outcome in own.utfall(punkt) {
      dots.removeAll { $0.sak == outcome.sak }
      dots.append(outcome)
    }
    guard let last = dots.last else { return nil }
    self.team = team
    prikker = dots
    nyVersjon = zip(dots, dots.dropFirst()).filter { $0.regel != $1.regel }.map { $1.måned }
    let baseline = Array(dots.reversed().prefix { $0.regel == last.regel }.reversed())
    grunnlag = Utvalgstelling(punkt, teller: teller, baseline, own)
    mønster = Mønster(
      baseline.filter { $0.utfall == .oppfylt || $0.utfall == teller }.map { $0.utfall == teller })
  }
}
