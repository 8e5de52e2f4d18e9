import Checklists
public import RuleEngine
public import Sampling
public import Values

/// What a period of controls has taught about the checklist itself: what the fagdag sums up.
///
/// No case and no month stands in it: what a point taught is for all, and which case taught it is not.
public struct Erfaring: Hashable, Sendable {
  /// The months that were asked about.
  public let perioden: ClosedRange<Måned>
  /// The last month whose controls are counted: a control counts by its month, also when it is locked after the day.
  public let sisteMåned: Måned
  /// The day whose state counts.
  public let dag: Dato
  /// The versions that judged, in the order they were taken into use, and in how many controls each did.
  public let versjoner: [Versjonsbruk]
  /// The points of the period, in the order of the latest checklist.
  public let punkter: [Punkterfaring]
  /// Where a person disagreed with what a rule decided, in order.
  public let uenigheter: [Uenighet]
  /// The decisions that a checklist is to be revised: those of the period, and older ones that are not carried out.
  public let forslag: [Forslag]
  /// The second readers.
  public let lesere: Leserenighet

  /// A version, and how many controls it judged.
  public struct Versjonsbruk: Hashable, Sendable {
    /// `fosterhjem@2014-05-31`.
    public let sjekkliste: String
    /// How many controls.
    public let antall: Int
  }

  /// A decision that a checklist is to be revised.
  public struct Forslag: Hashable, Sendable {
    /// The decision.
    public let vedtak: Vedtak
    /// Whether the minutes it stands in are approved.
    public let erGodkjent: Bool
  }

  /// What a period taught.
  ///
  /// - Parameters:
  ///   - rekke: The controls from January of the first year at the latest.
  ///   - regel: The rule of a point in the checklist that is in force on the day, as `Kontrollpunkt.regel` has it.
  public init(
    _ perioden: ClosedRange<Måned>, på dag: Dato, _ register: Kvalitetsregister, _ rekke: Kontrollrekke,
    regel: (_ punkt: String) -> String?
  ) {
    let last = min(perioden.upperBound, Måned(dag))
    let own = rekke.utvalg(perioden.lowerBound, last)
    let known = register.per(dag)
    self.perioden = perioden
    sisteMåned = last
    self.dag = dag
    versjoner = Erfaring.versjoner(own)
    punkter = Punkterfaring.alle(own)
    forslag = known.møter.flatMap { meeting in
      meeting.vedtak.filter {
        $0.slag == .sjekkliste && (perioden.contains(Måned($0.dato)) || $0.utført == nil)
      }.map { Forslag(vedtak: $0, erGodkjent: meeting.godkjent != nil) }
    }
    let decided = known.møter.filter { $0.godkjent != nil }.flatMap(\.vedtak).filter {
      $0.slag == .sjekkliste
    }
    uenigheter = own.kontroller.flatMap { control in
      control.stillinger.compactMap { standing in
        Uenighet(standing, i: control, vedtak: decided, nå: regel(standing.punkt.id))
      }
    }
    lesere = Leserenighet(known.annenlesninger, i: rekke, fra: perioden.lowerBound, til: last)
  }

  private static func versjoner(_ rekke: Kontrollrekke) -> [Versjonsbruk] {
    let used = rekke.kontroller.compactMap(\.saksliste?.sjekkliste).map { "\($0.id)@\($0.versjon)" }
    var order: [String] = []
    for id in used where !order.contains(id) { order.append(id) }
    return order.map { id in Versjonsbruk(sjekkliste: id, antall: used.count { $0 == id }) }
  }

  /// Rule feedback that nobody has acted on: by point, the most frequent first.
  public var ubesvart: [(punkt: String, antall: Int)] {
    let open = uenigheter.filter { $0.oppfølging == .ingen }
    return punkter.map { point in (point.id, open.count { $0.punkt == point.id }) }.filter { $0.1 > 0 }
      .enumerated().sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }
      .map { (punkt: $0.element.0, antall: $0.element.1) }
  }
}

/// A person's answer against what the rule decided.
public struct Uenighet: Hashable, Sendable {
  /// The point.
  public let punkt: String
  /// What the rule found.
  public let regelen: Utfall
  /// What the person said.
  public let svar: Svaralternativ
  /// Why; never with names.
  public let begrunnelse: String?
  /// What came of it.
  public let oppfølging: Oppfølging

  /// What came of rule feedback. The raw values are written to JSON.
  public enum Oppfølging: String, Hashable, Sendable, CaseIterable {
    /// The rule of the point is another one now.
    case nyRegel = "ny_regel"
    /// It was decided in approved minutes that the checklist is to be revised on this point.
    case vedtak
    /// Nothing.
    case ingen

    /// As a reader sees it.
    public var visning: String {
      switch self {
      case .nyRegel: "Regelen er endret"
      case .vedtak: "Endring er vedtatt"
      case .ingen: "Ikke fulgt opp"
      }
    }
  }

  /// Nil when the person did not disagree.
  init?(_ stilling: Punktstilling, i kontroll: Kontroll, vedtak: [Vedtak], nå regel: String?) {
    guard stilling.uenig, let answer = stilling.alternativ else { return nil }
    punkt = stilling.punkt.id
    regelen = stilling.punkt.vurdering.utfall
    svar = answer
    begrunnelse = stilling.svar?.begrunnelse
    let day = kontroll.saksliste?.kontrolldato ?? kontroll.nøkkel.måned.sisteDag
    if let before = stilling.punkt.regel, before != regel {
      oppfølging = .nyRegel
    } else if vedtak.contains(where: { $0.gjelder == stilling.punkt.id && $0.dato >= day }) {
      oppfølging = .vedtak
    } else {
      oppfølging = .ingen
    }
  }
}
