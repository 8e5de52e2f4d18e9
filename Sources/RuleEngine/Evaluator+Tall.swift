import CaseRecords
import RuleLanguage
import Values

/// Numbers.
extension Evaluator {
  mutating func tall(_ index: Nodeindeks) -> Kanskje<Tallomfang> {
    switch node(index) {
    case .tall(let position): return Kanskje(Tallomfang(tall[Int(position)]))
    case .tallfelt(let ref): return tallfelt(ref)
    case .regn(let how, let a, let b):
      if how == .minus, erDelfradrag(index), let shared = fratrukketDel(a, b) {
        return Kanskje(shared)
      }
      let x = tall(a)
      let y = tall(b)
      return Kanskje(Evaluator.regn(how, x.verdi, y.verdi), finnes: x.finnes && y.finnes)
    case .rundet(let down, let inner):
      let x = tall(inner)
      return Kanskje(down ? x.verdi.rundetNed : x.verdi.rundetOpp, finnes: x.finnes)
    case .antall(let query):
      let found = treff(query)
      return Kanskje(Tallomfang(Brøk(found.sikre), found.kanHaFlere ? .uendelig : Brøk(found.mulige)))
    case .dagerMed(let query): return Kanskje(dagerMed(query))
    case .andel(let whole, let part): return Kanskje(Evaluator.andel(perioder(whole), perioder(part)))
    case .dagerAv(let days, let whole):
      return Kanskje(Evaluator.dager(perioder(days).samtidigMed(perioder(whole))))
    case .parameter(let position, let date): return parameter(program.parametre[Int(position)], date)
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

  private static func regn(_ how: Regneart, _ a: Tallomfang, _ b: Tallomfang) -> Tallomfang {
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
      case .andel(let whole, let base) = node(first), case .andel(_, let both) = node(second),
      case .samtidig(_, let part) = node(both)
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

  private func tallfelt(_ ref: Feltref) -> Kanskje<Tallomfang> {
    guard let (low, high) = grenser(ref) else { return Kanskje(.ukjent, finnes: .ukjent) }
    return Kanskje(
      Tallomfang(
        low == .min ? .minusUendelig : Brøk(Int(low)), high == .max ? .uendelig : Brøk(Int(high))),
      finnes: harVerdi(ref))
  }

  private static func dager(_ days: Periodeomfang) -> Tallomfang {
    Tallomfang(Brøk(days.sikker.dager), Brøk(days.mulig.dager))
  }

  /// Days of the part in the whole, divided by the days of the whole.
  private static func andel(_ whole: Periodeomfang, _ part: Periodeomfang) -> Tallomfang {
    let inside = dager(part.samtidigMed(whole))
    let result = inside / dager(whole)
    return Tallomfang(max(.null, result.minst), min(Brøk(1), result.høyst))
  }

  /// The value of a dated parameter on a day; over a range of days, all the values it has in it.
  private mutating func parameter(_ parameter: Parameter, _ date: Nodeindeks) -> Kanskje<Tallomfang> {
    let day: Kanskje<Datoomfang>
    if case .kontrolldato = node(date) {
      day = Kanskje(Datoomfang(kontrolldato))
      if let next = parameter.verdier.first(where: { $0.fra > kontrolldato }) { holder(før: next.fra.dag) }
    } else {
      day = dato(date)
    }
    var result: Tallomfang?
    for (position, entry) in parameter.verdier.enumerated() {
      let next = position + 1 < parameter.verdier.count ? parameter.verdier[position + 1].fra : .tidenesEnde
      guard entry.fra <= day.verdi.siste, day.verdi.første < next else { continue }
      let value = Tallomfang(entry.verdi)
      result = result.map { $0.eller(value) } ?? value
    }
    // Before the first value nobody has said what holds: that is not known, and it is nothing to be judged by.
    guard let result, let first = parameter.verdier.first else { return Kanskje(.ukjent, finnes: .ukjent) }
    return Kanskje(result, finnes: day.finnes && (first.fra <= day.verdi.første ? .ja : .ukjent))
  }
}
