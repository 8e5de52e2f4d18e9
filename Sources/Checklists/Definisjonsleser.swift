internal import RuleLanguage
internal import Values

/// Reads one file under `Checklists/` with care: each key and value is looked at, and every fault is gathered
/// with its place.
protocol Definisjonsleser {
  /// How the file is named in messages.
  var fil: String { get }
  /// What is wrong with its YAML.
  var faults: YAMLErrors { get }
  /// What is wrong with what it declares.
  var feil: [Definisjonsfeil] { get set }
  /// What somebody should look at, now or from a day on.
  var varsler: [Varsel] { get set }
}

/// A warning, and the last day on which it is not one.
struct Varsel: Hashable {
  var etter: Dato
  var feil: Definisjonsfeil
}

// MARK: Reporting

extension Definisjonsleser {
  mutating func report(_ code: YAMLError.Code, _ node: YAMLNode, _ message: String, hint: String? = nil) {
    report(code.rawValue, node, message, hint: hint)
  }

  mutating func report(_ code: Sjekklistekode, _ node: YAMLNode, _ message: String, hint: String? = nil) {
    report(code.rawValue, node, message, hint: hint)
  }

  mutating func report(
    _ code: String, _ node: YAMLNode, _ message: String, forslag: String? = nil, hint: String?
  ) {
    report(
      code, YAMLPlace(line: node.line, column: node.column, width: node.width), message, forslag: forslag,
      hint: hint)
  }

  /// A fault on a line whose text is faulty is a consequence, and not told.
  private mutating func report(
    _ code: String, _ place: YAMLPlace, _ message: String, forslag: String?, hint: String?
  ) {
    guard !faults.covers(line: place.line) else { return }
    let fault = finding(code, .error, place, message, forslag: forslag, hint: hint)
    // The base case is read again for each example.
    if !feil.contains(fault) { feil.append(fault) }
  }

  /// A warning, from the day after `etter` on.
  mutating func warn(
    _ code: Sjekklistekode, _ node: YAMLNode, etter: Dato = .tidenesMorgen, _ message: String
  ) {
    let place = YAMLPlace(line: node.line, column: node.column, width: node.width)
    let found = finding(code.rawValue, .warning, place, message, forslag: nil, hint: nil)
    varsler.append(Varsel(etter: etter, feil: found))
  }

  private func finding(
    _ code: String, _ alvor: Definisjonsfeil.Alvor, _ place: YAMLPlace, _ message: String, forslag: String?,
    hint: String?
  ) -> Definisjonsfeil {
    Definisjonsfeil(
      kode: code, alvor: alvor, fil: fil, linje: place.line, kolonne: place.column, bredde: place.width,
      melding: message, forslag: forslag, hint: hint, kildelinje: faults.line(place.line))
  }
}

// MARK: Shapes

extension Definisjonsleser {
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
    for fault in faults {
      let place = YAMLPlace(line: fault.line, column: fault.column, width: fault.width)
      report(fault.code.rawValue, place, fault.message, forslag: fault.suggestion, hint: fault.hint)
    }
  }

  mutating func entries(_ node: YAMLNode, _ what: String) -> [YAMLEntry] {
    if node.isEmpty { return [] }
    if let entries = node.entries { return entries }
    report(
      .wrongShape, node, "\(what) must be a mapping («name: …»).", hint: "Write one name on each line.")
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
    guard let leser = mapping(node, "«gjelder»", Sjekklistenøkkel.periode.map(\.navn)),
      let from = required(leser, "fra", "«gjelder»").flatMap({ dato($0) })
    else { return nil }
    let to = node["til"].map { dato($0) } ?? .some(.tidenesEnde)
    guard let to else { return nil }
    if let period = Periode(from, to) { return period }
    report(.invalidDate, node, "«til» is before «fra».", hint: "Swap them, or leave «til» out for no end.")
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

  /// The legal basis that is cited; nil, with a fault, when it is not in the register.
  mutating func hjemmel(_ node: YAMLNode, _ hjemler: [Hjemmel]) -> Hjemmel? {
    guard let id = tekst(node) else { return nil }
    if let found = hjemler.first(where: { $0.id == id }) { return found }
    report(
      Sjekklistekode.unknownLegalBasis.rawValue, node, "«\(id)» is not in hjemler.yaml.",
      forslag: nearest(id, in: hjemler.map(\.id)),
      hint: "Add it to hjemler.yaml, or cite one that stands there.")
    return nil
  }

  /// An id names one entry of a list.
  mutating func refuseDuplicates(_ nodes: [YAMLNode], _ what: String) {
    var seen: Set<String> = []
    for id in nodes.compactMap({ $0["id"] }) {
      guard let text = id.text, !seen.insert(text).inserted else { continue }
      report(.duplicateEntry, id, "The \(what) «\(text)» occurs twice.")
    }
  }

  /// The elements of a list with at least one; none, with a fault, for anything else.
  mutating func elements(_ node: YAMLNode) -> [YAMLNode] {
    if let elements = node.elements, !elements.isEmpty { return elements }
    report(.wrongShape, node, "A list with at least one entry is needed here.")
    return []
  }
}
