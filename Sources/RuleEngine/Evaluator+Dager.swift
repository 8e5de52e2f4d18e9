import RuleLanguage
import Values

/// Distinct days.
extension Evaluator {
  /// The fewest days that meet all certain events, and the most different days the possible ones can have.
  mutating func dagerMed(_ index: Int32) -> Tallomfang { eksakteDager(index) ?? groveDager(index) }

  /// Counts while every matching event has an exact day, and they come in order of time as they do in a
  /// record; nil when it is not so.
  private mutating func eksakteDager(_ index: Int32) -> Tallomfang? {
    let samling = spørring(index).pointee.samling
    var (certain, possible) = (0, 0)
    var (lastCertain, lastPossible) = (Dato(dag: .min), Dato(dag: .min))
    var isExact = true
    forHver(index) { evaluator, row, match in
      let day = evaluator.start(samling, row)
      guard day.erEksakt, row != Evaluator.ulistet, day.første >= lastPossible else {
        return isExact = false
      }
      if day.første != lastPossible { possible += 1 }
      lastPossible = day.første
      guard match == .ja else { return }
      if day.første != lastCertain { certain += 1 }
      lastCertain = day.første
    }
    return isExact ? Tallomfang(Brøk(certain), Brøk(possible)) : nil
  }

  private mutating func groveDager(_ index: Int32) -> Tallomfang {
    let samling = spørring(index).pointee.samling
    let limits = grenser(index)
    var certain: [Datoomfang] = []
    var possible: [Datoomfang] = []
    var open = false
    forHver(index) { evaluator, row, match in
      guard row != Evaluator.ulistet else { return open = true }
      let day = evaluator.start(samling, row)
      if match == .ja { certain.append(day) }
      let first = max(day.første.dag, limits.fraLav)
      let last = min(day.siste.dag, limits.tilHøy)
      if first <= last { possible.append(Datoomfang(Dato(dag: first), Dato(dag: last))) }
    }
    return Tallomfang(Brøk(færrestDager(certain)), open ? .uendelig : Brøk(flestDager(possible)))
  }

  /// Piercing intervals with the fewest points: take the earliest end, drop all it meets, go on.
  private func færrestDager(_ events: [Datoomfang]) -> Int {
    var count = 0
    var last: Dato?
    for event in events.sorted(by: { $0.siste < $1.siste }) {
      if let last, event.første <= last { continue }
      last = event.siste
      count += 1
    }
    return count
  }

  /// Giving intervals different days, as many as possible: by earliest end, each takes its first free day.
  private func flestDager(_ events: [Datoomfang]) -> Int {
    var taken: Set<Dato> = []
    for event in events.sorted(by: { ($0.siste, $0.første) < ($1.siste, $1.første) }) {
      var day = event.første
      while day <= event.siste, taken.contains(day) { day = day.adding(dager: 1) }
      if day <= event.siste { taken.insert(day) }
    }
    return taken.count
  }
}
