import Foundation
import Testing

@testable import Statistics

/// The figures of the research, found by two other programs.
struct Vectors: Decodable {
  /// N, n, k, and the two ends.
  let hypergeomCi95: [[Int]]
  let betaBinomial: [Posterior]
  let beforeAfter: [Comparison]
  /// n, the longest run, the fewest crossings.
  let anhoej: [[Int]]
  /// A share, and the controls that rule it out.
  let cleanRun: [[Double]]

  struct Posterior: Decodable {
    let N, n, x: Int
    let a, b: Double
    let q025, q50, q975: Int
    let pOver20Pct: Double
  }

  struct Comparison: Decodable {
    let x1, n1, x2, n2: Int
    let fisherOneSided, midP, bayesPLower: Double
  }

  static func read(from file: String = #filePath) throws -> Vectors {
    let folder = URL(filePath: file).deletingLastPathComponent()
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(
      Vectors.self, from: Data(contentsOf: folder.appending(path: "Vectors/statistics.json")))
  }
}

/// A random source with a seed (SplitMix64).
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Pascal's triangle, for oracles that count by the definition: it holds up to 120 choose 24 and more.
struct Pascal {
  private var rows: [[UInt128]] = [[1]]

  init(til n: Int) {
    for _ in 0..<n {
      let last = rows[rows.count - 1]
      rows.append([1] + zip(last, last.dropFirst()).map { $0.addingReportingOverflow($1).partialValue } + [1])
    }
  }

  func callAsFunction(_ n: Int, _ k: Int) -> UInt128 { 0...n ~= k ? rows[n][k] : 0 }

  /// The draws of n of N that hold i of the K.
  func ways(_ i: Int, of K: Int, drawing n: Int, from N: Int) -> UInt128 {
    let (a, b) = (self(K, i), self(N - K, n - i))
    return a == 0 || b == 0 ? 0 : a * b
  }
}

func nær(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-12 }
