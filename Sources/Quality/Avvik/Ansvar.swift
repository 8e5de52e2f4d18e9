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

extension Sjekklistebibliotek {
  /// The role that answers for what is about a procedure, when nobody is named.
  public func ansvarlig(forProsedyre id: String?, _ alvorlighet: Alvorlighet?) -> String {
    Ansvar.rolle(eier: prosedyrer.first { $0.id == id }?.ansvarlig, alvorlighet: alvorlighet)
  }

  /// Whether some version of some checklist has a point of this id.
  public func harPunkt(_ id: String) -> Bool {
    sjekklister.contains { $0.punkter.contains { $0.id == id } }
  }
}
