public import Checklists
public import Values

/// Everything that follows from the controls: avvik, measures, meetings, sign-offs and second readings, folded from
/// the journal. The controls themselves are read apart.
public struct Kvalitetsregister: Hashable, Sendable {
  /// The avvik, in the order in which they were reported.
  public internal(set) var avvik: [Avvik] = []
  /// The measures, in the order in which they were made.
  public internal(set) var tiltak: [Tiltak] = []
  /// The meetings, in order.
  public internal(set) var møter: [Møte] = []
  /// The sign-offs of the yearly wheel and of plans, in order.
  public internal(set) var signeringer: [Signering] = []
  /// The second readings, in order.
  public internal(set) var annenlesninger: [Annenlesning] = []

  /// An empty register.
  public init() {}

  /// The avvik with a number.
  public func avvik(_ nummer: String) -> Avvik? { avvik.first { $0.nummer == nummer } }

  /// The measure with a number.
  public func tiltak(_ nummer: String) -> Tiltak? { tiltak.first { $0.nummer == nummer } }

  /// The meeting with a number.
  public func møte(_ nummer: String) -> Møte? { møter.first { $0.nummer == nummer } }

  /// Whether reports can find again what a decision is about: an avvik, a measure, or a point of a checklist.
  public func kanFinneIgjen(_ id: String, _ bibliotek: Sjekklistebibliotek) -> Bool {
    avvik(id) != nil || tiltak(id) != nil || bibliotek.harPunkt(id)
  }

  /// Every decision of every meeting, in order.
  public var vedtak: [Vedtak] { møter.flatMap(\.vedtak) }
}

/// A sign-off, by a role: of an entry in the yearly wheel, or of a measure of a plan.
public struct Signering: Hashable, Sendable {
  /// What is signed.
  public var gjelder: Gjelder
  /// The day on which it was done.
  public var dato: Dato
  /// The role that signs.
  public var rolle: String
  /// A remark, never with names: what was changed, why it was late.
  public var merknad: String?

  /// A sign-off.
  public init(gjelder: Gjelder, dato: Dato, rolle: String, merknad: String? = nil) {
    self.gjelder = gjelder
    self.dato = dato
    self.rolle = rolle
    self.merknad = merknad
  }

  /// What can be signed.
  public enum Gjelder: Hashable, Sendable {
    /// An entry of the yearly wheel, at a place of service: how many were there, of a course; when the new employee
    /// began, of an entry for new employees.
    case årshjul(id: String, tjenestested: String, antall: Int? = nil, start: Dato? = nil)
    /// A measure of a plan is carried out, or evaluated.
    case plan(plan: String, tiltak: String, Planhendelse.Slag)
    /// Somebody began at a place of service. Who it was is never written.
    case nyansatt(tjenestested: String, start: Dato)
  }
}

extension Kvalitetsregister {
  /// The sign-offs of the yearly wheel.
  public var utkvitteringer: [Utkvittering] {
    signeringer.compactMap { signing in
      guard case .årshjul(let id, let place, let count, let start) = signing.gjelder else { return nil }
      return Utkvittering(
        oppføring: id, tjenestested: place, dato: signing.dato, rolle: signing.rolle, deltakere: count,
        start: start, merknad: signing.merknad)
    }
  }

  /// What was done about the measures of the plans.
  public var planhendelser: [Planhendelse] {
    signeringer.compactMap { signing in
      guard case .plan(let plan, let measure, let step) = signing.gjelder else { return nil }
      return Planhendelse(
        plan: plan, tiltak: measure, slag: step, dato: signing.dato, rolle: signing.rolle,
        merknad: signing.merknad)
    }
  }

  /// Those who began.
  public var nyansettelser: [Nyansettelse] {
    signeringer.compactMap { signing in
      guard case .nyansatt(let place, let start) = signing.gjelder else { return nil }
      return Nyansettelse(tjenestested: place, start: start)
    }
  }
}

/// A second reader's answers to one drawn case, given without seeing the first reader's.
public struct Annenlesning: Hashable, Sendable {
  /// The team.
  public var team: String
  /// The month of the control, `2014-09`.
  public var måned: String
  /// The pseudonym.
  public var sak: String
  /// The role of the second reader.
  public var rolle: String
  /// The answer to each point, in the order of the checklist.
  public var svar: [Lesersvar]

  /// A second reading.
  public init(team: String, måned: String, sak: String, rolle: String, svar: [Lesersvar]) {
    self.team = team
    self.måned = måned
    self.sak = sak
    self.rolle = rolle
    self.svar = svar
  }

  /// A reader's answer to a point.
  public struct Lesersvar: Hashable, Sendable {
    /// The point.
    public var punkt: String
    /// The answer.
    public var svar: Svaralternativ

    /// An answer.
    public init(_ punkt: String, _ svar: Svaralternativ) {
      self.punkt = punkt
      self.svar = svar
    }
  }
}
