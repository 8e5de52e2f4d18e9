internal import Foundation
internal import Yams

/// A YAML file read with care: a small, plain part of YAML 1.2, and every node with its place.
///
/// Refused are anchors, aliases, tags, merge keys, directives, several documents, tabs, text that is not NFC,
/// invisible characters, duplicate keys, and anything too large or too deep.
public struct YAMLText: Hashable, Sendable {
  /// The largest file that is read, in bytes.
  public static let maximumSize = 256 * 1024
  /// The most mappings and sequences inside each other.
  public static let maximumDepth = 32
  /// The most nodes in a file.
  public static let maximumNodes = 50_000

  /// The node that holds all others.
  public let root: YAMLNode
  /// The file's lines, without their line breaks.
  let lines: [[Unicode.Scalar]]

  /// Reads the bytes of a file; throws the first fault.
  public init(_ bytes: [UInt8]) throws(YAMLError) {
    guard bytes.count <= YAMLText.maximumSize else {
      throw YAMLError(
        .tooLarge, line: 1, column: 1, "The file is larger than \(YAMLText.maximumSize / 1024) KiB.",
        hint: "Divide it into several files.")
    }
    let lines = try YAMLText.decodedLines(bytes)
    var scanner = YAMLScanner(lines: lines)
    try scanner.scan()
    let node = try YAMLText.compose(bytes)
    var builder = YAMLTreeBuilder()
    self.lines = lines
    root = try builder.node(node, depth: 1)
  }

  /// Reads a text.
  public init(_ text: String) throws(YAMLError) { try self.init(Array(text.utf8)) }

  private static func decodedLines(_ bytes: [UInt8]) throws(YAMLError) -> [[Unicode.Scalar]] {
    var lines: [[Unicode.Scalar]] = []
    for (index, part) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      let line = part.last == 0x0D ? part.dropLast() : part
      guard let text = String(validating: line, as: UTF8.self) else {
        throw YAMLError(.notUTF8, line: index + 1, column: 1, "The line is not valid UTF-8.")
      }
      let scalars = Array(text.unicodeScalars)
      if let column = scalars.firstIndex(where: isInvisible) {
        throw invisible(scalars[column], line: index + 1, column: column + 1)
      }
      if scalars.contains(where: { $0.value >= 0x300 }),
        !text.precomposedStringWithCanonicalMapping.unicodeScalars.elementsEqual(scalars)
      {
        throw YAMLError(
          .notNFC, line: index + 1, column: 1, "The line is not in the Unicode form NFC.",
          hint: "Write å as one character, not as a and a ring; most editors save NFC.")
      }
      lines.append(scalars)
    }
    return lines
  }

  /// C0 and C1 controls, marks that turn the direction of text, and characters without width: a reviewer could
  /// not see them (Unicode TR 36, Trojan Source).
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F, 0xAD, 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF: true
    default: false
    }
  }

  private static func invisible(_ scalar: Unicode.Scalar, line: Int, column: Int) -> YAMLError {
    if scalar == "\t" {
      return YAMLError(.tab, line: line, column: column, "Tabs are not allowed.", hint: "Use spaces.")
    }
    let number = String(scalar.value, radix: 16, uppercase: true)
    let padded = String(repeating: "0", count: max(0, 4 - number.count)) + number
    return YAMLError(
      .controlCharacter, line: line, column: column, "The invisible character U+\(padded) is not allowed.",
      hint: "Delete it.")
  }

  private static func compose(_ bytes: [UInt8]) throws(YAMLError) -> Node {
    do {
      let parser = try Parser(
        yaml: String(decoding: bytes, as: UTF8.self), resolver: .basic, constructor: .default, encoding: .utf8
      )
      guard let node = try parser.singleRoot() else {
        throw YAMLError(.empty, line: 1, column: 1, "The file is empty.")
      }
      return node
    } catch let error as YAMLError {
      throw error
    } catch {
      throw YAMLError(error)
    }
  }
}

extension YAMLError {
  fileprivate init(_ error: any Error) {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      self.init(.syntax, line: mark.line, column: mark.column, "This is not valid YAML: \(problem).")
    case .duplicatedKeysInMapping(_, let context):
      self.init(
        .duplicateKey, line: max(1, context.mark.line), column: max(1, context.mark.column),
        "A key of this mapping occurs twice.")
    default:
      self.init(.syntax, line: 1, column: 1, "This is not valid YAML.")
    }
  }
}

/// Makes our own tree, in which nothing is typed and nothing shared.
private struct YAMLTreeBuilder {
  var count = 0

  mutating func node(_ node: Node, depth: Int) throws(YAMLError) -> YAMLNode {
    let line = node.mark?.line ?? 1
    let column = node.mark?.column ?? 1
    count += 1
    guard count <= YAMLText.maximumNodes else {
      throw YAMLError(.tooManyNodes, line: line, column: column, "The file has too many nodes.")
    }
    guard depth <= YAMLText.maximumDepth else {
      throw YAMLError(
        .tooDeep, line: line, column: column, "This is nested more than \(YAMLText.maximumDepth) levels deep."
      )
    }
    switch node {
    case .scalar(let scalar):
      let own = YAMLScalar(text: scalar.string, style: .init(scalar.style), line: line, column: column)
      return YAMLNode(line: line, column: column, kind: .scalar(own))
    case .sequence(let sequence):
      var elements: [YAMLNode] = []
      for element in sequence { elements.append(try self.node(element, depth: depth + 1)) }
      return YAMLNode(line: line, column: column, kind: .sequence(elements))
    case .mapping(let mapping):
      return YAMLNode(line: line, column: column, kind: .mapping(try entries(mapping, depth: depth)))
    case .alias:
      throw YAMLError(.alias, line: line, column: column, "Aliases are not allowed.")
    }
  }

  private mutating func entries(_ mapping: Node.Mapping, depth: Int) throws(YAMLError) -> [YAMLEntry] {
    var entries: [YAMLEntry] = []
    var seen: Set<String> = []
    for (key, value) in mapping {
      let own = try node(key, depth: depth + 1)
      guard let text = own.text else {
        throw YAMLError(.keyNotText, line: own.line, column: own.column, "A key must be plain text.")
      }
      guard seen.insert(text).inserted else {
        throw YAMLError(.duplicateKey, line: own.line, column: own.column, "The key «\(text)» occurs twice.")
      }
      entries.append(YAMLEntry(key: own, value: try node(value, depth: depth + 1)))
    }
    return entries
  }
}

extension YAMLScalar.Style {
  fileprivate init(_ style: Node.Scalar.Style) {
    switch style {
    case .any, .plain: self = .plain
    case .singleQuoted: self = .singleQuoted
    case .doubleQuoted: self = .doubleQuoted
    case .literal: self = .literal
    case .folded: self = .folded
    }
  }
}
