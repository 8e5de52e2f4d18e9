/// A number that is known to lie between two bounds, both included.
public struct Tallomfang: Hashable, Sendable {
  /// The least it can be.
  public var minst: Brøk
  /// The most it can be.
  public var høyst: Brøk

  /// Every number from `minst` to `høyst`.
  public init(_ minst: Brøk, _ høyst: Brøk) {
    self.minst = minst
    self.høyst = høyst
  }

  /// Exactly this number.
  public init(_ tall: Brøk) { self.init(tall, tall) }

  /// Exactly this whole number.
  public init(_ tall: Int) { self.init(Brøk(tall)) }

  /// Nothing is known about the number.
  public static let ukjent = Tallomfang(.minusUendelig, .uendelig)

  /// Whether only one number is possible.
  public var erEksakt: Bool { minst == høyst }

  /// The sum of two numbers that vary freely.
  public static func + (a: Tallomfang, b: Tallomfang) -> Tallomfang {
    Tallomfang(
      a.minst.pluss(b.minst) ?? .minusUendelig, a.høyst.pluss(b.høyst) ?? .uendelig)
  }

  /// The difference of two numbers that vary freely.
  public static func - (a: Tallomfang, b: Tallomfang) -> Tallomfang { a + b.negert }

  /// The product of two numbers that vary freely.
  public static func * (a: Tallomfang, b: Tallomfang) -> Tallomfang {
    guard let first = a.minst.ganger(b.minst) else { return .ukjent }
    if a.erEksakt, b.erEksakt { return Tallomfang(first) }
    guard let second = a.minst.ganger(b.høyst), let third = a.høyst.ganger(b.minst),
      let fourth = a.høyst.ganger(b.høyst)
    else { return .ukjent }
    return Tallomfang(
      min(min(first, second), min(third, fourth)), max(max(first, second), max(third, fourth)))
  }

  /// The quotient; nothing is known of it when the divisor may be zero.
  public static func / (a: Tallomfang, b: Tallomfang) -> Tallomfang {
    guard b.minst > .null || b.høyst < .null, let low = b.høyst.invertert, let high = b.minst.invertert
    else { return .ukjent }
    return a * Tallomfang(low, high)
  }

  /// The number with the other sign.
  public var negert: Tallomfang { Tallomfang(høyst.negert, minst.negert) }

  /// Rounded down to a whole number.
  public var rundetNed: Tallomfang { Tallomfang(minst.gulv, høyst.gulv) }

  /// Rounded up to a whole number.
  public var rundetOpp: Tallomfang { Tallomfang(minst.tak, høyst.tak) }

  /// Whether this number is smaller than another.
  public func erMindreEnn(_ annet: Tallomfang) -> Sannhet {
    if høyst < annet.minst { return .ja }
    return minst >= annet.høyst ? .nei : .ukjent
  }

  /// Whether the two are the same number.
  public func erLik(_ annet: Tallomfang) -> Sannhet {
    if høyst < annet.minst || annet.høyst < minst { return .nei }
    return erEksakt && annet.erEksakt ? .ja : .ukjent
  }

  /// The bounds when either this or another is the right number.
  public func eller(_ annet: Tallomfang) -> Tallomfang {
    Tallomfang(min(minst, annet.minst), max(høyst, annet.høyst))
  }
}

extension Brøk {
  fileprivate var invertert: Brøk? { erEndelig ? Brøk(nevner, teller) : .null }
}

extension Tallomfang: CustomStringConvertible {
  /// `4`, `3–5`, `minst 3`, `høyst 5` or `ukjent`.
  public var description: String {
    if erEksakt { return minst.description }
    switch (minst.erEndelig, høyst.erEndelig) {
    case (true, true): return "\(minst)–\(høyst)"
    case (true, false): return "minst \(minst)"
    case (false, true): return "høyst \(høyst)"
    case (false, false): return "ukjent"
    }
  }
}
