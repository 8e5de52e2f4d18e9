import CaseRecords
import RuleLanguage
import Values
import Vocabulary

/// Evidence: the tree of sub-results that decided an outcome.
///
/// Every value in it comes from the evaluator itself, so it cannot disagree with the verdict.
extension Regelkjøring {
  /// The evidence of an outcome: the one part that decided it, or all of them under the outcome's own name.
  mutating func bevis(_ deciding: [Nodeindeks], _ utfall: Utfall) -> Bevis? {
    if deciding.count == 1 { return bevis(deciding[0]) }
    let parts = deciding.map { bevis($0) }
    if parts.isEmpty { return nil }
    return Bevis(uttrykk: parts.map(\.uttrykk).joined(separator: " · "), verdi: utfall.rawValue, deler: parts)
  }

  mutating func bevis(_ index: Nodeindeks) -> Bevis {
    Bevis(
      uttrykk: evaluator.program.kilder[Int(index.verdi)].tekst, verdi: verditekst(index),
      hendelser: hendelser(index), deler: avgjørendeDeler(index).map { bevis($0) })
  }

  /// The sub-expressions that decided a value: of a conjunction that fails, only the parts that fail.
  mutating func avgjørendeDeler(_ index: Nodeindeks) -> [Nodeindeks] {
    switch evaluator.skrevet(index) {
    case .og(let a, let b), .eller(let a, let b):
      let value = evaluator.sannhet(index)
      let deciding = [a, b].filter { evaluator.sannhet($0) == value }
      return deciding
    case .ikke(let a), .rundet(_, let a), .flytt(let a, _), .førDato(let a), .periodestart(let a): return [a]
    case .hvis(let c, let a, let b):
      switch evaluator.sannhet(c) {
      case .ja: return [c, a]
      case .nei: return [c, b]
      case .ukjent: return [c, a, b]
      }
    case .sammenlignTall(_, let a, let b), .sammenlignDato(_, let a, let b), .dekker(let a, let b),
      .dekkerDato(let a, let b), .overlapper(let a, let b), .regn(_, let a, let b), .andel(let a, let b),
      .dagerAv(let a, let b), .union(let a, let b), .samtidig(let a, let b), .uten(let a, let b):
      return [a, b]
    case .fraTil(let a, let b): return [a, b].filter(\.finnes)
    case .mellomrom(_, let query, let whole):
      return [evaluator.program.spørringer[Int(query)].mens, whole].filter(\.finnes)
    case .definisjon(let position): return [evaluator.program.definisjoner[Int(position)].node]
    default: return []
    }
  }

  /// The events that a question rests on.
  mutating func hendelser(_ index: Nodeindeks) -> [Hendelsesreferanse] {
    let rows: [Int]
    let query: Int32
    switch evaluator.skrevet(index) {
    case .minst(_, let q), .antall(let q), .dagerMed(let q), .perioderMed(let q), .mellomrom(_, let q, _):
      (query, rows) = (q, treffrader(q))
    case .alle(let q, let har):
      let value = evaluator.sannhet(index)
      query = q
      rows = treffrader(q, har: har).filter { value == .ja || $0.har == value }.map(\.rad)
    case .siste(let q, _): (query, rows) = (q, Array(treffrader(q).suffix(1)))
    case .første(let q, _): (query, rows) = (q, Array(treffrader(q).prefix(1)))
    default: return []
    }
    let samling = Int(evaluator.program.spørringer[Int(query)].samling)
    return rows.map { referanse(samling, $0) }
  }

  /// The listed events that match a question, certainly or possibly, in order of date.
  mutating func treffrader(_ query: Int32) -> [Int] {
    var rows: [Int] = []
    evaluator.forHver(query) { _, row, _ in if row != Evaluator.ulistet { rows.append(row) } }
    return rows
  }

  /// The listed events that match, with what `har (…)` says of each: nei only for one that certainly matches.
  mutating func treffrader(_ query: Int32, har: Nodeindeks) -> [(rad: Int, har: Sannhet)] {
    let nivå = evaluator.program.spørringer[Int(query)].nivå
    var rows: [(rad: Int, har: Sannhet)] = []
    evaluator.forHver(query) { evaluator, row, match in
      guard row != Evaluator.ulistet else { return }
      evaluator.setRad(row, nivå: nivå)
      rows.append((row, !match || evaluator.sannhet(har)))
    }
    return rows
  }

  func referanse(_ samling: Int, _ row: Int) -> Hendelsesreferanse {
    let table = evaluator.bunke.samlinger[samling]
    let day = Datoomfang(Dato(dag: table.fraLav[row]), Dato(dag: table.fraHøy[row]))
    return Hendelsesreferanse(
      samling: evaluator.program.modell.samlinger[samling].navn, indeks: Int(table.indeks[row]),
      dato: day.første <= .tidenesMorgen ? nil : day.description)
  }

  // MARK: Values as text

  mutating func verditekst(_ index: Nodeindeks) -> String {
    switch type(av: index) {
    case .tall:
      let value = evaluator.tall(index)
      return value.finnes == .nei ? "ingen" : value.verdi.description
    case .dato:
      let value = evaluator.dato(index)
      if value.finnes == .nei { return "ingen" }
      return value.verdi.første <= .tidenesMorgen ? "ukjent" : value.verdi.description
    case .perioder: return periodetekst(evaluator.perioder(index))
    default: return evaluator.sannhet(index).description
    }
  }

  private func periodetekst(_ periods: Periodeomfang) -> String {
    let certain = periods.sikker.perioder.map(\.iso).joined(separator: ", ")
    if periods.sikker == periods.mulig { return certain.isEmpty ? "ingen dager" : certain }
    let possible = periods.mulig.uten(periods.sikker).perioder.map(\.iso).joined(separator: ", ")
    return certain.isEmpty ? "kanskje \(possible)" : "\(certain); kanskje \(possible)"
  }

  func type(av index: Nodeindeks) -> Verditype {
    switch evaluator.skrevet(index) {
    case .tall, .tallfelt, .regn, .rundet, .antall, .dagerMed, .andel, .dagerAv, .parameter: .tall
    case .dato, .kontrolldato, .datofelt, .start, .slutt, .opphold, .periodestart, .flytt,
      .årsskifte:
      .dato
    case .sisteTid, .iFjor, .hittilIÅr, .fraTil, .førDato, .alder, .perioderMed, .union, .samtidig, .uten:
      .perioder
    case .hvis(_, let a, _): type(av: a)
    case .definisjon(let position): evaluator.program.definisjoner[Int(position)].type
    default: .sannhet
    }
  }
}

extension Periode {
  /// `2013-01-01/2013-12-31`, with nothing at an open end (ISO 8601 intervals, open as in EDTF).
  var iso: String {
    "\(fra <= .tidenesMorgen ? ".." : fra.description)/\(til >= .tidenesEnde ? ".." : til.description)"
  }
}
