public import Values

/// The wheel of the year: what is done again and again, where, by when, and who answers for it.
public struct Årshjul: Hashable, Sendable {
  /// Where sign-offs are given.
  public var tjenestesteder: [Tjenestested]
  /// What is signed off.
  public var oppføringer: [Hjuloppføring]

  /// A wheel.
  public init(tjenestesteder: [Tjenestested], oppføringer: [Hjuloppføring]) {
    self.tjenestesteder = tjenestesteder
    self.oppføringer = oppføringer
  }

  /// What a place is called; its id when it is not known.
  public func navn(påTjenestested id: String) -> String {
    tjenestesteder.first { $0.id == id }?.navn ?? id
  }
}

/// A place of service. Those outside the child welfare service sign like the others, and see no case.
public struct Tjenestested: Hashable, Sendable {
  /// Names the place in sign-offs.
  public var id: String
  /// What it is called.
  public var navn: String
  /// Whether it is a part of the child welfare service.
  public var erBarnevern: Bool

  /// A place.
  public init(id: String, navn: String, erBarnevern: Bool) {
    self.id = id
    self.navn = navn
    self.erBarnevern = erBarnevern
  }
}

/// An entry of the wheel.
public struct Hjuloppføring: Hashable, Sendable {
  /// Names the entry in sign-offs, for ever.
  public var id: String
  /// What kind it is.
  public var slag: Hjulslag
  /// What it is called; that of its procedure when it has no name of its own.
  public var navn: String
  /// The procedure it is about.
  public var prosedyre: String?
  /// The places that sign it.
  public var tjenestesteder: [String]
  /// The role that answers for it.
  public var ansvarlig: String
  /// How often.
  public var rytme: Rytme
  /// The first day on which it is asked for.
  public var fra: Dato

  /// An entry.
  public init(
    id: String, slag: Hjulslag, navn: String, prosedyre: String? = nil, tjenestesteder: [String],
    ansvarlig: String, rytme: Rytme, fra: Dato
  ) {
    self.id = id
    self.slag = slag
    self.navn = navn
    self.prosedyre = prosedyre
    self.tjenestesteder = tjenestesteder
    self.ansvarlig = ansvarlig
    self.rytme = rytme
    self.fra = fra
  }
}

/// The three kinds of entry.
public enum Hjulslag: String, Hashable, Sendable, CaseIterable {
  /// A procedure is gone through.
  case gjennomgang
  /// A course; its day and number of participants are written at the sign-off.
  case opplæring
  /// What somebody new must have been through.
  case nyansatt
}

/// How often an entry is due.
public enum Rytme: Hashable, Sendable {
  /// Once a calendar year, by a day.
  case årlig(Månedsdag)
  /// Once in each half of a calendar year, by a day in each.
  case halvårlig(vår: Månedsdag, høst: Månedsdag)
  /// So many weeks after somebody began.
  case etterStart(uker: Int)
}

/// A day that every year has: 29 February is none.
public struct Månedsdag: Hashable, Comparable, Sendable {
  /// The month, 1–12.
  public let måned: Int
  /// The day of the month.
  public let dag: Int

  /// A day of every year; nil when there is none.
  public init?(måned: Int, dag: Int) {
    guard (1...12).contains(måned), (1...Dato.dager(iMåned: måned, år: 2013)).contains(dag) else {
      return nil
    }
    self.måned = måned
    self.dag = dag
  }

  /// `09-30`.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }), let måned = Int(parts[0]),
      let dag = Int(parts[1])
    else { return nil }
    self.init(måned: måned, dag: dag)
  }

  /// The day in a year.
  public func dato(i år: Int) -> Dato {
    Dato(år: år, måned: måned, dag: dag) ?? .årsslutt(år)
  }

  /// Earlier in the year than.
  public static func < (a: Månedsdag, b: Månedsdag) -> Bool { (a.måned, a.dag) < (b.måned, b.dag) }
}
