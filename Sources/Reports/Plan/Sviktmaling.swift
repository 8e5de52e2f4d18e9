public import Checklists
public import Quality
public import Sampling
public import Values

/// What the controls show of each failure area, in sentences to stand beside a plan.
public struct Sviktmåling: Sendable {
  private let oppsummering: Kvalitetsoppsummering
  private let hjul: Årshjulstatus?

  /// The figures of the twelve months up to a day, and how far the procedures are gone through.
  public init(_ oppsummering: Kvalitetsoppsummering, hjul: Årshjulstatus?) {
    self.oppsummering = oppsummering
    self.hjul = hjul
  }

  /// What the controls of the twelve months up to a day show of every failure area that has a name.
  ///
  /// - Parameters:
  ///   - rekke: gives the locked controls of some months; nil when there is no store.
  public static func linjer(
    _ bibliotek: Sjekklistebibliotek, _ register: Kvalitetsregister, hjul: Årshjulstatus?, på dag: Dato,
    rekke: ((ClosedRange<Måned>) throws -> Kontrollrekke)?
  ) throws -> [Int: [Målelinje]] {
    let areas = bibliotek.sviktområder.keys
    let none = Dictionary(uniqueKeysWithValues: areas.map { ($0, [Målelinje.ingenKontroller]) })
    let chosen = bibliotek.prosedyrer.filter(\.valgtForMelding)
    // The month that is not over yet has no control to be held against the plan.
    let month = dag == Måned(dag).sisteDag ? Måned(dag) : Måned(dag).adding(måneder: -1)
    guard let rekke,
      let valg = Oppsummeringsvalg(
        fra: month, til: month, dag: dag,
        valgteProsedyrer: chosen.map { Meldeprosedyre(id: $0.id, navn: $0.navn) })
    else { return none }
    let controls = try rekke(valg.tolvMåneder)
    if controls.kontroller.isEmpty, controls.utenFunn.isEmpty { return none }
    return Sviktmåling(Kvalitetsoppsummering(valg, register, controls), hjul: hjul).linjer(areas)
  }

  /// The sentences, by failure area: 1 is measured by controls held and procedures gone through, 2 by what staff had
  /// reported before the control found it, the others by their points in the drawn cases.
  public func linjer(_ områder: some Sequence<Int>) -> [Int: [Målelinje]] {
    Dictionary(områder.map { ($0, linjer(område: $0)) }) { first, _ in first }
  }

  private func linjer(område: Int) -> [Målelinje] {
    let lines: [Målelinje] =
      switch område {
      case 1: (holdt + gjennomgått).map { Målelinje($0) }
      case 2: [Målelinje(oppsummering.meldt.tolvMåneder.setning("de siste tolv månedene"))]
      default: punkter(område)
      }
    return lines.isEmpty ? [Målelinje("Ingen av kontrollene har vurdert dette.")] : lines
  }

  private var holdt: [String] {
    oppsummering.dekning.flatMap { coverage in coverage.setninger.map { "\(coverage.team): \($0)" } }
  }

  /// How many of the procedures that are to be gone through, have been, place by place.
  private var gjennomgått: [String] {
    guard let lines = hjul?.linjer.filter({ $0.oppføring.slag == .gjennomgang }), !lines.isEmpty else {
      return []
    }
    let done = lines.filter { $0.sist != nil && $0.tilstand != .forfalt }.count
    let late = lines.filter { $0.tilstand == .forfalt }.count
    return [
      "\(done) av \(lines.count) gjennomganger av prosedyrer er gjort og i rute"
        + (late == 0 ? "." : ", \(late) \(late == 1 ? "er forfalt" : "er forfalte").")
    ]
  }

  private func punkter(_ område: Int) -> [Målelinje] {
    oppsummering.punkter.filter { $0.sviktområde.nummer == område }.flatMap { point in
      point.rekker.map { row in
        let team = point.rekker.count > 1 ? " (\(row.team))" : ""
        return Målelinje("\(point.id)\(team): \(row.grunnlag.setning)", punkt: point.id)
      }
    }
  }
}
