public import RuleLanguage
public import Values

/// Which days a rule's requirement looks at, as far as the rule itself says it.
public enum Regelvindu: Hashable, Sendable {
  /// Windows that the control date alone decides: the smallest period that holds them all.
  case dager(Periode)
  /// The state on the control date.
  case kontrolldagen
  /// Events without a window of their own: a plan, an agreement, a decision, whenever it came.
  case hendelser
}

extension Regelprogram {
  /// The days that `krav` and `norm` look at on a control date; where they have no window, those of `gjelder når`.
  public func vindu(_ regel: Punktregel, på dag: Dato) -> Regelvindu {
    let required = noder(under: [regel.krav, regel.norm])
    if let found = faste(required, på: dag) { return .dager(found) }
    guard required.contains(where: spørOmHendelser) else { return .kontrolldagen }
    return faste(noder(under: [regel.gjelder]), på: dag).map { .dager($0) } ?? .hendelser
  }

  /// The smallest period that holds every fixed window of some nodes.
  private func faste(_ noder: Set<Nodeindeks>, på dag: Dato) -> Periode? {
    let windows = noder.compactMap { periode(self.noder[Int($0.verdi)], på: dag) }
    guard let first = windows.map(\.fra).min(), let last = windows.map(\.til).max() else { return nil }
    return Periode(first, last)
  }

  private func periode(_ node: Node, på dag: Dato) -> Periode? {
    switch node {
    case .sisteTid(let step): Periode(dag.adding(step.bakover), dag)
    case .iFjor: .år(dag.år - 1)
    case .hittilIÅr: Periode(.nyttår(dag.år), dag)
    default: node.spørring.flatMap { periode(spørringer[Int($0)].vindu, på: dag) }
    }
  }

  private func periode(_ window: Typetvindu, på dag: Dato) -> Periode? {
    switch window {
    case .siste(let step): Periode(dag.adding(step.bakover), dag)
    case .iFjor: .år(dag.år - 1)
    case .hittilIÅr: Periode(.nyttår(dag.år), dag)
    case .alt, .siden, .før, .mellom: nil
    }
  }

  private func spørOmHendelser(_ index: Nodeindeks) -> Bool {
    switch noder[Int(index.verdi)] {
    case .minst, .alle, .siste, .første, .mellomrom, .antall, .dagerMed: true
    default: false
    }
  }
}

extension Steg {
  /// The same step the other way.
  fileprivate var bakover: Steg { Steg(antall: -antall, iMåneder: iMåneder) }
}
