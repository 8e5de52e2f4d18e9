/// What the groups of the sign-in service give. A group that is not here gives nothing.
public struct Tilgangskart: Hashable, Sendable {
  /// What one group gives.
  public struct Oppføring: Hashable, Sendable {
    /// The group, as the sign-in service writes it.
    public var gruppe: String
    /// The role.
    public var rolle: Rolle
    /// The teams, for a role that sees only its own.
    public var team: [String]
    /// The place of service that the person signs for in the yearly wheel.
    public var tjenestested: String?

    /// What a group gives.
    public init(gruppe: String, rolle: Rolle, team: [String] = [], tjenestested: String? = nil) {
      self.gruppe = gruppe
      self.rolle = rolle
      self.team = team
      self.tjenestested = tjenestested
    }
  }

  /// The claim of the token that names the groups.
  public var felt: String
  /// What each group gives, the most usual role first.
  public var oppføringer: [Oppføring]

  /// What groups give.
  public init(felt: String = "groups", _ oppføringer: [Oppføring]) {
    self.felt = felt
    self.oppføringer = oppføringer
  }

  /// Somebody who is in these groups; nil when none of them gives anything.
  public func bruker(id: String, grupper: [String]) -> Bruker? {
    let own = oppføringer.filter { grupper.contains($0.gruppe) }
    guard let first = own.first else { return nil }
    var roles: [Rolle] = []
    var teams: [Rolle: [String]] = [:]
    for entry in own {
      if !roles.contains(entry.rolle) { roles.append(entry.rolle) }
      teams[entry.rolle, default: []] += entry.team
    }
    var person = Bruker(
      id: id, rolle: first.rolle, roller: roles, team: teams[first.rolle],
      tjenestested: own.lazy.compactMap(\.tjenestested).first)
    person.rolleteam = teams
    return person
  }
}
