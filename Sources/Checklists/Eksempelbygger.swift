internal import JSONText
internal import RuleLanguage
internal import Values
internal import Vocabulary

/// What is wrong in an example's case, and where.
struct Eksempelfeil {
  var melding: String
  var node: YAMLNode
  var forslag: String?
}

/// Makes the case record of an example: the checklist's base case with the example's own entries over it.
///
/// A collection that is not named is empty («looked for, none»), so that an example says only what matters.
struct Eksempelbygger {
  let modell: Saksmodell
  let grunnsak: YAMLNode?
  /// What is wrong in the cases made so far.
  private(set) var feil: [Eksempelfeil] = []

  init(modell: Saksmodell, grunnsak: YAMLNode?) {
    self.modell = modell
    self.grunnsak = grunnsak
  }

  mutating func sak(_ node: YAMLNode?, på: Dato, åpen: [String], ufullstendig: [String]) -> JSONValue {
    var facts: [JSONValue.Member] = []
    var events: [JSONValue.Member] = []
    var uttrekk = på.description
    for entry in merged(node) {
      let name = entry.key.text ?? ""
      if name == "uttrekk", let text = entry.value.text {
        uttrekk = text
      } else if let fact = modell.opplysning(name) {
        facts.append(.init(name, verdi(entry.value, modell.opplysninger[fact].type)))
      } else if let samling = modell.samling(name) {
        if !åpen.contains(name) {
          events.append(.init(name, hendelser(entry.value, modell.samlinger[samling])))
        }
      } else {
        let known = modell.opplysninger.map(\.navn) + modell.samlinger.map(\.navn)
        feil.append(
          Eksempelfeil(
            melding: "There is no fact or collection «\(name)».", node: entry.key,
            forslag: nearest(name, in: known)))
      }
    }
    for samling in modell.samlinger where samling.avledning == nil && !åpen.contains(samling.navn) {
      if !events.contains(where: { $0.name == samling.navn }) {
        events.append(.init(samling.navn, .array([])))
      }
    }
    var sak: [JSONValue.Member] = [
      .init("format", .string("sak/1")), .init("sak", .string("EKSEMPEL")), .init("enhet", .string("solvik")),
      .init("team", .string("eksempler")), .init("uttrekk", .string(uttrekk)),
      .init("opplysninger", .object(facts)), .init("hendelser", .object(events)),
    ]
    if !ufullstendig.isEmpty { sak.append(.init("ufullstendig", .array(ufullstendig.map(JSONValue.string)))) }
    return .object(sak)
  }

  private func merged(_ node: YAMLNode?) -> [YAMLEntry] {
    let own = node?.entries ?? []
    let names = Set(own.compactMap(\.key.text))
    return (grunnsak?.entries ?? []).filter { !names.contains($0.key.text ?? "") } + own
  }

  private mutating func hendelser(_ node: YAMLNode, _ samling: Samling) -> JSONValue {
    guard let elements = node.elements else {
      feil.append(Eksempelfeil(melding: "«\(samling.navn)» must be a list of events.", node: node))
      return .array([])
    }
    var events: [JSONValue] = []
    for element in elements {
      var fields: [JSONValue.Member] = []
      for entry in element.entries ?? [] {
        let name = entry.key.text ?? ""
        let felt = samling.felt(name)
        let known = samling.felter.map(\.navn) + Eksempelbygger.felles(samling.tid)
        if felt == nil, !known.contains(name) {
          feil.append(
            Eksempelfeil(
              melding: "«\(samling.navn)» has no field «\(name)».", node: entry.key,
              forslag: nearest(name, in: known)))
        }
        fields.append(.init(name, verdi(entry.value, felt.map { samling.felter[$0].type } ?? .dato)))
      }
      events.append(.object(fields))
    }
    return .array(events)
  }

  /// What every event may say beside its own fields.
  private static func felles(_ tid: Tidsform) -> [String] {
    (tid == .dato ? ["dato"] : ["fra", "til"]) + ["registrert"]
  }

  /// A YAML text as the JSON value that the field's type has in a case file.
  private mutating func verdi(_ node: YAMLNode, _ type: Felttype) -> JSONValue {
    if let elements = node.elements { return .array(elements.map { verdi($0, type) }) }
    guard let text = node.text else {
      feil.append(Eksempelfeil(melding: "A value is needed here.", node: node))
      return .null
    }
    switch (text, type) {
    case ("ukjent", _), ("null", _): return .null
    case ("nei", _), ("false", _): return .bool(false)
    case ("ja", .sannhet), ("true", .sannhet): return .bool(true)
    case (_, .tall), (_, .kode): return Int64(text).map(JSONValue.integer) ?? .string(text)
    default: return .string(text)
    }
  }
}
