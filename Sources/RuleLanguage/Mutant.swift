internal import Values
public import Vocabulary

/// A rule with one small change, of the kind that an author's slip would make.
///
/// If no example of a checklist gives another outcome with the change than without, the examples do not show
/// what the rule means there (mutation testing: DeMillo, Lipton, Sayward, «Hints on Test Data Selection», 1978).
public struct Mutant: Hashable, Sendable {
  /// The whole rule with the change.
  public var uttrykk: Uttrykk
  /// The part that was changed, as the author would write it.
  public var før: String
  /// What stands there instead.
  public var etter: String
  /// Where the part stands in the rule's text, in Unicode scalars.
  public var område: Range<Int>
}

extension Uttrykk {
  /// Every rule that differs from this one by one small change. Some are not well typed: those say nothing.
  public func mutanter(_ modell: Saksmodell) -> [Mutant] {
    var seen: Set<Uttrykk> = [self]
    return mutanter(modell, []).filter { seen.insert($0.uttrykk).inserted }
  }

  /// - Parameters:
  ///   - samlinger: the collections whose events are in scope, outermost first.
  private func mutanter(_ modell: Saksmodell, _ samlinger: [String]) -> [Mutant] {
    var result = Mutasjon(modell: modell, samlinger: samlinger).endringer(av: self).map {
      Mutant(uttrykk: $0, før: description, etter: $0.description, område: område)
    }
    for (index, part) in deler.enumerated() {
      let scope = samlinger + [part.samling].compactMap(\.self)
      for var mutant in part.uttrykk.mutanter(modell, scope) {
        mutant.uttrykk = med(mutant.uttrykk, påPlass: index)
        result.append(mutant)
      }
    }
    return result
  }
}

/// The changes that are made to one expression, its parts left alone.
private struct Mutasjon {
  let modell: Saksmodell
  let samlinger: [String]

  func endringer(av uttrykk: Uttrykk) -> [Uttrykk] {
    func ny(_ innhold: Uttrykk.Innhold) -> Uttrykk { Uttrykk(innhold: innhold, område: uttrykk.område) }
    switch uttrykk.innhold {
    case .og(let a, let b): return [a, b, ny(.eller(a, b))]
    case .eller(let a, let b): return [a, b, ny(.og(a, b))]
    case .ikke(let a): return [a]
    case .hvis(_, let a, let b): return [a, b]
    case .sammenlign(let how, let a, let b):
      return (kodebytter(a, b).map { .sammenlign(how, a, $0) } + how.naboer.map { .sammenlign($0, a, b) })
        .map(ny)
    case .erBlant(let field, let codes): return kodelister(field, codes).map { ny(.erBlant(field, $0)) }
    case .samtidigMed(let a, let b): return [a, b, ny(.uten(a, b))]
    case .uten(let a, let b): return [a, ny(.samtidigMed(a, b))]
    case .dekker(let a, let b): return [ny(.overlapper(a, b))]
    case .overlapper(let a, let b): return [ny(.dekker(a, b))]
    case .fraTil(let first?, let last?): return [ny(.fraTil(first, nil)), ny(.fraTil(nil, last))]
    case .alder(let before, let years):
      return [(before, years - 1), (before, years + 1), (!before, years)].map { ny(.alder(før: $0, år: $1)) }
    case .spørring(let query): return endringer(av: query).map { ny(.spørring($0)) }
    case .mellomrom(let step, let query, let whole):
      return step.naboer.map { ny(.mellomrom(over: $0, query, i: whole)) }
        + endringer(av: query).map { ny(.mellomrom(over: step, $0, i: whole)) }
    default: return verdiendringer(uttrykk).map(ny)
    }
  }

  /// Changes of numbers, dates, distances and windows.
  private func verdiendringer(_ uttrykk: Uttrykk) -> [Uttrykk.Innhold] {
    switch uttrykk.innhold {
    case .tall(let number): number.naboer.map { .tall($0) }
    case .dato(let date): [.dato(date.adding(dager: -1)), .dato(date.adding(dager: 1))]
    case .verdiPå(let name, _): [.navn(name)]
    case .regn(let how, let a, let b): [a.innhold, b.innhold, .regn(how.motsatt, a, b)]
    case .flytt(let date, let step): [date.innhold] + step.naboer.map { .flytt(date, $0) }
    case .rundet(let down, let a): [a.innhold, .rundet(ned: !down, a)]
    case .vindu(let window): window.naboer.map { .vindu($0) }
    default: []
    }
  }

  private func endringer(av query: Spørring) -> [Spørring] {
    var result: [Spørring] = query.form.naboer.map {
      var other = query
      other.form = $0
      return other
    }
    func uten<Del>(_ part: WritableKeyPath<Spørring, Del?>) {
      guard query[keyPath: part] != nil else { return }
      var other = query
      other[keyPath: part] = nil
      result.append(other)
    }
    uten(\.filter)
    uten(\.mens)
    uten(\.vindu)
    uten(\.alder)
    for window in query.vindu?.naboer ?? [] {
      var other = query
      other.vindu = window
      result.append(other)
    }
    for age in query.alder?.naboer ?? [] {
      var other = query
      other.alder = age
      result.append(other)
    }
    return result
  }

  // MARK: Codes

  /// The other codes that a coded field could be compared with.
  private func kodebytter(_ field: Uttrykk, _ code: Uttrykk) -> [Uttrykk] {
    let codes = koder(field)
    return codes.contains(code) ? codes.filter { $0 != code } : []
  }

  /// The list with one code fewer, or with one code more.
  private func kodelister(_ field: Uttrykk, _ list: [Uttrykk]) -> [[Uttrykk]] {
    let fewer = list.count > 1 ? list.indices.map { index in list.without(index) } : []
    let missing = koder(field).filter { !list.contains($0) }
    // A list with all codes asks only whether there is a value.
    return fewer + missing.map { list + [$0] }
  }

  /// The codes of a field as a rule writes them; none when it is not a coded field.
  private func koder(_ field: Uttrykk) -> [Uttrykk] {
    guard case .kode(let codes)? = felttype(field) else { return [] }
    return codes.map { code in
      let number = code.erTall ? Int(code.navn) : nil
      return Uttrykk(innhold: number.map { .tall(Brøk($0)) } ?? .navn(code.navn), område: field.område)
    }
  }

  private func felttype(_ field: Uttrykk) -> Felttype? {
    func type(_ name: String, i samling: String) -> Felttype? {
      modell.samling(samling).flatMap { index in
        modell.samlinger[index].felt(name).map { modell.samlinger[index].felter[$0].type }
      }
    }
    switch field.innhold {
    case .navn(let name):
      let inScope = samlinger.reversed().lazy.compactMap { type(name, i: $0) }.first
      return inScope ?? modell.opplysning(name).map { modell.opplysninger[$0].type }
    case .medlem(let owner, let name): return type(name, i: owner)
    default: return nil
    }
  }
}
