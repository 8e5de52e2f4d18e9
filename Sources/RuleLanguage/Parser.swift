import Values

/// Reads a rule: recursive descent, one function a level of binding strength, loosest first.
///
/// ```
/// uttrykk      = "hvis" uttrykk "så" uttrykk "ellers" uttrykk | eller
/// eller        = og { "eller" og }
/// og           = nekting { "og" nekting }
/// nekting      = "ikke" nekting | forhold
/// forhold      = periodeledd [ sammenligning ]
/// periodeledd  = sum { ("samtidig med" | "uten") sum }
/// sum          = produkt { ("+" | "-") (varighet | produkt) }
/// produkt      = ledd { ("*" | "/") ledd }
/// ```
public struct Parser {
  var tokens: [Token]
  var position = 0
  var depth = 0
  /// Operators so far; each can make the tree one level deeper.
  var operators = 0
  var funn: [Diagnose]

  /// The largest nesting of parentheses, conditions and queries in one rule.
  static let maxDepth = 50
  /// The most operators in one rule. Together with the nesting it bounds every later walk over the tree.
  static let maxOperators = 120
  /// After so many errors in one rule the reader gives up.
  static let maxFindings = 20
  /// The largest count of events, and of days or months in a distance.
  static let maxHelTall = 10_000

  /// The tree of a rule's text.
  ///
  /// - Throws: every lexical error, and every syntax error that is not the consequence of another.
  public static func parse(_ text: String) throws(Diagnoser) -> Uttrykk {
    var lexer = Lexer(text)
    let tokens = lexer.tokens()
    var parser = Parser(tokens: tokens, funn: lexer.funn)
    let tree = parser.regel()
    guard parser.funn.isEmpty, let tree else { throw Diagnoser(parser.funn) }
    return tree
  }

  /// The whole rule. After a syntax error, reading goes on behind the next connective outside parentheses; the
  /// tree is then of no use, but its other errors are found.
  private mutating func regel() -> Uttrykk? {
    while true {
      do throws(Diagnose) {
        let tree = try uttrykk()
        if peek.slag == .slutt { return tree }
        // Behind an error inside «hvis …», the rest of the condition comes without its beginning.
        if !funn.isEmpty, take("så") || take("ellers") { continue }
        throw unexpected("the end of the rule, or «og» / «eller»")
      } catch {
        if error.kode != .unexpectedToken || peek.slag != .ugyldig { funn.append(error) }
        guard error.kode != .tooDeep, funn.count < Parser.maxFindings, skipToConnective() else { return nil }
      }
    }
  }

  /// Moves behind the next connective that stands outside all parentheses; false when there is none.
  private mutating func skipToConnective() -> Bool {
    var open = tokens[..<position].reduce(0) { $1.balance(after: $0) }
    while position < tokens.count {
      let isConnective = word().map(["og", "eller", "så", "ellers"].contains) ?? false
      open = peek.balance(after: open)
      position += 1
      if isConnective, open == 0 {
        depth = 0
        return peek.slag != .slutt
      }
    }
    return false
  }

  // MARK: Tokens

  var peek: Token { tokens[position] }

  func word(_ ahead: Int = 0) -> String? {
    guard position + ahead < tokens.count, case .ord(let word) = tokens[position + ahead].slag else {
      return nil
    }
    return word
  }

  func isNext(_ words: [String]) -> Bool {
    words.indices.allSatisfy { word($0) == words[$0] }
  }

  /// Takes the words of a phrase when they come next.
  mutating func take(_ phrase: String) -> Bool {
    // Most phrases are turned down by their first word.
    guard let first = word(), phrase.utf8.starts(with: first.utf8) else { return false }
    let words = phrase.split(separator: " ").map(String.init)
    guard isNext(words) else { return false }
    position += words.count
    return true
  }

  mutating func take(tegn: String) -> Bool {
    guard peek.slag == .tegn(tegn) else { return false }
    position += 1
    return true
  }

  mutating func expect(_ phrase: String) throws(Diagnose) {
    guard take(phrase) else { throw unexpected("«\(phrase)»") }
  }

  mutating func expect(tegn: String) throws(Diagnose) {
    guard take(tegn: tegn) else { throw unexpected("«\(tegn)»") }
  }

  func unexpected(_ expected: String) -> Diagnose {
    let found: String
    switch peek.slag {
    case .slutt: found = "the end of the rule"
    case .ord(let word): found = "«\(word)»"
    case .tall(let number): found = "«\(number)»"
    case .dato(let date): found = "«\(date)»"
    case .tegn(let symbol): found = "«\(symbol)»"
    case .ugyldig: found = "something else"
    }
    let meant = misspelled
    return Diagnose(
      .unexpectedToken, peek.område, "Expected \(expected), found \(found).", forslag: meant?.word,
      hint: meant?.hint ?? (peek.slag == .tegn(".") ? "Decimals are written with a comma: 0,05." : nil))
  }

  /// A word of the language that was probably meant, here or just before, where it was read as a name.
  private var misspelled: (word: String, hint: String?)? {
    if let meant = Parser.nearWord(word()) { return (meant, nil) }
    guard position > 0, let meant = Parser.nearWord(word(-1)) else { return nil }
    return (meant, "«\(word(-1) ?? "")» was read as a name.")
  }

  private static func nearWord(_ word: String?) -> String? {
    guard let word, word.unicodeScalars.count > 2, !reserved.contains(word) else { return nil }
    return nearest(word, in: reserved.sorted(), within: 1)
  }

  /// The text from a start token up to the last token taken.
  func område(fra start: Int) -> Range<Int> {
    let first = tokens[start].område.lowerBound
    return first..<max(first, tokens[max(start, position - 1)].område.upperBound)
  }

  /// A tree from a start token up to the last token taken. Mutating so that its reading of the position comes
  /// after the parts in the argument have been parsed, and not before.
  mutating func node(_ start: Int, _ innhold: Uttrykk.Innhold) -> Uttrykk {
    Uttrykk(innhold: innhold, område: område(fra: start))
  }

  mutating func countOperator() throws(Diagnose) {
    operators += 1
    guard operators <= Parser.maxOperators else {
      throw Diagnose(
        .tooDeep, peek.område, "The rule has more than \(Parser.maxOperators) operators.",
        hint: "Give a part of it a name under «definer».")
    }
  }

  /// One level deeper; the caller steps back up.
  mutating func deeper() throws(Diagnose) {
    depth += 1
    guard depth <= Parser.maxDepth else {
      throw Diagnose(
        .tooDeep, peek.område, "The rule is nested more than \(Parser.maxDepth) levels deep.",
        hint: "Give a part of it a name under «definer».")
    }
  }
}

extension Token {
  /// How many parentheses are open after this token, when this many were before it.
  fileprivate func balance(after open: Int) -> Int {
    switch slag {
    case .tegn("("): open + 1
    case .tegn(")"): max(0, open - 1)
    default: open
    }
  }
}

/// All findings about one rule.
public struct Diagnoser: Error, Hashable, Sendable {
  /// In the order of the text.
  public var funn: [Diagnose]

  /// One or more findings.
  public init(_ funn: [Diagnose]) {
    self.funn = funn.sorted { $0.område.lowerBound < $1.område.lowerBound }
  }
}
