import CaseRecords
import Quality

/// Refuses what may identify a person, in what is typed on the command line, before it is stored or repeated.
enum Tekstvakt {
  /// A reason or a role: no number of identity, and nothing that reads like a name or an address.
  static func prøv(tekst: String?, _ option: String) throws {
    try avvis(tekst.flatMap { Tekstinnvending(tekst: $0) }, option)
  }

  /// Free text that staff write; `sett` says that the writer has looked, and that it holds no name or place.
  static func prøv(melding tekst: String?, _ option: String, sett: Bool) throws {
    try avvis(tekst.flatMap { Tekstinnvending(melding: $0, sett: sett) }, option)
  }

  /// A text of a measure or of minutes: like any text, and about no single case.
  static func prøv(utenSak tekst: String?, _ option: String) throws {
    try avvis(tekst.flatMap { Tekstinnvending(utenSak: $0) }, option)
  }

  /// A case, a point or a place: no number of identity.
  static func prøv(id: String?, _ option: String) throws {
    guard let id, let kind = Identitetsvakt().treff(i: id) else { return }
    throw Kommandofeil(.notAllowed, "\(option) holds \(kind.beskrivelse); write it without, and try again")
  }

  private static func avvis(_ innvending: Tekstinnvending?, _ option: String) throws {
    switch innvending {
    case nil: return
    case .identitet(let found)?:
      throw Kommandofeil(
        .notAllowed,
        "\(option) holds \(found.advarsel.beskrivelse) (word \(found.ord)); write it without, and try again")
    case .kanVære(let found)?:
      throw Kommandofeil(
        .notAllowed,
        "\(option) may hold \(found.advarsel.beskrivelse) (word \(found.ord)); write it without, "
          + "or add --reviewed when you have looked and it is none")
    case .fødselsdato(let word)?:
      throw Kommandofeil(
        .notAllowed, "\(option) holds a date of birth (word \(word)); write the age or the year instead")
    case .saksnummer(let word)?:
      throw Kommandofeil(
        .notAllowed,
        "\(option) holds what looks like a case number (word \(word)); a measure or a minute names no case")
    }
  }
}
