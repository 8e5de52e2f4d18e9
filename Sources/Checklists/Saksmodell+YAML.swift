internal import JSONText
public import Vocabulary

/// Everything that is wrong with a vocabulary file, in the order of the file.
public struct Saksmodellfeil: Error, Hashable, Sendable {
  /// The faults; at least one.
  public var feil: [YAMLError]
}

extension Saksmodell {
  /// The vocabulary that a file (`Checklists/saksmodell.yaml`) declares; throws all faults at once.
  public init(yaml bytes: [UInt8]) throws(Saksmodellfeil) {
    let root: YAMLNode
    do {
      root = try YAMLText(bytes).root
    } catch {
      throw Saksmodellfeil(feil: [error])
    }
    try self.init(node: root)
  }

  /// The vocabulary that the root of a vocabulary file declares; throws all faults at once.
  public init(node root: YAMLNode) throws(Saksmodellfeil) {
    var leser = Saksmodelleser()
    let modell = leser.modell(root)
    guard leser.feil.isEmpty else { throw Saksmodellfeil(feil: leser.feil) }
    self = modell
  }
}

/// Reads the entries of a mapping by name, and reports those that are unknown or missing.
struct YAMLMappingReader {
  let node: YAMLNode
  let entries: [YAMLEntry]

  /// Nil, with a fault, when the node is not a mapping.
  init?(_ node: YAMLNode, _ what: String, known: [String], feil: inout [YAMLError]) {
    guard let entries = node.entries else {
      feil.append(
        YAMLError(
          .wrongShape, line: node.line, column: node.column, "\(what) must be a mapping («key: value»)."))
      return nil
    }
    self.node = node
    self.entries = entries
    for entry in entries {
      guard let key = entry.key.text, !known.contains(key) else { continue }
      feil.append(
        YAMLError(
          .unknownKey, line: entry.key.line, column: entry.key.column, "\(what) has no key «\(key)».",
          hint: "Known keys: \(known.joined(separator: ", "))."))
    }
  }

  func required(_ key: String, _ what: String, feil: inout [YAMLError]) -> YAMLNode? {
    if let value = node[key] { return value }
    feil.append(
      YAMLError(.missingKey, line: node.line, column: node.column, "\(what) must have the key «\(key)»."))
    return nil
  }
}
