import Checklists
public import Sampling
import Statistics
import Values

/// How a point that a machine decides stood in all cases in the last month before a measure, and in the latest after.
///
/// Every case is counted, so nothing here is uncertain because of a draw.
public struct AlleSakerFørOgEtter: Hashable, Sendable {
  /// The last month whose control is about the time before only.
  public let før: Måling
  /// The latest month whose control is about the time after only.
  public let etter: Måling

  /// All cases of a month.
  public struct Måling: Hashable, Sendable {
    /// The month.
    public let måned: Måned
    /// Cases in which the point was breached.
    public let brudd: Int
    /// Cases in which the point was either fulfilled or breached.
    public let avgjort: Int
    /// Cases in which it could not be decided.
    public let ukjent: Int

    /// The rest of all cases: nobody is told of them, but they are what the others leave over.
    let andre: Int

    /// Whether a count is too small to be shown outside the group, or leaves such a count over.
    var erLiten: Bool { !Småtall.kanVises(rad: [brudd, avgjort - brudd, ukjent, andre]) }
  }

  /// Nil when there is no such month before or after, when the rule was changed between them, or when no team was
  /// controlled in both.
  init?(_ rows: [Alletelling], fra dag: Dato, brudd: Brudd) {
    let after = rows.filter { $0.bedømt.begynnerTidligst(dag) }
    guard let latest = after.map(\.måned).max() else { return nil }
    let rules = Set(after.filter { $0.måned == latest }.map(\.regel))
    let before = rows.filter { $0.bedømt.til < dag && rules == [$0.regel] }
    guard let last = before.map(\.måned).max() else { return nil }
    let first = before.filter { $0.måned == last }
    let second = after.filter { $0.måned == latest }
    let teams = Set(first.map(\.team)).intersection(second.map(\.team))
    guard !teams.isEmpty else { return nil }
    før = AlleSakerFørOgEtter.sum(first.filter { teams.contains($0.team) }, last, brudd)
    etter = AlleSakerFørOgEtter.sum(second.filter { teams.contains($0.team) }, latest, brudd)
  }

  private static func sum(_ rows: [Alletelling], _ month: Måned, _ brudd: Brudd) -> Måling {
    func total(_ count: (Punkttelling) -> Int) -> Int { rows.reduce(0) { $0 + count($1.telling) } }
    let breached = total { brudd == .avvik ? $0.avvik : $0.merknad }
    return Måling(
      måned: month, brudd: breached, avgjort: breached + total(\.oppfylt), ukjent: total(\.ukjent),
      andre: total(\.ikkeAktuelt) + total(brudd == .avvik ? \.merknad : \.avvik))
  }
}

/// A point in all cases of one control, with the days and the rule that its drawn cases show.
struct Alletelling: Hashable, Sendable {
  let måned: Måned
  let team: String
  let telling: Punkttelling
  let bedømt: Bedømt
  let regel: String

  /// Nil when no drawn case shows which days and which rule judged.
  init?(_ telling: Punkttelling, i kontroll: Kontroll) {
    guard let shown = kontroll.saker.lazy.compactMap({ $0.punkt(telling.punkt) }).first,
      let bedømt = shown.bedømt, let regel = shown.regel
    else { return nil }
    måned = kontroll.nøkkel.måned
    team = kontroll.nøkkel.team
    self.telling = telling
    self.bedømt = bedømt
    self.regel = regel
  }
}
