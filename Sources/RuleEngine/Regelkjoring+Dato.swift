import RuleLanguage
import Values
import Vocabulary

/// Dates in sentences: a computed day is never shown without saying what it is computed from.
extension Regelkjøring {
  /// What a date is called: «innflyttingen»; nil for a day that needs no name, as the control date.
  mutating func datonavn(_ index: Nodeindeks) -> String? {
    let modell = evaluator.program.modell
    switch evaluator.skrevet(index) {
    case .start(let samling, _):
      let kind = modell.samlinger[Int(samling)]
      return kind.tid == .dato ? kind.ord.bestemt : kind.ord.begynnelse
    case .slutt(let samling, _): return modell.samlinger[Int(samling)].ord.slutt
    case .datofelt(let ref): return felt(ref).ordlegging.setning.map { "at \($0)" } ?? feltnavn(ref)
    case .opphold(let samling, let first, _):
      let ord = modell.samlinger[Int(samling)].ord
      return first ? ord.begynnelse : ord.slutt
    case .periodestart(let periods): return "den første dagen \(tilstand(periods))"
    case .dagenFor(let query, let last):
      return "\(last ? "siste" : "første") \(samling(query).ord.entall)\(kjennetegn(query))"
    case .definisjon(let position):
      let definition = evaluator.program.definisjoner[Int(position)]
      if let name = omtale(definition) { return name }
      return iEgenSammenheng { $0.datonavn(definition.node) }
    default: return nil
    }
  }

  /// A date as what it is counted from and how far it is from it.
  func delt(_ index: Nodeindeks) -> (fra: Nodeindeks, steg: Steg?) {
    switch evaluator.skrevet(index) {
    case .flytt(let date, let step):
      let inner = delt(date)
      return inner.steg == nil ? (inner.fra, step) : (index, nil)
    case .definisjon(let position):
      let definition = evaluator.program.definisjoner[Int(position)]
      return definition.omtale == nil ? delt(definition.node) : (index, nil)
    default: return (index, nil)
    }
  }

  /// «30. mars 2014», «innflyttingen 4. oktober 2012», «5. august 2012 (60 dager før innflyttingen 4. oktober
  /// 2012)»; of an event that is spoken of in general «60 dager før vedtaket».
  mutating func tidspunkt(_ index: Nodeindeks) -> String {
    let (base, step) = delt(index)
    guard let name = datonavn(base) else { return dag(index) ?? ord(index) }
    let named = medDag(name, base)
    guard let step else { return named }
    let distance = "\(Bokmål.lengde(step)) \(step.antall < 0 ? "før" : "etter") \(named)"
    return dag(index).map { "\($0) (\(distance))" } ?? distance
  }

  /// «innflyttingen 4. oktober 2012», «den første dagen barnet bodde i fosterhjem, 1. august 2014»
  mutating func medDag(_ name: String, _ index: Nodeindeks) -> String {
    guard let day = dag(index) else { return name }
    let isClause = name.split(separator: " ").count > 4 && !name.hasPrefix("at ")
    return isClause ? "\(name), \(day)" : "\(name) \(day)"
  }

  /// A date as it is known; nil when it is not known at all, or is of an event that is not spoken of.
  mutating func dag(_ index: Nodeindeks) -> String? {
    guard !avhengerAvUkjent(index) else { return nil }
    let value = evaluator.dato(index)
    if value.finnes == .nei || value.verdi.første <= .tidenesMorgen { return nil }
    return value.verdi.bokmål
  }

  /// Whether a date is counted from an event that is spoken of in general.
  func avhengerAvUkjent(_ index: Nodeindeks) -> Bool {
    switch evaluator.skrevet(index) {
    case .start(_, let nivå), .slutt(_, let nivå): !kjente.contains(nivå)
    case .datofelt(let ref): ref.samling >= 0 && !kjente.contains(ref.nivå)
    case .opphold(_, _, let date), .flytt(let date, _): avhengerAvUkjent(date)
    case .hvis(_, let a, let b): avhengerAvUkjent(a) || avhengerAvUkjent(b)
    default: false
    }
  }

  /// A dated thing as the subject of a clause with its verb: «tilsynsrapporten ble mottatt», «vedtaket var».
  mutating func hendelse(_ index: Nodeindeks) -> String {
    switch evaluator.skrevet(index) {
    case .datofelt(let ref):
      return felt(ref).ordlegging.setning ?? "\(feltnavn(ref)) er"
    case .kontrolldato: return "kontrolldatoen er"
    default:
      let (base, step) = delt(index)
      let name = datonavn(base) ?? ord(base)
      guard let step else { return "\(name) var" }
      return "\(Bokmål.lengde(step)) \(step.antall < 0 ? "før" : "etter") \(name) er"
    }
  }

  // MARK: Comparisons

  /// What a comparison of two dates comes to.
  mutating func datosetninger(
    _ how: Sammenligning, _ a: Nodeindeks, _ b: Nodeindeks, _ value: Sannhet
  ) -> [String] {
    for side in [a, b] {
      if let none = manglende(side) { return [none] }
    }
    if let elapsed = forløpt(how, a, b, value) { return [elapsed] }
    if erKontrolldato(a) { return [kontrolldatosetning(how, b, value)] }
    if datonavn(delt(a).fra) == nil, datonavn(delt(b).fra) != nil {
      return sammenlignet(how.speilet, b, a, value)
    }
    return sammenlignet(how, a, b, value)
  }

  private func erKontrolldato(_ index: Nodeindeks) -> Bool {
    if case .kontrolldato = evaluator.skrevet(index) { true } else { false }
  }

  /// «Omsorgsplanen er ikke registrert.»: of a date that there is none of.
  private mutating func manglende(_ index: Nodeindeks) -> String? {
    let base = delt(index).fra
    guard !avhengerAvUkjent(base), evaluator.dato(base).finnes == .nei, let name = datonavn(base) else {
      return nil
    }
    switch evaluator.skrevet(base) {
    case .datofelt(let ref) where felt(ref).ordlegging.setning != nil:
      return "Det er ikke registrert \(name)."
    case .slutt(let samling, _):
      return "\(Bokmål.stor(evaluator.program.modell.samlinger[Int(samling)].ord.bestemt)) er ikke avsluttet."
    default: return "\(Bokmål.stor(name)) er ikke registrert."
    }
  }

  /// «Det er ikke gått mer enn 42 dager siden omsorgsovertakelsen 16. september 2014.»: a named day, a distance and
  /// the control date.
  private mutating func forløpt(
    _ how: Sammenligning, _ a: Nodeindeks, _ b: Nodeindeks, _ value: Sannhet
  ) -> String? {
    let (x, y) = (delt(a), delt(b))
    let isSwapped = erKontrolldato(x.fra)
    // The named day + distance is `how` the control date.
    let (event, how) = isSwapped ? (y, how.speilet) : (x, how)
    guard erKontrolldato(x.fra) != erKontrolldato(y.fra), (x.steg == nil) != (y.steg == nil),
      let step = x.steg ?? y.steg, let name = datonavn(event.fra)
    else { return nil }
    let isAfter = (step.antall > 0) == (event.steg != nil)
    let relation: String
    switch (how, value) {
    case (.før, .ja), (.mindreEnn, .ja), (.før, .ukjent), (.mindreEnn, .ukjent), (.minst, .nei):
      relation = "mer enn"
    case (.høyst, .ja), (.høyst, .ukjent), (.etter, .nei), (.merEnn, .nei): relation = "minst"
    case (.minst, .ja), (.minst, .ukjent): relation = "høyst"
    case (.etter, .ja), (.merEnn, .ja), (.etter, .ukjent), (.merEnn, .ukjent), (.høyst, .nei):
      relation = "mindre enn"
    case (.før, .nei), (.mindreEnn, .nei): relation = "ikke mer enn"
    case (.er, _), (.erIkke, _): return nil
    }
    guard isAfter else { return nil }
    let when = medDag(name, event.fra)
    let amount = "\(Bokmål.lengde(step)) siden \(when.hasPrefix("at ") ? String(when.dropFirst(3)) : when)"
    if value == .ukjent { return "Det er ikke avklart om det er gått \(relation) \(amount)." }
    return "Det er \(relation == "ikke mer enn" ? "ikke gått mer enn" : "gått \(relation)") \(amount)."
  }

  /// «Kontrolldatoen, 30. september 2014, er før 1. juli 2018.»
  private mutating func kontrolldatosetning(_ how: Sammenligning, _ b: Nodeindeks, _ value: Sannhet) -> String
  {
    let (limit, today) = (tidspunkt(b), evaluator.kontrolldato.bokmål)
    switch (how, value) {
    case (_, .ukjent): return "Det er ikke avklart om kontrolldatoen er \(how.grense(limit))."
    case (_, .ja): return "Kontrolldatoen, \(today), er \(how.grense(limit))."
    case (.minst, .nei): return "Kontrolldatoen, \(today), er før \(limit)."
    case (.høyst, .nei): return "Kontrolldatoen, \(today), er etter \(limit)."
    case (_, .nei): return "Kontrolldatoen, \(today), er ikke \(how.grense(limit))."
    }
  }

  /// «Omsorgsplanen er fra 20. november 2012. Det er 44 dager etter 7. oktober 2012 (…).»
  private mutating func sammenlignet(
    _ how: Sammenligning, _ a: Nodeindeks, _ b: Nodeindeks, _ value: Sannhet
  ) -> [String] {
    let (x, y) = (evaluator.dato(a), evaluator.dato(b))
    let limit = tidspunkt(b)
    guard value != .ukjent, let day = dag(a) else {
      let known = dag(a).map { " Registrert er \($0)." } ?? ""
      if erKontrolldato(b), how == .høyst, let name = datonavn(delt(a).fra) {
        return ["Det er ikke avklart om \(name) finnes.\(known)"]
      }
      return ["Det er ikke avklart om \(datert(a)) \(how.grense(limit)).\(known)"]
    }
    let first = "\(Bokmål.stor(datert(a))) \(day)."
    if erKontrolldato(b), value == .ja, how == .høyst { return [first] }
    if value == .ja { return [first, "Det er \(how == .høyst ? "innen" : how.datoord) \(limit)."] }
    guard x.verdi.erEksakt, y.verdi.erEksakt, how != .er, how != .erIkke,
      datonavn(delt(b).fra) != nil
    else {
      return [first, "Det er ikke \(how.grense(limit))."]
    }
    let days = y.verdi.første.dager(til: x.verdi.første)
    if days == 0 { return [first, "Det er ikke \(how.grense(limit))."] }
    let distance = Bokmål.lengde(Steg(antall: Int32(days), iMåneder: false))
    return [first, "Det er \(distance) \(days > 0 ? "etter" : "før") \(limit)."]
  }

  /// «innflyttingen var», «omsorgsplanen er fra», «tilsynsrapporten ble mottatt»: before a day.
  private mutating func datert(_ index: Nodeindeks) -> String {
    switch evaluator.skrevet(delt(index).fra) {
    case .definisjon,
      .dagenFor where delt(index).steg == nil:
      return "\(datonavn(delt(index).fra) ?? ord(index)) er fra"
    default: return hendelse(index)
    }
  }
}
