internal import CaseRecords
internal import Vocabulary

/// What must hold of any bytes at all when they are taken for a file of case records.
public enum Saksfuzz {
  /// What does not hold of these bytes; nil when everything does.
  ///
  /// Whatever is accepted stands in columns of consistent lengths, sorted, and its canonical form is read again
  /// into the same columns. The name decides how a file is divided, so both kinds are tried.
  public static func brudd(_ bytes: [UInt8]) -> String? {
    for navn in ["saker.jsonl", "sak.json"] {
      let bunke = les(bytes, navn).bunke
      if let brudd = Kolonneprøve.brudd(bunke) { return "\(navn): \(brudd)" }
      for (number, sak) in bunke.saker.enumerated() {
        let (again, feil) = les(sak.kanonisk, "sak.json")
        guard feil.isEmpty, again.saker.count == 1 else { return "\(navn): the canonical form is refused" }
        guard again.saker[0].kanonisk == sak.kanonisk else {
          return "\(navn): the canonical form is not final"
        }
        // Text codes are numbered in the order met, which copying a case makes the same for both.
        guard Kolonneprøve.tall(again.sak(at: 0)) == Kolonneprøve.tall(bunke.sak(at: number)) else {
          return "\(navn): the canonical form has other columns"
        }
      }
    }
    return nil
  }

  private static func les(_ bytes: [UInt8], _ navn: String) -> (bunke: Saksbunke, feil: [Lesefeil]) {
    Saksinnlesing(modell: Fuzzmodell.modell) { Identitetsvakt().treff(i: $0)?.beskrivelse }
      .les([.minne(navn: navn, bytes: bytes)])
  }
}

/// The laws of the columns of a bunke.
enum Kolonneprøve {
  static func brudd(_ bunke: Saksbunke) -> String? {
    let cases = bunke.saker.count
    for (felt, kolonne) in zip(bunke.modell.opplysninger, bunke.opplysninger) {
      if let brudd = brudd(kolonne, felt, rows: cases, bunke) { return brudd }
    }
    for (samling, tabell) in zip(bunke.modell.samlinger, bunke.samlinger) where samling.avledning == nil {
      guard tabell.start.count == cases + 1, tabell.åpenhet.count == cases, tabell.start.first == 0,
        zip(tabell.start, tabell.start.dropFirst()).allSatisfy({ $0 <= $1 })
      else { return "\(samling.navn): the cases' rows are not in order" }
      let rows = Int(tabell.start[cases])
      let ends = samling.tid == .periode ? rows : 0
      let columns = [tabell.indeks, tabell.fraLav, tabell.fraHøy, tabell.registrertLav, tabell.registrertHøy]
      guard columns.allSatisfy({ $0.count == rows }),
        [tabell.tilLav, tabell.tilHøy].allSatisfy({ $0.count == ends })
      else { return "\(samling.navn): the columns have different lengths" }
      if let brudd = brudd(tabell, samling, bunke) { return brudd }
    }
    return nil
  }

  private static func brudd(_ tabell: Samlingstabell, _ samling: Samling, _ bunke: Saksbunke) -> String? {
    let rows = tabell.indeks.count
    let ranges = [
      (tabell.fraLav, tabell.fraHøy), (tabell.tilLav, tabell.tilHøy),
      (tabell.registrertLav, tabell.registrertHøy),
    ]
    guard ranges.allSatisfy({ zip($0.0, $0.1).allSatisfy { $0 <= $1 } }) else {
      return "\(samling.navn): a day comes before itself"
    }
    for sak in bunke.saker.indices {
      let keys = tabell.rader(sak).map { (tabell.fraLav[$0], tabell.fraHøy[$0], tabell.indeks[$0]) }
      guard zip(keys, keys.dropFirst()).allSatisfy({ $0 < $1 }) else { return "\(samling.navn): not sorted" }
      guard keys.map(\.2).sorted() == (0..<Int32(keys.count)).map({ $0 }) else {
        return "\(samling.navn): the places in the file's list are not each there once"
      }
    }
    for (felt, kolonne) in zip(samling.felter, tabell.felter) {
      if let brudd = brudd(kolonne, felt, rows: rows, bunke) { return "\(samling.navn).\(brudd)" }
    }
    return nil
  }

  private static func brudd(_ kolonne: Feltkolonne, _ felt: Felt, rows: Int, _ bunke: Saksbunke) -> String? {
    let (ranges, possible) = form(felt.type)
    guard kolonne.maske.count == rows, kolonne.lav.count == (ranges ? rows : 0),
      kolonne.høy.count == kolonne.lav.count
    else { return "\(felt.navn): the columns have different lengths" }
    guard kolonne.maske.allSatisfy({ $0 != 0 && $0 & ~possible == 0 }) else {
      return "\(felt.navn): a value that is not in the vocabulary, or none at all"
    }
    for row in kolonne.lav.indices where kolonne.maske[row] & Feltkolonne.verdi != 0 {
      guard kolonne.lav[row] <= kolonne.høy[row] else { return "\(felt.navn): an empty range" }
      guard felt.type == .tekstkode, kolonne.maske[row] == Feltkolonne.verdi,
        kolonne.lav[row] == kolonne.høy[row]
      else { continue }
      guard bunke.tekstkoder.indices.contains(Int(kolonne.lav[row])) else {
        return "\(felt.navn): a text code that nobody has"
      }
    }
    return nil
  }

  /// Whether a type has ranges, and the bits that its masks may have.
  private static func form(_ type: Felttype) -> (ranges: Bool, possible: UInt64) {
    switch type {
    case .sannhet: (false, 3)
    case .kode(let koder): (false, (2 << UInt64(koder.count)) - 1)
    case .tall, .dato, .måned, .tekstkode: (true, 3)
    }
  }

  /// Everything that the columns of a bunke hold, for comparison.
  static func tall(_ bunke: Saksbunke) -> [[Int64]] {
    func tall(_ kolonne: Feltkolonne) -> [[Int64]] {
      [kolonne.maske.map { Int64(bitPattern: $0) }, kolonne.lav.map(Int64.init), kolonne.høy.map(Int64.init)]
    }
    var all = bunke.opplysninger.flatMap(tall)
    for tabell in bunke.samlinger {
      all.append(tabell.åpenhet.map { Int64($0.rawValue) })
      let columns = [
        tabell.start, tabell.indeks, tabell.fraLav, tabell.fraHøy, tabell.tilLav, tabell.tilHøy,
        tabell.registrertLav, tabell.registrertHøy,
      ]
      all += columns.map { $0.map(Int64.init) } + tabell.felter.flatMap(tall)
    }
    return all + bunke.tekstkoder.map { $0.unicodeScalars.map { Int64($0.value) } }
  }
}
