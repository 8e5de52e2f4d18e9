public import JSONText
internal import Vocabulary

/// The JSON Schema of checklist files, so that an editor completes them and shows faults while they are written.
///
/// It is draft-07, which the YAML language server knows best, and it sees values as YAML 1.2 does: days are
/// texts, whole numbers are numbers. What rules mean, and how entries go together, only `validate` knows.
public struct Sjekklisteskjema {
  private let modell: Saksmodell
  private let hjemler: [String]
  private let prosedyrer: [String]

  /// The schema over a vocabulary and the registers.
  public init(_ bibliotek: Sjekklistebibliotek) {
    modell = bibliotek.modell
    hjemler = bibliotek.hjemler.map(\.id)
    prosedyrer = bibliotek.prosedyrer.map(\.id)
  }

  /// The schema.
  public var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("$schema", .string("http://json-schema.org/draft-07/schema#")),
      .init("title", .string("Sjekkliste")),
    ]
    members += oppføring(Sjekklistenøkkel.liste).members ?? []
    members.append(.init("definitions", .object(["sak": sak])))
    return .object(members)
  }

  // MARK: Keys

  private func oppføring(_ keys: [Sjekklistenøkkel], _ more: [JSONValue.Member] = []) -> JSONValue {
    let required = keys.filter(\.kreves).map { JSONValue.string($0.navn) }
    let properties = keys.map { JSONValue.Member($0.navn, beskrevet(verdi($0.form), $0.omtale)) }
    return .object(
      [
        .init("type", .string("object")), .init("additionalProperties", .bool(false)),
        .init("required", .array(required)), .init("properties", .object(properties)),
      ] + more)
  }

  private func beskrevet(_ schema: JSONValue, _ text: String) -> JSONValue {
    .object([JSONValue.Member("description", .string(text))] + (schema.members ?? []))
  }

  private func verdi(_ form: Sjekklistenøkkel.Form) -> JSONValue {
    switch form {
    case .tekst, .regel: .object(["type": .string("string"), "minLength": .integer(1)])
    case .rolle:
      .object([
        "type": .string("string"), "minLength": .integer(1), "examples": .array([.string("kontrolløren")]),
      ])
    case .dato: mønster("^\(Sjekklisteskjema.dag)$")
    case .tall: .object(["type": .string("integer")])
    case .sviktområde: .object(["type": .string("integer"), "minimum": .integer(1), "maximum": .integer(9)])
    case .punktid: mønster("^[A-Z0-9-]{1,40}$")
    case .prosedyre: register(prosedyrer)
    case .hjemmel: register(hjemler)
    case .valg(let words): valg(words)
    case .sak:  // Beside «$ref» no description would be read.
      .object(["allOf": .array([.object(["$ref": .string("#/definitions/sak")])])])
    case .samlinger:
      .object(["type": .string("array"), "items": valg(samlinger.map(\.navn))])
    case .navngitte(let form):
      .object([
        "type": .array([.string("object"), .string("null")]),
        "propertyNames": mønster("^[A-Za-zÆØÅæøå_][0-9A-Za-zÆØÅæøå_]*$"), "additionalProperties": verdi(form),
      ])
    case .definisjon:
      .object([
        "anyOf": .array([
          // A definition may be a number alone.
          .object(["type": .array([.string("string"), .string("integer")])]),
          oppføring(Sjekklistenøkkel.definisjon),
        ])
      ])
    case .setninger:
      .object([
        "anyOf": .array([
          verdi(.tekst),
          .object([
            "type": .string("array"), "minItems": .integer(1),
            "items": .object([
              "anyOf": .array([verdi(.tekst), oppføring(Sjekklistenøkkel.setningsvalg)])
            ]),
          ]),
        ])
      ])
    case .liste(let form):
      .object(["type": .string("array"), "minItems": .integer(1), "items": verdi(form)])
    case .oppføring(let keys):
      oppføring(keys, keys.contains { $0.navn == "vurderes av" } ? maskinEllerPerson : [])
    }
  }

  /// A point has a rule for a machine, or guidance for a person, and not both.
  private var maskinEllerPerson: [JSONValue.Member] {
    func has(_ key: String) -> JSONValue { .object(["required": .array([.string(key)])]) }
    let rule = JSONValue.object(["anyOf": .array([has("krav"), has("norm")])])
    let person = JSONValue.object(["required": .array([.string("veiledning")]), "not": rule])
    return [
      .init("if", has("vurderes av")), .init("then", person), .init("else", rule),
    ]
  }

  // MARK: Values

  private static let år = "(?!0000)[0-9]{4}"
  private static let måned = "(0[1-9]|1[0-2])"
  private static let dag = "\(år)-\(måned)-(0[1-9]|[12][0-9]|3[01])"
  private static let grovDag = "\(år)-\(måned)(-(0[1-9]|[12][0-9]|3[01]))?"

  private func mønster(_ pattern: String) -> JSONValue {
    .object(["type": .string("string"), "pattern": .string(pattern)])
  }

  private func valg(_ words: [String]) -> JSONValue { .object(["enum": .array(words.map(JSONValue.string))]) }

  /// An id from a register; any text when there is none.
  private func register(_ ids: [String]) -> JSONValue { ids.isEmpty ? verdi(.tekst) : valg(ids) }

  // MARK: The case of an example

  /// The collections that a case file may hold.
  private var samlinger: [Samling] { modell.samlinger.filter { $0.avledning == nil } }

  private var sak: JSONValue {
    let extract = JSONValue.Member(
      "uttrekk", beskrevet(verdi(.dato), "The day that the extract is complete to."))
    return objekt(
      [extract] + modell.opplysninger.map { JSONValue.Member($0.navn, felt($0)) }
        + samlinger.map { JSONValue.Member($0.navn, samling($0)) })
  }

  private func objekt(_ members: [JSONValue.Member]) -> JSONValue {
    .object([
      "type": .string("object"), "additionalProperties": .bool(false), "properties": .object(members),
    ])
  }

  private func samling(_ samling: Samling) -> JSONValue {
    let days = (samling.tid == .dato ? ["dato"] : ["fra", "til"]) + ["registrert"]
    let own = samling.felter.map { JSONValue.Member($0.navn, felt($0)) }
    return .object([
      "description": .string(samling.ord.flertall), "type": .string("array"),
      "items": objekt(days.map { JSONValue.Member($0, ett(.dato)) } + own),
    ])
  }

  private func felt(_ felt: Felt) -> JSONValue {
    let one = ett(felt.type)
    // Several values in a list: one of them, and it is not known which.
    let several = JSONValue.object(["type": .string("array"), "minItems": .integer(1), "items": one])
    let forms =
      switch felt.type {
      case .sannhet, .kode: [one, several]
      default: [one]
      }
    return .object(["description": .string(felt.etikett), "anyOf": .array(forms)])
  }

  /// One value of a type, or `nei` (looked for, none) or `ukjent`; as YAML reads it.
  private func ett(_ type: Felttype) -> JSONValue {
    let none: [JSONValue] = [.string("nei"), .string("ukjent"), .bool(false), .null]
    func or(_ schemas: JSONValue...) -> JSONValue {
      .object(["anyOf": .array(schemas + [.object(["enum": .array(none)])])])
    }
    switch type {
    case .sannhet: return .object(["enum": .array([.string("ja")] + none + [.bool(true)])])
    case .kode(let codes):
      let names = codes.map { $0.erTall ? Int64($0.navn).map(JSONValue.integer) ?? .null : .string($0.navn) }
      return .object(["enum": .array(names + none)])
    case .tall: return or(.object(["type": .string("integer")]))
    case .dato: return or(mønster("^\(Sjekklisteskjema.grovDag)$"), årstall)
    case .måned: return or(mønster("^\(Sjekklisteskjema.år)-\(Sjekklisteskjema.måned)$"), årstall)
    case .tekstkode: return or(mønster("^[A-Za-z0-9-]{1,40}$"), .object(["type": .string("integer")]))
    }
  }

  /// A year alone is a number in YAML.
  private var årstall: JSONValue {
    .object(["type": .string("integer"), "minimum": .integer(1), "maximum": .integer(9999)])
  }
}
