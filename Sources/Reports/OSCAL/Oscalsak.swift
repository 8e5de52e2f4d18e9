import Checklists
internal import JSONText
import RuleEngine
import Values

/// What OSCAL holds of one case: an inventory item for the case, an observation a point, and a risk for each
/// avvik that somebody has accepted for a time.
public struct Oscalsak: Sendable {
  var sak: [UInt8]
  var observasjoner: [Observasjon]
  var risikoer: [[UInt8]]

  /// What was seen of one point.
  struct Observasjon {
    var id: String
    var utfall: Utfall
    var risiko: String?
    var bytes: [UInt8]
  }

  /// The parts of one case.
  public init(_ resultat: Sjekkresultat) {
    let subject = Navneid.av("sak", resultat.sak)
    sak = Oscal.bytes([
      "uuid": .string(subject), "description": .string("Sak \(resultat.sak)"),
      "props": .array([Oscal.egenskap("saksinnhold-sha256", resultat.sakshash)]),
    ])
    observasjoner = []
    risikoer = []
    for punkt in resultat.punkter {
      var seen = Oscalsak.observasjon(punkt, resultat, subject: subject)
      if punkt.vurdering.utfall == .avvik, let unntak = punkt.unntak {
        let id = Navneid.av("unntak", seen.id, unntak.grunn, unntak.myndighet)
        risikoer.append(Oscalsak.risiko(id, unntak, punkt, observasjon: seen.id))
        seen.risiko = id
      }
      observasjoner.append(seen)
    }
  }

  private static func observasjon(_ punkt: Sjekketpunkt, _ resultat: Sjekkresultat, subject: String)
    -> Observasjon
  {
    let vurdering = punkt.vurdering
    // Everything that can make another run say something else of the same case and point.
    let id = Navneid.av(
      "observasjon", resultat.sjekklistehash, resultat.sakshash, resultat.kontrolldato.description,
      resultat.kjentPå?.description ?? "", resultat.sak, punkt.punkt.id)
    var properties = [Oscal.egenskap("utfall", vurdering.utfall.rawValue)]
    if let forecast = vurdering.prognose {
      properties.append(Oscal.egenskap("prognose", forecast.dag.description))
    }
    if punkt.senRegistrering { properties.append(Oscal.egenskap("sen-registrering", "ja")) }
    var members: [JSONValue.Member] = [
      .init("uuid", .string(id)), .init("title", .string("\(punkt.punkt.id), sak \(resultat.sak)")),
      .init("description", .string(vurdering.setning)), .init("props", .array(properties)),
      // The rules read the record; what waits for a person has not been looked at by anybody.
      .init("methods", .array([.string(vurdering.utfall == .ikkeKontrollert ? "UNKNOWN" : "EXAMINE")])),
      .init("types", .array([.string("control-objective")])),
      .init(
        "subjects",
        .array([
          .object([
            "subject-uuid": .string(subject), "type": .string("inventory-item"),
            "title": .string("Sak \(resultat.sak)"),
          ])
        ])),
      .init("collected", .string(Oscal.tid(resultat.kontrolldato))),
    ]
    if let events = vurdering.bevis.map(hendelser), !events.isEmpty {
      let description = "Hendelser i saken: \(events.joined(separator: ", "))."
      members.append(
        .init("relevant-evidence", .array([.object(["description": .string(description)])])))
    }
    if !vurdering.mangler.isEmpty {
      let questions = vurdering.mangler.map(\.tekst).joined(separator: " ")
      members.append(.init("remarks", .string("Må avklares: \(questions)")))
    }
    return Observasjon(
      id: id, utfall: vurdering.utfall, bytes: Array(JSONValue.object(members).compactText.utf8))
  }

  /// The events that the evidence rests on, once each: `oppfølgingsbesøk/0 (2014-03-12)`.
  private static func hendelser(_ bevis: Bevis) -> [String] {
    let own = bevis.hendelser.map { "\($0.samling)/\($0.indeks)\($0.dato.map { " (\($0))" } ?? "")" }
    return (own + bevis.deler.flatMap(hendelser)).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private static func risiko(_ id: String, _ unntak: Unntak, _ punkt: Sjekketpunkt, observasjon: String)
    -> [UInt8]
  {
    let basis = unntak.hjemmel.map { [Oscal.egenskap("hjemmel", $0)] } ?? []
    return Oscal.bytes([
      "uuid": .string(id), "title": .string("Unntak fra \(punkt.punkt.id)"),
      "description": .string(unntak.grunn), "statement": .string(punkt.vurdering.setning),
      "props": .array(
        [
          Oscal.egenskap("myndighet", unntak.myndighet),
          Oscal.egenskap("fra", unntak.gjelder.fra.description),
        ] + basis),
      "status": .string("deviation-approved"), "deadline": .string(Oscal.tid(unntak.gjelder.til)),
      "related-observations": .array([.object(["observation-uuid": .string(observasjon)])]),
    ])
  }
}

/// Words that the parts of an OSCAL document share.
enum Oscal {
  /// The namespace of our own properties. It names them; there is nothing to fetch.
  static let navnerom = "urn:internkontroll:oscal:1"

  static func bytes(_ members: KeyValuePairs<String, JSONValue>) -> [UInt8] {
    Array(JSONValue.object(members).compactText.utf8)
  }

  /// A property. A value holds something, and does not begin or end with a space.
  static func egenskap(_ name: String, _ value: String) -> JSONValue {
    let words = value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return .object([
      "name": .string(name), "ns": .string(navnerom), "value": .string(words.isEmpty ? "–" : words),
    ])
  }

  /// A day as OSCAL wants it, with a time and a zone.
  static func tid(_ day: Dato) -> String { "\(day)T00:00:00Z" }

  /// An id as an OSCAL token, which begins with a letter or «_».
  static func token(_ id: String) -> String {
    id.unicodeScalars.first.map { ("A"..."Z").contains($0) } == true ? id : "_\(id)"
  }
}
