public import RuleLanguage
public import Values

/// What differs between two versions of a checklist, in the words of its author.
///
/// Rules are compared in canonical form, so white space and the choice between words and symbols do not count.
public struct Sjekklistediff: Hashable, Sendable {
  /// The version compared from.
  public var fra: Sjekklisteside
  /// The version compared to.
  public var til: Sjekklisteside
  /// Every point of either version: those of `til` in its order, then the withdrawn ones.
  public var punkter: [Punktendring]
  /// The definitions that differ, in the order of `til`, then the withdrawn ones.
  public var definisjoner: [Definisjonsendring]
  /// The parameters that differ, in the same order.
  public var parametre: [Parameterendring]

  /// Whether the versions say the same; the examples and the days of force do not count.
  public var erTom: Bool {
    definisjoner.isEmpty && parametre.isEmpty && punkter.allSatisfy { $0.status == .uendret }
  }

  /// The points with a status, in order.
  public func punkter(_ status: Endringsstatus) -> [Punktendring] { punkter.filter { $0.status == status } }

  /// The ids of the points that a changed definition or parameter changes.
  public func punkter(gjennom navn: String) -> [String] {
    punkter.filter { $0.gjennom.contains(navn) }.map(\.id)
  }
}

/// One of the two versions that are compared.
public struct Sjekklisteside: Hashable, Sendable {
  /// `fosterhjem@2014-05-31`.
  public var id: String
  /// The control dates it is in force for.
  public var gjelder: Periode
  /// SHA-256 of the file, in lower-case hex.
  public var innholdshash: String
  /// How many points it has.
  public var antallPunkter: Int

  /// What a comparison tells of a version.
  public init(_ liste: Sjekkliste) {
    id = liste.id
    gjelder = liste.gjelder
    innholdshash = liste.innholdshash
    antallPunkter = liste.punkter.count
  }
}

/// What became of a point, a definition or a parameter from one version to the other.
public enum Endringsstatus: String, Hashable, Sendable, CaseIterable {
  case uendret
  case endret
  /// The same, in another failure area or another place among the points that both versions have.
  case flyttet
  case ny
  case trukketTilbake = "trukket_tilbake"
}

/// What became of one point. Points are the same when they have the same id.
public struct Punktendring: Hashable, Sendable {
  /// `OB-ANTALL`.
  public var id: String
  /// The point as it was; nil when it is new.
  public var før: Punkthode?
  /// The point as it is; nil when it was withdrawn.
  public var etter: Punkthode?
  /// The parts that differ, in the order of a checklist file.
  public var deler: [Delendring] = []
  /// Ids of legal bases that came.
  public var nyeHjemler: [String] = []
  /// Ids of legal bases that went.
  public var fjernedeHjemler: [String] = []
  /// Whether it has another place among the points that both versions have.
  public var harNyPlass = false
  /// The changed definitions and parameters that it rests on, directly or through others, by name.
  public var gjennom: [String] = []
  /// How many examples differ; examples change no outcome, and do not make the point changed.
  public var eksempler = Eksempelendring()

  /// What became of it.
  public var status: Endringsstatus {
    if før == nil { return .ny }
    if etter == nil { return .trukketTilbake }
    let same = nyeHjemler.isEmpty && fjernedeHjemler.isEmpty && gjennom.isEmpty
    guard same, deler.allSatisfy({ $0.del == .sviktområde }) else { return .endret }
    return deler.isEmpty && !harNyPlass ? .uendret : .flyttet
  }

  /// The point as it is, or was when it is withdrawn.
  public var hode: Punkthode? { etter ?? før }
}

/// What a reader knows a point by.
public struct Punkthode: Hashable, Sendable {
  /// The question, with its placeholders.
  public var spørsmål: String
  /// The failure area, 1–9.
  public var sviktområde: Int
  /// What kind of requirement it is.
  public var kravtype: Kravtype
  /// How serious a breach is.
  public var alvorlighet: Alvorlighet
  /// Ids of the legal basis.
  public var hjemmel: [String]

  init(_ punkt: Sjekkpunkt) {
    spørsmål = punkt.spørsmål
    sviktområde = punkt.sviktområde
    kravtype = punkt.kravtype
    alvorlighet = punkt.alvorlighet
    hjemmel = punkt.hjemmel
  }
}

/// A part of a point that differs.
public struct Delendring: Hashable, Sendable {
  /// Which part.
  public var del: Punktdel
  /// What it was; nil when there was none.
  public var før: String?
  /// What it is; nil when there is none.
  public var etter: String?
}

/// The parts of a point whose text is compared; the raw value is the key in the checklist file.
public enum Punktdel: String, Hashable, Sendable, CaseIterable {
  case spørsmål
  case sviktområde
  case kravtype
  case prosedyre
  case alvorlighet
  case vedBrudd = "ved brudd"
  case vurderesAv = "vurderes av"
  case veiledning
  case godtEksempel = "godt eksempel"
  case svaktEksempel = "svakt eksempel"
  case gjelderNår = "gjelder når"
  case krav
  case norm
  case funn
  case setninger
}

/// How many examples of a point differ.
public struct Eksempelendring: Hashable, Sendable {
  /// With a name that the old version does not have.
  public var nye = 0
  /// With a name that the new version does not have.
  public var fjernede = 0
  /// With the same name and another case, date or outcome.
  public var endrede = 0

  /// Whether there is no difference.
  public var erTom: Bool { nye + fjernede + endrede == 0 }
}

/// A definition that differs.
public struct Definisjonsendring: Hashable, Sendable {
  /// The name in rules.
  public var navn: String
  /// As it was; nil when it is new.
  public var før: Definisjonstekst?
  /// As it is; nil when it was withdrawn.
  public var etter: Definisjonstekst?
}

/// A definition as its author would write it.
public struct Definisjonstekst: Hashable, Sendable {
  /// The expression, in canonical form.
  public var uttrykk: String
  /// How a sentence speaks of it.
  public var omtale: String?
}

/// A parameter that differs.
public struct Parameterendring: Hashable, Sendable {
  /// The name in rules.
  public var navn: String
  /// Its values as they were, by date; nil when it is new.
  public var før: [Parameter.Datert]?
  /// Its values as they are, by date; nil when it was withdrawn.
  public var etter: [Parameter.Datert]?
}
