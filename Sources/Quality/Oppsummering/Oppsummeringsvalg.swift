public import Sampling
public import Values

/// What a summary is asked for: the months it looks back on, the day it is made for, and the meeting.
public struct Oppsummeringsvalg: Hashable, Sendable {
  /// The months of the period, normally two.
  public let perioden: ClosedRange<Måned>
  /// The day whose state counts: what was overdue, open or approved then.
  public var dag: Dato
  /// Which body meets.
  public var slag: Møteslag
  /// One team, or nil for all.
  public var team: String?
  /// The two procedures that staff must report avvik on.
  public var valgteProsedyrer: [Meldeprosedyre]
  /// How many cases a team is to control in a month.
  public var planlagt: Int
  /// Lines for «Sjekklister og prosedyrer til revisjon».
  public var revisjon: [String]
  /// Lines for «Årshjul».
  public var årshjul: [String]

  /// A request; nil when the last month comes before the first. The day is the last of the period when left out.
  public init?(
    fra: Måned, til: Måned, dag: Dato? = nil, slag: Møteslag = .kvalitetsgruppe, team: String? = nil,
    valgteProsedyrer: [Meldeprosedyre] = [], planlagt: Int = 2, revisjon: [String] = [],
    årshjul: [String] = []
  ) {
    guard fra <= til else { return nil }
    perioden = fra...til
    self.dag = dag ?? til.sisteDag
    self.slag = slag
    self.team = team
    self.valgteProsedyrer = valgteProsedyrer
    self.planlagt = planlagt
    self.revisjon = revisjon
    self.årshjul = årshjul
  }

  /// The twelve months up to the end of the period.
  public var tolvMåneder: ClosedRange<Måned> { tilbake(12) }

  /// So many months up to the end of the period.
  public func tilbake(_ måneder: Int) -> ClosedRange<Måned> {
    perioden.upperBound.adding(måneder: 1 - måneder)...perioden.upperBound
  }
}

/// A procedure that staff report avvik on.
public struct Meldeprosedyre: Hashable, Sendable {
  /// Its id.
  public var id: String
  /// What it is called.
  public var navn: String

  /// A procedure.
  public init(id: String, navn: String) {
    self.id = id
    self.navn = navn
  }
}

extension Måned {
  /// «september 2014».
  public var bokmål: String { Datoomfang(førsteDag, sisteDag).bokmål }
}

extension ClosedRange<Måned> {
  /// «fra september 2014 til oktober 2014», or the month alone.
  public var bokmål: String {
    lowerBound == upperBound ? "i \(lowerBound.bokmål)" : "fra \(lowerBound.bokmål) til \(upperBound.bokmål)"
  }
}
