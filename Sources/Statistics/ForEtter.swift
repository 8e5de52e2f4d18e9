/// Whether the controls after a measure show fewer avvik than those before it.
///
/// Every probability is a ratio of two counts of ways to draw, and is compared as such, so that a figure on
/// the border (2 of 2 before and 0 of 2 after is exactly 0.95) falls the same way everywhere.
public struct FørEtter: Hashable, Sendable {
  /// What may be said about the measure.
  public enum Konklusjon: String, Hashable, Sendable, CaseIterable {
    /// It is better with a probability of 0.95 or more.
    case tydeligBedre = "tydelig_bedre"
    /// It is better with a probability from 0.80 up to 0.95.
    case tegnTilBedring = "tegn_til_bedring"
    /// Nothing can be said yet.
    case forTidlig = "for_tidlig"
  }

  /// Controls with an avvik before the measure.
  public let avvikFør: Int
  /// Controls before the measure.
  public let kontrollertFør: Int
  /// Controls with an avvik after the measure.
  public let avvikEtter: Int
  /// Controls after the measure.
  public let kontrollertEtter: Int

  /// Nil when the numbers cannot be: a negative one, or more avvik than controls.
  public init?(avvikFør: Int, kontrollertFør: Int, avvikEtter: Int, kontrollertEtter: Int) {
    guard 0 <= avvikFør, avvikFør <= kontrollertFør, 0 <= avvikEtter, avvikEtter <= kontrollertEtter
    else { return nil }
    self.avvikFør = avvikFør
    self.kontrollertFør = kontrollertFør
    self.avvikEtter = avvikEtter
    self.kontrollertEtter = kontrollertEtter
  }

  /// Fisher's exact test, one-sided: how likely so few of the avvik would come after by chance alone.
  public var fisher: Double {
    let draw = likeGodt
    return draw.waysAtMost.ratio(to: draw.ways)
  }

  /// Fisher's test where the very outcome counts half, which is less slow to see a change.
  public var midP: Double {
    let draw = likeGodt
    return (draw.waysBelow * 2 + draw.waysExactly).ratio(to: draw.ways * 2)
  }

  /// The probability that an avvik is rarer after than before, when every share was held equally likely.
  public var sannsynlighetBedre: Double { bedre.waysAtMost.ratio(to: bedre.ways) }

  /// What may be said: clearly better from 0.95, signs of it from 0.80.
  ///
  /// Never when the share found did not go down: after 7 of 7, a single control with an avvik still leaves
  /// 0.80 for «better», all of it from the shares nobody has seen yet.
  public var konklusjon: Konklusjon {
    guard avvikEtter * kontrollertFør < avvikFør * kontrollertEtter else { return .forTidlig }
    let draw = bedre
    if draw.waysAtMost * 20 >= draw.ways * 19 { return .tydeligBedre }
    return draw.waysAtMost * 5 >= draw.ways * 4 ? .tegnTilBedring : .forTidlig
  }

  /// All the avvik, laid by chance on the controls before and after.
  private var likeGodt: Draw {
    Draw(avvikFør + avvikEtter, of: kontrollertEtter, and: kontrollertFør, atMost: avvikEtter)
  }

  /// The two shares as draws: Beta(1 + k, 1 + n − k) is the (k + 1)-th least of n + 1 numbers at random.
  ///
  /// Mix those of before and after. The share after is the lower when its (k + 1)-th number comes before
  /// that of before: when the first k₁ + k₂ + 1 numbers of all hold at most k₁ of those of before.
  private var bedre: Draw {
    Draw(avvikFør + avvikEtter + 1, of: kontrollertFør + 1, and: kontrollertEtter + 1, atMost: avvikFør)
  }
}

/// The ways to draw some of two kinds of things so that at most x are of the first kind.
private struct Draw {
  let waysBelow: BigNatural
  let waysExactly: BigNatural
  let ways: BigNatural
  var waysAtMost: BigNatural { waysBelow + waysExactly }

  init(_ drawn: Int, of first: Int, and second: Int, atMost x: Int) {
    var i = max(0, drawn - second)
    // At the least i, all of the second kind are drawn, or none of the first: one factor is 1.
    var exactly =
      i > 0 ? BigNatural(waysToChoose: i, of: first) : BigNatural(waysToChoose: drawn, of: second)
    var below = BigNatural()
    while i < x {
      below += exactly
      exactly.scale(by: first - i, over: i + 1)
      exactly.scale(by: drawn - i, over: second - drawn + i + 1)
      i += 1
    }
    (waysBelow, waysExactly) = (below, exactly)
    ways = BigNatural(waysToChoose: drawn, of: first + second)
  }
}
