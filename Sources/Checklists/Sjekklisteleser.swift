internal import JSONText
internal import RuleEngine
internal import RuleLanguage
internal import Values
internal import Vocabulary

/// Reads a checklist file: keys, types and places first, then its rules through the checker.
///
/// Gathers all faults of the file instead of stopping at the first.
struct Sjekklisteleser {
  /// How the file is named in messages.
  let fil: String
  /// Its path below the folder, which its content must agree with.
  let sti: String
  let faults: YAMLErrors
  let modell: Saksmodell
  /// The ids of the legal basis register; empty when there is none.
  let hjemler: [String]
  var checker: Checker
  private(set) var feil: [Definisjonsfeil]
  private var gjelder: YAMLNode?
  private var text: YAMLText?
  private var parameterkilder: [Sjekklistekilde.Parameterkilde] = []
  private var definisjonskilder: [Sjekklistekilde.Definisjonskilde] = []
  var regelkilder: [Sjekklistekilde.Regelkilde] = []

  init(fil: String, sti: String, faults: YAMLErrors, modell: Saksmodell, hjemler: [String]) {
    self.fil = fil
    self.sti = sti
    self.faults = faults
    self.modell = modell
    self.hjemler = hjemler
    checker = Checker(modell: modell)
    feil = Definisjonsfeilene(faults, fil: fil).feil
  }

  mutating func sjekkliste(_ text: YAMLText, hash: String) -> Sjekkliste? {
    self.text = text
    gjelder = text.root["gjelder"]
    guard let leser = mapping(text.root, "A checklist", Sjekklistenøkkel.liste) else { return nil }
    let navn = required(leser, "sjekkliste", "A checklist").flatMap { tekst($0) }
    let versjon = required(leser, "versjon", "A checklist").flatMap { dato($0) }
    if let navn, let versjon, "\(navn)/\(versjon).yaml" != sti {
      report(
        .fileName, text.root["versjon"] ?? text.root,
        "The file must be named \(navn)/\(versjon).yaml after its content.",
        hint: "Its name is \(sti): rename the file, or mend «sjekkliste» or «versjon».")
    }
    let gjelder = required(leser, "gjelder", "A checklist").flatMap { periode($0) }
    parametre(text.root["parametre"])
    definisjoner(text.root["definer"])
    let base = Eksempelbygger(modell: modell, grunnsak: text.root["grunnsak"])
    let punkter = required(leser, "punkter", "A checklist").map { self.punkter($0, base) } ?? []
    guard feil.isEmpty, let navn, let versjon, let gjelder else { return nil }
    return Sjekkliste(
      navn: navn, versjon: versjon.description, gjelder: gjelder, innholdshash: hash, punkter: punkter,
      program: checker.program,
      kilde: Sjekklistekilde(
        fil: fil, text: text, parametre: parameterkilder, definisjoner: definisjonskilder, regler: regelkilder
      ))
  }

  /// Reports that another version is in force on some of the same days.
  mutating func refuseOverlap(_ own: Sjekkliste, _ other: Sjekkliste) {
    guard let gjelder, own.gjelder.fra <= other.gjelder.til, other.gjelder.fra <= own.gjelder.til else {
      return
    }
    report(
      .overlappingVersions, gjelder, "\(own.id) and \(other.id) are in force on the same days.",
      hint: "Let one end («til») the day before the other begins.")
  }

  // MARK: Parameters and definitions

  private mutating func parametre(_ node: YAMLNode?) {
    for entry in node.map({ entries($0, "Parameters") }) ?? [] {
      var values: [Parameter.Datert] = []
      for element in entry.value.elements ?? [] {
        guard let leser = mapping(element, "A dated value", Sjekklistenøkkel.parameterverdi) else { continue }
        let from = required(leser, "fra", "A dated value").flatMap { dato($0) }
        let value = required(leser, "verdi", "A dated value").flatMap { tall($0) }
        guard let from, let value else { continue }
        if let id = element["hjemmel"] { krevHjemmel(id) }
        values.append(Parameter.Datert(fra: from, verdi: value, hjemmel: element["hjemmel"]?.text))
      }
      if values.isEmpty {
        report(
          .wrongShape, entry.value, "A parameter must be a list of {fra, verdi, hjemmel}.",
          hint: "Write «- {fra: 2004-01-01, verdi: 4}» under the name.")
      }
      checkName(entry.key)
      let parameter = Parameter(navn: entry.key.text ?? "", verdier: values)
      checker.add(parameter: parameter)
      parameterkilder.append(.init(parameter: parameter, node: entry.key))
    }
  }

  private mutating func definisjoner(_ node: YAMLNode?) {
    let all = node.map { entries($0, "Definitions") } ?? []
    checker.announce(definisjoner: all.compactMap(\.key.text))
    for entry in all {
      guard let name = entry.key.text else { continue }
      checkName(entry.key)
      let isMapping = entry.value.entries != nil
      let leser = isMapping ? mapping(entry.value, "A definition", Sjekklistenøkkel.definisjon) : nil
      let rule = isMapping ? leser.flatMap { required($0, "uttrykk", "A definition") } : entry.value
      let omtale = entry.value["omtale"].flatMap { tekst($0) }
      if rule.map({ definisjon(entry.key, name, $0, omtale: omtale) }) != true { checker.add(feilet: name) }
    }
  }

  /// False after a fault has been reported.
  private mutating func definisjon(
    _ key: YAMLNode, _ name: String, _ node: YAMLNode, omtale: String?
  ) -> Bool {
    guard let scalar = node.scalar else {
      report(
        .wrongShape, node, "A definition must be a rule in the rule language.",
        hint: "Write «name: RULE», or a mapping with «uttrykk» and «omtale».")
      return false
    }
    do throws(Diagnoser) {
      let tree = try Parser.parse(scalar.text)
      try checker.add(definisjon: name, omtale: omtale, tree)
      definisjonskilder.append(
        .init(navn: name, omtale: omtale, uttrykk: tree, scalar: scalar, node: key))
      return true
    } catch {
      report(error, scalar)
      return false
    }
  }

  /// A name for rules: one word that means nothing else.
  private mutating func checkName(_ node: YAMLNode) {
    guard let name = node.text else { return }
    let taken =
      Parser.reserved.contains(name) || modell.opplysning(name) != nil || modell.samling(name) != nil
      || checker.program.parametre.contains { $0.navn == name } || name == "kontrolldatoen"
    if taken {
      report(
        .duplicateName, node, "«\(name)» already means something else.",
        hint: "It is a word of the rule language, a fact, a collection or a parameter: choose another name.")
    } else if !Parser.isName(name) {
      report(
        .invalidName, node, "A rule cannot use the name «\(name)».",
        hint: "A name is letters, digits and «_», and does not begin with a digit.")
    }
  }

  /// A cited legal basis must be in the register.
  mutating func krevHjemmel(_ node: YAMLNode) {
    guard !hjemler.isEmpty, let id = node.text, !hjemler.contains(id) else { return }
    report(
      Sjekklistekode.unknownLegalBasis.rawValue, node, "«\(id)» is not in hjemler.yaml.",
      forslag: nearest(id, in: hjemler), hint: "Add it to hjemler.yaml, or cite one that stands there.")
  }

  // MARK: Reporting

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

  /// Findings of the rule language, moved from the rule's text to the file.
  mutating func report(_ found: Diagnoser, _ scalar: YAMLScalar) {
    guard let text else { return }
    let own = found.funn.map { Definisjonsfeil($0, i: scalar, text, faults, fil: fil) }
    feil += own.filter { !faults.covers(line: $0.linje) }
  }

  /// A fault on a line whose text is faulty is a consequence, and not told.
  private mutating func report(
    _ code: String, _ place: YAMLPlace, _ message: String, forslag: String?, hint: String?
  ) {
    guard !faults.covers(line: place.line) else { return }
    let fault = Definisjonsfeil(
      kode: code, fil: fil, linje: place.line, kolonne: place.column, bredde: place.width, melding: message,
      forslag: forslag, hint: hint, kildelinje: faults.line(place.line))
    // The base case is read again for each example.
    if !feil.contains(fault) { feil.append(fault) }
  }

  // MARK: Shapes

  mutating func mapping(_ node: YAMLNode, _ what: String, _ known: [Sjekklistenøkkel]) -> YAMLMappingReader? {
    var faults: [YAMLError] = []
    let leser = YAMLMappingReader(node, what, known: known.map(\.navn), feil: &faults)
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
    guard let leser = mapping(node, "«gjelder»", Sjekklistenøkkel.periode),
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
}

extension Definisjonsfeilene {
  /// The faults of a YAML file, with its lines.
  init(_ faults: YAMLErrors, fil: String) {
    self.init(
      feil: faults.errors.map { Definisjonsfeil($0, fil: fil, kildelinje: faults.line($0.line)) })
  }
}

extension Definisjonsfeil {
  /// A finding of the rule language, moved from the rule's text to the file.
  init(_ found: Diagnose, i scalar: YAMLScalar, _ text: YAMLText, _ faults: YAMLErrors, fil: String) {
    let place = text.place(of: found.område, in: scalar)
    self.init(
      kode: found.kode.rawValue, fil: fil, linje: place.line, kolonne: place.column, bredde: place.width,
      melding: found.melding, forslag: found.forslag, hint: found.hint, kildelinje: faults.line(place.line))
  }

  init(_ error: YAMLError, fil: String, kildelinje: String?) {
    self.init(
      kode: error.code.rawValue, fil: fil, linje: error.line, kolonne: error.column, bredde: error.width,
      melding: error.message, forslag: error.suggestion, hint: error.hint, kildelinje: kildelinje)
  }
}
