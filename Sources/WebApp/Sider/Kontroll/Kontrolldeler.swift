import CaseRecords
import Checklists
import Quality
import RuleEngine
import Values

/// A part of a control that somebody must do: the task list's rows.
struct Kontrolldel: Hashable, Sendable {
  enum Slag: Hashable, Sendable {
    /// The facts that stand in one document; the key is in the address.
    case dokument(nøkkel: String)
    /// The facts that were answered: to see and to change.
    case opplysninger
    /// What the rules found in a failure area, and what a person must judge there.
    case tema(Int)
    /// The concern question.
    case bekymring
  }

  enum Status: Hashable, Sendable {
    case ikkeStartet
    case påbegynt(av: Int, besvart: Int)
    case ferdig
    /// The rules decided everything; there is nothing to answer.
    case ingenSpørsmål

    var visning: String {
      switch self {
      case .ikkeStartet: "Ikke startet"
      case .påbegynt: "Påbegynt"
      case .ferdig: "Ferdig"
      case .ingenSpørsmål: "Ingen spørsmål"
      }
    }
  }

  let sak: String
  let slag: Slag
  let tittel: String
  let status: Status

  /// The last segments of its address.
  var ledd: [String] {
    switch slag {
    case .dokument(let key): ["sak", sak, "dokument", key]
    case .opplysninger: ["sak", sak, "opplysninger"]
    case .tema(let number): ["sak", sak, "tema", String(number)]
    case .bekymring: ["sak", sak, "bekymring"]
    }
  }

  var erÅpen: Bool {
    switch status {
    case .ikkeStartet, .påbegynt: true
    case .ferdig, .ingenSpørsmål: false
    }
  }
}

extension Kontroll {
  /// The parts of a case: facts by document, then themes, then the concern question.
  func deler(_ sak: Kontrollsak) -> [Kontrolldel] {
    let groups = åpneOpplysninger(sak.sak)
    var parts = groups.map { group in
      Kontrolldel(
        sak: sak.sak, slag: .dokument(nøkkel: group.nøkkel),
        tittel: Bokmål.stor(group.dokument ?? "saken som helhet"), status: .ikkeStartet)
    }
    if !opplysninger(sak.sak).isEmpty || !ikkeFunnet(sak.sak).isEmpty {
      parts.append(
        Kontrolldel(
          sak: sak.sak, slag: .opplysninger, tittel: "Opplysninger du har lagt til", status: .ferdig))
    }
    parts += temaer(sak).map { tema(sak, $0) }
    parts.append(
      Kontrolldel(
        sak: sak.sak, slag: .bekymring, tittel: Svar.bekymringsspørsmål,
        status: bekymring(sak.sak) == nil ? .ikkeStartet : .ferdig))
    return parts
  }

  /// All parts of all drawn cases.
  var deler: [Kontrolldel] { saker.flatMap(deler) }

  /// How many of the parts that somebody must answer in are done; «Ingen spørsmål» is not work done.
  var fremdrift: (ferdige: Int, alle: Int) {
    let asked = deler.filter { $0.status != .ingenSpørsmål }
    return (asked.count { !$0.erÅpen }, asked.count)
  }

  /// The open questions about facts, grouped by the document they stand in.
  func åpneOpplysninger(_ sak: String) -> [Spørsmålsgruppe] {
    spørsmålsgrupper.filter { $0.sak == sak }.compactMap { group in
      var facts = group
      facts.spørsmål = group.spørsmål.filter { if case .opplysning = $0.slag { true } else { false } }
      return facts.spørsmål.isEmpty ? nil : facts
    }
  }

  /// The failure areas that a case has points in.
  func temaer(_ sak: Kontrollsak) -> [Kontrollpunkt.Sviktområde] {
    sak.punkter.reduce(into: []) { all, point in
      if !all.contains(where: { $0.nummer == point.sviktområde.nummer }) { all.append(point.sviktområde) }
    }.sorted { $0.nummer < $1.nummer }
  }

  private func tema(_ sak: Kontrollsak, _ area: Kontrollpunkt.Sviktområde) -> Kontrolldel {
    let asked = stillinger(sak).filter { $0.punkt.sviktområde.nummer == area.nummer && $0.spørres }
    let answered = asked.count { $0.svar != nil }
    let status: Kontrolldel.Status =
      asked.isEmpty
      ? .ingenSpørsmål
      : answered == asked.count
        ? .ferdig : answered == 0 ? .ikkeStartet : .påbegynt(av: asked.count, besvart: answered)
    return Kontrolldel(sak: sak.sak, slag: .tema(area.nummer), tittel: area.navn, status: status)
  }
}

extension Punktstilling {
  /// Whether a person must judge the point: the rules cannot, and no missing fact would let them.
  var spørres: Bool {
    (punkt.vurdering.utfall == .ukjent || punkt.vurdering.utfall == .ikkeKontrollert)
      && punkt.vurdering.mangler.isEmpty
  }
}

extension Spørsmålsgruppe {
  /// The group in an address: the same as long as the document is called the same.
  var nøkkel: String {
    let name = Array((dokument ?? "").utf8)
    // FNV-1a, 32 bits: short, and only ever compared with the groups of one case.
    let hash = name.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
    return String(hash, radix: 16)
  }
}
