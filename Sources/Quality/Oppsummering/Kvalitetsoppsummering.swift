public import Checklists
public import Values

/// The summary of avvik for one meeting: the agenda that follows from the register, and the figures behind it.
///
/// It is computed from the register as it stood on the day and from the locked controls; nothing else, no clock.
public struct Kvalitetsoppsummering: Hashable, Sendable {
  /// What was asked for.
  public let valg: Oppsummeringsvalg
  /// What the meeting has to take up.
  public let møtesaker: Møtesaker
  /// The points over twelve months, in the order of the latest checklist.
  public let punkter: [Punktoppsummering]
  /// The points that a machine decides, in all cases.
  public let alleSaker: [AlleSakerserie]
  /// The draw against the plan, one row a team.
  public let dekning: [Trekningsdekning]
  /// What staff report.
  public let meldt: Meldeaktivitet
  /// The avvik as they stand.
  public let avvik: Avviksbilde
  /// All checks month by month.
  public let løp: Løpediagram

  /// What the controls show of the measures that are to be evaluated, in the order of the agenda.
  public let effekter: [Effekt]

  /// The summary of what a register and the controls hold.
  ///
  /// The controls must reach at least `Løpediagram.antallMåneder` months back from the end of the period.
  /// - Parameters:
  ///   - bedømt: Which days a point judges on a control date; nil when no checklist then has it.
  public init(
    _ valg: Oppsummeringsvalg, _ register: Kvalitetsregister, _ rekke: Kontrollrekke,
    bedømt: (_ punkt: String, _ dag: Dato) -> Bedømt? = { _, _ in nil }
  ) {
    let register = register.per(valg.dag).av(valg.team)
    let all = valg.tilbake(Løpediagram.antallMåneder)
    let own = Kontrollrekke(
      rekke.kontroller.filter { valg.team == nil || $0.nøkkel.team == valg.team },
      utenFunn: rekke.utenFunn.filter { valg.team == nil || $0.team == valg.team })
    let long = own.utvalg(all.lowerBound, all.upperBound)
    let year = own.utvalg(valg.tolvMåneder.lowerBound, valg.tolvMåneder.upperBound)
    self.valg = valg
    møtesaker = Møtesaker(valg, register)
    punkter = year.punkter.compactMap { Punktoppsummering($0, valg, year, register) }
    alleSaker = AlleSakerserie.alle(year)
    dekning = year.team.compactMap { Trekningsdekning($0, valg, year) }
    meldt = Meldeaktivitet(valg, year, register)
    avvik = Avviksbilde(valg, register.avvik)
    løp = Løpediagram(long)
    let basis = Effektgrunnlag(long)
    effekter = møtesaker.tilEvaluering.flatMap { $0.effekter(i: basis, bedømt: bedømt) }
  }
}

extension Kvalitetsoppsummering {
  /// Whether a control is locked in the period, for the team when one was asked for.
  public var harKontroll: Bool { løp.måneder.contains { valg.perioden.contains($0.måned) } }
}

extension Kvalitetsregister {
  /// The avvik of a team, and the measures against them or against none; meetings concern all teams.
  fileprivate func av(_ team: String?) -> Kvalitetsregister {
    guard let team else { return self }
    var copy = self
    copy.avvik = avvik.filter { $0.team == team }
    let own = Set(copy.avvik.map(\.nummer))
    copy.tiltak = tiltak.filter { $0.innhold.avvik.isEmpty || !own.isDisjoint(with: $0.innhold.avvik) }
    return copy
  }
}
