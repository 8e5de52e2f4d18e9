import RuleLanguage
import Values
import Vocabulary

/// The verdict in bokmål, made from the evaluated expression and nothing else: what decided it first, and what did not
/// decide it not at all.
extension Regelkjøring {
  ///
  /// - Parameters:
  ///   - gjelder: when the point applies.
  mutating func setning(_ utfall: Utfall, _ deciding: [Nodeindeks], gjelder: Nodeindeks) -> String {
    var sentences: [String] = []
    for node in deciding {
      for text in setninger(node, gjelder: node == gjelder) where !sentences.contains(text) {
        sentences.append(text)
      }
    }
    if utfall == .ikkeKontrollert { return "Punktet må vurderes av en fagperson." }
    return utfall.innledning + sentences.joined(separator: " ")
  }

  /// What is so, for one truth value: one sentence or a few.
  ///
  /// - Parameters:
  ///   - gjelder: whether it is about when the point applies, and not about what it requires.
  mutating func setninger(_ index: Nodeindeks, gjelder: Bool = false) -> [String] {
    let value = evaluator.sannhet(index)
    switch evaluator.skrevet(index) {
    case .og, .eller:
      // One part is enough to make a conjunction fail or a disjunction hold: the first says why. Of one event all is
      // told that fails.
      let deciding = utenTomme(avgjørendeDeler(index))
      let isOne = erNok(index, value) && (kjente.isEmpty || value == .ja)
      return (isOne ? Array(deciding.prefix(1)) : deciding).flatMap { setninger($0, gjelder: gjelder) }
    case .ikke(let inner): return setninger(inner, gjelder: gjelder)
    case .hvis(let condition, let a, let b): return valgte(condition, a, b, value, gjelder: gjelder)
    case .definisjon(let position):
      let definition = evaluator.program.definisjoner[Int(position)]
      guard let omtale = omtale(definition) else {
        return iEgenSammenheng { $0.setninger(definition.node, gjelder: gjelder) }
      }
      return [påstand(omtale, value)]
    case .tilVurdering: return []
    case .felt, .harVerdi:
      return [påstand(setning(index, nektet: false), value, nektet: setning(index, nektet: true))]
    case .erBlant(let ref, _):
      let fact = kjentKode(ref)?.ordlegging.setning
      return [
        påstand(
          value == .ja ? fact ?? setning(index, nektet: false) : setning(index, nektet: false), value,
          nektet: fact ?? setning(index, nektet: true))
      ]
    case .sammenlignTall(let how, let a, let b): return tallsetning(how, a, b, gjelder: gjelder)
    case .sammenlignDato(let how, let a, let b): return datosetninger(how, a, b, value)
    case .dekker(let a, let b): return [dekksetning(a, "hele \(periodenITekst(b))", value)]
    case .dekkerDato(let a, let b): return [dekksetning(a, dag(b) ?? tidspunkt(b), value)]
    case .overlapper(let a, let b): return [dekksetning(a, "noe av \(periodenITekst(b))", value)]
    case .minst(let count, let query): return [finnessetning(Int(count), query, value)]
    case .alle(let query, let har): return alleSetning(query, har, value)
    case .siste(let query, let har): return ytterstesetning(query, har, value, siste: true)
    case .første(let query, let har): return ytterstesetning(query, har, value, siste: false)
    case .mellomrom(let step, let query, let whole): return [mellomromssetning(step, query, whole, value)]
    default: return []
    }
  }

  private func erNok(_ index: Nodeindeks, _ value: Sannhet) -> Bool {
    switch evaluator.skrevet(index) {
    case .og: value == .nei
    case .eller: value == .ja
    default: false
    }
  }

  /// The parts without those that hold of nothing: `alle X har (…)` where there is no X says nothing beside others.
  private mutating func utenTomme(_ parts: [Nodeindeks]) -> [Nodeindeks] {
    var kept: [Nodeindeks] = []
    for part in parts {
      if case .alle(let query, _) = evaluator.skrevet(part), evaluator.sannhet(part) == .ja,
        treffrader(query).isEmpty
      {
        continue
      }
      kept.append(part)
    }
    return kept.isEmpty ? parts : kept
  }

  /// The branch that counts, and then why it does — unless both say the same, so that the condition decided nothing.
  private mutating func valgte(
    _ condition: Nodeindeks, _ a: Nodeindeks, _ b: Nodeindeks, _ value: Sannhet, gjelder: Bool
  ) -> [String] {
    let same = evaluator.sannhet(a) == value && evaluator.sannhet(b) == value
    let why = same ? [] : setninger(condition, gjelder: gjelder)
    switch evaluator.sannhet(condition) {
    case .ja: return setninger(a, gjelder: gjelder) + why
    case .nei: return setninger(b, gjelder: gjelder) + why
    case .ukjent: return why + setninger(a, gjelder: gjelder) + setninger(b, gjelder: gjelder)
    }
  }

  /// The code that a field is known to have.
  private func kjentKode(_ ref: Feltref) -> Kode? {
    guard case .kode(let codes) = felt(ref).type else { return nil }
    return codes.indices.first { evaluator.er(ref, $0) }.map { codes[$0] }
  }

  /// A clause as a statement: as it is, denied, or as something not settled.
  private func påstand(_ clause: String, _ value: Sannhet, nektet denied: String? = nil) -> String {
    switch value {
    case .ja: return Bokmål.stor(clause) + "."
    case .nei: return Bokmål.stor(denied ?? Bokmål.nektet(clause)) + "."
    case .ukjent: return "Det er ikke avklart om \(clause)."
    }
  }

  // MARK: Numbers

  private mutating func tallsetning(
    _ how: Sammenligning, _ a: Nodeindeks, _ b: Nodeindeks, gjelder: Bool
  ) -> [String] {
    let limit = evaluator.tall(b).verdi
    let known = limit.minst.erEndelig || limit.høyst.erEndelig ? ": \(limit)" : ""
    let demand = limit.erEksakt ? "\(how.tallord) \(limit)" : "ikke avklart\(known)"
    return [opptelling(a), gjelder ? "Punktet gjelder når det er \(demand)." : "Kravet er \(demand)."]
  }

  /// A number in words: counted events with their days, or a named value.
  private mutating func opptelling(_ index: Nodeindeks) -> String {
    let value = evaluator.tall(index).verdi
    switch evaluator.skrevet(index) {
    case .antall(let query), .dagerMed(let query):
      let rows = treffrader(query)
      let kind = samling(query)
      let which = kjennetegn(query)
      let open =
        value.høyst.erEndelig ? "" : " Det kan finnes flere \(kind.ord.flertall) enn de som står i uttrekket."
      if rows.isEmpty { return "Det er ikke registrert \(ingen(query))\(which).\(open)" }
      let count =
        value.erEksakt
        ? antall(Int(value.minst.teller), kind.ord)
        : value.minst == .null && !value.høyst.erEndelig
          ? "ingen sikre \(kind.ord.flertall)" : "\(value) \(kind.ord.flertall)"
      return "Det er registrert \(count)\(which)\(dager(query, rows)).\(open)"
    case .definisjon(let position):
      let definition = evaluator.program.definisjoner[Int(position)]
      if definition.omtale == nil { return iEgenSammenheng { $0.opptelling(definition.node) } }
      let days = opptalt(definition.node).map { query in dager(query, treffrader(query)) } ?? ""
      return "\(Bokmål.stor(navn(definition))) er \(value)\(days)."
    default: return "\(Bokmål.stor(ord(index))) er \(value)."
    }
  }

  func antall(_ count: Int, _ ord: Substantiv) -> String {
    switch (count, ord.kjønn) {
    case (1, .intetkjønn): "ett \(ord.entall)"
    case (1, .hunkjønn): "ei \(ord.entall)"
    case (1, .hankjønn): "én \(ord.entall)"
    case (0, _): "ingen \(ord.flertall)"
    default: "\(Bokmål.tall(count)) \(ord.flertall)"
    }
  }

  // MARK: Periods

  private mutating func dekksetning(_ index: Nodeindeks, _ when: String, _ value: Sannhet) -> String {
    if case .definisjon(let position) = evaluator.skrevet(index),
      let clause = omtale(evaluator.program.definisjoner[Int(position)])
    {
      return påstand("\(clause) \(when)", value)
    }
    if case .alder = evaluator.skrevet(index) { return påstand("\(tilstand(index)) \(when)", value) }
    let query = spørring(i: index)
    let noun = query.map { "\(samling($0).ord.entall)\(kjennetegn($0))" } ?? "perioden"
    switch value {
    case .ja: return "Det er registrert \(noun) som gjelder \(when)."
    case .nei: return "Det er ikke registrert \(noun) som gjelder \(when)."
    case .ukjent: return "Det er ikke avklart om det finnes \(noun) som gjelder \(when)."
    }
  }

  func spørring(i index: Nodeindeks) -> Int32? {
    switch evaluator.skrevet(index) {
    case .perioderMed(let query): query
    case .samtidig(let a, _), .uten(let a, _): spørring(i: a)
    case .definisjon(let position): spørring(i: evaluator.program.definisjoner[Int(position)].node)
    default: nil
    }
  }

  /// «perioden fra 1. oktober 2013 til 30. september 2014», «2013»
  private mutating func periodenITekst(_ index: Nodeindeks) -> String {
    let text = perioderITekst(index)
    return text.allSatisfy(\.isNumber) ? text : "perioden \(text)"
  }

  mutating func perioderITekst(_ index: Nodeindeks) -> String {
    let days = evaluator.perioder(index).mulig.perioder
    return days.isEmpty ? "uten dager" : Bokmål.liste(days.map(\.bokmål))
  }
}
