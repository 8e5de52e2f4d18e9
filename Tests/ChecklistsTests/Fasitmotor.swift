import JSONText
import RuleLanguage
import Values
import Vocabulary

/// A set of days, as the question «is this day in it?».
typealias Dagsett = (Dato) -> Bool

/// An exact number, apart from the engine's own.
struct Rasjonal: Equatable {
  var p: Int
  var q: Int

  init(_ p: Int, _ q: Int = 1) {
    var (a, b) = (abs(p), abs(q))
    while b != 0 { (a, b) = (b, a % b) }
    let sign = q < 0 ? -1 : 1
    self.p = sign * p / max(a, 1)
    self.q = sign * q / max(a, 1)
  }

  var gulv: Int { p >= 0 ? p / q : -((-p + q - 1) / q) }

  static func < (a: Rasjonal, b: Rasjonal) -> Bool { a.p * b.q < b.p * a.q }
}

/// The value of a rule on a complete record: there is nothing it does not know, so it is two-valued.
///
/// As naive as it can be: straight over the syntax tree and the JSON of the record, day by day. It shares no
/// code with the engine but the calendar and the parser, so that a difference is a fault in one of them.
struct Fasitmotor {
  let sak: JSONValue
  let modell: Saksmodell
  let kontrolldato: Dato
  var kjentPå: Dato?
  var definisjoner: [String: Uttrykk] = [:]
  var parametre: [String: [(fra: Dato, verdi: Int)]] = [:]
  /// The child's day of birth, which the record itself never tells.
  var født: Dato

  /// An event in scope.
  struct Hendelse {
    var samling: String
    var felter: JSONValue
    var start: Dato
    var slutt: Dato?
  }

  enum Verdi {
    case sannhet(Bool)
    case tall(Rasjonal?)
    case dato(Dato?)
    case perioder(Dagsett)
    case kode(JSONValue?)
  }

  /// Days enough to tell sets of days apart: every boundary in the tests lies well inside.
  static let dager: [Dato] = {
    let first = Dato.nyttår(2008)
    return (0...3_650).map { first.adding(dager: $0) }
  }()

  // MARK: Values by type

  func sann(_ u: Uttrykk, _ ramme: [Hendelse]) -> Bool {
    if case .sannhet(let value) = verdi(u, ramme) { return value }
    return false
  }

  func tall(_ u: Uttrykk, _ ramme: [Hendelse]) -> Rasjonal? {
    if case .tall(let value) = verdi(u, ramme) { return value }
    return nil
  }

  func dato(_ u: Uttrykk, _ ramme: [Hendelse]) -> Dato? {
    if case .dato(let value) = verdi(u, ramme) { return value }
    return nil
  }

  func perioder(_ u: Uttrykk, _ ramme: [Hendelse]) -> Dagsett {
    if case .perioder(let value) = verdi(u, ramme) { return value }
    return { _ in false }
  }

  // MARK: Expressions

  func verdi(_ u: Uttrykk, _ ramme: [Hendelse]) -> Verdi {
    switch u.innhold {
    case .tall(let number): return .tall(Rasjonal(Int(number.teller), Int(number.nevner)))
    case .dato(let day): return .dato(day)
    case .navn(let name): return navn(name, ramme)
    case .medlem(let owner, let member): return medlem(owner, member, ramme)
    case .verdiPå(let name, let day): return .tall(dato(day, ramme).flatMap { parameter(name, $0) })
    case .ikke(let a): return .sannhet(!sann(a, ramme))
    case .og(let a, let b): return .sannhet(sann(a, ramme) && sann(b, ramme))
    case .eller(let a, let b):
      if case .perioder(let left) = verdi(a, ramme) {
        let right = perioder(b, ramme)
        return .perioder { left($0) || right($0) }
      }
      return .sannhet(sann(a, ramme) || sann(b, ramme))
    case .hvis(let c, let a, let b): return sann(c, ramme) ? verdi(a, ramme) : verdi(b, ramme)
    case .sammenlign(let how, let a, let b): return .sannhet(sammenlign(how, a, b, ramme))
    case .erBlant(let a, let list): return .sannhet(list.contains { erKode(a, $0, ramme) })
    case .regn(let how, let a, let b):
      guard let x = tall(a, ramme), let y = tall(b, ramme) else { return .tall(nil) }
      return .tall(regn(how, x, y))
    case .flytt(let day, let step):
      return .dato(dato(day, ramme).map { flyttet($0, step.antall, step.enhet) })
    case .rundet(let down, let a):
      return .tall(tall(a, ramme).map { Rasjonal(down ? $0.gulv : -Rasjonal(-$0.p, $0.q).gulv) })
    case .andel(let whole, let part):
      let inside = Self.dager.filter(perioder(whole, ramme))
      return .tall(Rasjonal(inside.filter(perioder(part, ramme)).count, inside.count))
    case .dagerAv(let part, let whole):
      return .tall(Rasjonal(Self.dager.filter(perioder(whole, ramme)).filter(perioder(part, ramme)).count))
    case .spørring(let query): return spør(query, ramme)
    case .mellomrom(let step, let query, let whole):
      return .sannhet(mellomrom(step, query, perioder(whole, ramme), ramme))
    default: return perioduttrykk(u, ramme)
    }
  }

  private func perioduttrykk(_ u: Uttrykk, _ ramme: [Hendelse]) -> Verdi {
    switch u.innhold {
    case .vindu(let window): return .perioder(periode(window, ramme))
    case .fraTil(let a, let b):
      let first = a.map { dato($0, ramme) }
      let last = b.map { dato($0, ramme) }
      if first == .some(nil) || last == .some(nil) { return .perioder { _ in false } }
      return .perioder { day in
        (first ?? nil).map { $0 <= day } ?? true && (last ?? nil).map { day <= $0 } ?? true
      }
    case .alder(let before, let years):
      let birthday = flyttet(født, years * 12, .måneder)
      return .perioder { before ? $0 < birthday : birthday <= $0 }
    case .samtidigMed(let a, let b):
      let (x, y) = (perioder(a, ramme), perioder(b, ramme))
      return .perioder { x($0) && y($0) }
    case .uten(let a, let b):
      let (x, y) = (perioder(a, ramme), perioder(b, ramme))
      return .perioder { x($0) && !y($0) }
    case .dekker(let a, let b):
      let x = perioder(a, ramme)
      switch verdi(b, ramme) {
      case .dato(let day): return .sannhet(day.map(x) ?? false)
      case .perioder(let y): return .sannhet(Self.dager.allSatisfy { !y($0) || x($0) })
      default: return .sannhet(false)
      }
    case .overlapper(let a, let b):
      let (x, y) = (perioder(a, ramme), perioder(b, ramme))
      return .sannhet(Self.dager.contains { x($0) && y($0) })
    default: return .sannhet(false)
    }
  }

  func flyttet(_ day: Dato, _ count: Int, _ unit: Varighet.Enhet) -> Dato {
    unit == .måneder ? day.adding(måneder: count) : day.adding(dager: count)
  }

  private func regn(_ how: Regneart, _ x: Rasjonal, _ y: Rasjonal) -> Rasjonal {
    switch how {
    case .pluss: Rasjonal(x.p * y.q + y.p * x.q, x.q * y.q)
    case .minus: Rasjonal(x.p * y.q - y.p * x.q, x.q * y.q)
    case .ganger: Rasjonal(x.p * y.p, x.q * y.q)
    case .delt: Rasjonal(x.p * y.q, x.q * y.p)
    }
  }

  // MARK: Comparisons: with none they are nei

  private func sammenlign(_ how: Sammenligning, _ a: Uttrykk, _ b: Uttrykk, _ ramme: [Hendelse]) -> Bool {
    switch verdi(a, ramme) {
    case .tall(let x?):
      guard let y = tall(b, ramme) else { return how == .erIkke }
      return holder(how, mindre: x < y, større: y < x)
    case .dato(let x?):
      guard let y = dato(b, ramme) else { return how == .erIkke }
      return holder(how, mindre: x < y, større: y < x)
    case .tall, .dato: return how == .erIkke
    case .kode(let x):
      if case .medlem = b.innhold, case .kode(let y) = verdi(b, ramme) {
        return (x != nil && x == y) == (how == .er)
      }
      return erKode(a, b, ramme) == (how == .er)
    default: return false
    }
  }

  private func holder(_ how: Sammenligning, mindre: Bool, større: Bool) -> Bool {
    switch how {
    case .er: !mindre && !større
    case .erIkke: mindre || større
    case .minst: !mindre
    case .høyst: !større
    case .merEnn, .etter: større
    case .mindreEnn, .før: mindre
    }
  }

  private func erKode(_ a: Uttrykk, _ code: Uttrykk, _ ramme: [Hendelse]) -> Bool {
    guard case .kode(let value?) = verdi(a, ramme) else { return false }
    switch code.innhold {
    case .navn(let name): return value == .string(name)
    case .tall(let number): return value == .integer(number.teller)
    default: return false
    }
  }
}
