import CaseRecords
import Values
import Vocabulary

/// A fact that a record may leave open, by its place in the columns of the bunke.
enum Faktum: Hashable {
  /// A fact of the case.
  case opplysning(felt: Int)
  /// A field of an event.
  case felt(samling: Int, rad: Int, felt: Int)
  /// A day of an event.
  case dag(samling: Int, rad: Int, Tidspunkt)
  /// What a collection holds besides the events that are listed: one fact.
  case samling(Int)

  /// Which day of an event.
  enum Tidspunkt: Int {
    /// `dato` or `fra`.
    case start
    /// `til`.
    case slutt
    case registrert
  }
}

extension Faktum {
  /// The order of a record: facts of the case, then collections in the vocabulary's order; in a collection
  /// its events in the order of the file with their days before their fields, and last what is not listed.
  func plass(_ bunke: Saksbunke) -> [Int] {
    switch self {
    case .opplysning(let felt): [-1, felt]
    case .dag(let samling, let row, let tid):
      [samling, Int(bunke.samlinger[samling].indeks[row]), 0, tid.rawValue]
    case .felt(let samling, let row, let felt):
      [samling, Int(bunke.samlinger[samling].indeks[row]), 1, felt]
    case .samling(let samling): [samling, .max]
    }
  }
}

extension Evaluator {
  /// Every fact of the case that is open and is among what is read.
  func åpneFakta(_ bruk: Kolonnebruk) -> [Faktum] {
    let facts = bruk.felter.filter {
      $0.samling < 0 && erÅpen(fakta[$0.felt], sak) && !erKjentFødsel($0.felt)
    }
    return facts.map { .opplysning(felt: $0.felt) } + bruk.samlinger.flatMap { åpneFakta(i: $0, bruk) }
  }

  private func åpneFakta(i samling: Int, _ bruk: Kolonnebruk) -> [Faktum] {
    let table = tabeller[samling]
    var result: [Faktum] = kanHaFlere(samling) ? [.samling(samling)] : []
    let fields = bruk.felter.filter { $0.samling == samling }.map(\.felt)
    for row in rader(samling) where finnes(samling, row) != .nei {
      for (tid, low, high) in [
        (Faktum.Tidspunkt.start, table.fraLav, table.fraHøy), (.slutt, table.tilLav, table.tilHøy),
        (.registrert, table.registrertLav, table.registrertHøy),
      ] where samlinger[samling].erPeriode || tid != .slutt {
        if let low, let high, low[row] != high[row] {
          result.append(.dag(samling: samling, rad: radnummer(samling, row), tid))
        }
      }
      for field in fields {
        guard let column = table.felter?[field], erÅpen(column, row) else { continue }
        result.append(.felt(samling: samling, rad: radnummer(samling, row), felt: field))
      }
    }
    return result
  }

  /// A month is as much as a record may hold of a birth.
  func erKjentFødsel(_ felt: Int) -> Bool {
    guard felt == fødselsmåned, let mask = fakta[felt].maske, let low = fakta[felt].lav,
      let high = fakta[felt].høy
    else { return false }
    return mask[sak] == Feltkolonne.verdi && high[sak] - low[sak] <= 31
  }

  func erÅpen(_ column: Kolonneblokk.Kolonne, _ row: Int) -> Bool {
    guard let mask = column.maske?[row] else { return false }
    if mask.nonzeroBitCount > 1 { return true }
    guard mask == Feltkolonne.verdi, let low = column.lav, let high = column.høy else { return false }
    return low[row] != high[row]
  }
}
