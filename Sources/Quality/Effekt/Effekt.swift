public import Checklists
public import Sampling
public import Statistics
public import Values

/// What the controls show of a measure on one of the points it is judged on.
public struct Effekt: Hashable, Sendable {
  /// The measure: `T-2014-003`.
  public let tiltak: String
  /// The point.
  public let punkt: String
  /// The day the measure counts from: when it was carried out, or is to be.
  public let dag: Dato
  /// Whether it has been carried out.
  public let erIverksatt: Bool
  /// What a breach of the point is.
  public let brudd: Brudd
  /// The drawn cases before and after that day.
  public let trukne: FørOgEtter
  /// All cases of the teams before and after it, for a point that a machine decides.
  public let alle: AlleSakerFørOgEtter?
  /// Whether the point judges certain days, so that the time after the measure can be told from the time before.
  public let kanDeles: Bool
  /// The first month whose control is about the time after the measure only; nil when none is within ten years.
  public let førsteMåned: Måned?
  /// The month of the latest control that was looked at.
  public let sisteMåned: Måned?
  /// How many cases are drawn a month.
  public let sakerPerMåned: Int

  /// Judges a measure on a point.
  ///
  /// - Parameters:
  ///   - grunnlag: The controls up to the day of the evaluation, and as far back as there are.
  ///   - bedømt: Which days the point judges on a control date; nil when no checklist then has it.
  public init(
    _ tiltak: Tiltak, punkt: String, i grunnlag: Effektgrunnlag, bedømt: (Dato) -> Bedømt?
  ) {
    let day = tiltak.iverksatt?.dato ?? tiltak.iverksettes
    self.tiltak = tiltak.nummer
    self.punkt = punkt
    dag = day
    erIverksatt = tiltak.iverksatt != nil
    let breach = grunnlag.brudd[punkt] ?? .avvik
    brudd = breach
    trukne = FørOgEtter(grunnlag.utfall[punkt] ?? [], fra: day, brudd: breach)
    alle = AlleSakerFørOgEtter(grunnlag.alle[punkt] ?? [], fra: day, brudd: breach)
    let months = Måned(day).til(Måned(day).adding(måneder: 120))
    let first = months.first { bedømt($0.sisteDag)?.begynnerTidligst(day) == true }
    førsteMåned = first
    // A point that no checklist has on the day may still be one that can be told apart.
    kanDeles = first != nil || trukne.etter.kontrollert > 0 || bedømt(Måned(day).sisteDag) == nil
    sisteMåned = grunnlag.sisteMåned
    sakerPerMåned = grunnlag.sakerPerMåned
  }

  /// The statistics of the drawn cases.
  public var sammenligning: FørEtter? {
    FørEtter(
      avvikFør: trukne.før.brudd, kontrollertFør: trukne.før.kontrollert,
      avvikEtter: trukne.etter.brudd, kontrollertEtter: trukne.etter.kontrollert)
  }

  /// How many decided drawn cases there must be before, and as many after, for anything better than «for tidlig å
  /// si»: the six that «se nærmere» looks at. By chance alone one of one can be followed by none of one.
  public static let færrest = 6

  /// What may be said.
  public var dom: Effektdom {
    if !kanDeles { return .kanIkkeDeles }
    if trukne.etter.kontrollert == 0 { return .forTidlig }
    if trukne.før.kontrollert == 0 { return trukne.annenRegel > 0 ? .regelEndret : .ingenFør }
    if min(trukne.før.kontrollert, trukne.etter.kontrollert) < Effekt.færrest { return .forTidlig }
    switch sammenligning?.konklusjon {
    case .tydeligBedre?: return .tydeligBedre
    case .tegnTilBedring?: return .tegnTilBedring
    case .forTidlig?, nil: return .forTidlig
    }
  }

  /// The verdict where its counts may be shown: outside the group there is none without them.
  public func dom(utad: Bool) -> Effektdom? { utad && tallSkjules ? nil : dom }

  /// Whether the verdict rests on counts of so few drawn cases that they stay in the group.
  var tallSkjules: Bool {
    switch dom {
    case .kanIkkeDeles, .regelEndret: false
    case .ingenFør: trukne.etter.kontrollert < 10
    case .forTidlig where trukne.etter.kontrollert == 0: false
    case .forTidlig, .tegnTilBedring, .tydeligBedre:
      min(trukne.før.kontrollert, trukne.etter.kontrollert) < 10
    }
  }

  /// How many more months of controls are needed; nil when it cannot be told, or not within five years.
  public var flereMåneder: Int? {
    guard dom == .forTidlig, trukne.før.kontrollert >= Effekt.færrest, trukne.etter.kontrollert > 0,
      sakerPerMåned > 0, let sammenligning
    else { return nil }
    // What only the number of cases holds back, waits for them alone.
    let needed = sammenligning.konklusjon == .forTidlig
    guard let months = needed ? sammenligning.flereMåneder(sakerPerMåned: sakerPerMåned) : 0
    else { return nil }
    let missing = max(0, Effekt.færrest - trukne.etter.kontrollert)
    return max(months, (missing + sakerPerMåned - 1) / sakerPerMåned)
  }
}

/// What may be said of the effect of a measure on a point. The raw values are written to JSON.
public enum Effektdom: String, Hashable, Sendable, CaseIterable {
  case tydeligBedre = "tydelig_bedre"
  case tegnTilBedring = "tegn_til_bedring"
  case forTidlig = "for_tidlig"
  /// The point was judged by another rule before.
  case regelEndret = "regel_endret"
  /// There is nothing from before to compare with.
  case ingenFør = "ingen_for"
  /// The point looks at events whenever they came.
  case kanIkkeDeles = "kan_ikke_deles"

  /// As a reader sees it.
  public var visning: String {
    switch self {
    case .tydeligBedre: "Tydelig bedre"
    case .tegnTilBedring: "Tegn til bedring"
    case .forTidlig: "For tidlig å si"
    case .regelEndret: "Regelen er endret"
    case .ingenFør: "Ingen kontroller fra før"
    case .kanIkkeDeles: "Kan ikke deles i før og etter"
    }
  }
}

extension Tiltak {
  /// What the controls show on each point that the measure is judged on, in the order they were named.
  public func effekter(
    i grunnlag: Effektgrunnlag, bedømt: (_ punkt: String, _ dag: Dato) -> Bedømt?
  ) -> [Effekt] {
    innhold.punkter.map { id in Effekt(self, punkt: id, i: grunnlag) { bedømt(id, $0) } }
  }

  /// The same for one measure alone; many measures share an `Effektgrunnlag`.
  public func effekter(
    i rekke: Kontrollrekke, bedømt: (_ punkt: String, _ dag: Dato) -> Bedømt?
  ) -> [Effekt] { effekter(i: Effektgrunnlag(rekke), bedømt: bedømt) }
}

extension Sequence<Tiltak> {
  /// The first month whose control any of these measures may be compared with; nil when none is judged on a point.
  public var førsteGrunnlagsmåned: Måned? {
    filter { !$0.innhold.punkter.isEmpty }.map {
      Måned($0.iverksatt?.dato ?? $0.iverksettes).adding(måneder: -FørOgEtter.grunnlinje)
    }.min()
  }
}
