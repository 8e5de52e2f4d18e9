import RuleLanguage
import Values

/// How long an answer holds as the control date moves on.
///
/// Whatever reads the control date notes the first later day on which it may answer otherwise. Most of it only
/// notes tomorrow; the comparisons here find the day exactly, since nearly every rule turns on one of them.
extension Evaluator {
  /// The comparison of two dates, of which one may move with the control date.
  mutating func sammenlignDato(_ how: Sammenligning, _ a: Nodeindeks, _ b: Nodeindeks) -> Sannhet {
    if erFremskrevet, how != .er, how != .erIkke, følger(a) != følger(b) {
      return sammenlignFremskrevet(how, a, b)
    }
    return Evaluator.sammenlign(how, dato(a), dato(b))
  }

  private mutating func sammenlignFremskrevet(
    _ how: Sammenligning, _ a: Nodeindeks, _ b: Nodeindeks
  ) -> Sannhet {
    let moves = (følger(a), følger(b))
    let moving = moves.0 ? a : b
    let fixed = dato(moves.0 ? b : a)
    let today = utenVarighet { $0.dato(moving) }
    func answer(_ day: Kanskje<Datoomfang>) -> Sannhet {
      moves.0 ? Evaluator.sammenlign(how, day, fixed) : Evaluator.sammenlign(how, fixed, day)
    }
    let result = answer(today)
    holder(før: førsteDag { evaluator, day in answer(evaluator.flyttet(moving, til: day)) != result })
    return result
  }

  /// Whether a date is the control date, moved by a fixed time or not at all.
  private func følger(_ index: Nodeindeks) -> Bool {
    switch node(index) {
    case .kontrolldato: true
    case .flytt(let inner, _): følger(inner)
    default: false
    }
  }

  /// A date that follows the control date, as it is when the control date is this day.
  private func flyttet(_ index: Nodeindeks, til dag: Dato) -> Kanskje<Datoomfang> {
    guard case .flytt(let inner, let step) = node(index) else { return Kanskje(Datoomfang(dag)) }
    return Kanskje(flyttet(inner, til: dag).verdi.adding(step))
  }

  /// The first later control date, within some two years, on which something that never turns back has
  /// turned. Found by halving.
  private func førsteDag(_ hasTurned: (Evaluator, Dato) -> Bool) -> Int32 {
    var low = kontrolldato.dag
    var high = low + 800
    guard hasTurned(self, Dato(dag: high)) else { return high }
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if hasTurned(self, Dato(dag: middle)) { high = middle } else { low = middle }
    }
    return high
  }

  /// Whether periods hold a date; for the control date the answer holds until the next end of a period.
  mutating func dekkerDato(_ a: Nodeindeks, _ b: Nodeindeks) -> Sannhet {
    let days = perioder(a)
    guard case .kontrolldato = node(b) else {
      let day = dato(b)
      return days.inneholder(day.verdi) && day.finnes
    }
    holderTilPeriodeskifte(days)
    return days.inneholder(Datoomfang(kontrolldato))
  }

  /// The part of the periods that the control date lies in changes only where a period begins or has ended.
  mutating func holderTilPeriodeskifte(_ days: Periodeomfang) {
    guard erFremskrevet else { return }
    for set in [days.sikker, days.mulig] {
      for period in set {
        if period.fra > kontrolldato { holder(før: period.fra.dag) }
        if period.til >= kontrolldato { holder(før: period.til.dag + 1) }
      }
    }
  }

  /// Whether periods hold all of others; when those are the last months or days, the answer holds until the
  /// stretch has moved past the beginning or the end of a period.
  mutating func dekker(_ a: Nodeindeks, _ b: Nodeindeks) -> Sannhet {
    guard erFremskrevet, case .sisteTid(let step) = node(b) else { return perioder(a).dekker(perioder(b)) }
    let days = perioder(a)
    for set in [days.sikker, days.mulig] {
      for period in set where period.til >= kontrolldato {
        holder(før: period.til.dag + 1)
        if Evaluator.førsteDag(i: step, før: kontrolldato) < period.fra {
          holder(før: førsteDag { Evaluator.førsteDag(i: step, før: $1) >= period.fra })
        }
      }
    }
    return utenVarighet { days.dekker($0.perioder(b)) }
  }

  /// The first day of the stretch that a window of the last months or days is as a period: (D − n, D].
  static func førsteDag(i step: Steg, før day: Dato) -> Dato {
    day.adding(Steg(antall: -step.antall, iMåneder: step.iMåneder)).adding(dager: 1)
  }
}
