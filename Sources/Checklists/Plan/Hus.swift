public import Values

/// «Huset»: which service answers for what, on which step of help, and where to turn.
public struct Hus: Hashable, Sendable {
  /// What everybody who reads it must know first.
  public var merknad: String
  /// The steps, the lowest first.
  public var trinn: [Hustrinn]
  /// The services, in the order they are shown on each step.
  public var tjenester: [Hustjeneste]
}

/// A step of help.
public struct Hustrinn: Hashable, Sendable {
  /// Its number, from 1.
  public var trinn: Int
  /// What it is called.
  public var navn: String
  /// What is done there.
  public var forklaring: String
}

/// A service and what it answers for.
public struct Hustjeneste: Hashable, Sendable {
  /// What it is called.
  public var tjeneste: String
  /// The steps it is on.
  public var trinn: [Int]
  /// What it answers for.
  public var ansvar: String
  /// Where to turn: a place or a function, never a person.
  public var kontaktpunkt: String
  /// The last day on which somebody saw that it is right.
  public var sistGjennomgått: Dato
}
