/// A day that is known to lie in a range: a coarse date such as «March 2014», or a day nobody has recorded.
public struct Datoomfang: Hashable, Sendable {
  /// The first day it can be.
  public var første: Dato
  /// The last day it can be; never before `første`.
  public var siste: Dato

  /// Every day from `første` to `siste`.
  public init(_ første: Dato, _ siste: Dato) {
    self.første = første
    self.siste = siste
  }

  /// Exactly this day.
  public init(_ dato: Dato) { self.init(dato, dato) }

  /// `2014-03-12`, `2014-03` (some day of that month) or `2014` (some day of that year); nil for anything else.
  public init?(iso text: some StringProtocol) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let widths = [4, 2, 2]
    guard (1...3).contains(parts.count) else { return nil }
    var numbers: [Int] = []
    for (part, width) in zip(parts, widths) {
      guard part.count == width, part.allSatisfy({ (48...57).contains($0) }) else { return nil }
      numbers.append(part.reduce(0) { $0 * 10 + Int($1) - 48 })
    }
    switch numbers.count {
    case 1:
      guard numbers[0] >= 1 else { return nil }
      self.init(.nyttår(numbers[0]), .årsslutt(numbers[0]))
    case 2:
      guard let first = Dato(år: numbers[0], måned: numbers[1], dag: 1) else { return nil }
      self.init(first, first.adding(dager: Dato.dager(iMåned: numbers[1], år: numbers[0]) - 1))
    default:
      guard let day = Dato(år: numbers[0], måned: numbers[1], dag: numbers[2]) else { return nil }
      self.init(day)
    }
  }

  /// Whether the day is known exactly.
  public var erEksakt: Bool { første == siste }

  /// Moved by days; both ends alike.
  public func adding(dager: Int) -> Datoomfang {
    Datoomfang(første.adding(dager: dager), siste.adding(dager: dager))
  }

  /// Moved by whole months; sound because adding months never reverses the order of two days.
  public func adding(måneder: Int) -> Datoomfang {
    Datoomfang(første.adding(måneder: måneder), siste.adding(måneder: måneder))
  }

  /// The fewest and the most days from this day to another.
  public func dager(til annen: Datoomfang) -> ClosedRange<Int> {
    siste.dager(til: annen.første)...første.dager(til: annen.siste)
  }

  /// The fewest and the most whole months from this day to another.
  public func heleMåneder(til annen: Datoomfang) -> ClosedRange<Int> {
    siste.heleMåneder(til: annen.første)...første.heleMåneder(til: annen.siste)
  }

  /// Whether this day is before another: ja or nei only when it is so for every pair of days.
  public func erFør(_ annen: Datoomfang) -> Sannhet {
    if siste < annen.første { return .ja }
    return første >= annen.siste ? .nei : .ukjent
  }

  /// Whether both are the same day.
  public func erSammeDag(som annen: Datoomfang) -> Sannhet {
    if siste < annen.første || annen.siste < første { return .nei }
    return erEksakt && annen.erEksakt ? .ja : .ukjent
  }

  /// Whether the day lies in a period, ends included.
  public func erInnenfor(_ periode: Periode) -> Sannhet {
    if siste < periode.fra || periode.til < første { return .nei }
    return periode.fra <= første && siste <= periode.til ? .ja : .ukjent
  }
}

extension Datoomfang: CustomStringConvertible {
  /// As precise as it is: `2014-03-12`, `2014-03`, `2014`, or `2014-03-12/2014-04-02` for any other range.
  public var description: String {
    if erEksakt { return første.description }
    let a = første.deler
    let b = siste.deler
    let sameYear = a.år == b.år && a.dag == 1 && b.dag == Dato.dager(iMåned: b.måned, år: b.år)
    if sameYear, a.måned == b.måned { return "\(padded(a.år, 4))-\(padded(a.måned, 2))" }
    if sameYear, a.måned == 1, b.måned == 12 { return padded(a.år, 4) }
    return "\(første)/\(siste)"
  }
}
