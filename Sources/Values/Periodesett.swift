/// A set of days, kept as disjoint periods in order with at least one free day between them.
///
/// A collection of its periods. Nearly every set that a rule meets has one period or none, so those are kept
/// without an array.
public struct Periodesett: Hashable, Sendable {
  private enum Innhold: Hashable, Sendable {
    case ingen
    case én(Periode)
    /// At least two.
    case flere([Periode])
  }

  private let innhold: Innhold

  /// No day at all.
  public static let tomt = Periodesett(.ingen)

  /// Every day.
  public static let alt = Periodesett(Periode(unchecked: .tidenesMorgen, .tidenesEnde))

  /// One period.
  public init(_ periode: Periode) { innhold = .én(periode) }

  /// One period, or no day at all.
  public init(_ periode: Periode?) { innhold = periode.map { .én($0) } ?? .ingen }

  /// The union of the periods: overlapping and adjoining ones are merged.
  public init(_ perioder: some Sequence<Periode>) {
    var bygger = Bygger()
    for periode in perioder.sorted(by: { $0.fra < $1.fra }) { bygger.flett(periode) }
    self = bygger.sett
  }

  private init(_ innhold: Innhold) { self.innhold = innhold }

  /// Gathers periods that come in order of their first day.
  private struct Bygger {
    private var første: Periode?
    private var resten: [Periode] = []

    /// Adds a period that begins at least two days after the last one ends.
    mutating func append(_ periode: Periode) {
      if første == nil { første = periode } else { resten.append(periode) }
    }

    /// Adds a period that begins no earlier than the last one; the two are merged if no day is between them.
    mutating func flett(_ periode: Periode) {
      guard let last = resten.last ?? første, periode.fra <= last.til.adding(dager: 1) else {
        return append(periode)
      }
      let merged = Periode(unchecked: last.fra, Swift.max(last.til, periode.til))
      if resten.isEmpty { første = merged } else { resten[resten.count - 1] = merged }
    }

    var sett: Periodesett {
      guard let første else { return .tomt }
      return Periodesett(resten.isEmpty ? .én(første) : .flere([første] + resten))
    }
  }

  /// The periods, in order.
  public var perioder: [Periode] { Array(self) }

  /// Whether there is no day in the set.
  public var erTomt: Bool { isEmpty }

  /// The number of days.
  public var dager: Int { reduce(0) { $0 + $1.dager } }

  /// The smallest period that holds every day of the set; nil for the empty set.
  public var omslag: Periode? {
    guard let first, let last else { return nil }
    return Periode(unchecked: first.fra, last.til)
  }

  /// Days in either.
  public func union(_ annen: Periodesett) -> Periodesett {
    if annen.erTomt { return self }
    if erTomt { return annen }
    var bygger = Bygger()
    var i = 0
    var j = 0
    while i < count || j < annen.count {
      if j == annen.count || i < count && self[i].fra <= annen[j].fra {
        bygger.flett(self[i])
        i += 1
      } else {
        bygger.flett(annen[j])
        j += 1
      }
    }
    return bygger.sett
  }

  /// Days in both.
  public func snitt(_ annen: Periodesett) -> Periodesett {
    var bygger = Bygger()
    var i = 0
    var j = 0
    while i < count, j < annen.count {
      let a = self[i]
      let b = annen[j]
      if let common = Periode(Swift.max(a.fra, b.fra), Swift.min(a.til, b.til)) { bygger.append(common) }
      if a.til < b.til { i += 1 } else { j += 1 }
    }
    return bygger.sett
  }

  /// Days in this one and not in the other.
  public func uten(_ annen: Periodesett) -> Periodesett {
    if annen.erTomt { return self }
    var bygger = Bygger()
    var j = 0
    for periode in self {
      var start = periode.fra
      while j < annen.count, annen[j].til < start { j += 1 }
      var k = j
      while k < annen.count, annen[k].fra <= periode.til {
        if let before = Periode(start, annen[k].fra.adding(dager: -1)) { bygger.append(before) }
        start = Swift.max(start, annen[k].til.adding(dager: 1))
        k += 1
      }
      if let rest = Periode(start, periode.til) { bygger.append(rest) }
    }
    return bygger.sett
  }

  /// Whether the day is in the set.
  public func inneholder(_ dato: Dato) -> Bool { perioden(med: dato) != nil }

  /// The period of the set that holds the day, if any.
  public func perioden(med dato: Dato) -> Periode? {
    first { $0.fra <= dato && dato <= $0.til }
  }

  /// Whether every day of the period is in the set.
  public func dekker(_ periode: Periode) -> Bool {
    contains { $0.fra <= periode.fra && periode.til <= $0.til }
  }

  /// Whether some day of the period is in the set.
  public func overlapper(_ periode: Periode) -> Bool {
    contains { $0.fra <= periode.til && periode.fra <= $0.til }
  }

  /// Whether every day of the other set is in this one.
  public func dekker(_ annet: Periodesett) -> Bool { annet.allSatisfy(dekker) }
}

extension Periodesett: RandomAccessCollection {
  /// The position of the first period.
  public var startIndex: Int { 0 }

  /// The number of periods.
  public var endIndex: Int {
    switch innhold {
    case .ingen: 0
    case .én: 1
    case .flere(let perioder): perioder.count
    }
  }

  /// The period at a position in the order of time.
  public subscript(position: Int) -> Periode {
    switch innhold {
    case .én(let periode) where position == 0: periode
    case .flere(let perioder): perioder[position]
    default: preconditionFailure("A set of \(count) periods has none at \(position).")
    }
  }
}
