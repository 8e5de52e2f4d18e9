public import Sampling

/// A drawn case that is read by two: one in twelve, and not one that anybody chose.
///
/// The drawn cases of a team are numbered by month and by their place in the draw, from the first of each calendar
/// year, and cut into runs of twelve. The ticket of the first case of a run, its first eight hex digits modulo
/// twelve, says which of the run is read by two; 0 is the first. Tickets follow from the seed, so whoever has the
/// proofs of the draws can count it again. The place in a run can be foreseen, but not which case will come to stand
/// there. Each year begins anew, so that the deletion of old controls changes nothing that was chosen later.
public struct Annenleservalg: Hashable, Sendable {
  /// The month of the control.
  public let måned: Måned
  /// The pseudonym.
  public let sak: String

  /// How many drawn cases there are to each that is read by two.
  public static let løp = 12

  /// The cases of a team that two shall read, oldest first.
  ///
  /// - Parameters:
  ///   - rekke: The controls from January of the first year that is asked about.
  public static func lesesTo(i rekke: Kontrollrekke, team: String) -> [Annenleservalg] {
    let own = rekke.kontroller.filter { $0.nøkkel.team == team }
    return Set(own.map(\.nøkkel.måned.år)).sorted().flatMap { year in
      lesesTo(trukne: own.filter { $0.nøkkel.måned.år == year })
    }
  }

  private static func lesesTo(trukne kontroller: [Kontroll]) -> [Annenleservalg] {
    let drawn = kontroller.flatMap { control in control.trukne.map { (kontroll: control, sak: $0) } }
    return stride(from: 0, to: drawn.count, by: løp).compactMap { start in
      let first = drawn[start]
      guard let place = plass(first.kontroll, first.sak), start + place < drawn.count else { return nil }
      let chosen = drawn[start + place]
      return Annenleservalg(måned: chosen.kontroll.nøkkel.måned, sak: chosen.sak)
    }
  }

  /// Which of the run is read by two, told by the ticket of its first case.
  private static func plass(_ kontroll: Kontroll, _ sak: String) -> Int? {
    let ticket = kontroll.trekning?.lodd.first { $0.id == sak }?.lodd
    return ticket.flatMap { UInt32($0.prefix(8), radix: 16) }.map { Int($0 % UInt32(løp)) }
  }
}
