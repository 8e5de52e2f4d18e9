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
  }

  /// Where the columns come from; it also knows what a rule does not read.
  let bunke: Saksbunke
  /// One table a collection of the vocabulary.
  private(set) var tabeller: UnsafePointer<Tabell>
  /// One column a fact of the vocabulary.
  private(set) var opplysninger: UnsafePointer<Kolonne>
  private var minne: [UnsafeMutableRawPointer] = []

  init(_ bunke: Saksbunke, _ bruk: Kolonnebruk) {
    self.bunke = bunke
    tabeller = UnsafePointer(UnsafeMutablePointer<Tabell>.allocate(capacity: 0))
    opplysninger = UnsafePointer(UnsafeMutablePointer<Kolonne>.allocate(capacity: 0))
    minne = [UnsafeMutableRawPointer(mutating: tabeller), UnsafeMutableRawPointer(mutating: opplysninger)]
    let tables = bunke.samlinger.indices.map { samling in
      bruk.samlinger.contains(samling) ? tabell(bunke.samlinger[samling], samling, bruk) : Tabell()
    }
    let facts = bunke.opplysninger.enumerated().map { index, column in
      kolonne(column, bruk.felter.contains(Kolonnenavn(samling: -1, felt: index)))
    }
    tabeller = kopi(tables)
    opplysninger = kopi(facts)
  }

  deinit { for block in minne { block.deallocate() } }

  private func tabell(_ table: Samlingstabell, _ samling: Int, _ bruk: Kolonnebruk) -> Tabell {
    Tabell(
      start: kopi(table.start), kanHaFlere: kopi(table.åpenhet.map(\.kanHaFlere)), fraLav: kopi(table.fraLav),
      fraHøy: kopi(table.fraHøy), tilLav: kopi(table.tilLav), tilHøy: kopi(table.tilHøy),
      registrertLav: bruk.registrert ? kopi(table.registrertLav) : nil,
      registrertHøy: bruk.registrert ? kopi(table.registrertHøy) : nil,
      felter: kopi(
        table.felter.enumerated().map { index, column in
          kolonne(column, bruk.felter.contains(Kolonnenavn(samling: samling, felt: index)))
        }))
  }

  private func kolonne(_ column: Feltkolonne, _ isRead: Bool) -> Kolonne {
    isRead ? Kolonne(maske: kopi(column.maske), lav: kopi(column.lav), høy: kopi(column.høy)) : Kolonne()
  }

  private func kopi<Verdi: BitwiseCopyable>(_ array: [Verdi]) -> UnsafePointer<Verdi> {
    let copy = UnsafeMutablePointer<Verdi>.allocate(capacity: array.count)
    array.withUnsafeBufferPointer { source in
      if let base = source.baseAddress { copy.update(from: base, count: source.count) }
    }
    minne.append(UnsafeMutableRawPointer(copy))
    return UnsafePointer(copy)
  }

  private func kopi(_ array: [Tabell]) -> UnsafePointer<Tabell> {
    let copy = UnsafeMutablePointer<Tabell>.allocate(capacity: array.count)
    copy.initialize(from: array, count: array.count)
    minne.append(UnsafeMutableRawPointer(copy))
    return UnsafePointer(copy)
  }
}

/// A column of the vocabulary by position; `samling` is −1 for a fact of the case.
struct Kolonnenavn: Hashable {
  var samling: Int
  var felt: Int
}

/// Which collections, fields and facts a program reads.
struct Kolonnebruk {
  private(set) var samlinger: Set<Int> = []
  private(set) var felter: Set<Kolonnenavn> = []
  /// Whether days of registration matter.
  let registrert: Bool

  init(_ program: Regelprogram, registrert: Bool) {
    self.registrert = registrert
    for query in program.spørringer { samlinger.insert(Int(query.samling)) }
    for node in program.noder { noter(node, program.modell) }
    for samling in samlinger { noterVarighet(samling, program.modell) }
  }

  private mutating func noter(_ node: Node, _ modell: Saksmodell) {
    switch node {
    case .felt(let ref), .harVerdi(let ref), .erBlant(let ref, _), .tallfelt(let ref), .datofelt(let ref):
      noter(ref)
    case .likTekst(let a, let b):
      noter(a)
      noter(b)
    case .opphold(let samling, _, _): noterOpphold(Int(samling), modell)
    case .alder:
      guard let fact = modell.fødselsmåned else { break }
      felter.insert(Kolonnenavn(samling: -1, felt: fact))
    default: break
    }
  }

  private mutating func noter(_ ref: Feltref) {
    if ref.samling >= 0 { samlinger.insert(Int(ref.samling)) }
    felter.insert(Kolonnenavn(samling: Int(ref.samling), felt: Int(ref.felt)))
  }

  private mutating func noterVarighet(_ samling: Int, _ modell: Saksmodell) {
    guard let stays = modell.samlinger[samling].varighet.flatMap({ modell.samling($0.innenfor) }) else {
      return
    }
    noterOpphold(stays, modell)
  }

  private mutating func noterOpphold(_ samling: Int, _ modell: Saksmodell) {
    guard let rule = modell.samlinger[samling].avledning, let source = modell.samling(rule.kilde) else {
      return
    }
    samlinger.insert(source)
    for field in [rule.sammeFelt, rule.koblingsfelt].compactMap(modell.samlinger[source].felt) {
      felter.insert(Kolonnenavn(samling: source, felt: field))
    }
  }
}

extension Saksmodell {
  /// The fact that holds the month of birth: the one of type måned.
  var fødselsmåned: Int? { opplysninger.firstIndex { $0.type == .måned } }
}
