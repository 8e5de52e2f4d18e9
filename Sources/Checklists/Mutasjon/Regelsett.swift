internal import RuleEngine
internal import RuleLanguage
internal import Values
internal import Vocabulary

/// The rules of a checklist as syntax trees, ready to be changed and compiled again.
struct Regelsett {
  typealias Regeldel = Sjekklistekilde.Regeldel

  var parametre: [Parameter]
  var definisjoner: [Sjekklistekilde.Definisjonskilde]
  /// The parts of each point's rule.
  var regler: [[Regeldel: Uttrykk]]

  init(_ kilde: Sjekklistekilde) {
    parametre = kilde.parametre.map(\.parameter)
    definisjoner = kilde.definisjoner
    regler = kilde.regler.map { $0.deler.mapValues(\.uttrykk) }
  }

  /// A checker that knows the parameters and definitions.
  ///
  /// - Throws: when a definition is not well typed.
  func checker(_ modell: Saksmodell) throws(Diagnoser) -> Checker {
    var checker = Checker(modell: modell)
    for parameter in parametre { checker.add(parameter: parameter) }
    for definisjon in definisjoner {
      try checker.add(definisjon: definisjon.navn, omtale: definisjon.omtale, definisjon.uttrykk)
    }
    return checker
  }

  /// The rule of a point, added to the checker's program.
  ///
  /// - Throws: when it is not well typed.
  func regel(_ nummer: Int, _ checker: inout Checker) throws(Diagnoser) -> Punktregel {
    func del(_ del: Regeldel) throws(Diagnoser) -> Nodeindeks? {
      guard let tree = regler[nummer][del] else { return nil }
      return try checker.sannhet(tree)
    }
    let (applies, demand, norm) = (try del(.gjelder), try del(.krav), try del(.norm))
    return checker.regel(gjelder: applies, krav: demand, norm: norm)
  }
}
