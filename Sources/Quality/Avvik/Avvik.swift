public import Values

/// An avvik: one fault, from when it was reported until it is closed, folded from its acts.
public struct Avvik: Hashable, Sendable {
  /// `AV-2014-007`: the year in which it was reported, and its number in that year.
  public let nummer: String
  /// The unit.
  public let enhet: String
  /// The team it belongs to.
  public let team: String
  /// Who found it, and what.
  public let opphav: Avviksopphav
  /// Every act, in order; the first reported it.
  public private(set) var hendelser: [Avviksnotat]
  /// Where it stands.
  public private(set) var tilstand: Avvikstilstand

  /// A newly reported avvik.
  public init(nummer: String, enhet: String, team: String, opphav: Avviksopphav, notat: Avviksnotat) {
    self.nummer = nummer
    self.enhet = enhet
    self.team = team
    self.opphav = opphav
    hendelser = [notat]
    tilstand = .meldt
  }

  /// Takes in the next act.
  mutating func ta(_ notat: Avviksnotat, tilstand: Avvikstilstand) {
    hendelser.append(notat)
    self.tilstand = tilstand
  }

  /// Puts a text beside the act it belongs to.
  mutating func ta(tekster: [Tekstfelt: String], til n: Int) {
    guard let index = hendelser.firstIndex(where: { $0.n == n }) else { return }
    hendelser[index].tekster = tekster
  }
}

/// One act on an avvik: what happened, when, by whom, and the texts that belong to it.
public struct Avviksnotat: Hashable, Sendable {
  /// The number of its entry in the journal.
  public var n: Int
  /// The day.
  public var dato: Dato
  /// The role that acted.
  public var rolle: String
  /// What happened.
  public var hendelse: Avvikshendelse
  /// Free texts, kept apart so that they can be deleted when their time is over.
  public var tekster: [Tekstfelt: String] = [:]

  /// An act.
  public init(n: Int, dato: Dato, rolle: String, hendelse: Avvikshendelse, tekster: [Tekstfelt: String] = [:])
  {
    self.n = n
    self.dato = dato
    self.rolle = rolle
    self.hendelse = hendelse
    self.tekster = tekster
  }
}

/// What a free text is about. The raw values are stored.
public enum Tekstfelt: String, Hashable, Sendable, CaseIterable {
  /// What happened, in the reporter's words.
  case beskrivelse
  /// What was done at once, in the reporter's or the leader's words.
  case strakstiltak
  /// More about the cause.
  case årsak = "arsak"
  /// The rule's or the controller's sentence about a finding.
  case setning
  /// Why something was decided.
  case begrunnelse
  /// The case worker's own answer to a finding.
  case svar
}

/// The states of an avvik. The raw values are stored.
public enum Avvikstilstand: String, Hashable, Sendable, CaseIterable {
  case meldt
  case underBehandling = "under_behandling"
  case tiltakPågår = "tiltak_pagar"
  case tilEvaluering = "til_evaluering"
  case lukket
  case gjenåpnet = "gjenapnet"

  /// As a reader sees it.
  public var visning: String {
    switch self {
    case .meldt: "Meldt"
    case .underBehandling: "Under behandling"
    case .tiltakPågår: "Tiltak pågår"
    case .tilEvaluering: "Til evaluering"
    case .lukket: "Lukket"
    case .gjenåpnet: "Gjenåpnet"
    }
  }
}
