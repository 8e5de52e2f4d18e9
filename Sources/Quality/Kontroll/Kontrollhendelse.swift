public import Values

/// One act of a control. The state of a control is the fold over its acts; nothing else is stored.
public enum Kontrollhendelse: Hashable, Sendable {
  /// The list of cases is locked.
  case saksliste(Saksliste)
  /// The seed is set; once a month.
  case trekningstall(Trekningstall)
  /// The cases are drawn; once a month.
  case trekning(Trekningsutfall)
  /// A drawn case is replaced by the next on the reserve list.
  case bytte(Saksbytte)
  /// A drawn case's record is kept as it was read.
  case øyeblikksbilde(Saksbilde)
  /// Cases are evaluated; again for a case whose missing facts were answered.
  case vurdering(Vurderingsrunde)
  /// A question is answered; a later answer to the same question replaces an earlier one.
  case svar(Svar)
  /// The control is locked; nothing that it found or that was answered changes after it.
  case lås(Lås)
  /// A locked control is corrected; the protocol stays, and a supplement is added.
  case correction(Correction)

  /// The act's name in the journal.
  public var handling: String {
    switch self {
    case .saksliste: "forpliktelse"
    case .trekningstall: "fro"
    case .trekning: "trekning"
    case .bytte: "bytte"
    case .øyeblikksbilde: "import"
    case .vurdering: "kontroll"
    case .svar: "svar"
    case .lås: "las"
    case .correction: "rettelse"
    }
  }
}

/// What one evaluation gave.
public struct Vurderingsrunde: Hashable, Sendable {
  /// The drawn cases that were evaluated.
  public var saker: [Kontrollsak]
  /// The counts over all cases, the first time.
  public var alleSaker: AlleSaker?
  /// What became of last month's avvik, the first time.
  public var forrige: ForrigeKontroll?

  /// An evaluation.
  public init(saker: [Kontrollsak], alleSaker: AlleSaker? = nil, forrige: ForrigeKontroll? = nil) {
    self.saker = saker
    self.alleSaker = alleSaker
    self.forrige = forrige
  }
}

/// That a control is finished.
public struct Lås: Hashable, Sendable {
  /// Who locked it.
  public var rolle: String
  /// The day on which it was locked.
  public var dato: Dato

  /// A lock.
  public init(rolle: String, dato: Dato) {
    self.rolle = rolle
    self.dato = dato
  }
}
