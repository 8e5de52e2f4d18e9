import Values

/// The levels of binding strength, loosest first, and the numbers with a unit.
extension Parser {
  mutating func uttrykk() throws(Diagnose) -> Uttrykk {
    try deeper()
    defer { depth -= 1 }
    let start = position
    guard take("hvis") else { return try eller() }
    let condition = try uttrykk()
    try expect("så")
    let yes = try uttrykk()
    try expect("ellers")
    return node(start, .hvis(condition, yes, try uttrykk()))
  }

  private mutating func eller() throws(Diagnose) -> Uttrykk {
    let start = position
    var left = try og()
    while take("eller") {
      try countOperator()
      left = node(start, .eller(left, try og()))
    }
    return left
  }

  private mutating func og() throws(Diagnose) -> Uttrykk {
    let start = position
    var left = try nekting()
    while take("og") {
      try countOperator()
      left = node(start, .og(left, try nekting()))
    }
    return left
  }

  private mutating func nekting() throws(Diagnose) -> Uttrykk {
    let start = position
    var count = 0
    while take("ikke") {
      try countOperator()
      count += 1
    }
    var result = try forhold()
    for _ in 0..<count { result = node(start, .ikke(result)) }
    return result
  }

  private mutating func forhold() throws(Diagnose) -> Uttrykk {
    let start = position
    let left = try periodeledd()
    if take("dekker") { return node(start, .dekker(left, try periodeledd())) }
    if take("overlapper med") { return node(start, .overlapper(left, try periodeledd())) }
    let negated = isNext(["ikke", "er"])
    if negated { position += 1 }
    if take("er blant") {
      let list = node(start, .erBlant(left, try liste()))
      return negated ? node(start, .ikke(list)) : list
    }
    guard let comparison = sammenligning() else { return left }
    let right = try periodeledd()
    if !negated { return node(start, .sammenlign(comparison, left, right)) }
    if comparison == .er { return node(start, .sammenlign(.erIkke, left, right)) }
    return node(start, .ikke(node(start, .sammenlign(comparison, left, right))))
  }

  private mutating func sammenligning() -> Sammenligning? {
    let phrases: [(String, Sammenligning)] = [
      ("er minst", .minst), ("er høyst", .høyst), ("er mer enn", .merEnn), ("er mindre enn", .mindreEnn),
      ("er før", .før), ("er etter", .etter), ("er ikke", .erIkke), ("er", .er),
    ]
    for (phrase, comparison) in phrases where take(phrase) { return comparison }
    let symbols: [(String, Sammenligning)] = [
      ("=", .er), ("≠", .erIkke), ("≥", .minst), ("≤", .høyst), (">", .merEnn), ("<", .mindreEnn),
    ]
    for (symbol, comparison) in symbols where take(tegn: symbol) { return comparison }
    return nil
  }

  private mutating func liste() throws(Diagnose) -> [Uttrykk] {
    try expect(tegn: "(")
    var elements = [try sum()]
    while take(tegn: ",") { elements.append(try sum()) }
    try expect(tegn: ")")
    return elements
  }

  mutating func periodeledd() throws(Diagnose) -> Uttrykk {
    let start = position
    var left = try sum()
    while isNext(["samtidig", "med"]) || isNext(["uten"]) {
      try countOperator()
      if take("samtidig med") {
        left = node(start, .samtidigMed(left, try sum()))
      } else if take("uten") {
        left = node(start, .uten(left, try sum()))
      }
    }
    return left
  }

  mutating func sum() throws(Diagnose) -> Uttrykk {
    let start = position
    var left = try produkt()
    while peek.slag == .tegn("+") || peek.slag == .tegn("-") {
      try countOperator()
      let art: Regneart = take(tegn: "+") ? .pluss : .minus
      if art == .minus { _ = take(tegn: "-") }
      if var varighet = try varighet() {
        if art == .minus { varighet.antall = -varighet.antall }
        left = node(start, .flytt(left, varighet))
      } else {
        left = node(start, .regn(art, left, try produkt()))
      }
    }
    return left
  }

  private mutating func produkt() throws(Diagnose) -> Uttrykk {
    let start = position
    var left = try ledd()
    while peek.slag == .tegn("*") || peek.slag == .tegn("/") {
      try countOperator()
      let art: Regneart = take(tegn: "*") ? .ganger : .delt
      if art == .delt { _ = take(tegn: "/") }
      left = node(start, .regn(art, left, try ledd()))
    }
    return left
  }

  /// `12 måneder`, `90 dager`, `2 år`, when a number and a unit come next.
  mutating func varighet() throws(Diagnose) -> Varighet? {
    guard case .tall(let number) = peek.slag, let unit = word(1) else { return nil }
    let (enhet, factor): (Varighet.Enhet, Int)
    switch unit {
    case "dag", "dager": (enhet, factor) = (.dager, 1)
    case "uke", "uker": (enhet, factor) = (.dager, 7)
    case "måned", "måneder": (enhet, factor) = (.måneder, 1)
    case "år": (enhet, factor) = (.måneder, 12)
    default: return nil
    }
    let count = try helTall(number, peek.område)
    guard count * factor <= Parser.maxHelTall else {
      throw Diagnose(
        .numberTooLarge, peek.område, "At most \(Parser.maxHelTall / factor) \(unit) can be written.")
    }
    position += 2
    return Varighet(count * factor, enhet)
  }

  mutating func krevVarighet() throws(Diagnose) -> Varighet {
    if let varighet = try varighet() { return varighet }
    if case .tall = peek.slag, let unit = word(1) {
      let units = ["dager", "uker", "måneder", "år"]
      throw Diagnose(
        .unknownUnit, tokens[position + 1].område, "«\(unit)» is not a unit of time.",
        forslag: nearest(unit, in: units), hint: "Write dager, uker, måneder or år.")
    }
    throw unexpected("a number of dager, uker, måneder or år")
  }

  func helTall(_ number: Brøk, _ område: Range<Int>) throws(Diagnose) -> Int {
    guard number.nevner == 1, (0...Int64(Parser.maxHelTall)).contains(number.teller) else {
      throw Diagnose(
        .numberTooLarge, område, "A whole number from 0 to \(Parser.maxHelTall) is needed here.",
        hint: "Part of a month is written in dager, and a long time in måneder.")
    }
    return Int(number.teller)
  }
}
