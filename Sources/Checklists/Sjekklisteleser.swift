internal import JSONText
internal import RuleEngine
internal import RuleLanguage
internal import Values
internal import Vocabulary

/// Reads a checklist file: keys, types and places first, then its rules through the checker.
///
/// Gathers all faults of the file instead of stopping at the first.
struct Sjekklisteleser: Definisjonsleser, Sendable {
  /// How the file is named in messages.
  let fil: String
  /// Its path below the folder, which its content must agree with; nil for a draft, which may stand anywhere.
  let sti: String?
  let faults: YAMLErrors
  let modell: Saksmodell
  /// The legal basis register; empty when there is none.
  let hjemler: [Hjemmel]
  /// The ids of the procedures; empty when there is no file of them.
  let prosedyrer: [String]
  var checker: Checker
  var feil: [Definisjonsfeil]
  var varsler: [Varsel] = []
  /// The days the version is in force.
  private(set) var versjonen: Periode?
  private var gjelder: YAMLNode?
  private(set) var text: YAMLText?
  private var parameterkilder: [Sjekklistekilde.Parameterkilde] = []
  private var definisjonskilder: [Sjekklistekilde.Definisjonskilde] = []
  var regelkilder: [Sjekklistekilde.Regelkilde] = []
  /// What the placeholders that have been read show.
  var plassholdere: [String: Nodeindeks] = [:]

  init(
    fil: String, sti: String?, faults: YAMLErrors, modell: Saksmodell, hjemler: [Hjemmel],
    prosedyrer: [String]
  ) {
    self.fil = fil
    self.sti = sti
    self.faults = faults
    self.modell = modell
    self.hjemler = hjemler
    self.prosedyrer = prosedyrer
    checker = Checker(modell: modell)
    feil = Definisjonsfeilene(faults, fil: fil).feil
  }

  /// Reads a file with one version of a checklist; nil, with faults in the reader, when it cannot be used.
  static func les(
    _ fil: Sjekklistebibliotek.Fil, _ navn: String, _ modell: Saksmodell, _ hjemler: [Hjemmel],
    _ prosedyrer: [String]
  ) -> (liste: Sjekkliste?, leser: Sjekklisteleser) {
    let (text, faults) = YAMLText.read(fil.bytes)
    var leser = Sjekklisteleser(
      fil: navn, sti: fil.sti, faults: faults, modell: modell, hjemler: hjemler, prosedyrer: prosedyrer)
    let liste = text.flatMap { leser.sjekkliste($0, hash: innholdshash(fil.bytes)) }
    return (liste, leser)
  }

  mutating func sjekkliste(_ text: YAMLText, hash: String) -> Sjekkliste? {
    self.text = text
    gjelder = text.root["gjelder"]
    guard let leser = mapping(text.root, "A checklist", Sjekklistenøkkel.liste) else { return nil }
    let navn = required(leser, "sjekkliste", "A checklist").flatMap { tekst($0) }
    let versjon = required(leser, "versjon", "A checklist").flatMap { dato($0) }
    if let sti, let navn, let versjon, "\(navn)/\(versjon).yaml" != sti {
      report(
        .fileName, text.root["versjon"] ?? text.root,
        "The file must be named \(navn)/\(versjon).yaml after its content.",
        hint: "Its name is \(sti): rename the file, or mend «sjekkliste» or «versjon».")
    }
    let gjelder = required(leser, "gjelder", "A checklist").flatMap { periode($0) }
    versjonen = gjelder
    let ikkeKontrollert = text.root["ikke kontrollert"].map { elements($0).compactMap { tekst($0) } } ?? []
    parametre(text.root["parametre"])
    definisjoner(text.root["definer"])
    let base = Eksempelbygger(modell: modell, grunnsak: text.root["grunnsak"])
    let punkter = required(leser, "punkter", "A checklist").map { self.punkter($0, base) } ?? []
    guard feil.isEmpty, let navn, let versjon, let gjelder else { return nil }
    return Sjekkliste(
      navn: navn, versjon: versjon.description, gjelder: gjelder, innholdshash: hash,
      ikkeKontrollert: ikkeKontrollert, punkter: punkter, program: checker.program,
      plassholdere: plassholdere,
      kilde: Sjekklistekilde(
        fil: fil, text: text, parametre: parameterkilder, definisjoner: definisjonskilder, regler: regelkilder
      ))
  }

  /// Reports that another version is in force on some of the same days.
  mutating func refuseOverlap(_ own: Sjekkliste, _ other: Sjekkliste) {
    guard let gjelder, own.gjelder.overlapper(other.gjelder) else {
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
        if let id = element["hjemmel"] { krevHjemmel(id, på: from) }
        if values.contains(where: { $0.fra == from }), let key = element["fra"] {
          report(
            .duplicateEntry, key, "«\(entry.key.text ?? "")» has two values from \(from).",
            hint: "Only one number can hold on a day; take the other away.")
        }
        values.append(Parameter.Datert(fra: from, verdi: value, hjemmel: element["hjemmel"]?.text))
      }
      if entry.value.elements?.isEmpty ?? true {
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

  // MARK: Reporting

  /// Findings of the rule language, moved from the rule's text to the file.
  mutating func report(_ found: Diagnoser, _ scalar: YAMLScalar) {
    guard let text else { return }
    let own = found.funn.map { Definisjonsfeil($0, i: scalar, text, faults, fil: fil) }
    feil += own.filter { !faults.covers(line: $0.linje) }
  }

  // MARK: Shapes

  /// The mapping that holds these keys.
  mutating func mapping(_ node: YAMLNode, _ what: String, _ known: [Sjekklistenøkkel]) -> YAMLMappingReader? {
    mapping(node, what, known.map(\.navn))
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
