import RuleLanguage
import Values
import Vocabulary

/// Sentences about the events that a question finds.
extension Regelkjøring {
  func samling(_ query: Int32) -> Samling {
    evaluator.program.modell.samlinger[Int(evaluator.program.spørringer[Int(query)].samling)]
  }

  /// The listed events that certainly match a question, in order of date.
  private mutating func sikreRader(_ query: Int32) -> [Int] {
    var rows: [Int] = []
    evaluator.forHver(query) { _, row, match in
      if row != Evaluator.ulistet, match == .ja { rows.append(row) }
    }
    return rows
  }

  mutating func finnessetning(_ count: Int, _ query: Int32, _ value: Sannhet) -> String {
    let ord = samling(query).ord
    switch value {
    case .ja:
      let rows = sikreRader(query)
      let number = count == 1 ? antall(rows.count, ord) : "minst \(Bokmål.tall(count)) \(ord.flertall)"
      let days =
        count == 1 && rows.count > 3 ? ", sist \(dag(query, rows[rows.count - 1]))" : dager(query, rows)
      return "Det er registrert \(number)\(kjennetegn(query, for: rows))\(days)."
    case .nei where count == 1: return "Det er ikke registrert \(ingen(query))\(kjennetegn(query))."
    case .nei:
      let number = "færre enn \(Bokmål.tall(count)) \(ord.flertall)"
      return "Det er registrert \(number)\(kjennetegn(query))\(dager(query, treffrader(query)))."
    case .ukjent:
      let number = count == 1 ? ord.entall : "minst \(Bokmål.tall(count)) \(ord.flertall)"
      let which = kjennetegn(query, uavklart: true)
      return "Det er ikke avklart om det finnes \(number)\(which).\(gjelder(query, treffrader(query)))"
    }
  }

  /// « Det gjelder oppfølgingsbesøket 2. juni 2014.»: which events a doubt is about.
  private func gjelder(_ query: Int32, _ rows: [Int]) -> String {
    guard let first = rows.first else { return "" }
    if rows.count == 1 { return " Det gjelder \(den(query, first))." }
    return " Det gjelder \(antall(rows.count, samling(query).ord))\(dager(query, rows))."
  }

  mutating func alleSetning(_ query: Int32, _ har: Nodeindeks, _ value: Sannhet) -> [String] {
    let ord = samling(query).ord
    let all = treffrader(query, har: har)
    guard !all.isEmpty || value == .ukjent else {
      return ["Det er ikke registrert \(ingen(query))\(kjennetegn(query))."]
    }
    let demand = "kravet om at \(vilkår(har))"
    let rows = all.filter { $0.har == value }.map(\.rad)
    let total = "Det er registrert \(antall(all.count, ord))\(kjennetegn(query))"
    if value != .ukjent, let only = rows.first, rows.count == 1 {
      let reason = om(only, query) { Regelkjøring.sammendrag($0.setninger(har)) }
      if value == .nei {
        let rest = all.count > 1 ? ["\(total)."] : []
        return ["\(Bokmål.stor(den(query, only))) oppfyller ikke kravet."] + reason + rest
      }
      let pronoun = ord.kjønn == .intetkjønn ? "det" : "den"
      return ["\(total), \(dag(query, only)), og \(pronoun) oppfyller kravet."] + reason
    }
    switch value {
    case .ja: return ["\(total)\(dager(query, rows)).", "Alle oppfyller \(demand)."]
    case .nei:
      if rows.count == all.count {
        return ["\(total)\(dager(query, rows)).", "Ingen av dem oppfyller \(demand)."]
      }
      let some = "\(Bokmål.stor(Bokmål.tall(rows.count))) av \(antall(all.count, ord))\(kjennetegn(query))"
      return ["\(some) oppfyller ikke \(demand)\(dager(query, rows))."]
    case .ukjent:
      if rows.isEmpty {
        return [
          "Kravet er at \(vilkår(har)).", "Det kan finnes flere \(ord.flertall) enn de som står i uttrekket.",
        ]
      }
      let which = rows.count == 1 ? den(query, rows[0]) : antall(rows.count, ord)
      let days = rows.count == 1 ? "" : dager(query, rows)
      return ["Det er ikke avklart om \(which) oppfyller \(demand)\(days)."]
    }
  }

  /// Sentences about one event, what neighbours begin with said once.
  private static func sammendrag(_ sentences: [String]) -> [String] {
    var groups: [[String]] = []
    for sentence in sentences where !groups.joined().contains(sentence) {
      let first = sentence.split(separator: " ").prefix(1)
      let begins = groups.last?.first?.split(separator: " ").prefix(1)
      let isPlain = !sentence.contains { $0.isNumber } && !sentence.dropLast().contains(".")
      if isPlain, let begins, begins == first,
        groups.last?.allSatisfy({ !$0.contains { $0.isNumber } }) ?? false
      {
        groups[groups.count - 1].append(sentence)
      } else {
        groups.append([sentence])
      }
    }
    return groups.map { group in
      group.count == 1
        ? group[0]
        : Bokmål.stor(Bokmål.samlet(group.map { $0.prefix(1).lowercased() + $0.dropFirst().dropLast() }))
          + "."
    }
  }

  mutating func ytterstesetning(
    _ query: Int32, _ har: Nodeindeks, _ value: Sannhet, siste: Bool
  ) -> [String] {
    let (kind, which) = (samling(query), siste ? "siste" : "første")
    let possible = evaluator.muligeYtterste(query, siste: siste)
    guard let row = siste ? possible.last : possible.first else {
      return [
        value == .nei
          ? "Det er ikke registrert \(ingen(query))\(kjennetegn(query))."
          : "Det er ikke avklart om det finnes \(kind.ord.entall)\(kjennetegn(query, uavklart: true))."
      ]
    }
    let first = evaluator.program.spørringer[Int(query)]
    let isPeriod = kind.tid == .periode
    let event = "\(which) \(kind.ord.entall)\(kjennetegn(query, for: [row]))"
    let subject =
      "\(Bokmål.stor(event)) \(isPeriod ? "gjelder fra" : "er fra") \(evaluator.start(Int(first.samling), row).bokmål)."
    let (answer, told) = om(row, query) {
      ($0.evaluator.sannhet(har), Regelkjøring.sammendrag($0.setninger(har)))
    }
    if answer == value { return [subject] + told }
    if possible.count > 1 {
      return [
        "Det er ikke avklart hva som er \(event)\(dager(query, possible)).", "Kravet er at \(vilkår(har)).",
      ]
    }
    let other = siste ? "nyere" : "eldre"
    return ["Det kan finnes \(enEllerEt(kind.ord)) \(other) \(kind.ord.entall) enn \(denFra(query, row))."]
      + told
  }

  private func enEllerEt(_ ord: Substantiv) -> String { ord.kjønn == .intetkjønn ? "et" : "en" }

  private func denFra(_ query: Int32, _ row: Int) -> String {
    "\(samling(query).ord.kjønn == .intetkjønn ? "det" : "den") fra \(dag(query, row))"
  }

  // MARK: Gaps

  mutating func mellomromssetning(
    _ step: Steg, _ query: Int32, _ whole: Nodeindeks, _ value: Sannhet
  ) -> String {
    let noun = samling(query).ord.flertall
    let rows = treffrader(query).filter { kanBetyNoe($0, query, step, whole) }
    let (length, days) = (Bokmål.lengde(step), perioderITekst(whole))
    let span = days.allSatisfy(\.isNumber) ? "i \(days)" : days
    let counting = tellende(query)
    let seen =
      rows.isEmpty
      ? " Det er ikke registrert \(ingen(query))\(counting)." : " Registrert\(dager(query, rows))."
    switch value {
    case .ja:
      let gap = evaluator.sikkertMellomrom(step, query, whole)
      let between = gap.map { " fra \($0.fra.bokmål) til \($0.til.bokmål)." } ?? ".\(seen)"
      return "Det gikk mer enn \(length) uten \(noun)\(counting)\(between)"
    case .nei: return "Det gikk aldri mer enn \(length) uten \(noun)\(counting) (\(span)).\(seen)"
    case .ukjent:
      return "Det er ikke avklart om det gikk mer enn \(length) uten \(noun)\(counting) (\(span)).\(seen)"
    }
  }

  /// Whether an event can be an end of a gap that reaches into the period in question.
  private mutating func kanBetyNoe(_ row: Int, _ query: Int32, _ step: Steg, _ whole: Nodeindeks) -> Bool {
    guard let span = evaluator.perioder(whole).mulig.omslag else { return false }
    let back = Steg(antall: -step.antall, iMåneder: step.iMåneder)
    let samling = Int(evaluator.program.spørringer[Int(query)].samling)
    return evaluator.start(samling, row).siste >= span.fra.adding(back).adding(back)
  }

  // MARK: Days

  private func start(_ query: Int32, _ row: Int) -> Datoomfang {
    evaluator.start(Int(evaluator.program.spørringer[Int(query)].samling), row)
  }

  private func dag(_ query: Int32, _ row: Int) -> String { start(query, row).bokmål }

  /// «oppfølgingsbesøket 2. juni 2014»
  func den(_ query: Int32, _ row: Int) -> String {
    let day = start(query, row)
    let isPeriod = samling(query).tid == .periode
    let when = day.første <= .tidenesMorgen ? "uten dato" : (isPeriod ? "fra " : "") + day.bokmål
    return "\(samling(query).ord.bestemt) \(when)"
  }

  /// «: 11. februar, 6. mai og 20. august 2013», the year once when it is shared.
  func dager(_ query: Int32, _ rows: [Int]) -> String {
    let days = rows.map { start(query, $0) }.sorted { ($0.første, $0.siste) < ($1.første, $1.siste) }
    guard let first = days.first else { return "" }
    let sameYear = days.allSatisfy { $0.erEksakt && $0.første.år == first.første.år }
    let texts = sameYear ? days.map(\.første.dagOgMåned) : days.map(\.bokmål)
    return ": " + Bokmål.liste(texts) + (sameYear ? " \(first.første.år)" : "")
  }
}
