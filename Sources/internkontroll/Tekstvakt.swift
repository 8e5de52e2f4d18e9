import CaseRecords

/// Refuses what may identify a person, in what is typed on the command line, before it is stored or repeated.
enum Tekstvakt {
  /// A reason or a role: no number of identity, and nothing that reads like a name or an address.
  static func prøv(tekst: String?, _ option: String) throws {
    guard let tekst, let found = Identitetsvakt().advarsler(i: tekst).first else { return }
    throw Kommandofeil(
      .notAllowed,
      "\(option) holds \(found.advarsel.beskrivelse) (word \(found.ord)); write it without, and try again")
  }

  /// A case, a point or a place: no number of identity.
  static func prøv(id: String?, _ option: String) throws {
    guard let id, let kind = Identitetsvakt().treff(i: id) else { return }
    throw Kommandofeil(.notAllowed, "\(option) holds \(kind.beskrivelse); write it without, and try again")
  }
}
