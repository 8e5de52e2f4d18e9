public import Sampling

/// How the draw of one team stands against its plan in the twelve months.
public struct Trekningsdekning: Hashable, Sendable {
  /// The team.
  public var team: String
  /// The months that the plan covers: from the team's first locked control among the twelve.
  public var måneder: ClosedRange<Måned>
  /// How many cases the plan asks for: so many a month.
  public var planlagt: Int
  /// How many drawn cases the locked controls of those months have judged.
  public var kontrollert: Int
  /// The same two numbers for the months of the period alone.
  public var iPerioden: Periodetall
  /// The months without a locked control.
  public var utenKontroll: [Måned]
  /// The months whose control was held, and whose findings were deleted when their time was over.
  public var slettet: [Måned]
  /// The months whose control was locked after the end of the month that followed.
  public var forSene: [Måned]
  /// The swaps, by month.
  public var bytter: [Bytte]

  /// Cases to control and cases controlled.
  public struct Periodetall: Hashable, Sendable {
    /// How many the plan asks for.
    public var planlagt: Int
    /// How many were controlled.
    public var kontrollert: Int
  }

  /// A drawn case that was swapped.
  public struct Bytte: Hashable, Sendable {
    /// The month of the control.
    public var måned: Måned
    /// Why.
    public var grunn: Saksbytte.Grunn
  }

  init?(_ team: String, _ valg: Oppsummeringsvalg, _ rekke: Kontrollrekke) {
    let own = rekke.kontroller.filter { $0.nøkkel.team == team }
    let emptied = rekke.utenFunn.filter { $0.team == team }.map(\.måned)
    guard let first = (own.map(\.nøkkel.måned) + emptied).min() else { return nil }
    let months = first...valg.tolvMåneder.upperBound
    let held = Set(own.map(\.nøkkel.måned) + emptied)
    slettet = emptied
    func controlled(_ range: ClosedRange<Måned>) -> Int {
      own.filter { range.contains($0.nøkkel.måned) }.reduce(0) { $0 + $1.saker.count }
    }
    self.team = team
    måneder = months
    let all = first.til(months.upperBound)
    planlagt = all.count * valg.planlagt
    kontrollert = controlled(months)
    iPerioden = Periodetall(
      planlagt: all.filter(valg.perioden.contains).count * valg.planlagt,
      kontrollert: controlled(valg.perioden))
    utenKontroll = all.filter { !held.contains($0) }
    forSene = own.filter { control in
      control.lås.map { $0.dato > control.nøkkel.måned.adding(måneder: 1).sisteDag } ?? false
    }.map(\.nøkkel.måned)
    bytter = own.flatMap { control in
      control.bytter.map { Bytte(måned: control.nøkkel.måned, grunn: $0.grunn) }
    }
  }
}
