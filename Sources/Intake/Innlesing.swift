/// What an upload gave: an extract, or why there is none; and what the reader should know of it.
public struct Innlesing: Hashable, Sendable {
  /// The extract; nil when nothing can be used.
  public var uttrekk: Uttrekk?
  /// The reconciliation: every case is accounted for.
  public var linjer: [Avstemmingslinje] = []
  /// What is wrong with the files.
  public var feil: [Innlesingsfeil] = []
  /// What is not known, and what comes of it.
  public var ukjent: [Ukjent] = []

  init() {}
}

/// A line of the reconciliation: «Lest inn: 118 saker».
public struct Avstemmingslinje: Hashable, Sendable {
  /// What is counted: «Lest inn».
  public var tekst: String
  /// How many.
  public var antall: Int
  /// Whether the reader must look at it.
  public var erVarsel: Bool

  /// A line.
  public init(_ tekst: String, _ antall: Int, erVarsel: Bool = false) {
    self.tekst = tekst
    self.antall = antall
    self.erVarsel = erVarsel
  }
}

/// What is wrong with a file, in bokmål. It never holds a value from the file.
public struct Innlesingsfeil: Error, Hashable, Sendable {
  /// A stable short name, for tests and support.
  public var kode: String
  /// The file as the user named it, or «fil 2» when the name itself may be an identity.
  public var fil: String?
  /// The line, from 1.
  public var linje: Int?
  /// The column in characters, from 1; in a table the number of the cell.
  public var kolonne: Int?
  /// The case, when its pseudonym is known.
  public var sak: String?
  /// What is wrong and what to do.
  public var melding: String

  /// A fault at a place.
  public init(
    kode: String, fil: String? = nil, linje: Int? = nil, kolonne: Int? = nil, sak: String? = nil,
    melding: String
  ) {
    self.kode = kode
    self.fil = fil
    self.linje = linje
    self.kolonne = kolonne
    self.sak = sak
    self.melding = melding
  }

  /// «uttrekk.csv, linje 4, kolonne 2»; empty when the fault is of no place.
  public var sted: String {
    [fil, linje.map { "linje \($0)" }, kolonne.map { "kolonne \($0)" }].compactMap { $0 }
      .joined(separator: ", ")
  }
}

/// Something that the extract does not tell: a collection, or a fact.
public struct Ukjent: Hashable, Sendable {
  /// Why it is not known.
  public enum Grunn: Hashable, Sendable {
    /// The extract does not hold it at all.
    case ikkeMed
    /// There may be more than the extract has.
    case kanskjeFlere
    /// It is there, but a field is not filled in.
    case ikkeUtfylt
  }

  /// The collection's name, or `opplysninger`.
  public var samling: String
  /// The field, or nil for a collection as a whole.
  public var felt: String?
  /// How it is spoken of: «drøftinger».
  public var navn: String
  /// Why it is not known.
  public var grunn: Grunn
  /// In how many cases.
  public var saker: Int
  /// Of how many cases.
  public var av: Int
  /// The points that become «ukjent» in at least one of them, in the checklist's order.
  public var punkter: [String]
}
