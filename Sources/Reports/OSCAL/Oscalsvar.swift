public import Checklists
import JSONText
import RuleEngine
import Sampling
public import Values

/// The answer of `check --oscal`: OSCAL assessment results of one run.
///
/// OSCAL knows only satisfied and not satisfied, so each finding carries the outcomes of its point beside it:
/// an avvik is not-satisfied with the reason fail; a merknad, ukjent and ikke_kontrollert are not-satisfied with
/// the reason other; only a point that is oppfylt in every case it applies to is satisfied. A point that applies
/// to no case has no finding. Every outcome of every case stands in the property `utfall` of its observation.
public struct Oscalsvar: Sendable {
  private let sjekkliste: Sjekkliste
  private let kontrolldato: Dato
  private let kjentPå: Dato?
  private let motor: String
  private var saker: [[UInt8]] = []
  private var observasjoner: [[UInt8]] = []
  private var risikoer: [[UInt8]] = []
  private var loggposter: [[UInt8]] = []
  private var funn: [Punktfunn]

  /// The results of a checklist on a control date, of no case yet.
  public init(_ sjekkliste: Sjekkliste, på kontrolldato: Dato, kjentPå: Dato?, motor: String) {
    self.sjekkliste = sjekkliste
    self.kontrolldato = kontrolldato
    self.kjentPå = kjentPå
    self.motor = motor
    funn = sjekkliste.punkter.map { _ in Punktfunn() }
  }

  /// Adds a case.
  public mutating func ta(_ sak: Oscalsak) {
    saker.append(sak.sak)
    risikoer += sak.risikoer
    for (index, observation) in sak.observasjoner.enumerated() {
      observasjoner.append(observation.bytes)
      funn[index].ta(observation)
    }
  }

  /// Adds an input that could not be read or evaluated, to the log.
  public mutating func ta(_ feil: Sjekkfeil) {
    let place = feil.fil.isEmpty ? "" : "\(feil.fil):\(feil.linje):\(feil.kolonne): "
    let id = Navneid.av("feil", "\(loggposter.count)", place, feil.kode, feil.sak ?? "", feil.melding)
    loggposter.append(
      Oscal.bytes([
        "uuid": .string(id), "title": .string(feil.kode),
        "description": .string("\(place)\(feil.melding)\(feil.sak.map { " [\($0)]" } ?? "")"),
        "start": .string(Oscal.tid(kontrolldato)),
      ]))
  }

  /// The whole document. Its id is made from its content.
  public var bytes: [UInt8] {
    let results = resultat
    let resource = Navneid.av("sjekkliste", sjekkliste.innholdshash)
    let head = Oscal.bytes([
      "uuid": .string(Navneid.av("dokument", motor, Sjekksum(av: results).hex)), "metadata": metadata,
      "import-ap": .object([
        "href": .string("#\(resource)"),
        "remarks": .string("Sjekklisten er planen for kontrollen."),
      ]),
      "local-definitions": .object(["objectives-and-methods": .array(sjekkliste.punkter.map(mål))]),
    ])
    let tail = Oscal.bytes(["back-matter": .object(["resources": .array([kilde(resource)])])])
    return Array("{\"assessment-results\":".utf8) + head.dropLast() + Array(",\"results\":[".utf8) + results
      + Array("],".utf8) + tail.dropFirst() + Array("}".utf8)
  }

  private var metadata: JSONValue {
    .object([
      "title": .string("Kontroll \(kontrolldato.bokmål) med sjekklisten \(sjekkliste.id)"),
      "last-modified": .string(Oscal.tid(kontrolldato)), "version": .string(kontrolldato.description),
      "oscal-version": .string("1.1.3"), "props": .array([Oscal.egenskap("motor", motor)]),
    ])
  }

  private func kilde(_ id: String) -> JSONValue {
    let file = JSONValue.object([
      "href": .string("\(sjekkliste.navn)/\(sjekkliste.versjon).yaml"),
      "hashes": .array([
        .object(["algorithm": .string("SHA-256"), "value": .string(sjekkliste.innholdshash)])
      ]),
    ])
    return .object([
      "uuid": .string(id), "title": .string("Sjekklisten \(sjekkliste.id)"), "rlinks": .array([file]),
    ])
  }

  /// A point as an objective: the question, and what it rests on.
  private func mål(_ punkt: Sjekkpunkt) -> JSONValue {
    let year = "\(kontrolldato.år - 1)"
    let question = Plassholder.fyll(punkt.spørsmål) { $0 == "fjoråret" ? year : nil }
    let properties =
      [
        Oscal.egenskap("kravtype", punkt.kravtype.rawValue),
        Oscal.egenskap("alvorlighet", punkt.alvorlighet.rawValue),
        Oscal.egenskap("sviktomrade", "\(punkt.sviktområde)"),
      ] + punkt.hjemmel.map { Oscal.egenskap("hjemmel", $0) }
    let part = JSONValue.object([
      "id": .string(Oscal.token(punkt.id)), "name": .string("assessment-objective"),
      "prose": .string(question),
    ])
    return .object([
      "control-id": .string(Oscal.token(punkt.id)), "props": .array(properties), "parts": .array([part]),
    ])
  }

  // MARK: The one result

  private var resultat: [UInt8] {
    let ids = sjekkliste.punkter.map { Oscal.token($0.id) }
    let known = kjentPå.map { " med det som var registrert \($0.bokmål)" } ?? ""
    let id = Navneid.av(
      "resultat", sjekkliste.innholdshash, kontrolldato.description, kjentPå?.description ?? "",
      Sjekksum(av: Array((saker + observasjoner).joined())).hex)
    var head: [JSONValue.Member] = [
      .init("uuid", .string(id)), .init("title", .string("Kontroll \(kontrolldato.bokmål)")),
      .init(
        "description", .string("Reglene i sjekklisten \(sjekkliste.id), kjørt på \(antallSaker)\(known).")),
      .init("start", .string(Oscal.tid(kontrolldato))),
    ]
    if let kjentPå { head.append(.init("props", .array([Oscal.egenskap("kjent-pa", kjentPå.description)]))) }
    head.append(
      .init(
        "reviewed-controls",
        .object([
          "control-selections": .array([
            .object(["include-controls": .array(ids.map { .object(["control-id": .string($0)]) })])
          ]),
          "control-objective-selections": .array([
            .object(["include-objectives": .array(ids.map { .object(["objective-id": .string($0)]) })])
          ]),
        ])))
    if saker.isEmpty { head.append(.init("remarks", .string("Ingen saker er kontrollert."))) }
    let findings = zip(sjekkliste.punkter, funn).compactMap { $1.bytes($0, resultat: id) }
    var out = Array(JSONValue.object(head).compactText.utf8.dropLast())
    out += liste("local-definitions\":{\"inventory-items", saker, end: "]}")
    out += liste("assessment-log\":{\"entries", loggposter, end: "]}")
    out += liste("observations", observasjoner) + liste("risks", risikoer) + liste("findings", findings)
    return out + Array("}".utf8)
  }

  private var antallSaker: String { saker.count == 1 ? "én sak" : "\(saker.count) saker" }

  /// A list that is written already; an empty one is left out, as OSCAL wants it.
  private func liste(_ name: String, _ elements: [[UInt8]], end: String = "]") -> [UInt8] {
    if elements.isEmpty { return [] }
    return Array(",\"\(name)\":[".utf8) + elements.joined(separator: [UInt8(ascii: ",")]) + Array(end.utf8)
  }
}

/// What all cases together say of one point.
private struct Punktfunn {
  private var antall: [Utfall: Int] = [:]
  private var observasjoner: [String] = []
  private var risikoer: [String] = []

  mutating func ta(_ observation: Oscalsak.Observasjon) {
    antall[observation.utfall, default: 0] += 1
    if observation.utfall != .ikkeAktuelt { observasjoner.append(observation.id) }
    if let risk = observation.risiko { risikoer.append(risk) }
  }

  /// The outcome that decides: the worst that any case has.
  private var utfall: Utfall? {
    [.avvik, .merknad, .ukjent, .ikkeKontrollert, .oppfylt].first { antall[$0, default: 0] > 0 }
  }

  func bytes(_ punkt: Sjekkpunkt, resultat: String) -> [UInt8]? {
    guard let utfall else { return nil }
    let counts = Utfall.allCases.map { ($0, antall[$0, default: 0]) }.filter { $0.1 > 0 }
    let told = counts.map { "\($0.visning.lowercased()) \($1)" }.joined(separator: ", ")
    let reason =
      switch utfall {
      case .oppfylt: "pass"
      case .avvik: "fail"
      default: "other"
      }
    let status = JSONValue.object([
      "state": .string(utfall == .oppfylt ? "satisfied" : "not-satisfied"), "reason": .string(reason),
    ])
    var members: [JSONValue.Member] = [
      .init("uuid", .string(Navneid.av("funn", resultat, punkt.id))), .init("title", .string(punkt.id)),
      .init("description", .string("\(utfall.visning). Antall saker: \(told).")),
      .init(
        "props",
        .array(
          [Oscal.egenskap("utfall", utfall.rawValue)]
            + counts.map { Oscal.egenskap("antall-\($0.rawValue)", "\($1)") })),
      .init(
        "target",
        .object([
          "type": .string("objective-id"), "target-id": .string(Oscal.token(punkt.id)), "status": status,
        ])),
      .init(
        "related-observations", .array(observasjoner.map { .object(["observation-uuid": .string($0)]) })),
    ]
    if !risikoer.isEmpty {
      members.append(
        .init("related-risks", .array(risikoer.map { .object(["risk-uuid": .string($0)]) })))
    }
    return Array(JSONValue.object(members).compactText.utf8)
  }
}
