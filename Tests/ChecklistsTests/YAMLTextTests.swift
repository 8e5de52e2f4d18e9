import Checklists
import Foundation
import Testing

/// A file that must be refused, and where.
struct YAMLRefusal: CustomTestStringConvertible {
  var text: String
  var code: YAMLError.Code
  var line: Int
  var column: Int

  init(_ text: String, _ code: YAMLError.Code, _ line: Int, _ column: Int) {
    self.text = text
    self.code = code
    self.line = line
    self.column = column
  }

  var testDescription: String { "\(code.rawValue) \(text.prefix(40).debugDescription)" }
}

private let refusals: [YAMLRefusal] = [
  YAMLRefusal("a: &x 1", .anchor, 1, 4),
  YAMLRefusal("&x a: 1", .anchor, 1, 1),
  YAMLRefusal("a: 1\nb: *x", .alias, 2, 4),
  YAMLRefusal("- *x", .alias, 1, 3),
  YAMLRefusal("a: [1, *x]", .alias, 1, 8),
  YAMLRefusal("a: {b: *x}", .alias, 1, 8),
  YAMLRefusal("{\"b\":*x}", .alias, 1, 6),
  YAMLRefusal("? *x\n: 1", .alias, 1, 3),
  YAMLRefusal("a:\n  *x", .alias, 2, 3),
  YAMLRefusal("a: |\n  text\nb: *x", .alias, 3, 4),
  YAMLRefusal("a: 'it''s'\nb: *x", .alias, 2, 4),
  YAMLRefusal("a: \"x\\\"\"\nb: *x", .alias, 2, 4),
  YAMLRefusal("a: \"x\n  y\"\nb: *x", .alias, 3, 4),
  YAMLRefusal("a: x\n  y # *z\nb: *x", .alias, 3, 4),
  YAMLRefusal("a: !!str 1", .tag, 1, 4),
  YAMLRefusal("a: !x 1", .tag, 1, 4),
  YAMLRefusal("- ! 1", .tag, 1, 3),
  YAMLRefusal("<<: {a: 1}", .mergeKey, 1, 1),
  YAMLRefusal("a:\n  <<: {a: 1}", .mergeKey, 2, 3),
  YAMLRefusal("a: {<<: 1}", .mergeKey, 1, 5),
  YAMLRefusal("a: 1\n---\nb: 1", .severalDocuments, 2, 1),
  YAMLRefusal("---\n---\na: 1", .severalDocuments, 2, 1),
  YAMLRefusal("a: 1\n...\n", .severalDocuments, 2, 1),
  YAMLRefusal("%YAML 1.2\n---\na: 1", .directive, 1, 1),
  YAMLRefusal("a:\n\tb: 1", .tab, 2, 1),
  YAMLRefusal("a: 1\r\n \tb: 1", .tab, 2, 2),
  YAMLRefusal("a: a\u{30A}", .notNFC, 1, 4),
  YAMLRefusal("a: b\u{0}", .controlCharacter, 1, 5),
  YAMLRefusal("a: b\u{85}", .controlCharacter, 1, 5),
  YAMLRefusal("a: \u{202E}b", .controlCharacter, 1, 4),
  YAMLRefusal("a: 1\nb: æ\u{200B}", .controlCharacter, 2, 5),
  YAMLRefusal("\u{FEFF}a: 1", .controlCharacter, 1, 1),
  YAMLRefusal("a: 1\rb: 2", .controlCharacter, 1, 5),
  YAMLRefusal("a: 1\nb: 2\na: 3", .duplicateKey, 3, 1),
  YAMLRefusal("a: [1\nb: 2", .syntax, 2, 2),
  YAMLRefusal("a: b: c", .syntax, 1, 5),
  YAMLRefusal("", .empty, 1, 1),
  YAMLRefusal("# only a comment\n", .empty, 1, 1),
  YAMLRefusal("[a, b]: 1", .keyNotText, 1, 1),
  YAMLRefusal(String(repeating: "[", count: 33) + String(repeating: "]", count: 33), .tooDeep, 1, 33),
  YAMLRefusal(String(repeating: "- a\n", count: 50_000), .tooManyNodes, 50_000, 3),
  YAMLRefusal(String(repeating: "# abcdef\n", count: 60_000), .tooLarge, 1, 1),
]

/// Files with the beginning of each fault marked by ⟦, and the codes.
private let several: [(String, [YAMLError.Code])] = [
  (
    "a: 1\n⟦a: 2\nb: {c: 1, d: 2, ⟦c: 3}\ne:\n  - f: 1\n    ⟦f: 2\n  - f: 1\n",
    Array(repeating: .duplicateKey, count: 3)
  ),
  (
    "\"a\": 1\nb:\n  a: 1\n  'c': 2\n  ⟦c: 3\n⟦'a': 2\nd : [{a: 1}, {a: 2}]\n",
    [.duplicateKey, .duplicateKey]
  ),
  ("a: ⟦&x 1\nb: ⟦*x\nc: ⟦!y z\nd: {⟦<<: 1, e: ⟦*f}\n", [.anchor, .alias, .tag, .mergeKey, .alias]),
  ("⟦%A\n---\na: 1\n⟦---\nb: ⟦&c 1\n⟦...\n", [.directive, .severalDocuments, .anchor, .severalDocuments]),
  (
    "a: 1⟦\t2\nb: ⟦\u{200B}\u{200B}c⟦\u{202E}\nd: e⟦a\u{30A}\n⟦d: f\n",
    [.tab, .controlCharacter, .controlCharacter, .notNFC, .duplicateKey]
  ),
  ("⟦[a]: 1\n⟦{b: c}: 2\nd: 3⟦\t\n", [.keyNotText, .keyNotText, .tab]),
  ("⟦\ta: [1\nb: 2\n", [.tab]),
]

@Suite struct `A YAML file is read with care` {
  @Test func `all faults are told at once, and not what only follows from them`() {
    for (marked, codes) in several {
      var places: [[Int]] = []
      var text = String.UnicodeScalarView()
      for scalar in marked.unicodeScalars {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        if scalar == "⟦" {
          places.append([lines.count, (lines.last?.count ?? 0) + 1])
        } else {
          text.append(scalar)
        }
      }
      let error = #expect(throws: YAMLErrors.self) { try YAMLText(String(text)) }
      #expect(error?.errors.map(\.code) == codes, "\(marked)")
      #expect(error?.errors.map { [$0.line, $0.column] } == places, "\(marked)")
    }
  }

  @Test(arguments: refusals)
  func `what is dangerous or surprising is refused, with the place`(_ refusal: YAMLRefusal) {
    do {
      _ = try YAMLText(refusal.text)
      Issue.record("was read")
    } catch {
      #expect(error.errors.map(\.code) == [refusal.code])
      #expect(error.errors.map { [$0.line, $0.column] } == [[refusal.line, refusal.column]])
    }
  }

  @Test func `bytes that are not UTF-8 are refused on their line`() {
    #expect { try YAMLText([0x61, 0x0A, 0xC3, 0x28]) } throws: { error in
      let errors = (error as? YAMLErrors)?.errors ?? []
      return errors.map(\.code) == [.notUTF8] && errors.map(\.line) == [2]
    }
  }

  @Test func `every scalar is text`() throws {
    let text = try YAMLText("a: no\nb: 012\nc: 12:30\nd: ~\ne: 1e3\nf: 2014-05-31\ng:\nh: ''\n4: true\n")
    let values = text.root.entries?.map { $0.value.text }
    #expect(values == ["no", "012", "12:30", "~", "1e3", "2014-05-31", "", "", "true"])
    #expect(text.root["g"]?.isEmpty == true)
    #expect(text.root["h"]?.isEmpty == false)
    #expect(text.root["4"]?.text == "true")
  }

  @Test(arguments: [
    "a: b * c\n", "a: x & y ! z\n", "a: b\n  * c\n  - d\n  & e\n", "a: \"*x &y !z\"\n", "a: '*x, &y: !z'\n",
    "a: |\n  *x\n  &y\n\n  !z\nb: 1\n", "- >\n  *x\n  : *y\n- 2\n", "# *x &y\na: 1 # *z\n", "---\na: 1\n",
    "a: \"b,\n  *c\"\n", "a: ['*x', \"&y\"]\n", "a: b#c *d\n", "a: <<\n", "a: \"<<: x\"\n",
    "- - |\n   *x\n- 1\n",
    "a: {b: x*y, c: 'd: *e'}\r\nb: 1\r\n",
  ])
  func `the same signs inside a text are allowed`(_ text: String) {
    #expect(throws: Never.self) { try YAMLText(text) }
  }

  @Test func `nodes know where they stand and how they are written`() throws {
    let text = try YAMLText(
      "punkter:\n  - id: Æ-1\n    krav: |\n      a\n    b: \"x\"\n    c: 'y'\n    d: >\n      z\n")
    let point = try #require(text.root["punkter"]?.elements?.first)
    #expect((point.line, point.column) == (2, 5))
    let id = try #require(point["id"]?.scalar)
    #expect((id.line, id.column, id.style) == (2, 9, .plain))
    #expect(
      point.entries?.map { $0.value.scalar?.style } == [
        .plain, .literal, .doubleQuoted, .singleQuoted, .folded,
      ])
    #expect(point["krav"]?.text == "a\n")
    #expect(point["krav"]?.line == 3)
  }
}

/// Files in which each `‹` and `›` stands around the word to find, and the key whose value holds it.
private let places: [String] = [
  "a: besøk er ‹minst› 4",
  "æ: x\na: ‹besøk›",
  "a: 'it''s ‹her›'",
  "a: \"\\\"sitat\\\" \\u00e5\\x41\\t‹her› og der\"",
  "a: |\n  første\n\n    ‹her›\n  siste",
  "a: |\n  ‹første› linje",
  "b: 1\na: |-\n      x\n      og ‹her›",
  "a: >\n  brettet\n  tekst ‹her›\n",
  "a: besøk\n  over ‹to›\n  linjer",
  "a: \"over\n  flere\n\n  ‹her›\"",
  "c:\n  - a: [x, ‹y›]",
  "a: {b: \"‹x›\"}",
]

@Suite struct `A place inside a text is a place in the file` {
  @Test(arguments: places)
  func `the word is found where it is written`(_ marked: String) throws {
    let lines = marked.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let line = try #require(lines.firstIndex { $0.contains("‹") })
    let column = try #require(Array(lines[line].unicodeScalars).firstIndex(of: "‹"))
    let word = marked.split(separator: "‹")[1].split(separator: "›")[0]
    let text = try YAMLText(marked.filter { $0 != "‹" && $0 != "›" })
    let scalar = try #require(scalars(text.root).first { $0.text.contains(word) })
    let range = try #require(scalar.text.range(of: word))
    let offset = scalar.text.unicodeScalars.distance(from: scalar.text.startIndex, to: range.lowerBound)
    let width = word.unicodeScalars.count
    let place = YAMLPlace(line: line + 1, column: column + 1, width: width)
    #expect(text.place(of: offset..<offset + width, in: scalar) == place)
    let after = YAMLPlace(line: line + 1, column: column + 1 + width, width: 1)
    #expect(text.place(of: offset + width..<offset + width, in: scalar) == after)
  }

  private func scalars(_ node: YAMLNode) -> [YAMLScalar] {
    switch node.kind {
    case .scalar(let scalar): [scalar]
    case .sequence(let elements): elements.flatMap(scalars)
    case .mapping(let entries): entries.flatMap { scalars($0.value) }
    }
  }
}
