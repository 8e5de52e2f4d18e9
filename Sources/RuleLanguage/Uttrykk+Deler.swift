public import Values

extension Uttrykk {
  /// Every name that occurs in the expression: definitions, parameters, facts, fields, collections, codes.
  public var navn: Set<String> {
    var names: Set<String> = []
    gather(&names)
    return names
  }

  private func gather(_ names: inout Set<String>) {
    switch innhold {
    case .navn(let name), .verdiPå(let name, _), .medlem(let name, _): names.insert(name)
    case .spørring(let query), .mellomrom(_, let query, _): names.insert(query.samling)
    default: break
    }
    for part in deler { part.uttrykk.gather(&names) }
  }

  /// The days, distances and ages that occur in the expression.
  public var konstanter: Regelkonstanter {
    var found = Regelkonstanter()
    gather(&found)
    return found
  }

  private func gather(_ found: inout Regelkonstanter) {
    switch innhold {
    case .dato(let date): found.datoer.insert(date)
    case .flytt(_, let step): found.varigheter.insert(step)
    case .alder(_, let years): found.aldre.insert(years)
    case .vindu(.siste(let step)): found.varigheter.insert(step)
    case .spørring(let query): query.gather(&found)
    case .mellomrom(let step, let query, _):
      found.varigheter.insert(step)
      query.gather(&found)
    default: break
    }
    for part in deler { part.uttrykk.gather(&found) }
  }

  /// The conditions that are joined with «og»; the expression itself when it is not.
  public var konjunkter: [Uttrykk] {
    if case .og(let a, let b) = innhold { a.konjunkter + b.konjunkter } else { [self] }
  }

  /// The expression with these names written out.
  public func utskrevet(_ kjente: [String: Uttrykk]) -> Uttrykk {
    if case .navn(let name) = innhold, let known = kjente[name] { return known }
    return medDeler { part, _ in part.utskrevet(kjente) }
  }

  /// A part of an expression, and the collection whose events it speaks of.
  struct Del {
    var uttrykk: Uttrykk
    /// The collection of the question that the part stands inside; nil when it is the same as around it.
    var samling: String?
  }

  /// The parts that this expression is directly made of, in the order they are written.
  var deler: [Del] {
    var parts: [Del] = []
    _ = medDeler { part, samling in
      parts.append(Del(uttrykk: part, samling: samling))
      return part
    }
    return parts
  }

  /// The same expression with another part at this position of `deler`.
  func med(_ part: Uttrykk, påPlass nummer: Int) -> Uttrykk {
    var next = 0
    return medDeler { old, _ in
      defer { next += 1 }
      return next == nummer ? part : old
    }
  }

  /// The same expression with each direct part replaced, in the order they are written.
  func medDeler(_ f: (Uttrykk, String?) -> Uttrykk) -> Uttrykk {
    func del(_ part: Uttrykk) -> Uttrykk { f(part, nil) }
    let innhold: Innhold =
      switch self.innhold {
      case .tall, .dato, .navn, .medlem, .tilVurdering, .alder: self.innhold
      case .verdiPå(let name, let date): .verdiPå(name, del(date))
      case .ikke(let a): .ikke(del(a))
      case .og(let a, let b): .og(del(a), del(b))
      case .eller(let a, let b): .eller(del(a), del(b))
      case .hvis(let c, let a, let b): .hvis(del(c), del(a), del(b))
      case .sammenlign(let how, let a, let b): .sammenlign(how, del(a), del(b))
      case .erBlant(let a, let codes): .erBlant(del(a), codes)
      case .regn(let how, let a, let b): .regn(how, del(a), del(b))
      case .flytt(let date, let step): .flytt(del(date), step)
      case .rundet(let down, let a): .rundet(ned: down, del(a))
      case .vindu(let window): .vindu(window.medDeler(del))
      case .fraTil(let first, let last): .fraTil(first.map(del), last.map(del))
      case .samtidigMed(let a, let b): .samtidigMed(del(a), del(b))
      case .uten(let a, let b): .uten(del(a), del(b))
      case .dekker(let a, let b): .dekker(del(a), del(b))
      case .overlapper(let a, let b): .overlapper(del(a), del(b))
      case .andel(let whole, let part): .andel(av: del(whole), med: del(part))
      case .dagerAv(let days, let whole): .dagerAv(del(days), i: del(whole))
      case .spørring(let query): .spørring(query.medDeler(f))
      case .mellomrom(let step, let query, let whole):
        .mellomrom(over: step, query.medDeler(f), i: del(whole))
      }
    return Uttrykk(innhold: innhold, område: område)
  }
}

extension Vindu {
  fileprivate func medDeler(_ del: (Uttrykk) -> Uttrykk) -> Vindu {
    switch self {
    case .siste, .iFjor, .hittilIÅr: self
    case .siden(let date): .siden(del(date))
    case .før(let date): .før(del(date))
    case .mellom(let first, let last): .mellom(del(first), del(last))
    }
  }
}

/// The days, distances and ages that a rule speaks of: where its verdicts may change.
public struct Regelkonstanter: Hashable, Sendable {
  /// Days.
  public var datoer: Set<Dato> = []
  /// Distances in time, some of them backwards.
  public var varigheter: Set<Varighet> = []
  /// Ages in years.
  public var aldre: Set<Int> = []

  /// None.
  public init() {}

  /// Those of both.
  public mutating func formUnion(_ annen: Regelkonstanter) {
    datoer.formUnion(annen.datoer)
    varigheter.formUnion(annen.varigheter)
    aldre.formUnion(annen.aldre)
  }
}

extension Spørring {
  fileprivate func gather(_ found: inout Regelkonstanter) {
    if case .siste(let step)? = vindu { found.varigheter.insert(step) }
    if let alder { found.aldre.insert(alder.år) }
  }

  fileprivate func medDeler(_ f: (Uttrykk, String?) -> Uttrykk) -> Spørring {
    var query = self
    query.vindu = vindu?.medDeler { f($0, nil) }
    query.mens = mens.map { f($0, nil) }
    query.filter = filter.map { f($0, samling) }
    query.har = har.map { f($0, samling) }
    return query
  }
}
