import RuleLanguage
import Values

/// Many cases at a time.
///
/// A rule that only counts events in a window needs a handful of instructions a case; going through the tree of
/// the rule again for each costs more than that. Such a rule is therefore asked once for a whole block. The
/// answers are those of `sannhet`, which is asked for everything else.
extension Evaluator {
  /// The answers of a block of cases.
  typealias Svarrekke = UnsafeMutableBufferPointer<Sannhet>

  /// Whether a rule can be asked of a whole block.
  func erBlokkvis(_ index: Nodeindeks) -> Bool {
    switch node(index) {
    case .og(let a, let b), .eller(let a, let b): erBlokkvis(a) && erBlokkvis(b)
    case .ikke(let a): erBlokkvis(a)
    case .minst(_, let query): erRenOpptelling(query)
    case .siste(let query, let har): erRenOpptelling(query) && etterHendelsen(har, query) != nil
    default: false
    }
  }

  /// Whether a question asks nothing but a window, of the control date alone, and the row's own fields.
  private func erRenOpptelling(_ index: Int32) -> Bool {
    let query = spørring(index)
    guard kjentPå == nil, !query.pointee.mens.finnes, !query.pointee.rest.finnes else { return false }
    switch query.pointee.vindu {
    case .alt, .siste, .iFjor, .hittilIÅr: return true
    case .siden, .før, .mellom: return false
    }
  }

  /// The truth of a rule for the first cases of the block, as many as there is room for answers.
  mutating func sannheter(_ index: Nodeindeks, _ svar: Svarrekke) {
    switch node(index) {
    case .og(let a, let b): begge(a, b, svar) { $0 && $1 }
    case .eller(let a, let b): begge(a, b, svar) { $0 || $1 }
    case .ikke(let a):
      sannheter(a, svar)
      for sak in svar.indices { svar[sak] = !svar[sak] }
    case .minst(let count, let query): minst(Int(count), query, svar)
    case .siste(let query, let har): siste(query, har, svar)
    default: hverForSeg(svar) { $0.sannhet(index) }
    }
  }

  private mutating func hverForSeg(_ svar: Svarrekke, _ body: (inout Evaluator) -> Sannhet) {
    for sak in svar.indices {
      gå(til: sak)
      svar[sak] = body(&self)
    }
  }

  @inline(__always) private mutating func begge(
    _ a: Nodeindeks, _ b: Nodeindeks, _ svar: Svarrekke, _ combine: (Sannhet, Sannhet) -> Sannhet
  ) {
    sannheter(a, svar)
    withUnsafeTemporaryAllocation(of: Sannhet.self, capacity: svar.count) { other in
      other.initialize(repeating: .ukjent)
      sannheter(b, other)
      for sak in svar.indices { svar[sak] = combine(svar[sak], other[sak]) }
    }
  }

  private mutating func minst(_ count: Int, _ index: Int32, _ svar: Svarrekke) {
    let query = spørring(index)
    let limits = grenser(index)
    let table = tabeller[query.pointee.samling]
    let isExact = table.erEksakt && query.pointee.tester.isEmpty
    guard isExact, let start = table.start, let low = table.fraLav, let isOpen = table.kanHaFlere else {
      return hverForSeg(svar) { $0.minst(count, index) }
    }
    let (first, last) = (limits.fraLav, min(limits.tilHøy, innsynsdag.dag))
    for sak in svar.indices {
      // Days are exact and in order: there are as many in the window as wanted when that many places before
      // the last of them the day is still inside.
      var end = Int(start[sak + 1])
      let begin = Int(start[sak])
      while end > begin, low[end - 1] > last { end -= 1 }
      let isEnough = end - begin >= count && low[end - count] >= first
      svar[sak] = isEnough ? .ja : isOpen[sak] ? .ukjent : .nei
    }
  }

  // MARK: The last event

  /// «So many of these from so many days after the event to so many days after it.»
  private struct EtterHendelsen {
    var antall: Int
    var samling: Int
    var fra: Int32
    var til: Int32
  }

  /// A condition on the event of a question, when it only counts others in a window around its day.
  private func etterHendelsen(_ har: Nodeindeks, _ query: Int32) -> EtterHendelsen? {
    guard case .minst(let count, let inner) = node(har) else { return nil }
    let asked = spørring(inner)
    guard asked.pointee.tester.isEmpty, !asked.pointee.rest.finnes, !asked.pointee.mens.finnes,
      case .mellom(let from, let to) = asked.pointee.vindu, let first = dagerEtter(from, query),
      let last = dagerEtter(to, query)
    else { return nil }
    return EtterHendelsen(antall: Int(count), samling: asked.pointee.samling, fra: first, til: last)
  }

  /// How many days a date is after the day of the event of a question; nil when it is not made that way.
  private func dagerEtter(_ index: Nodeindeks, _ query: Int32) -> Int32? {
    switch node(index) {
    case .start(let samling, let nivå)
    where Int(samling) == spørring(query).pointee.samling && nivå == spørring(query).pointee.nivå:
      return 0
    case .flytt(let inner, let step) where !step.iMåneder:
      return dagerEtter(inner, query).map { $0 + step.antall }
    default: return nil
    }
  }

  private mutating func siste(_ index: Int32, _ har: Nodeindeks, _ svar: Svarrekke) {
    let query = spørring(index)
    let limits = grenser(index)
    let table = tabeller[query.pointee.samling]
    guard query.pointee.tester.isEmpty, table.erEksakt, let asked = etterHendelsen(har, index),
      tabeller[asked.samling].erEksakt, let start = table.start, let low = table.fraLav,
      let isOpen = table.kanHaFlere, let others = tabeller[asked.samling].start,
      let days = tabeller[asked.samling].fraLav, let othersOpen = tabeller[asked.samling].kanHaFlere
    else { return hverForSeg(svar) { $0.ytterste(index, har, siste: true) } }
    let (first, last) = (limits.fraLav, min(limits.tilHøy, innsynsdag.dag))
    for sak in svar.indices {
      var row = Int(start[sak + 1]) - 1
      let begin = Int(start[sak])
      while row >= begin, low[row] > last { row -= 1 }
      let isAlone = row <= begin || low[row - 1] < low[row]
      guard !isOpen[sak], !othersOpen[sak], isAlone else {
        gå(til: sak)
        svar[sak] = ytterste(index, har, siste: true)
        continue
      }
      guard row >= begin, low[row] >= first else {
        svar[sak] = .nei
        continue
      }
      let (from, to) = (low[row] &+ asked.fra, min(low[row] &+ asked.til, innsynsdag.dag))
      var count = 0
      for other in Int(others[sak])..<Int(others[sak + 1]) {
        count &+= (from <= days[other] ? 1 : 0) & (days[other] <= to ? 1 : 0)
      }
      svar[sak] = count >= asked.antall ? .ja : .nei
    }
  }
}
