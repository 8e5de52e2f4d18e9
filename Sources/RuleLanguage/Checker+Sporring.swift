import Values
import Vocabulary

/// Typing of questions to a collection, and of windows.
extension Checker {
  mutating func spørring(_ query: Spørring, _ uttrykk: Uttrykk) -> (Nodeindeks, Verditype)? {
    if query.form == .finnes, modell.samling(query.samling) == nil { return finnesFelt(query, uttrykk) }
    guard let samling = samling(query) else { return nil }
    if query.form == .perioder { return perioderMed(query, samling, uttrykk) }
    guard let (index, har) = body(query, samling) else { return nil }
    switch query.form {
    case .antall: return (emit(.antall(spørring: index), uttrykk), .tall)
    case .dager: return (emit(.dagerMed(spørring: index), uttrykk), .tall)
    case .finnes: return (emit(.minst(1, spørring: index), uttrykk), .sannhet)
    case .minst(let count): return (emit(.minst(Int32(count), spørring: index), uttrykk), .sannhet)
    case .ingen: return (emit(.ikke(emit(.minst(1, spørring: index), uttrykk)), uttrykk), .sannhet)
    case .alle: return (emit(.alle(spørring: index, har: har), uttrykk), .sannhet)
    case .siste: return (emit(.siste(spørring: index, har: har), uttrykk), .sannhet)
    case .første: return (emit(.første(spørring: index, har: har), uttrykk), .sannhet)
    case .dagenFor(let last): return (emit(.dagenFor(spørring: index, siste: last), uttrykk), .dato)
    case .perioder, .mellomrom: return nil
    }
  }

  /// `finnes rapport_mottatt`: whether a field of the event, or a fact, has a value.
  private mutating func finnesFelt(_ query: Spørring, _ uttrykk: Uttrykk) -> (Nodeindeks, Verditype)? {
    let name = Uttrykk(innhold: .navn(query.samling), område: query.samlingsområde)
    guard let ref = feltref(name), query.filter == nil, query.vindu == nil, query.mens == nil else {
      _ = samling(query)
      return nil
    }
    return (emit(.harVerdi(ref), uttrykk), .sannhet)
  }

  /// The collection of a question, which must be one that is read from the case file.
  private mutating func samling(_ query: Spørring) -> Int? {
    guard let samling = modell.samling(query.samling) else {
      let names = modell.samlinger.filter { $0.avledning == nil }.map(\.navn)
      report(
        .unknownCollection, query.samlingsområde, "There is no collection «\(query.samling)».",
        forslag: nearest(query.samling, in: names + (query.form == .finnes ? feltnavn : [])),
        hint: "The collections are \(names.joined(separator: ", ")).")
      return nil
    }
    if modell.samlinger[samling].avledning != nil {
      report(
        .unknownCollection, query.samlingsområde, "«\(query.samling)» is derived and cannot be asked for.",
        hint: "Use \(query.samling).fra and \(query.samling).til.")
      return nil
    }
    guard nivåer.count < Checker.maksNivå else {
      report(
        .tooDeep, query.samlingsområde, "Questions are nested more than \(Checker.maksNivå) levels deep.",
        hint: "Give a part of it a name under «definer».")
      return nil
    }
    return samling
  }

  /// The fields of the innermost event, which `finnes` may also ask for.
  private var feltnavn: [String] {
    nivåer.last.map { modell.samlinger[$0].felter.map(\.navn) } ?? modell.opplysninger.map(\.navn)
  }

  /// The typed question and its `har`.
  private mutating func body(_ query: Spørring, _ samling: Int) -> (Int32, Nodeindeks)? {
    let dated = modell.samlinger[samling].tid == .dato
    let name = modell.samlinger[samling].navn
    if !dated, query.vindu != nil || query.mens != nil || query.form == .dager {
      report(
        .windowOnUndated, query.samlingsområde,
        "«\(name)» has periods, not days, so it has no place in a window.",
        hint: "Use «perioder med \(name)» and «dekker», «overlapper med» or «samtidig med».")
      return nil
    }
    var ok = true
    // Bounds and «mens» are about the case or the outer event, not about the events asked for.
    let window = query.vindu.map { typed($0) } ?? .some(.alt)
    let mens = query.mens.map { node($0, .perioder) } ?? .some(.ingen)
    nivåer.append(samling)
    defer { nivåer.removeLast() }
    let filter = query.filter.map { node($0, .sannhet) } ?? .some(.ingen)
    let har = query.har.map { node($0, .sannhet) } ?? .some(.ingen)
    ok = window != nil && mens != nil && filter != nil && har != nil
    guard ok, let window, let mens, let filter, let har else { return nil }
    let index = addSpørring(
      Typetspørring(
        samling: Int32(samling), nivå: Int8(nivåer.count - 1), filter: filter, mens: mens, vindu: window),
      query.innmat)
    return (index, har)
  }

  private mutating func perioderMed(
    _ query: Spørring, _ samling: Int, _ uttrykk: Uttrykk
  ) -> (Nodeindeks, Verditype)? {
    let kind = modell.samlinger[samling]
    guard kind.tid == .periode || kind.varighet != nil else {
      report(
        .noDuration, query.samlingsområde, "«\(kind.navn)» happens on a day and does not last.",
        hint: "«perioder med» needs a collection with fra and til, or one that lasts until the next entry.")
      return nil
    }
    guard query.mens == nil else {
      report(
        .windowOnUndated, query.samlingsområde, "«mens» belongs to events on a day.",
        hint: "Write «perioder med \(kind.navn) … samtidig med …».")
      return nil
    }
    guard let (index, _) = body(query, samling) else { return nil }
    let periods = emit(.perioderMed(spørring: index), uttrykk)
    guard let alder = query.alder else { return (periods, .perioder) }
    let age = Uttrykk(innhold: .alder(før: alder.før, år: alder.år), område: uttrykk.område)
    let limit = emit(.alder(før: alder.før, år: Int32(alder.år)), age)
    return (emit(.samtidig(periods, limit), uttrykk), .perioder)
  }

  mutating func mellomrom(
    _ step: Varighet, _ query: Spørring, _ whole: Uttrykk, _ uttrykk: Uttrykk
  ) -> (Nodeindeks, Verditype)? {
    let within = node(whole, .perioder)
    guard let samling = samling(query), let (index, _) = body(query, samling), let within else { return nil }
    guard program.spørringer[Int(index)].mens.finnes else {
      report(
        .unexpectedToken, query.samlingsområde,
        "«mellomrom» needs «mens P»: the periods in which the gaps are sought.",
        hint: "Write «mellomrom over 6 måneder mellom \(query.samling) mens P i V».")
      return nil
    }
    return (emit(.mellomrom(over: Steg(step), spørring: index, i: within), uttrykk), .sannhet)
  }

  // MARK: Windows

  private mutating func typed(_ window: Vindu) -> Typetvindu? {
    switch window {
    case .siste(let step): return .siste(Steg(step))
    case .iFjor: return .iFjor
    case .hittilIÅr: return .hittilIÅr
    case .siden(let date): return node(date, .dato).map { .siden($0) }
    case .før(let date): return node(date, .dato).map { .før($0) }
    case .mellom(let first, let last):
      let a = node(first, .dato)
      let b = node(last, .dato)
      guard let a, let b else { return nil }
      return .mellom(a, b)
    }
  }

  /// A window used as a period.
  mutating func vindu(_ window: Vindu, _ uttrykk: Uttrykk) -> (Nodeindeks, Verditype)? {
    guard let typed = typed(window) else { return nil }
    let node: Node
    switch typed {
    case .siste(let step): node = .sisteTid(step)
    case .iFjor: node = .iFjor
    case .hittilIÅr: node = .hittilIÅr
    case .siden(let date): node = .fraTil(date, .ingen)
    case .før(let date): node = .førDato(date)
    case .mellom(let a, let b): node = .fraTil(a, b)
    case .alt: return nil
    }
    return (emit(node, uttrykk), .perioder)
  }
}
