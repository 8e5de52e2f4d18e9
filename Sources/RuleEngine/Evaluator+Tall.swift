import CaseRecords
import RuleLanguage
import Values

/// Numbers and dates.
extension Evaluator {
  mutating func tall(_ index: Nodeindeks) -> Kanskje<Tallomfang> {
    switch node(index) {
    case .tall(let position): return Kanskje(Tallomfang(program.tall[Int(position)]))
    case .tallfelt(let ref): return tallfelt(ref)
    case .regn(let how, let a, let b):
      if how == .minus, let shared = fratrukketDel(a, b) { return Kanskje(shared) }
      let x = tall(a)
      let y = tall(b)
      return Kanskje(regn(how, x.verdi, y.verdi), finnes: x.finnes && y.finnes)
    case .rundet(let down, let inner):
      let x = tall(inner)
      return Kanskje(down ? x.verdi.rundetNed : x.verdi.rundetOpp, finnes: x.finnes)
    case .antall(let query):
      let found = treff(query)
      return Kanskje(Tallomfang(Brøk(found.sikre), found.kanHaFlere ? .uendelig : Brøk(found.mulige)))
    case .dagerMed(let query): return Kanskje(dagerMed(query))
    case .andel(let whole, let part): return Kanskje(andel(perioder(whole), perioder(part)))
    case .dagerAv(let days, let whole): return Kanskje(dager(perioder(days).samtidigMed(perioder(whole))))
    case .parameter(let position, let date): return parameter(program.parametre[Int(position)], dato(date))
    case .hvis(let c, let a, let b):
      switch sannhet(c) {
      case .ja: return tall(a)
      case .nei: return tall(b)
      case .ukjent:
        let x = tall(a)
        let y = tall(b)
        return Kanskje(x.verdi.eller(y.verdi), finnes: x.finnes.eller(y.finnes))
      }
    case .definisjon(let position): return definertTall(position)
    default: return Kanskje(.ukjent, finnes: .ukjent)
    }
  }

  private func regn(_ how: Regneart, _ a: Tallomfang, _ b: Tallomfang) -> Tallomfang {
    switch how {
    case .pluss: a + b
    case .minus: a - b
    case .ganger: a * b
    case .delt: a / b
    }
  }

  /// `x * andel av V med P - y * andel av V med (P samtidig med R)`, where x ≥ y ≥ 0 are known: the two shares
  /// are about the same days of P, so each day counts x, x − y or nothing, and never less than nothing.
  ///
  /// Adding the two ranges apart would let a day of P that is not certain be taken away without being there.
  private mutating func fratrukketDel(_ a: Nodeindeks, _ b: Nodeindeks) -> Tallomfang? {
    guard case .regn(.ganger, let x, let first) = node(a), case .regn(.ganger, let y, let second) = node(b),
      case .andel(let whole, let base) = node(first), case .andel(let sameWhole, let both) = node(second),
      case .samtidig(let sameBase, let part) = node(both), likt(whole, sameWhole), likt(base, sameBase)
    else { return nil }
    let (rate, less) = (tall(x), tall(y))
    let span = perioder(whole)
    guard rate.finnes == .ja, less.finnes == .ja, rate.verdi.erEksakt, less.verdi.erEksakt,
      less.verdi.minst >= .null, less.verdi.minst <= rate.verdi.minst, span.sikker == span.mulig,
      !span.sikker.erTomt
    else { return nil }
    let days = perioder(base).samtidigMed(span)
    let reduced = perioder(part)
    func share(_ all: Periodesett, _ taken: Periodesett) -> Tallomfang {
      (rate.verdi * Tallomfang(all.dager) - less.verdi * Tallomfang(all.snitt(taken).dager))
        / Tallomfang(span.sikker.dager)
    }
    return Tallomfang(share(days.sikker, reduced.mulig).minst, share(days.mulig, reduced.sikker).høyst)
  }

  /// Whether two nodes are written alike and so mean the same here.
  private func likt(_ a: Nodeindeks, _ b: Nodeindeks) -> Bool {
    program.kilder[Int(a.verdi)].tekst == program.kilder[Int(b.verdi)].tekst
  }

  private func tallfelt(_ ref: Feltref) -> Kanskje<Tallomfang> {
    guard let (low, high) = grenser(ref) else { return Kanskje(.ukjent, finnes: .ukjent) }
    return Kanskje(
      Tallomfang(
        low == .min ? .minusUendelig : Brøk(Int(low)), high == .max ? .uendelig : Brøk(Int(high))),
      finnes: harVerdi(ref))
  }

  private func dager(_ days: Periodeomfang) -> Tallomfang {
    Tallomfang(Brøk(days.sikker.dager), Brøk(days.mulig.dager))
  }

  /// Days of the part in the whole, divided by the days of the whole.
  private func andel(_ whole: Periodeomfang, _ part: Periodeomfang) -> Tallomfang {
    let inside = dager(part.samtidigMed(whole))
    let result = inside / dager(whole)
    return Tallomfang(max(.null, result.minst), min(Brøk(1), result.høyst))
  }

  /// The value of a dated parameter on a day; over a range of days, all the values it has in it.
  private func parameter(_ parameter: Parameter, _ day: Kanskje<Datoomfang>) -> Kanskje<Tallomfang> {
    var result: Tallomfang?
    for (position, entry) in parameter.verdier.enumerated() {
      let next = position + 1 < parameter.verdier.count ? parameter.verdier[position + 1].fra : .tidenesEnde
      guard entry.fra <= day.verdi.siste, day.verdi.første < next else { continue }
      let value = Tallomfang(entry.verdi)
      result = result.map { $0.eller(value) } ?? value
    }
    guard let result, let first = parameter.verdier.first else { return Kanskje(.ukjent, finnes: .nei) }
    return Kanskje(result, finnes: day.finnes && (first.fra <= day.verdi.første ? .ja : .ukjent))
  }

  // MARK: Dates

  mutating func dato(_ index: Nodeindeks) -> Kanskje<Datoomfang> {
    switch node(index) {
    case .dato(let day): return Kanskje(Datoomfang(day))
    case .kontrolldato: return Kanskje(Datoomfang(kontrolldato))
    case .datofelt(let ref): return datofelt(ref)
    case .start(let samling, let nivå): return Kanskje(dag(Int(samling), nivå: nivå))
    case .slutt(let samling, let nivå): return slutt(Int(samling), rad(nivå))
    case .opphold(let samling, let first, let date):
      let day = dato(date)
      let stay = opphold(Int(samling), rundt: day.verdi)
      return Kanskje(first ? stay.start : stay.slutt, finnes: stay.finnes && day.finnes)
    case .periodestart(let periods): return periodestart(perioder(periods))
    case .flytt(let date, let step):
      let day = dato(date)
      return Kanskje(day.verdi.adding(step), finnes: day.finnes)
    case .årsskifte(let limit):
      let year = kontrolldato.år - 1
      return Kanskje(Datoomfang(limit == .fjoråretsFørste ? .nyttår(year) : .årsslutt(year)))
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

  /// The period around the control date begins no later than the certain part around it, and no earlier than
  /// the possible part.
  private func periodestart(_ periods: Periodeomfang) -> Kanskje<Datoomfang> {
    guard let possible = periods.mulig.perioden(med: kontrolldato) else {
      return Kanskje(Datoomfang(kontrolldato), finnes: .nei)
    }
    let certain = periods.sikker.perioden(med: kontrolldato)
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
