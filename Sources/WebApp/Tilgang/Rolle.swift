/// The roles of the service. The raw value is what the journal keeps.
public enum Rolle: String, Hashable, Sendable, CaseIterable {
  case saksbehandler
  case teamleder
  case barnevernleder
  case avdelingssjef
  case kvalitetsgruppe
  case kvalitetsutvalg
  /// A leader of another service, who signs in the yearly wheel and sees no case data.
  case tjenesteleder
  /// An auditor or the state's supervision: reads, and changes nothing.
  case revisor
  /// Runs the program: sessions and settings, no content of cases.
  case administrator

  /// As a reader sees it.
  public var visning: String {
    switch self {
    case .saksbehandler: "Saksbehandler"
    case .teamleder: "Teamleder"
    case .barnevernleder: "Barnevernleder"
    case .avdelingssjef: "Avdelingssjef"
    case .kvalitetsgruppe: "Kvalitetsgruppa"
    case .kvalitetsutvalg: "Kvalitetsutvalget"
    case .tjenesteleder: "Tjenesteleder"
    case .revisor: "Revisor"
    case .administrator: "Administrator"
    }
  }
}

/// What somebody may do. A route names one; a role has a set of them, and nothing else (deny by default).
public enum Rettighet: Hashable, Sendable, CaseIterable {
  /// See the controls of a team: cases, findings, answers, protocols.
  case seKontroll
  /// Upload cases, draw, answer and lock.
  case føreKontroll
  /// Report an avvik on a chosen procedure, and see one's own reports.
  case meldeAvvik
  /// See avvik and measures.
  case seAvvik
  /// Assess an avvik, answer it, make and carry out measures.
  case behandleAvvik
  /// Evaluate a measure and close an avvik that somebody else has worked on.
  case verifisereAvvik
  /// See the summary of the quality group, its meetings and minutes.
  case seKvalitet
  /// Hold a meeting of one's own body: note, decide, send on, approve.
  case føreMøte
  /// Read checklists, procedures, what is in force, who answers for what.
  case seSjekkliste
  /// Propose a change of a checklist and try it on earlier cases.
  case foreslåSjekkliste
  /// Approve a proposed change that somebody else has made.
  case godkjenneSjekkliste
  /// See the yearly wheel.
  case seÅrshjul
  /// Sign an entry of the yearly wheel.
  case signereÅrshjul
  /// See the progress plan and the action plan.
  case sePlan
  /// Say that a measure of a plan is carried out or evaluated.
  case førePlan
  /// See who has seen which case.
  case seTilgangslogg
  /// See and end other people's sessions.
  case administrere
}

extension Rolle {
  /// What the role may do.
  public var rettigheter: Set<Rettighet> {
    switch self {
    case .saksbehandler: [.meldeAvvik, .seSjekkliste, .seÅrshjul]
    case .teamleder:
      [
        .seKontroll, .føreKontroll, .meldeAvvik, .seAvvik, .behandleAvvik, .verifisereAvvik, .seKvalitet,
        .seSjekkliste, .foreslåSjekkliste, .seÅrshjul, .signereÅrshjul, .sePlan,
      ]
    case .barnevernleder:
      [
        // Takes over where a team leader is inhabil.
        .seKontroll, .føreKontroll, .meldeAvvik, .seAvvik, .behandleAvvik, .verifisereAvvik, .seKvalitet,
        .seSjekkliste,
        .foreslåSjekkliste, .seÅrshjul, .signereÅrshjul, .sePlan, .førePlan, .seTilgangslogg,
      ]
    case .avdelingssjef: [.seKvalitet, .seSjekkliste, .seÅrshjul, .signereÅrshjul, .sePlan, .førePlan]
    case .kvalitetsgruppe:
      [
        .meldeAvvik, .seAvvik, .verifisereAvvik, .seKvalitet, .føreMøte, .seSjekkliste, .foreslåSjekkliste,
        .godkjenneSjekkliste, .seÅrshjul, .sePlan,
      ]
    case .kvalitetsutvalg: [.seKvalitet, .føreMøte, .seSjekkliste, .godkjenneSjekkliste, .seÅrshjul, .sePlan]
    case .tjenesteleder: [.seSjekkliste, .seÅrshjul, .signereÅrshjul]
    case .revisor:
      [.seKontroll, .seAvvik, .seKvalitet, .seSjekkliste, .seÅrshjul, .sePlan, .seTilgangslogg]
    case .administrator: [.administrere]
    }
  }

  /// Whether the role sees only its own teams. The others see the whole unit.
  public var erBundetTilTeam: Bool { self == .saksbehandler || self == .teamleder }
}
