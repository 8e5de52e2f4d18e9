import RuleLanguage
import Values

/// The gaps between events.
extension Evaluator {
  /// Whether some consecutive pair a, b of {start of P, matching events, min(D, end of P)} has b later than
  /// a + step, with b in V.
  mutating func mellomrom(_ step: Steg, _ index: Int32, _ whole: Nodeindeks) -> Sannhet {
    let query = spørring(index)
    let samling = query.pointee.samling
    holder(før: kontrolldato.dag + 1)
    let stays = perioder(query.pointee.mens)
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
    for stay in stays.sikker where stay.fra <= kontrolldato {
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
    for stay in stays.mulig where stay.fra <= kontrolldato {
      let end = min(kontrolldato, stay.til)
      let inside = certain.filter { stay.fra <= $0.første && $0.siste <= end }
      let firsts = [stay.fra] + inside.map(\.første).sorted()
      let lasts = inside.map(\.siste).sorted() + [end]
      let isExact = allKnown && stays.sikker.contains(stay)
      for (position, (first, last)) in zip(firsts, lasts).enumerated() {
        let next = position + 1 < firsts.count ? firsts[position + 1] : end
        let earliest = max(first.adding(step).adding(dager: 1), isExact ? next : .tidenesMorgen)
        if let gap = Periode(earliest, last), within.mulig.overlapper(gap) { return true }
      }
    }
    return false
  }
}
