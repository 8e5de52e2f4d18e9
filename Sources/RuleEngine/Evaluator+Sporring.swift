import CaseRecords
import RuleLanguage
import Values
import Vocabulary

/// How many events match a question.
struct Treff {
  /// Events that match in every completion.
  var sikre = 0
  /// Listed events that match in some completion.
  var mulige = 0
  /// Whether events that are not listed may match too.
  var kanHaFlere = false
}

/// A window with its bounds worked out.
enum Vindusgrenser {
  case alt
  case fast(Periode)
  /// From a day (included), to a day (included, or not); either may be open.
  case bevegelig(fra: Kanskje<Datoomfang>?, til: Kanskje<Datoomfang>?, tilOgMed: Bool)
}

/// Questions to collections.
extension Evaluator {
  // MARK: Events as the record stands

  /// Whether an event exists on the control date, and was known on the known-on date.
  func finnes(_ samling: Int, _ row: Int) -> Sannhet {
    if row == Evaluator.ulistet { return .ukjent }
    if bunke.samlinger[samling].fraLav[row] > kontrolldato.dag { return .nei }
    let happened: Sannhet = bunke.samlinger[samling].fraHøy[row] <= kontrolldato.dag ? .ja : .ukjent
    return kjentPå.map { happened && varKjent(samling, row, $0) } ?? happened
  }

  /// A dated event without a registration day may have been registered later; a period without one counts as known.
  private func varKjent(_ samling: Int, _ row: Int, _ day: Dato) -> Sannhet {
    let latest = bunke.samlinger[samling].registrertHøy[row]
    if latest >= Dato.tidenesEnde.dag, program.modell.samlinger[samling].tid == .periode { return .ja }
    if bunke.samlinger[samling].registrertLav[row] > day.dag { return .nei }
    return latest <= day.dag ? .ja : .ukjent
  }

  /// The days on which an event that exists can have happened or begun.
  func start(_ samling: Int, _ row: Int) -> Datoomfang {
    if row == Evaluator.ulistet { return Datoomfang(.tidenesMorgen, kontrolldato) }
    let low = bunke.samlinger[samling].fraLav[row]
    let high = min(bunke.samlinger[samling].fraHøy[row], kontrolldato.dag)
    return Datoomfang(Dato(dag: low), Dato(dag: max(low, high)))
  }

  /// The last day of an event; none while it is running.
  func slutt(_ samling: Int, _ row: Int) -> Kanskje<Datoomfang> {
    if row == Evaluator.ulistet { return Kanskje(.alle, finnes: .ukjent) }
    let low = bunke.samlinger[samling].tilLav[row]
    let high = bunke.samlinger[samling].tilHøy[row]
    return Kanskje(
      Datoomfang(Dato(dag: low), Dato(dag: high)), finnes: low >= Dato.tidenesEnde.dag ? .nei : .ja)
  }

  func rader(_ samling: Int) -> Range<Int> { bunke.samlinger[samling].rader(sak) }

  func kanHaFlere(_ samling: Int) -> Bool { bunke.samlinger[samling].åpenhet[sak].kanHaFlere }

  // MARK: Matching

  /// The window's bounds, worked out once a question.
  mutating func grenser(_ window: Typetvindu) -> Vindusgrenser {
    switch window {
    case .alt: .alt
    case .siste(let step): .fast(Periode(sisteFør(step), kontrolldato) ?? Periode(kontrolldato))
    case .iFjor: .fast(.år(kontrolldato.år - 1))
    case .hittilIÅr: .fast(Periode(.nyttår(kontrolldato.år), kontrolldato) ?? Periode(kontrolldato))
    case .siden(let from): .bevegelig(fra: dato(from), til: nil, tilOgMed: true)
    case .før(let limit): .bevegelig(fra: nil, til: dato(limit), tilOgMed: false)
    case .mellom(let from, let to): .bevegelig(fra: dato(from), til: dato(to), tilOgMed: true)
    }
  }

  /// The first day e with D ≤ e + n months (or days): the same-numbered day is inside the window.
  private func sisteFør(_ step: Steg) -> Dato {
    let back = Steg(antall: -step.antall, iMåneder: step.iMåneder)
    var day = kontrolldato.adding(back)
    while day.adding(step) < kontrolldato { day = day.adding(dager: 1) }
    while day.adding(dager: -1).adding(step) >= kontrolldato { day = day.adding(dager: -1) }
    return day
  }

  private func innenfor(_ limits: Vindusgrenser, _ day: Datoomfang) -> Sannhet {
    switch limits {
    case .alt: return .ja
    case .fast(let period): return day.erInnenfor(period)
    case .bevegelig(let from, let to, let inclusive):
      var result = Sannhet.ja
      if let from { result = result && !day.erFør(from.verdi) && from.finnes }
      if let to {
        result = result && (inclusive ? !to.verdi.erFør(day) : day.erFør(to.verdi)) && to.finnes
      }
      return result
    }
  }

  /// Whether an event matches: it exists, lies in the window and in `mens`, and fulfils `der (…)`.
  mutating func passer(_ query: Typetspørring, _ limits: Vindusgrenser, _ row: Int) -> Sannhet {
    let samling = Int(query.samling)
    var result = finnes(samling, row)
    if result == .nei { return .nei }
    if case .alt = limits {} else { result = result && innenfor(limits, start(samling, row)) }
    if result == .nei { return .nei }
    if query.mens.finnes { result = result && perioder(query.mens).inneholder(start(samling, row)) }
    if result == .nei || !query.filter.finnes { return result }
    setRad(row, nivå: query.nivå)
    return result && sannhet(query.filter)
  }

  /// Calls `body` with every event that may match, and last with the unlisted one when the collection is open.
  mutating func forHver(_ index: Int32, _ body: (inout Evaluator, Int, Sannhet) -> Void) {
    let query = program.spørringer[Int(index)]
    let limits = grenser(query.vindu)
    for row in rader(Int(query.samling)) {
      let match = passer(query, limits, row)
      if match != .nei { body(&self, row, match) }
    }
    guard kanHaFlere(Int(query.samling)) else { return }
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
    let nivå = program.spørringer[Int(index)].nivå
    var result = Sannhet.ja
    forHver(index) { evaluator, row, match in
      guard result != .nei else { return }
      evaluator.setRad(row, nivå: nivå)
      result = result && (!match || evaluator.sannhet(har))
    }
    return result
  }

  /// `siste X har (…)` and `første X har (…)`: nei when there is none; events on the same day must all hold.
  mutating func ytterste(_ index: Int32, _ har: Nodeindeks, siste: Bool) -> Sannhet {
    let query = program.spørringer[Int(index)]
    let frame = ramme(index, siste: siste)
    var candidates: [(dag: Datoomfang, sikker: Bool, har: Sannhet)] = []
    forHver(index) { evaluator, row, match in
      let day = evaluator.start(Int(query.samling), row)
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
    let samling = Int(program.spørringer[Int(index)].samling)
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

  // MARK: Distinct days

  /// The fewest days that meet all certain events, and the most different days the possible ones can have.
  mutating func dagerMed(_ index: Int32) -> Tallomfang {
    let query = program.spørringer[Int(index)]
    var certain: [Datoomfang] = []
    var possible: [Datoomfang] = []
    var open = false
    let window = dager(i: grenser(query.vindu))
    forHver(index) { evaluator, row, match in
      guard row != Evaluator.ulistet else {
        open = true
        return
      }
      let day = evaluator.start(Int(query.samling), row)
      if match == .ja { certain.append(day) }
      let inside = Periode(max(day.første, window.fra), min(day.siste, window.til))
      if let inside { possible.append(Datoomfang(inside.fra, inside.til)) }
    }
    let least = færrestDager(certain)
    if open { return Tallomfang(Brøk(least), .uendelig) }
    return Tallomfang(Brøk(least), Brøk(flestDager(possible)))
  }

  /// The days that a window can hold at the most.
  private func dager(i limits: Vindusgrenser) -> Periode {
    let all = Periode(.tidenesMorgen, kontrolldato) ?? Periode(kontrolldato)
    switch limits {
    case .alt: return all
    case .fast(let period): return period
    case .bevegelig(let from, let to, _):
      return Periode(from?.verdi.første ?? all.fra, min(all.til, to?.verdi.siste ?? all.til)) ?? all
    }
  }

  /// Piercing intervals with the fewest points: take the earliest end, drop all it meets, go on.
  private func færrestDager(_ events: [Datoomfang]) -> Int {
    var count = 0
    var last: Dato?
    for event in events.sorted(by: { $0.siste < $1.siste }) {
      if let last, event.første <= last { continue }
      last = event.siste
      count += 1
    }
    return count
  }

  /// Giving intervals different days, as many as possible: by earliest end, each takes its first free day.
  private func flestDager(_ events: [Datoomfang]) -> Int {
    var taken: Set<Dato> = []
    for event in events.sorted(by: { ($0.siste, $0.første) < ($1.siste, $1.første) }) {
      var day = event.første
      while day <= event.siste, taken.contains(day) { day = day.adding(dager: 1) }
      if day <= event.siste { taken.insert(day) }
    }
    return taken.count
  }
}

extension Periode {
  /// One day.
  init(_ day: Dato) { self = Periode(day, day) ?? .år(day.år) }
}

extension Datoomfang {
  /// The same range with the direction of time turned round.
  fileprivate var speilet: Datoomfang { Datoomfang(Dato(dag: -siste.dag), Dato(dag: -første.dag)) }
}
