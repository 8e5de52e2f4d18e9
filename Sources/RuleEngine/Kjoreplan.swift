import RuleLanguage
import Values
import Vocabulary

/// A program laid out for running: plain memory, every name looked up, and every filter split into tests that
/// need only the row itself and a rest that needs more.
final class Kjøreplan {
  let program: Regelprogram
  /// The program's nodes as the author wrote them.
  let skrevne: UnsafePointer<Node>
  /// The same ready to run, at their own positions, and after them those that the split has made.
  let noder: UnsafePointer<Node>
  /// The program's questions, at their own positions.
  let spørringer: UnsafePointer<Spørringsplan>
  /// The tests of all questions.
  let tester: UnsafePointer<Radtest>
  /// The node of each definition.
  let definisjoner: UnsafePointer<Nodeindeks>
  /// The program's exact numbers.
  let tall: UnsafePointer<Brøk>
  /// One a collection of the vocabulary.
  let samlinger: UnsafePointer<Samlingsplan>
  /// The fact that holds the month of birth.
  let fødselsmåned: Int?
  /// The subtractions of the form `x * andel av V med P - y * andel av V med (P samtidig med R)`.
  let delfradrag: Set<Nodeindeks>

  init(_ program: Regelprogram) {
    self.program = program
    var oppdeler = Filteroppdeler(noder: program.noder)
    let questions = program.spørringer.map { oppdeler.plan($0) }
    skrevne = Kjøreplan.kopi(program.noder)
    noder = Kjøreplan.kopi(oppdeler.noder.map { program.medHeltall($0) })
    spørringer = Kjøreplan.kopi(questions)
    tester = Kjøreplan.kopi(oppdeler.tester)
    definisjoner = Kjøreplan.kopi(program.definisjoner.map(\.node))
    tall = Kjøreplan.kopi(program.tall)
    samlinger = Kjøreplan.kopi(program.modell.samlinger.map { Samlingsplan($0, program.modell) })
    fødselsmåned = program.modell.fødselsmåned
    delfradrag = Set(
      program.noder.indices.lazy.map { Nodeindeks(verdi: Int32($0)) }.filter(program.erDelfradrag))
  }

  deinit {
    skrevne.deallocate()
    noder.deallocate()
    spørringer.deallocate()
    tester.deallocate()
    definisjoner.deallocate()
    tall.deallocate()
    samlinger.deallocate()
  }

  private static func kopi<Verdi>(_ array: [Verdi]) -> UnsafePointer<Verdi> {
    let copy = UnsafeMutablePointer<Verdi>.allocate(capacity: array.count)
    copy.initialize(from: array, count: array.count)
    return UnsafePointer(copy)
  }
}

/// A question with its filter split.
struct Spørringsplan {
  var samling: Int
  var nivå: Int8
  var vindu: Typetvindu
  var mens: Nodeindeks
  /// The tests of the row's own fields.
  var tester: Range<Int>
  /// What else `der (…)` asks; none when the tests are all.
  var rest: Nodeindeks
}

/// Whether a field of the row is among the answers that are asked for. Truth fields, codes, `finnes` and the
/// negation of each are all of this form (see `Feltkolonne`).
struct Radtest {
  var felt: Int
  var ønsket: UInt64
}

/// What the vocabulary says of a collection, with every name looked up.
struct Samlingsplan {
  /// Whether its events have `fra` and `til`.
  var erPeriode: Bool
  /// Whether an event lasts until the next one.
  var varerTilNeste: Bool
  /// The derived collection whose periods an event cannot outlast.
  var innenfor: Int?
  /// For a derived collection: the one it is made from.
  var kilde: Int?
  /// The field of `kilde` that must be alike for two periods to be joined.
  var sammeFelt: Int?
  /// The field of `kilde` that joins two periods when it is ja.
  var koblingsfelt: Int?

  init(_ samling: Samling, _ modell: Saksmodell) {
    erPeriode = samling.tid == .periode
    varerTilNeste = samling.varighet != nil
    innenfor = samling.varighet?.innenfor.flatMap { modell.samling($0) }
    kilde = samling.avledning.flatMap { modell.samling($0.kilde) }
    guard let rule = samling.avledning, let kilde else { return }
    sammeFelt = modell.samlinger[kilde].felt(rule.sammeFelt)
    koblingsfelt = modell.samlinger[kilde].felt(rule.koblingsfelt)
  }
}

/// Splits filters: `a og b og (finnes …)` becomes two tests and a rest.
private struct Filteroppdeler {
  var noder: [Node]
  var tester: [Radtest] = []

  mutating func plan(_ query: Typetspørring) -> Spørringsplan {
    let first = tester.count
    let rest = query.filter.finnes ? del(query.filter, query) : .ingen
    return Spørringsplan(
      samling: Int(query.samling), nivå: query.nivå, vindu: query.vindu, mens: query.mens,
      tester: first..<tester.count, rest: rest)
  }

  /// Moves the tests of a conjunction to `tester`; the result is what is left of it.
  private mutating func del(_ index: Nodeindeks, _ query: Typetspørring) -> Nodeindeks {
    if case .og(let a, let b) = noder[Int(index.verdi)] {
      let left = del(a, query)
      let right = del(b, query)
      guard left.finnes, right.finnes else { return left.finnes ? left : right }
      if left == a, right == b { return index }
      noder.append(.og(left, right))
      return Nodeindeks(verdi: Int32(noder.count - 1))
    }
    guard let test = radtest(index, query) else { return index }
    tester.append(test)
    return .ingen
  }

  private func radtest(_ index: Nodeindeks, _ query: Typetspørring) -> Radtest? {
    switch noder[Int(index.verdi)] {
    case .felt(let ref) where erEget(ref, query): Radtest(felt: Int(ref.felt), ønsket: 2)
    case .harVerdi(let ref) where erEget(ref, query): Radtest(felt: Int(ref.felt), ønsket: ~1)
    case .erBlant(let ref, let mask) where erEget(ref, query): Radtest(felt: Int(ref.felt), ønsket: mask)
    case .ikke(let inner): radtest(inner, query).map { Radtest(felt: $0.felt, ønsket: ~$0.ønsket) }
    default: nil
    }
  }

  private func erEget(_ ref: Feltref, _ query: Typetspørring) -> Bool {
    ref.samling == query.samling && ref.nivå == query.nivå
  }
}

extension Regelprogram {
  /// `antall X er minst 4` as the question it is: whether four match.
  fileprivate func medHeltall(_ node: Node) -> Node {
    guard case .sammenlignTall(let how, let a, let b) = node, how == .minst || how == .merEnn,
      case .antall(let query) = noder[Int(a.verdi)], case .tall(let position) = noder[Int(b.verdi)]
    else { return node }
    let limit = tall[Int(position)]
    guard limit.nevner == 1, let count = Int32(exactly: limit.teller + (how == .minst ? 0 : 1)), count > 0
    else { return node }
    return .minst(count, spørring: query)
  }

  /// Whether a node is `x * andel av V med P - y * andel av V med (P samtidig med R)`: two parts that are
  /// written alike mean the same.
  fileprivate func erDelfradrag(_ index: Nodeindeks) -> Bool {
    func node(_ index: Nodeindeks) -> Node { noder[Int(index.verdi)] }
    func likt(_ a: Nodeindeks, _ b: Nodeindeks) -> Bool {
      kilder[Int(a.verdi)].tekst == kilder[Int(b.verdi)].tekst
    }
    guard case .regn(.minus, let a, let b) = node(index), case .regn(.ganger, _, let first) = node(a),
      case .regn(.ganger, _, let second) = node(b), case .andel(let whole, let base) = node(first),
      case .andel(let sameWhole, let both) = node(second), case .samtidig(let sameBase, _) = node(both)
    else { return false }
    return likt(whole, sameWhole) && likt(base, sameBase)
  }
}
