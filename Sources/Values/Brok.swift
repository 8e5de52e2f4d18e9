/// An exact fraction, or plus or minus infinity. Arithmetic in verdicts never rounds.
///
/// Kept in lowest terms with a positive denominator; `±1/0` is infinity. An operation whose exact result does
/// not fit in 64 bits returns nil, and the caller must then say that the number is not known.
public struct Brøk: Hashable, Sendable {
  /// The numerator.
  public let teller: Int64
  /// The denominator: positive, or 0 for infinity.
  public let nevner: Int64

  /// A whole number.
  public init(_ number: Int) {
    teller = Int64(number)
    nevner = 1
  }

  /// `teller / nevner` in lowest terms; nil for a denominator of 0 or a value outside 64 bits.
  public init?(_ teller: Int64, _ nevner: Int64) {
    guard nevner != 0, teller != .min, nevner != .min else { return nil }
    if nevner == 1 {
      self.teller = teller
      self.nevner = 1
      return
    }
    let divisor = greatestCommonDivisor(teller.magnitude, nevner.magnitude)
    let sign: Int64 = nevner < 0 ? -1 : 1
    self.teller = sign * (teller / Int64(divisor))
    self.nevner = sign * (nevner / Int64(divisor))
  }

  private init(infinityWithSign sign: Int64) {
    teller = sign
    nevner = 0
  }

  /// Larger than every number.
  public static let uendelig = Brøk(infinityWithSign: 1)
  /// Smaller than every number.
  public static let minusUendelig = Brøk(infinityWithSign: -1)
  /// 0.
  public static let null = Brøk(0)

  /// Whether this is a number, not an infinity.
  public var erEndelig: Bool { nevner != 0 }

  /// The number with the other sign.
  public var negert: Brøk {
    nevner == 0 ? Brøk(infinityWithSign: -teller) : Brøk(-teller, nevner) ?? self
  }

  /// The largest whole number not above.
  public var gulv: Brøk {
    guard erEndelig else { return self }
    let quotient = teller / nevner
    return Brøk(Int(teller % nevner < 0 ? quotient - 1 : quotient))
  }

  /// The smallest whole number not below.
  public var tak: Brøk { negert.gulv.negert }

  /// The sum; nil when it does not fit, or is infinity minus infinity.
  public func pluss(_ b: Brøk) -> Brøk? {
    if nevner == 1, b.nevner == 1 {
      let (sum, overflow) = teller.addingReportingOverflow(b.teller)
      return overflow ? nil : Brøk(sum, 1)
    }
    guard erEndelig, b.erEndelig else {
      if erEndelig { return b }
      return b.erEndelig || b == self ? self : nil
    }
    let (x, o1) = teller.multipliedReportingOverflow(by: b.nevner)
    let (y, o2) = b.teller.multipliedReportingOverflow(by: nevner)
    let (sum, o3) = x.addingReportingOverflow(y)
    let (denominator, o4) = nevner.multipliedReportingOverflow(by: b.nevner)
    return o1 || o2 || o3 || o4 ? nil : Brøk(sum, denominator)
  }

  /// The product; zero times infinity is zero, since here an infinity only stands for «no known limit».
  public func ganger(_ b: Brøk) -> Brøk? {
    if teller == 0 || b.teller == 0 { return .null }
    guard erEndelig, b.erEndelig else {
      return (teller < 0) == (b.teller < 0) ? .uendelig : .minusUendelig
    }
    let (numerator, o1) = teller.multipliedReportingOverflow(by: b.teller)
    let (denominator, o2) = nevner.multipliedReportingOverflow(by: b.nevner)
    return o1 || o2 ? nil : Brøk(numerator, denominator)
  }
}

extension Brøk: Comparable {
  /// Smaller than, exactly: the cross products are compared in 128 bits.
  public static func < (a: Brøk, b: Brøk) -> Bool {
    if a.nevner == 0 || b.nevner == 0 {
      let left = a.nevner == 0 ? a.teller : 0
      let right = b.nevner == 0 ? b.teller : 0
      return left < right
    }
    if a.nevner == b.nevner { return a.teller < b.teller }
    return Int128(a.teller) * Int128(b.nevner) < Int128(b.teller) * Int128(a.nevner)
  }
}

extension Brøk: CustomStringConvertible {
  /// A whole number, a decimal of at most three digits with a comma where that is exact, or `teller/nevner`.
  public var description: String {
    guard erEndelig else { return teller > 0 ? "∞" : "−∞" }
    if nevner == 1 { return String(teller) }
    guard 1000 % nevner == 0 else { return "\(teller)/\(nevner)" }
    let divisor = nevner.magnitude
    var decimals = padded(Int(teller.magnitude % divisor * (1000 / divisor)), 3)
    while decimals.hasSuffix("0") { decimals.removeLast() }
    return "\(teller < 0 ? "-" : "")\(teller.magnitude / divisor),\(decimals)"
  }
}

private func greatestCommonDivisor(_ a: UInt64, _ b: UInt64) -> UInt64 {
  var (a, b) = (a, b)
  while b != 0 { (a, b) = (b, a % b) }
  return max(a, 1)
}
