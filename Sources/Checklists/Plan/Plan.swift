public import Values

/// A plan of measures as data: what fails or is aimed at, what is done about it, by when, and who answers for it.
///
/// It carries what real plans have: rows without a number, several dates in a cell for several measures, dates
/// that are words, references to other measures, and dates that are missing.
public struct Plan: Hashable, Sendable {
  /// `fremdriftsplan-2014`, which is also its file name.
  public var id: String
  /// What it is called.
  public var navn: String
  /// Which columns it has.
  public var slag: Planslag
  /// The day it was made, or of an action plan the day its status was written.
  public var dato: Dato
  /// The last day for handing it in, when it has one.
  public var innsendes: Dato?
  /// Whom it is handed in to, when it is.
  public var mottaker: String?
  /// The days it is in force on.
  public var gjelder: Periode
  /// Where it is from.
  public var kilde: String
  /// The aims that its rows are grouped under, in order; none in a progress plan.
  public var hovedmål: [Hovedmål]
  /// The rows, in the order of the source.
  public var rader: [Planrad]

  /// An aim that several rows serve.
  public struct Hovedmål: Hashable, Sendable {
    /// Its number, as text.
    public var id: String
    /// What is aimed at.
    public var tekst: String
  }

  /// A plan.
  public init(
    id: String, navn: String, slag: Planslag, dato: Dato, innsendes: Dato? = nil, mottaker: String? = nil,
    gjelder: Periode, kilde: String, hovedmål: [Hovedmål], rader: [Planrad]
  ) {
    self.id = id
    self.navn = navn
    self.slag = slag
    self.dato = dato
    self.innsendes = innsendes
    self.mottaker = mottaker
    self.gjelder = gjelder
    self.kilde = kilde
    self.hovedmål = hovedmål
    self.rader = rader
  }

  /// All measures, row by row.
  public var tiltak: [Plantiltak] { rader.flatMap(\.tiltak) }
}

/// The two kinds of plan, which differ in their columns.
public enum Planslag: String, Hashable, Sendable, CaseIterable {
  /// Nr · Sviktområde · Konkrete tiltak · Tidspunkt for iverksetting · Tidspunkt for evaluering · Ansvarlig.
  case fremdriftsplan
  /// Mål · Plantiltak · Frist · Status · Merknader.
  case handlingsplan
}

/// A row of a plan: a failure area or an aim, and its measures.
public struct Planrad: Hashable, Sendable {
  /// Names the row.
  public var id: String
  /// What stands in the column of numbers; nil when nothing does.
  public var nr: String?
  /// The aim it belongs under.
  public var hovedmål: String?
  /// What fails, or what is aimed at.
  public var tekst: String
  /// The measures, in order; at least one.
  public var tiltak: [Plantiltak]
  /// The cell that says when measures are put into effect; it may hold more times than one.
  public var iverksettes: [Tidspunkt]
  /// The cell that says when they are evaluated.
  public var evalueres: [Tidspunkt]
  /// The roles that answer for it; none in an action plan.
  public var ansvarlig: [String]
  /// What the source says unclearly, and how we read it.
  public var merknadOmKilden: String?
  /// The failure area it is about.
  public var sviktområde: Int?
  /// The points that measure it.
  public var punkter: [String]
  /// The procedures it is about.
  public var prosedyrer: [String]
  /// Entries of the wheel of the year whose sign-offs show that it is done.
  public var årshjul: [String]

  /// A row.
  public init(
    id: String, nr: String? = nil, hovedmål: String? = nil, tekst: String, tiltak: [Plantiltak],
    iverksettes: [Tidspunkt], evalueres: [Tidspunkt], ansvarlig: [String], merknadOmKilden: String? = nil,
    sviktområde: Int? = nil, punkter: [String], prosedyrer: [String], årshjul: [String]
  ) {
    self.id = id
    self.nr = nr
    self.hovedmål = hovedmål
    self.tekst = tekst
    self.tiltak = tiltak
    self.iverksettes = iverksettes
    self.evalueres = evalueres
    self.ansvarlig = ansvarlig
    self.merknadOmKilden = merknadOmKilden
    self.sviktområde = sviktområde
    self.punkter = punkter
    self.prosedyrer = prosedyrer
    self.årshjul = årshjul
  }
}

/// A measure: one bullet of the source.
public struct Plantiltak: Hashable, Sendable {
  /// Names the measure in the plan, for ever.
  public var id: String
  /// What is done.
  public var tekst: String
  /// Bullets under the bullet.
  public var underpunkter: [String]
  /// Other measures of the plan that it refers to.
  public var se: [String]
  /// When it is put into effect. With more times than one the plan does not say which is this measure's.
  public var iverksettes: [Tidspunkt]
  /// When it is evaluated; likewise.
  public var evalueres: [Tidspunkt]
  /// What an action plan says of it on the day of its status.
  public var status: Tiltaksord?
  /// Remarks of an action plan.
  public var merknader: [String]
  /// What the source says unclearly, and how we read it.
  public var merknadOmKilden: String?

  /// A measure.
  public init(
    id: String, tekst: String, underpunkter: [String], se: [String], iverksettes: [Tidspunkt],
    evalueres: [Tidspunkt], status: Tiltaksord? = nil, merknader: [String], merknadOmKilden: String? = nil
  ) {
    self.id = id
    self.tekst = tekst
    self.underpunkter = underpunkter
    self.se = se
    self.iverksettes = iverksettes
    self.evalueres = evalueres
    self.status = status
    self.merknader = merknader
    self.merknadOmKilden = merknadOmKilden
  }
}

/// The words with which an action plan says how far a measure has come.
public enum Tiltaksord: String, Hashable, Sendable, CaseIterable {
  case ferdig
  case pågår
  /// The source says nothing.
  case mangler
}

/// What stands in a cell for a time.
public enum Tidspunkt: Hashable, Sendable {
  /// A day.
  case dag(Dato)
  /// Some day of a month.
  case måned(Datoomfang)
  /// It is going on already.
  case pågår
  /// Again and again, so many months between; and how, in words.
  case jevnlig(måneder: Int, tekst: String)
  /// The source has no date, and this is known.
  case mangler

  /// The last day for it; nil for words.
  public var dag: Dato? {
    switch self {
    case .dag(let day): day
    case .måned(let month): month.siste
    case .pågår, .jevnlig, .mangler: nil
    }
  }
}
