import JSONText
import Values

extension Tiltakshendelse {
  /// What the act itself says, beside the envelope.
  var json: JSONValue {
    switch self {
    case .opprettet(let content): content.json
    case .flyttet(let first, let second, let reason):
      .object([
        "iverksettes": .string(first.description), "evalueres": .string(second.description),
        "grunn": .string(reason),
      ])
    case .iverksatt(let day, let reference):
      .object(["iverksatt": .string(day.description), "referanse": .string(reference)])
    case .evaluert(let result, let reason):
      .object(["resultat": .string(result.rawValue), "begrunnelse": .string(reason)])
    case .forTidlig(let next, let reason):
      .object([
        "resultat": .string(Tiltaksresultat.forTidlig.rawValue), "evalueres": .string(next.description),
        "begrunnelse": .string(reason),
      ])
    }
  }

  init(_ navn: String, _ les: Leser) throws(Kodefeil) {
    switch navn {
    case "opprettet": self = .opprettet(try Tiltaksinnhold(les))
    case "flyttet":
      self = .flyttet(
        iverksettes: try les.dato("iverksettes"), evalueres: try les.dato("evalueres"),
        grunn: try les.tekst("grunn"))
    case "iverksatt":
      self = .iverksatt(try les.dato("iverksatt"), referanse: try les.tekst("referanse"))
    case "evaluert":
      self = .evaluert(try les.kode("resultat"), begrunnelse: try les.tekst("begrunnelse"))
    case "for_tidlig":
      self = .forTidlig(
        nyEvaluering: try les.dato("evalueres"), begrunnelse: try les.tekst("begrunnelse"))
    default: throw .ukjentHandling
    }
  }
}

extension Tiltaksinnhold: Kodbar {
  var json: JSONValue {
    .object([
      "tekst": .string(tekst), "avvik": .tekster(avvik), "punkter": .tekster(punkter),
      "iverksettes": .string(iverksettes.description), "evalueres": .string(evalueres.description),
      "ansvarlig": .string(ansvarlig), "prosedyre": .optional(prosedyre),
    ])
  }

  init(_ les: Leser) throws(Kodefeil) {
    self.init(
      tekst: try les.tekst("tekst"), avvik: try les.tekster("avvik"), punkter: try les.tekster("punkter"),
      iverksettes: try les.dato("iverksettes"), evalueres: try les.dato("evalueres"),
      ansvarlig: try les.tekst("ansvarlig"), prosedyre: try les.valgfriTekst("prosedyre"))
  }
}
