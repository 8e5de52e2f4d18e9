public import RuleLanguage
public import Values
import Vocabulary

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
  /// The names of the collections that `krav` and `norm` ask about, in the order of the vocabulary.
  ///
  /// What the rule names itself comes before what its definitions name: of «besøksdager i fjor er minst krav i fjor»
  /// it is the visits, and not the placements that decide how many are required.
  public func collections(_ regel: Punktregel) -> [String] {
    var roots = [regel.krav, regel.norm]
    var visited: Set<Nodeindeks> = []
    while !roots.isEmpty {
      let nodes = noder(under: roots, throughDefinitions: false).subtracting(visited)
      let asked = Set(spørringer(under: nodes).map { spørringer[Int($0)].samling })
      if !asked.isEmpty { return asked.sorted().map { modell.samlinger[Int($0)].navn } }
      visited.formUnion(nodes)
      roots = nodes.compactMap {
        guard case .definisjon(let position) = noder[Int($0.verdi)] else { return nil }
        return definisjoner[Int(position)].node
      }
    }
    return []
  }

  /// The days that `krav` and `norm` look at on a control date; where they have no window, those of `gjelder når`.
  public func vindu(_ regel: Punktregel, på dag: Dato) -> Regelvindu {
    let required = noder(under: [regel.krav, regel.norm])
    // Which days a person looks at, no rule says.
    if spørringer(under: required).isEmpty, required.isEmpty || required.contains(where: erTilVurdering) {
      return .hendelser
    }
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
    case .sisteTid(let step): Periode(dag.firstDay(reaching: step), dag)
    case .iFjor: .år(dag.år - 1)
    case .hittilIÅr: Periode(.nyttår(dag.år), dag)
    default: node.spørring.flatMap { periode(spørringer[Int($0)].vindu, på: dag) }
    }
  }

  private func periode(_ window: Typetvindu, på dag: Dato) -> Periode? {
    switch window {
    case .siste(let step): Periode(dag.firstDay(reaching: step), dag)
    case .iFjor: .år(dag.år - 1)
    case .hittilIÅr: Periode(.nyttår(dag.år), dag)
    case .siden(let from): fastDato(from, på: dag).flatMap { Periode($0, dag) }
    case .mellom(let from, let to):
      fastDato(from, på: dag).flatMap { first in fastDato(to, på: dag).flatMap { Periode(first, $0) } }
    case .alt, .før: nil
    }
  }

  /// A day that the control date alone decides.
  func fastDato(_ index: Nodeindeks, på dag: Dato) -> Dato? {
    switch noder[Int(index.verdi)] {
    case .kontrolldato: dag
    case .årsskifte(.fjoråretsFørste): .nyttår(dag.år - 1)
    case .årsskifte(.fjoråretsSiste): .årsslutt(dag.år - 1)
    case .flytt(let from, let step): fastDato(from, på: dag)?.adding(step)
    case .definisjon(let position): fastDato(definisjoner[Int(position)].node, på: dag)
    default: nil
    }
  }

  private func erTilVurdering(_ index: Nodeindeks) -> Bool {
    if case .tilVurdering = noder[Int(index.verdi)] { true } else { false }
  }

  private func spørringer(under noder: Set<Nodeindeks>) -> [Int32] {
    noder.compactMap { self.noder[Int($0.verdi)].spørring }
  }

  private func spørOmHendelser(_ index: Nodeindeks) -> Bool {
    switch noder[Int(index.verdi)] {
    case .minst, .alle, .siste, .første, .mellomrom, .antall, .dagerMed, .dagenFor: true
    default: false
    }
  }
}

extension Dato {
  /// The first day of a window «siste n måneder» that ends on this day: the first day e with self ≤ e + n months (or
  /// days). The same-numbered day is inside the window; from the last of a month it may be a day later, since
  /// 30 June + 6 months is 30 December.
  func firstDay(reaching step: Steg) -> Dato {
    var day = adding(Steg(antall: -step.antall, iMåneder: step.iMåneder))
    while day.adding(step) < self { day = day.adding(dager: 1) }
    while day.adding(dager: -1).adding(step) >= self { day = day.adding(dager: -1) }
    return day
  }
}
