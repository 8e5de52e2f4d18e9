internal import JSONText
internal import RuleLanguage
public import Vocabulary

extension Saksmodell {
  /// The vocabulary that a file (`Checklists/saksmodell.yaml`) declares; throws all faults at once.
  public init(yaml bytes: [UInt8]) throws(YAMLErrors) {
    self = try YAMLText.read(bytes) { root, feil in
      var leser = Saksmodelleser()
      let modell = leser.modell(root)
      feil = leser.feil
      return modell
    }
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
          .wrongShape, node, "\(what) must be a mapping («key: value»).",
          hint: "The keys are \(known.joined(separator: ", "))."))
      return nil
    }
    self.node = node
    self.entries = entries
    for entry in entries {
      guard let key = entry.key.text, !known.contains(key) else { continue }
      feil.append(
        YAMLError(
          .unknownKey, entry.key, "\(what) has no key «\(key)».", suggestion: nearest(key, in: known),
          hint: "Known keys: \(known.joined(separator: ", "))."))
    }
  }

  func required(_ key: String, _ what: String, feil: inout [YAMLError]) -> YAMLNode? {
    if let value = node[key] { return value }
    feil.append(
      YAMLError(.missingKey, node, "\(what) must have the key «\(key)».", hint: "Add «\(key): …»."))
    return nil
  }
}
