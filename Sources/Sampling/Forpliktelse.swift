public import JSONText

/// The commitment to a frame («Låst saksliste»), made before any seed exists.
public struct Forpliktelse: Hashable, Sendable {
  /// The month of the control.
  public let måned: Måned
  /// The team whose cases these are.
  public let team: String
  /// SHA-256 of the frame.
  public let rammesjekksum: Sjekksum
  /// N: how many cases the frame holds, at least 1.
  public let antallSaker: Int
  /// n: how many cases are to be drawn, at least 1.
  public let antallTrukne: Int
  /// In how many preceding months a drawn case keeps out of the frame.
  public let karens: Int
  /// The algorithm of the draw.
  public let algoritme: String
  /// The checklists that the control will use, such as `fosterhjem@2014-05-31`.
  public let sjekklister: [String]

  /// A commitment to draw n cases from a frame; throws when the frame is empty or n is below 1.
  public init(
    ramme: Ramme, antallTrukne: Int = 2, karens: Int = Karens.måneder, sjekklister: [String]
  ) throws(Trekningsfeil) {
    guard !ramme.ids.isEmpty else { throw .tomRamme }
    guard antallTrukne >= 1 else { throw .ugyldigAntall(antallTrukne) }
    måned = ramme.måned
    team = ramme.team
    rammesjekksum = ramme.sjekksum
    antallSaker = ramme.ids.count
    self.antallTrukne = antallTrukne
    self.karens = karens
    algoritme = Lodd.algoritme
    self.sjekklister = sjekklister
  }

  /// The commitment as the journal keeps it.
  public var json: JSONValue {
    .object([
      "format": .string("forpliktelse/1"), "month": .string(måned.description), "team": .string(team),
      "frame_sha256": .string(rammesjekksum.hex), "N": .integer(Int64(antallSaker)),
      "n": .integer(Int64(antallTrukne)), "karens": .integer(Int64(karens)),
      "algorithm": .string(algoritme), "checklists": .array(sjekklister.map(JSONValue.string)),
    ])
  }
}

/// The rule that a case that was just controlled is not drawn again.
public enum Karens {
  /// Drawn in one of the 11 preceding months: twelve months of two give 24 different cases.
  public static let måneder = 11

  /// The ids of all cases drawn in the months preceding a month; draws of other months do not count.
  public static func ids(
    for måned: Måned, tidligere: [(måned: Måned, ids: [String])], måneder: Int = Karens.måneder
  ) -> Set<String> {
    let first = måned.adding(måneder: -måneder)
    return Set(tidligere.filter { $0.måned >= first && $0.måned < måned }.flatMap(\.ids))
  }
}
