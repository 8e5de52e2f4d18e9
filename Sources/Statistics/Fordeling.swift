/// The probabilities of 0, 1, … m, built from how each stands to the one before it.
///
/// Products of such ratios need no logarithm and no gamma function, and are the same on every platform.
struct Fordeling: Hashable, Sendable {
  private let sannsynligheter: [Double]

  /// `ratio(i)` is P(i + 1) / P(i). Starts in the middle, so that only what is negligible can underflow.
  init(til m: Int, midt: Int, ratio: (Int) -> Double) {
    var weights = Array(repeating: 1.0, count: m + 1)
    for i in midt..<m { weights[i + 1] = weights[i] * ratio(i) }
    for i in (0..<midt).reversed() { weights[i] = weights[i + 1] / ratio(i) }
    let sum = weights.reduce(0, +)
    sannsynligheter = weights.map { $0 / sum }
  }

  /// m, the greatest number.
  var til: Int { sannsynligheter.count - 1 }

  subscript(_ i: Int) -> Double { sannsynligheter.indices ~= i ? sannsynligheter[i] : 0 }

  /// P(X ≤ i).
  func høyst(_ i: Int) -> Double { sannsynligheter.prefix(max(0, i + 1)).reduce(0, +) }

  /// The least i with P(X ≤ i) ≥ p, where the last is taken for p = 1.
  func kvantil(_ p: Double) -> Int {
    // P(X ≤ i) is often exactly ½ when both sides are alike; rounding must not decide that.
    let enough = p - 1e-12
    var sum = 0.0
    for (i, probability) in sannsynligheter.enumerated() {
      sum += probability
      if sum >= enough { return i }
    }
    return til
  }
}

extension Fordeling {
  /// How many of m cases have an avvik when each has one with the chance p, 0 < p < 1.
  static func binomisk(antall m: Int, p: Double) -> Fordeling {
    Fordeling(til: m, midt: Int(Double(m) * p)) { Double(m - $0) / Double($0 + 1) * (p / (1 - p)) }
  }
}
