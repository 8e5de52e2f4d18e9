internal import RuleEngine
internal import RuleLanguage
internal import Values
internal import Vocabulary

/// The texts of a point that show values of a case: its question, its finding, and a sentence for each outcome.
extension Sjekklisteleser {
  /// The sentences that the author has written for outcomes.
  mutating func setninger(
    _ node: YAMLNode, _ punkt: YAMLNode, _ regel: Punktregel?
  ) -> [Utfall: [Setningsvalg]] {
    guard mapping(node, "«setninger»", Sjekklistenøkkel.setninger) != nil else { return [:] }
    var result: [Utfall: [Setningsvalg]] = [:]
    var seen: [String: Utfall] = [:]
    for entry in node.entries ?? [] {
      guard let outcome = entry.key.text.flatMap({ Utfall(rawValue: $0) }) else { continue }
      if let regel, !regel.kanGi(outcome, vedBrudd: punkt["ved brudd"]?.text) {
        report(
          .sentenceNeverShown, entry.key, "The point never comes out \(outcome.rawValue).",
          hint: "Its outcomes follow from «gjelder når», «krav» and «norm»: take the sentence away.")
      }
      let choices = alternativer(entry.value)
      for (place, choice) in choices {
        let other = seen.updateValue(outcome, forKey: choice.tekst) ?? outcome
        guard other != outcome else { continue }
        report(
          .sentenceForTwoOutcomes, place,
          "The same sentence is written for \(other.rawValue) and for \(outcome.rawValue).",
          hint: "A reader must see from the sentence which outcome it is.")
      }
      result[outcome] = choices.map(\.valg)
    }
    return result
  }

  /// A sentence, or a list of sentences with conditions, the last perhaps without one.
  private mutating func alternativer(_ node: YAMLNode) -> [(place: YAMLNode, valg: Setningsvalg)] {
    guard let elements = node.elements else {
      return setning(node).map { [(node, Setningsvalg(når: nil, tekst: $0))] } ?? []
    }
    if elements.isEmpty { report(.wrongShape, node, "A sentence, or a list of sentences, is needed here.") }
    var result: [(YAMLNode, Setningsvalg)] = []
    for (number, element) in elements.enumerated() {
      guard element.entries != nil else {
        if number < elements.count - 1 {
          report(
            .sentenceNeverShown, elements[number + 1], "A sentence after one without «når» is never shown.",
            hint: "The sentence without a condition comes last.")
        }
        if let text = setning(element) { result.append((element, Setningsvalg(når: nil, tekst: text))) }
        continue
      }
      let what = "A sentence with a condition"
      guard let leser = mapping(element, what, Sjekklistenøkkel.setningsvalg) else { continue }
      let condition = required(leser, "når", what).flatMap { sannhet($0) }
      let place = required(leser, "tekst", what)
      guard let text = place.flatMap({ setning($0) }), let place, let (tree, index) = condition else {
        continue
      }
      noter(tree)
      result.append((place, Setningsvalg(når: index, tekst: text)))
    }
    return result
  }

  /// The text of a sentence, its placeholders checked.
  private mutating func setning(_ node: YAMLNode) -> String? {
    guard let text = tekst(node) else { return nil }
    placeholders(node)
    return text
  }

  /// Checks what stands between braces: a definition, or any rule, that is a number or a date; or `{fjoråret}`.
  mutating func placeholders(_ node: YAMLNode) {
    guard let scalar = node.scalar else { return }
    var offset = 0
    for part in scalar.text.split(separator: "{", omittingEmptySubsequences: false) {
      if offset > 0, let close = part.firstIndex(of: "}"), part[..<close] != "fjoråret" {
        placeholder(String(part[..<close]), offset, scalar)
      }
      offset += part.unicodeScalars.count + 1
    }
  }

  /// - Parameters:
  ///   - offset: where in the text the rule begins, in Unicode scalars.
  private mutating func placeholder(_ rule: String, _ offset: Int, _ scalar: YAMLScalar) {
    if Parser.isName(rule), !isKnown(rule) { return reportUnknown(rule, offset, scalar) }
    do throws(Diagnoser) {
      // With what stands before it as spaces, every place in the rule is its place in the text.
      let tree = try Parser.parse(String(repeating: " ", count: offset) + rule)
      noter(tree)
      if plassholdere[rule] == nil { plassholdere[rule] = try checker.vist(tree) }
    } catch {
      report(error, scalar)
    }
  }

  private func isKnown(_ name: String) -> Bool {
    checker.kjenner(definisjon: name) || name == "kontrolldatoen" || modell.opplysning(name) != nil
      || checker.program.parametre.contains { $0.navn == name }
  }

  private mutating func reportUnknown(_ name: String, _ offset: Int, _ scalar: YAMLScalar) {
    guard let text else { return }
    let place = text.place(of: offset - 1..<offset + name.unicodeScalars.count + 1, in: scalar)
    report(
      Sjekklistekode.unknownPlaceholder.rawValue,
      YAMLNode(line: place.line, column: place.column, width: place.width, kind: .scalar(scalar)),
      "There is no definition «\(name)» for the placeholder {\(name)}.",
      forslag: nearest(name, in: checker.program.definisjoner.map(\.navn) + ["fjoråret"]),
      hint: "A placeholder is a name under «definer», a rule that is a number or a date, or fjoråret.")
  }

  /// Notes the names that a text of the point being read rests on.
  private mutating func noter(_ tree: Uttrykk) {
    guard !regelkilder.isEmpty else { return }
    regelkilder[regelkilder.count - 1].visning.formUnion(tree.navn)
  }
}

extension Punktregel {
  /// Whether the rule can have an outcome.
  fileprivate func kanGi(_ utfall: Utfall, vedBrudd: String?) -> Bool {
    let breach: Utfall = vedBrudd == Brudd.merknad.rawValue ? .merknad : .avvik
    switch utfall {
    case .oppfylt: return krav.finnes || norm.finnes
    case .avvik: return krav.finnes && breach == .avvik
    case .merknad: return norm.finnes || krav.finnes && breach == .merknad
    case .ikkeAktuelt: return gjelder.finnes
    case .ukjent: return true
    case .ikkeKontrollert: return false
    }
  }
}
