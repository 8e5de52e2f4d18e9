import CaseRecords
import RuleLanguage
import Values

/// How many events match a question.
struct Treff {
  /// Events that match in every completion.
  var sikre = 0
  /// Listed events that match in some completion.
  var mulige = 0
  /// Whether events that are not listed may match too.
  var kanHaFlere = false
}

/// Questions to collections.
extension Evaluator {
  // MARK: Events as the record stands

  /// Whether an event exists on the day the record is looked at, and was known on the known-on date.
  @inline(__always) func finnes(_ samling: Int, _ row: Int) -> Sannhet {
    guard row != Evaluator.ulistet, let low = tabeller[samling].fraLav, let high = tabeller[samling].fraHøy
    else { return .ukjent }
    if low[row] > innsynsdag.dag { return .nei }
    let happened: Sannhet = high[row] <= innsynsdag.dag ? .ja : .ukjent
    guard let kjentPå else { return happened }
    return happened && varKjent(samling, row, kjentPå)
  }

  /// A dated event without a registration day may have been registered later; a period without one counts as known.
  private func varKjent(_ samling: Int, _ row: Int, _ day: Dato) -> Sannhet {
    guard let low = tabeller[samling].registrertLav, let high = tabeller[samling].registrertHøy else {
      return .ukjent
    }
    if high[row] >= Dato.tidenesEnde.dag, samlinger[samling].erPeriode { return .ja }
    if low[row] > day.dag { return .nei }
    return high[row] <= day.dag ? .ja : .ukjent
  }

  /// The days on which an event that exists can have happened or begun.
  @inline(__always) func start(_ samling: Int, _ row: Int) -> Datoomfang {
    guard row != Evaluator.ulistet, let low = tabeller[samling].fraLav, let high = tabeller[samling].fraHøy
    else { return Datoomfang(.tidenesMorgen, innsynsdag) }
    return Datoomfang(Dato(dag: low[row]), Dato(dag: max(low[row], min(high[row], innsynsdag.dag))))
  }

  /// The last day of an event; none while it is running.
  func slutt(_ samling: Int, _ row: Int) -> Kanskje<Datoomfang> {
    guard row != Evaluator.ulistet, let low = tabeller[samling].tilLav, let high = tabeller[samling].tilHøy
    else { return Kanskje(.alle, finnes: .ukjent) }
    return Kanskje(
      Datoomfang(Dato(dag: low[row]), Dato(dag: high[row])),
      finnes: low[row] >= Dato.tidenesEnde.dag ? .nei : .ja)
  }

  @inline(__always) func rader(_ samling: Int) -> Range<Int> {
    guard let start = tabeller[samling].start else { return 0..<0 }
    return Int(start[sak])..<Int(start[sak + 1])
  }

  @inline(__always) func kanHaFlere(_ samling: Int) -> Bool {
    tabeller[samling].kanHaFlere.map { $0[sak] } ?? true
  }

  // MARK: Matching

  /// Whether an event matches: it exists, lies in the window and in `mens`, and fulfils `der (…)`.
  @inline(__always) mutating func passer(
    _ query: UnsafePointer<Spørringsplan>, _ limits: Vindusgrenser, _ row: Int, utenFilter: Bool = false
  ) -> Sannhet {
    var result = finnes(query.pointee.samling, row)
    if result == .nei { return .nei }
    let day = start(query.pointee.samling, row)
    result = result && limits.rommer(day.første.dag, day.siste.dag)
    if result == .nei { return .nei }
    if query.pointee.mens.finnes {
      result = result && perioder(query.pointee.mens).inneholder(day)
      if result == .nei { return .nei }
    }
    return utenFilter ? result : result && filter(query, row)
  }

  /// What `der (…)` says of an event.
  @inline(__always) private mutating func filter(_ query: UnsafePointer<Spørringsplan>, _ row: Int) -> Sannhet
  {
    var result = Sannhet.ja
    if !query.pointee.tester.isEmpty {
      guard row != Evaluator.ulistet, let fields = tabeller[query.pointee.samling].felter else {
        return ulistetFilter(query)
      }
      result = svar(query.pointee.tester, fields, row)
      if result == .nei { return .nei }
    }
    guard query.pointee.rest.finnes else { return result }
    setRad(row, nivå: query.pointee.nivå)
    return result && sannhet(query.pointee.rest)
  }

  /// What the tests of a row's own fields say together.
  @inline(__always) private func svar(
    _ tests: Range<Int>, _ fields: UnsafePointer<Kolonneblokk.Kolonne>, _ row: Int
  ) -> Sannhet {
    var result = Sannhet.ja
    for position in tests {
      let test = tester[position]
      guard let mask = fields[test.felt].maske else { return .ukjent }
      if mask[row] & test.ønsket == 0 { return .nei }
      if mask[row] & ~test.ønsket != 0 { result = .ukjent }
    }
    return result
  }

  /// Of an event that is not listed nothing is known but what the rest of the filter may rule out.
  private mutating func ulistetFilter(_ query: UnsafePointer<Spørringsplan>) -> Sannhet {
    guard query.pointee.rest.finnes else { return .ukjent }
    setRad(Evaluator.ulistet, nivå: query.pointee.nivå)
    return .ukjent && sannhet(query.pointee.rest)
  }

  /// Calls `body` with every event that may match, and last with the unlisted one when the collection is open.
  @inline(__always) mutating func forHver(_ index: Int32, _ body: (inout Evaluator, Int, Sannhet) -> Void) {
    let query = spørring(index)
    let limits = grenser(index)
    for row in rader(query.pointee.samling) {
      let match = passer(query, limits, row)
      if match != .nei { body(&self, row, match) }
    }
    guard kanHaFlere(query.pointee.samling) else { return }
    let match = passer(query, limits, Evaluator.ulistet)
    if match != .nei { body(&self, Evaluator.ulistet, .ukjent) }
  }

  mutating func treff(_ index: Int32) -> Treff {
    let query = spørring(index)
    if kjentPå == nil, !query.pointee.mens.finnes, !query.pointee.rest.finnes {
      let limits = grenser(index)
      return treff(query, limits)
    }
    var result = Treff()
    forHver(index) { _, row, match in
      if row == Evaluator.ulistet {
        result.kanHaFlere = true
      } else {
        result.mulige += 1
        if match == .ja { result.sikre += 1 }
      }
    }
    return result
  }

  /// Counts the matches of a question that asks nothing but a window and the row's own fields.
  ///
  /// An event matches in every completion when all its days do and all its answers do, and in some completion
  /// when some day does and some answer does.
  private func treff(_ query: UnsafePointer<Spørringsplan>, _ limits: Vindusgrenser) -> Treff {
    let table = tabeller[query.pointee.samling]
    let last = innsynsdag.dag
    var result = Treff()
    guard limits.finnes != .nei, limits.fraLav <= last, let low = table.fraLav, let high = table.fraHøy,
      let fields = table.felter
    else { return result }
    let rows = rader(query.pointee.samling)
    let ends = (min(limits.tilLav, last), min(limits.tilHøy, last))
    let tests = query.pointee.tester
    if tests.isEmpty {
      let count = antall(rows, low, high, limits, ends)
      (result.sikre, result.mulige) = (Int(count.sikre), Int(count.mulige))
    } else {
      for row in rows where limits.fraLav <= high[row] && low[row] <= ends.1 {
        let answer = svar(tests, fields, row)
        let isInside = limits.fraHøy <= low[row] && high[row] <= ends.0
        result.mulige += answer == .nei ? 0 : 1
        result.sikre += answer == .ja && isInside ? 1 : 0
      }
    }
    if limits.finnes == .ukjent { result.sikre = 0 }
    result.kanHaFlere = kanHaFlere(query.pointee.samling)
    return result
  }

  /// How many rows lie inside a window for certain, and how many possibly. Without branches, so that the
  /// processor can take several rows at a time.
  private func antall(
    _ rows: Range<Int>, _ low: UnsafePointer<Int32>, _ high: UnsafePointer<Int32>, _ limits: Vindusgrenser,
    _ ends: (Int32, Int32)
  ) -> (sikre: Int32, mulige: Int32) {
    var certain: Int32 = 0
    var possible: Int32 = 0
    for row in rows {
      let (first, last) = (low[row], high[row])
      let mayMatch: Int32 = (limits.fraLav <= last ? 1 : 0) & (first <= ends.1 ? 1 : 0)
      certain &+= mayMatch & (limits.fraHøy <= first ? 1 : 0) & (last <= ends.0 ? 1 : 0)
      possible &+= mayMatch
    }
    return (certain, possible)
  }

  mutating func minst(_ count: Int, _ index: Int32) -> Sannhet {
    let found = treff(index)
    if found.sikre >= count { return .ja }
    return found.mulige >= count || found.kanHaFlere ? .ukjent : .nei
  }

  mutating func alle(_ index: Int32, _ har: Nodeindeks) -> Sannhet {
    let nivå = spørring(index).pointee.nivå
    var result = Sannhet.ja
    forHver(index) { evaluator, row, match in
      guard result != .nei else { return }
      evaluator.setRad(row, nivå: nivå)
      result = result && (!match || evaluator.sannhet(har))
    }
    return result
  }
}
