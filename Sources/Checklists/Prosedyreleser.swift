internal import RuleLanguage
internal import Values

/// Reads `Checklists/prosedyrer.yaml`.
struct Prosedyreleser: Definisjonsleser {
  let fil: String
  let faults: YAMLErrors
  /// The legal basis register; empty when there is none.
  let hjemler: [Hjemmel]
  var feil: [Definisjonsfeil]
  var varsler: [Varsel] = []
  /// The points that procedures name, for a look when all checklists have been read.
  private var punkter: [YAMLNode] = []

  init(fil: String, faults: YAMLErrors, hjemler: [Hjemmel]) {
    self.fil = fil
    self.faults = faults
    self.hjemler = hjemler
    feil = Definisjonsfeilene(faults, fil: fil).feil
  }

  mutating func prosedyrer(_ root: YAMLNode) -> [Prosedyre] {
    guard let leser = mapping(root, "The file", ["prosedyrer"]),
      let list = required(leser, "prosedyrer", "The file")
    else { return [] }
    let nodes = elements(list)
    var procedures: [Prosedyre] = []
    for node in nodes { if let found = prosedyre(node) { procedures.append(found) } }
    refuseDuplicates(nodes, "procedure")
    let chosen = procedures.count(where: \.valgtForMelding)
    if procedures.count == nodes.count, chosen != 2 {
      report(
        .chosenProcedures, list, "Two procedures must be chosen for staff to report on; here \(chosen) are.")
    }
    return procedures
  }

  /// Every point that a procedure names must be in some version of some checklist.
  mutating func krevPunkter(_ known: [String]) {
    for node in punkter {
      guard let id = node.text, !known.contains(id) else { continue }
      report(
        YAMLError.Code.unknownReference.rawValue, node, "No version of any checklist has the point «\(id)».",
        forslag: nearest(id, in: known), hint: "Name a point of a checklist, or none when only people see it."
      )
    }
  }

  private mutating func prosedyre(_ node: YAMLNode) -> Prosedyre? {
    let what = "A procedure"
    let keys = [
      "id", "navn", "formål", "hjemmel", "ansvarlig", "kilde", "valgt for melding", "versjoner", "avvik",
    ]
    guard let leser = mapping(node, what, keys) else { return nil }
    var texts: [String] = []
    for key in ["id", "navn", "formål", "ansvarlig", "kilde"] {
      if let text = required(leser, key, what).flatMap({ tekst($0) }) { texts.append(text) }
    }
    let hjemmel = required(leser, "hjemmel", what).map { hjemler(i: $0) }
    let chosen = node["valgt for melding"].map { valg($0, JaNei.self) } ?? .some(.nei)
    let versjoner = required(leser, "versjoner", what).flatMap { self.versjoner($0, texts.first ?? "") }
    let avvik = required(leser, "avvik", what).map { self.avvik($0) }
    guard texts.count == 5, let hjemmel, let chosen, let versjoner, let avvik else { return nil }
    return Prosedyre(
      id: texts[0], navn: texts[1], formål: texts[2], hjemmel: hjemmel, ansvarlig: texts[3], kilde: texts[4],
      valgtForMelding: chosen == .ja, versjoner: versjoner, avvik: avvik)
  }

  private mutating func hjemler(i node: YAMLNode) -> [String] {
    let cited = elements(node)
    if !hjemler.isEmpty { for citation in cited { _ = hjemmel(citation, hjemler) } }
    return cited.compactMap(\.text)
  }

  /// The versions in the order of their days; nil, with a fault, when they are not.
  private mutating func versjoner(_ node: YAMLNode, _ id: String) -> [Prosedyre.Versjon]? {
    let what = "A version of a procedure"
    var result: [Prosedyre.Versjon] = []
    for element in elements(node) {
      guard let leser = mapping(element, what, ["versjon", "fra"]) else { return nil }
      let number = required(leser, "versjon", what).flatMap { tekst($0) }
      let first = required(leser, "fra", what).flatMap { dato($0) }
      guard let number, let first else { return nil }
      if let before = result.last, first <= before.fra {
        report(.versionOrder, element["fra"] ?? element, "This version is not later than the one before it.")
        return nil
      }
      result.append(Prosedyre.Versjon(versjon: number, fra: first))
    }
    if let last = result.last, let place = node.elements?.last?["fra"] {
      let due = last.fra.adding(måneder: 24)
      warn(
        .procedureOverdue, place, etter: due,
        "The procedure «\(id)» was to be revised by \(due).")
    }
    return result.isEmpty ? nil : result
  }

  private mutating func avvik(_ node: YAMLNode) -> [Prosedyreavvik] {
    let what = "An avvik on a procedure"
    var result: [Prosedyreavvik] = []
    for element in elements(node) {
      guard let leser = mapping(element, what, ["tekst", "punkter"]),
        let text = required(leser, "tekst", what).flatMap({ tekst($0) })
      else { continue }
      let points = element["punkter"].map { elements($0) } ?? []
      punkter += points
      result.append(Prosedyreavvik(tekst: text, punkter: points.compactMap { tekst($0) }))
    }
    return result
  }

  private enum JaNei: String, CaseIterable {
    case ja
    case nei
  }
}
