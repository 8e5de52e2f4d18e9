public import Sampling
import Statistics
public import Values

/// What may leave the group: no case, no month of a single draw, no free text, and no count that points to someone.
///
/// It is a type of its own, made from the summary, so that what must not leave has no place to stand. Draw figures
/// are «k of n drawn cases» over twelve whole months under one rule, and only from ten cases on: a window that grows
/// month by month would tell a month by the difference. Counts of avvik are nil where they are 1–4 or all but 1–4,
/// cells of a table also where they would give such a count away, and a point's row of all cases is nil as a whole.
/// It is made for the whole unit, since a team's figures and the unit's would tell those of the others.
public struct Eksternoppsummering: Hashable, Sendable {
  /// The months of the period.
  public let perioden: ClosedRange<Måned>
  /// The twelve months that the figures are about.
  public let tolvMåneder: ClosedRange<Måned>
  /// The day whose state counts.
  public let dag: Dato
  /// Which body it was made for.
  public let slag: Møteslag
  /// The team, or nil for all.
  public let team: String?
  /// The drawn cases, one row a point and team.
  public let punkter: [Utvalgsrad]
  /// Whether no control is locked in the period.
  public let ingenKontroll: Bool
  /// How many rows are left out: fewer than ten drawn cases were judged, or not in twelve months under one rule.
  public let forFå: Int
  /// All cases of the latest month in which every team held a control; nil when there is none.
  public let alleSaker: AlleSakertabell?
  /// The draw against its plan, without swaps.
  public let dekning: [Dekningsrad]
  /// The open avvik; nil where hidden.
  public let åpne: Int?
  /// Those of them past their deadline; nil where hidden.
  public let overFrist: Int?
  /// The median of the days to close; nil under five closed avvik.
  public let medianLukketid: Double?
  /// Avvik by failure area and state, without totals; nil where the table could not hide what it must.
  public let tilstander: Krysstabell?
  /// The same by seriousness.
  public let alvorlighet: Krysstabell?
  /// Causes, in the order of the list; nil where hidden.
  public let årsaker: [Årsaksrad]
  /// Reports by staff in the twelve months on the chosen procedures; nil where hidden.
  public let meldinger: [Melderad]
  /// The points on which a decision in approved minutes says that the system fails.
  public let systemsvikt: [String]

  /// From how many drawn cases on a figure may leave.
  public static let minst = 10
  /// In how many months they must have been drawn.
  public static let månederMinst = 12

  /// Drawn cases on a point.
  public struct Utvalgsrad: Hashable, Sendable {
    /// The point.
    public var punkt: String
    /// The question.
    public var spørsmål: String
    /// The team.
    public var team: String
    /// The figure, with N, n, k and the interval; its months are not told.
    public var telling: Utvalgstelling
  }

  /// All cases of a month by point and outcome: avvik, oppfylt, merknad, ikke aktuelt, ukjent.
  public struct AlleSakertabell: Hashable, Sendable {
    /// The month.
    public var måned: Måned
    /// The points, with their questions.
    public var punkter: [Punktnavn]
    /// The counts of each point; nil for a row that is hidden, since it has a small count.
    public var rader: [[Int]?]

    /// A point as a reader sees it.
    public struct Punktnavn: Hashable, Sendable {
      /// Its id.
      public var id: String
      /// The question.
      public var spørsmål: String
    }
  }

  /// A team's draw against its plan.
  public struct Dekningsrad: Hashable, Sendable {
    /// The team.
    public var team: String
    /// Cases planned.
    public var planlagt: Int
    /// Cases controlled.
    public var kontrollert: Int
    /// The months without a locked control.
    public var utenKontroll: [Måned]
  }

  /// A table of avvik; rows are failure areas, nil for what staff reported.
  public struct Krysstabell: Hashable, Sendable {
    /// The failure areas.
    public var områder: [Int?]
    /// The cells; nil where hidden.
    public var rader: [[Int?]]
  }

  /// How many avvik had a cause.
  public struct Årsaksrad: Hashable, Sendable {
    /// The cause.
    public var årsak: Årsak
    /// How many; nil where hidden.
    public var antall: Int?
  }

  /// How much was reported on a procedure.
  public struct Melderad: Hashable, Sendable {
    /// The procedure.
    public var prosedyre: Meldeprosedyre
    /// How many; nil where hidden.
    public var antall: Int?
  }
}

extension Eksternoppsummering {
  /// What may leave of a summary.
  public init(_ summary: Kvalitetsoppsummering) {
    let valg = summary.valg
    let rows = summary.punkter.flatMap { punkt in
      punkt.rekker.map {
        Utvalgsrad(punkt: punkt.id, spørsmål: punkt.spørsmål, team: $0.team, telling: $0.grunnlag)
      }
    }
    let enough = rows.filter {
      $0.telling.kontrollert >= Self.minst && $0.telling.måneder >= Self.månederMinst
    }
    let picture = summary.avvik
    perioden = valg.perioden
    tolvMåneder = valg.tolvMåneder
    dag = valg.dag
    slag = valg.slag
    team = valg.team
    punkter = enough
    ingenKontroll = !summary.harKontroll
    forFå = rows.count - enough.count
    alleSaker = AlleSakertabell(summary.alleSaker)
    dekning = summary.dekning.map {
      Dekningsrad(
        team: $0.team, planlagt: $0.planlagt, kontrollert: $0.kontrollert, utenKontroll: $0.utenKontroll)
    }
    let open = picture.antallÅpne
    åpne = Småtall.vist(open, av: open)
    overFrist = åpne.flatMap { Småtall.vist(picture.antallOverFrist, av: $0) }
    medianLukketid = picture.medianLukketid
    tilstander = Krysstabell(picture.kryss, \.tilstander)
    alvorlighet = Krysstabell(picture.kryss, \.alvorlighet)
    årsaker = picture.årsaker.map {
      Årsaksrad(årsak: $0.årsak, antall: Småtall.vist($0.antall, av: $0.antall))
    }
    meldinger = summary.meldt.prosedyrer.filter(\.valgt).map {
      Melderad(prosedyre: $0.prosedyre, antall: Småtall.vist($0.tolvMåneder, av: $0.tolvMåneder))
    }
    systemsvikt = summary.punkter.filter { $0.samling.systemsvikt != nil }.map(\.id)
  }
}

extension Småtall {
  /// The count, or nil where it must be hidden.
  fileprivate static func vist(_ antall: Int, av N: Int) -> Int? {
    skjul(antall: antall, av: N) ? nil : antall
  }
}

extension Eksternoppsummering.AlleSakertabell {
  /// The latest month only: the same case counted in two months would be shown by the difference.
  fileprivate init?(_ series: [AlleSakerserie]) {
    guard let month = series.compactMap({ $0.måneder.last?.måned }).max() else { return nil }
    let counted = series.compactMap { serie in
      serie.måneder.last.flatMap { $0.måned == month ? (serie, $0.telling) : nil }
    }
    måned = month
    punkter = counted.map { Punktnavn(id: $0.0.punkt, spørsmål: $0.0.spørsmål) }
    // Every row adds up to the number of cases, which is known.
    rader = counted.map { $0.1.utfall.map(\.1) }.map { Småtall.kanVises(rad: $0) ? $0 : nil }
  }
}

extension Eksternoppsummering.Krysstabell {
  fileprivate init?(_ rows: [Avviksbilde.Kryssrad], _ cells: (Avviksbilde.Kryssrad) -> [Int]) {
    let table = rows.map(cells)
    if table.isEmpty || Småtall.summerRøper(rader: table) { return nil }
    områder = rows.map(\.sviktområde)
    rader = Småtall.skjul(rader: table)
  }
}
