import RuleLanguage
import Values
import Vocabulary

/// The verdict in bokmål, made from the evaluated expression and nothing else.
extension Regelkjøring {
  mutating func setning(_ utfall: Utfall, _ deciding: [Nodeindeks]) -> String {
    var sentences: [String] = []
    let grenseord = utfall == .ikkeAktuelt ? "Grensen for at punktet gjelder" : "Kravet"
    for node in deciding {
      for text in setninger(node, grenseord) where !sentences.contains(text) { sentences.append(text) }
    }
    if utfall == .ikkeKontrollert { return "Punktet må vurderes av en fagperson." }
    return utfall.innledning + sentences.joined(separator: " ")
  }

  /// What is so, for one truth value: one sentence or a few.
  private mutating func setninger(_ index: Nodeindeks, _ grenseord: String) -> [String] {
    let value = evaluator.sannhet(index)
    switch evaluator.skrevet(index) {
    case .og, .eller:
      // One part is enough to make a conjunction fail or a disjunction hold: the first says why.
      let deciding = avgjørendeDeler(index)
      let enough = deciding.count > 1 && erNok(index, value)
      return (enough ? Array(deciding.prefix(1)) : deciding).flatMap { setninger($0, grenseord) }
    case .ikke(let inner): return setninger(inner, grenseord)
    case .hvis: return avgjørendeDeler(index).flatMap { setninger($0, grenseord) }
    case .definisjon(let position):
      let definition = evaluator.program.definisjoner[Int(position)]
      guard let omtale = definition.omtale else { return setninger(definition.node, grenseord) }
      return [påstand(omtale, value)]
    case .tilVurdering: return []
    case .felt(let ref): return [påstand(etikett(ref), value)]
    case .harVerdi(let ref): return [påstand("\(feltnavn(ref)) er registrert", value)]
    case .erBlant(let ref, let mask): return [påstand("\(feltnavn(ref)) er \(koder(ref, mask))", value)]
    case .sammenlignTall(let how, let a, let b): return tallsetning(how, a, b, grenseord)
    case .sammenlignDato(let how, let a, let b): return [datosetning(how, a, b, value)]
    case .dekker(let a, let b): return [dekksetning(a, "hele perioden \(perioderITekst(b))", value)]
    case .dekkerDato(let a, let b): return [dekksetning(a, datoITekst(b), value)]
    case .overlapper(let a, let b): return [dekksetning(a, "noe av perioden \(perioderITekst(b))", value)]
    case .minst(let count, let query): return [finnessetning(Int(count), query, value)]
    case .alle(let query, let har): return alleSetning(query, har, value)
    case .siste(let query, let har): return ytterstesetning("Siste", query, har, value, last: true)
    case .første(let query, let har): return ytterstesetning("Første", query, har, value, last: false)
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

  /// A clause as a statement: as it is, with «ikke» after its verb, or as something not settled.
  private func påstand(_ clause: String, _ value: Sannhet) -> String {
    switch value {
    case .ja: return Bokmål.stor(clause) + "."
    case .nei: return Bokmål.stor(nektet(clause)) + "."
    case .ukjent: return "Det er ikke avklart om \(clause)."
    }
  }

  /// «barnet bodde i fosterhjem» → «barnet bodde ikke i fosterhjem», or in a subordinate clause «barnet ikke bodde
  /// i fosterhjem»: «ikke» stands by the first verb.
  func nektet(_ clause: String, leddsetning: Bool = false) -> String {
    var words = clause.split(separator: " ").map(String.init)
    let verbs: Set<String> = [
      "er", "var", "har", "ble", "bor", "bodde", "viser", "gjelder", "fikk", "kan", "sier", "finnes",
      "ligger", "står", "inneholder", "samtykket", "flyttet",
    ]
    guard let verb = words.firstIndex(where: verbs.contains) else { return "det er ikke slik at \(clause)" }
    words.insert("ikke", at: leddsetning ? verb : verb + 1)
    return words.joined(separator: " ")
  }

  // MARK: Numbers and dates

  private mutating func tallsetning(
    _ how: Sammenligning, _ a: Nodeindeks, _ b: Nodeindeks, _ grenseord: String
  ) -> [String] {
    let limit = evaluator.tall(b).verdi
    return [
      opptelling(a),
      "\(grenseord) er \(limit.erEksakt ? "\(how.tallord) \(limit)" : "ikke avklart: \(limit)").",
    ]
  }

  /// A number in words: counted events with their days, or a named value.
  private mutating func opptelling(_ index: Nodeindeks) -> String {
    let value = evaluator.tall(index).verdi
    switch evaluator.skrevet(index) {
    case .antall(let query), .dagerMed(let query):
      let rows = treffrader(query)
      let kind = samling(query)
      let context = tellende(query) + omstendighet(query)
      let open =
        value.høyst.erEndelig ? "" : " Det kan finnes flere \(kind.ord.flertall) enn de som står i uttrekket."
      if rows.isEmpty { return "Det er ikke registrert \(ingen(query))\(context).\(open)" }
      let count =
        value.erEksakt
        ? antall(Int(value.minst.teller), kind.ord)
        : value.minst == .null && !value.høyst.erEndelig
          ? "ingen sikre \(kind.ord.flertall)" : "\(value) \(kind.ord.flertall)"
      return "Det er registrert \(count)\(context)\(dager(query, rows)).\(open)"
    case .definisjon(let position):
      let definition = evaluator.program.definisjoner[Int(position)]
      if definition.omtale == nil { return opptelling(definition.node) }
      return "\(Bokmål.stor(navn(definition))) er \(value)."
    default:
      return "\(Bokmål.stor(ord(index))) er \(value)."
    }
  }

  private mutating func datosetning(
    _ how: Sammenligning, _ a: Nodeindeks, _ b: Nodeindeks, _ value: Sannhet
  ) -> String {
    let limit = how.grense(datoITekst(b))
    let first = "\(Bokmål.stor(datonavn(a))) er \(datoITekst(a))."
    switch value {
    case .ja: return "\(first) Det er \(limit)."
    case .nei: return "\(first) Det er ikke \(limit)."
    case .ukjent: return "\(first) Det er ikke avklart om det er \(limit)."
    }
  }

  mutating func datoITekst(_ index: Nodeindeks) -> String {
    let value = evaluator.dato(index)
    if value.finnes == .nei { return "ingen dato" }
    return value.verdi.første <= .tidenesMorgen ? "en dag som ikke er kjent" : value.verdi.bokmål
  }

  // MARK: Periods

  private mutating func dekksetning(_ index: Nodeindeks, _ when: String, _ value: Sannhet) -> String {
    if case .definisjon(let position) = evaluator.skrevet(index),
      let clause = evaluator.program.definisjoner[Int(position)].omtale
    {
      return påstand("\(clause) \(when)", value)
    }
    if case .alder(let before, let years) = evaluator.skrevet(index) {
      return påstand(
        before ? "barnet er under \(years) år \(when)" : "barnet har fylt \(years) år \(when)", value)
    }
    let query = spørring(i: index)
    let noun = query.map { "\(samling($0).ord.entall)\(betingelse($0))" } ?? "perioden"
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

  private mutating func perioderITekst(_ index: Nodeindeks) -> String {
    let days = evaluator.perioder(index).mulig.perioder
    return days.isEmpty ? "uten dager" : Bokmål.liste(days.map(\.bokmål))
  }

  // MARK: Events

  func samling(_ query: Int32) -> Samling {
    evaluator.program.modell.samlinger[Int(evaluator.program.spørringer[Int(query)].samling)]
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

  private mutating func finnessetning(_ count: Int, _ query: Int32, _ value: Sannhet) -> String {
    let noun = "\(samling(query).ord.entall)\(omstendighet(query))\(betingelse(query))"
    let nouns = "\(samling(query).ord.flertall)\(omstendighet(query))\(betingelse(query))"
    let rows = treffrader(query)
    switch value {
    case .ja where count == 1: return "Det er registrert \(noun)\(dager(query, rows))."
    case .ja: return "Det er registrert minst \(Bokmål.tall(count)) \(nouns)\(dager(query, rows))."
    case .nei where count == 1:
      return "Det er ikke registrert \(ingen(query))\(omstendighet(query))\(betingelse(query))."
    case .nei: return "Det er registrert færre enn \(Bokmål.tall(count)) \(nouns)\(dager(query, rows))."
    case .ukjent where count > 1:
      return "Det er ikke avklart om det finnes minst \(Bokmål.tall(count)) \(nouns)\(dager(query, rows))."
    case .ukjent: return "Det er ikke avklart om det finnes \(noun)\(dager(query, rows))."
    }
  }

  private mutating func alleSetning(_ query: Int32, _ har: Nodeindeks, _ value: Sannhet) -> [String] {
    let kind = samling(query)
    let all = treffrader(query, har: har)
    let demand = "Kravet er at \(vilkår(har))."
    let total = "\(antall(all.count, kind.ord))\(omstendighet(query))\(betingelse(query))"
    switch value {
    case .ja where all.isEmpty: return ["Det er ikke registrert \(kind.ord.entall)\(omstendighet(query))."]
    case .ja:
      return [demand, "Det er registrert \(total)\(dager(query, all.map(\.rad))), og alle oppfyller kravet."]
    case .nei:
      let failing = all.filter { $0.har == .nei }.map(\.rad)
      let one = kind.ord.kjønn == .intetkjønn ? "Ett" : "Én"
      let some = failing.count == 1 ? one : Bokmål.stor(Bokmål.tall(failing.count))
      let whom = all.count == failing.count ? "" : " \(some) av dem oppfyller ikke kravet"
      if whom.isEmpty {
        return [demand, "Det er registrert \(total)\(dager(query, failing)) uten at kravet er oppfylt."]
      }
      return [demand, "Det er registrert \(total).\(whom)\(dager(query, failing))."]
    case .ukjent:
      let open = all.filter { $0.har == .ukjent }.map(\.rad)
      if open.isEmpty {
        return [demand, "Det kan finnes flere \(kind.ord.flertall) enn de som står i uttrekket."]
      }
      return [demand, "Det er ikke avklart for \(antall(open.count, kind.ord))\(dager(query, open))."]
    }
  }

  private mutating func ytterstesetning(
    _ which: String, _ query: Int32, _ har: Nodeindeks, _ value: Sannhet, last: Bool
  ) -> [String] {
    let kind = samling(query)
    let rows = treffrader(query)
    guard let row = last ? rows.last : rows.first else {
      return [
        value == .nei
          ? "Det er ikke registrert \(kind.ord.entall)\(omstendighet(query))\(betingelse(query))."
          : "Det er ikke avklart om det finnes \(kind.ord.entall)\(omstendighet(query))\(betingelse(query))."
      ]
    }
    let subject =
      "\(which) \(kind.ord.entall)\(betingelse(query)) er registrert \(evaluator.start(Int(evaluator.program.spørringer[Int(query)].samling), row).bokmål)."
    evaluator.setRad(row, nivå: evaluator.program.spørringer[Int(query)].nivå)
    let condition = Bokmål.liste(ledd(har).map { vilkår($0) })
    switch value {
    case .ja: return [subject, "Det er slik at \(condition)."]
    case .nei: return [subject, "Vilkåret er at \(condition). Det er ikke oppfylt."]
    case .ukjent where rows.count > 1:
      let which = which.lowercased()
      return ["Det er ikke avklart om \(which) \(kind.ord.entall) oppfyller vilkåret om at \(vilkår(har))."]
    case .ukjent: return [subject, "Det er ikke avklart om \(condition)."]
    }
  }

  /// The parts of a condition that decided it for the event in question.
  private mutating func ledd(_ index: Nodeindeks) -> [Nodeindeks] {
    guard case .og = evaluator.skrevet(index) else { return [index] }
    return avgjørendeDeler(index).flatMap { ledd($0) }
  }

  private mutating func mellomromssetning(
    _ step: Steg, _ query: Int32, _ whole: Nodeindeks, _ value: Sannhet
  ) -> String {
    let noun = samling(query).ord.flertall
    let rows = treffrader(query).filter { kanBetyNoe($0, query, step, whole) }
    let length = Varighet(Int(step.antall), step.iMåneder ? .måneder : .dager).tekst
    let span = perioderITekst(whole)
    let counting = tellende(query)
    let seen =
      rows.isEmpty
      ? " Det er ikke registrert noen\(counting)." : " Registrert\(counting)\(dager(query, rows))."
    switch value {
    case .ja:
      let gap = evaluator.sikkertMellomrom(step, query, whole)
      let between = gap.map { " fra \($0.fra.bokmål) til \($0.til.bokmål)" } ?? ""
      return "Det gikk mer enn \(length) uten \(noun)\(counting)\(between).\(seen)"
    case .nei: return "Det gikk aldri mer enn \(length) mellom \(noun) (\(span)).\(seen)"
    case .ukjent: return "Det er ikke avklart om det gikk mer enn \(length) mellom \(noun) (\(span)).\(seen)"
    }
  }

  /// Whether an event can be an end of a gap that reaches into the period in question.
  private mutating func kanBetyNoe(_ row: Int, _ query: Int32, _ step: Steg, _ whole: Nodeindeks) -> Bool {
    guard let span = evaluator.perioder(whole).mulig.omslag else { return false }
    let back = Steg(antall: -step.antall, iMåneder: step.iMåneder)
    let samling = Int(evaluator.program.spørringer[Int(query)].samling)
    return evaluator.start(samling, row).siste >= span.fra.adding(back).adding(back)
  }

  /// «: 11. februar, 6. mai og 20. august 2013», the year once when it is shared.
  private func dager(_ query: Int32, _ rows: [Int]) -> String {
    let samling = Int(evaluator.program.spørringer[Int(query)].samling)
    let days = rows.map { evaluator.start(samling, $0) }.sorted {
      ($0.første, $0.siste) < ($1.første, $1.siste)
    }
    guard let first = days.first else { return "" }
    let sameYear = days.allSatisfy { $0.erEksakt && $0.første.år == first.første.år }
    let texts = sameYear ? days.map(\.første.dagOgMåned) : days.map(\.bokmål)
    return ": " + Bokmål.liste(texts) + (sameYear ? " \(first.første.år)" : "")
  }

  /// The window and `mens` of a question: « i 2013 mens barnet bodde i fosterhjem».
  mutating func omstendighet(_ query: Int32) -> String {
    let typed = evaluator.program.spørringer[Int(query)]
    var text = ""
    switch typed.vindu {
    case .alt: break
    case .siste, .iFjor, .hittilIÅr:
      guard let period = evaluator.fastPeriode(typed.vindu) else { break }
      text = period == .år(period.fra.år) ? " i \(period.fra.år)" : " \(period.bokmål)"
    case .siden(let from): text = " fra \(grensetekst(from))"
    case .før(let limit): text = " før \(grensetekst(limit))"
    case .mellom(let from, let to): text = " fra \(grensetekst(from)) til \(grensetekst(to))"
    }
    if typed.mens.finnes, case .definisjon(let position) = evaluator.skrevet(typed.mens) {
      let definition = evaluator.program.definisjoner[Int(position)]
      text += definition.omtale.map { " mens \($0)" } ?? ""
    }
    return text
  }

  private mutating func grensetekst(_ index: Nodeindeks) -> String {
    let day = evaluator.dato(index)
    return day.finnes == .nei ? "en dato som ikke finnes" : day.verdi.bokmål
  }

  /// What counts of the events of a question, when not all of them do: one simple clause, or that they count.
  mutating func tellende(_ query: Int32) -> String {
    let filter = evaluator.program.spørringer[Int(query)].filter
    guard filter.finnes else { return "" }
    switch evaluator.skrevet(filter) {
    case .felt, .erBlant, .harVerdi: return betingelse(query)
    default: return " som teller"
    }
  }

  /// The condition of a question: « der type er foreløpig eller endelig».
  mutating func betingelse(_ query: Int32) -> String {
    let filter = evaluator.program.spørringer[Int(query)].filter
    return filter.finnes ? " der \(vilkår(filter))" : ""
  }
}
