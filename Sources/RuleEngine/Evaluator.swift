import CaseRecords
import RuleLanguage
import Values
import Vocabulary

/// A value that may be missing altogether.
struct Kanskje<Verdi: Sendable>: Sendable {
  /// What is known of the value, given that there is one.
  var verdi: Verdi
  /// Whether there is one.
  var finnes: Sannhet

  init(_ verdi: Verdi, finnes: Sannhet = .ja) {
    self.verdi = verdi
    self.finnes = finnes
  }
}

/// Runs the rules of a program on one case, as the record stands on the control date.
///
/// Sound by construction: every function returns a set of values that holds the true one in every completion
/// of the record, and a truth value only when all completions agree. It knows nothing of explanations; those
/// are made afterwards, from the same functions.
struct Evaluator {
  let program: Regelprogram
  let bunke: Saksbunke
  /// The control date: events after it do not exist.
  let kontrolldato: Dato
  /// Events registered after this day are not known; nil means that everything in the record is.
  let kjentPå: Dato?
  private(set) var sak: Int

  /// The row of the event at each nesting level; `ulistet` stands for any event that is not listed.
  private var rader: [Int]
  /// What more is known of the day of the event at each level, from its being the first or the last.
  private var dagsrammer: [Datoomfang]
  private var sannheter: [Sannhet?]
  private var tallverdier: [Kanskje<Tallomfang>?]
  private var datoverdier: [Kanskje<Datoomfang>?]
  private var periodeverdier: [Periodeomfang?]

  /// A row that stands for every event that an open collection may hold besides the listed ones.
  static let ulistet = -1

  init(_ program: Regelprogram, _ bunke: Saksbunke, på kontrolldato: Dato, kjentPå: Dato? = nil) {
    self.program = program
    self.bunke = bunke
    self.kontrolldato = kontrolldato
    self.kjentPå = kjentPå
    sak = 0
    rader = Array(repeating: Evaluator.ulistet, count: 8)
    dagsrammer = Array(repeating: .alle, count: 8)
    let count = program.definisjoner.count
    sannheter = Array(repeating: nil, count: count)
    tallverdier = Array(repeating: nil, count: count)
    datoverdier = Array(repeating: nil, count: count)
    periodeverdier = Array(repeating: nil, count: count)
  }

  /// Turns to another case: what was computed for the last one is forgotten.
  mutating func begin(sak: Int) {
    self.sak = sak
    for index in program.definisjoner.indices {
      sannheter[index] = nil
      tallverdier[index] = nil
      datoverdier[index] = nil
      periodeverdier[index] = nil
    }
  }

  func node(_ index: Nodeindeks) -> Node { program.noder[Int(index.verdi)] }

  func rad(_ nivå: Int8) -> Int { rader[Int(nivå)] }

  mutating func setRad(_ rad: Int, nivå: Int8, innenfor ramme: Datoomfang = .alle) {
    rader[Int(nivå)] = rad
    dagsrammer[Int(nivå)] = ramme
  }

  /// The days on which the event at a level can have happened or begun.
  func dag(_ samling: Int, nivå: Int8) -> Datoomfang {
    let day = start(samling, rad(nivå))
    let frame = dagsrammer[Int(nivå)]
    let first = max(day.første, frame.første)
    return Datoomfang(first, max(first, min(day.siste, frame.siste)))
  }

  // MARK: Definitions, computed once a case

  /// Evaluates something that stands on its own, such as a definition, whose questions begin at the outermost
  /// level again: the rows of the question it is used in are put back afterwards.
  mutating func iEgenSammenheng<Verdi>(_ body: (inout Evaluator) -> Verdi) -> Verdi {
    let outer = (rader, dagsrammer)
    defer { (rader, dagsrammer) = outer }
    return body(&self)
  }

  mutating func definertSannhet(_ index: Int32) -> Sannhet {
    let i = Int(index)
    if let known = sannheter[i] { return known }
    let value = iEgenSammenheng { $0.sannhet($0.program.definisjoner[i].node) }
    sannheter[i] = value
    return value
  }

  mutating func definertTall(_ index: Int32) -> Kanskje<Tallomfang> {
    let i = Int(index)
    if let known = tallverdier[i] { return known }
    let value = iEgenSammenheng { $0.tall($0.program.definisjoner[i].node) }
    tallverdier[i] = value
    return value
  }

  mutating func definertDato(_ index: Int32) -> Kanskje<Datoomfang> {
    let i = Int(index)
    if let known = datoverdier[i] { return known }
    let value = iEgenSammenheng { $0.dato($0.program.definisjoner[i].node) }
    datoverdier[i] = value
    return value
  }

  mutating func definertePerioder(_ index: Int32) -> Periodeomfang {
    let i = Int(index)
    if let known = periodeverdier[i] { return known }
    let value = iEgenSammenheng { $0.perioder($0.program.definisjoner[i].node) }
    periodeverdier[i] = value
    return value
  }

  // MARK: Truth values

  mutating func sannhet(_ index: Nodeindeks) -> Sannhet {
    switch node(index) {
    case .sannhet(let value): return value
    case .tilVurdering: return .ukjent
    case .og(let a, let b):
      let left = sannhet(a)
      return left == .nei ? .nei : left && sannhet(b)
    case .eller(let a, let b):
      let left = sannhet(a)
      return left == .ja ? .ja : left || sannhet(b)
    case .ikke(let a): return !sannhet(a)
    case .hvis(let c, let a, let b):
      switch sannhet(c) {
      case .ja: return sannhet(a)
      case .nei: return sannhet(b)
      case .ukjent: return sannhet(a).eller(sannhet(b))
      }
    case .felt(let ref): return feltsannhet(ref)
    case .harVerdi(let ref): return harVerdi(ref)
    case .erBlant(let ref, let mask): return erBlant(ref, mask)
    case .likTekst(let a, let b): return likTekst(a, b)
    case .sammenlignTall(let how, let a, let b): return sammenlign(how, tall(a), tall(b))
    case .sammenlignDato(let how, let a, let b): return sammenlign(how, dato(a), dato(b))
    case .dekker(let a, let b): return perioder(a).dekker(perioder(b))
    case .dekkerDato(let a, let b):
      let day = dato(b)
      return perioder(a).inneholder(day.verdi) && day.finnes
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

  private func sammenlign(
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

  private func sammenlign(
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

  /// The possible answers in a field (see `Feltkolonne`); nil for an event that is not listed.
  ///
  /// Columns are read in place: taking one out would cost a reference count for every array in it.
  func maske(_ ref: Feltref) -> UInt64? {
    if ref.samling < 0 { return bunke.opplysninger[Int(ref.felt)].maske[sak] }
    let row = rad(ref.nivå)
    return row == Evaluator.ulistet ? nil : bunke.samlinger[Int(ref.samling)].felter[Int(ref.felt)].maske[row]
  }

  /// The least and the largest value of a number, date or text code; nil for an event that is not listed.
  func grenser(_ ref: Feltref) -> (lav: Int32, høy: Int32)? {
    if ref.samling < 0 {
      let field = Int(ref.felt)
      return (bunke.opplysninger[field].lav[sak], bunke.opplysninger[field].høy[sak])
    }
    let row = rad(ref.nivå)
    if row == Evaluator.ulistet { return nil }
    let samling = Int(ref.samling)
    let field = Int(ref.felt)
    return (bunke.samlinger[samling].felter[field].lav[row], bunke.samlinger[samling].felter[field].høy[row])
  }

  private func feltsannhet(_ ref: Feltref) -> Sannhet {
    switch maske(ref) {
    case Feltkolonne.verdi: .ja
    case Feltkolonne.ingen: .nei
    default: .ukjent
    }
  }

  /// Whether a field has a value: its possible answers do, do not, or may hold «none».
  func harVerdi(_ ref: Feltref) -> Sannhet {
    guard let mask = maske(ref) else { return .ukjent }
    if mask == Feltkolonne.ingen { return .nei }
    return mask & Feltkolonne.ingen == 0 ? .ja : .ukjent
  }

  private func erBlant(_ ref: Feltref, _ wanted: UInt64) -> Sannhet {
    guard let possible = maske(ref) else { return .ukjent }
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
