public import Values

/// A measure: what will be done so that a fault does not come back, folded from its acts.
public struct Tiltak: Hashable, Sendable {
  /// `T-2014-003`.
  public let nummer: String
  /// The unit.
  public let enhet: String
  /// What will be done, for whom and how it will be judged.
  public internal(set) var innhold: Tiltaksinnhold
  /// When it is to be carried out, as it stands after it was last moved.
  public private(set) var iverksettes: Dato
  /// When it is to be evaluated, as it stands after it was last moved.
  public private(set) var evalueres: Dato
  /// Where it stands.
  public private(set) var tilstand: Tiltakstilstand
  /// Every act, in order; the first made it.
  public private(set) var hendelser: [Tiltaksnotat]

  /// A new measure.
  public init(nummer: String, enhet: String, innhold: Tiltaksinnhold, notat: Tiltaksnotat) {
    self.nummer = nummer
    self.enhet = enhet
    self.innhold = innhold
    iverksettes = innhold.iverksettes
    evalueres = innhold.evalueres
    tilstand = .planlagt
    hendelser = [notat]
  }

  /// Takes in the next act.
  mutating func ta(_ notat: Tiltaksnotat, tilstand: Tiltakstilstand) {
    hendelser.append(notat)
    self.tilstand = tilstand
    switch notat.hendelse {
    case .flyttet(let first, let second, _): (iverksettes, evalueres) = (first, second)
    case .forTidlig(let next, _): evalueres = next
    case .opprettet, .iverksatt, .evaluert: break
    }
  }

  /// The day on which it was made.
  public var opprettet: Dato { hendelser[0].dato }

  /// The first day on which it can have been carried out: when it was made, or was to be carried out if that is
  /// earlier.
  public var tidligstIverksatt: Dato { min(opprettet, iverksettes) }

  /// The next day on which something is to happen.
  public var neste: Dato { tilstand == .planlagt ? iverksettes : evalueres }

  /// The day on which it was carried out, and by which role; nil before.
  public var iverksatt: (dato: Dato, rolle: String)? {
    for notat in hendelser {
      if case .iverksatt(let day, _) = notat.hendelse { return (day, notat.rolle) }
    }
    return nil
  }

  /// The latest evaluation; nil before the first.
  public var evaluering: Tiltaksnotat? {
    hendelser.last {
      switch $0.hendelse {
      case .evaluert, .forTidlig: true
      default: false
      }
    }
  }

  /// What the latest evaluation gave; nil before the first.
  public var resultat: Tiltaksresultat? {
    switch evaluering?.hendelse {
    case .evaluert(let result, _)?: result
    case .forTidlig?: .forTidlig
    default: nil
    }
  }
}

/// What a measure is.
public struct Tiltaksinnhold: Hashable, Sendable {
  /// What will be done; never with names.
  public var tekst: String
  /// The avvik it is set against.
  public var avvik: [String]
  /// The points it is judged on, named in advance.
  public var punkter: [String]
  /// When it is to be carried out.
  public var iverksettes: Dato
  /// When it is to be evaluated.
  public var evalueres: Dato
  /// The role that answers for it.
  public var ansvarlig: String
  /// The procedure it is about.
  public var prosedyre: String?

  /// A measure.
  public init(
    tekst: String, avvik: [String], punkter: [String], iverksettes: Dato, evalueres: Dato, ansvarlig: String,
    prosedyre: String? = nil
  ) {
    self.tekst = tekst
    self.avvik = avvik
    self.punkter = punkter
    self.iverksettes = iverksettes
    self.evalueres = evalueres
    self.ansvarlig = ansvarlig
    self.prosedyre = prosedyre
  }
}

/// One act on a measure.
public struct Tiltaksnotat: Hashable, Sendable {
  /// The number of its entry in the journal.
  public var n: Int
  /// The day.
  public var dato: Dato
  /// The role that acted.
  public var rolle: String
  /// What happened.
  public var hendelse: Tiltakshendelse

  /// An act.
  public init(n: Int, dato: Dato, rolle: String, hendelse: Tiltakshendelse) {
    self.n = n
    self.dato = dato
    self.rolle = rolle
    self.hendelse = hendelse
  }
}

/// What can happen to a measure. Which of it is allowed where is said once, in `AuditStore.Overgang`.
public enum Tiltakshendelse: Hashable, Sendable {
  /// It is made.
  case opprettet(Tiltaksinnhold)
  /// Its dates are moved.
  case flyttet(iverksettes: Dato, evalueres: Dato, grunn: String)
  /// It is carried out; with a reference to what shows it.
  case iverksatt(Dato, referanse: String)
  /// It is found to have worked, or not.
  case evaluert(Tiltaksresultat, begrunnelse: String)
  /// It is too early to tell; it is evaluated again on a later day.
  case forTidlig(nyEvaluering: Dato, begrunnelse: String)

  /// Its name in the journal.
  public var navn: String {
    switch self {
    case .opprettet: "opprettet"
    case .flyttet: "flyttet"
    case .iverksatt: "iverksatt"
    case .evaluert: "evaluert"
    case .forTidlig: "for_tidlig"
    }
  }
}

/// The states of a measure. The raw values are stored.
public enum Tiltakstilstand: String, Hashable, Sendable, CaseIterable {
  case planlagt
  case iverksatt
  case evaluert

  /// As a reader sees it.
  public var visning: String {
    switch self {
    case .planlagt: "Planlagt"
    case .iverksatt: "Satt i verk"
    case .evaluert: "Evaluert"
    }
  }
}

/// What an evaluation says. The raw values are stored.
public enum Tiltaksresultat: String, Hashable, Sendable, CaseIterable {
  case virket
  case virketIkke = "virket_ikke"
  case forTidlig = "for_tidlig"

  /// As a reader sees it.
  public var visning: String {
    switch self {
    case .virket: "Virket"
    case .virketIkke: "Virket ikke"
    case .forTidlig: "For tidlig å si"
    }
  }
}
