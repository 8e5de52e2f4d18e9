import CaseRecords
import RuleLanguage
import Values

/// Truth values.
extension Evaluator {
  mutating func sannhet(_ index: Nodeindeks) -> Sannhet {
    switch node(index) {
    case .sannhet(let value): return value
    case .tilVurdering:
      brukteSkjønn = true
      return skjønn
    case .og(let a, let b):
      let left = sannhet(a)
      return left == .nei ? .nei : samlet(index, left && sannhet(b))
    case .eller(let a, let b):
      let left = sannhet(a)
      return left == .ja ? .ja : samlet(index, left || sannhet(b))
    case .ikke(let a): return !sannhet(a)
    case .hvis(let c, let a, let b):
      switch sannhet(c) {
      case .ja: return sannhet(a)
      case .nei: return sannhet(b)
      case .ukjent: return sannhet(a).eller(sannhet(b))
      }
    case .felt(let ref): return erBlant(ref, Feltkolonne.verdi)
    case .harVerdi(let ref): return harVerdi(ref)
    case .erBlant(let ref, let mask): return erBlant(ref, mask)
    case .likTekst(let a, let b): return likTekst(a, b)
    case .sammenlignTall(let how, let a, let b): return Evaluator.sammenlign(how, tall(a), tall(b))
    case .sammenlignDato(let how, let a, let b): return sammenlignDato(how, a, b)
    case .dekker(let a, let b): return dekker(a, b)
    case .dekkerDato(let a, let b): return dekkerDato(a, b)
    case .overlapper(let a, let b): return perioder(a).overlapper(perioder(b))
    case .minst(let count, let query): return minst(Int(count), query)
    case .alle(let query, let har): return alle(query, har)
    case .siste(let query, let har): return ytterste(query, har, siste: true)
    case .første(let query, let har): return ytterste(query, har, siste: false)
    case .mellomrom(let step, let query, let whole): return mellomrom(step, query, whole)
    case .definisjon(let index): return definertSannhet(index)
    default: return .ukjent
    }
  }

  /// Of one field that is one of some codes, all that is asked is asked at once: what is red or blue is surely red or
  /// blue, though neither is known of it.
  private func samlet(_ index: Nodeindeks, _ value: Sannhet) -> Sannhet {
    guard value == .ukjent, let (ref, mask) = koder(index) else { return value }
    return erBlant(ref, mask)
  }

  /// The values of one field for which a condition holds; nil when it asks for anything else.
  private func koder(_ index: Nodeindeks) -> (Feltref, UInt64)? {
    switch node(index) {
    case .felt(let ref): return (ref, Feltkolonne.verdi)
    case .erBlant(let ref, let mask): return (ref, mask)
    case .ikke(let inner): return koder(inner).map { ($0, ~$1) }
    case .og(let a, let b):
      guard let (ref, left) = koder(a), let (other, right) = koder(b), ref == other else { return nil }
      return (ref, left & right)
    case .eller(let a, let b):
      guard let (ref, left) = koder(a), let (other, right) = koder(b), ref == other else { return nil }
      return (ref, left | right)
    default: return nil
    }
  }

  private static func sammenlign(
    _ how: Sammenligning, _ a: Kanskje<Tallomfang>, _ b: Kanskje<Tallomfang>
  ) -> Sannhet {
    let x = a.verdi
    let y = b.verdi
    let both = a.finnes && b.finnes
    switch how {
    case .er: return x.erLik(y) && both
    case .erIkke: return !(x.erLik(y) && both)
    case .minst: return !x.erMindreEnn(y) && both
    case .høyst: return !y.erMindreEnn(x) && both
    case .merEnn, .etter: return y.erMindreEnn(x) && both
    case .mindreEnn, .før: return x.erMindreEnn(y) && both
    }
  }

  static func sammenlign(
    _ how: Sammenligning, _ a: Kanskje<Datoomfang>, _ b: Kanskje<Datoomfang>
  ) -> Sannhet {
    let x = a.verdi
    let y = b.verdi
    let both = a.finnes && b.finnes
    switch how {
    case .er: return x.erSammeDag(som: y) && both
    case .erIkke: return !(x.erSammeDag(som: y) && both)
    case .minst: return !x.erFør(y) && both
    case .høyst: return !y.erFør(x) && both
    case .merEnn, .etter: return y.erFør(x) && both
    case .mindreEnn, .før: return x.erFør(y) && both
    }
  }

  // MARK: Fields

  /// The column of a field or fact and the row to read; nil for an event that is not listed.
  @inline(__always) private func celle(_ ref: Feltref) -> (Kolonneblokk.Kolonne, rad: Int)? {
    if ref.samling < 0 { return (fakta[Int(ref.felt)], sak) }
    let row = rad(ref.nivå)
    guard row != Evaluator.ulistet, let fields = tabeller[Int(ref.samling)].felter else { return nil }
    return (fields[Int(ref.felt)], row)
  }

  /// The least and the largest value of a number, date or text code; nil for an event that is not listed.
  func grenser(_ ref: Feltref) -> (lav: Int32, høy: Int32)? {
    guard let (column, row) = celle(ref), let low = column.lav, let high = column.høy else { return nil }
    return (low[row], high[row])
  }

  /// Whether a field has a value: its possible answers do, do not, or may hold «none».
  func harVerdi(_ ref: Feltref) -> Sannhet { erBlant(ref, ~Feltkolonne.ingen) }

  /// Whether a field is known to have the code at this position of its list.
  func er(_ ref: Feltref, _ kode: Int) -> Bool { erBlant(ref, 1 << UInt64(kode + 1)) == .ja }

  /// Whether the possible answers in a field (see `Feltkolonne`) are all, none or some of those asked for.
  private func erBlant(_ ref: Feltref, _ wanted: UInt64) -> Sannhet {
    guard let (column, row) = celle(ref), let mask = column.maske else { return .ukjent }
    let possible = mask[row]
    if possible & wanted == 0 { return .nei }
    return possible & ~wanted == 0 ? .ja : .ukjent
  }

  private func likTekst(_ a: Feltref, _ b: Feltref) -> Sannhet {
    guard let x = grenser(a), let y = grenser(b) else { return .ukjent }
    let both = harVerdi(a) && harVerdi(b)
    if x.lav == x.høy, y.lav == y.høy { return Sannhet(x.lav == y.lav) && both }
    return .ukjent && both
  }
}
