internal import JSONText
internal import RuleEngine
internal import RuleLanguage
internal import Values
internal import Vocabulary

/// Reads a checklist file: keys, types and places first, then its rules through the checker.
///
/// Gathers all faults of the file instead of stopping at the first.
struct Sjekklisteleser {
  let fil: String
  let text: YAMLText
  let modell: Saksmodell
  var checker: Checker
  var feil: [Definisjonsfeil] = []

  init(fil: String, text: YAMLText, modell: Saksmodell) {
    self.fil = fil
    self.text = text
    self.modell = modell
    checker = Checker(modell: modell)
  }

  mutating func sjekkliste(hash: String) -> Sjekkliste? {
    let keys = ["sjekkliste", "versjon", "gjelder", "parametre", "definer", "grunnsak", "punkter"]
    guard let leser = mapping(text.root, "A checklist", keys) else { return nil }
    let navn = required(leser, "sjekkliste", "A checklist").flatMap { tekst($0) }
    let versjon = required(leser, "versjon", "A checklist").flatMap { dato($0) }
    let gjelder = required(leser, "gjelder", "A checklist").flatMap { periode($0) }
    parametre(text.root["parametre"])
    definisjoner(text.root["definer"])
    let base = Eksempelbygger(modell: modell, grunnsak: text.root["grunnsak"])
    let punkter = required(leser, "punkter", "A checklist").map { self.punkter($0, base) } ?? []
    guard feil.isEmpty, let navn, let versjon, let gjelder else { return nil }
    return Sjekkliste(
      navn: navn, versjon: versjon.description, gjelder: gjelder, innholdshash: hash, punkter: punkter,
      program: checker.program)
  }

  // MARK: Parameters and definitions

  private mutating func parametre(_ node: YAMLNode?) {
    for entry in node.map({ entries($0, "Parameters") }) ?? [] {
      var values: [Parameter.Datert] = []
      for element in entry.value.elements ?? [] {
        guard let leser = mapping(element, "A dated value", ["fra", "verdi", "hjemmel"]) else { continue }
        let from = required(leser, "fra", "A dated value").flatMap { dato($0) }
        let value = required(leser, "verdi", "A dated value").flatMap { tall($0) }
        guard let from, let value else { continue }
        values.append(Parameter.Datert(fra: from, verdi: value, hjemmel: element["hjemmel"]?.text))
      }
      if values.isEmpty {
        report(.wrongShape, entry.value, "A parameter must be a list of {fra, verdi, hjemmel}.")
      }
      checker.add(parameter: Parameter(navn: entry.key.text ?? "", verdier: values))
    }
  }

  private mutating func definisjoner(_ node: YAMLNode?) {
    for entry in node.map({ entries($0, "Definitions") }) ?? [] {
      guard let name = entry.key.text else { continue }
      if Parser.reserved.contains(name) || modell.opplysning(name) != nil || modell.samling(name) != nil {
        report(.duplicateName, entry.key, "«\(name)» already means something else.")
      }
      if entry.value.entries != nil {
        guard let leser = mapping(entry.value, "A definition", ["uttrykk", "omtale"]),
          let rule = required(leser, "uttrykk", "A definition")
        else { continue }
        definisjon(name, rule, omtale: entry.value["omtale"].flatMap { tekst($0) })
      } else {
        definisjon(name, entry.value, omtale: nil)
      }
    }
  }

  private mutating func definisjon(_ name: String, _ node: YAMLNode, omtale: String?) {
    guard let scalar = node.scalar else {
      return report(.wrongShape, node, "A definition must be a rule in the rule language.")
    }
    do throws(Diagnoser) {
      try checker.add(definisjon: name, omtale: omtale, try Parser.parse(scalar.text))
    } catch {
      report(error, scalar)
    }
  }

  // MARK: Reporting

  mutating func report(_ code: YAMLError.Code, _ node: YAMLNode, _ message: String, hint: String? = nil) {
    report(code.rawValue, node, message, hint: hint)
  }

  mutating func report(_ code: Sjekklistekode, _ node: YAMLNode, _ message: String, hint: String? = nil) {
    report(code.rawValue, node, message, hint: hint)
  }

  private mutating func report(
    _ code: String, _ node: YAMLNode, _ message: String, forslag: String? = nil, hint: String?
  ) {
    feil.append(
      Definisjonsfeil(
        kode: code, fil: fil, linje: node.line, kolonne: node.column,
        bredde: node.text.map { min($0.unicodeScalars.count, 40) } ?? 1, melding: message, forslag: forslag,
        hint: hint, kildelinje: text.line(node.line)))
  }

  /// Findings of the rule language, moved from the rule's text to the file.
  mutating func report(_ found: Diagnoser, _ scalar: YAMLScalar) {
    for diagnose in found.funn {
      let start = text.position(of: diagnose.område.lowerBound, in: scalar)
      let end = text.position(of: diagnose.område.upperBound, in: scalar)
      feil.append(
        Definisjonsfeil(
          kode: diagnose.kode.rawValue, fil: fil, linje: start.line, kolonne: start.column,
          bredde: end.line == start.line ? max(1, end.column - start.column) : 1, melding: diagnose.melding,
          forslag: diagnose.forslag, hint: diagnose.hint, kildelinje: text.line(start.line)))
    }
  }

  // MARK: Shapes

  mutating func mapping(_ node: YAMLNode, _ what: String, _ known: [String]) -> YAMLMappingReader? {
    var faults: [YAMLError] = []
    let leser = YAMLMappingReader(node, what, known: known, feil: &faults)
    add(faults)
    return leser
  }

  mutating func required(_ leser: YAMLMappingReader, _ key: String, _ what: String) -> YAMLNode? {
    var faults: [YAMLError] = []
    let node = leser.required(key, what, feil: &faults)
    add(faults)
    return node
  }

  private mutating func add(_ faults: [YAMLError]) {
    feil += faults.map { Definisjonsfeil($0, fil: fil, kildelinje: text.line($0.line)) }
  }

  mutating func entries(_ node: YAMLNode, _ what: String) -> [YAMLEntry] {
    if node.isEmpty { return [] }
    if let entries = node.entries { return entries }
    report(.wrongShape, node, "\(what) must be a mapping («name: …»).")
    return []
  }

  mutating func tekst(_ node: YAMLNode) -> String? {
    if let text = node.text, !text.isEmpty { return text }
    report(.wrongShape, node, "A text is needed here.")
    return nil
  }

  mutating func dato(_ node: YAMLNode) -> Dato? {
    if let text = node.text, let day = Dato(text) { return day }
    report(.invalidDate, node, "A day is needed here, written year-month-day.")
    return nil
  }

  /// `{fra: …, til: …}`; without `til` it has no end.
  mutating func periode(_ node: YAMLNode) -> Periode? {
    guard let leser = mapping(node, "«gjelder»", ["fra", "til"]),
      let from = required(leser, "fra", "«gjelder»").flatMap({ dato($0) })
    else { return nil }
    let to = node["til"].map { dato($0) } ?? .some(.tidenesEnde)
    guard let to else { return nil }
    if let period = Periode(from, to) { return period }
    report(.invalidDate, node, "«til» is before «fra».")
    return nil
  }

  mutating func tall(_ node: YAMLNode) -> Brøk? {
    let text = node.text ?? ""
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    if !digits.isEmpty, digits.utf8.allSatisfy({ (48...57).contains($0) }), let value = Int(text) {
      return Brøk(value)
    }
    report(.invalidValue, node, "A whole number is needed here.")
    return nil
  }

  mutating func valg<Valg: RawRepresentable & CaseIterable>(_ node: YAMLNode, _ type: Valg.Type) -> Valg?
  where Valg.RawValue == String {
    if let text = node.text, let value = Valg(rawValue: text) { return value }
    let names = Valg.allCases.map(\.rawValue)
    report(
      YAMLError.Code.invalidValue.rawValue, node, "This must be one of: \(names.joined(separator: ", ")).",
      forslag: node.text.flatMap { nearest($0, in: names) }, hint: nil)
    return nil
  }
}

extension YAMLText {
  /// A line of the file, from 1.
  func line(_ number: Int) -> String? {
    guard (1...max(1, lines.count)).contains(number), number <= lines.count else { return nil }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: lines[number - 1])
    return String(view)
  }
}

extension Definisjonsfeil {
  init(_ error: YAMLError, fil: String, kildelinje: String?) {
    self.init(
      kode: error.code.rawValue, fil: fil, linje: error.line, kolonne: error.column, bredde: 1,
      melding: error.message, hint: error.hint, kildelinje: kildelinje)
  }
}
