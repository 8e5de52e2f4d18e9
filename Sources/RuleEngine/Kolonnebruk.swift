import RuleLanguage
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
    guard let stays = modell.samlinger[samling].varighet.flatMap({ modell.samling($0.innenfor) }) else {
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
