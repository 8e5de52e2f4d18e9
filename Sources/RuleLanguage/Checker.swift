import Values
public import Vocabulary

/// Gives names and types to the rules of a checklist and adds them to one program.
///
/// Everything that can be wrong with a rule is found here, before any case is read: a checked rule cannot fail
/// when it runs.
public struct Checker: Sendable {
  /// What has been checked so far.
  public private(set) var program: Regelprogram
  var funn: [Diagnose] = []
  /// The collections whose events are in scope, outermost first.
  var nivåer: [Int] = []
  /// Names that are to be defined further down, and names whose definition failed.
  var senere: Set<String> = []
  var feilet: Set<String> = []
  /// How many nodes each definition has when those it uses are written out; in the order of `program.definisjoner`.
  private var sizes: [Int] = []
  /// Questions inside questions; more than this is refused.
  static let maksNivå = 4
  /// The most nodes of a rule when every definition it uses is written out where it is used. A rule costs about that
  /// much to evaluate, so that definitions which use each other twice cannot double it at every line.
  public static let maxExpandedSize = 2_000

  /// An empty program over a vocabulary.
  public init(modell: Saksmodell) { program = Regelprogram(modell: modell) }

  var modell: Saksmodell { program.modell }

  // MARK: What a checklist adds

  /// Makes a dated parameter known to the rules that follow.
  public mutating func add(parameter: Parameter) { program.parametre.append(parameter) }

  /// Names the definitions that will come, so that one used too early is told apart from a misspelled one.
  public mutating func announce(definisjoner: [String]) { senere = Set(definisjoner) }

  /// Checks a definition and makes its name known to the rules that follow.
  ///
  /// - Throws: every finding in the definition; none when it only rests on one that failed.
  public mutating func add(definisjon navn: String, omtale: String?, _ uttrykk: Uttrykk) throws(Diagnoser) {
    senere.remove(navn)
    do throws(Diagnoser) {
      let (node, type, size) = try measured(uttrykk, expecting: nil)
      sizes.append(size)
      program.definisjoner.append(Definisjon(navn: navn, omtale: omtale, type: type, node: node))
    } catch {
      feilet.insert(navn)
      throw error
    }
  }

  /// Makes a name known that has no value because of a fault already reported: what rests on it is not
  /// reported again.
  public mutating func add(feilet navn: String) {
    senere.remove(navn)
    feilet.insert(navn)
  }

  /// Whether a definition has this name, valid or not.
  public func kjenner(definisjon navn: String) -> Bool {
    feilet.contains(navn) || program.definisjoner.contains { $0.navn == navn }
  }

  /// Checks a rule that must be a truth value.
  ///
  /// - Throws: every finding in the rule; none when it only rests on a definition that failed.
  public mutating func sannhet(_ uttrykk: Uttrykk) throws(Diagnoser) -> Nodeindeks {
    try checked(uttrykk, expecting: .sannhet).0
  }

  /// Checks an expression whose value is shown in a text: a number or a date.
  ///
  /// - Throws: every finding in the expression; none when it only rests on a definition that failed.
  public mutating func vist(_ uttrykk: Uttrykk) throws(Diagnoser) -> Nodeindeks {
    let (node, type) = try checked(uttrykk, expecting: nil)
    if type == .tall || type == .dato { return node }
    throw Diagnoser([
      Diagnose(
        .wrongType, uttrykk.område, "This is \(type.navn), but a text can show only a number or a date.",
        hint: type == .perioder ? "Show the first day, «\(uttrykk).fra», or «dager av … i …»." : nil)
    ])
  }

  /// The rule of a point.
  ///
  /// A requirement on all of nothing is never fulfilled by silence: when `krav` (or, without one, `norm`) only
  /// asks that `alle …` are so, the point applies only while there is something to judge.
  public mutating func regel(gjelder: Nodeindeks?, krav: Nodeindeks?, norm: Nodeindeks?) -> Punktregel {
    var condition = gjelder
    if let something = noeÅVurdere(krav ?? norm) {
      condition = condition.map { add(.og($0, something), tekst($0, "og", something)) } ?? something
    }
    return Punktregel(
      gjelder: condition ?? .ingen, krav: krav ?? .ingen, norm: norm ?? .ingen)
  }

  /// «Some event of the questions exists», when the requirement is nothing but `alle …`.
  private mutating func noeÅVurdere(_ krav: Nodeindeks?) -> Nodeindeks? {
    guard let krav, krav.finnes else { return nil }
    switch program.noder[Int(krav.verdi)] {
    case .alle(let query, _):
      return add(.minst(1, spørring: query), "finnes \(program.spørringstekster[Int(query)])")
    case .og(let a, let b):
      guard let first = noeÅVurdere(a), let second = noeÅVurdere(b) else { return nil }
      return add(.eller(first, second), tekst(first, "eller", second))
    case .definisjon(let index): return noeÅVurdere(program.definisjoner[Int(index)].node)
    default:
      return nil
    }
  }

  private func tekst(_ a: Nodeindeks, _ word: String, _ b: Nodeindeks) -> String {
    "\(program.kilder[Int(a.verdi)].tekst) \(word) \(program.kilder[Int(b.verdi)].tekst)"
  }

  private mutating func add(_ node: Node, _ tekst: String) -> Nodeindeks {
    program.noder.append(node)
    program.kilder.append(Nodekilde(tekst: tekst, område: 0..<0))
    return Nodeindeks(verdi: Int32(program.noder.count - 1))
  }

  private mutating func checked(
    _ uttrykk: Uttrykk, expecting type: Verditype?
  ) throws(Diagnoser) -> (Nodeindeks, Verditype) {
    let (node, type, _) = try measured(uttrykk, expecting: type)
    return (node, type)
  }

  /// The node of an expression, its type, and its size with the definitions written out.
  private mutating func measured(
    _ uttrykk: Uttrykk, expecting type: Verditype?
  ) throws(Diagnoser) -> (Nodeindeks, Verditype, size: Int) {
    funn = []
    nivåer = []
    let first = program.noder.count
    let result = check(uttrykk, expecting: type)
    guard funn.isEmpty, let result else { throw Diagnoser(funn) }
    let size = program.noder[first...].reduce(0) { sum, node in
      if case .definisjon(let position) = node { return sum + 1 + sizes[Int(position)] }
      return sum + 1
    }
    guard size <= Checker.maxExpandedSize else {
      throw Diagnoser([
        Diagnose(
          .tooDeep, uttrykk.område,
          "With the definitions it uses written out, the rule has \(size) parts; at most "
            + "\(Checker.maxExpandedSize) are allowed.",
          hint: "Use each definition once, or compare with a number instead of repeating it.")
      ])
    }
    return (result.0, result.1, size)
  }

  // MARK: Tools of the levels below

  mutating func emit(_ node: Node, _ uttrykk: Uttrykk) -> Nodeindeks {
    program.noder.append(node)
    program.kilder.append(Nodekilde(tekst: uttrykk.description, område: uttrykk.område))
    return Nodeindeks(verdi: Int32(program.noder.count - 1))
  }

  mutating func addTall(_ number: Brøk) -> Int32 {
    program.tall.append(number)
    return Int32(program.tall.count - 1)
  }

  mutating func addSpørring(_ query: Typetspørring, _ tekst: String) -> Int32 {
    program.spørringer.append(query)
    program.spørringstekster.append(tekst)
    return Int32(program.spørringer.count - 1)
  }

  mutating func report(
    _ kode: Diagnosekode, _ område: Range<Int>, _ melding: String, forslag: String? = nil, hint: String? = nil
  ) {
    funn.append(Diagnose(kode, område, melding, forslag: forslag, hint: hint))
  }

  /// The node and type of an expression, or nil after a finding has been reported.
  mutating func check(_ uttrykk: Uttrykk, expecting: Verditype?) -> (Nodeindeks, Verditype)? {
    guard let (node, type) = infer(uttrykk, hint: expecting) else { return nil }
    if case .kode = type, let expecting, expecting != type {
      report(
        .codeOutsideComparison, uttrykk.område,
        "«\(uttrykk)» is a code, and must be compared with its codes.",
        hint: "Write «\(uttrykk) er KODE», «er blant (…)», or «finnes \(uttrykk)».")
      return nil
    }
    if let expecting, expecting != type {
      report(
        .wrongType, uttrykk.område, "This is \(type.navn), but \(expecting.navn) is needed here.",
        hint: type.hint(forÅBli: expecting))
      return nil
    }
    return (node, type)
  }

  mutating func node(_ uttrykk: Uttrykk, _ type: Verditype) -> Nodeindeks? {
    check(uttrykk, expecting: type)?.0
  }
}
