/// How often two readers of the same cases agree, and how much of that is more than chance: Cohen's kappa.
public struct Enighet: Hashable, Sendable {
  /// How many pairs of readings there are.
  public let antall: Int
  /// In how many of them both readers said the same.
  public let enige: Int
  /// Kappa: 1 for full agreement, 0 for what chance gives; nil when only one answer was ever used.
  public let kappa: Double?
  /// About 95 % for kappa, within −1…1, by the large-sample error of Fleiss, Cohen & Everitt (1969).
  ///
  /// Nil where that error is nothing, above all when the readers agree on everything: that the formula then
  /// gives no width does not mean that the figure is certain.
  public let intervall: ClosedRange<Double>?

  /// The two readers' answers to each question; nil when there are none.
  public init?(_ par: [(String, String)]) {
    guard !par.isEmpty else { return nil }
    antall = par.count
    enige = par.count { $0 == $1 }
    let counts = Krysstabell(par)
    kappa = counts.kappa
    intervall = counts.interval
  }
}

/// The pairs counted, and kappa of them in whole numbers until the last division.
private struct Krysstabell {
  private struct Pair: Hashable { let first, second: String }
  private var pairs: [Pair: Int128] = [:]
  private var first: [String: Int128] = [:]
  private var second: [String: Int128] = [:]
  private let n: Int128

  init(_ par: [(String, String)]) {
    n = Int128(par.count)
    for (a, b) in par {
      pairs[Pair(first: a, second: b), default: 0] += 1
      first[a, default: 0] += 1
      second[b, default: 0] += 1
    }
  }

  /// n times the share that agrees.
  private var agreed: Int128 { pairs.reduce(0) { $1.key.first == $1.key.second ? $0 + $1.value : $0 } }
  /// n² times the share that chance would make agree.
  private var expected: Int128 { first.reduce(0) { $0 + $1.value * second[$1.key, default: 0] } }

  var kappa: Double? {
    let room = n * n - expected
    return room == 0 ? nil : Double(n * agreed - expected) / Double(room)
  }

  var interval: ClosedRange<Double>? {
    guard let kappa, variance > 0 else { return nil }
    let room = Double(n * n - expected)
    let margin = 1.959963984540054 * (Double(variance) * Double(n)).squareRoot() / (room * room)
    return max(-1, kappa - margin)...min(1, kappa + margin)
  }

  /// n⁶ times the curly bracket of the formula; it fits for more than a million pairs.
  private var variance: Int128 {
    let (disagreed, room) = (n - agreed, n * n - expected)
    var sum: Int128 = 0
    for (pair, count) in pairs {
      if pair.first == pair.second {
        let both = first[pair.first, default: 0] + second[pair.first, default: 0]
        let term = room - both * disagreed
        sum += count * term * term
      } else {
        let crossed = second[pair.first, default: 0] + first[pair.second, default: 0]
        sum += count * crossed * crossed * disagreed * disagreed
      }
    }
    let last = agreed * expected - 2 * expected * n + agreed * n * n
    return n * sum - last * last
  }
}
