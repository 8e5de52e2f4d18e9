internal import RuleLanguage

/// The rules of a checklist file in canonical form; every other byte of the file is as it was.
///
/// A rule whose words are canonical keeps the author's line breaks. Any other is written anew: on one line, or in a
/// block scalar (`|`, `>`) on several when it is wide.
public struct Regelformatering: Sendable {
  /// A rule that is not in canonical form.
  public struct Avvik: Hashable, Sendable {
    /// `krav`, `gjelder når`, `norm`, `når` of a sentence, or the name of the definition.
    public var navn: String
    /// Where the rule begins, from 1.
    public var linje: Int
    /// In Unicode scalars, from 1.
    public var kolonne: Int
    /// The rule in canonical form, on one line.
    public var kanonisk: String
  }

  /// Whether the file is a checklist; other files have no rules.
  public private(set) var erSjekkliste: Bool
  /// The rules that are not in canonical form, in the order of the file.
  public private(set) var avvik: [Avvik] = []
  /// The file with its rules in canonical form.
  public private(set) var bytes: [UInt8]

  /// No line of a rule is broken so that it becomes wider than this, if it can be avoided.
  static let bredest = 110

  /// Formats a file.
  ///
  /// - Throws: every fault in the file's YAML and in the syntax of its rules.
  public init(fil: String, bytes: [UInt8]) throws(Definisjonsfeilene) {
    let (text, faults) = YAMLText.read(bytes)
    guard let text, faults.errors.isEmpty else { throw Definisjonsfeilene(faults, fil: fil) }
    self.bytes = bytes
    erSjekkliste = text.root["sjekkliste"] != nil
    guard erSjekkliste else { return }
    var found: [Definisjonsfeil] = []
    var writer = Regelskriver(text: text, bytes: bytes)
    for (navn, scalar) in Regelformatering.regler(i: text.root) {
      do throws(Diagnoser) {
        let tree = try Parser.parse(scalar.text)
        let canonical = tree.description
        guard Regelformatering.påEnLinje(scalar.text) != canonical, (try? Parser.parse(canonical)) == tree
        else {
          continue
        }
        avvik.append(
          Avvik(navn: navn, linje: scalar.line, kolonne: scalar.column, kanonisk: canonical))
        writer.replace(scalar, with: canonical)
      } catch {
        found += error.funn.map { Definisjonsfeil($0, i: scalar, text, faults, fil: fil) }
      }
    }
    guard found.isEmpty else { throw Definisjonsfeilene(feil: found) }
    self.bytes = writer.result
  }

  /// The scalars that hold rules, in the order of the file.
  private static func regler(i root: YAMLNode) -> [(navn: String, scalar: YAMLScalar)] {
    let definitions = (root["definer"]?.entries ?? []).map { ($0.key.text, $0.value["uttrykk"] ?? $0.value) }
    let points = (root["punkter"]?.elements ?? []).flatMap { point in
      // The condition of a sentence is a rule too.
      let sentences = (point["setninger"]?.entries ?? []).flatMap { $0.value.elements ?? [] }
      return ["gjelder når", "krav", "norm"].map { ($0, point[$0]) } + sentences.map { ("når", $0["når"]) }
    }
    return (definitions + points).compactMap { name, node in
      guard let name, let scalar = node?.scalar else { return nil }
      return (name, scalar)
    }.sorted { ($0.1.line, $0.1.column) < ($1.1.line, $1.1.column) }
  }

  /// The text with each line break, and the white space around it, as one space.
  private static func påEnLinje(_ text: String) -> String {
    text.split(separator: "\n").map { line in
      let start = line.firstIndex { $0 != " " } ?? line.endIndex
      let end = line.lastIndex { $0 != " " }.map(line.index(after:)) ?? start
      return String(line[start..<end])
    }.filter { !$0.isEmpty }.joined(separator: " ")
  }
}

/// Puts new rules in a file in place of old ones.
private struct Regelskriver {
  let text: YAMLText
  let bytes: [UInt8]
  /// The first byte of each line.
  private let starts: [Int]
  private var edits: [(range: Range<Int>, text: String)] = []

  init(text: YAMLText, bytes: [UInt8]) {
    self.text = text
    self.bytes = bytes
    starts = [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
  }

  /// The file with the new rules.
  var result: [UInt8] {
    var result = bytes
    for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      result.replaceSubrange(edit.range, with: Array(edit.text.utf8))
    }
    return result
  }

  /// Canonical rules have no quotes, no backslash and no «#» or «: », so that each style can hold them as they are.
  mutating func replace(_ scalar: YAMLScalar, with rule: String) {
    guard let ink = text.ink(of: scalar) else { return }
    let end = offset(ink.last.line, ink.last.column + ink.last.width)
    switch scalar.style {
    case .plain: edits.append((offset(scalar.line, scalar.column)..<end, rule))
    case .singleQuoted, .doubleQuoted:
      let quote: UInt8 = scalar.style == .singleQuoted ? 0x27 : 0x22
      let close = bytes[end...].firstIndex(of: quote) ?? end
      edits.append((offset(scalar.line, scalar.column) + 1..<close, rule))
    case .literal, .folded:
      let indent = String(repeating: " ", count: ink.first.column - 1)
      let isCRLF = starts.indices.contains(scalar.line) && bytes[..<(starts[scalar.line] - 1)].last == 0x0D
      let lines = Regelbryter.linjer(rule, bredde: Regelformatering.bredest - indent.utf8.count)
      let joined = lines.joined(separator: (isCRLF ? "\r\n" : "\n") + indent)
      edits.append((offset(ink.first.line, ink.first.column)..<end, joined))
    }
  }

  private func offset(_ line: Int, _ column: Int) -> Int {
    starts[line - 1] + text.lines[line - 1].prefix(column - 1).reduce(0) { $0 + UTF8.width($1) }
  }
}
