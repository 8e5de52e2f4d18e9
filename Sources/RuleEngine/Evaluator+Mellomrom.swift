import RuleLanguage
import Values

/// The gaps between events.
extension Evaluator {
  /// Whether some consecutive pair a, b of {start of P, matching events, min(D, end of P)} has b later than
  /// a + step, with b in V.
  mutating func mellomrom(_ step: Steg, _ index: Int32, _ whole: Nodeindeks) -> Sannhet {
    holder(før: kontrolldato.dag + 1)
    let stays = perioder(spørring(index).pointee.mens)
    let within = perioder(whole)
    let days = hendelsesdager(index)
    if !days.åpen, sikkertMellomrom(step, days, stays, within) != nil { return .ja }
    return kanHaMellomrom(step, days, stays, within) ? .ukjent : .nei
  }

  /// A gap that there certainly is, from the last day before it that may have an event; for the sentence.
  mutating func sikkertMellomrom(_ step: Steg, _ index: Int32, _ whole: Nodeindeks) -> Periode? {
    let stays = perioder(spørring(index).pointee.mens)
    let within = perioder(whole)
    let days = hendelsesdager(index)
    return days.åpen ? nil : sikkertMellomrom(step, days, stays, within)
  }

  /// The days of the events of a question.
  private struct Hendelsesdager {
    var sikre: [Datoomfang] = []
    var mulige: [Datoomfang] = []
    /// Whether there may be events that are not listed.
    var åpen = false
  }

  private mutating func hendelsesdager(_ index: Int32) -> Hendelsesdager {
    let samling = spørring(index).pointee.samling
    var days = Hendelsesdager()
    forHver(index) { evaluator, row, match in
      guard row != Evaluator.ulistet else { return days.åpen = true }
      let day = evaluator.start(samling, row)
      days.mulige.append(day)
      if match == .ja { days.sikre.append(day) }
    }
    return days
  }

  /// A stretch of a certain stay, longer than the step, where no possible event can lie, and which ends in V.
  ///
  /// Then in every completion the last event (or start) before it and the first after it are such a pair. The
  /// first after it comes no later than any certain event after it, nor than the end.
  private func sikkertMellomrom(
    _ step: Steg, _ days: Hendelsesdager, _ stays: Periodeomfang, _ within: Periodeomfang
  ) -> Periode? {
    let events = days.mulige.sorted { $0.første < $1.første }
    for stay in stays.sikker where stay.fra <= kontrolldato {
      let end = min(kontrolldato, stay.til)
      let latest = min(kontrolldato, stays.mulig.perioden(med: end)?.til ?? end)
      var reached = stay.fra
      for event in events + [Datoomfang(end)] where event.siste >= stay.fra && event.første <= end {
        if event.første > reached.adding(step) {
          let next = days.sikre.filter { event.første <= $0.første && $0.siste <= end }.map(\.siste).min()
          if let rest = Periode(event.første, min(latest, next ?? latest)), within.sikker.dekker(rest) {
            return Periode(reached, rest.fra)
          }
        }
        reached = max(reached, event.siste)
      }
    }
    return nil
  }

  /// Whether a gap is possible at all, counting only certain events.
  ///
  /// Sorting the first days and the last days apart bounds the i-th event of every completion, so consecutive
  /// events are never further apart than from the i-th first day to the next last day; further events only
  /// split a gap. When there can be none and the period is known, the gap ends no earlier than the next first day.
  private func kanHaMellomrom(
    _ step: Steg, _ days: Hendelsesdager, _ stays: Periodeomfang, _ within: Periodeomfang
  ) -> Bool {
    let allKnown = !days.åpen && days.mulige.count == days.sikre.count
    for stay in stays.mulig where stay.fra <= kontrolldato {
      let end = min(kontrolldato, stay.til)
      let inside = days.sikre.filter { stay.fra <= $0.første && $0.siste <= end }
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
