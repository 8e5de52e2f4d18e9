import Values

/// A word, number, date or symbol of a rule, with its place in the text.
struct Token: Hashable, Sendable {
  enum Slag: Hashable, Sendable {
    case ord(String)
    case tall(Brøk)
    case dato(Dato)
    case tegn(String)
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

  /// All tokens, ending with `.slutt`. Characters that belong to no token are reported and skipped.
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
        symbol(scalar).map { result.append($0) }
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
      funn.append(Diagnose(.numberTooLarge, range, "This number has too many digits."))
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

  private mutating func symbol(_ scalar: Unicode.Scalar) -> Token? {
    let range = position..<position + 1
    position += 1
    guard "()+-*/=≠<>≤≥.,−".unicodeScalars.contains(scalar) else {
      funn.append(
        Diagnose(
          .unexpectedCharacter, range, "The character «\(scalar)» means nothing in a rule.",
          hint: "Rules are made of words, numbers, dates and ( ) + - * / = ≠ < ≤ > ≥."))
      return nil
    }
    return Token(slag: .tegn(scalar == "−" ? "-" : String(scalar)), område: range)
  }
}
