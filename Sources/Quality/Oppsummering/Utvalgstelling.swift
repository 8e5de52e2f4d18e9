public import RuleEngine
public import Sampling
public import Statistics
import Values

/// What a team's drawn cases gave on one point since its rule was last changed, and what that says of all its cases.
public struct Utvalgstelling: Hashable, Sendable {
  /// The first month that is counted.
  public var fra: Måned
  /// How many months have a control that is counted.
  public var måneder: Int
  /// N: the distinct cases in the frames of those controls.
  public var saker: Int
  /// What was counted: avvik, or merknad for a point whose breach is one.
  public var teller: Utfall
  /// The outcomes of the n drawn cases, each case once with its latest outcome.
  public var utfall: Punkttelling
  /// The exact 95 % interval for how many of the N cases it applies to; nil when one month is all there is.
  ///
  /// Ikke aktuelt counts as no avvik; what could not be decided can only widen it upwards.
  public var intervall: Endeligintervall?

  /// n: how many drawn cases were judged on the point.
  public var kontrollert: Int { utfall.saker }
  /// k: how many of them had what is counted.
  public var funn: Int { teller == .merknad ? utfall.merknad : utfall.avvik }

  init(_ punkt: String, teller: Utfall, _ prikker: [Trukketutfall], _ rekke: Kontrollrekke) {
    let months = Set(prikker.map(\.måned))
    let counted = Kontrollrekke(rekke.kontroller.filter { months.contains($0.nøkkel.måned) })
    fra = months.min() ?? Måned(.tidenesMorgen)
    måneder = months.count
    saker = counted.saker.count
    self.teller = teller
    utfall = Punkttelling(punkt: punkt, spørsmål: "")
    for prikk in prikker { utfall.tell(prikk.utfall) }
    if måneder > 1 {
      intervall = Endeligintervall(
        saker: saker, kontrollert: kontrollert, avvik: funn, ukjent: utfall.ukjent)
    }
  }
}

extension Punkttelling {
  /// How many cases were counted.
  public var saker: Int { oppfylt + avvik + merknad + ukjent + ikkeAktuelt }

  /// The counts in the order in which they are shown, each with its outcome.
  public var utfall: [(Utfall, Int)] {
    [
      (.avvik, avvik), (.oppfylt, oppfylt), (.merknad, merknad), (.ikkeAktuelt, ikkeAktuelt),
      (.ukjent, ukjent),
    ]
  }
}
