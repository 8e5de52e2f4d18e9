import CaseRecords
import RuleLanguage
import Values

/// Dates.
extension Evaluator {
  mutating func dato(_ index: Nodeindeks) -> Kanskje<Datoomfang> {
    switch node(index) {
    case .dato(let day): return Kanskje(Datoomfang(day))
    case .kontrolldato:
      holder(før: kontrolldato.dag + 1)
      return Kanskje(Datoomfang(kontrolldato))
    case .datofelt(let ref): return datofelt(ref)
    case .start(let samling, let nivå): return Kanskje(dag(Int(samling), nivå: nivå))
    case .slutt(let samling, let nivå): return slutt(Int(samling), rad(nivå))
    case .opphold(let samling, let first, let date): return opphold(Int(samling), start: first, på: date)
    case .periodestart(let periods): return periodestart(perioder(periods))
    case .dagenFor(let query, let last): return ytterdag(query, siste: last)
    case .flytt(let date, let step):
      let day = dato(date)
      return Kanskje(day.verdi.adding(step), finnes: day.finnes)
    case .årsskifte(let limit):
      holder(før: Dato.nyttår(år + 1).dag)
      return Kanskje(Datoomfang(limit == .fjoråretsFørste ? .nyttår(år - 1) : .årsslutt(år - 1)))
    case .hvis(let c, let a, let b):
      switch sannhet(c) {
      case .ja: return dato(a)
      case .nei: return dato(b)
      case .ukjent:
        let x = dato(a)
        let y = dato(b)
        return Kanskje(
          Datoomfang(min(x.verdi.første, y.verdi.første), max(x.verdi.siste, y.verdi.siste)),
          finnes: x.finnes.eller(y.finnes))
      }
    case .definisjon(let position): return definertDato(position)
    default: return Kanskje(.alle, finnes: .ukjent)
    }
  }

  /// The first or last day of the derived period around a day. The one around the control date is the same
  /// tomorrow when it certainly is running still.
  private mutating func opphold(
    _ samling: Int, start first: Bool, på date: Nodeindeks
  ) -> Kanskje<Datoomfang> {
    let isToday = if case .kontrolldato = node(date) { true } else { false }
    let day = isToday ? utenVarighet { $0.dato(date) } : dato(date)
    let stay = opphold(samling, rundt: day.verdi)
    if isToday, stay.finnes != .ja || stay.slutt.første < .tidenesEnde { holder(før: kontrolldato.dag + 1) }
    return Kanskje(first ? stay.start : stay.slutt, finnes: stay.finnes && day.finnes)
  }

  /// The period around the control date begins no later than the certain part around it, and no earlier than
  /// the possible part.
  private mutating func periodestart(_ periods: Periodeomfang) -> Kanskje<Datoomfang> {
    holderTilPeriodeskifte(periods)
    guard let possible = periods.mulig.perioden(med: kontrolldato) else {
      holder(før: kontrolldato.dag + 1)
      return Kanskje(Datoomfang(kontrolldato), finnes: .nei)
    }
    let certain = periods.sikker.perioden(med: kontrolldato)
    if certain == nil { holder(før: kontrolldato.dag + 1) }
    return Kanskje(
      Datoomfang(possible.fra, certain?.fra ?? kontrolldato), finnes: certain == nil ? .ukjent : .ja)
  }

  private func datofelt(_ ref: Feltref) -> Kanskje<Datoomfang> {
    guard let (low, high) = grenser(ref) else { return Kanskje(.alle, finnes: .ukjent) }
    return Kanskje(Datoomfang(Dato(dag: low), Dato(dag: high)), finnes: harVerdi(ref))
  }
}

extension Datoomfang {
  /// Any day at all.
  static let alle = Datoomfang(.tidenesMorgen, .tidenesEnde)

  func adding(_ step: Steg) -> Datoomfang { Datoomfang(første.adding(step), siste.adding(step)) }
}

extension Dato {
  /// Moved by a step. The ends of time stay where they are: they mean «no known limit».
  func adding(_ step: Steg) -> Dato {
    if self <= .tidenesMorgen || self >= .tidenesEnde { return self }
    return step.iMåneder ? adding(måneder: Int(step.antall)) : adding(dager: Int(step.antall))
  }
}
