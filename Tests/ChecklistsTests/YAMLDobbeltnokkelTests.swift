import Checklists
import Testing
import Yams

/// Keys that occur twice are found before the YAML parser sees the file; the parser is the judge of them.
@Suite struct `Duplicate keys` {
  /// A random mapping, in block or flow style, whose few names often collide.
  private static func mapping(_ dice: inout Terning, _ indent: String, _ depth: Int) -> String {
    (0..<dice.tall(1...3)).map { _ in
      let key = dice.en(av: ["a", "b", "cc", "c c", "\"a\"", "'b'", "\"c c\"", "å", "d"])
      let gap = dice.sant(20) ? " : " : ": "
      return "\(indent)\(key)\(gap)\(value(&dice, indent, depth))"
    }.joined(separator: "\n")
  }

  private static func value(_ dice: inout Terning, _ indent: String, _ depth: Int) -> String {
    let deeper = indent + "  "
    switch depth > 0 ? dice.tall(0...7) : dice.tall(4...7) {
    case 0: return "\n\(mapping(&dice, deeper, depth - 1))"
    case 1:
      let items = (0..<dice.tall(1...3)).map { _ in
        "\(indent)- \(mapping(&dice, deeper, depth - 1).drop { $0 == " " })"
      }
      return "\n\(items.joined(separator: "\n"))"
    case 2: return "|\n\(deeper)a: 1\n\(deeper)a: 2"
    case 3: return "\(flow(&dice, 2))  # a: 1"
    case 4: return flow(&dice, 1)
    case 5: return "x\n\(deeper) - y # a"
    case 6: return "\"a: 1\n\(deeper)a: 2\""
    default: return "1"
    }
  }

  private static func flow(_ dice: inout Terning, _ depth: Int) -> String {
    guard depth > 0 else { return dice.en(av: ["1", "'a: b'", "x y"]) }
    let isMapping = dice.sant(60)
    let parts = (0..<dice.tall(0...3)).map { _ in
      let key = dice.en(av: ["a", "b", "\"a\"", "'c'"])
      let inner = flow(&dice, depth - 1)
      return isMapping || dice.sant(20) ? "\(key): \(inner)" : inner
    }
    let text = parts.joined(separator: dice.sant(50) ? ", " : ",\n        ")
    return isMapping ? "{\(text)}" : "[\(text)]"
  }

  @Test func `are reported exactly where the YAML parser finds any`() throws {
    var counts = [0, 0]
    for seed in 0..<UInt64(3000 * skala) {
      var dice = Terning(frø: grunnfrø + seed)
      let text = Self.mapping(&dice, "", 3) + "\n"
      var isDuplicate = false
      do {
        _ = try Yams.compose(yaml: text)
      } catch YamlError.duplicatedKeysInMapping {
        isDuplicate = true
      }
      counts[isDuplicate ? 1 : 0] += 1
      do throws(YAMLErrors) {
        _ = try YAMLText(text)
        #expect(!isDuplicate, "\(text)")
      } catch {
        #expect(
          isDuplicate && error.errors.allSatisfy { $0.code == .duplicateKey }, "\(text)\n\(error.errors)")
      }
    }
    #expect(counts.allSatisfy { $0 > 500 }, "\(counts)")
  }

  @Test func `and any text at all are read without a crash`() {
    let signs = Array("ab:-?,[]{}&*!|>'\"#% \n\n  \t\u{200B}å\\<.")
    for seed in 0..<UInt64(20_000 * skala) {
      var dice = Terning(frø: grunnfrø + seed)
      let text = String((0..<dice.tall(0...40)).map { _ in dice.en(av: signs) })
      let result = Result { try YAMLText(text) }
      if case .failure(let error) = result { #expect((error as? YAMLErrors)?.errors.isEmpty == false) }
    }
  }
}
