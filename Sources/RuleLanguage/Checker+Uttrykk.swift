import Values
import Vocabulary

/// Typing of expressions, one case each.
extension Checker {
  /// The node and type of an expression. Both sides are always checked, so that all findings come at once.
  mutating func infer(_ uttrykk: Uttrykk, hint: Verditype?) -> (Nodeindeks, Verditype)? {
    switch uttrykk.innhold {
    case .tall(let number): return (emit(.tall(addTall(number)), uttrykk), .tall)
    case .dato(let date): return (emit(.dato(date), uttrykk), .dato)
    case .navn(let name): return navn(name, uttrykk)
    case .medlem(let owner, let member): return medlem(owner, member, uttrykk)
    case .verdiPå(let name, let date): return verdiPå(name, date, uttrykk)
    case .tilVurdering: return (emit(.tilVurdering, uttrykk), .sannhet)
    case .ikke(let inner): return node(inner, .sannhet).map { (emit(.ikke($0), uttrykk), .sannhet) }
    case .og(let a, let b):
      return both(a, .sannhet, b, .sannhet).map { (emit(.og($0, $1), uttrykk), .sannhet) }
    case .eller(let a, let b): return eller(a, b, uttrykk, hint)
    case .hvis(let c, let a, let b): return hvis(c, a, b, uttrykk, hint)
    case .sammenlign(let how, let a, let b): return sammenlign(how, a, b, uttrykk)
    case .erBlant(let field, let list): return erBlant(field, list, uttrykk)
    case .regn(let how, let a, let b):
      return both(a, .tall, b, .tall).map { (emit(.regn(how, $0, $1), uttrykk), .tall) }
    case .flytt(let date, let step):
      return node(date, .dato).map { (emit(.flytt($0, Steg(step)), uttrykk), .dato) }
    case .rundet(let down, let inner):
      return node(inner, .tall).map { (emit(.rundet(ned: down, $0), uttrykk), .tall) }
    case .spørring(let query): return spørring(query, uttrykk)
    case .mellomrom(let step, let query, let whole): return mellomrom(step, query, whole, uttrykk)
    default: return perioder(uttrykk)
    }
  }

  /// Typing of what makes or measures periods.
  private mutating func perioder(_ uttrykk: Uttrykk) -> (Nodeindeks, Verditype)? {
    switch uttrykk.innhold {
    case .vindu(let window): return vindu(window, uttrykk)
    case .fraTil(let first, let last):
      let a = first.map { node($0, .dato) }
      let b = last.map { node($0, .dato) }
      if a == .some(nil) || b == .some(nil) { return nil }
      return (emit(.fraTil((a ?? nil) ?? .ingen, (b ?? nil) ?? .ingen), uttrykk), .perioder)
    case .alder(let before, let years):
      return (emit(.alder(før: before, år: Int32(years)), uttrykk), .perioder)
    case .samtidigMed(let a, let b):
      return both(a, .perioder, b, .perioder).map { (emit(.samtidig($0, $1), uttrykk), .perioder) }
    case .uten(let a, let b):
      return both(a, .perioder, b, .perioder).map { (emit(.uten($0, $1), uttrykk), .perioder) }
    case .dekker(let a, let b): return dekker(a, b, uttrykk)
    case .overlapper(let a, let b):
      return both(a, .perioder, b, .perioder).map { (emit(.overlapper($0, $1), uttrykk), .sannhet) }
    case .andel(let whole, let part):
      return both(whole, .perioder, part, .perioder).map { (emit(.andel(av: $0, med: $1), uttrykk), .tall) }
    case .dagerAv(let days, let whole):
      return both(days, .perioder, whole, .perioder).map { (emit(.dagerAv($0, i: $1), uttrykk), .tall) }
    default: return nil
    }
  }

  private mutating func both(
    _ a: Uttrykk, _ aType: Verditype, _ b: Uttrykk, _ bType: Verditype
  ) -> (Nodeindeks, Nodeindeks)? {
    let first = node(a, aType)
    let second = node(b, bType)
    guard let first, let second else { return nil }
    return (first, second)
  }

  private mutating func eller(
    _ a: Uttrykk, _ b: Uttrykk, _ uttrykk: Uttrykk, _ hint: Verditype?
  ) -> (Nodeindeks, Verditype)? {
    let first = infer(a, hint: hint)
    let second = infer(b, hint: first?.1 ?? hint)
    guard let first, let second else { return nil }
    switch (first.1, second.1) {
    case (.sannhet, .sannhet): return (emit(.eller(first.0, second.0), uttrykk), .sannhet)
    case (.perioder, .perioder): return (emit(.union(first.0, second.0), uttrykk), .perioder)
    default:
      report(
        .unlikeTypes, uttrykk.område, "«eller» cannot join \(first.1.navn) and \(second.1.navn).",
        hint: "Both sides must be truth values, or both periods.")
      return nil
    }
  }

  private mutating func hvis(
    _ condition: Uttrykk, _ a: Uttrykk, _ b: Uttrykk, _ uttrykk: Uttrykk, _ hint: Verditype?
  ) -> (Nodeindeks, Verditype)? {
    let test = node(condition, .sannhet)
    let first = infer(a, hint: hint)
    let second = infer(b, hint: first?.1 ?? hint)
    guard let test, let first, let second else { return nil }
    guard first.1 == second.1 else {
      report(
        .unlikeTypes, b.område, "After «så» stands \(first.1.navn), after «ellers» \(second.1.navn).",
        hint: "Both must be of one type.")
      return nil
    }
    return (emit(.hvis(test, first.0, second.0), uttrykk), first.1)
  }

  private mutating func dekker(_ a: Uttrykk, _ b: Uttrykk, _ uttrykk: Uttrykk) -> (Nodeindeks, Verditype)? {
    let left = node(a, .perioder)
    let right = infer(b, hint: nil)
    guard let left, let right else { return nil }
    switch right.1 {
    case .perioder: return (emit(.dekker(left, right.0), uttrykk), .sannhet)
    case .dato: return (emit(.dekkerDato(left, right.0), uttrykk), .sannhet)
    default:
      report(
        .wrongType, b.område, "«dekker» needs periods or a date on its right side, not \(right.1.navn).",
        hint: "Write «P dekker kontrolldatoen» or «P dekker siste 12 måneder».")
      return nil
    }
  }

  private mutating func sammenlign(
    _ how: Sammenligning, _ a: Uttrykk, _ b: Uttrykk, _ uttrykk: Uttrykk
  ) -> (Nodeindeks, Verditype)? {
    if how == .er || how == .erIkke, let field = kodefelt(a) {
      guard let mask = maske([b], field) else { return nil }
      return (negated(how == .erIkke, .erBlant(field, mask), uttrykk), .sannhet)
    }
    let left = infer(a, hint: nil)
    let right = infer(b, hint: left?.1)
    guard let left, let right else { return nil }
    switch (left.1, right.1) {
    case (.tall, .tall) where how != .før && how != .etter:
      return (emit(.sammenlignTall(how, left.0, right.0), uttrykk), .sannhet)
    case (.dato, .dato):
      return (emit(.sammenlignDato(how, left.0, right.0), uttrykk), .sannhet)
    case (.tekstkode, .tekstkode) where how == .er || how == .erIkke:
      guard let x = feltref(a), let y = feltref(b) else { return nil }
      return (negated(how == .erIkke, .likTekst(x, y), uttrykk), .sannhet)
    default:
      report(
        .unlikeTypes, uttrykk.område,
        "«\(how.rawValue)» cannot compare \(left.1.navn) with \(right.1.navn).",
        hint: left.1 == .sannhet
          ? "A truth value stands alone: write the name, or «ikke» before it."
          : "A number is compared with a number, a date with a date, and a field with its own codes.")
      return nil
    }
  }

  /// `er ikke` means not (x er k): ja where the field is none.
  private mutating func negated(_ negate: Bool, _ node: Node, _ uttrykk: Uttrykk) -> Nodeindeks {
    let positive = emit(node, uttrykk)
    return negate ? emit(.ikke(positive), uttrykk) : positive
  }

  private mutating func erBlant(
    _ field: Uttrykk, _ list: [Uttrykk], _ uttrykk: Uttrykk
  ) -> (Nodeindeks, Verditype)? {
    guard let ref = kodefelt(field) else {
      if infer(field, hint: nil) != nil {
        report(
          .wrongType, field.område, "«er blant» needs a field with codes on its left side.",
          hint: "Join other comparisons with «eller».")
      }
      return nil
    }
    guard let mask = maske(list, ref) else { return nil }
    return (emit(.erBlant(ref, mask), uttrykk), .sannhet)
  }

  /// The bits of the codes in a field's mask; bit 0 is «none».
  private mutating func maske(_ list: [Uttrykk], _ field: Feltref) -> UInt64? {
    guard case .kode(let codes) = felttype(field) else { return nil }
    var mask: UInt64 = 0
    var ok = true
    for element in list {
      let word: String
      switch element.innhold {
      case .navn(let name): word = name
      case .tall(let number): word = number.description
      default: word = element.description
      }
      if let index = codes.firstIndex(where: { $0.navn == word }) {
        mask |= 1 << UInt64(index + 1)
      } else {
        ok = false
        report(
          .unknownCode, element.område, "«\(word)» is not a code of this field.",
          forslag: nearest(word, in: codes.map(\.navn)),
          hint: "The codes are \(codes.map(\.navn).joined(separator: ", ")).")
      }
    }
    return ok ? mask : nil
  }
}

extension Steg {
  init(_ varighet: Varighet) {
    self.init(antall: Int32(clamping: varighet.antall), iMåneder: varighet.enhet == .måneder)
  }
}
