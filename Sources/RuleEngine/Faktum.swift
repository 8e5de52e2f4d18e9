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

  /// The question that asks for it, and the document to open.
  func manglende(_ bunke: Saksbunke) -> Manglendeopplysning {
    let modell = bunke.modell
    switch self {
    case .opplysning(let felt):
      return Manglendeopplysning(
        samling: "opplysninger", indeks: nil, felt: modell.opplysninger[felt].navn,
        tekst: modell.opplysninger[felt].spørsmål, dokument: "saksopplysningene")
    case .felt(let samling, let row, let felt):
      let field = modell.samlinger[samling].felter[felt]
      return hendelse(bunke, samling, row, field.navn, field.spørsmål)
    case .dag(let samling, let row, let tid):
      let (name, question) = spørsmål(om: tid, erPeriode: modell.samlinger[samling].tid == .periode)
      return hendelse(bunke, samling, row, name, question)
    case .samling(let samling):
      let kind = modell.samlinger[samling]
      return Manglendeopplysning(
        samling: kind.navn, indeks: nil, felt: nil,
        tekst: "Finnes det \(kind.ord.flertall) som ikke står i uttrekket?",
        dokument: "saksmappa: \(kind.ord.flertall)")
    }
  }

  private func spørsmål(om tid: Tidspunkt, erPeriode: Bool) -> (felt: String, String) {
    switch tid {
    case .start where erPeriode: ("fra", "Hvilken dag begynte det?")
    case .start: ("dato", "Hvilken dag var det?")
    case .slutt: ("til", "Hvilken dag sluttet det?")
    case .registrert: ("registrert", "Hvilken dag ble det registrert?")
    }
  }

  private func hendelse(
    _ bunke: Saksbunke, _ samling: Int, _ row: Int, _ felt: String, _ question: String
  ) -> Manglendeopplysning {
    let kind = bunke.modell.samlinger[samling]
    let table = bunke.samlinger[samling]
    let day = Datoomfang(Dato(dag: table.fraLav[row]), Dato(dag: table.fraHøy[row]))
    return Manglendeopplysning(
      samling: kind.navn, indeks: Int(table.indeks[row]), felt: felt, tekst: question,
      dokument: "\(kind.dokument) \(day.bokmål)")
  }
}

extension Felt {
  /// The question that asks for the field. A label reads on from «om», or is itself a question.
  fileprivate var spørsmål: String {
    let words = ["hva", "hvem", "hvilken", "hvilket", "hvilke", "hvor", "hvordan", "hvorfor", "når"]
    let first = etikett.prefix { $0 != " " }
    if words.contains(String(first)) { return "Avklar \(etikett)." }
    return type == .sannhet ? "Står det at \(etikett)?" : "Avklar om \(etikett)."
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
