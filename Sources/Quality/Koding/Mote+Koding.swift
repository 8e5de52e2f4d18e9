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
