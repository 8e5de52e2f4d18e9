internal import RuleLanguage
internal import Values
internal import Vocabulary

/// A checklist as its author wrote it: the rules as syntax trees, and where they stand.
struct Sjekklistekilde: Sendable {
  /// The file, as it is named in messages.
  var fil: String
  var text: YAMLText
  var parametre: [Parameterkilde] = []
  var definisjoner: [Definisjonskilde] = []
  /// One for each point, in their order.
  var regler: [Regelkilde] = []

  struct Parameterkilde: Sendable {
    var parameter: Parameter
    /// The name.
    var node: YAMLNode
  }

  struct Definisjonskilde: Sendable {
    var navn: String
    var omtale: String?
    var uttrykk: Uttrykk
    var scalar: YAMLScalar
    /// The name.
    var node: YAMLNode
  }

  /// The rule of a point.
  struct Regelkilde: Sendable {
    var deler: [Regeldel: Deltekst] = [:]
    /// The names that the point's texts rest on, by their placeholders and conditions.
    var visning: Set<String> = []
    /// The point.
    var node: YAMLNode
  }

  /// The expression of a part of a rule, and the scalar it was read from.
  struct Deltekst: Sendable {
    var uttrykk: Uttrykk
    var scalar: YAMLScalar
  }

  /// The parts of a point's rule, by their keys.
  enum Regeldel: String, Hashable, Sendable, CaseIterable {
    case gjelder = "gjelder når"
    case krav
    case norm
  }
}

extension Sjekklistekilde {
  /// The names that a rule of a point rests on, also through definitions.
  func navn(iPunkt nummer: Int) -> Set<String> {
    var names: Set<String> = []
    for del in regler[nummer].deler.values { names.formUnion(del.uttrykk.navn) }
    return medDefinisjoner(names)
  }

  /// The days, distances and ages that a rule of a point speaks of, also through definitions and parameters.
  func konstanter(iPunkt nummer: Int) -> Regelkonstanter {
    let names = navn(iPunkt: nummer)
    var found = Regelkonstanter()
    for del in regler[nummer].deler.values { found.formUnion(del.uttrykk.konstanter) }
    for definisjon in definisjoner where names.contains(definisjon.navn) {
      found.formUnion(definisjon.uttrykk.konstanter)
    }
    for kilde in parametre where names.contains(kilde.parameter.navn) {
      found.datoer.formUnion(kilde.parameter.verdier.map(\.fra))
    }
    return found
  }

  /// These names and, where one is a definition, the names that it rests on.
  func medDefinisjoner(_ names: Set<String>) -> Set<String> {
    // A definition refers only to those before it.
    definisjoner.reversed().reduce(into: names) { names, definisjon in
      if names.contains(definisjon.navn) { names.formUnion(definisjon.uttrykk.navn) }
    }
  }
}
