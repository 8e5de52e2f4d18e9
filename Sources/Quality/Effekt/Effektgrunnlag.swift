import Checklists
import Sampling
import Values

/// Some controls, gone through once and laid out by point, so that many measures can be judged from them.
public struct Effektgrunnlag: Hashable, Sendable {
  /// The outcomes of each point in the drawn cases.
  let utfall: [String: [Trukketutfall]]
  /// What a breach of each point is, as the latest control has it.
  let brudd: [String: Brudd]
  /// Each point in all cases.
  let alle: [String: [Alletelling]]
  /// The month of the latest control.
  let sisteMåned: Måned?
  /// How many cases are drawn in that month.
  let sakerPerMåned: Int

  /// Lays out some controls.
  public init(_ rekke: Kontrollrekke) {
    var outcomes: [String: [Trukketutfall]] = [:]
    var breaches: [String: Brudd] = [:]
    var counts: [String: [Alletelling]] = [:]
    for control in rekke.kontroller {
      for standing in control.stillinger {
        outcomes[standing.punkt.id, default: []].append(Trukketutfall(control, standing))
        breaches[standing.punkt.id] = standing.punkt.vedBrudd
      }
      for count in control.alleSaker?.punkter ?? [] {
        if let row = Alletelling(count, i: control) { counts[count.punkt, default: []].append(row) }
      }
    }
    (utfall, brudd, alle) = (outcomes, breaches, counts)
    let latest = rekke.kontroller.map(\.nøkkel.måned).max()
    sisteMåned = latest
    sakerPerMåned = rekke.kontroller.filter { $0.nøkkel.måned == latest }
      .reduce(0) { $0 + ($1.saksliste?.antall ?? 0) }
  }
}
