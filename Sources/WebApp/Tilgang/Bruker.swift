/// Who is signed in, as far as the program needs to know: no name, no address.
public struct Bruker: Hashable, Sendable {
  /// A short mark that is the same each time the person signs in, and tells nobody who it is.
  public var id: String
  /// The role that the person acts in now.
  public var rolle: Rolle
  /// The roles that the person may act in.
  public var roller: [Rolle]
  /// The person's own teams; a role that is bound to teams sees no others. Nil: all teams of the unit.
  public var team: [String]?
  /// The own teams of each role, where they are not the same for all of them.
  public var rolleteam: [Rolle: [String]] = [:]
  /// The place of service that the person signs for in the yearly wheel; nil: those of the role.
  public var tjenestested: String?

  /// A signed-in person.
  public init(
    id: String, rolle: Rolle, roller: [Rolle]? = nil, team: [String]? = nil, tjenestested: String? = nil
  ) {
    self.id = id
    self.rolle = rolle
    self.roller = roller ?? [rolle]
    self.team = team
    self.tjenestested = tjenestested
  }

  /// The same person in another of the own roles; nil when it is none of them.
  public func i(_ rolle: Rolle) -> Bruker? {
    guard roller.contains(rolle) else { return nil }
    var other = self
    other.rolle = rolle
    if !rolleteam.isEmpty { other.team = rolleteam[rolle] ?? [] }
    return other
  }

  /// Whether the role may do this at all.
  public func har(_ rettighet: Rettighet) -> Bool { rolle.rettigheter.contains(rettighet) }

  /// Whether this team's cases are the person's business.
  public func ser(team other: String) -> Bool { !rolle.erBundetTilTeam || team?.contains(other) ?? true }
}
