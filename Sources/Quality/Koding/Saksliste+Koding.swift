import JSONText
import Sampling
import Values

extension Saksliste: Kodbar {
  var json: JSONValue {
    .object([
      "control_date": .string(kontrolldato.description), "checklist": sjekkliste.json,
      "commitment": .object([
        "frame_sha256": .string(ramme.hash), "N": .tall(ramme.ids.count), "n": .tall(antall),
        "karens": .tall(karens), "algorithm": .string(algoritme),
      ]),
      "frame": ramme.json, "omsorgssaker": .tall(ramme.omsorgssaker),
      "frivillige": .tall(ramme.frivillige), "rolle": .string(rolle),
    ])
  }

  init(_ les: Leser) throws(Kodefeil) {
    let commitment = Leser(try les.verdi("commitment"))
    let frame = Leser(try les.verdi("frame"))
    let ids = try frame.tekster("ids")
    guard try commitment.tall("N") == ids.count else { throw .felt("N", ventet: "the number of ids") }
    self.init(
      kontrolldato: try les.dato("control_date"), sjekkliste: try les.objekt("checklist"),
      ramme: Rammesammendrag(
        hash: try commitment.tekst("frame_sha256"), ids: ids, omsorgssaker: try les.tall("omsorgssaker"),
        frivillige: try les.tall("frivillige"), utelatt: try frame.liste("excluded")),
      antall: try commitment.tall("n"), karens: try commitment.tall("karens"),
      algoritme: try commitment.tekst("algorithm"), rolle: try les.tekst("rolle"))
  }
}

extension Sjekklistereferanse: Kodbar {
  var json: JSONValue {
    .object([
      "id": .string(id), "version": .string(versjon), "sha256": .string(hash), "engine": .string(motor),
      "not_controlled": .tekster(ikkeKontrollert),
    ])
  }

  init(_ les: Leser) throws(Kodefeil) {
    self.init(
      id: try les.tekst("id"), versjon: try les.tekst("version"), hash: try les.tekst("sha256"),
      motor: try les.tekst("engine"),
      ikkeKontrollert: les.json["not_controlled"] == nil ? [] : try les.tekster("not_controlled"))
  }
}

extension Rammesammendrag {
  fileprivate var json: JSONValue { .object(["ids": .tekster(ids), "excluded": .liste(utelatt)]) }
}

extension Rammesammendrag.Utelatt: Kodbar {
  var json: JSONValue { .object(["id": .string(id), "reason": .string(grunn.rawValue)]) }

  init(_ les: Leser) throws(Kodefeil) { self.init(try les.tekst("id"), try les.kode("reason")) }
}

extension Trekningstall: Kodbar {
  var json: JSONValue {
    let (kind, roles): (String, [String]) =
      switch kilde {
      case .terninger(let roller): ("terninger", roller)
      case .maskin: ("maskin", [])
      case .oppgitt(let rolle): ("oppgitt", [rolle])
      }
    return .object(["seed": .string(frø), "source": .string(kind), "roles": .tekster(roles)])
  }

  init(_ les: Leser) throws(Kodefeil) {
    let roles = try les.tekster("roles")
    let source: Trekningskilde
    switch (try les.tekst("source"), roles.count) {
    case ("terninger", _): source = .terninger(roller: roles)
    case ("maskin", 0): source = .maskin
    case ("oppgitt", 1): source = .oppgitt(rolle: roles[0])
    default: throw .felt("source", ventet: "a known code")
    }
    self.init(frø: try les.tekst("seed"), kilde: source)
  }
}

extension Trekningsutfall: Kodbar {
  var json: JSONValue { .object(["drawn": .tekster(trukne), "tickets": .liste(lodd)]) }

  init(_ les: Leser) throws(Kodefeil) {
    let drawn = try les.tekster("drawn")
    self.init(lodd: try les.liste("tickets"), antall: drawn.count)
    guard trukne == drawn else { throw .felt("drawn", ventet: "the cases with the lowest tickets") }
  }
}

extension Trekningsutfall.Lodd: Kodbar {
  var json: JSONValue { .object(["id": .string(id), "ticket": .string(lodd)]) }

  init(_ les: Leser) throws(Kodefeil) { self.init(id: try les.tekst("id"), lodd: try les.tekst("ticket")) }
}

extension Saksbytte: Kodbar {
  var json: JSONValue {
    .object([
      "out": .string(ut), "in": .string(inn), "reason": .string(grunn.rawValue),
      "text": .optional(begrunnelse), "rolle": .string(rolle),
    ])
  }

  init(_ les: Leser) throws(Kodefeil) {
    self.init(
      ut: try les.tekst("out"), inn: try les.tekst("in"), grunn: try les.kode("reason"),
      begrunnelse: try les.valgfriTekst("text"), rolle: try les.tekst("rolle"))
  }
}
