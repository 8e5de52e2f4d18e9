internal import Yams

/// A YAML file read with care: a small, plain part of YAML 1.2, and every node with its place.
///
/// Refused are anchors, aliases, tags, merge keys, directives, several documents, tabs, text that is not NFC,
/// invisible characters, duplicate keys, and anything too large or too deep.
public struct YAMLText: Hashable, Sendable {
  /// The largest file that is read, in bytes.
  public static let maximumSize = 512 * 1024
  /// The most mappings and sequences inside each other.
  public static let maximumDepth = 32
  /// The most nodes in a file.
  public static let maximumNodes = 50_000

  /// The node that holds all others.
  public let root: YAMLNode
  /// The file's lines, without their line breaks and with spaces in place of refused characters.
  let lines: [[Unicode.Scalar]]

  private init(root: YAMLNode, lines: [[Unicode.Scalar]]) {
    self.root = root
    self.lines = lines
  }

  /// Reads the bytes of a file.
  ///
  /// - Throws: every fault, as far as reading came.
  public init(_ bytes: [UInt8]) throws(YAMLErrors) {
    let (text, faults) = YAMLText.read(bytes)
    guard let text, faults.errors.isEmpty else { throw faults }
    self = text
  }

  /// Reads a text.
  public init(_ text: String) throws(YAMLErrors) { try self.init(Array(text.utf8)) }

  /// What can be read of a file, and everything that is wrong with it. There is no text when the faults leave it
  /// open what belongs to what.
  static func read(_ bytes: [UInt8]) -> (text: YAMLText?, faults: YAMLErrors) {
    guard bytes.count <= maximumSize else {
      let error = YAMLError(
        .tooLarge, line: 1, column: 1, "The file is larger than \(maximumSize / 1024) KiB.",
        hint: "Divide it into several files.")
      return (nil, YAMLErrors([error], lines: []))
    }
    let characters = YAMLCharacters(bytes)
    if characters.errors.isEmpty, let root = plain(bytes, characters.lines) {
      return (YAMLText(root: root, lines: characters.lines), YAMLErrors([], lines: characters.lines))
    }
    var scanner = YAMLScanner(lines: characters.mended)
    scanner.scan()
    var faults = YAMLErrors(characters.errors, lines: characters.lines)
    faults.add(scanner.errors)
    guard scanner.errors.allSatisfy({ $0.code == .duplicateKey }) else { return (nil, faults) }
    do throws(YAMLError) {
      let isUntouched = characters.errors.isEmpty && scanner.renamed.isEmpty
      let node = try compose(isUntouched ? String(decoding: bytes, as: UTF8.self) : tekst(scanner.lines))
      var builder = YAMLTreeBuilder(lines: scanner.lines, renamed: scanner.renamed)
      let root = try builder.node(node, depth: 1)
      faults.add(builder.errors)
      return (YAMLText(root: root, lines: scanner.lines), faults)
    } catch {
      // After other faults this may be a consequence of them.
      if faults.errors.isEmpty { faults.add([error]) }
      return (nil, faults)
    }
  }

  /// The root of a file without any sign that the scanner looks for; nil when there is one, or any fault: then
  /// the file is read with care.
  private static func plain(_ bytes: [UInt8], _ lines: [[Unicode.Scalar]]) -> YAMLNode? {
    var isLineStart = true
    for index in bytes.indices {
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0x0A
      switch bytes[index] {
      case UInt8(ascii: "&"), UInt8(ascii: "!"): return nil
      // «*» between spaces multiplies; «<<» joins mappings.
      case UInt8(ascii: "*") where next != UInt8(ascii: " "): return nil
      case UInt8(ascii: "<") where next == UInt8(ascii: "<"): return nil
      case UInt8(ascii: "%"), UInt8(ascii: "."): if isLineStart { return nil }
      case UInt8(ascii: "-"): if isLineStart, next == UInt8(ascii: "-") { return nil }
      default: break
      }
      isLineStart = bytes[index] == 0x0A
    }
    guard let node = try? compose(String(decoding: bytes, as: UTF8.self)) else { return nil }
    var builder = YAMLTreeBuilder(lines: lines, renamed: [])
    guard let root = try? builder.node(node, depth: 1), builder.errors.isEmpty, !builder.hasRepeatedKey else {
      return nil
    }
    return root
  }

  /// Reads a file and what it declares, and tells the faults of both together.
  static func read<Value>(
    _ bytes: [UInt8], as shape: (YAMLNode, inout [YAMLError]) -> Value
  ) throws(YAMLErrors) -> Value {
    var (text, faults) = read(bytes)
    guard let text else { throw faults }
    var more: [YAMLError] = []
    let value = shape(text.root, &more)
    faults.add(more)
    guard faults.errors.isEmpty else { throw faults }
    return value
  }

  private static func tekst(_ lines: [[Unicode.Scalar]]) -> String {
    lines.map { String(String.UnicodeScalarView($0)) }.joined(separator: "\n")
  }

  private static func compose(_ text: String) throws(YAMLError) -> Node {
    do {
      let parser = try Parser(yaml: text, resolver: .basic, constructor: .default, encoding: .utf8)
      guard let node = try parser.singleRoot() else {
        throw YAMLError(.empty, line: 1, column: 1, "The file is empty.", hint: "Delete it, or fill it in.")
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
