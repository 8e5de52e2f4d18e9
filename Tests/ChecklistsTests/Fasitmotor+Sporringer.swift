import JSONText
import RuleLanguage
import Values
import Vocabulary

/// Names, events, questions, gaps and stays, one definition at a time.
extension Fasitmotor {
  // MARK: Names

  func navn(_ name: String, _ ramme: [Hendelse]) -> Verdi {
    if name == "kontrolldatoen" { return .dato(kontrolldato) }
    if let event = ramme.last, let value = felt(name, event) { return value }
    if let fact = modell.opplysninger.first(where: { $0.navn == name }) {
      if fact.type == .måned { return .dato(født) }
      return verdi(fact.type, sak["opplysninger"]?[name])
    }
    if let definition = definisjoner[name] { return verdi(definition, []) }
    return .tall(parameter(name, kontrolldato))
  }

  func medlem(_ owner: String, _ member: String, _ ramme: [Hendelse]) -> Verdi {
    if owner == "fjoråret" {
      return .dato(member == "fra" ? .nyttår(kontrolldato.år - 1) : .årsslutt(kontrolldato.år - 1))
    }
    if modell.samlinger.first(where: { $0.navn == owner })?.avledning != nil {
      let stay = opphold(rundt: ramme.last?.start ?? kontrolldato)
      return .dato(member == "fra" ? stay?.fra : stay?.til)
    }
    guard let event = ramme.last(where: { $0.samling == owner }) else { return .sannhet(false) }
    return felt(member, event) ?? .sannhet(false)
  }

  private func felt(_ name: String, _ event: Hendelse) -> Verdi? {
    guard let samling = modell.samlinger.first(where: { $0.navn == event.samling }) else { return nil }
    switch (name, samling.tid) {
    case ("dato", .dato), ("fra", .periode): return .dato(event.start)
    case ("til", .periode): return .dato(event.slutt)
    default: return samling.felter.first { $0.navn == name }.map { verdi($0.type, event.felter[name]) }
    }
  }

  private func verdi(_ type: Felttype, _ value: JSONValue?) -> Verdi {
    let known = value == .bool(false) ? nil : value
    switch type {
    case .sannhet: return .sannhet(known == .bool(true))
    case .tall: return .tall(known?.integer.map { Rasjonal(Int($0)) })
    case .dato, .måned: return .dato(known?.string.flatMap { Dato($0) })
    case .kode, .tekstkode: return .kode(known)
    }
  }

  func parameter(_ name: String, _ day: Dato) -> Rasjonal? {
    parametre[name]?.last { $0.fra <= day }.map { Rasjonal($0.verdi) }
  }

  // MARK: Events and windows

  /// The events that exist on the control date and were known on the known-on date.
  func hendelser(_ samling: String) -> [Hendelse] {
    (sak["hendelser"]?[samling]?.array ?? []).compactMap { event in
      guard let start = (event["dato"] ?? event["fra"])?.string.flatMap({ Dato($0) }), start <= kontrolldato
      else { return nil }
      if let kjentPå, let registered = event["registrert"]?.string.flatMap({ Dato($0) }), registered > kjentPå
      {
        return nil
      }
      return Hendelse(
        samling: samling, felter: event, start: start, slutt: event["til"]?.string.flatMap { Dato($0) })
    }
  }

  func treff(_ query: Spørring, _ ramme: [Hendelse]) -> [Hendelse] {
    let mens = query.mens.map { perioder($0, ramme) }
    return hendelser(query.samling).filter { event in
      if let window = query.vindu, !innenfor(window, event.start, ramme) { return false }
      if let mens, !mens(event.start) { return false }
      return query.filter.map { sann($0, ramme + [event]) } ?? true
    }
  }

  private func innenfor(_ window: Vindu, _ day: Dato, _ ramme: [Hendelse]) -> Bool {
    switch window {
    case .siste(let step): day <= kontrolldato && kontrolldato <= flyttet(day, step.antall, step.enhet)
    case .iFjor: day.år == kontrolldato.år - 1
    case .hittilIÅr: day.år == kontrolldato.år && day <= kontrolldato
    case .siden(let first): dato(first, ramme).map { $0 <= day } ?? false
    case .før(let limit): dato(limit, ramme).map { day < $0 } ?? false
    case .mellom(let first, let last):
      (dato(first, ramme).map { $0 <= day } ?? false) && (dato(last, ramme).map { day <= $0 } ?? false)
    }
  }

  /// A window as a set of days: `siste n måneder` is (D − n months, D], unlike for events.
  func periode(_ window: Vindu, _ ramme: [Hendelse]) -> Dagsett {
    if case .siste(let step) = window {
      let limit = flyttet(kontrolldato, -step.antall, step.enhet)
      return { limit < $0 && $0 <= kontrolldato }
    }
    switch window {
    case .siden(let a):
      let first = dato(a, ramme)
      return { day in first.map { $0 <= day } ?? false }
    case .før(let a):
      let limit = dato(a, ramme)
      return { day in limit.map { day < $0 } ?? false }
    case .mellom(let a, let b):
      let (first, last) = (dato(a, ramme), dato(b, ramme))
      return { day in (first.map { $0 <= day } ?? false) && (last.map { day <= $0 } ?? false) }
    default: return { innenfor(window, $0, ramme) }
    }
  }

  // MARK: Questions

  func spør(_ query: Spørring, _ ramme: [Hendelse]) -> Verdi {
    if query.form == .finnes, !modell.samlinger.contains(where: { $0.navn == query.samling }) {
      switch navn(query.samling, ramme) {
      case .sannhet(let value): return .sannhet(value)
      case .kode(let value): return .sannhet(value != nil)
      case .dato(let value): return .sannhet(value != nil)
      case .tall(let value): return .sannhet(value != nil)
      case .perioder: return .sannhet(false)
      }
    }
    let found = treff(query, ramme)
    func har(_ event: Hendelse) -> Bool { query.har.map { sann($0, ramme + [event]) } ?? true }
    switch query.form {
    case .antall: return .tall(Rasjonal(found.count))
    case .dager: return .tall(Rasjonal(Set(found.map(\.start)).count))
    case .finnes: return .sannhet(!found.isEmpty)
    case .ingen: return .sannhet(found.isEmpty)
    case .minst(let count): return .sannhet(found.count >= count)
    case .alle: return .sannhet(found.allSatisfy(har))
    case .siste:
      let last = found.map(\.start).max()
      return .sannhet(!found.isEmpty && found.filter { $0.start == last }.allSatisfy(har))
    case .første:
      let first = found.map(\.start).min()
      return .sannhet(!found.isEmpty && found.filter { $0.start == first }.allSatisfy(har))
    case .dagenFor(let last): return .dato(last ? found.map(\.start).max() : found.map(\.start).min())
    case .perioder: return .perioder(varigheter(found, query, ramme))
    case .mellomrom: return .sannhet(false)
    }
  }

  private func varigheter(_ found: [Hendelse], _ query: Spørring, _ ramme: [Hendelse]) -> Dagsett {
    let spans = found.compactMap(varighet)
    let age = query.alder.map { perioder(Uttrykk(.alder(før: $0.før, år: $0.år)), ramme) }
    return { day in
      spans.contains { $0.fra <= day && ($0.til.map { day <= $0 } ?? true) } && (age.map { $0(day) } ?? true)
    }
  }

  private func varighet(_ event: Hendelse) -> (fra: Dato, til: Dato?)? {
    let samling = modell.samlinger.first { $0.navn == event.samling }
    guard samling?.varighet != nil else { return (event.start, event.slutt) }
    let stay = opphold(rundt: event.start)
    if samling?.varighet?.innenfor != nil, stay == nil { return nil }
    let next = hendelser(event.samling).map(\.start).filter { $0 > event.start }.min()
    let stayEnd = samling?.varighet?.innenfor == nil ? nil : stay?.til
    let ends = [stayEnd == Self.evig ? nil : stayEnd, next?.adding(dager: -1)].compactMap(\.self)
    return (event.start, ends.min())
  }

  // MARK: Stays

  /// The last day of a stay that is still running.
  static let evig = Dato.tidenesEnde

  /// The stay that holds a day: placements joined by the same home, or by a move with the foster parents.
  func opphold(rundt day: Dato) -> (fra: Dato, til: Dato)? {
    guard let rule = modell.samlinger.compactMap(\.avledning).first else { return nil }
    let all = hendelser(rule.kilde)
    func end(_ event: Hendelse) -> Dato { event.slutt ?? Self.evig }
    func joined(_ a: Hendelse, _ b: Hendelse) -> Bool {
      guard a.start <= end(b).adding(dager: 1), b.start <= end(a).adding(dager: 1) else { return false }
      let later = a.start == b.start ? [a, b] : [a.start < b.start ? b : a]
      let home = a.felter[rule.sammeFelt]
      let same = home != nil && home != .bool(false) && home == b.felter[rule.sammeFelt]
      return same || later.contains { $0.felter[rule.koblingsfelt] == .bool(true) }
    }
    guard let holder = all.firstIndex(where: { $0.start <= day && day <= end($0) }) else { return nil }
    var stay: Set<Int> = [holder]
    while let next = all.indices.first(where: { i in
      !stay.contains(i) && stay.contains { joined(all[$0], all[i]) }
    }) { stay.insert(next) }
    let members = stay.map { all[$0] }
    return (members.map(\.start).min() ?? day, members.map(end).max() ?? day)
  }

  // MARK: Gaps

  func mellomrom(_ step: Varighet, _ query: Spørring, _ whole: Dagsett, _ ramme: [Hendelse]) -> Bool {
    guard let mens = query.mens.map({ perioder($0, ramme) }) else { return false }
    let events = treff(query, ramme).map(\.start)
    for run in perioder(av: mens) where run.fra <= kontrolldato {
      let end = min(kontrolldato, run.til)
      let points = ([run.fra, end] + events.filter { run.fra <= $0 && $0 <= end }).sorted()
      for (a, b) in zip(points, points.dropFirst()) where b > flyttet(a, step.antall, step.enhet) && whole(b)
      {
        return true
      }
    }
    return false
  }

  private func perioder(av days: Dagsett) -> [(fra: Dato, til: Dato)] {
    var result: [(fra: Dato, til: Dato)] = []
    for day in Self.dager where days(day) {
      if let last = result.last, last.til.adding(dager: 1) == day {
        result[result.count - 1].til = day
      } else {
        result.append((day, day))
      }
    }
    return result
  }
}

extension Uttrykk {
  fileprivate init(_ innhold: Innhold) {
    self = Regeltekst.tomt
    self.innhold = innhold
  }
}

/// A tree to start from: the type has no public initialiser.
private enum Regeltekst {
  static let tomt: Uttrykk = {
    do { return try Parser.parse("0") } catch { preconditionFailure("0 is a rule") }
  }()
}
