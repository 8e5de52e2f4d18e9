public import Checklists
import RuleEngine
public import Values

/// The drawn cases of one point, told apart by whether what was judged came before or after a day.
///
/// A control counts as after only when every day it judged is on or after that day, and as before only when every
/// day is before it: the old way of working must not be counted against a measure, nor the new one for it. Nothing
/// depends on the order of the controls. Only cases in which the point was fulfilled or breached are counted, and as
/// before only those of the last `grunnlinje` months: how it was long ago says nothing of what a measure did.
public struct FørOgEtter: Hashable, Sendable {
  /// Cases of which every judged day was before.
  public private(set) var før = Bruddandel()
  /// Cases of which no judged day was before.
  public private(set) var etter = Bruddandel()
  /// Cases whose judged days lie on both sides; they are no evidence either way.
  public private(set) var midtI = 0
  /// Cases that were judged by another rule than the one that is compared.
  public private(set) var annenRegel = 0
  /// Cases from before it was kept which days and which rule judged.
  public private(set) var uplassert = 0

  /// How many months before a measure it is compared with.
  public static let grunnlinje = 24

  /// Places the outcomes; the rule is the one that judged last after the day, or before it when nothing did after.
  ///
  /// - Parameters:
  ///   - brudd: What a breach of the point is: the points with a norm only give no avvik.
  public init(_ utfall: [Trukketutfall], fra dag: Dato, brudd: Brudd = .avvik) {
    let first = dag.adding(måneder: -FørOgEtter.grunnlinje)
    let decided = utfall.filter { outcome in
      (outcome.utfall == .oppfylt || outcome.utfall == brudd.utfall)
        && (outcome.bedømt.map { $0.til >= first } ?? true)
    }
    let placed = decided.filter { $0.bedømt != nil && $0.regel != nil }
    uplassert = decided.count - placed.count
    let rule = FørOgEtter.regel(placed, fra: dag)
    for outcome in placed {
      guard let judged = outcome.bedømt else { continue }
      if outcome.regel != rule {
        annenRegel += 1
      } else if judged.begynnerTidligst(dag) {
        etter.tell(brudd: outcome.utfall == brudd.utfall)
      } else if judged.til < dag {
        før.tell(brudd: outcome.utfall == brudd.utfall)
      } else {
        midtI += 1
      }
    }
  }

  private static func regel(_ outcomes: [Trukketutfall], fra dag: Dato) -> String? {
    let after = outcomes.filter { $0.bedømt?.begynnerTidligst(dag) == true }
    let latest = (after.isEmpty ? outcomes : after).max {
      ($0.måned, $0.team, $0.sak) < ($1.måned, $1.team, $1.sak)
    }
    return latest?.regel
  }
}
