import RuleLanguage
import Values
import Vocabulary

/// Which events a question asks about, as it stands after the noun: « i fosterhjemmet siden 30. mars 2014 der barnet
/// var til stede».
extension Regelkjøring {
  /// - Parameters:
  ///   - rows: events that match, when the sentence is about them: then only what they fulfil is told of alternatives.
  ///   - uavklart: whether it is not known whether they match: then a judgement may be what is missing.
  mutating func kjennetegn(
    _ query: Int32, for rows: [Int] = [], uavklart: Bool = false
  ) -> String {
    let typed = evaluator.program.spørringer[Int(query)]
    var marks = Kjennetegn()
    vindu(typed.vindu, &marks)
    if typed.filter.finnes {
      let whole = form(typed.filter)
      let plain = avgjørende(utenSkjønn(whole), query, rows)
      for part in plain.konjunkter { legg(part, typed, &marks) }
      if uavklart, whole.konjunkter.contains(where: overlater) { marks.erUklart = true }
    }
    if typed.mens.finnes, case .definisjon(let position) = evaluator.skrevet(typed.mens),
      let clause = omtale(evaluator.program.definisjoner[Int(position)])
    {
      marks.etter.insert("mens \(clause)", at: 0)
    }
    return marks.tekst
  }

  /// What counts of the events of a question, when not all of them do: a word or two, or that they count.
  mutating func tellende(_ query: Int32) -> String {
    let typed = evaluator.program.spørringer[Int(query)]
    guard typed.filter.finnes else { return "" }
    var marks = Kjennetegn()
    for part in utenSkjønn(form(typed.filter)).konjunkter { legg(part, typed, &marks) }
    let isShort = !marks.erUklart && marks.foran.count + marks.etter.count < 2 && marks.harIngenGrenser
    return isShort ? marks.tekst : " som teller"
  }

  // MARK: Conditions

  private mutating func legg(
    _ form: Vilkårsform, _ query: Typetspørring, _ marks: inout Kjennetegn
  ) {
    if case .ledd(let index, nektet: false) = form, grense(index, query, &marks) { return }
    guard let phrase = frase(form, query) else {
      marks.erUklart = true
      return
    }
    let isClause = phrase.hasPrefix("der ") || phrase.hasPrefix("mens ")
    if isClause { marks.etter.append(phrase) } else { marks.foran.append(phrase) }
  }

  /// A condition as a phrase after the noun; nil when it takes too many words.
  private mutating func frase(_ form: Vilkårsform, _ query: Typetspørring) -> String? {
    switch form {
    case .ledd(let index, let nektet): return frase(index, nektet: nektet, query)
    case .og(let parts):
      let phrases = parts.compactMap { frase($0, query) }
      guard parts.count == 2, phrases.count == 2, phrases.allSatisfy({ $0.hasPrefix("der ") }) else {
        return nil
      }
      return "\(phrases[0]) og \(phrases[1].dropFirst("der ".count))"
    case .eller(let parts):
      let phrases = parts.compactMap { frase($0, query) }
      guard phrases.count == parts.count, parts.count < 4 else { return nil }
      let (clauses, others) = (
        phrases.filter { $0.hasPrefix("der ") }, phrases.filter { !$0.hasPrefix("der ") }
      )
      guard clauses.isEmpty || others.isEmpty, !phrases.contains(where: { $0.hasPrefix("mens ") }) else {
        return nil
      }
      let isCompound = phrases.contains { $0.contains(" og ") }
      return isCompound ? phrases.joined(separator: ", eller ") : Bokmål.samlet(phrases, "eller")
    }
  }

  private mutating func frase(
    _ index: Nodeindeks, nektet: Bool, _ query: Typetspørring
  ) -> String? {
    let words = ordlegging(index)
    if let phrase = nektet ? words.nektetLedd : words.ledd { return phrase }
    switch evaluator.skrevet(index) {
    case .felt, .erBlant, .harVerdi: break
    case .definisjon where words.setning != nil: break
    case .sammenlignDato(let how, let a, let b):
      if [a, b].contains(where: { erEgenDag($0, query) }) { return nil }
      if case .slutt(query.samling, query.nivå) = evaluator.skrevet(a) {
        return "som \(nektet ? "ikke " : "")sluttet \(how.datoord) \(tidspunkt(b))"
      }
      guard datonavn(delt(a).fra) != nil || datonavn(delt(b).fra) != nil else { return nil }
    case .dekkerDato(let periods, let date):
      guard case .start(query.samling, query.nivå) = evaluator.skrevet(date) else { return nil }
      let clause = tilstand(periods)
      return "mens \(nektet ? Bokmål.nektet(clause, leddsetning: true) : clause)"
    case .minst(_, let inner):
      guard !evaluator.program.spørringer[Int(inner)].filter.finnes else { return nil }
    default: return nil
    }
    return "der \(setning(index, nektet: nektet, leddsetning: true))"
  }

  // MARK: Windows

  private mutating func vindu(_ window: Typetvindu, _ marks: inout Kjennetegn) {
    switch window {
    case .alt: break
    case .siste:
      guard let period = evaluator.fastPeriode(window) else { break }
      marks.nedre.append(.init(dag: Datoomfang(period.fra), tekst: period.fra.bokmål))
    case .iFjor: marks.år = " i \(evaluator.år - 1)"
    case .hittilIÅr: marks.år = " hittil i \(evaluator.år)"
    case .siden(let from): marks.nedre.append(bestemt(from))
    case .før(let limit): marks.øvre.append(bestemt(limit, erStreng: true))
    case .mellom(let from, let to):
      marks.nedre.append(bestemt(from))
      if case .kontrolldato = evaluator.skrevet(to) { break }
      marks.øvre.append(bestemt(to))
    }
  }

  /// A comparison of the event's own day is a bound of the window; false when it is another condition.
  private mutating func grense(
    _ index: Nodeindeks, _ query: Typetspørring, _ marks: inout Kjennetegn
  ) -> Bool {
    guard case .sammenlignDato(let written, let a, let b) = evaluator.skrevet(index) else { return false }
    guard erEgenDag(a, query) != erEgenDag(b, query) else { return false }
    let (how, limit) = erEgenDag(a, query) ? (written, b) : (written.speilet, a)
    switch how {
    case .minst: marks.nedre.append(bestemt(limit))
    case .etter, .merEnn: marks.nedre.append(bestemt(limit, erStreng: true))
    case .høyst: marks.øvre.append(bestemt(limit))
    case .før, .mindreEnn: marks.øvre.append(bestemt(limit, erStreng: true))
    case .er, .erIkke: return false
    }
    return true
  }

  private func erEgenDag(_ index: Nodeindeks, _ query: Typetspørring) -> Bool {
    if case .start(query.samling, query.nivå) = evaluator.skrevet(index) { true } else { false }
  }

  private mutating func bestemt(_ index: Nodeindeks, erStreng: Bool = false) -> Kjennetegn.Grense {
    let isKnown = !avhengerAvUkjent(index) && dag(index) != nil
    let (base, step) = delt(index)
    let name = datonavn(base)
    return .init(
      dag: isKnown ? evaluator.dato(index).verdi : nil, tekst: tidspunkt(index), erStreng: erStreng,
      navn: step == nil ? nil : name, medDag: name.map { medDag($0, base) })
  }
}

/// What stands after a noun.
struct Kjennetegn {
  /// Right after it: «i fosterhjemmet», «som ble gjennomført».
  var foran: [String] = []
  /// After the window: «mens barnet bodde i fosterhjem», «der barnet var til stede».
  var etter: [String] = []
  /// Whether there is more than can be said in a few words.
  var erUklart = false
  /// « i 2013»
  var år = ""
  /// The bounds of the window from below, and from above.
  var nedre: [Grense] = []
  var øvre: [Grense] = []

  /// A bound of a window.
  struct Grense {
    /// The day, when it is known.
    var dag: Datoomfang?
    /// The day, and what it is.
    var tekst: String
    /// Whether the day itself is outside.
    var erStreng = false
    /// What the day is counted from, when it is counted.
    var navn: String?
    /// The same with its own day, also when the day is the bound itself.
    var medDag: String?

    /// The day, and what it is; without the day that it is counted from, when the other bound has told it.
    func tekst(ved annen: Grense) -> String {
      guard let navn, let medDag, medDag == annen.medDag else { return tekst }
      return tekst.replacing(medDag, with: navn)
    }
  }

  var harIngenGrenser: Bool { nedre.isEmpty && øvre.isEmpty && år.isEmpty }

  var tekst: String {
    let window = år + vindu
    var text = ""
    for phrase in foran { text += (phrase.hasPrefix("utenom ") ? ", " : " ") + phrase }
    if erUklart { text += foran.last?.hasPrefix("som ") ?? false ? " og teller" : " som teller" }
    if let last = foran.last, last.hasPrefix("utenom "), !erUklart, !(window + etter.joined()).isEmpty {
      text += ","
    }
    let clauses = etter.filter { $0.hasPrefix("der ") }
    let others = etter.filter { !$0.hasPrefix("der ") }
    let conditions = clauses.isEmpty ? [] : [Bokmål.samlet(clauses)]
    return ([text + window] + others + conditions).joined(separator: " ")
  }

  private var vindu: String {
    let (from, to) = (Kjennetegn.trangeste(nedre, erNedre: true), Kjennetegn.trangeste(øvre, erNedre: false))
    let since = from.map { ($0.erStreng ? "etter " : "siden ") + $0.tekst }
    let until = to.map { ($0.erStreng ? "før " : "til og med ") + $0.tekst }
    if from.count == 1, to.count == 1, !from[0].erStreng, !to[0].erStreng {
      return
        " fra \(from[0].tekst(ved: to[0])) til \(to[0].navn == nil ? to[0].tekst : to[0].tekst(ved: from[0]))"
    }
    return (since + until).isEmpty ? "" : " " + Bokmål.liste(since + until)
  }

  /// The bounds that no other one makes needless.
  private static func trangeste(_ bounds: [Grense], erNedre: Bool) -> [Grense] {
    var kept: [Grense] = []
    for bound in bounds {
      func isNarrower(_ a: Grense, _ b: Grense) -> Bool {
        guard let x = a.dag, let y = b.dag else { return false }
        if x == y, x.erEksakt { return a.erStreng || !b.erStreng }
        return erNedre ? x.første >= y.siste : x.siste <= y.første
      }
      if kept.contains(where: { isNarrower($0, bound) }) { continue }
      kept.removeAll { isNarrower(bound, $0) }
      kept.append(bound)
    }
    return kept
  }
}
