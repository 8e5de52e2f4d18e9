internal import Yams

/// Makes our own tree, in which nothing is typed and nothing shared.
struct YAMLTreeBuilder {
  let lines: [[Unicode.Scalar]]
  /// Names that the scanner put in place of keys that occur twice; their entries are left out.
  let renamed: Set<String>
  private(set) var errors: [YAMLError] = []
  /// Whether some mapping has a key twice, however they are quoted.
  private(set) var hasRepeatedKey = false
  private var count = 0

  init(lines: [[Unicode.Scalar]], renamed: Set<String>) {
    self.lines = lines
    self.renamed = renamed
  }

  /// - Throws: what makes the tree too large to be walked.
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
      return YAMLNode(line: line, column: column, width: own.width(in: lines), kind: .scalar(own))
    case .sequence(let sequence):
      var elements: [YAMLNode] = []
      for element in sequence { elements.append(try self.node(element, depth: depth + 1)) }
      return YAMLNode(line: line, column: column, width: 1, kind: .sequence(elements))
    case .mapping(let mapping):
      let entries = try entries(mapping, depth: depth)
      let key = entries.first.map(\.key).flatMap { $0.line == line && $0.column == column ? $0 : nil }
      return YAMLNode(line: line, column: column, width: key?.width ?? 1, kind: .mapping(entries))
    case .alias:
      throw YAMLError(.alias, line: line, column: column, "Aliases are not allowed.")
    }
  }

  private mutating func entries(_ mapping: Node.Mapping, depth: Int) throws(YAMLError) -> [YAMLEntry] {
    var entries: [YAMLEntry] = []
    for (key, value) in mapping {
      let own = try node(key, depth: depth + 1)
      guard let text = own.text else {
        errors.append(YAMLError(.keyNotText, own, "A key must be plain text."))
        continue
      }
      if renamed.contains(text) { continue }
      if mapping.count <= 16 {
        hasRepeatedKey = hasRepeatedKey || entries.contains { $0.key.text == text }
      }
      entries.append(YAMLEntry(key: own, value: try node(value, depth: depth + 1)))
    }
    if mapping.count > 16, Set(entries.map(\.key.text)).count < entries.count { hasRepeatedKey = true }
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
