public import Values

/// A sign-off of an entry of the wheel of the year.
public struct Utkvittering: Hashable, Sendable {
  /// The entry's id.
  public var oppføring: String
  /// The place's id.
  public var tjenestested: String
  /// The day it was done.
  public var dato: Dato
  /// The role that says so.
  public var rolle: String
  /// How many took part; of a course.
  public var deltakere: Int?
  /// The day the new employee began; of an entry for new employees. Without it the sign-off counts for the one
  /// that has waited longest. Who it was is never written.
  public var start: Dato?
  /// What it says more.
  public var merknad: String?

  /// A sign-off.
  public init(
    oppføring: String, tjenestested: String, dato: Dato, rolle: String, deltakere: Int? = nil,
    start: Dato? = nil, merknad: String? = nil
  ) {
    self.oppføring = oppføring
    self.tjenestested = tjenestested
    self.dato = dato
    self.rolle = rolle
    self.deltakere = deltakere
    self.start = start
    self.merknad = merknad
  }
}

/// That somebody began at a place. Who it was is never written.
public struct Nyansettelse: Hashable, Sendable {
  /// The place's id.
  public var tjenestested: String
  /// The first day at work.
  public var start: Dato

  /// That somebody began.
  public init(tjenestested: String, start: Dato) {
    self.tjenestested = tjenestested
    self.start = start
  }
}
