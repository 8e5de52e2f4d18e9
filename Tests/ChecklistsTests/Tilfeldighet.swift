import Foundation
import Values

/// SplitMix64 (Steele, Lea, Flood 2014): the same seed gives the same cases and rules everywhere.
struct Terning {
  private var tilstand: UInt64

  init(frø: UInt64) { tilstand = frø }

  mutating func neste() -> UInt64 {
    tilstand &+= 0x9E37_79B9_7F4A_7C15
    var z = tilstand
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A whole number in the range.
  mutating func tall(_ område: ClosedRange<Int>) -> Int {
    område.lowerBound + Int(neste() % UInt64(område.count))
  }

  /// True this many times in a hundred.
  mutating func sant(_ prosent: Int) -> Bool { tall(0...99) < prosent }

  mutating func en<Verdi>(av verdier: [Verdi]) -> Verdi { verdier[tall(0...(verdier.count - 1))] }

  mutating func dag(_ fra: Dato, _ til: Dato) -> Dato {
    fra.adding(dager: tall(0...max(0, fra.dager(til: til))))
  }
}

/// How much larger than usual the random tests are: `INTERNKONTROLL_SOUNDNESS=20 swift test`.
let skala = max(1, ProcessInfo.processInfo.environment["INTERNKONTROLL_SOUNDNESS"].flatMap { Int($0) } ?? 1)

/// The first seed of the random tests; another one explores other cases.
let grunnfrø = ProcessInfo.processInfo.environment["INTERNKONTROLL_SEED"].flatMap { UInt64($0) } ?? 2014
