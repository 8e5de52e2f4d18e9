import Checklists
import JSONText
import Quality
import Statistics
import Values

extension Tiltaksplan {
  /// A measure as an item of the plan.
  func post(_ measure: Tiltak, _ effects: [Effekt]) -> JSONValue {
    let own = leser == .gruppe ? avvik(mot: measure) : []
    let count = avvik(mot: measure).count
    var properties = [
      Oscal.egenskap("nummer", measure.nummer), Oscal.egenskap("tilstand", measure.tilstand.rawValue),
      Oscal.egenskap("ansvarlig", measure.innhold.ansvarlig),
    ]
    if let result = measure.resultat { properties.append(Oscal.egenskap("resultat", result.rawValue)) }
    properties += measure.innhold.punkter.map { Oscal.egenskap("punkt", $0) }
    if leser == .gruppe || !Småtall.skjul(antall: count, av: count) {
      properties.append(Oscal.egenskap("antall-avvik", "\(count)"))
    }
    var members: [JSONValue.Member] = [
      .init("uuid", .string(id("tiltak", measure.nummer))),
      .init("title", .string(Oscal.ord("\(measure.nummer) \(measure.innhold.tekst)"))),
      .init("description", .string(Oscal.ord(measure.innhold.tekst))), .init("props", .array(properties)),
    ]
    if !own.isEmpty {
      members.append(
        .init(
          "related-observations",
          .array(own.map { .object(["observation-uuid": .string(id("observasjon-avvik", $0.nummer))]) })))
    }
    let risks = own.map { id("risiko-avvik", $0.nummer) } + [id("risiko-tiltak", measure.nummer)]
    members.append(
      .init("related-risks", .array(risks.map { .object(["risk-uuid": .string($0)]) })))
    if !effects.isEmpty {
      let told = effects.map { "\($0.punkt): \($0.setning(utad: leser == .utenfor))" }
      members.append(.init("remarks", .string(told.joined(separator: " "))))
    }
    return .object(members)
  }

  /// The avvik a measure is set against, said by either of them.
  private func avvik(mot measure: Tiltak) -> [Avvik] {
    avvik.filter { measure.innhold.avvik.contains($0.nummer) || $0.tiltak.contains(measure.nummer) }
  }

  /// The risk that the fault comes back, and what is done about it.
  func risiko(_ measure: Tiltak, _ effects: [Effekt]) -> JSONValue {
    let done = measure.tilstand != .planlagt
    let remedy = JSONValue.object([
      "uuid": .string(id("utbedring", measure.nummer)), "lifecycle": .string(done ? "completed" : "planned"),
      "title": .string(Oscal.ord(measure.innhold.tekst)),
      "description": .string(Oscal.ord(measure.innhold.tekst)),
      "tasks": .array([
        milepæl(
          measure, "iverksettes", "Settes i verk", measure.iverksatt?.dato ?? measure.iverksettes, done),
        milepæl(
          measure, "evalueres", "Evalueres", measure.evaluert ?? measure.evalueres,
          measure.tilstand == .evaluert),
      ]),
    ])
    let shown = effects.allSatisfy {
      let verdict = $0.dom(utad: leser == .utenfor)
      return verdict != nil && verdict != .forTidlig
    }
    let judged =
      measure.innhold.punkter.isEmpty
      ? "Tiltaket har ingen punkter å bedømmes på."
      : "Tiltaket bedømmes på \(Bokmål.liste(measure.innhold.punkter))."
    var risk: [JSONValue.Member] = [
      .init("uuid", .string(id("risiko-tiltak", measure.nummer))),
      .init("title", .string(Oscal.ord("At feilen kommer igjen: \(measure.nummer)"))),
      .init("description", .string(judged)),
      .init("statement", .string("Feilen som tiltaket gjelder, kan komme igjen.")),
    ]
    if let result = measure.resultat {
      risk.append(.init("props", .array([Oscal.egenskap("resultat", result.rawValue)])))
    }
    risk += [
      .init("status", .string(measure.risikostatus(vist: shown))),
      .init("deadline", .string(Oscal.tid(measure.evalueres))), .init("remediations", .array([remedy])),
    ]
    return .object(risk)
  }

  private func milepæl(_ measure: Tiltak, _ kind: String, _ title: String, _ day: Dato, _ done: Bool)
    -> JSONValue
  {
    .object([
      "uuid": .string(Navneid.av("milepæl", enhet, measure.nummer, kind)), "type": .string("milestone"),
      "title": .string(title), "props": .array([Oscal.egenskap("gjort", done ? "ja" : "nei")]),
      "timing": .object(["on-date": .object(["date": .string(Oscal.tid(day))])]),
      "responsible-roles": .array([
        .object(["role-id": .string(Tiltaksplan.rolleid(measure.innhold.ansvarlig))])
      ]),
    ])
  }

  /// What was seen: by a control, or by staff. Staff's own words stay in the store.
  func observasjon(_ avvik: Avvik) -> JSONValue {
    let seen: (title: String, text: String, method: String)
    switch avvik.opphav {
    case .kontroll(let found):
      seen = (
        "\(found.punkt), sak \(found.sak)",
        avvik.tekst(.setning) ?? "Kontrollen for \(found.måned.bokmål) fant avvik: \(found.spørsmål)",
        "EXAMINE"
      )
    case .ansatt(let report):
      let about = report.sak.map { ", sak \($0)" } ?? ""
      seen = (
        "\(report.navn)\(about)", "Meldt av ansatt på prosedyren «\(report.navn)».", "UNKNOWN"
      )
    }
    return .object([
      "uuid": .string(id("observasjon-avvik", avvik.nummer)),
      "title": .string(Oscal.ord("\(avvik.nummer): \(seen.title)")),
      "description": .string(Oscal.ord(seen.text)),
      "props": .array([
        Oscal.egenskap("nummer", avvik.nummer), Oscal.egenskap("tilstand", avvik.tilstand.rawValue),
        Oscal.egenskap("alvorlighet", avvik.alvorlighet.rawValue),
      ]), "methods": .array([.string(seen.method)]), "types": .array([.string("finding")]),
      "collected": .string(Oscal.tid(avvik.meldt)),
    ])
  }

  /// An avvik as a risk, with its deadline.
  func risiko(_ avvik: Avvik) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("uuid", .string(id("risiko-avvik", avvik.nummer))), .init("title", .string(avvik.nummer)),
      .init("description", .string("Avvik, \(avvik.alvorlighet.visning).")),
      .init("statement", .string("Avviket er \(avvik.tilstand.visning.lowercased()).")),
      .init("status", .string(avvik.risikostatus)),
    ]
    if let frist = avvik.frist { members.append(.init("deadline", .string(Oscal.tid(frist)))) }
    members.append(
      .init(
        "related-observations",
        .array([.object(["observation-uuid": .string(id("observasjon-avvik", avvik.nummer))])])))
    return .object(members)
  }
}

extension Tiltak {
  /// The day it was evaluated for good; nil before.
  fileprivate var evaluert: Dato? { tilstand == .evaluert ? evaluering?.dato : nil }

  /// OSCAL's word for how far it has come. «Virket» closes the risk only when no control leaves it too early to tell,
  /// and none is hidden: the plan must not say both.
  fileprivate func risikostatus(vist: Bool) -> String {
    switch (tilstand, resultat) {
    case (.evaluert, .virket?): vist ? "closed" : "remediating"
    case (.iverksatt, _): "remediating"
    default: "open"
    }
  }
}

extension Avvik {
  /// OSCAL's word for its state.
  fileprivate var risikostatus: String {
    switch tilstand {
    case .meldt, .gjenåpnet: "open"
    case .underBehandling: "investigating"
    case .tiltakPågår, .tilEvaluering: "remediating"
    case .lukket: "closed"
    }
  }
}
