import Quality
import Values

/// One thing that somebody does on a day of the played year; each is one function of `Spill`.
enum Gjøremål {
  /// The list of cases is locked, the seed set, two cases drawn and all evaluated.
  case trekk(Kontrollnøkkel)
  /// A drawn case turns out to be closed, and the next on the reserve list comes in.
  case bytt(Kontrollnøkkel)
  /// Every open question is answered, and every finding gets its kind.
  case svar(Kontrollnøkkel)
  /// The control is locked.
  case lås(Kontrollnøkkel)
}

/// What is to be done, in order of day; on the same day in the order it was added.
struct Kalender {
  private var avtaler: [(dag: Dato, gjøremål: Gjøremål)] = []

  /// Adds something to do on a day, or the Monday after it.
  mutating func legg(_ gjøremål: Gjøremål, _ dag: Dato) {
    let dag = dag.arbeidsdag
    let index = avtaler.firstIndex { dag < $0.dag } ?? avtaler.endIndex
    avtaler.insert((dag, gjøremål), at: index)
  }

  /// The next thing to do, and the day.
  mutating func neste() -> (dag: Dato, gjøremål: Gjøremål)? {
    avtaler.isEmpty ? nil : avtaler.removeFirst()
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
