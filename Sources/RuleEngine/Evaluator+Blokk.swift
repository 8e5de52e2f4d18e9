import CaseRecords
import RuleLanguage
import Values

/// Many cases at a time.
///
/// A rule that only counts events in a window needs a handful of instructions a case; going through the tree of
/// the rule again for each costs more than that. Such a rule is therefore asked of a whole stretch of cases,
/// straight from the columns of the bunke. The answers are those of `sannhet`, which is asked for everything
/// else.
extension Evaluator {
  /// One answer a case.
  typealias Svarrekke = UnsafeMutableBufferPointer<Sannhet>

  /// Whether a rule can be asked of many cases at a time.
  func erBlokkvis(_ index: Nodeindeks) -> Bool {
    switch node(index) {
    case .og(let a, let b), .eller(let a, let b): erBlokkvis(a) && erBlokkvis(b)
    case .ikke(let a): erBlokkvis(a)
    case .minst(_, let query): erRenOpptelling(query)
    case .siste(let query, let har): erRenOpptelling(query) && etterHendelsen(har, query) != nil
    default: false
    }
  }

  /// Whether a question asks nothing but a window, and that of the control date alone.
  private func erRenOpptelling(_ index: Int32) -> Bool {
    guard kjentPå == nil, erUtenVilkår(index) else { return false }
    switch spørring(index).pointee.vindu {
    case .alt, .siste, .iFjor, .hittilIÅr: return true
    case .siden, .før, .mellom: return false
    }
  }

  private func erUtenVilkår(_ index: Int32) -> Bool {
    let query = spørring(index)
    return query.pointee.tester.isEmpty && !query.pointee.rest.finnes && !query.pointee.mens.finnes
  }

  /// The truth of a rule for some cases of the bunke.
  mutating func sannheter(_ index: Nodeindeks, _ saker: Range<Int>, _ svar: Svarrekke) {
    switch node(index) {
    case .og(let a, let b): begge(a, b, saker, svar) { $0 && $1 }
    case .eller(let a, let b): begge(a, b, saker, svar) { $0 || $1 }
    case .ikke(let a):
      sannheter(a, saker, svar)
      for place in svar.indices { svar[place] = !svar[place] }
    case .minst(let count, let query): minst(Int(count), query, saker, svar)
    case .siste(let query, let har): siste(query, har, saker, svar)
    default:
      for (place, sak) in zip(svar.indices, saker) {
        begin(sak: sak)
        svar[place] = sannhet(index)
      }
    }
  }

  @inline(__always) private mutating func begge(
    _ a: Nodeindeks, _ b: Nodeindeks, _ saker: Range<Int>, _ svar: Svarrekke,
    _ combine: (Sannhet, Sannhet) -> Sannhet
  ) {
    sannheter(a, saker, svar)
    withUnsafeTemporaryAllocation(of: Sannhet.self, capacity: svar.count) { other in
      other.initialize(repeating: .ukjent)
      sannheter(b, saker, other)
      for place in svar.indices { svar[place] = combine(svar[place], other[place]) }
    }
  }

  private mutating func minst(_ count: Int, _ index: Int32, _ saker: Range<Int>, _ svar: Svarrekke) {
    let limits = grenser(index)
    let samling = spørring(index).pointee.samling
    let table = bunke.samlinger[samling]
    let counter = Vindusteller(limits, til: innsynsdag.dag)
    let (starts, low, high, open) = (
      table.start.span, table.fraLav.span, table.fraHøy.span, table.åpenhet.span
    )
    for (place, sak) in zip(svar.indices, saker) {
      let rows = rader(starts, sak)
      svar[place] = counter.erMinst(count, low, high, rows, kanHaFlere: open[unchecked: sak].kanHaFlere)
    }
  }

  /// The rows of a case. Whoever asks has seen to it that the bunke has the case.
  @inline(__always) private func rader(_ starts: borrowing Span<Int32>, _ sak: Int) -> Range<Int> {
    Range(uncheckedBounds: (Int(starts[unchecked: sak]), Int(starts[unchecked: sak + 1])))
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
    guard case .minst(let count, let inner) = node(har), erUtenVilkår(inner),
      case .mellom(let from, let to) = spørring(inner).pointee.vindu,
      let first = dagerEtter(from, query), let last = dagerEtter(to, query)
    else { return nil }
    return EtterHendelsen(
      antall: Int(count), samling: spørring(inner).pointee.samling, fra: first, til: last)
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

  private mutating func siste(_ index: Int32, _ har: Nodeindeks, _ saker: Range<Int>, _ svar: Svarrekke) {
    let limits = grenser(index)
    guard let asked = etterHendelsen(har, index) else { return }
    let table = bunke.samlinger[spørring(index).pointee.samling]
    let others = bunke.samlinger[asked.samling]
    let (starts, low, high) = (table.start.span, table.fraLav.span, table.fraHøy.span)
    let (otherStarts, otherLow, otherHigh) = (others.start.span, others.fraLav.span, others.fraHøy.span)
    let (open, othersOpen) = (table.åpenhet.span, others.åpenhet.span)
    let events = Vindusteller(limits, til: innsynsdag.dag)
    for (place, sak) in zip(svar.indices, saker) {
      let rows = rader(starts, sak)
      switch open[unchecked: sak].kanHaFlere ? .usikker : events.siste(low, high, rows) {
      case .ingen: svar[place] = .nei
      case .dag(let day):
        let window = Vindusteller(fra: day &+ asked.fra, til: min(day &+ asked.til, innsynsdag.dag))
        svar[place] = window.erMinst(
          asked.antall, otherLow, otherHigh, rader(otherStarts, sak),
          kanHaFlere: othersOpen[unchecked: sak].kanHaFlere)
      case .usikker:
        begin(sak: sak)
        svar[place] = ytterste(index, har, siste: true)
      }
    }
  }
}
