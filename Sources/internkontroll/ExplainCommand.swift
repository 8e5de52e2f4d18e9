import ArgumentParser
import Checklists
import RuleLanguage

/// What an error code means, and the reference of the rule language.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Say what an error code means, or print the rule language's reference.",
    discussion: """
      Example: internkontroll explain IK104

      Without a code, all codes are listed. `internkontroll explain regelspråket` prints the reference of the
      rule language for authors (bokmål, Markdown), which is kept in Checklists/regelspraket.md.
      """)

  @Argument(help: "A code, or «regelspråket».")
  var topic: String?

  private static let reference = ["regelspråket", "regelspraket"]

  func run() throws {
    guard let topic else { return try printList() }
    if ExplainCommand.reference.contains(topic.lowercased()) {
      return try Utskrift.data(Array(Språkreferanse.side.utf8))
    }
    let code = topic.uppercased()
    guard let text = Kodeoversikt.forklaring(code) else { throw unknown(code) }
    try Utskrift.linje(ExplainCommand.tekst(code, text))
  }

  private func printList() throws {
    for (code, text) in Kodeoversikt.alle { try Utskrift.linje("\(code)  \(text.tittel)") }
    try Utskrift.linje("\nregelspråket  The reference of the rule language (bokmål)")
  }

  private func unknown(_ code: String) -> Kommandofeil {
    let known = Kodeoversikt.alle.map(\.kode)
    let meant =
      nearest(code, in: known) ?? nearest(code.lowercased(), in: ExplainCommand.reference)
    let suggestion = meant.map { "did you mean «\($0)»? " } ?? ""
    return Kommandofeil(
      .usage, "there is no such code; \(suggestion)`internkontroll explain` lists all codes")
  }

  static func tekst(_ code: String, _ text: Kodeforklaring) -> String {
    func indented(_ example: String) -> String {
      example.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n")
    }
    return """
      \(code): \(text.tittel)

      \(brutt(text.tekst))

      How to mend it: \(text.råd)

      Wrong:
      \(indented(text.feil))

      Right:
      \(indented(text.rettet))
      """
  }

  /// A paragraph in lines of at most 78 characters.
  private static func brutt(_ text: String) -> String {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + word.count < 78 {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines.joined(separator: "\n")
  }
}
