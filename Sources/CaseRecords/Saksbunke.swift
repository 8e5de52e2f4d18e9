public import Values
public import Vocabulary

/// Case records held as columns: one array per field, the events of a case contiguous and sorted by date.
///
/// A rule reads arrays of integers and never a dictionary or a string. One case is a bunke of one.
public struct Saksbunke: Sendable {
  /// The vocabulary the columns follow.
  public let modell: Saksmodell
  /// The cases, in input order.
  public internal(set) var saker: [Sakshode]
  /// One column per fact of the vocabulary; one row per case.
  public internal(set) var opplysninger: [Feltkolonne]
  /// One table per collection that is read from the file, in the order of the vocabulary. Derived collections
  /// have an empty table.
  public internal(set) var samlinger: [Samlingstabell]
  /// The text codes (`H1`) that the rows of a tekstkode column refer to by position.
  public internal(set) var tekstkoder: [String]
}

/// What identifies a case record.
public struct Sakshode: Hashable, Sendable {
  /// The pseudonym.
  public var sak: String
  /// The unit: «solvik».
  public var enhet: String
  /// The team: «fosterhjem-1».
  public var team: String
  /// The extract is complete up to and including this day.
  public var uttrekk: Dato
  /// The record, in whatever form it was read.
  var tekst: Posttekst
  /// The file it was read from, as it was named to us; nil when the name is held back.
  public var fil: String?
  /// The line its record begins on, from 1.
  public var linje = 1

  /// The record in RFC 8785 form, from which its hash is made and which a control stores as its snapshot. It is
  /// made anew each time it is asked for, since few cases are asked.
  public var kanonisk: [UInt8] { tekst.kanonisk }
}

/// Whether a collection may hold more events than are listed.
public enum Åpenhet: UInt8, Hashable, Sendable {
  /// Everything is listed.
  case lukket
  /// Named in `ufullstendig`: there may be more.
  case ufullstendig
  /// Not extracted at all.
  case ikkeUttrukket

  /// Whether there may be events that are not listed.
  public var kanHaFlere: Bool { self != .lukket }
}

/// One field of every row.
///
/// A row holds the set of values that the record allows:
/// - sannhet: `maske` bit 0 = nei, bit 1 = ja; unknown = both.
/// - kode: `maske` bit 0 = none, bit i + 1 = code i of the vocabulary; unknown = all of them.
/// - tall, dato, måned: `maske` bit 0 = may be none, bit 1 = may have a value; the value lies in `lav...høy`
///   (whole numbers, or day numbers).
/// - tekstkode: `maske` as for tall; `lav == høy` = position in `Saksbunke.tekstkoder` when known, else
///   `lav` = 0, `høy` = `Int32.max`.
public struct Feltkolonne: Sendable {
  /// The set of possible answers, as above.
  public internal(set) var maske: [UInt64] = []
  /// The least value; empty for sannhet and kode.
  public internal(set) var lav: [Int32] = []
  /// The largest value; empty for sannhet and kode.
  public internal(set) var høy: [Int32] = []

  /// «None» (for a sannhet: nei) is possible.
  public static let ingen: UInt64 = 1
  /// A value (for a sannhet: ja) is possible.
  public static let verdi: UInt64 = 2
}

/// The events of one collection, for all cases.
///
/// Rows are sorted within a case by (`fraLav`, `fraHøy`, `indeks`).
public struct Samlingstabell: Sendable {
  /// Case c has the rows `start[c] ..< start[c + 1]`.
  public internal(set) var start: [Int32] = [0]
  /// Per case: may there be more events than these?
  public internal(set) var åpenhet: [Åpenhet] = []
  /// Per row: the position in the case file's own list.
  public internal(set) var indeks: [Int32] = []
  /// Per row: the first day that `dato` or `fra` can be. `Dato.tidenesMorgen` when unknown.
  public internal(set) var fraLav: [Int32] = []
  /// Per row: the last day that `dato` or `fra` can be; never after `uttrekk`.
  public internal(set) var fraHøy: [Int32] = []
  /// Per row: the first day `til` can be; `Dato.tidenesEnde` while running. Empty for dated collections.
  public internal(set) var tilLav: [Int32] = []
  /// Per row: the last day `til` can be. Empty for dated collections.
  public internal(set) var tilHøy: [Int32] = []
  /// Per row: the first day `registrert` can be; `Dato.tidenesMorgen` when not recorded.
  public internal(set) var registrertLav: [Int32] = []
  /// Per row: the last day `registrert` can be; `Dato.tidenesEnde` when not recorded.
  public internal(set) var registrertHøy: [Int32] = []
  /// One column per field of the collection.
  public internal(set) var felter: [Feltkolonne] = []

  /// The rows of a case.
  public func rader(_ sak: Int) -> Range<Int> { Int(start[sak])..<Int(start[sak + 1]) }
}
