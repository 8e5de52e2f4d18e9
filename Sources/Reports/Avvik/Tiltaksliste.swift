public import JSONText
public import Quality
public import Values

/// The measures of a unit as a list, in bokmål or as JSON.
public struct Tiltaksliste: Sendable {
  private let tiltak: [Tiltak]
  private let dag: Dato

  /// Measures as they stand on a day.
  public init(_ tiltak: [Tiltak], på dag: Dato) {
    self.tiltak = tiltak
    self.dag = dag
  }

  /// One line a measure: first those to be carried out or evaluated, the earliest first.
  public var tekst: String {
    let waiting = tiltak.filter { $0.tilstand != .evaluert }.sorted {
      ($0.neste, $0.nummer) < ($1.neste, $1.nummer)
    }
    let rest = tiltak.filter { $0.tilstand == .evaluert }
    return (waiting + rest).map { item in
      let state = item.tilstand.visning.padding(12)
      return "\(item.nummer)  \(state)  \(når(item).padding(38))  \(item.innhold.tekst)\n"
    }.joined()
  }

  private func når(_ item: Tiltak) -> String {
    if item.tilstand == .evaluert { return item.resultat?.visning.lowercased() ?? "" }
    let verb = item.tilstand == .planlagt ? "settes i verk" : "evalueres"
    return "\(verb) \(item.neste.bokmål)\(item.neste < dag ? " (forfalt)" : "")"
  }

  /// One object with every measure.
  public var json: JSONValue {
    .object([
      "schema": .string("internkontroll/tiltak/1"), "on": .string(dag.description),
      "tiltak": .array(
        tiltak.map { item in
          .object([
            "nummer": .string(item.nummer), "tekst": .string(item.innhold.tekst),
            "tilstand": .string(item.tilstand.rawValue),
            "avvik": .array(item.innhold.avvik.map(JSONValue.string)),
            "punkter": .array(item.innhold.punkter.map(JSONValue.string)),
            "ansvarlig": .string(item.innhold.ansvarlig), "prosedyre": .optional(item.innhold.prosedyre),
            "iverksettes": .string(item.iverksettes.description),
            "evalueres": .string(item.evalueres.description),
            "iverksatt": .optional(item.iverksatt?.dato.description),
            "resultat": .optional(item.resultat?.rawValue),
            "forfalt": .bool(item.tilstand != .evaluert && item.neste < dag),
          ])
        }),
    ])
  }
}
