internal import RuleEngine
internal import RuleLanguage
internal import Values
internal import Vocabulary

/// The points of a checklist.
extension Sjekklisteleser {
  mutating func punkter(_ node: YAMLNode, _ base: Eksempelbygger) -> [Sjekkpunkt] {
    guard let elements = node.elements else {
      report(.wrongShape, node, "«punkter» must be a list.")
      return []
    }
    var seen: Set<String> = []
    var result: [Sjekkpunkt] = []
    for element in elements {
      if let punkt = punkt(element, base) { result.append(punkt) }
      if let id = element["id"], let text = id.text, !seen.insert(text).inserted {
        report(
          .duplicatePoint, id, "The point «\(text)» occurs twice.",
          hint: "An id names one point: give this one another.")
      }
    }
    if elements.isEmpty { report(.nothingToCheck, node, "A checklist must have at least one point.") }
    return result
  }

  private mutating func punkt(_ node: YAMLNode, _ base: Eksempelbygger) -> Sjekkpunkt? {
    let what = "A point"
    guard let leser = mapping(node, what, Sjekklistenøkkel.punkt) else { return nil }
    let id = required(leser, "id", what).flatMap { pointId($0) }
    let spørsmål = required(leser, "spørsmål", what).flatMap { tekst($0) }
    let område = required(leser, "sviktområde", what).flatMap { self.område($0) }
    let kravtype = required(leser, "kravtype", what).flatMap { valg($0, Kravtype.self) }
    let alvorlighet = required(leser, "alvorlighet", what).flatMap { valg($0, Alvorlighet.self) }
    let hjemmel = required(leser, "hjemmel", what).map { liste($0) }
    if let citations = node["hjemmel"] { krevHjemler(citations) }
    if let procedure = node["prosedyre"] { krevProsedyre(procedure) }
    let brudd = node["ved brudd"].map { valg($0, Brudd.self) } ?? .some(.avvik)
    let faults = feil.count
    let regel = self.regel(node)
    let ruleIsWhole = feil.count == faults
    let person = node["vurderes av"].flatMap { tekst($0) }
    checkPerson(node, person, regel)
    for key in ["spørsmål", "funn"] {
      if let text = node[key] { placeholders(text) }
    }
    let setninger = node["setninger"].map { self.setninger($0, node, ruleIsWhole ? regel : nil) } ?? [:]
    let examples = node["eksempler"]?.elements ?? []
    let eksempler = examples.compactMap { eksempel($0, base) }
    if examples.isEmpty {
      report(.examplesMissing, node, "A point must have examples that show its outcomes.")
    }
    guard let id, let spørsmål, let område, let kravtype, let alvorlighet, let hjemmel, let brudd else {
      return nil
    }
    return Sjekkpunkt(
      id: id, spørsmål: spørsmål, sviktområde: område, kravtype: kravtype, hjemmel: hjemmel,
      prosedyre: node["prosedyre"]?.text, alvorlighet: alvorlighet, vedBrudd: brudd, vurderesAv: person,
      veiledning: node["veiledning"]?.text, godtEksempel: node["godt eksempel"]?.text,
      svaktEksempel: node["svakt eksempel"]?.text, regel: regel, funn: node["funn"]?.text,
      plassholdere: Plassholder.navn(i: spørsmål) + Plassholder.navn(i: node["funn"]?.text ?? ""),
      setninger: setninger, eksempler: eksempler)
  }

  // MARK: The rule

  private mutating func regel(_ node: YAMLNode) -> Punktregel? {
    var kilde = Sjekklistekilde.Regelkilde(node: node)
    defer { regelkilder.append(kilde) }
    let applies = node["gjelder når"].map { sannhet($0, .gjelder, &kilde) }
    let demand = node["krav"].map { sannhet($0, .krav, &kilde) }
    let norm = node["norm"].map { sannhet($0, .norm, &kilde) }
    guard applies != nil || demand != nil || norm != nil else { return nil }
    return checker.regel(gjelder: applies ?? nil, krav: demand ?? nil, norm: norm ?? nil)
  }

  private mutating func sannhet(
    _ node: YAMLNode, _ del: Sjekklistekilde.Regeldel, _ kilde: inout Sjekklistekilde.Regelkilde
  ) -> Nodeindeks? {
    guard let (tree, index) = sannhet(node) else { return nil }
    if let scalar = node.scalar { kilde.deler[del] = .init(uttrykk: tree, scalar: scalar) }
    return index
  }

  /// A rule that must be a truth value; nil after a fault has been reported.
  mutating func sannhet(_ node: YAMLNode) -> (Uttrykk, Nodeindeks)? {
    guard let scalar = node.scalar else {
      report(.wrongShape, node, "A rule must be a text in the rule language.")
      return nil
    }
    do throws(Diagnoser) {
      let tree = try Parser.parse(scalar.text)
      return (tree, try checker.sannhet(tree))
    } catch {
      report(error, scalar)
      return nil
    }
  }

  /// A point is for a machine or for a person, and a person needs guidance and something to compare with.
  private mutating func checkPerson(_ node: YAMLNode, _ person: String?, _ regel: Punktregel?) {
    let demands = regel.map { $0.krav.finnes || $0.norm.finnes } ?? false
    if person == nil, node["krav"] == nil, node["norm"] == nil {
      report(
        .ruleMissing, node, "A point needs «krav» or «norm», or «vurderes av».",
        hint: "Write «vurderes av: kontrolløren» when only a person can judge it.")
    }
    if person != nil, demands {
      report(.ruleForPerson, node, "A point that a person judges cannot have «krav» or «norm».")
    }
    if person != nil, node["veiledning"] == nil {
      report(.guidanceMissing, node, "A point that a person judges needs «veiledning».")
    }
    let missing = ["godt eksempel", "svakt eksempel"].filter { node[$0] == nil }
    if person != nil, !missing.isEmpty {
      let names = missing.map { "«\($0)»" }.joined(separator: " and ")
      warn(
        .recordExamplesMissing, node,
        "\(node["id"]?.text ?? "The point") is for a person and has no \(names).")
    }
  }

  // MARK: Fields

  private mutating func pointId(_ node: YAMLNode) -> String? {
    let text = node.text ?? ""
    let allowed = text.utf8.allSatisfy { (65...90).contains($0) || (48...57).contains($0) || $0 == 45 }
    if !text.isEmpty, text.utf8.count <= 40, allowed { return text }
    report(.invalidName, node, "A point's id is written with A–Z, 0–9 and «-», at most 40 characters.")
    return nil
  }

  private mutating func område(_ node: YAMLNode) -> Int? {
    if let number = node.text.flatMap({ Int($0) }), (1...9).contains(number) { return number }
    report(.invalidValue, node, "«sviktområde» is a number from 1 to 9.")
    return nil
  }

  private mutating func liste(_ node: YAMLNode) -> [String] {
    guard let elements = node.elements, !elements.isEmpty else {
      report(.wrongShape, node, "A list with at least one entry is needed here.")
      return []
    }
    return elements.compactMap { tekst($0) }
  }

  private mutating func eksempel(_ node: YAMLNode, _ base: Eksempelbygger) -> Eksempel? {
    let what = "An example"
    guard let leser = mapping(node, what, Sjekklistenøkkel.eksempel) else { return nil }
    let navn = required(leser, "navn", what).flatMap { tekst($0) }
    let day = required(leser, "på", what).flatMap { dato($0) }
    let utfall = required(leser, "utfall", what).flatMap { valg($0, Utfall.self) }
    guard let navn, let day, let utfall else { return nil }
    var builder = base
    let sak = builder.sak(
      node["sak"], på: day, åpen: node["åpen"]?.elements?.compactMap(\.text) ?? [],
      ufullstendig: node["ufullstendig"]?.elements?.compactMap(\.text) ?? [])
    for fault in builder.feil {
      report(
        Sjekklistekode.exampleInvalid.rawValue, fault.node, fault.melding, forslag: fault.forslag, hint: nil)
    }
    return builder.feil.isEmpty
      ? Eksempel(
        navn: navn, sak: sak, på: day, utfall: utfall, linje: node.line, kolonne: node.column,
        bredde: node.width) : nil
  }
}
