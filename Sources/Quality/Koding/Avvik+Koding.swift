import Checklists
import JSONText
import RuleEngine
import Sampling
import Values

extension Avvikshendelse {
  /// What the act itself says, beside the envelope.
  var json: JSONValue {
    switch self {
    case .meldt(let source): source.json
    case .funnetIgjen(let found), .gjenåpnet(let found): found.json
    case .vurdert(let assessment): assessment.json
    case .tiltak(let number): .object(["tiltak": .string(number)])
    case .gjennomført, .svar: .object([JSONValue.Member]())
    case .lukket(let closing):
      .object(["bevis": closing.bevis.json, "uten_effekt": .optional(closing.utenEffekt)])
    case .avvist(let evidence): .object(["bevis": evidence.json])
    }
  }

  init(_ navn: String, _ les: Leser) throws(Kodefeil) {
    switch navn {
    case "meldt": self = .meldt(try Avviksopphav(les))
    case "funnet_igjen": self = .funnetIgjen(try Gjenfunn(les))
    case "vurdert": self = .vurdert(try Avviksvurdering(les))
    case "tiltak": self = .tiltak(try les.tekst("tiltak"))
    case "gjennomfort": self = .gjennomført
    case "lukket":
      self = .lukket(Lukking(bevis: try les.objekt("bevis"), utenEffekt: try les.valgfriTekst("uten_effekt")))
    case "avvist": self = .avvist(try les.objekt("bevis"))
    case "gjenapnet": self = .gjenåpnet(try Gjenfunn(les))
    case "svar": self = .svar
    default: throw .ukjentHandling
    }
  }
}

extension Avviksopphav: Kodbar {
  var json: JSONValue {
    switch self {
    case .kontroll(let found): found.json
    case .ansatt(let report): report.json
    }
  }

  init(_ les: Leser) throws(Kodefeil) {
    switch try les.tekst("opphav") {
    case "kontroll": self = .kontroll(try Kontrollfunn(les))
    case "ansatt": self = .ansatt(try Ansattmelding(les))
    default: throw .felt("opphav", ventet: "a known code")
    }
  }
}

extension Kontrollfunn: Kodbar {
  var json: JSONValue {
    .object([
      "opphav": .string("kontroll"), "kontroll": .string(måned.description), "sak": .string(sak),
      "punkt": .string(punkt), "sporsmal": .string(spørsmål), "bedomt": bedømt?.json ?? .null,
      "sviktomrade": .tall(sviktområde), "kravtype": .string(kravtype.rawValue), "hjemler": .tekster(hjemler),
      "prosedyre": .optional(prosedyre), "alvorlighet": .string(alvorlighet.rawValue),
      "mangel": .optional(mangel?.rawValue),
    ])
  }

  init(_ les: Leser) throws(Kodefeil) {
    self.init(
      måned: try les.måned("kontroll"), sak: try les.tekst("sak"), punkt: try les.tekst("punkt"),
      spørsmål: try les.tekst("sporsmal"), bedømt: try les.valgfritt("bedomt"),
      sviktområde: try les.tall("sviktomrade"), kravtype: try les.kode("kravtype"),
      hjemler: try les.tekster("hjemler"), prosedyre: try les.valgfriTekst("prosedyre"),
      alvorlighet: try les.kode("alvorlighet"), mangel: try les.valgfriKode("mangel"))
  }
}

extension Ansattmelding: Kodbar {
  var json: JSONValue {
    .object([
      "opphav": .string("ansatt"), "prosedyre": .string(prosedyre), "navn": .string(navn),
      "valgt": .bool(valgt), "skjedde": .string(skjedde.description), "sak": .optional(sak),
      "punkt": .optional(punkt),
    ])
  }

  init(_ les: Leser) throws(Kodefeil) {
    self.init(
      prosedyre: try les.tekst("prosedyre"), navn: try les.tekst("navn"), valgt: try les.sann("valgt"),
      skjedde: try les.dato("skjedde"), sak: try les.valgfriTekst("sak"),
      punkt: try les.valgfriTekst("punkt"))
  }
}

extension Gjenfunn: Kodbar {
  var json: JSONValue {
    .object(["kontroll": .string(måned.description), "bedomt": bedømt?.json ?? .null])
  }

  init(_ les: Leser) throws(Kodefeil) {
    self.init(måned: try les.måned("kontroll"), bedømt: try les.valgfritt("bedomt"))
  }
}

extension Avviksvurdering: Kodbar {
  var json: JSONValue {
    .object([
      "alvorlighet": .string(alvorlighet.rawValue), "arsak": .string(årsak.rawValue),
      "mangel": .optional(mangel?.rawValue), "ansvarlig": .string(ansvarlig),
      "frist": .string(frist.description),
    ])
  }

  init(_ les: Leser) throws(Kodefeil) {
    self.init(
      alvorlighet: try les.kode("alvorlighet"), årsak: try les.kode("arsak"),
      mangel: try les.valgfriKode("mangel"), ansvarlig: try les.tekst("ansvarlig"),
      frist: try les.dato("frist"))
  }
}

extension Lukkebevis: Kodbar {
  var json: JSONValue { .object(["slag": .string(slag.rawValue), "referanse": .string(referanse)]) }

  init(_ les: Leser) throws(Kodefeil) {
    self.init(try les.kode("slag"), referanse: try les.tekst("referanse"))
  }
}

extension Leser {
  func måned(_ navn: String) throws(Kodefeil) -> Måned {
    guard let month = Måned(try tekst(navn)) else { throw .felt(navn, ventet: "a month") }
    return month
  }

  func valgfrittTall(_ navn: String) throws(Kodefeil) -> Int? {
    switch json[navn] {
    case nil, .null: return nil
    default: return try tall(navn)
    }
  }
}
