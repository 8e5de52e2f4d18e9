public import Values

/// A procedure of the district: what points belong to, and what staff report avvik on.
public struct Prosedyre: Hashable, Sendable {
  /// `gjennomføring-av-oppfølgingsbesøk`, as points name it.
  public var id: String
  /// What it is called.
  public var navn: String
  /// What it is for, in one sentence.
  public var formål: String
  /// Ids of the legal basis it rests on.
  public var hjemmel: [String]
  /// The role that answers for it.
  public var ansvarlig: String
  /// Where it is named.
  public var kilde: String
  /// Whether it is one of the two that staff must report avvik on.
  public var valgtForMelding: Bool
  /// Its versions, the oldest first; at least one.
  public var versjoner: [Versjon]
  /// What counts as an avvik on it.
  public var avvik: [Prosedyreavvik]

  /// A version of a procedure.
  public struct Versjon: Hashable, Sendable {
    /// Its number.
    public var versjon: String
    /// The first day it was in force.
    public var fra: Dato

    /// A version.
    public init(versjon: String, fra: Dato) {
      self.versjon = versjon
      self.fra = fra
    }
  }

  /// A procedure.
  public init(
    id: String, navn: String, formål: String, hjemmel: [String], ansvarlig: String, kilde: String,
    valgtForMelding: Bool, versjoner: [Versjon], avvik: [Prosedyreavvik]
  ) {
    self.id = id
    self.navn = navn
    self.formål = formål
    self.hjemmel = hjemmel
    self.ansvarlig = ansvarlig
    self.kilde = kilde
    self.valgtForMelding = valgtForMelding
    self.versjoner = versjoner
    self.avvik = avvik
  }

  /// The version in force on a day; nil before the first.
  public func versjon(på dag: Dato) -> Versjon? { versjoner.last { $0.fra <= dag } }

  /// The last day before the procedure is overdue for revision: procedures are revised every second year.
  public var revideresSenest: Dato? { versjoner.last?.fra.adding(måneder: 24) }
}

/// Something that counts as an avvik on a procedure.
public struct Prosedyreavvik: Hashable, Sendable {
  /// What it is, in one sentence.
  public var tekst: String
  /// The points that measure it; none when only people can see it.
  public var punkter: [String]
}
