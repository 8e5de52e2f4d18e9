import RuleLanguage
import Values

/// The first and the last event.
extension Evaluator {
  /// `siste X har (…)` and `første X har (…)`: nei when there is none; events on the same day must all hold.
  mutating func ytterste(_ index: Int32, _ har: Nodeindeks, siste: Bool) -> Sannhet {
    switch kjentYtterste(index, siste: siste) {
    case .ingen: return .nei
    case .rad(let row):
      setRad(row, nivå: spørring(index).pointee.nivå)
      return sannhet(har)
    case .flere: return muligYtterste(index, har, siste: siste)
    }
  }

  /// Which event is the last.
  private enum Ytterst {
    case ingen
    case rad(Int)
    /// More than one can be: a match or a day is not certain, several are of the same day, or they do not come
    /// in order of time as they do in a record.
    case flere
  }

  private mutating func kjentYtterste(_ index: Int32, siste: Bool) -> Ytterst {
    let samling = spørring(index).pointee.samling
    var found: (rad: Int, dag: Dato)?
    var last = Dato.tidenesMorgen
    var isAlone = true
    var isKnown = true
    forHver(index) { evaluator, row, match in
      let day = evaluator.start(samling, row)
      guard isKnown, match == .ja, day.erEksakt, last <= day.første else { return isKnown = false }
      last = day.første
      if let known = found, known.dag == day.første {
        isAlone = false
      } else if found == nil || siste {
        found = (row, day.første)
        isAlone = true
      }
    }
    guard isKnown, isAlone else { return .flere }
    return found.map { .rad($0.rad) } ?? .ingen
  }

  /// The answer that holds for every event that can be the last.
  private mutating func muligYtterste(_ index: Int32, _ har: Nodeindeks, siste: Bool) -> Sannhet {
    let query = spørring(index)
    let frame = ramme(index, siste: siste)
    var candidates: [(dag: Datoomfang, sikker: Bool, har: Sannhet)] = []
    forHver(index) { evaluator, row, match in
      let day = evaluator.start(query.pointee.samling, row)
      evaluator.setRad(row, nivå: query.pointee.nivå, innenfor: frame)
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

  /// `datoen for siste X` and `datoen for første X`: none when there is no event.
  ///
  /// The last is no earlier than any certain event and no later than the latest possible one.
  mutating func ytterdag(_ index: Int32, siste: Bool) -> Kanskje<Datoomfang> {
    let samling = spørring(index).pointee.samling
    var possible: Datoomfang?
    var certain: Datoomfang?
    forHver(index) { evaluator, row, match in
      let event = evaluator.start(samling, row)
      let day = siste ? event : event.speilet
      possible = possible.map { Datoomfang(min($0.første, day.første), max($0.siste, day.siste)) } ?? day
      guard match == .ja else { return }
      certain = certain.map { Datoomfang(max($0.første, day.første), max($0.siste, day.siste)) } ?? day
    }
    guard let possible else { return Kanskje(.alle, finnes: .nei) }
    let day = Datoomfang(certain?.første ?? possible.første, possible.siste)
    return Kanskje(siste ? day : day.speilet, finnes: certain == nil ? .ukjent : .ja)
  }

  /// The listed events that can be the last (or the first).
  mutating func muligeYtterste(_ index: Int32, siste: Bool) -> [Int] {
    switch kjentYtterste(index, siste: siste) {
    case .ingen: return []
    case .rad(let row): return [row]
    case .flere: break
    }
    let samling = spørring(index).pointee.samling
    let frame = ramme(index, siste: siste)
    var rows: [Int] = []
    forHver(index) { evaluator, row, _ in
      guard row != Evaluator.ulistet else { return }
      let day = evaluator.start(samling, row)
      if frame.første <= day.siste, day.første <= frame.siste { rows.append(row) }
    }
    return rows
  }

  /// The days that the last (or first) event can have: the last is no earlier than any certain one.
  private mutating func ramme(_ index: Int32, siste: Bool) -> Datoomfang {
    let samling = spørring(index).pointee.samling
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
