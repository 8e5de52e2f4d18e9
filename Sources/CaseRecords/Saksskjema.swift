public import JSONText
public import Vocabulary

/// The JSON Schema (draft 2020-12) of case files, made from the vocabulary, so that any editor completes and
/// checks them. It knows shapes and codes; order of dates and the like only the reader knows.
public enum Saksskjema {
  /// The schema for one case record of this vocabulary.
  public static func skjema(_ modell: Saksmodell) -> JSONValue {
    let lest = modell.samlinger.filter { $0.avledning == nil }
    let navn = lest.map { JSONValue.string($0.navn) }
    return .object([
      "$schema": .string("https://json-schema.org/draft/2020-12/schema"),
      "title": .string("Sak (sak/1)"),
      "type": .string("object"),
      "required": .array([.string("format"), .string("sak"), .string("uttrekk")]),
      "additionalProperties": .bool(false),
      "properties": .object([
        "format": .object(["const": .string("sak/1")]),
        "sak": reference("id"),
        "enhet": reference("navn"),
        "team": reference("navn"),
        "uttrekk": .object(["type": .string("string"), "pattern": .string("^\(år)-\(måned)-\(dag)$")]),
        "opplysninger": objekt(modell.opplysninger.map { JSONValue.Member($0.navn, felt($0)) }),
        "hendelser": objekt(lest.map { JSONValue.Member($0.navn, samling($0)) }),
        "ufullstendig": nullable(
          .object(["type": .string("array"), "items": .object(["enum": .array(navn)])])),
      ]),
      "$defs": definisjoner,
    ])
  }

  private static let år = "(?!0000)[0-9]{4}"
  private static let måned = "(0[1-9]|1[0-2])"
  private static let dag = "(0[1-9]|[12][0-9]|3[01])"

  private static var definisjoner: JSONValue {
    .object([
      "id": tekst("^[A-Za-z0-9-]{1,40}$", "Kort id, aldri et navn eller et nummer fra folkeregisteret."),
      "navn": nullable(tekst("^[A-Za-zÆØÅæøå0-9-]{1,40}$", "Enhet eller team.")),
      "dato": tekst("^\(år)(-\(måned)(-\(dag))?)?$", "Dag, måned eller år: 2014-03-12, 2014-03 eller 2014."),
      "måned": tekst("^\(år)(-\(måned))?$", "Måned eller år, aldri en full dato: 2005-03 eller 2005."),
    ])
  }

  private static func tekst(_ mønster: String, _ beskrivelse: String) -> JSONValue {
    .object([
      "type": .string("string"), "pattern": .string(mønster), "description": .string(beskrivelse),
    ])
  }

  private static func reference(_ navn: String) -> JSONValue { .object(["$ref": .string("#/$defs/\(navn)")]) }

  private static func nullable(_ skjema: JSONValue) -> JSONValue {
    .object(["anyOf": .array([skjema, .object(["type": .string("null")])])])
  }

  private static func objekt(_ medlemmer: [JSONValue.Member]) -> JSONValue {
    .object([
      "type": .array([.string("object"), .string("null")]),
      "additionalProperties": .bool(false),
      "properties": .object(medlemmer),
    ])
  }

  private static func samling(_ samling: Samling) -> JSONValue {
    let dato = nullable(reference("dato"))
    var medlemmer: [JSONValue.Member] = []
    switch samling.tid {
    case .dato: medlemmer.append(JSONValue.Member("dato", dato))
    case .periode:
      medlemmer.append(JSONValue.Member("fra", dato))
      medlemmer.append(
        JSONValue.Member(
          "til", .object(["anyOf": .array([reference("dato"), valg([.bool(false), .null])])])))
    }
    medlemmer.append(JSONValue.Member("registrert", dato))
    medlemmer += samling.felter.map { JSONValue.Member($0.navn, felt($0)) }
    return .object([
      "type": .array([.string("array"), .string("null")]),
      "description": .string(samling.ord.flertall),
      "items": .object([
        "type": .string("object"), "additionalProperties": .bool(false), "properties": .object(medlemmer),
      ]),
    ])
  }

  private static func valg(_ verdier: [JSONValue]) -> JSONValue { .object(["enum": .array(verdier)]) }

  private static func felt(_ felt: Felt) -> JSONValue {
    let former: [JSONValue]
    switch felt.type {
    case .sannhet: former = valgEllerListe([.bool(true)])
    case .kode(let koder):
      former = valgEllerListe(
        koder.map { $0.erTall ? Int64($0.navn).map(JSONValue.integer) ?? .null : .string($0.navn) })
    case .tall:
      former = [
        .object([
          "type": .string("integer"), "minimum": .integer(Int64(Int32.min)),
          "maximum": .integer(Int64(Int32.max)),
        ]), valg([.bool(false), .null]),
      ]
    case .dato: former = [reference("dato"), valg([.bool(false), .null])]
    case .måned: former = [reference("måned"), valg([.null])]
    case .tekstkode: former = [reference("id"), valg([.bool(false), .null])]
    }
    return .object(["description": .string(felt.etikett), "anyOf": .array(former)])
  }

  /// A value, `false` (none), `null` (unknown), or a list: one of these, not known which.
  private static func valgEllerListe(_ verdier: [JSONValue]) -> [JSONValue] {
    [
      valg(verdier + [.bool(false), .null]),
      .object(["type": .string("array"), "minItems": .integer(1), "items": valg(verdier + [.bool(false)])]),
    ]
  }
}
