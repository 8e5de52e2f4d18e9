import Foundation
import JSONText
import Values
public import Vocabulary

/// What a person has typed of one case, when there is no extract or the extract tells too little.
///
/// It holds the fields by the names they have in the form: `opplysninger.sakstype`,
/// `oppfølgingsbesøk.0.dato`, and `oppfølgingsbesøk.alle` for «are all of them here». An empty field is
/// unknown. A field that still says what the record said keeps the record's own value, also where the form
/// cannot show it; what the form does not ask for is kept as it was.
public struct Saksskjemautfylling: Sendable {
  /// The most rows of one part.
  public static let flestRader = 100
  /// The name of the field with the last day that the answers are complete to.
  public static let uttrekksdag = "uttrekksdag"

  /// The pseudonym.
  public let sak: String
  /// The parts of the form.
  public let deler: [Skjemadel]
  /// What stands in the fields.
  public private(set) var verdier: [String: String]
  /// The record before, if there is one.
  let grunnlag: JSONValue?
  let enhet: String
  let team: String
  /// The extract's own last day, for a case that it does not have.
  private let dag: Dato
  let modell: Saksmodell

  /// The form as it is first shown: filled in with what the extract's record of the case says.
  public init(sak: String, i uttrekk: Uttrekk, modell: Saksmodell) {
    self.init(sak: sak, i: uttrekk, modell: modell, verdier: [:])
    verdier = opprinnelig()
    for del in deler where del.harRader && antallRader(i: del) == 0 { leggTilRad(i: del.navn) }
  }

  /// The form as it was sent in; fields that it does not have are left out.
  public init(sak: String, i uttrekk: Uttrekk, modell: Saksmodell, verdier: [String: String]) {
    self.sak = sak
    self.modell = modell
    deler = Skjemadel.deler(modell)
    grunnlag = uttrekk.post(sak: sak).flatMap { try? JSONValue(parsing: $0) }
    enhet = uttrekk.enhet
    team = uttrekk.team
    dag = uttrekk.dag
    self.verdier = [:]
    let known = Set(deler.map(\.navn))
    self.verdier = verdier.filter { key, _ in
      let parts = key.split(separator: ".", omittingEmptySubsequences: false)
      if key == Self.uttrekksdag { return true }
      guard let first = parts.first, known.contains(String(first)) else { return false }
      return parts.count < 3 || Int(parts[1]).map { (0..<Self.flestRader).contains($0) } ?? false
    }
  }

  /// What stands in a field.
  public subscript(_ navn: String) -> String { verdier[navn] ?? "" }

  /// The name of a field in a row.
  public static func navn(_ del: Skjemadel, _ rad: Int, _ felt: String) -> String {
    "\(del.navn).\(rad).\(felt)"
  }

  /// How many rows a part has, also those that are empty.
  public func antallRader(i del: Skjemadel) -> Int {
    let prefix = del.navn + "."
    let rows = verdier.keys.filter { $0.hasPrefix(prefix) }.compactMap { key in
      Int(key.dropFirst(prefix.count).prefix { $0 != "." })
    }
    return (rows.max() ?? -1) + 1
  }

  /// Adds an empty row to a part, unless it has as many as it can have.
  public mutating func leggTilRad(i navn: String) {
    guard let del = deler.first(where: { $0.navn == navn && $0.harRader }) else { return }
    let count = antallRader(i: del)
    guard count < Self.flestRader, let first = del.felter.first else { return }
    verdier[Self.navn(del, count, first.navn)] = ""
  }

  // MARK: The record as the form shows it

  /// The fields as the record fills them in.
  func opprinnelig() -> [String: String] {
    var found: [String: String] = [:]
    let day = grunnlag?["uttrekk"]?.string ?? "\(dag)"
    found[Self.uttrekksdag] = Self.tekst(.string(day), .dato)
    for del in deler {
      guard del.harRader else {
        for felt in del.felter {
          found["\(del.navn).\(felt.navn)"] = Self.tekst(grunnlag?[del.navn]?[felt.navn], felt.slag)
        }
        continue
      }
      found["\(del.navn).alle"] = erHel(del) ? "ja" : ""
      for (row, event) in hendelser(del).enumerated() {
        found[Self.navn(del, row, "rad")] = String(row)
        for felt in del.felter {
          found[Self.navn(del, row, felt.navn)] = Self.tekst(event[felt.navn], felt.slag)
        }
      }
    }
    return found
  }

  /// The record's events of a part.
  func hendelser(_ del: Skjemadel) -> [JSONValue] { grunnlag?["hendelser"]?[del.navn]?.array ?? [] }

  /// Whether a record without the collection has none of its events, and so all of them.
  func meansNone(_ del: Skjemadel) -> Bool {
    modell.samling(del.navn).map { modell.samlinger[$0].manglerBetyr == .ingen } ?? false
  }

  /// Whether the record has the collection.
  func harSamling(_ del: Skjemadel) -> Bool { grunnlag?["hendelser"]?[del.navn]?.array != nil }

  private func erHel(_ del: Skjemadel) -> Bool {
    let open = grunnlag?["ufullstendig"]?.array?.compactMap(\.string) ?? []
    // A case of which nothing is known yet has no collections either, and that says nothing.
    let isThere = harSamling(del) || meansNone(del) && grunnlag?.harOpplysninger == true
    return isThere && !open.contains(del.navn)
  }

  /// A value as it stands in a field; empty for what a field cannot show.
  private static func tekst(_ value: JSONValue?, _ slag: Skjemafelt.Slag) -> String {
    switch value {
    case .bool(true): "ja"
    case .bool(false): nei(slag)
    case .integer(let number): String(number)
    case .string(let text):
      switch slag {
      case .dato, .måned: text.split(separator: "-").reversed().joined(separator: ".")
      case .valg, .tekst: text
      }
    case .null: ukjent(slag)
    case .number, .array, .object, nil: ""
    }
  }

  private static func ukjent(_ slag: Skjemafelt.Slag) -> String {
    guard case .valg(let choices) = slag else { return "" }
    return choices.map(\.verdi).first { $0 == Skjemafelt.ukjent } ?? ""
  }

  private static func nei(_ slag: Skjemafelt.Slag) -> String {
    guard case .valg(let choices) = slag else { return "nei" }
    return choices.map(\.verdi).first { ["nei", Skjemafelt.ingen].contains($0) } ?? ""
  }
}
