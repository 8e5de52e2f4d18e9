import Checklists
import JSONText
import Quality
import RuleEngine
import Values

extension Kravtype {
  /// As a reader sees it.
  var visning: String {
    switch self {
    case .lov: "Lov"
    case .forskrift: "Forskrift"
    case .egenProsedyre: "Egen prosedyre"
    case .fagligNorm: "Faglig norm"
    }
  }
}

extension Hjemmel.Slag {
  /// As a reader sees it.
  var visning: String { Bokmål.stor(rawValue) }
}

extension Alvorlighet {
  /// «høy alvorlighet»; the most serious is named so.
  var visning: String { self == .kritisk ? "kritisk" : "\(rawValue) alvorlighet" }
}

extension Kontrollpunkt {
  /// The legal basis and, for a point that rests on a procedure, the procedure: what a finding refers to.
  var grunnlagstekst: String {
    var parts = hjemler.map(\.tekst)
    switch kravtype {
    case .egenProsedyre: parts.append("egen prosedyre" + (prosedyre.map { " «\(prosedyrenavn($0))»" } ?? ""))
    case .fagligNorm: parts.append("faglig norm")
    case .lov, .forskrift: break
    }
    return parts.joined(separator: ", ")
  }
}

/// `gjennomføring-av-oppfølgingsbesøk` as a title.
func prosedyrenavn(_ id: String) -> String {
  Bokmål.stor(id.contains(" ") ? id : id.split(separator: "-").joined(separator: " "))
}

/// `2014-03-12`, `2014-03` or a version name, in words where it is a date.
func ordDato(_ text: String) -> String { Datoomfang(iso: text)?.bokmål ?? text }

extension JSONValue {
  /// A supplied fact as a reader sees it.
  package var visning: String {
    switch self {
    case .null: "ukjent"
    case .bool(let value): value ? "ja" : "nei"
    case .integer(let number): String(number)
    case .number(let number): String(number).split(separator: ".").joined(separator: ",")
    case .string(let text): Datoomfang(iso: text)?.bokmål ?? text.split(separator: "_").joined(separator: " ")
    case .array(let elements):
      elements.isEmpty ? "ingen flere" : Bokmål.liste(elements.map(\.visning))
    case .object(let members):
      members.map { $0.name == "dato" ? $0.value.visning : "\($0.name): \($0.value.visning)" }
        .joined(separator: ", ")
    }
  }
}

extension Vurdering {
  /// The dated events that the verdict rests on and that its sentence does not name: «Bygger på
  /// oppfølgingsbesøk 11. februar og 6. mai 2013»; nil when there are none.
  var datogrunnlag: String? {
    var order: [String] = []
    var dates: [String: [String]] = [:]
    var seen: Set<Hendelsesreferanse> = []
    for event in avgjørende?.events ?? [] where seen.insert(event).inserted {
      guard let iso = event.dato, !nevner(iso) else { continue }
      if dates[event.samling] == nil { order.append(event.samling) }
      dates[event.samling, default: []].append(iso)
    }
    if order.isEmpty { return nil }
    let parts = order.map { name in
      "\(name.split(separator: "_").joined(separator: " ")) \(Bokmål.liste((dates[name] ?? []).map(ordDato)))"
    }
    return "Bygger på \(parts.joined(separator: "; "))."
  }

  /// What decided the verdict. A breach also has why the point applies before it: events that only do that
  /// would read as part of the breach.
  private var avgjørende: Bevis? {
    let isBreach = utfall == .avvik || utfall == .merknad
    return isBreach && bevis?.verdi == utfall.rawValue ? bevis?.deler.last : bevis
  }

  private func nevner(_ iso: String) -> Bool {
    let short = Dato(iso)?.dagOgMåned ?? ordDato(iso)
    return setning.contains(short)
  }
}

extension Trekningskilde {
  /// Where the seed came from, as a sentence.
  var visning: String {
    switch self {
    case .terninger(let roller):
      "Kastet med terninger av \(Bokmål.liste(roller)) etter at sakslisten var låst."
    case .maskin: "Laget av maskinens tilfeldighetsgenerator etter at sakslisten var låst."
    case .oppgitt(let rolle): "Oppgitt av \(rolle) samtidig med at sakslisten ble låst."
    }
  }
}
