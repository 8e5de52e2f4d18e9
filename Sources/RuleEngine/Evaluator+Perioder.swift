import CaseRecords
import RuleLanguage
import Values
import Vocabulary

/// Sets of periods, and the gaps between events.
extension Evaluator {
  mutating func perioder(_ index: Nodeindeks) -> Periodeomfang {
    switch node(index) {
    case .sisteTid(let step):
      let start = kontrolldato.adding(Steg(antall: -step.antall, iMåneder: step.iMåneder)).adding(dager: 1)
      return Periodeomfang(Periodesett(Periode(start, kontrolldato)))
    case .iFjor: return Periodeomfang(Periodesett(.år(kontrolldato.år - 1)))
    case .hittilIÅr: return Periodeomfang(Periodesett(Periode(.nyttår(kontrolldato.år), kontrolldato)))
    case .fraTil(let first, let last):
      let a = first.finnes ? dato(first) : Kanskje(Datoomfang(.tidenesMorgen))
      let b = last.finnes ? dato(last) : Kanskje(Datoomfang(.tidenesEnde))
      return fra(a.verdi, til: b.verdi, finnes: a.finnes && b.finnes)
    case .førDato(let limit):
      let day = dato(limit)
      return fra(
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
  private func fra(_ first: Datoomfang, til last: Datoomfang, finnes: Sannhet) -> Periodeomfang {
    Periodeomfang(
      sikker: finnes == .ja ? Periodesett(Periode(first.siste, last.første)) : .tomt,
      mulig: finnes == .nei ? .tomt : Periodesett(Periode(first.første, last.siste)))
  }

  /// The days before, or from, a birthday. The vocabulary's fact of type måned is the birth month.
  private func alder(før before: Bool, år years: Int) -> Periodeomfang {
    guard let fact = program.modell.opplysninger.firstIndex(where: { $0.type == .måned }),
      harVerdi(Feltref(samling: -1, felt: Int32(fact), nivå: 0)) == .ja
    else { return Periodeomfang(sikker: .tomt, mulig: .alt) }
    let column = bunke.opplysninger[fact]
    let born = Datoomfang(Dato(dag: column.lav[sak]), Dato(dag: column.høy[sak]))
    let birthday = born.adding(Steg(antall: Int32(years * 12), iMåneder: true))
    return before
      ? fra(Datoomfang(.tidenesMorgen), til: birthday.adding(dager: -1), finnes: .ja)
      : fra(birthday, til: Datoomfang(.tidenesEnde), finnes: .ja)
  }

  /// The days on which some matching event lasts.
  mutating func perioderMed(_ index: Int32) -> Periodeomfang {
    let query = program.spørringer[Int(index)]
    let samling = Int(query.samling)
    var certain: [Periode] = []
    var possible: [Periode] = []
    forHver(index) { evaluator, row, match in
      let days = evaluator.varighet(samling, row)
      if match == .ja { certain += days.sikker.perioder }
      possible += days.mulig.perioder
    }
    return Periodeomfang(sikker: Periodesett(certain), mulig: Periodesett(possible))
  }

  /// The days that one event lasts, given that it exists.
  func varighet(_ samling: Int, _ row: Int) -> Periodeomfang {
    if let rule = program.modell.samlinger[samling].varighet {
      return tilNeste(samling, row, innenfor: program.modell.samling(rule.innenfor))
    }
    let first = start(samling, row)
    let end = slutt(samling, row)
    let last = end.finnes == .nei ? Datoomfang(.tidenesEnde) : end.verdi
    // In every completion fra ≤ til; where the ranges overlap nothing is certain.
    return fra(first, til: last, finnes: .ja)
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

  // MARK: Gaps

  /// Whether some consecutive pair a, b of {start of P, matching events, min(D, end of P)} has b later than
  /// a + step, with b in V.
  mutating func mellomrom(_ step: Steg, _ index: Int32, _ whole: Nodeindeks) -> Sannhet {
    let query = program.spørringer[Int(index)]
    let samling = Int(query.samling)
    let stays = perioder(query.mens)
    let within = perioder(whole)
    var certain: [Datoomfang] = []
    var possible: [Datoomfang] = []
    var open = false
    forHver(index) { evaluator, row, match in
      if row == Evaluator.ulistet {
        open = true
      } else {
        let day = evaluator.start(samling, row)
        possible.append(day)
        if match == .ja { certain.append(day) }
      }
    }
    if !open, harSikkertMellomrom(step, possible, certain, stays, within) { return .ja }
    let allKnown = !open && possible.count == certain.count
    return kanHaMellomrom(step, certain, allKnown, stays, within) ? .ukjent : .nei
  }

  /// A stretch of a certain stay, longer than the step, where no possible event can lie, and which ends in V.
  ///
  /// Then in every completion the last event (or start) before it and the first after it are such a pair. The
  /// first after it comes no later than any certain event after it, nor than the end.
  private func harSikkertMellomrom(
    _ step: Steg, _ possible: [Datoomfang], _ certain: [Datoomfang], _ stays: Periodeomfang,
    _ within: Periodeomfang
  ) -> Bool {
    let events = possible.sorted { $0.første < $1.første }
    for stay in stays.sikker.perioder where stay.fra <= kontrolldato {
      let end = min(kontrolldato, stay.til)
      let latest = min(kontrolldato, stays.mulig.perioden(med: end)?.til ?? end)
      var reached = stay.fra
      for event in events + [Datoomfang(end)] where event.siste >= stay.fra && event.første <= end {
        if event.første > reached.adding(step) {
          let next = certain.filter { event.første <= $0.første && $0.siste <= end }.map(\.siste).min()
          if let rest = Periode(event.første, min(latest, next ?? latest)), within.sikker.dekker(rest) {
            return true
          }
        }
        reached = max(reached, event.siste)
      }
    }
    return false
  }

  /// Whether a gap is possible at all, counting only certain events.
  ///
  /// Sorting the first days and the last days apart bounds the i-th event of every completion, so consecutive
  /// events are never further apart than from the i-th first day to the next last day; further events only
  /// split a gap. When there can be none and the period is known, the gap ends no earlier than the next first day.
  private func kanHaMellomrom(
    _ step: Steg, _ certain: [Datoomfang], _ allKnown: Bool, _ stays: Periodeomfang, _ within: Periodeomfang
  ) -> Bool {
    for stay in stays.mulig.perioder where stay.fra <= kontrolldato {
      let end = min(kontrolldato, stay.til)
      let inside = certain.filter { stay.fra <= $0.første && $0.siste <= end }
      let firsts = [stay.fra] + inside.map(\.første).sorted()
      let lasts = inside.map(\.siste).sorted() + [end]
      let isExact = allKnown && stays.sikker.perioder.contains(stay)
      for (position, (first, last)) in zip(firsts, lasts).enumerated() {
        let next = position + 1 < firsts.count ? firsts[position + 1] : end
        let earliest = max(first.adding(step).adding(dager: 1), isExact ? next : .tidenesMorgen)
        if let gap = Periode(earliest, last), within.mulig.overlapper(gap) { return true }
      }
    }
    return false
  }
}
