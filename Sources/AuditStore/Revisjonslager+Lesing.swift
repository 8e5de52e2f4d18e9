internal import GRDB
public import JSONText
public import Sampling

extension Revisjonslager {
  private func les<T>(_ body: (Journalleser) throws -> T) throws -> T {
    try Lagerfeil.oversatt { try kø.read { try body(Journalleser(db: $0)) } }
  }

  /// The tree of the entries as they are now. Throws `Lagerfeil`.
  public func merkletre() throws -> Merkletre {
    try Lagerfeil.oversatt { try kø.read { try oppdatertTre($0) } }
  }

  /// The journal code as it is now. Throws `Lagerfeil`.
  public func journalkode() throws -> Journalkode { Journalkode(try merkletre()) }

  /// The entry with a number, its commitment recomputed. Throws `Lagerfeil`.
  public func oppføring(_ n: Int) throws -> Oppføring { try les { try $0.oppføring(n) } }

  /// Entries in order, recomputed: of an act, of a month, of a team, or all, but for those of one act.
  ///
  /// Throws `Lagerfeil`.
  public func oppføringer(
    _ handling: Handling? = nil, måned: Måned? = nil, team: String? = nil, unntatt: Handling? = nil
  ) throws -> [Oppføring] {
    try les { try $0.oppføringer(handling, måned, team, unntatt: unntatt) }
  }

  /// Entries of some acts that come after a number, in order, recomputed: what is new. Throws `Lagerfeil`.
  public func oppføringer(_ handlinger: Set<Handling>, etter n: Int) throws -> [Oppføring] {
    try les { try $0.oppføringer(handlinger, etter: n) }
  }

  /// The number and the kind of every entry after a number, in order. Throws `Lagerfeil`.
  public func handlinger(etter n: Int) throws -> [(n: Int, handling: Handling)] {
    try les { try $0.handlinger(etter: n) }
  }

  /// Entries about one avvik, measure, meeting or decision, and their texts, in order. Throws `Lagerfeil`.
  public func oppføringer(emne: String) throws -> [Oppføring] { try les { try $0.oppføringer(emne: emne) } }

  /// The rows of a view as objects whose members are its columns. Throws `Lagerfeil`.
  public func rader(_ visning: Visning, måned: Måned? = nil, team: String? = nil) throws -> [JSONValue] {
    try les { try $0.rader(visning, måned, team) }
  }

  /// The proof that an entry is in the journal, at a size or as it is now. Throws `Lagerfeil`.
  public func innholdsbevis(_ n: Int, størrelse: Int? = nil) throws -> Innholdsbevis {
    guard let proof = Innholdsbevis(try merkletre(), n: n, størrelse: størrelse) else {
      throw Lagerfeil.ukjentOppføring(n: n)
    }
    return proof
  }

  /// The proof that the journal as it is now begins with what it was at a size. Throws `Lagerfeil`.
  public func utvidelsesbevis(fra størrelse: Int) throws -> Utvidelsesbevis {
    guard let proof = Utvidelsesbevis(try merkletre(), fra: størrelse) else {
      throw Lagerfeil.ukjentOppføring(n: størrelse)
    }
    return proof
  }
}
