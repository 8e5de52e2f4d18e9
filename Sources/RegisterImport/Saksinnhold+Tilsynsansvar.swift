import JSONText
import Values

extension Saksinnhold {
  /// Who answers for supervision of a foster placement, seen from the municipality that delivers the file.
  private enum Ansvar: Hashable {
    case egen
    case annen
    /// The register names both.
    case motstridende
    /// A foster placement runs, and nobody is named for some of it.
    case ukjent
  }

  /// The responsibility for supervision, day by day.
  ///
  /// An entry of the record lasts until the next one, so there is one for every day on which something
  /// changes, also to «not known»: otherwise what held for one placement would be read as holding for the
  /// next. Days that name both municipalities may be either. When nobody is ever named there is no list at all,
  /// and the fact `tilsynsansvar` is what there is to ask for.
  mutating func oversettTilsynskommune(avgiver: String) {
    let measures = fosterhjemstiltak
    for measure in measures {
      for entry in measure.tilsyn?.ansvarlig ?? [] where erMed(entry.fra) {
        if let end = measure.til, entry.fra > end { faller(bort: .tilsynsansvarEtterTiltaket) }
      }
    }
    var entries: [(dag: Dato, ansvar: Ansvar)] = []
    for day in skifter(measures) {
      guard let now = ansvar(på: day, avgiver: avgiver), now != entries.last?.ansvar else { continue }
      entries.append((day, now))
    }
    guard entries.contains(where: { $0.ansvar != .ukjent }) else { return }
    skriv("tilsynskommune", entries.map { ($0.dag, Self.post($0.dag, $0.ansvar)) })
  }

  /// The municipality that answers for supervision of the running placements at `uttrekk`; nil when there is
  /// none, or they differ.
  func tilsynsansvar(avgiver: String) -> String? {
    switch ansvar(på: uttrekk, avgiver: avgiver) {
    case .egen: "egen"
    case .annen: "annen"
    case .motstridende, .ukjent, nil: nil
    }
  }

  /// The days up to `uttrekk` on which the responsibility may change: a placement begins or has ended, or another
  /// municipality takes over.
  private func skifter(_ measures: [Registertiltak]) -> [Dato] {
    var days: Set<Dato> = []
    for measure in measures {
      days.insert(measure.fra)
      if let end = measure.til { days.insert(end.adding(dager: 1)) }
      days.formUnion((measure.tilsyn?.ansvarlig ?? []).map(\.fra).filter { measure.løper($0) })
    }
    return days.filter { $0 <= uttrekk }.sorted()
  }

  /// Who answers on a day; nil when no foster placement runs. On a day of moving the new placement decides.
  private func ansvar(på day: Dato, avgiver: String) -> Ansvar? {
    let running = fosterhjemstiltak.filter { $0.løper(day) }
    let isMovingDay = running.contains { $0.fra == day }
    let deciding = isMovingDay ? running.filter { $0.fra == day || $0.til != day } : running
    let named = deciding.map { measure -> Set<Ansvar> in
      let known = (measure.tilsyn?.ansvarlig ?? []).filter { $0.fra <= day }
      let latest = known.map(\.fra).max()
      return Set(known.filter { $0.fra == latest }.map { $0.kommunenummer == avgiver ? .egen : .annen })
    }
    guard !named.isEmpty else { return nil }
    if named.contains(where: \.isEmpty) { return .ukjent }
    let all = named.reduce(into: Set()) { $0.formUnion($1) }
    return all.count == 1 ? all.first : .motstridende
  }

  private static func post(_ day: Dato, _ ansvar: Ansvar) -> JSONValue {
    let value: JSONValue? =
      switch ansvar {
      case .egen: .string("egen")
      case .annen: .string("annen")
      case .motstridende: .array([.string("egen"), .string("annen")])
      case .ukjent: nil
      }
    let members = [JSONValue.Member("dato", .string("\(day)"))]
    return .object(members + (value.map { [JSONValue.Member("ansvar", $0)] } ?? []))
  }
}
