import Values

/// The smallest parts of a rule: literals, names, parentheses, and the phrases that begin with a word of
/// their own.
extension Parser {
  mutating func ledd() throws(Diagnose) -> Uttrykk {
    try deeper()
    defer { depth -= 1 }
    let start = position
    switch peek.slag {
    case .tall(let number):
      position += 1
      return node(start, .tall(number))
    case .dato(let date):
      position += 1
      return node(start, .dato(date))
    case .tegn("("):
      position += 1
      let inner = try uttrykk()
      try expect(tegn: ")")
      return Uttrykk(innhold: inner.innhold, område: område(fra: start))
    case .tegn("-"):
      try countOperator()
      position += 1
      return node(start, .regn(.minus, node(start, .tall(.null)), try ledd()))
    case .ord(let word):
      return try phrase(word, start)
    default:
      throw unexpected("a value, a name or a question")
    }
  }

  private mutating func phrase(_ word: String, _ start: Int) throws(Diagnose) -> Uttrykk {
    if take("til vurdering") { return node(start, .tilVurdering) }
    if take("rundet ned") { return try rundet(ned: true, start) }
    if take("rundet opp") { return try rundet(ned: false, start) }
    if take("andel av") {
      let whole = try ledd()
      try expect("med")
      return node(start, .andel(av: whole, med: try ledd()))
    }
    if take("dager av") {
      let days = try ledd()
      try expect("i")
      return node(start, .dagerAv(days, i: try ledd()))
    }
    if let alder = try alder() { return node(start, .alder(før: alder.før, år: alder.år)) }
    if word == "fra" || word == "til", !isTimeField { return try fraTil(start) }
    if take("mellomrom over") { return try mellomrom(start) }
    if let form = try spørringsform() { return node(start, .spørring(try spørring(form))) }
    if let vindu = try vindu() { return node(start, .vindu(vindu)) }
    return try navn(word, start)
  }

  private mutating func rundet(ned: Bool, _ start: Int) throws(Diagnose) -> Uttrykk {
    try expect(tegn: "(")
    let inner = try uttrykk()
    try expect(tegn: ")")
    return node(start, .rundet(ned: ned, inner))
  }

  private mutating func navn(_ word: String, _ start: Int) throws(Diagnose) -> Uttrykk {
    guard ["fjoråret", "fra", "til"].contains(word) || !Parser.reserved.contains(word) else {
      throw unexpected("a value, a name or a question")
    }
    position += 1
    if take(tegn: ".") {
      guard let member = self.word() else { throw unexpected("the name of a field after «.»") }
      position += 1
      return node(start, .medlem(word, member))
    }
    if take("på") { return node(start, .verdiPå(word, try ledd())) }
    return node(start, .navn(word))
  }

  /// Whether `fra` or `til` is the field of an event (`til er før …`), not the start of a period.
  private var isTimeField: Bool {
    guard position + 1 < tokens.count else { return true }
    switch tokens[position + 1].slag {
    case .ord(let next): return Parser.afterValue.contains(next)
    case .tegn(let next): return next != "("
    case .ugyldig, .slutt: return true
    case .tall, .dato: return false
    }
  }

  /// Words that can come after a value, and never begin one.
  private static let afterValue: Set<String> = [
    "er", "og", "eller", "ikke", "så", "ellers", "der", "mens", "har", "i", "med", "samtidig", "uten",
    "dekker",
    "overlapper",
  ]

  /// `fra A til B`, `fra A`, `til B`.
  private mutating func fraTil(_ start: Int) throws(Diagnose) -> Uttrykk {
    var first: Uttrykk?
    var last: Uttrykk?
    if take("fra") { first = try sum() }
    if take("til") { last = try sum() }
    return node(start, .fraTil(first, last))
  }

  private mutating func alder() throws(Diagnose) -> Spørring.Alder? {
    let før = isNext(["før", "fylte"])
    guard før || isNext(["etter", "fylte"]) else { return nil }
    position += 2
    guard case .tall(let number) = peek.slag else { throw unexpected("an age in years") }
    let years = try helTall(number, peek.område)
    position += 1
    try expect("år")
    return Spørring.Alder(før: før, år: years)
  }

  private mutating func vindu() throws(Diagnose) -> Vindu? {
    if case .tall? = (position + 1 < tokens.count ? tokens[position + 1].slag : nil), take("siste") {
      return .siste(try krevVarighet())
    }
    if take("i fjor") || take("fjoråret") && !isMember { return .iFjor }
    if take("hittil i år") { return .hittilIÅr }
    if take("siden") { return .siden(try sum()) }
    if take("før") { return .før(try sum()) }
    if take("mellom") {
      let first = try sum()
      try expect("og")
      return .mellom(first, try sum())
    }
    return nil
  }

  /// After `fjoråret`: a «.» makes it a date (`fjoråret.fra`), so the word is given back.
  private var isMember: Bool {
    mutating get {
      guard peek.slag == .tegn(".") else { return false }
      position -= 1
      return true
    }
  }

  // MARK: Queries

  private mutating func spørringsform() throws(Diagnose) -> Spørring.Form? {
    let simple: [(String, Spørring.Form)] = [
      ("antall", .antall), ("finnes", .finnes), ("ingen", .ingen), ("alle", .alle), ("første", .første),
      ("datoen for første", .dagenFor(siste: false)), ("datoen for siste", .dagenFor(siste: true)),
      ("perioder med", .perioder), ("dager", .dager),
    ]
    for (phrase, form) in simple where take(phrase) { return form }
    guard let first = word(), position + 1 < tokens.count else { return nil }
    switch (first, tokens[position + 1].slag) {
    case ("siste", .ord):
      position += 1
      return .siste
    case ("minst", .tall(let number)):
      let count = try helTall(number, tokens[position + 1].område)
      position += 2
      return .minst(count)
    default:
      return nil
    }
  }

  private mutating func spørring(_ form: Spørring.Form) throws(Diagnose) -> Spørring {
    try deeper()
    defer { depth -= 1 }
    var early: Vindu?
    if form == .dager {
      early = try vindu()
      try expect("med")
    }
    guard let samling = word(), !Parser.reserved.contains(samling) else {
      throw unexpected("the name of a collection")
    }
    var result = Spørring(
      form: form, samling: samling, samlingsområde: peek.område, vindu: early)
    position += 1
    while try modifier(&result) {}
    if [.alle, .siste, .første].contains(form) {
      try expect("har")
      result.har = try parenthesised()
    }
    return result
  }

  /// Takes one of `der (…)`, `mens P`, an age or a window; false when none comes next.
  private mutating func modifier(_ query: inout Spørring) throws(Diagnose) -> Bool {
    let start = position
    if take("der") {
      try refuseRepeated(query.filter != nil, start)
      query.filter = try parenthesised()
    } else if take("mens") {
      try refuseRepeated(query.mens != nil, start)
      query.mens = try ledd()
    } else if query.form == .perioder, let alder = try alder() {
      try refuseRepeated(query.alder != nil, start)
      query.alder = alder
    } else if query.form != .perioder, query.form != .mellomrom, let vindu = try vindu() {
      try refuseRepeated(query.vindu != nil, start)
      query.vindu = vindu
    } else {
      return false
    }
    return true
  }

  private func refuseRepeated(_ repeated: Bool, _ start: Int) throws(Diagnose) {
    guard repeated else { return }
    throw Diagnose(
      .repeatedPart, område(fra: start), "A question can have this part only once.",
      hint: "Join two conditions with «og» inside one «der (…)».")
  }

  private mutating func parenthesised() throws(Diagnose) -> Uttrykk {
    try expect(tegn: "(")
    let inner = try uttrykk()
    try expect(tegn: ")")
    return inner
  }

  /// `mellomrom over 6 måneder mellom X der (…) mens P i V`
  private mutating func mellomrom(_ start: Int) throws(Diagnose) -> Uttrykk {
    let varighet = try krevVarighet()
    try expect("mellom")
    let query = try spørring(.mellomrom)
    try expect("i")
    return node(start, .mellomrom(over: varighet, query, i: try ledd()))
  }

  /// Whether a rule can use this name: one word, and none of the language's own.
  public static func isName(_ text: String) -> Bool {
    var lexer = Lexer(text)
    let tokens = lexer.tokens()
    return tokens.count == 2 && tokens[0].slag == .ord(text) && !reserved.contains(text)
  }

  /// Words with a meaning of their own, which cannot be names.
  public static let reserved: Set<String> = [
    "og", "eller", "ikke", "er", "blant", "minst", "høyst", "hvis", "så", "ellers", "rundet", "antall",
    "dager",
    "finnes", "ingen", "alle", "siste", "første", "der", "mens", "har", "perioder", "med", "andel", "av", "i",
    "fjor", "hittil", "siden", "før", "etter", "mellom", "mellomrom", "fra", "til", "på", "samtidig", "uten",
    "dekker", "overlapper", "fylte", "år", "over", "fjoråret", "enn", "mer", "mindre", "datoen",
  ]
}
