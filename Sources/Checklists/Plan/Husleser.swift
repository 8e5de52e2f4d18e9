internal import RuleLanguage
internal import Values

/// Reads `Checklists/huset.yaml`. Everybody can read the page, so no text of it may point at a person.
struct Husleser: Definisjonsleser {
  let fil: String
  let faults: YAMLErrors
  var feil: [Definisjonsfeil]
  var varsler: [Varsel] = []

  init(fil: String, faults: YAMLErrors) {
    self.fil = fil
    self.faults = faults
    feil = Definisjonsfeilene(faults, fil: fil).feil
  }

  mutating func hus(_ root: YAMLNode) -> Hus? {
    guard let leser = mapping(root, "The file", ["merknad", "trinn", "tjenester"]) else { return nil }
    let merknad = required(leser, "merknad", "The file").flatMap { upersonlig($0) }
    let steps = required(leser, "trinn", "The file").map { elements($0) } ?? []
    let trinn = steps.enumerated().compactMap { self.trinn($0.element, nummer: $0.offset + 1) }
    let numbers = (1...max(1, steps.count)).map(String.init)
    let services = required(leser, "tjenester", "The file").map { elements($0) } ?? []
    let tjenester = services.compactMap { tjeneste($0, numbers) }
    return merknad.map { Hus(merknad: $0, trinn: trinn, tjenester: tjenester) }
  }

  private mutating func trinn(_ node: YAMLNode, nummer: Int) -> Hustrinn? {
    let what = "A step"
    guard let leser = mapping(node, what, ["trinn", "navn", "forklaring"]) else { return nil }
    if let number = required(leser, "trinn", what), number.text != String(nummer) {
      report(.unknownStep, number, "The steps are numbered from 1 and upwards; this is number \(nummer).")
    }
    let navn = required(leser, "navn", what).flatMap { upersonlig($0) }
    let forklaring = required(leser, "forklaring", what).flatMap { upersonlig($0) }
    guard let navn, let forklaring else { return nil }
    return Hustrinn(trinn: nummer, navn: navn, forklaring: forklaring)
  }

  private mutating func tjeneste(_ node: YAMLNode, _ trinn: [String]) -> Hustjeneste? {
    let what = "A service"
    let keys = ["tjeneste", "trinn", "ansvar", "kontaktpunkt", "sist gjennomgått"]
    guard let leser = mapping(node, what, keys) else { return nil }
    let texts = ["tjeneste", "ansvar", "kontaktpunkt"].compactMap { key in
      required(leser, key, what).flatMap { upersonlig($0) }
    }
    let steps = required(leser, "trinn", what).map { elements($0) } ?? []
    for step in steps { krev(step, i: trinn, Sjekklistekode.unknownStep, "There is no step") }
    let day = required(leser, "sist gjennomgått", what).flatMap { dato($0) }
    guard texts.count == 3, let day else { return nil }
    return Hustjeneste(
      tjeneste: texts[0], trinn: steps.compactMap { $0.text.flatMap { Int($0) } }, ansvar: texts[1],
      kontaktpunkt: texts[2], sistGjennomgått: day)
  }
}
