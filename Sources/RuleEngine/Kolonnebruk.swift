public import RuleLanguage
import Vocabulary

/// A column of the vocabulary by position; `samling` is −1 for a fact of the case.
struct Kolonnenavn: Hashable {
  var samling: Int
  var felt: Int
}

/// Which collections, fields and facts a program reads.
struct Kolonnebruk {
  private(set) var samlinger: Set<Int> = []
  private(set) var felter: Set<Kolonnenavn> = []
  /// Whether days of registration matter.
  let registrert: Bool

  init(_ program: Regelprogram, registrert: Bool) {
    self.registrert = registrert
    for query in program.spørringer { samlinger.insert(Int(query.samling)) }
    for node in program.noder { noter(node, program.modell) }
    for samling in samlinger { noterVarighet(samling, program.modell) }
  }

  /// What one point's rule reads.
  init(_ program: Regelprogram, _ regel: Punktregel, registrert: Bool) {
    self.registrert = registrert
    for index in program.noder(under: [regel.gjelder, regel.krav, regel.norm]) {
      let node = program.noder[Int(index.verdi)]
      noter(node, program.modell)
      if let query = node.spørring { samlinger.insert(Int(program.spørringer[Int(query)].samling)) }
    }
    for samling in samlinger { noterVarighet(samling, program.modell) }
  }

  private mutating func noter(_ node: Node, _ modell: Saksmodell) {
    switch node {
    case .felt(let ref), .harVerdi(let ref), .erBlant(let ref, _), .tallfelt(let ref), .datofelt(let ref):
      noter(ref)
    case .likTekst(let a, let b):
      noter(a)
      noter(b)
    case .opphold(let samling, _, _): noterOpphold(Int(samling), modell)
    case .alder:
      guard let fact = modell.fødselsmåned else { break }
      felter.insert(Kolonnenavn(samling: -1, felt: fact))
    default: break
    }
  }

  private mutating func noter(_ ref: Feltref) {
    if ref.samling >= 0 { samlinger.insert(Int(ref.samling)) }
    felter.insert(Kolonnenavn(samling: Int(ref.samling), felt: Int(ref.felt)))
  }

  private mutating func noterVarighet(_ samling: Int, _ modell: Saksmodell) {
    guard let stays = modell.samlinger[samling].varighet?.innenfor.flatMap({ modell.samling($0) }) else {
      return
    }
    noterOpphold(stays, modell)
  }

  private mutating func noterOpphold(_ samling: Int, _ modell: Saksmodell) {
    guard let rule = modell.samlinger[samling].avledning, let source = modell.samling(rule.kilde) else {
      return
    }
    samlinger.insert(source)
    for field in [rule.sammeFelt, rule.koblingsfelt].compactMap(modell.samlinger[source].felt) {
      felter.insert(Kolonnenavn(samling: source, felt: field))
    }
  }
}

extension Saksmodell {
  /// The fact that holds the month of birth: the one of type måned.
  var fødselsmåned: Int? { opplysninger.firstIndex { $0.type == .måned } }
}

extension Regelprogram {
  /// These nodes and all that they rest on, through questions and definitions too.
  public func noder(under røtter: [Nodeindeks], throughDefinitions: Bool = true) -> Set<Nodeindeks> {
    var seen: Set<Nodeindeks> = []
    var next = røtter
    while let index = next.popLast() {
      guard index.finnes, seen.insert(index).inserted else { continue }
      let node = noder[Int(index.verdi)]
      next += node.deler + (node.spørring.map { spørringer[Int($0)].deler } ?? [])
      if throughDefinitions, case .definisjon(let position) = node {
        next.append(definisjoner[Int(position)].node)
      }
    }
    return seen
  }
}

extension Node {
  /// The question that a node asks.
  var spørring: Int32? {
    switch self {
    case .minst(_, let query), .antall(let query), .dagerMed(let query), .perioderMed(let query),
      .alle(let query, _), .siste(let query, _), .første(let query, _), .mellomrom(_, let query, _),
      .dagenFor(let query, _):
      query
    default: nil
    }
  }

  /// The nodes that a node refers to, but for those of its question.
  fileprivate var deler: [Nodeindeks] {
    switch self {
    case .og(let a, let b), .eller(let a, let b), .sammenlignTall(_, let a, let b),
      .sammenlignDato(_, let a, let b), .dekker(let a, let b), .dekkerDato(let a, let b),
      .overlapper(let a, let b), .regn(_, let a, let b), .andel(let a, let b), .dagerAv(let a, let b),
      .fraTil(let a, let b), .union(let a, let b), .samtidig(let a, let b), .uten(let a, let b):
      [a, b]
    case .hvis(let c, let a, let b): [c, a, b]
    case .ikke(let a), .rundet(_, let a), .parameter(_, let a), .opphold(_, _, let a), .periodestart(let a),
      .flytt(let a, _), .førDato(let a), .alle(_, let a), .siste(_, let a), .første(_, let a),
      .mellomrom(_, _, let a):
      [a]
    case .sannhet, .tilVurdering, .felt, .harVerdi, .erBlant, .likTekst, .minst, .tall, .tallfelt, .antall,
      .dagerMed, .dato, .kontrolldato, .datofelt, .start, .slutt, .årsskifte, .sisteTid, .iFjor, .hittilIÅr,
      .alder, .perioderMed, .dagenFor, .definisjon:
      []
    }
  }
}

extension Typetspørring {
  /// The nodes of its filter, its periods and its window.
  fileprivate var deler: [Nodeindeks] {
    switch vindu {
    case .alt, .siste, .iFjor, .hittilIÅr: [filter, mens]
    case .siden(let date), .før(let date): [filter, mens, date]
    case .mellom(let first, let last): [filter, mens, first, last]
    }
  }
}
