public import Values

/// A meeting and its minutes, folded from its acts.
public struct Møte: Hashable, Sendable {
  /// `KG-2014-11`, `KU-2014-11`: the kind, and the month in which it was held; a second one adds `-2`.
  public let nummer: String
  /// The unit.
  public let enhet: String
  /// Which body met.
  public let slag: Møteslag
  /// The day.
  public let dato: Dato
  /// The period it looked back on: its first and last month's outer days.
  public let periode: Periode
  /// The roles that were there.
  public let deltakere: [String]
  /// What was written down under each item, in order.
  public internal(set) var notater: [Møtenotat] = []
  /// What was sent to the other body.
  public internal(set) var sendt: [Oversendelse] = []
  /// The decisions, in order.
  public internal(set) var vedtak: [Vedtak] = []
  /// When and by whom the minutes were approved; nil while they can be changed.
  public internal(set) var godkjent: Godkjenning?

  /// A meeting that was held.
  public init(
    nummer: String, enhet: String, slag: Møteslag, dato: Dato, periode: Periode, deltakere: [String]
  ) {
    self.nummer = nummer
    self.enhet = enhet
    self.slag = slag
    self.dato = dato
    self.periode = periode
    self.deltakere = deltakere
  }
}

/// The two bodies that review avvik every second month. The raw values are stored.
public enum Møteslag: String, Hashable, Sendable, CaseIterable {
  case kvalitetsgruppe
  case kvalitetsutvalg

  /// As a reader sees it.
  public var visning: String { self == .kvalitetsgruppe ? "Kvalitetsgruppe" : "Kvalitetsutvalg" }
  /// The beginning of a meeting's number.
  public var kode: String { self == .kvalitetsgruppe ? "KG" : "KU" }
  /// The other one.
  public var annen: Møteslag { self == .kvalitetsgruppe ? .kvalitetsutvalg : .kvalitetsgruppe }
}

/// What was written down under an item of the agenda.
public struct Møtenotat: Hashable, Sendable {
  /// Which item: 1 is the previous minutes.
  public var sak: Int
  /// The text, never with names.
  public var tekst: String

  /// A note.
  public init(sak: Int, tekst: String) {
    self.sak = sak
    self.tekst = tekst
  }
}

/// A matter sent to the other body.
public struct Oversendelse: Hashable, Sendable {
  /// The meeting that sent it.
  public var fra: String
  /// The body it was sent to.
  public var til: Møteslag
  /// What it is about: `AV-2014-007`, `T-2014-003`, a point's id; nil for something else.
  public var gjelder: String?
  /// What is asked.
  public var tekst: String

  /// A matter.
  public init(fra: String, til: Møteslag, gjelder: String?, tekst: String) {
    self.fra = fra
    self.til = til
    self.gjelder = gjelder
    self.tekst = tekst
  }
}

/// That the minutes were approved.
public struct Godkjenning: Hashable, Sendable {
  /// The entry in the journal; its code is printed on the minutes.
  public var n: Int
  /// The day.
  public var dato: Dato
  /// The role.
  public var rolle: String
  /// The journal code of the approval; it comes from the journal and is no part of any act.
  public var journalkode: String?

  /// An approval.
  public init(n: Int, dato: Dato, rolle: String, journalkode: String? = nil) {
    self.n = n
    self.dato = dato
    self.rolle = rolle
    self.journalkode = journalkode
  }
}

/// A decision with an owner and a deadline.
public struct Vedtak: Hashable, Sendable {
  /// `V-2014-005`.
  public let nummer: String
  /// The meeting that made it.
  public let møte: String
  /// The day it was made.
  public let dato: Dato
  /// What kind it is.
  public let slag: Slag
  /// What was decided.
  public let tekst: String
  /// What it is about: `AV-2014-007`, `T-2014-003`, a point's id; nil for something else.
  public let gjelder: String?
  /// The role that answers for it.
  public let ansvarlig: String
  /// By when.
  public let frist: Dato
  /// When it was carried out; nil while it is open.
  public internal(set) var utført: Dato?

  /// A decision.
  public init(
    nummer: String, møte: String, dato: Dato, slag: Slag, tekst: String, gjelder: String?, ansvarlig: String,
    frist: Dato, utført: Dato? = nil
  ) {
    self.nummer = nummer
    self.møte = møte
    self.dato = dato
    self.slag = slag
    self.tekst = tekst
    self.gjelder = gjelder
    self.ansvarlig = ansvarlig
    self.frist = frist
    self.utført = utført
  }

  /// Whether it is open and its deadline has passed.
  public func erForfalt(_ dag: Dato) -> Bool { utført == nil && frist < dag }

  /// The kinds of decision. The raw values are stored.
  public enum Slag: String, Hashable, Sendable, CaseIterable {
    /// Something is to be done.
    case oppgave
    /// Findings on one requirement are a failure of the system: «Bydelen sikrer ikke at …». Only such a decision in
    /// approved minutes makes it one.
    case systemsvikt
    /// A checklist is to be revised.
    case sjekkliste
    /// A measure is to be made.
    case tiltak

    /// As a reader sees it.
    public var visning: String {
      switch self {
      case .oppgave: "Oppgave"
      case .systemsvikt: "Svikt i systemet"
      case .sjekkliste: "Endring av sjekkliste"
      case .tiltak: "Tiltak"
      }
    }
  }
}
