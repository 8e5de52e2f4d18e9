import JSONText
import Values

extension Signering {
  /// What is signed, as the journal names it.
  var emne: String {
    switch gjelder {
    case .årshjul(let id, let place, _, _): "arshjul/\(id)/\(place)"
    case .plan(let plan, let measure, let step): "plan/\(plan)/\(measure)/\(step.rawValue)"
    case .nyansatt(let place, _): "nyansatt/\(place)"
    }
  }

  /// What happened, as the journal names it.
  var hendelse: String {
    switch gjelder {
    case .årshjul: "arshjul"
    case .plan: "plan"
    case .nyansatt: "nyansatt"
    }
  }

  var json: JSONValue {
    let content: [JSONValue.Member] =
      switch gjelder {
      case .årshjul(let id, let place, let count, let start):
        [
          .init("arshjul", .string(id)), .init("tjenestested", .string(place)),
          .init("antall", count.map(JSONValue.tall) ?? .null), .init("start", .optional(start?.description)),
        ]
      case .plan(let plan, let measure, let step):
        [
          .init("plan", .string(plan)), .init("tiltak", .string(measure)),
          .init("skritt", .string(step.rawValue)),
        ]
      case .nyansatt(let place, let start):
        [.init("tjenestested", .string(place)), .init("start", .string(start.description))]
      }
    return .object(content + [.init("merknad", .optional(merknad))])
  }

  init(_ post: Emnepost, rolle: String, _ les: Leser) throws(Kodefeil) {
    let what: Gjelder
    switch post.hendelse {
    case "arshjul":
      what = .årshjul(
        id: try les.tekst("arshjul"), tjenestested: try les.tekst("tjenestested"),
        antall: try les.valgfrittTall("antall"), start: try les.valgfriDato("start"))
    case "plan":
      what = .plan(plan: try les.tekst("plan"), tiltak: try les.tekst("tiltak"), try les.kode("skritt"))
    case "nyansatt":
      what = .nyansatt(tjenestested: try les.tekst("tjenestested"), start: try les.dato("start"))
    default: throw .ukjentHandling
    }
    self.init(gjelder: what, dato: post.dato, rolle: rolle, merknad: try les.valgfriTekst("merknad"))
  }
}

extension Annenlesning {
  /// The reading as the journal names it; a case of a control is read a second time once.
  var emne: String { "lesning/\(måned)/\(team)/\(sak)" }

  var json: JSONValue {
    .object([
      "team": .string(team), "kontroll": .string(måned), "sak": .string(sak),
      "svar": .object(svar.map { JSONValue.Member($0.punkt, .string($0.svar.rawValue)) }),
    ])
  }

  init(rolle: String, _ les: Leser) throws(Kodefeil) {
    var answers: [Lesersvar] = []
    for member in try les.verdi("svar").members ?? [] {
      guard let answer = member.value.string.flatMap(Svaralternativ.init(rawValue:)) else {
        throw .felt("svar", ventet: "known answers")
      }
      answers.append(Lesersvar(member.name, answer))
    }
    self.init(
      team: try les.tekst("team"), måned: try les.tekst("kontroll"), sak: try les.tekst("sak"), rolle: rolle,
      svar: answers)
  }
}
