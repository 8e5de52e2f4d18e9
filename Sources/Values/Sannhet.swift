/// Three-valued truth in strong Kleene logic: an answer is given only when every way of filling in what is
/// unknown gives that answer.
///
/// S. C. Kleene, *Introduction to Metamathematics* (1952), § 64.
public enum Sannhet: UInt8, Hashable, Sendable, CaseIterable {
  /// Certainly no.
  case nei
  /// Not known.
  case ukjent
  /// Certainly yes.
  case ja

  /// `ja` or `nei`.
  public init(_ value: Bool) { self = value ? .ja : .nei }

  /// Conjunction: the smaller of nei < ukjent < ja.
  public static func && (a: Sannhet, b: Sannhet) -> Sannhet { a.rawValue <= b.rawValue ? a : b }

  /// Disjunction: the larger of nei < ukjent < ja.
  public static func || (a: Sannhet, b: Sannhet) -> Sannhet { a.rawValue >= b.rawValue ? a : b }

  /// Negation; the negation of what is not known is not known.
  public static prefix func ! (a: Sannhet) -> Sannhet {
    switch a {
    case .nei: .ja
    case .ukjent: .ukjent
    case .ja: .nei
    }
  }

  /// The answer when either this or another is the right one: their common value, else ukjent.
  public func eller(_ annen: Sannhet) -> Sannhet { self == annen ? self : .ukjent }
}

extension Sannhet: CustomStringConvertible {
  /// `ja`, `nei` or `ukjent`.
  public var description: String {
    switch self {
    case .nei: "nei"
    case .ukjent: "ukjent"
    case .ja: "ja"
    }
  }
}
