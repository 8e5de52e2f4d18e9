internal import RuleLanguage

/// Breaks a wide rule into lines where a reader takes a breath: before `så` and `ellers`, and, as far as it is
/// needed, before `og`, `eller` and `har` outside parentheses.
enum Regelbryter {
  static func linjer(_ rule: String, bredde: Int) -> [String] {
    let scalars = Array(rule.unicodeScalars)
    guard scalars.count > bredde, let tree = try? Parser.parse(rule) else { return [rule] }
    var lines: [Range<Int>] = []
    var start = 0
    func cut(at place: Int) {
      lines.append(start..<place - 1)
      start = place
    }
    var last = 0
    let places = brudd(tree, scalars).sorted { $0.place < $1.place }
    for (place, isForced) in places + [(scalars.count + 1, true)] {
      if last > start, place - 1 - start > bredde { cut(at: last) }
      if isForced { cut(at: place) }
      last = place
    }
    return lines.map { String(String.UnicodeScalarView(scalars[$0])) }
  }

  /// Whether the first parenthesis is closed by the last character.
  private static func isParenthesised(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    var open = 0
    for (index, scalar) in zip(text.indices, text) {
      open += scalar == "(" ? 1 : scalar == ")" ? -1 : 0
      if open == 0 { return index == text.endIndex - 1 && scalar == ")" }
    }
    return false
  }

  /// Where a line may begin, and whether it must.
  private static func brudd(_ tree: Uttrykk, _ text: [Unicode.Scalar]) -> [(place: Int, isForced: Bool)] {
    func before(_ part: Uttrykk, _ word: String) -> Int { part.område.lowerBound - word.unicodeScalars.count }
    func inside(_ part: Uttrykk) -> [(place: Int, isForced: Bool)] {
      isParenthesised(text[part.område]) ? [] : brudd(part, text)
    }
    switch tree.innhold {
    case .og(let a, let b): return inside(a) + [(before(b, "og "), false)] + inside(b)
    case .eller(let a, let b): return inside(a) + [(before(b, "eller "), false)] + inside(b)
    case .hvis(let c, let a, let b):
      let own = [(before(a, "så "), true), (before(b, "ellers "), true)]
      return inside(c) + own + inside(a) + inside(b)
    case .spørring(let query):
      return query.har.map { [(before($0, "har ("), false)] } ?? []
    default: return []
    }
  }
}
