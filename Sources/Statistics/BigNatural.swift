/// A whole number from zero up, as large as it has to be: what counting samples without rounding takes.
///
/// There are 10⁴⁹⁰ ways to draw 300 cases of 5,000. Only the few operations that counting needs are here.
struct BigNatural: Hashable, Sendable {
  /// The digits to the base 2⁶⁴, the least one first, and no zeros at the end.
  private var limbs: [UInt]

  init(_ value: UInt = 0) { limbs = value == 0 ? [] : [value] }

  /// How many ways there are to choose k of n.
  init(waysToChoose k: Int, of n: Int) {
    self.init(0...n ~= k ? 1 : 0)
    guard 0...n ~= k else { return }
    for i in 0..<min(k, n - k) { scale(by: n - i, over: i + 1) }
  }

  /// Times a, then divided by b, which must come out even. Neither is negative.
  mutating func scale(by a: Int, over b: Int) {
    self *= UInt(a)
    if b != 1 { divideEvenly(by: UInt(b)) }
  }

  static func *= (number: inout BigNatural, factor: UInt) {
    guard factor != 0 else { return number.limbs = [] }
    var carry: UInt = 0
    for i in number.limbs.indices {
      let (high, low) = number.limbs[i].multipliedFullWidth(by: factor)
      let (sum, overflow) = low.addingReportingOverflow(carry)
      number.limbs[i] = sum
      carry = high &+ (overflow ? 1 : 0)
    }
    if carry != 0 { number.limbs.append(carry) }
  }

  private mutating func divideEvenly(by divisor: UInt) {
    var remainder: UInt = 0
    for i in limbs.indices.reversed() {
      (limbs[i], remainder) = divisor.dividingFullWidth((remainder, limbs[i]))
    }
    assert(remainder == 0, "a count of ways is whole")
    if limbs.last == 0 { limbs.removeLast() }
  }

  static func += (sum: inout BigNatural, term: BigNatural) {
    if sum.limbs.count < term.limbs.count {
      sum.limbs += Array(repeating: 0, count: term.limbs.count - sum.limbs.count)
    }
    var carry = false
    for i in sum.limbs.indices {
      guard carry || i < term.limbs.count else { break }
      let (partial, first) = sum.limbs[i].addingReportingOverflow(i < term.limbs.count ? term.limbs[i] : 0)
      let (total, second) = partial.addingReportingOverflow(carry ? 1 : 0)
      sum.limbs[i] = total
      carry = first || second
    }
    if carry { sum.limbs.append(1) }
  }

  static func * (number: BigNatural, factor: UInt) -> BigNatural {
    var product = number
    product *= factor
    return product
  }

  static func + (a: BigNatural, b: BigNatural) -> BigNatural {
    var sum = a
    sum += b
    return sum
  }
}

extension BigNatural: Comparable {
  static func < (a: BigNatural, b: BigNatural) -> Bool {
    guard a.limbs.count == b.limbs.count else { return a.limbs.count < b.limbs.count }
    for i in a.limbs.indices.reversed() where a.limbs[i] != b.limbs[i] { return a.limbs[i] < b.limbs[i] }
    return false
  }
}

extension BigNatural {
  /// This over another number that is not zero, to a few units of the last place.
  func ratio(to whole: BigNatural) -> Double {
    let (a, b) = (leading, whole.leading)
    return Double(sign: .plus, exponent: a.exponent - b.exponent, significand: a.value / b.value)
  }

  /// The number as value · 2^exponent, rounded from its two greatest digits: it may be beyond a Double.
  private var leading: (value: Double, exponent: Int) {
    let value = limbs.suffix(2).reversed().reduce(0.0) { $0 * 0x1p64 + Double($1) }
    return (value, UInt.bitWidth * max(0, limbs.count - 2))
  }
}
