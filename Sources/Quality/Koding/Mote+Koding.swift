import JSONText
import Values

/// What can happen to a meeting. Which of it is allowed where is said once, in `AuditStore.Overgang`.
enum Møtehendelse {
  case holdt(Møteslag, periode: Periode, deltakere: [String])
  case notat(Møtenotat)
  case sendt(Oversendelse)
  case godkjent

  var navn: String {
    switch self {
    case .holdt: "holdt"
    case .notat: "notat"
    case .sendt: "sendt"
    case .godkjent: "godkjent"
    }
  }

  var json: JSONValue {
    switch self {
    case .holdt(let kind, let period, let present):
      .object([
        "slag": .string(kind.rawValue), "fra": .string(period.fra.description),
        "til": .string(period.til.description), "deltakere": .tekster(present),
      ])
    case .notat(let note): .object(["sak_nr": .tall(note.sak), "tekst": .string(note.tekst)])
    case .sendt(let matter):
      .object([
        "mottaker": .string(matter.til.rawValue), "gjelder": .optional(matter.gjelder),
        "tekst": .string(matter.tekst),
      ])
    case .godkjent: .object([JSONValue.Member]())
    }
  }

  init(_ navn: String, emne: String, _ les: Leser) throws(Kodefeil) {
    switch navn {
    case "holdt":
      guard let period = Periode(try les.dato("fra"), try les.dato("til")) else {
        throw .felt("til", ventet: "a day after fra")
      }
      self = .holdt(try les.kode("slag"), periode: period, deltakere: try les.tekster("deltakere"))
    case "notat": self = .notat(Møtenotat(sak: try les.tall("sak_nr"), tekst: try les.tekst("tekst")))
    case "sendt":
      self = .sendt(
        Oversendelse(
          fra: emne, til: try les.kode("mottaker"), gjelder: try les.valgfriTekst("gjelder"),
          tekst: try les.tekst("tekst")))
    case "godkjent": self = .godkjent
    default: throw .ukjentHandling
    }
  }
}

/// What can happen to a decision.
enum Vedtakshendelse {
  case vedtatt(Vedtak)
  case utført

  var navn: String {
    switch self {
    case .vedtatt: "vedtatt"
    case .utført: "utfort"
    }
  }

  var json: JSONValue {
    guard case .vedtatt(let decision) = self else { return .object([JSONValue.Member]()) }
    return .object([
      "mote": .string(decision.møte), "slag": .string(decision.slag.rawValue),
      "tekst": .string(decision.tekst), "gjelder": .optional(decision.gjelder),
      "ansvarlig": .string(decision.ansvarlig), "frist": .string(decision.frist.description),
    ])
  }

  init(_ post: Emnepost, _ les: Leser) throws(Kodefeil) {
    switch post.hendelse {
    case "vedtatt":
      self = .vedtatt(
        Vedtak(
          nummer: post.emne, møte: try les.tekst("mote"), dato: post.dato, slag: try les.kode("slag"),
          tekst: try les.tekst("tekst"), gjelder: try les.valgfriTekst("gjelder"),
          ansvarlig: try les.tekst("ansvarlig"), frist: try les.dato("frist")))
    case "utfort": self = .utført
    default: throw .ukjentHandling
    }
  }
}

extension Signering {
  /// What is signed, as the journal names it.
  var emne: String {
    switch gjelder {
    case .årshjul(let id, let place, _): "arshjul/\(id)/\(place)"
    case .plan(let plan, let measure, let step): "plan/\(plan)/\(measure)/\(step.rawValue)"
    }
  }

  var json: JSONValue {
    let content: [JSONValue.Member] =
      switch gjelder {
      case .årshjul(let id, let place, let count):
        [
          .init("arshjul", .string(id)), .init("tjenestested", .string(place)),
          .init("antall", count.map(JSONValue.tall) ?? .null),
        ]
      case .plan(let plan, let measure, let step):
        [
          .init("plan", .string(plan)), .init("tiltak", .string(measure)),
          .init("skritt", .string(step.rawValue)),
        ]
      }
    return .object(content + [.init("merknad", .optional(merknad))])
  }

  init(_ dato: Dato, rolle: String, _ les: Leser) throws(Kodefeil) {
    let what: Gjelder
    if let id = try les.valgfriTekst("arshjul") {
      what = .årshjul(
        id: id, tjenestested: try les.tekst("tjenestested"), antall: try les.valgfrittTall("antall"))
    } else {
      what = .plan(
        plan: try les.tekst("plan"), tiltak: try les.tekst("tiltak"), try les.kode("skritt"))
    }
    self.init(gjelder: what, dato: dato, rolle: rolle, merknad: try les.valgfriTekst("merknad"))
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
