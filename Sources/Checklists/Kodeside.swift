public import RuleLanguage

extension Kodeoversikt {
  /// Where the page of codes is kept, below the root of the project.
  public static let sidesti = "Checklists/feilkoder.md"

  /// The page of all codes, in Markdown. Each code has a heading of its own, so that `#ik104` is a link to it.
  public static var side: String {
    let codes = alle.map { code, text in "## \(code)\n\n**\(text.tittel).** \(text.markdown)" }
    return """
      # Codes of faults in definitions

      <!-- Written by the tests (UPDATE_GOLDEN=1). Change the text in the program, not here. -->

      What `internkontroll validate` can find, with an example that gives the code and one that does not.
      `internkontroll explain CODE` prints the same.

      \(codes.joined(separator: "\n"))
      """
  }
}

extension Kodeforklaring {
  /// Why it is a fault, how to mend it, and the two examples, in Markdown.
  public var markdown: String {
    func example(_ text: String) -> String { slag == .fortalt ? "\(text)\n" : "```yaml\n\(text)\n```\n" }
    return """
      \(tekst)

      How to mend it: \(råd)

      Wrong:

      \(example(feil))
      Right:

      \(example(rettet))
      """
  }
}
