import CaseRecords
import JSONText
import RuleEngine
import RuleLanguage
import Values
import Vocabulary

/// Rules over the small vocabulary, compiled together: definitions, a dated parameter, and questions of truth.
struct Regelprøve {
  /// The definitions, by name, in order.
  var definisjoner: [(navn: String, tekst: String)] = []
  private(set) var definerteTrær: [String: Uttrykk] = [:]
  var tekster: [String] = []
  var trær: [Uttrykk] = []
  private(set) var noder: [Punktregel] = []
  /// A point of each rule and one of its opposite as the requirement, and then points of three rules each: when it applies, what it
  /// requires, and the norm.
  private(set) var punkter: [Punktregel] = []
  private var checker: Checker

  static let krav: [(fra: Dato, verdi: Int)] = [(.nyttår(2013), 2), (.nyttår(2014).adding(dager: 100), 3)]

  init(modell: Saksmodell = Prøvemodell.modell) {
    checker = Checker(modell: modell)
    checker.add(
      parameter: Parameter(
        navn: "krav", verdier: Self.krav.map { .init(fra: $0.fra, verdi: Brøk($0.verdi), hjemmel: nil) }))
  }

  /// Random definitions and rules.
  static func tilfeldig(frø: UInt64, regler: Int) throws(Diagnoser) -> Regelprøve {
    var prøve = Regelprøve()
    var generator = Regelgenerator(terning: Terning(frø: frø))
    for (slag, navn) in [
      (Regelgenerator.Slag.perioder, "i_hjem"), (.sannhet, "gjelder"), (.dato, "grensen"),
      (.tall, "antallet"),
    ] {
      try prøve.definer(navn, generator.uttrykk(slag, 2))
      generator.navn[slag, default: []].append(navn)
    }
    for _ in 0..<regler { try prøve.legg(generator.sannhet(3)) }
    let nodes = prøve.noder.map(\.gjelder)
    for (node, tekst) in zip(nodes, prøve.tekster) {
      prøve.leggPunkt(nil, node, nil)
      let opposite = try Parser.parse("ikke (\(tekst))")
      prøve.leggPunkt(nil, try prøve.checker.sannhet(opposite), nil)
    }
    for first in stride(from: 0, to: regler - 2, by: 3) {
      prøve.leggPunkt(nodes[first], nodes[first + 1], nodes[first + 2])
    }
    return prøve
  }

  mutating func leggPunkt(_ gjelder: Nodeindeks?, _ krav: Nodeindeks?, _ norm: Nodeindeks?) {
    punkter.append(checker.regel(gjelder: gjelder, krav: krav, norm: norm))
  }

  /// A run over these cases.
  func kjøring(
    _ bunke: Saksbunke, på dato: Dato, kjentPå: Dato? = nil, innsynsdag: Dato? = nil
  ) -> Regelkjøring {
    Regelkjøring(checker.program, bunke, på: dato, kjentPå: kjentPå, innsynsdag: innsynsdag)
  }

  mutating func definer(_ navn: String, _ tekst: String) throws(Diagnoser) {
    let tree = try Parser.parse(tekst)
    try checker.add(definisjon: navn, omtale: nil, tree)
    definisjoner.append((navn, tekst))
    definerteTrær[navn] = tree
  }

  mutating func legg(_ tekst: String) throws(Diagnoser) {
    let tree = try Parser.parse(tekst)
    let node = try checker.sannhet(tree)
    tekster.append(tekst)
    trær.append(tree)
    // As a condition alone, a rule is read as it is: nothing is built in.
    noder.append(checker.regel(gjelder: node, krav: nil, norm: nil))
  }

  /// The truth of each rule for each case on the control date.
  func svar(_ bunke: Saksbunke, på dato: Dato, kjentPå: Dato? = nil) -> [[Sannhet]] {
    var run = Regelkjøring(checker.program, bunke, på: dato, kjentPå: kjentPå)
    return bunke.saker.indices.map { sak in
      run.begin(sak: sak)
      return noder.map { node in
        switch run.utfall(node) {
        case .ikkeAktuelt: .nei
        case .ikkeKontrollert: .ja
        default: .ukjent
        }
      }
    }
  }

  /// Whether a rule, or a definition it may rest on, contains a word.
  func bruker(_ word: String, _ index: Int) -> Bool {
    tekster[index].contains(word) || definisjoner.contains { $0.tekst.contains(word) }
  }

  func forklaring(_ index: Int) -> String {
    "\(tekster[index])  where \(definisjoner.map { "\($0.navn) = \($0.tekst)" }.joined(separator: "; "))"
  }
}

extension Saksbunke {
  /// The valid ones of these records; the others are left out.
  static func gyldige(_ saker: [JSONValue], _ modell: Saksmodell) -> (bunke: Saksbunke, feil: [Lesefeil]) {
    var leser = Sakleser(modell: modell, vakt: { _ in nil }, gjengangere: [])
    for sak in saker {
      let bytes = Array(sak.compactText.utf8)
      leser.les(post: bytes, 0..<bytes.count, fil: nil, linje: 1)
    }
    return leser.taBolk()
  }
}
