import JSONText
public import Quality
import Sampling
import Statistics
public import Values

/// The measures as an OSCAL plan of action and milestones.
///
/// Each measure is an item of the plan and a risk that the fault comes back, with the measure as its remediation and
/// the days it is carried out and evaluated as milestones. Each avvik that a measure is set against, and each open
/// one, is an observation and a risk of its own, in what stays in the group; outside it there is no avvik by itself,
/// only how many a measure has, when that is no small number.
public struct Tiltaksplan: Sendable {
  /// Who may read it.
  public enum Leser: Hashable, Sendable, CaseIterable {
    /// The quality group: pseudonyms and single avvik.
    case gruppe
    /// Everybody else.
    case utenfor
  }

  let enhet: String
  let dag: Dato
  let leser: Leser
  let motor: String
  let tiltak: [(tiltak: Tiltak, effekter: [Effekt])]
  let avvik: [Avvik]

  /// The plan as it stood on a day.
  ///
  /// - Parameters:
  ///   - sladding: Takes the pseudonyms out of the texts, in what leaves the group.
  ///   - effekter: What the controls show of a measure on each of its points.
  public init(
    _ register: Kvalitetsregister, enhet: String, på dag: Dato, for leser: Leser, sladding: Sladding,
    motor: String, effekter: (Tiltak) -> [Effekt]
  ) {
    let known = leser == .gruppe ? register.per(dag) : sladding.register(register.per(dag))
    self.enhet = enhet
    self.dag = dag
    self.leser = leser
    self.motor = motor
    tiltak = known.tiltak.map { ($0, effekter($0)) }
    let set = Set(known.tiltak.flatMap(\.innhold.avvik))
    avvik = known.avvik.filter { $0.erÅpent || set.contains($0.nummer) || !$0.tiltak.isEmpty }
  }

  /// Whether there is no measure, and so nothing that OSCAL can hold.
  public var erTom: Bool { tiltak.isEmpty }

  /// The whole document. Its id is made from its content.
  public var bytes: [UInt8] {
    let shown = leser == .gruppe ? avvik : []
    var members: [JSONValue.Member] = [
      .init("metadata", metadata),
      .init("system-id", .object(["identifier-type": .string(Oscal.navnerom), "id": .string(enhet)])),
    ]
    if !shown.isEmpty { members.append(.init("observations", .array(shown.map(observasjon)))) }
    members.append(.init("risks", .array(shown.map(risiko) + tiltak.map(risiko))))
    members.append(.init("poam-items", .array(tiltak.map(post))))
    let content = Array(JSONValue.object(members).compactText.utf8)
    let id = Navneid.av("tiltaksplan", motor, Sjekksum(av: content).hex)
    let whole = JSONValue.object([.init("uuid", .string(id))] + members)
    return Array(JSONValue.object(["plan-of-action-and-milestones": whole]).compactText.utf8)
  }

  private var metadata: JSONValue {
    .object([
      "title": .string("Tiltaksplan for \(Bokmål.stor(enhet)) \(dag.bokmål)"),
      "last-modified": .string(Oscal.tid(dag)), "version": .string(dag.description),
      "oscal-version": .string("1.1.3"),
      "props": .array([Oscal.egenskap("motor", motor)]),
      "roles": .array(
        roller.map { .object(["id": .string(Tiltaksplan.rolleid($0)), "title": .string(Oscal.ord($0))]) }),
      "remarks": .string(
        "\(Bokmål.stor(Årsgjennomgang.omfang(Måned(dag), dag)))."),
    ])
  }

  /// The roles that answer for something, each once.
  private var roller: [String] {
    var ids: Set<String> = []
    return tiltak.map(\.tiltak.innhold.ansvarlig).filter { ids.insert(Tiltaksplan.rolleid($0)).inserted }
  }

  /// A role as an OSCAL token.
  static func rolleid(_ role: String) -> String {
    let words = role.lowercased().unicodeScalars.map { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) ? Character(scalar) : "-"
    }
    return "rolle-" + String(words)
  }

  func id(_ kind: String, _ number: String) -> String { Navneid.av(kind, enhet, number) }
}

extension Oscal {
  /// A text without outer blanks, which OSCAL does not allow; never empty.
  static func ord(_ text: String) -> String {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.isEmpty ? "–" : words
  }
}
