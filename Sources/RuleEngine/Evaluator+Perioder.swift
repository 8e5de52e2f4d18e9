import CaseRecords
import RuleLanguage
import Values
import Vocabulary

/// Sets of periods, and the gaps between events.
extension Evaluator {
  mutating func perioder(_ index: Nodeindeks) -> Periodeomfang {
    switch node(index) {
    case .sisteTid(let step):
      holder(før: kontrolldato.dag + 1)
      return Periodeomfang(
        Periodesett(Periode(Evaluator.førsteDag(i: step, før: kontrolldato), kontrolldato)))
    case .iFjor:
      holder(før: Dato.nyttår(år + 1).dag)
      return Periodeomfang(Periodesett(.år(år - 1)))
    case .hittilIÅr:
      holder(før: kontrolldato.dag + 1)
      return Periodeomfang(Periodesett(Periode(.nyttår(år), kontrolldato)))
    case .fraTil(let first, let last):
      let a = first.finnes ? dato(first) : Kanskje(Datoomfang(.tidenesMorgen))
      let b = last.finnes ? dato(last) : Kanskje(Datoomfang(.tidenesEnde))
      return Evaluator.fra(a.verdi, til: b.verdi, finnes: a.finnes && b.finnes)
    case .førDato(let limit):
      let day = dato(limit)
      return Evaluator.fra(
        Datoomfang(.tidenesMorgen), til: day.verdi.adding(dager: -1), finnes: day.finnes)
    case .alder(let before, let years): return alder(før: before, år: Int(years))
    case .perioderMed(let query): return perioderMed(query)
    case .union(let a, let b): return perioder(a).eller(perioder(b))
    case .samtidig(let a, let b): return perioder(a).samtidigMed(perioder(b))
    case .uten(let a, let b): return perioder(a).uten(perioder(b))
    case .hvis(let c, let a, let b):
      switch sannhet(c) {
      case .ja: return perioder(a)
      case .nei: return perioder(b)
      case .ukjent:
        let x = perioder(a)
        let y = perioder(b)
        return Periodeomfang(sikker: x.sikker.snitt(y.sikker), mulig: x.mulig.union(y.mulig))
      }
    case .definisjon(let position): return definertePerioder(position)
    default: return Periodeomfang(sikker: .tomt, mulig: .alt)
    }
  }

  /// The days from one day to another, both known only as ranges.
  private static func fra(_ first: Datoomfang, til last: Datoomfang, finnes: Sannhet) -> Periodeomfang {
    Periodeomfang(
      sikker: finnes == .ja ? Periodesett(Periode(first.siste, last.første)) : .tomt,
      mulig: finnes == .nei ? .tomt : Periodesett(Periode(first.første, last.siste)))
  }

  /// The days before, or from, a birthday. The vocabulary's fact of type måned is the birth month.
  private func alder(før before: Bool, år years: Int) -> Periodeomfang {
    guard let fact = fødselsmåned.map({ Feltref(samling: -1, felt: Int32($0), nivå: 0) }),
      harVerdi(fact) == .ja, let month = grenser(fact)
    else { return Periodeomfang(sikker: .tomt, mulig: .alt) }
    let born = Datoomfang(Dato(dag: month.lav), Dato(dag: month.høy))
    let birthday = born.adding(Steg(antall: Int32(years * 12), iMåneder: true))
    return before
      ? Evaluator.fra(Datoomfang(.tidenesMorgen), til: birthday.adding(dager: -1), finnes: .ja)
      : Evaluator.fra(birthday, til: Datoomfang(.tidenesEnde), finnes: .ja)
  }

  /// The days on which some matching event lasts.
  mutating func perioderMed(_ index: Int32) -> Periodeomfang {
    let samling = spørring(index).pointee.samling
    var result = Periodeomfang.tomt
    forHver(index) { evaluator, row, match in
      let days = evaluator.varighet(samling, row)
      if match == .ja { result.sikker = result.sikker.union(days.sikker) }
      result.mulig = result.mulig.union(days.mulig)
    }
    return result
  }

  /// The days that one event lasts, given that it exists.
  func varighet(_ samling: Int, _ row: Int) -> Periodeomfang {
    if samlinger[samling].varerTilNeste {
      return tilNeste(samling, row, innenfor: samlinger[samling].innenfor)
    }
    let first = start(samling, row)
    let end = slutt(samling, row)
    let last = end.finnes == .nei ? Datoomfang(.tidenesEnde) : end.verdi
    // In every completion fra ≤ til; where the ranges overlap nothing is certain.
    return Evaluator.fra(first, til: last, finnes: .ja)
  }

  /// A frequency lasts from its day until the next entry or the end of the stay it falls in. Computed before
  /// any filter, so that a new entry of any kind ends the one before it.
  private func tilNeste(_ samling: Int, _ row: Int, innenfor stays: Int?) -> Periodeomfang {
    let first = start(samling, row)
    let stay = stays.map { opphold($0, rundt: first) }
    if stay?.finnes == .nei { return .tomt }
    var certainEnd = stay?.slutt.første ?? .tidenesEnde
    var possibleEnd = stay?.slutt.siste ?? .tidenesEnde
    for other in rader(samling) where other != row {
      let exists = finnes(samling, other)
      if exists == .nei { continue }
      let day = start(samling, other)
      if day.siste > first.første { certainEnd = min(certainEnd, day.første.adding(dager: -1)) }
      if exists == .ja, day.første > first.siste {
        possibleEnd = min(possibleEnd, day.siste.adding(dager: -1))
      }
    }
    let surely = row != Evaluator.ulistet && !kanHaFlere(samling) && (stay?.finnes ?? .ja) == .ja
    return Periodeomfang(
      sikker: surely ? Periodesett(Periode(first.siste, certainEnd)) : .tomt,
      mulig: Periodesett(Periode(first.første, possibleEnd)))
  }
}
