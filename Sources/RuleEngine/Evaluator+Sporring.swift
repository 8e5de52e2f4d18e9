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
    if high[row] >= Dato.tidenesEnde.dag, plan.samlinger[samling].erPeriode { return .ja }
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

  @inline(__always) func spørring(_ index: Int32) -> Spørringsplan { plan.spørringer[Int(index)] }

  // MARK: Matching

  /// Whether an event matches: it exists, lies in the window and in `mens`, and fulfils `der (…)`.
  @inline(__always) mutating func passer(
    _ query: Spørringsplan, _ limits: Vindusgrenser, _ row: Int, utenFilter: Bool = false
  ) -> Sannhet {
    var result = finnes(query.samling, row)
    if result == .nei { return .nei }
    let day = start(query.samling, row)
    result = result && limits.rommer(day.første.dag, day.siste.dag)
    if result == .nei { return .nei }
    if query.mens.finnes {
      result = result && perioder(query.mens).inneholder(day)
      if result == .nei { return .nei }
    }
    return utenFilter ? result : result && filter(query, row)
  }

  /// What `der (…)` says of an event.
  @inline(__always) private mutating func filter(_ query: Spørringsplan, _ row: Int) -> Sannhet {
    var result = Sannhet.ja
    if !query.tester.isEmpty {
      guard row != Evaluator.ulistet, let fields = tabeller[query.samling].felter else {
        return ulistetFilter(query)
      }
      for position in query.tester {
        let test = plan.tester[position]
        guard let mask = fields[test.felt].maske else { return .ukjent }
        if mask[row] & test.ønsket == 0 { return .nei }
        if mask[row] & ~test.ønsket != 0 { result = .ukjent }
      }
    }
    guard query.rest.finnes else { return result }
    setRad(row, nivå: query.nivå)
    return result && sannhet(query.rest)
  }

  /// Of an event that is not listed nothing is known but what the rest of the filter may rule out.
  private mutating func ulistetFilter(_ query: Spørringsplan) -> Sannhet {
    guard query.rest.finnes else { return .ukjent }
    setRad(Evaluator.ulistet, nivå: query.nivå)
    return .ukjent && sannhet(query.rest)
  }

  /// Calls `body` with every event that may match, and last with the unlisted one when the collection is open.
  @inline(__always) mutating func forHver(_ index: Int32, _ body: (inout Evaluator, Int, Sannhet) -> Void) {
    let query = spørring(index)
    let limits = grenser(index)
    for row in rader(query.samling) {
      let match = passer(query, limits, row)
      if match != .nei { body(&self, row, match) }
    }
    guard kanHaFlere(query.samling) else { return }
    let match = passer(query, limits, Evaluator.ulistet)
    if match != .nei { body(&self, Evaluator.ulistet, .ukjent) }
  }

  mutating func treff(_ index: Int32) -> Treff {
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

  mutating func minst(_ count: Int, _ index: Int32) -> Sannhet {
    let found = treff(index)
    if found.sikre >= count { return .ja }
    return found.mulige >= count || found.kanHaFlere ? .ukjent : .nei
  }

  mutating func alle(_ index: Int32, _ har: Nodeindeks) -> Sannhet {
    let nivå = spørring(index).nivå
    var result = Sannhet.ja
    forHver(index) { evaluator, row, match in
      guard result != .nei else { return }
      evaluator.setRad(row, nivå: nivå)
      result = result && (!match || evaluator.sannhet(har))
    }
    return result
  }

  // MARK: The first and the last

  /// `siste X har (…)` and `første X har (…)`: nei when there is none; events on the same day must all hold.
  mutating func ytterste(_ index: Int32, _ har: Nodeindeks, siste: Bool) -> Sannhet {
    let query = spørring(index)
    let frame = ramme(index, siste: siste)
    var candidates: [(dag: Datoomfang, sikker: Bool, har: Sannhet)] = []
    forHver(index) { evaluator, row, match in
      let day = evaluator.start(query.samling, row)
      evaluator.setRad(row, nivå: query.nivå, innenfor: frame)
      let holds = evaluator.sannhet(har)
      // Mirrored in time, the first event is the last.
      candidates.append((siste ? day : day.speilet, match == .ja, holds))
    }
    guard let reached = candidates.filter(\.sikker).map(\.dag.første).max() else {
      return candidates.allSatisfy { $0.har == .nei } ? .nei : .ukjent
    }
    candidates.removeAll { $0.dag.siste < reached }
    if candidates.allSatisfy({ $0.har == .ja }) { return .ja }
    if candidates.allSatisfy({ $0.har == .nei }) { return .nei }
    for (position, candidate) in candidates.enumerated() where candidate.sikker && candidate.har == .nei {
      let others = candidates.enumerated().filter { $0.offset != position }.map(\.element.dag.siste)
      if others.allSatisfy({ $0 <= candidate.dag.første }) { return .nei }
    }
    return .ukjent
  }

  /// The days that the last (or first) event can have: the last is no earlier than any certain one.
  private mutating func ramme(_ index: Int32, siste: Bool) -> Datoomfang {
    let samling = spørring(index).samling
    var frame = Datoomfang.alle
    forHver(index) { evaluator, row, match in
      guard match == .ja else { return }
      let day = evaluator.start(samling, row)
      if siste {
        frame.første = max(frame.første, day.første)
      } else {
        frame.siste = min(frame.siste, day.siste)
      }
    }
    return frame
  }
}

extension Datoomfang {
  /// The same range with the direction of time turned round.
  fileprivate var speilet: Datoomfang { Datoomfang(Dato(dag: -siste.dag), Dato(dag: -første.dag)) }
}
