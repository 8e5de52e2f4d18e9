internal import RuleLanguage
internal import Values
internal import Vocabulary

/// Turns the nodes of a vocabulary file into a `Saksmodell`, gathering faults as it goes.
struct Saksmodelleser {
  var feil: [YAMLError] = []

  mutating func modell(_ root: YAMLNode) -> Saksmodell {
    var modell = Saksmodell(opplysninger: [], samlinger: [])
    let keys = ["saksmodell", "tidligste dag", "opplysninger", "samlinger"]
    guard let leser = YAMLMappingReader(root, "A vocabulary", known: keys, feil: &feil) else { return modell }
    if let version = leser.required("saksmodell", "A vocabulary", feil: &feil), version.text != "1" {
      report(.invalidValue, version, "The only version of vocabulary files is 1.")
    }
    if let node = root["tidligste dag"] {
      modell.tidligsteDag = node.text.flatMap { Dato($0) }
      if modell.tidligsteDag == nil {
        report(.invalidValue, node, "The first day must be a date, as in 1980-01-01.")
      }
    }
    if let node = leser.required("opplysninger", "A vocabulary", feil: &feil) {
      modell.opplysninger = felter(node)
    }
    if let node = leser.required("samlinger", "A vocabulary", feil: &feil) {
      modell.samlinger = samlinger(node)
      checkReferences(modell, node)
    }
    return modell
  }

  private mutating func report(
    _ code: YAMLError.Code, _ node: YAMLNode, _ message: String, suggestion: String? = nil,
    hint: String? = nil
  ) {
    feil.append(YAMLError(code, node, message, suggestion: suggestion, hint: hint))
  }

  // MARK: Fields

  private mutating func felter(_ node: YAMLNode) -> [Felt] {
    guard let entries = node.entries else {
      report(.wrongShape, node, "Fields must be a mapping from name to definition.")
      return []
    }
    return entries.compactMap { entry in navn(entry.key).flatMap { felt($0, entry.value) } }
  }

  private mutating func felt(_ navn: String, _ node: YAMLNode) -> Felt? {
    let what = "The field «\(navn)»"
    let keys = ["type", "etikett", "mangler betyr", "koder", "spørsmål"] + Saksmodelleser.ordnøkler
    guard let leser = YAMLMappingReader(node, what, known: keys, feil: &feil) else { return nil }
    let type = leser.required("type", what, feil: &feil).flatMap { felttype($0, koder: node["koder"], what) }
    let etikett = leser.required("etikett", what, feil: &feil).flatMap { tekst($0) }
    let mangler = node["mangler betyr"].flatMap { mangelbetydning($0) }
    guard let type, let etikett else { return nil }
    if type == .måned, let node = node["mangler betyr"], mangler == .ingen {
      report(.invalidValue, node, "A month is never «none», so missing cannot mean that.")
    }
    return Felt(
      navn, type, etikett: etikett, manglerBetyr: mangler ?? .ukjent, ordlegging: ordlegging(node),
      spørsmål: node["spørsmål"].flatMap { tekst($0) })
  }

  /// The keys that say how something is worded when it is a condition.
  private static let ordnøkler = ["ledd", "nektet ledd", "setning", "nektet setning"]

  private mutating func ordlegging(_ node: YAMLNode) -> Ordlegging {
    let words = Saksmodelleser.ordnøkler.map { key in node[key].flatMap { tekst($0) } }
    return Ordlegging(ledd: words[0], nektetLedd: words[1], setning: words[2], nektetSetning: words[3])
  }

  private mutating func mangelbetydning(_ node: YAMLNode) -> Mangelbetydning? {
    choice(node, ["ukjent": .ukjent, "ingen": .ingen])
  }

  private mutating func felttype(_ node: YAMLNode, koder: YAMLNode?, _ what: String) -> Felttype? {
    if node.text == "kode" {
      guard let koder else {
        report(.missingKey, node, "\(what) is a code and must have the key «koder».")
        return nil
      }
      return self.koder(koder, what).map(Felttype.kode)
    }
    if let koder { report(.unknownKey, koder, "\(what) is not a code and cannot have codes.") }
    return choice(
      node,
      ["sannhet": Felttype.sannhet, "tall": .tall, "dato": .dato, "måned": .måned, "tekstkode": .tekstkode],
      also: ["kode"])
  }

  private mutating func koder(_ node: YAMLNode, _ what: String) -> [Kode]? {
    guard let entries = node.entries, !entries.isEmpty else {
      report(.wrongShape, node, "The codes of a field must be a mapping from code to label, not empty.")
      return nil
    }
    guard entries.count <= 62 else {
      report(.tooManyCodes, entries[62].key, "\(what) has more than 62 codes.")
      return nil
    }
    return entries.compactMap { entry in
      guard let name = entry.key.text, let etikett = etikett(entry.value, "The code «\(name)»") else {
        return nil
      }
      let words = ordlegging(entry.value)
      let isNumber = name.utf8.allSatisfy { (48...57).contains($0) } && !name.isEmpty
      guard !isNumber else {
        if name.utf8.count <= 6, name == "0" || !name.hasPrefix("0") {
          return Kode(name, etikett: etikett, ordlegging: words)
        }
        report(.invalidName, entry.key, "A code of digits has at most six, and no zero in front.")
        return nil
      }
      return navn(entry.key).map { Kode($0, etikett: etikett, ordlegging: words) }
    }
  }

  /// The label of a code: a text, or one of the keys of a mapping.
  private mutating func etikett(_ node: YAMLNode, _ what: String) -> String? {
    guard node.entries != nil else { return tekst(node) }
    let keys = ["etikett"] + Saksmodelleser.ordnøkler
    guard let leser = YAMLMappingReader(node, what, known: keys, feil: &feil) else { return nil }
    return leser.required("etikett", what, feil: &feil).flatMap { tekst($0) }
  }

  // MARK: Collections

  private mutating func samlinger(_ node: YAMLNode) -> [Samling] {
    guard let entries = node.entries else {
      report(.wrongShape, node, "Collections must be a mapping from name to definition.")
      return []
    }
    return entries.compactMap { entry in navn(entry.key).flatMap { samling($0, entry.value) } }
  }

  private mutating func samling(_ navn: String, _ node: YAMLNode) -> Samling? {
    let what = "The collection «\(navn)»"
    let keys = [
      "tid", "entall", "flertall", "bestemt", "begynnelse", "slutt", "kjønn", "dokument", "felter", "varer",
      "mangler betyr", "etter fødselen", "avledet av",
    ]
    guard let leser = YAMLMappingReader(node, what, known: keys, feil: &feil) else { return nil }
    let tid = leser.required("tid", what, feil: &feil).flatMap {
      choice($0, ["dato": Tidsform.dato, "periode": .periode])
    }
    let entall = leser.required("entall", what, feil: &feil).flatMap { tekst($0) }
    let flertall = leser.required("flertall", what, feil: &feil).flatMap { tekst($0) }
    let kjønn = leser.required("kjønn", what, feil: &feil).flatMap {
      choice($0, ["hankjønn": Substantiv.Kjønn.hankjønn, "hunkjønn": .hunkjønn, "intetkjønn": .intetkjønn])
    }
    let dokument = leser.required("dokument", what, feil: &feil).flatMap { tekst($0) }
    let words = ["bestemt", "begynnelse", "slutt"].map { key in node[key].flatMap { tekst($0) } }
    let felter = node["felter"].map { self.felter($0) } ?? []
    let varighet = node["varer"].flatMap { self.varighet($0) }
    let mangler = node["mangler betyr"].flatMap { mangelbetydning($0) }
    let erEtter = node["etter fødselen"].flatMap { choice($0, ["ja": true, "nei": false]) }
    let avledning = node["avledet av"].flatMap { self.avledning($0) }
    guard let tid, let entall, let flertall, let kjønn, let dokument else { return nil }
    return Samling(
      navn, tid, felter: felter,
      ord: Substantiv(
        entall: entall, flertall: flertall, kjønn: kjønn, bestemt: words[0], begynnelse: words[1],
        slutt: words[2]),
      dokument: dokument, varighet: varighet, manglerBetyr: mangler ?? .ukjent,
      etterFødselen: erEtter ?? false, avledning: avledning)
  }

  private mutating func varighet(_ node: YAMLNode) -> Varighetsregel? {
    let keys = ["til", "innenfor"]
    guard let leser = YAMLMappingReader(node, "«varer»", known: keys, feil: &feil) else { return nil }
    if let til = leser.required("til", "«varer»", feil: &feil), til.text != "neste" {
      report(.invalidValue, til, "A duration can only last «til: neste».")
    }
    return Varighetsregel(innenfor: node["innenfor"].flatMap { tekst($0) })
  }

  private mutating func avledning(_ node: YAMLNode) -> Avledning? {
    let keys = ["samling", "samme", "eller"]
    guard let leser = YAMLMappingReader(node, "«avledet av»", known: keys, feil: &feil) else { return nil }
    let names = keys.map { key in leser.required(key, "«avledet av»", feil: &feil).flatMap { tekst($0) } }
    guard let kilde = names[0], let felt = names[1], let kobling = names[2] else { return nil }
    return Avledning(kilde: kilde, sammeFelt: felt, koblingsfelt: kobling)
  }

  // MARK: Names, texts and references

  /// Names that mean something else in case files.
  private static let reserved: Set<String> = ["dato", "fra", "til", "registrert", "opplysninger"]

  private mutating func navn(_ node: YAMLNode) -> String? {
    guard let text = node.text else { return nil }
    let letters = "abcdefghijklmnopqrstuvwxyzæøå".unicodeScalars
    let isName =
      text.unicodeScalars.first.map(letters.contains) ?? false
      && text.unicodeScalars.allSatisfy { letters.contains($0) || $0 == "_" || ("0"..."9").contains($0) }
      && text.utf8.count <= 60
    guard isName else {
      report(.invalidName, node, "A name has lower-case letters, digits and «_», and begins with a letter.")
      return nil
    }
    guard !Saksmodelleser.reserved.contains(text) else {
      report(.invalidName, node, "«\(text)» already means something else in case files.")
      return nil
    }
    return text
  }

  private mutating func tekst(_ node: YAMLNode) -> String? {
    if let text = node.text, !text.isEmpty { return text }
    report(.wrongShape, node, "Here must be a text.")
    return nil
  }

  private mutating func choice<Value>(_ node: YAMLNode, _ values: [String: Value], also: [String] = [])
    -> Value?
  {
    if let text = node.text, let value = values[text] { return value }
    let known = (values.keys + also).sorted()
    report(
      .invalidValue, node, "This is not a value that is known here.",
      suggestion: node.text.flatMap { nearest($0, in: known) },
      hint: "Known values: \(known.joined(separator: ", ")).")
    return nil
  }

  private mutating func checkReferences(_ modell: Saksmodell, _ node: YAMLNode) {
    let lastRead = modell.samlinger.lastIndex { $0.avledning == nil } ?? -1
    for (index, samling) in modell.samlinger.enumerated() {
      guard let place = node[samling.navn] else { continue }
      if modell.opplysning(samling.navn) != nil {
        report(.duplicateName, place, "«\(samling.navn)» is also the name of a fact.")
      }
      if samling.avledning != nil, index < lastRead {
        report(.invalidValue, place, "Derived collections come after those that are read from case files.")
      }
      if samling.varighet != nil { checkDuration(samling, modell, place["varer"] ?? place) }
      if samling.avledning != nil { checkDerivation(samling, modell, place["avledet av"] ?? place) }
    }
  }

  private mutating func checkDuration(_ samling: Samling, _ modell: Saksmodell, _ node: YAMLNode) {
    let periods = modell.samlinger.first { $0.navn == samling.varighet?.innenfor }
    if samling.varighet?.innenfor != nil, periods?.tid != .periode {
      report(.unknownReference, node["innenfor"] ?? node, "«innenfor» must name a collection of periods.")
    }
    if samling.tid != .dato {
      report(.unknownReference, node, "Only a collection with dates can last to its next entry.")
    }
  }

  private mutating func checkDerivation(_ samling: Samling, _ modell: Saksmodell, _ node: YAMLNode) {
    guard let avledning = samling.avledning else { return }
    guard let kilde = modell.samlinger.first(where: { $0.navn == avledning.kilde }), kilde.tid == .periode,
      kilde.avledning == nil, samling.tid == .periode
    else {
      report(
        .unknownReference, node["samling"] ?? node,
        "Periods are derived from another collection of periods, one that is not derived itself.")
      return
    }
    if kilde.felt(avledning.sammeFelt).map({ kilde.felter[$0].type }) != .tekstkode {
      report(.unknownReference, node["samme"] ?? node, "«samme» must name a tekstkode of «\(kilde.navn)».")
    }
    if kilde.felt(avledning.koblingsfelt).map({ kilde.felter[$0].type }) != .sannhet {
      report(.unknownReference, node["eller"] ?? node, "«eller» must name a sannhet of «\(kilde.navn)».")
    }
    if !samling.felter.isEmpty {
      report(.invalidValue, node, "A derived collection has no fields of its own.")
    }
  }
}
