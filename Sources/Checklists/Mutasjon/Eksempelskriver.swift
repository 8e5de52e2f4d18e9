internal import JSONText
internal import RuleEngine
internal import Values
internal import Vocabulary

/// Writes a made-up case as an example in YAML: what differs from the checklist's base case, in the order of
/// the vocabulary.
struct Eksempelskriver {
  private let modell: Saksmodell
  /// The base case, as an empty example would have it.
  private let grunnsak: [String: JSONValue]

  init(_ kilde: Sjekklistekilde, _ modell: Saksmodell) {
    self.modell = modell
    var builder = Eksempelbygger(modell: modell, grunnsak: kilde.text.root["grunnsak"])
    let base = builder.sak(nil, på: .nyttår(2000), åpen: [], ufullstendig: [])
    grunnsak = (base["opplysninger"]?.navngitte ?? [:]).merging(base["hendelser"]?.navngitte ?? [:]) { a, _ in
      a
    }
  }

  func tekst(_ sak: Prøvesak, _ utfall: Utfall?) -> String {
    var entries: [String] = []
    if sak.uttrekk != sak.på { entries.append("uttrekk: \(sak.uttrekk)") }
    for felt in modell.opplysninger {
      let value = sak.opplysninger[felt.navn] ?? .null
      if value != grunnsak[felt.navn] ?? .null { entries.append("\(felt.navn): \(skrevet(value))") }
    }
    var open: [String] = []
    for samling in modell.samlinger where samling.avledning == nil {
      guard let events = sak.hendelser[samling.navn] else {
        open.append(samling.navn)
        continue
      }
      let list = events.map { hendelse($0, samling) }.joined(separator: ", ")
      let same = (grunnsak[samling.navn]?.array ?? []).map { hendelse($0.navngitte, samling) }
      if list != same.joined(separator: ", ") { entries.append("\(samling.navn): [\(list)]") }
    }
    var lines = ["- navn: …", "  på: \(sak.på)", "  sak: {\(entries.joined(separator: ", "))}"]
    if !open.isEmpty { lines.append("  åpen: [\(open.joined(separator: ", "))]") }
    if !sak.ufullstendig.isEmpty {
      lines.append("  ufullstendig: [\(sak.ufullstendig.joined(separator: ", "))]")
    }
    lines.append("  utfall: \(utfall?.rawValue ?? "…")")
    return lines.joined(separator: "\n")
  }

  private func hendelse(_ event: Prøvesak.Hendelse, _ samling: Samling) -> String {
    let keys =
      (samling.tid == .dato ? ["dato"] : ["fra", "til"]) + samling.felter.map(\.navn) + ["registrert"]
    let fields = keys.compactMap { key in event[key].map { "\(key): \(skrevet($0))" } }
    return "{\(fields.joined(separator: ", "))}"
  }

  private func skrevet(_ value: JSONValue) -> String {
    switch value {
    case .null: "ukjent"
    case .bool(let truth): truth ? "ja" : "nei"
    case .string(let text): text
    case .array(let elements): "[\(elements.map(skrevet).joined(separator: ", "))]"
    default: value.compactText
    }
  }
}
