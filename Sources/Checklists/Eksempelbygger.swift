internal import JSONText
internal import Values
internal import Vocabulary

/// What is wrong with an example's case.
struct Eksempelfeil: Error {
  var melding: String
  var node: YAMLNode?
}

/// Makes the case record of an example: the checklist's base case with the example's own entries over it.
///
/// A collection that is not named is empty («looked for, none»), so that an example says only what matters.
struct Eksempelbygger {
  let modell: Saksmodell
  let grunnsak: YAMLNode?

  func sak(_ node: YAMLNode?, på: Dato, åpen: [String], ufullstendig: [String]) throws(Eksempelfeil)
    -> JSONValue
  {
    var facts: [JSONValue.Member] = []
    var events: [JSONValue.Member] = []
    var uttrekk = på.description
    for entry in merged(node) {
      let name = entry.key.text ?? ""
      if name == "uttrekk", let text = entry.value.text {
        uttrekk = text
      } else if let fact = modell.opplysning(name) {
        facts.append(.init(name, try verdi(entry.value, modell.opplysninger[fact].type)))
      } else if let samling = modell.samling(name) {
        if !åpen.contains(name) {
          events.append(.init(name, try hendelser(entry.value, modell.samlinger[samling])))
        }
      } else {
        throw Eksempelfeil(melding: "There is no fact or collection «\(name)».", node: entry.key)
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

  private func hendelser(_ node: YAMLNode, _ samling: Samling) throws(Eksempelfeil) -> JSONValue {
    guard let elements = node.elements else {
      throw Eksempelfeil(melding: "«\(samling.navn)» must be a list of events.", node: node)
    }
    var events: [JSONValue] = []
    for element in elements {
      var fields: [JSONValue.Member] = []
      for entry in element.entries ?? [] {
        let name = entry.key.text ?? ""
        let type = samling.felt(name).map { samling.felter[$0].type } ?? .dato
        fields.append(.init(name, try verdi(entry.value, type)))
      }
      events.append(.object(fields))
    }
    return .array(events)
  }

  /// A YAML text as the JSON value that the field's type has in a case file.
  private func verdi(_ node: YAMLNode, _ type: Felttype) throws(Eksempelfeil) -> JSONValue {
    if let elements = node.elements {
      var values: [JSONValue] = []
      for element in elements { values.append(try verdi(element, type)) }
      return .array(values)
    }
    guard let text = node.text else { throw Eksempelfeil(melding: "A value is needed here.", node: node) }
    switch (text, type) {
    case ("ukjent", _), ("null", _): return .null
    case ("nei", _), ("false", _): return .bool(false)
    case ("ja", .sannhet), ("true", .sannhet): return .bool(true)
    case (_, .tall), (_, .kode): return Int64(text).map(JSONValue.integer) ?? .string(text)
    default: return .string(text)
    }
  }
}
