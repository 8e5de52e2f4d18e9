import CaseRecords
import RuleLanguage
import Values
import Vocabulary

/// The derived stay that holds a day: adjoining placements in the same home, or moved together with the
/// foster parents.
struct Opphold {
  /// The first day of the stay.
  var start: Datoomfang
  /// The last day of the stay.
  var slutt: Datoomfang
  /// Whether the day lies in any stay.
  var finnes: Sannhet
}

extension Evaluator {
  /// The stay of a derived collection around a day that is itself only known as a range.
  ///
  /// Sound: in every completion the true stay lies inside what *may* be joined, and covers what *must* be.
  func opphold(_ samling: Int, rundt day: Datoomfang) -> Opphold {
    guard let source = samlinger[samling].kilde else {
      return Opphold(start: .alle, slutt: .alle, finnes: .ukjent)
    }
    let rows = rader(source).filter { finnes(source, $0) != .nei }
    if rows.count == 1 { return eneste(rows[0], source, day) }
    let link = Kobling(self, source, samlinger[samling])
    var result: Opphold?
    for row in rows where kanHolde(source, row, day) {
      let may = link.reach(from: row, rows) { $0 != .nei }
      let must = finnes(source, row) == .ja ? link.reach(from: row, rows) { $0 == .ja } : [row]
      let start = Datoomfang(
        may.map { self.start(source, $0).første }.min() ?? .tidenesMorgen,
        min(must.map { self.start(source, $0).siste }.min() ?? day.siste, day.siste))
      let end = Datoomfang(
        max(must.map { sisteDag(source, $0).første }.max() ?? day.første, day.første),
        may.map { sisteDag(source, $0).siste }.max() ?? .tidenesEnde)
      result = result.map { $0.eller(start, end) } ?? Opphold(start: start, slutt: end, finnes: .ukjent)
    }
    return åpnet(result, source, rows, day)
  }

  /// The stay when there is only one placement that it can be made of.
  private func eneste(_ row: Int, _ source: Int, _ day: Datoomfang) -> Opphold {
    var stay: Opphold?
    if kanHolde(source, row, day) {
      let (first, last) = (start(source, row), sisteDag(source, row))
      stay = Opphold(
        start: Datoomfang(first.første, min(first.siste, day.siste)),
        slutt: Datoomfang(max(last.første, day.første), last.siste), finnes: .ukjent)
    }
    return åpnet(stay, source, [row], day)
  }

  /// The placements that may belong to the stay around a day.
  func muligeRader(_ samling: Int, rundt day: Datoomfang) -> [Int] {
    guard let source = samlinger[samling].kilde else { return [] }
    let rows = rader(source).filter { finnes(source, $0) != .nei }
    let link = Kobling(self, source, samlinger[samling])
    var result: Set<Int> = []
    for row in rows where kanHolde(source, row, day) {
      result.formUnion(link.reach(from: row, rows) { $0 != .nei })
    }
    return result.sorted()
  }

  /// Whether the day lies in a stay for certain; and what placements that are not listed may change.
  private func åpnet(_ found: Opphold?, _ source: Int, _ rows: [Int], _ day: Datoomfang) -> Opphold {
    let open = kanHaFlere(source)
    guard var result = found else {
      return Opphold(
        start: Datoomfang(.tidenesMorgen, day.siste), slutt: Datoomfang(day.første, .tidenesEnde),
        finnes: open ? .ukjent : .nei)
    }
    let certain = rows.filter { finnes(source, $0) == .ja }.compactMap {
      Periode(start(source, $0).siste, sisteDag(source, $0).første)
    }
    if let days = Periode(day.første, day.siste), Periodesett(certain).dekker(days) { result.finnes = .ja }
    if open {
      result.start.første = .tidenesMorgen
      result.slutt.siste = .tidenesEnde
    }
    return result
  }

  private func kanHolde(_ source: Int, _ row: Int, _ day: Datoomfang) -> Bool {
    start(source, row).første <= day.siste && day.første <= sisteDag(source, row).siste
  }

  /// `til`, or the end of time while it is running.
  func sisteDag(_ samling: Int, _ row: Int) -> Datoomfang {
    let end = slutt(samling, row)
    return end.finnes == .nei ? Datoomfang(.tidenesEnde) : end.verdi
  }
}

extension Opphold {
  fileprivate func eller(_ start: Datoomfang, _ slutt: Datoomfang) -> Opphold {
    Opphold(
      start: Datoomfang(min(self.start.første, start.første), max(self.start.siste, start.siste)),
      slutt: Datoomfang(min(self.slutt.første, slutt.første), max(self.slutt.siste, slutt.siste)),
      finnes: finnes)
  }
}

/// Which placements belong to one stay.
private struct Kobling {
  let evaluator: Evaluator
  let source: Int
  let same: Kolonneblokk.Kolonne?
  let moved: Kolonneblokk.Kolonne?

  init(_ evaluator: Evaluator, _ source: Int, _ rule: Samlingsplan) {
    self.evaluator = evaluator
    self.source = source
    let fields = evaluator.tabeller[source].felter
    same = rule.sammeFelt.flatMap { fields?[$0] }
    moved = rule.koblingsfelt.flatMap { fields?[$0] }
  }

  /// The rows joined to a row, directly or through others, by links of the wanted strength.
  func reach(from row: Int, _ rows: [Int], _ wanted: (Sannhet) -> Bool) -> [Int] {
    var reached = [row]
    var next = 0
    while next < reached.count {
      for other in rows where !reached.contains(other) && wanted(joined(reached[next], other)) {
        reached.append(other)
      }
      next += 1
    }
    return reached
  }

  /// Whether two placements adjoin or overlap, and are in the same home or moved between with the family.
  private func joined(_ a: Int, _ b: Int) -> Sannhet {
    let exists = evaluator.finnes(source, a) && evaluator.finnes(source, b)
    return exists && adjoin(a, b) && (sameHome(a, b) || movedTogether(a, b))
  }

  private func adjoin(_ a: Int, _ b: Int) -> Sannhet {
    notLate(a, b) && notLate(b, a)
  }

  /// Whether b begins no later than the day after a ends.
  private func notLate(_ a: Int, _ b: Int) -> Sannhet {
    let end = evaluator.sisteDag(source, a)
    if end.første >= .tidenesEnde { return .ja }
    return !end.adding(dager: 1).erFør(evaluator.start(source, b))
  }

  private func sameHome(_ a: Int, _ b: Int) -> Sannhet {
    guard let mask = same?.maske, let low = same?.lav, let high = same?.høy, mask[a] != Feltkolonne.ingen,
      mask[b] != Feltkolonne.ingen
    else { return .nei }
    let known = low[a] == high[a] && low[b] == high[b]
    let certain = mask[a] & Feltkolonne.ingen == 0 && mask[b] & Feltkolonne.ingen == 0
    if !known { return .ukjent }
    return low[a] != low[b] ? .nei : certain ? .ja : .ukjent
  }

  /// The field stands on the later one; of two from the same day, on either. When the order is not known, the
  /// answer is what every possible order says.
  private func movedTogether(_ a: Int, _ b: Int) -> Sannhet {
    let x = evaluator.start(source, a)
    let y = evaluator.start(source, b)
    var answers: [Sannhet] = []
    if x.første < y.siste { answers.append(field(b)) }
    if y.første < x.siste { answers.append(field(a)) }
    if x.erSammeDag(som: y) != .nei { answers.append(field(a) || field(b)) }
    return answers.dropFirst().reduce(answers.first ?? .ukjent) { $0.eller($1) }
  }

  private func field(_ row: Int) -> Sannhet {
    guard let moved = moved?.maske else { return .nei }
    switch moved[row] {
    case Feltkolonne.verdi: return .ja
    case Feltkolonne.ingen: return .nei
    default: return .ukjent
    }
  }
}
