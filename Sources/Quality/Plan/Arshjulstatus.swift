public import Checklists
public import Values

/// Where something of the wheel stands on a day.
public enum Hjultilstand: String, Hashable, Sendable, CaseIterable {
  case forfalt
  case forfallerSnart = "forfaller snart"
  case aldriGjort = "aldri gjort"
  case iRute = "i rute"
  /// Nothing more is to be done.
  case gjort

  /// How many days ahead «forfaller snart» looks.
  public static let varselsdager = 30

  /// What the last and the next day say.
  init(sist: Dato?, neste: Dato?, på dag: Dato) {
    guard let neste else {
      self = .gjort
      return
    }
    if neste < dag {
      self = .forfalt
    } else if dag.dager(til: neste) <= Hjultilstand.varselsdager {
      self = .forfallerSnart
    } else {
      self = sist == nil ? .aldriGjort : .iRute
    }
  }
}

/// An entry of the wheel at a place, on a day.
public struct Hjullinje: Hashable, Sendable {
  /// The entry.
  public let oppføring: Hjuloppføring
  /// The place's id.
  public let tjenestested: String
  /// When the new employee began; of an entry for new employees.
  public let start: Dato?
  /// The last sign-off; nil when there is none.
  public let sist: Utkvittering?
  /// The day by which it is to be done next; nil when nothing more is to be done.
  public let neste: Dato?
  /// Where it stands.
  public let tilstand: Hjultilstand
}

/// A procedure that is to be revised every second year, on a day.
public struct Revisjonslinje: Hashable, Sendable {
  /// The procedure.
  public let prosedyre: Prosedyre
  /// The version in force.
  public let versjon: Prosedyre.Versjon
  /// The day by which it is to be revised.
  public let neste: Dato
  /// Where it stands.
  public let tilstand: Hjultilstand
}

/// The wheel of the year on a day: what was signed off last, what is due next, what is overdue.
public struct Årshjulstatus: Hashable, Sendable {
  /// The day.
  public let dato: Dato
  /// The wheel.
  public let hjul: Årshjul
  /// Every entry at every place, in the order of the wheel; of entries for new employees, each that began.
  public let linjer: [Hjullinje]
  /// Every procedure in force.
  public let revisjoner: [Revisjonslinje]
  /// Sign-offs of entries or places that the wheel does not have.
  public let utenOppføring: [Utkvittering]

  /// The wheel on a day; what was signed, and who began, after the day is left out.
  public init(
    _ hjul: Årshjul, prosedyrer: [Prosedyre], utkvitteringer: [Utkvittering],
    nyansettelser: [Nyansettelse] = [], på dato: Dato
  ) {
    self.dato = dato
    self.hjul = hjul
    let signed = utkvitteringer.filter { $0.dato <= dato }
    let begun = nyansettelser.filter { $0.start <= dato }
    linjer = hjul.oppføringer.flatMap { entry in
      entry.tjenestesteder.flatMap { place in
        let own = signed.filter { $0.oppføring == entry.id && $0.tjenestested == place }
        let starts = begun.filter { $0.tjenestested == place }.map(\.start)
        return Hjullinje.linjer(entry, place, own, starter: starts, på: dato)
      }
    }
    revisjoner = prosedyrer.compactMap { procedure in
      guard let version = procedure.versjon(på: dato) else { return nil }
      let due = version.fra.adding(måneder: 24)
      return Revisjonslinje(
        prosedyre: procedure, versjon: version, neste: due,
        tilstand: Hjultilstand(sist: version.fra, neste: due, på: dato))
    }
    utenOppføring = signed.filter { signature in
      !hjul.oppføringer.contains {
        $0.id == signature.oppføring && $0.tjenestesteder.contains(signature.tjenestested)
      }
    }
  }

  /// What should have been done, the oldest first.
  public var forfalte: [Hjullinje] {
    linjer.enumerated().filter { $0.element.tilstand == .forfalt }.sorted {
      ($0.element.neste ?? dato, $0.offset) < ($1.element.neste ?? dato, $1.offset)
    }.map(\.element)
  }

  /// Procedures that should have been revised, the oldest first.
  public var forfalteRevisjoner: [Revisjonslinje] {
    revisjoner.filter { $0.tilstand == .forfalt }.sorted { $0.neste < $1.neste }
  }
}

extension Hjullinje {
  fileprivate static func linjer(
    _ entry: Hjuloppføring, _ place: String, _ signed: [Utkvittering], starter: [Dato], på dag: Dato
  ) -> [Hjullinje] {
    func linje(_ last: Utkvittering?, _ next: Dato?, start: Dato? = nil) -> Hjullinje {
      Hjullinje(
        oppføring: entry, tjenestested: place, start: start, sist: last, neste: next,
        tilstand: Hjultilstand(sist: last?.dato, neste: next, på: dag))
    }
    let last = signed.max { $0.dato < $1.dato }
    guard case .etterStart(let weeks) = entry.rytme else {
      return [linje(last, entry.neste(etter: last?.dato))]
    }
    let starts = starter.filter { entry.fra <= $0 }.sorted()
    return zip(starts, signaturer(signed, for: starts)).map { start, own in
      linje(own, own == nil ? start.adding(dager: 7 * weeks) : nil, start: start)
    }
  }

  /// The sign-off of each that began: one that names the day, else one counts for who has waited longest.
  private static func signaturer(_ signed: [Utkvittering], for starts: [Dato]) -> [Utkvittering?] {
    var found: [Utkvittering?] = starts.map { _ in nil }
    let inOrder = signed.sorted { $0.dato < $1.dato }
    for signature in inOrder.filter({ $0.start != nil }) + inOrder.filter({ $0.start == nil }) {
      let place = starts.indices.first {
        found[$0] == nil && starts[$0] <= signature.dato && starts[$0] == signature.start ?? starts[$0]
      }
      if let place { found[place] = signature }
    }
    return found
  }
}

extension Hjuloppføring {
  /// The day by which it is to be done next. The year is divided into as many parts as it has days in the rhythm,
  /// and a sign-off counts for the part that it falls in; so the next day is never before it.
  ///
  /// - Parameter sist: the last sign-off; without one, the first day from which it is asked for decides.
  public func neste(etter sist: Dato?) -> Dato? {
    let days: [Månedsdag]
    switch rytme {
    case .årlig(let day): days = [day]
    case .halvårlig(let spring, let autumn): days = [spring, autumn]
    case .etterStart: return nil
    }
    let from = max(fra, sist ?? fra)
    let due = (from.år...from.år + 1).flatMap { year in days.map { $0.dato(i: year) } }
    guard let sist, fra <= sist else { return due.first { fra <= $0 } }
    func part(_ day: Dato) -> Int { (day.år * 12 + day.deler.måned - 1) * days.count / 12 }
    return due.first { part(sist) < part($0) }
  }
}
