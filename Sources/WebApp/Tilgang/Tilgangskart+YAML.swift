internal import Checklists

/// What is wrong in an access file: one English sentence for the operator, with its line.
public struct Tilgangsfeil: Error, Hashable, Sendable, CustomStringConvertible {
  /// The line.
  public var linje: Int
  /// What is wrong.
  public var description: String
}

extension Tilgangskart {
  /// Reads an access file. Throws `Tilgangsfeil`.
  public init(yaml bytes: [UInt8]) throws(Tilgangsfeil) {
    let root: YAMLNode
    do throws(YAMLErrors) { root = try YAMLText(bytes).root } catch {
      throw Tilgangsfeil(
        linje: error.errors.first?.line ?? 1, description: "the file is not well-formed YAML")
    }
    try Self.prøvNøkler(root, ["felt", "grupper"])
    guard let groups = root["grupper"]?.entries, !groups.isEmpty else {
      throw Tilgangsfeil(linje: root.line, description: "grupper must name at least one group")
    }
    var entries: [Oppføring] = []
    for group in groups {
      guard let name = group.key.text, !name.isEmpty else {
        throw Tilgangsfeil(linje: group.key.line, description: "a group must have a name")
      }
      for node in group.value.elements ?? [group.value] { entries.append(try Self.oppføring(name, node)) }
    }
    let claim = root["felt"]?.text ?? "groups"
    guard !claim.isEmpty else { throw Tilgangsfeil(linje: root.line, description: "felt must not be empty") }
    self.init(felt: claim, entries)
  }

  private static func oppføring(_ group: String, _ node: YAMLNode) throws(Tilgangsfeil) -> Oppføring {
    try prøvNøkler(node, ["rolle", "team", "tjenestested"])
    guard let role = node["rolle"]?.text.flatMap(Rolle.init(rawValue:)) else {
      let known = Rolle.allCases.map(\.rawValue).joined(separator: ", ")
      throw Tilgangsfeil(linje: node.line, description: "rolle must be one of \(known)")
    }
    let teams = node["team"].map { $0.elements ?? [$0] } ?? []
    guard teams.allSatisfy({ $0.text?.isEmpty == false }) else {
      throw Tilgangsfeil(linje: node.line, description: "team must be a list of names")
    }
    guard !role.erBundetTilTeam || !teams.isEmpty else {
      throw Tilgangsfeil(
        linje: node.line, description: "\(role.rawValue) sees only its own teams: name them with team")
    }
    return Oppføring(
      gruppe: group, rolle: role, team: teams.compactMap(\.text), tjenestested: node["tjenestested"]?.text)
  }

  private static func prøvNøkler(_ node: YAMLNode, _ known: [String]) throws(Tilgangsfeil) {
    guard let entries = node.entries else {
      throw Tilgangsfeil(linje: node.line, description: "expected \(known.joined(separator: ", "))")
    }
    if let other = entries.first(where: { !known.contains($0.key.text ?? "") }) {
      throw Tilgangsfeil(
        linje: other.key.line, description: "unknown key; known here: \(known.joined(separator: ", "))")
    }
  }
}
