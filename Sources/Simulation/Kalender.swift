import Values

/// One thing that somebody does on a day of the played years.
typealias Gjøremål = (inout Spill, Dato) throws -> Void

/// What is to be done, in order of day; on the same day in the order it was added.
struct Kalender {
  private var avtaler: [(dag: Dato, gjøremål: Gjøremål)] = []
  private var idag = Dato.tidenesMorgen

  /// Adds something to do on a day, or the Monday after it; never on a day that has been.
  mutating func legg(_ dag: Dato, _ gjøremål: @escaping Gjøremål) {
    let dag = max(dag, idag).arbeidsdag
    let index = avtaler.firstIndex { dag < $0.dag } ?? avtaler.endIndex
    avtaler.insert((dag, gjøremål), at: index)
  }

  /// The next thing to do, and the day; nil when nothing is left to do up to a last day.
  mutating func neste(til siste: Dato) -> (dag: Dato, gjøremål: Gjøremål)? {
    guard let first = avtaler.first, first.dag <= siste else { return nil }
    idag = first.dag
    return avtaler.removeFirst()
  }
}

extension Dato {
  /// This day, or the Monday after it when it lies in a weekend.
  var arbeidsdag: Dato {
    // 1970-01-01 was a Thursday; Monday is 0 here.
    let ukedag = ((Int(dag) + 3) % 7 + 7) % 7
    return ukedag < 5 ? self : adding(dager: 7 - ukedag)
  }
}

/// The time of the played year: office hours, a few minutes from one act to the next.
struct Klokke {
  private var dag = Dato.tidenesMorgen
  private var sekund = 0

  /// The time of the next act on a day, in UTC.
  mutating func neste(_ dag: Dato, _ rng: inout SplitMix64) -> String {
    sekund = dag == self.dag ? min(sekund + rng.tall(20...240), 86_399) : 7 * 3_600 + rng.tall(0...1_800)
    self.dag = dag
    func to(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(dag)T\(to(sekund / 3_600)):\(to(sekund / 60 % 60)):\(to(sekund % 60))Z"
  }
}
