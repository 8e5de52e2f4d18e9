/// A set of days, kept as disjoint periods in order with at least one free day between them.
public struct Periodesett: Hashable, Sendable {
  /// The periods, in order. Adjoining periods are merged.
  public private(set) var perioder: [Periode]

  /// No day at all.
  public static let tomt = Periodesett(sorted: [])

  /// Every day.
  public static let alt = Periodesett(Periode(unchecked: .tidenesMorgen, .tidenesEnde))

  /// One period.
  public init(_ periode: Periode) { perioder = [periode] }

  /// One period, or no day at all.
  public init(_ periode: Periode?) { perioder = periode.map { [$0] } ?? [] }

  /// The union of the periods: overlapping and adjoining ones are merged.
  public init(_ perioder: some Sequence<Periode>) {
    self.perioder = []
    for periode in perioder.sorted(by: { $0.fra < $1.fra }) {
      if let last = self.perioder.last, periode.fra <= last.til.adding(dager: 1) {
        self.perioder[self.perioder.count - 1].til = max(last.til, periode.til)
      } else {
        self.perioder.append(periode)
      }
    }
  }

  private init(sorted perioder: [Periode]) { self.perioder = perioder }

  /// Whether there is no day in the set.
  public var erTomt: Bool { perioder.isEmpty }

  /// The number of days.
  public var dager: Int { perioder.reduce(0) { $0 + $1.dager } }

  /// Days in either.
  public func union(_ annen: Periodesett) -> Periodesett {
    if annen.erTomt { return self }
    return erTomt ? annen : Periodesett(perioder + annen.perioder)
  }

  /// Days in both.
  public func snitt(_ annen: Periodesett) -> Periodesett {
    var result: [Periode] = []
    var i = 0
    var j = 0
    while i < perioder.count, j < annen.perioder.count {
      let a = perioder[i]
      let b = annen.perioder[j]
      if let common = Periode(max(a.fra, b.fra), min(a.til, b.til)) { result.append(common) }
      if a.til < b.til { i += 1 } else { j += 1 }
    }
    return Periodesett(sorted: result)
  }

  /// Days in this one and not in the other.
  public func uten(_ annen: Periodesett) -> Periodesett {
    var result: [Periode] = []
    var j = 0
    for periode in perioder {
      var start = periode.fra
      while j < annen.perioder.count, annen.perioder[j].til < start { j += 1 }
      var k = j
      while k < annen.perioder.count, annen.perioder[k].fra <= periode.til {
        if let before = Periode(start, annen.perioder[k].fra.adding(dager: -1)) { result.append(before) }
        start = max(start, annen.perioder[k].til.adding(dager: 1))
        k += 1
      }
      if let rest = Periode(start, periode.til) { result.append(rest) }
    }
    return Periodesett(sorted: result)
  }

  /// Whether the day is in the set.
  public func inneholder(_ dato: Dato) -> Bool { perioden(med: dato) != nil }

  /// The period of the set that holds the day, if any.
  public func perioden(med dato: Dato) -> Periode? {
    perioder.first { $0.fra <= dato && dato <= $0.til }
  }

  /// Whether every day of the period is in the set.
  public func dekker(_ periode: Periode) -> Bool {
    perioder.contains { $0.fra <= periode.fra && periode.til <= $0.til }
  }

  /// Whether some day of the period is in the set.
  public func overlapper(_ periode: Periode) -> Bool {
    perioder.contains { $0.fra <= periode.til && periode.fra <= $0.til }
  }

  /// Whether every day of the other set is in this one.
  public func dekker(_ annet: Periodesett) -> Bool { annet.perioder.allSatisfy(dekker) }
}
