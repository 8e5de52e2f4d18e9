import CaseRecords
import RuleLanguage
import Values
import Vocabulary

/// The columns that a program reads, copied into memory of their own.
///
/// A rule looks at a few integers of every event. Read through arrays inside arrays, each of them costs two
/// reference counts, which is most of the time; read from here it is one load. Only the columns that the
/// program names are copied, some ten bytes an event, once a run.
final class Kolonneblokk {
  /// A field of every row, as in `Feltkolonne`; a column that the program does not read is nil.
  struct Kolonne {
    var maske: UnsafePointer<UInt64>?
    var lav: UnsafePointer<Int32>?
    var høy: UnsafePointer<Int32>?
  }

  /// The events of one collection, as in `Samlingstabell`.
  struct Tabell {
    /// Case c has the rows `start[c] ..< start[c + 1]`; nil for a collection that the program does not read.
    var start: UnsafePointer<Int32>?
    /// Per case: may there be more events than these?
    var kanHaFlere: UnsafePointer<Bool>?
    var fraLav: UnsafePointer<Int32>?
    var fraHøy: UnsafePointer<Int32>?
    var tilLav: UnsafePointer<Int32>?
    var tilHøy: UnsafePointer<Int32>?
    var registrertLav: UnsafePointer<Int32>?
    var registrertHøy: UnsafePointer<Int32>?
    var felter: UnsafePointer<Kolonne>?
    /// The number in the bunke of the first row.
    var førsteRad = 0
  }

  /// Where the columns come from; it also knows what a rule does not read.
  let bunke: Saksbunke
  /// The cases of the bunke that are here.
  let saker: Range<Int>
  /// Which columns are here.
  let bruk: Kolonnebruk
  /// One table a collection of the vocabulary.
  let tabeller: UnsafePointer<Tabell>
  /// One column a fact of the vocabulary.
  let opplysninger: UnsafePointer<Kolonne>
  private let minne: Blokkminne

  /// The columns of some cases.
  ///
  /// - Parameters:
  ///   - ekstra: how many rows to add to a collection of the last case. They do not exist until they are given
  ///     a day: a row of the end of time is later than every control date.
  init(_ bunke: Saksbunke, _ bruk: Kolonnebruk, saker: Range<Int>, ekstra: [Int: Int] = [:]) {
    self.bunke = bunke
    self.bruk = bruk
    self.saker = saker
    var minne = Blokkminne()
    tabeller = minne.kopi(
      bunke.samlinger.indices.map { samling in
        guard bruk.samlinger.contains(samling) else { return Tabell() }
        return Tabell(
          bunke.samlinger[samling], samling, bruk, saker, ekstra[samling, default: 0], &minne)
      })
    opplysninger = minne.kopi(
      bunke.opplysninger.enumerated().map { index, column in
        let isRead = bruk.felter.contains(Kolonnenavn(samling: -1, felt: index))
        return isRead ? Kolonne(column, saker, 0, &minne) : Kolonne()
      })
    self.minne = minne
  }

  deinit { minne.frigi() }

  /// Writes a value in a column of this block. For a block of one case that nobody else looks at: the search
  /// for missing facts tries out what they may be.
  func skriv<Verdi: BitwiseCopyable>(_ value: Verdi, _ column: UnsafePointer<Verdi>?, _ row: Int) {
    guard let column else { return }
    UnsafeMutablePointer(mutating: column)[row] = value
  }
}

extension Kolonneblokk.Tabell {
  fileprivate init(
    _ table: Samlingstabell, _ samling: Int, _ bruk: Kolonnebruk, _ saker: Range<Int>, _ extra: Int,
    _ minne: inout Blokkminne
  ) {
    let rows = Int(table.start[saker.lowerBound])..<Int(table.start[saker.upperBound])
    var starts = table.start[saker.lowerBound...saker.upperBound].map { $0 - Int32(rows.lowerBound) }
    starts[starts.count - 1] += Int32(extra)
    let (dawn, end) = (Dato.tidenesMorgen.dag, Dato.tidenesEnde.dag)
    førsteRad = rows.lowerBound
    start = minne.kopi(starts)
    kanHaFlere = minne.kopi(table.åpenhet[saker].map { $0.kanHaFlere })
    fraLav = minne.kopi(table.fraLav, rows, extra, end)
    fraHøy = minne.kopi(table.fraHøy, rows, extra, end)
    tilLav = minne.kopi(table.tilLav, rows, extra, dawn)
    tilHøy = minne.kopi(table.tilHøy, rows, extra, end)
    if bruk.registrert {
      registrertLav = minne.kopi(table.registrertLav, rows, extra, dawn)
      registrertHøy = minne.kopi(table.registrertHøy, rows, extra, end)
    }
    felter = minne.kopi(
      table.felter.enumerated().map { index, column in
        let isRead = bruk.felter.contains(Kolonnenavn(samling: samling, felt: index))
        return isRead ? Kolonneblokk.Kolonne(column, rows, extra, &minne) : Kolonneblokk.Kolonne()
      })
  }
}

extension Kolonneblokk.Kolonne {
  fileprivate init(_ column: Feltkolonne, _ rows: Range<Int>, _ extra: Int, _ minne: inout Blokkminne) {
    maske = minne.kopi(column.maske, rows, extra, 0)
    lav = minne.kopi(column.lav, rows, extra, 0)
    høy = minne.kopi(column.høy, rows, extra, 0)
  }
}

/// Memory that a block owns.
private struct Blokkminne {
  private var deler: [UnsafeMutableRawPointer] = []

  mutating func kopi<Verdi>(_ array: [Verdi]) -> UnsafePointer<Verdi> {
    let copy = UnsafeMutablePointer<Verdi>.allocate(capacity: array.count)
    copy.initialize(from: array, count: array.count)
    deler.append(UnsafeMutableRawPointer(copy))
    return UnsafePointer(copy)
  }

  /// Some rows of a column, with more of them at the end; nil for a column that is not kept.
  mutating func kopi<Verdi: BitwiseCopyable>(
    _ column: [Verdi], _ rows: Range<Int>, _ extra: Int, _ fill: Verdi
  ) -> UnsafePointer<Verdi>? {
    if column.isEmpty, !rows.isEmpty { return nil }
    let copy = UnsafeMutablePointer<Verdi>.allocate(capacity: rows.count + extra)
    column.withUnsafeBufferPointer { source in
      if let base = source.baseAddress { copy.initialize(from: base + rows.lowerBound, count: rows.count) }
    }
    (copy + rows.count).initialize(repeating: fill, count: extra)
    deler.append(UnsafeMutableRawPointer(copy))
    return UnsafePointer(copy)
  }

  func frigi() { for part in deler { part.deallocate() } }
}
