public import Checklists
public import Values

/// A plan on a day: what is due, overdue, in effect and evaluated, and what the controls show beside it.
public struct Planstatus: Hashable, Sendable {
  /// The plan.
  public let plan: Plan
  /// The day.
  public let dato: Dato
  /// The rows of the plan, in its order.
  public let rader: [Radstatus]
  /// What was signed for a measure that the plan does not have.
  public let utenTiltak: [Planhendelse]

  /// A row on a day.
  public struct Radstatus: Hashable, Sendable {
    /// The row.
    public let rad: Planrad
    /// Its measures, in its order.
    public let tiltak: [Tiltaksstatus]
    /// What the controls show of its failure area, and of its own points only when it names any; nil when the row
    /// is about no area.
    public let måling: [Målelinje]?
  }

  /// A plan on a day.
  ///
  /// - Parameters:
  ///   - hendelser: what was done; that of other plans, and what was done after the day, is left out.
  ///   - målinger: what the controls show, by failure area.
  public init(
    plan: Plan, hendelser: [Planhendelse], på dato: Dato, målinger: [Int: [Målelinje]] = [:]
  ) {
    self.plan = plan
    self.dato = dato
    let own = hendelser.filter { $0.plan == plan.id && $0.dato <= dato }
    rader = plan.rader.map { rad in
      Radstatus(
        rad: rad,
        tiltak: rad.tiltak.map { tiltak in
          Tiltaksstatus(tiltak, i: plan, hendelser: own.filter { $0.tiltak == tiltak.id }, på: dato)
        }, måling: rad.sviktområde.map { rad.angår(målinger[$0] ?? []) })
    }
    let ids = Set(plan.tiltak.map(\.id))
    utenTiltak = own.filter { !ids.contains($0.tiltak) }
  }

  /// All measures, row by row.
  public var tiltak: [Tiltaksstatus] { rader.flatMap(\.tiltak) }

  /// Whether what the plan itself says of its measures was known on the day.
  public var statusErKjent: Bool { plan.dato <= dato }
}

extension Planrad {
  /// An area may hold points that the row is not about: visits and tilsyn are one area.
  fileprivate func angår(_ målinger: [Målelinje]) -> [Målelinje] {
    if punkter.isEmpty { return målinger }
    return målinger.filter { line in line.punkt.map(punkter.contains) ?? true }
  }
}
