public import Sampling
public import Values

/// What to play: which months, how large the teams are, and the seed that decides everything else.
public struct Simuleringsoppsett: Hashable, Sendable {
  /// The year that begins the play.
  public var år: Int
  /// How many months are played, from January.
  public var antallMåneder: Int
  /// The seed: the same seed gives the same store, entry by entry.
  public var frø: UInt64
  /// How many children a team follows up at a time, about.
  public var sakerPerTeam: Int
  /// The fictional district.
  public let enhet = "solvik"
  /// Its teams.
  public let team = ["fosterhjem-1", "fosterhjem-2"]

  /// Solvik's 138 children in two teams, for the year in which the checklist was revised.
  public init(år: Int = 2014, antallMåneder: Int = 12, frø: UInt64 = 2014, sakerPerTeam: Int = 69) {
    self.år = år
    self.antallMåneder = antallMåneder
    self.frø = frø
    self.sakerPerTeam = sakerPerTeam
  }

  /// The months of the controls.
  public var måneder: [Måned] {
    (0..<antallMåneder).map { Måned(Dato.nyttår(år)).adding(måneder: $0) }
  }

  /// The days that the controls judge.
  public var periode: Periode { Periode(.nyttår(år), slutt) ?? Periode(.nyttår(år)) }

  /// The last control date.
  var slutt: Dato { Dato.nyttår(år).adding(måneder: antallMåneder).adding(dager: -1) }

  /// The last day on which anything happens: the controls of the last month have been held by then, and much of
  /// what they found is still being dealt with.
  var sisteDag: Dato { slutt.adding(måneder: 1) }

  /// The calendar years of the controls.
  var kalenderår: ClosedRange<Int> { år...slutt.år }

  /// From this day on the service works better, in some ways: the measures of the first summer.
  var vendepunkt: Dato { Dato.nyttår(år).adding(måneder: 5) }
}

/// Why a play cannot begin.
public enum Simuleringsfeil: Error, Hashable, Sendable, CustomStringConvertible {
  /// No version of the checklist is in force on a control date.
  case ingenSjekkliste(dato: String)

  /// For the operator.
  public var description: String {
    switch self {
    case .ingenSjekkliste(let dato): "no version of the checklist fosterhjem is in force on \(dato)"
    }
  }
}
