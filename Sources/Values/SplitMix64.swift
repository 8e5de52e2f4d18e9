/// Steele, Lea and Flood's SplitMix64: a small generator whose whole state is one number, so that the same
/// seed gives the same cases on every machine for ever. Not for draws: those use a committed seed and SHA-256.
public struct SplitMix64: Sendable {
  private var tilstand: UInt64

  /// The reference generator, started at this state.
  public init(frø: UInt64) { tilstand = frø }

  /// Stream number `strøm` of a seed. Streams are stirred apart, so that neighbouring cases have nothing in
  /// common and one case can be made without making those before it.
  public init(frø: UInt64, strøm: UInt64) {
    tilstand = SplitMix64.stir(frø &+ SplitMix64.stir(strøm &+ 0x9E37_79B9_7F4A_7C15))
  }

  /// 64 random bits.
  public mutating func next() -> UInt64 {
    tilstand &+= 0x9E37_79B9_7F4A_7C15
    return SplitMix64.stir(tilstand)
  }

  private static func stir(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A whole number in the range. The bias is below 2^-40 for the small ranges used here.
  public mutating func tall(_ område: ClosedRange<Int>) -> Int {
    let width = UInt64(område.upperBound - område.lowerBound) + 1
    return område.lowerBound + Int(next().multipliedFullWidth(by: width).high)
  }

  /// True in `promille` of a thousand draws.
  public mutating func sant(_ promille: Int) -> Bool { tall(0...999) < promille }

  /// A day from `a` to `b`, both included; `a` when `b` is earlier.
  public mutating func dag(_ a: Dato, _ b: Dato) -> Dato {
    a.adding(dager: tall(0...max(0, a.dager(til: b))))
  }

  /// One of `andre`, each with its share of a thousand, else the usual value.
  public mutating func velg<Verdi>(_ vanlig: Verdi, _ andre: (verdi: Verdi, promille: Int)...) -> Verdi {
    var rest = tall(0...999)
    for valg in andre {
      if rest < valg.promille { return valg.verdi }
      rest -= valg.promille
    }
    return vanlig
  }
}
