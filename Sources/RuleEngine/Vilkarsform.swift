import RuleLanguage
import Values

/// A condition with its negations moved in to what is asked of one thing.
indirect enum Vilkårsform {
  case og([Vilkårsform])
  case eller([Vilkårsform])
  case ledd(Nodeindeks, nektet: Bool)

  /// The parts that must all hold.
  var konjunkter: [Vilkårsform] { if case .og(let parts) = self { parts } else { [self] } }
}

extension Regelkjøring {
  func form(_ index: Nodeindeks, nektet: Bool = false) -> Vilkårsform {
    switch evaluator.skrevet(index) {
    case .og(let a, let b): satt([form(a, nektet: nektet), form(b, nektet: nektet)], erOg: !nektet)
    case .eller(let a, let b): satt([form(a, nektet: nektet), form(b, nektet: nektet)], erOg: nektet)
    case .ikke(let a): form(a, nektet: !nektet)
    default: .ledd(index, nektet: nektet)
    }
  }

  /// The parts as one; a part of the same kind is its own parts.
  private func satt(_ parts: [Vilkårsform], erOg: Bool) -> Vilkårsform {
    let flat = parts.flatMap { part in
      switch part {
      case .og(let inner) where erOg: inner
      case .eller(let inner) where !erOg: inner
      default: [part]
      }
    }
    return flat.count == 1 ? flat[0] : erOg ? .og(flat) : .eller(flat)
  }

  /// Whether a person's judgement is asked for.
  func overlater(_ form: Vilkårsform) -> Bool {
    switch form {
    case .og(let parts), .eller(let parts): return parts.contains(where: overlater)
    case .ledd(let index, _):
      if case .tilVurdering = evaluator.skrevet(index) { return true }
      return false
    }
  }

  /// The condition without the alternatives that need a person's judgement; as it is when there are no others.
  func utenSkjønn(_ form: Vilkårsform) -> Vilkårsform {
    switch form {
    case .ledd: return form
    case .og(let parts): return satt(parts.map(utenSkjønn), erOg: true)
    case .eller(let parts):
      let others = parts.filter { !overlater($0) }
      return others.isEmpty ? form : satt(others.map(utenSkjønn), erOg: false)
    }
  }

  /// What a condition says of the event at hand.
  mutating func sannhet(_ form: Vilkårsform) -> Sannhet {
    switch form {
    case .ledd(let index, let nektet):
      let value = evaluator.sannhet(index)
      return nektet ? !value : value
    case .og(let parts):
      var result = Sannhet.ja
      for part in parts { result = result && sannhet(part) }
      return result
    case .eller(let parts):
      var result = Sannhet.nei
      for part in parts { result = result || sannhet(part) }
      return result
    }
  }

  /// The condition with only the alternatives that hold for these events: the others did not decide.
  mutating func avgjørende(_ form: Vilkårsform, _ query: Int32, _ rows: [Int]) -> Vilkårsform {
    switch form {
    case .ledd: return form
    case .og(let parts): return satt(parts.map { avgjørende($0, query, rows) }, erOg: true)
    case .eller(let parts):
      let holding = parts.map { part in
        rows.filter { row in om(row, query) { $0.sannhet(part) } == .ja }
      }
      let whole = holding.firstIndex { $0.count == rows.count }
      let kept = parts.indices.filter { whole == nil ? !holding[$0].isEmpty : $0 == whole }
      if rows.isEmpty || kept.isEmpty { return form }
      return satt(kept.map { avgjørende(parts[$0], query, holding[$0]) }, erOg: false)
    }
  }

  /// Speaks of one event of a question: its own values and days are known while the body runs.
  mutating func om<Verdi>(_ row: Int, _ query: Int32, _ body: (inout Regelkjøring) -> Verdi) -> Verdi {
    let (outer, known) = (evaluator.hendelser, kjente)
    defer { (evaluator.hendelser, kjente) = (outer, known) }
    let nivå = evaluator.program.spørringer[Int(query)].nivå
    evaluator.setRad(row, nivå: nivå)
    kjente.insert(nivå)
    return body(&self)
  }

  /// Speaks of a definition, whose questions begin at the outermost level again.
  mutating func iEgenSammenheng<Verdi>(_ body: (inout Regelkjøring) -> Verdi) -> Verdi {
    let (outer, known) = (evaluator.hendelser, kjente)
    defer { (evaluator.hendelser, kjente) = (outer, known) }
    kjente = []
    return body(&self)
  }
}
