import Values

/// A word, number, date or symbol of a rule, with its place in the text.
struct Token: Hashable, Sendable {
  enum Slag: Hashable, Sendable {
    case ord(String)
    case tall(Brøk)
    case dato(Dato)
    case tegn(String)
    /// Reported by the lexer; the parser stops here without a word.
    case ugyldig
    case slutt
  }

  var slag: Slag
  /// In Unicode scalars.
  var område: Range<Int>
}

/// Splits the text of a rule into tokens. Positions count Unicode scalars, so that æ, emoji and tabs are one each.
struct Lexer {
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private(set) var funn: [Diagnose] = []

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  /// All tokens, ending with `.slutt`. What belongs to no token is reported and becomes `.ugyldig`.
  mutating func tokens() -> [Token] {
    var result: [Token] = []
    while let scalar = peek() {
      if scalar.properties.isWhitespace {
        position += 1
      } else if isDigit(scalar) {
        result.append(number())
      } else if isWordStart(scalar) {
        let start = position
        while let next = peek(), isWordStart(next) || isDigit(next) { position += 1 }
        result.append(Token(slag: .ord(text(start..<position)), område: start..<position))
      } else {
        result.append(symbol(scalar))
      }
    }
    result.append(Token(slag: .slutt, område: scalars.count..<scalars.count))
    return result
  }

  private func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
    position + ahead < scalars.count ? scalars[position + ahead] : nil
  }

  private func isDigit(_ scalar: Unicode.Scalar?) -> Bool { scalar.map { ("0"..."9").contains($0) } ?? false }

  private func isWordStart(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.properties.isAlphabetic
  }

  private func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  private mutating func number() -> Token {
    let start = position
    while isDigit(peek()) { position += 1 }
    if position - start == 4, peek() == "-", isDigit(peek(1)), isDigit(peek(2)), peek(3) == "-",
      isDigit(peek(4)), isDigit(peek(5))
    {
      position += 6
      return date(start..<position)
    }
    if peek() == ",", isDigit(peek(1)) {
      position += 1
      while isDigit(peek()) { position += 1 }
    }
    let range = start..<position
    guard let value = Lexer.decimal(text(range)) else {
      funn.append(
        Diagnose(
          .numberTooLarge, range, "This number has too many digits.",
          hint: "A number has at most 15 digits."))
      return Token(slag: .tall(.null), område: range)
    }
    return Token(slag: .tall(value), område: range)
  }

  private mutating func date(_ range: Range<Int>) -> Token {
    guard let day = Dato(text(range)) else {
      funn.append(
        Diagnose(.noSuchDate, range, "There is no such day.", hint: "Write year-month-day: 2014-05-31."))
      return Token(slag: .dato(Dato(dag: 0)), område: range)
    }
    return Token(slag: .dato(day), område: range)
  }

  /// `12` or `0,05` as an exact fraction; nil when it has more than 15 digits.
  private static func decimal(_ text: String) -> Brøk? {
    let parts = text.split(separator: ",")
    guard text.utf8.count <= 15, let whole = Int64(parts.joined()) else { return nil }
    let decimals = parts.count > 1 ? parts[1].count : 0
    return Brøk(whole, (0..<decimals).reduce(1) { power, _ in power * 10 })
  }

  private static let symbols: Set<Unicode.Scalar> = Set("()+-*/=≠<>≤≥.,−".unicodeScalars)

  /// How other languages compare, and how a rule says it.
  private static let foreign = [
    ">=": "er minst", "<=": "er høyst", "==": "er", "!=": "er ikke", "<>": "er ikke", "&&": "og",
    "||": "eller",
  ]

  private mutating func symbol(_ scalar: Unicode.Scalar) -> Token {
    let start = position
    if start + 2 <= scalars.count, let words = Lexer.foreign[text(start..<start + 2)] {
      position += 2
      return invalid(
        start, "«\(text(start..<position))» means nothing in a rule.", forslag: words,
        hint: "Write it in words.")
    }
    position += 1
    if Lexer.symbols.contains(scalar) {
      return Token(slag: .tegn(scalar == "−" ? "-" : String(scalar)), område: start..<position)
    }
    let isQuote = "\"'«»“”„’".unicodeScalars.contains(scalar)
    return invalid(
      start, "The character «\(scalar)» means nothing in a rule.",
      hint: isQuote
        ? "Names and codes are written without quotes."
        : "Rules are made of words, numbers, dates and ( ) + - * / = ≠ < ≤ > ≥.")
  }

  private mutating func invalid(_ start: Int, _ message: String, forslag: String? = nil, hint: String)
    -> Token
  {
    funn.append(Diagnose(.unexpectedCharacter, start..<position, message, forslag: forslag, hint: hint))
    return Token(slag: .ugyldig, område: start..<position)
  }
}
