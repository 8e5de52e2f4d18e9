public import CaseRecords
import RuleLanguage
import Values
import Vocabulary

/// Evidence: the tree of sub-results that decided an outcome.
///
/// Every value in it comes from the evaluator itself, so it cannot disagree with the verdict.
extension Regelkjøring {
  /// The evidence of an outcome for a reader: the one part that decided it, or all of them under the outcome's
  /// own name.
  public func bevis(av spor: Bevisspor, _ utfall: Utfall) -> Bevis? {
    let parts = bevis(spor, 0..<spor.ledd.count)
    if parts.count < 2 { return parts.first }
    return Bevis(
      uttrykk: parts.map(\.uttrykk).joined(separator: " · "), verdi: utfall.rawValue, deler: parts)
  }

  /// The sub-results at the top of a stretch of a trace.
  private func bevis(_ spor: Bevisspor, _ range: Range<Int>) -> [Bevis] {
    var result: [Bevis] = []
    var position = range.lowerBound
    while position < range.upperBound {
      let part = spor.ledd[position]
      let events = spor.rader[Int(part.hendelser.lowerBound)..<Int(part.hendelser.upperBound)]
      result.append(
        Bevis(
          uttrykk: evaluator.program.kilder[Int(part.node.verdi)].tekst, verdi: part.verdi.description,
          hendelser: events.map { referanse(Int(part.samling), Int($0)) },
          deler: bevis(spor, position + 1..<Int(part.slutt))))
      position = Int(part.slutt)
    }
    return result
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
    evaluator.bunke.reference(samling: samling, row: row)
  }

  func type(av index: Nodeindeks) -> Verditype {
    switch evaluator.skrevet(index) {
    case .tall, .tallfelt, .regn, .rundet, .antall, .dagerMed, .andel, .dagerAv, .parameter: .tall
    case .dato, .kontrolldato, .datofelt, .start, .slutt, .opphold, .periodestart, .dagenFor,
      .flytt, .årsskifte:
      .dato
    case .sisteTid, .iFjor, .hittilIÅr, .fraTil, .førDato, .alder, .perioderMed, .union, .samtidig, .uten:
      .perioder
    case .hvis(_, let a, _): type(av: a)
    case .definisjon(let position): evaluator.program.definisjoner[Int(position)].type
    default: .sannhet
    }
  }
}

extension Saksbunke {
  /// The listed events of a collection in a case, in order of date.
  public func events(samling: Int, sak: Int) -> [Hendelsesreferanse] {
    samlinger[samling].rader(sak).map { reference(samling: samling, row: $0) }
  }

  func reference(samling: Int, row: Int) -> Hendelsesreferanse {
    let table = samlinger[samling]
    let day = Datoomfang(Dato(dag: table.fraLav[row]), Dato(dag: table.fraHøy[row]))
    return Hendelsesreferanse(
      samling: modell.samlinger[samling].navn, indeks: Int(table.indeks[row]),
      dato: day.første <= .tidenesMorgen ? nil : day.description)
  }
}

extension Bevisspor.Verdi: CustomStringConvertible {
  /// `ja`, `3–5`, `2014-03-12`, `2013-01-01/..`.
  public var description: String {
    switch self {
    case .sannhet(let value): value.description
    case .tall(let value, let finnes): finnes == .nei ? "ingen" : value.description
    case .dato(_, .nei): "ingen"
    case .dato(let value, _): value.første <= .tidenesMorgen ? "ukjent" : value.description
    case .perioder(let value): value.tekst
    }
  }
}

extension Periodeomfang {
  fileprivate var tekst: String {
    let certain = sikker.map(\.iso).joined(separator: ", ")
    if sikker == mulig { return certain.isEmpty ? "ingen dager" : certain }
    let possible = mulig.uten(sikker).map(\.iso).joined(separator: ", ")
    return certain.isEmpty ? "kanskje \(possible)" : "\(certain); kanskje \(possible)"
  }
}

extension Periode {
  /// `2013-01-01/2013-12-31`, with nothing at an open end (ISO 8601 intervals, open as in EDTF).
  var iso: String {
    "\(fra <= .tidenesMorgen ? ".." : fra.description)/\(til >= .tidenesEnde ? ".." : til.description)"
  }
}
