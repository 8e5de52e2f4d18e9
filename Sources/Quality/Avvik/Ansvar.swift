public import Checklists

/// Who answers for an avvik or a measure when nobody else is named: a role, never a person.
public enum Ansvar {
  /// The line, from the one nearest the case.
  public static let linje = ["teamleder", "barnevernleder", "avdelingssjef"]

  /// The owner of the procedure; without one the nearest leader. What is critical goes to the next one up the line.
  public static func rolle(eier: String?, alvorlighet: Alvorlighet?) -> String {
    let owner = eier ?? linje[0]
    guard alvorlighet == .kritisk, let place = linje.firstIndex(of: owner), place + 1 < linje.count else {
      return owner
    }
    return linje[place + 1]
  }
}
