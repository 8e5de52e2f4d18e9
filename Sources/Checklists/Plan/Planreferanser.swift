internal import CaseRecords
internal import RuleLanguage

/// What plans and the wheel of the year may refer to. Of what is nil nobody knows, and nothing is held against it.
struct Planreferanser {
  var prosedyrer: [String]?
  /// The points of all versions of all checklists.
  var punkter: [String]?
  var sviktområder: [Int]?
  var årshjul: [String]?
}

extension Definisjonsleser {
  /// A fault unless the text is one of the names.
  mutating func krev(
    _ node: YAMLNode, i known: [String], _ code: some RawRepresentable<String>, _ message: String
  ) {
    guard let id = tekst(node), !known.contains(id) else { return }
    report(
      code.rawValue, node, "\(message) «\(id)».", forslag: nearest(id, in: known, within: 4),
      hint: "Name one that stands there.")
  }

  /// A text that everybody may read, in which no person may be named: a role, a point of contact.
  mutating func upersonlig(_ node: YAMLNode) -> String? {
    guard let text = tekst(node) else { return nil }
    guard let found = Identitetsvakt().advarsler(i: text).first else { return text }
    // The line of the file is not shown: it holds what it must not.
    reportUnseen(.personNamed, node, "This holds \(found.advarsel.beskrivelse) (word \(found.ord)).")
    return nil
  }

  /// A fault whose line is not shown.
  private mutating func reportUnseen(_ code: Sjekklistekode, _ node: YAMLNode, _ message: String) {
    guard !faults.covers(line: node.line) else { return }
    feil.append(
      Definisjonsfeil(
        kode: code.rawValue, fil: fil, linje: node.line, kolonne: node.column, bredde: node.width,
        melding: message))
  }

  /// A role, and never the person who has it.
  mutating func rolle(_ node: YAMLNode) -> String? { upersonlig(node) }
}
