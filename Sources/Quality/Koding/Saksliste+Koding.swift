import JSONText
import Values

extension Saksliste: Kodbar {
  var json: JSONValue {
    .object([
      "kontrolldato": .string(kontrolldato.description), "sjekkliste": sjekkliste.json,
      "ramme": ramme.json, "antall": .tall(antall), "karens": .tall(karens),
      "algoritme": .string(algoritme), "rolle": .string(rolle),
    ])
  }

  init(_ les: Leser) throws(Kodefeil) {
    self.init(
      kontrolldato: try les.dato("kontrolldato"), sjekkliste: try les.objekt("sjekkliste"),
      ramme: try les.objekt("ramme"), antall: try les.tall("antall"), karens: try les.tall("karens"),
      algoritme: try les.tekst("algoritme"), rolle: try les.tekst("rolle"))
  }
}

extension Sjekklistereferanse: Kodbar {
  var json: JSONValue {
    .object([
      "id": .string(id), "versjon": .string(versjon), "hash": .string(hash), "motor": .string(motor),
    ])
  }

  init(_ les: Leser) throws(Kodefeil) {
    self.init(
      id: try les.tekst("id"), versjon: try les.tekst("versjon"), hash: try les.tekst("hash"),
      motor: try les.tekst("motor"))
  }
}

extension Rammesammendrag: Kodbar {
  var json: JSONValue {
    .object([
      "hash": .string(hash), "ids": .tekster(ids), "omsorgssaker": .tall(omsorgssaker),
      "frivillige": .tall(frivillige), "utelatt": .liste(utelatt),
    ])
  }

  init(_ les: Leser) throws(Kodefeil) {
    self.init(
      hash: try les.tekst("hash"), ids: try les.tekster("ids"),
      omsorgssaker: try les.tall("omsorgssaker"), frivillige: try les.tall("frivillige"),
      utelatt: try les.liste("utelatt"))
  }
}

extension Rammesammendrag.Utelatt: Kodbar {
  var json: JSONValue { .object(["id": .string(id), "grunn": .string(grunn.rawValue)]) }

  init(_ les: Leser) throws(Kodefeil) { self.init(try les.tekst("id"), try les.kode("grunn")) }
}

extension Trekningstall: Kodbar {
  var json: JSONValue {
    let (kind, roles): (String, [String]) =
      switch kilde {
      case .terninger(let roller): ("terninger", roller)
      case .maskin: ("maskin", [])
      case .oppgitt(let rolle): ("oppgitt", [rolle])
      }
    return .object(["fro": .string(frø), "kilde": .string(kind), "roller": .tekster(roles)])
  }

  init(_ les: Leser) throws(Kodefeil) {
    let roles = try les.tekster("roller")
    let source: Trekningskilde
    switch (try les.tekst("kilde"), roles.count) {
    case ("terninger", _): source = .terninger(roller: roles)
    case ("maskin", 0): source = .maskin
    case ("oppgitt", 1): source = .oppgitt(rolle: roles[0])
    default: throw .felt("kilde", ventet: "a known code")
    }
    self.init(frø: try les.tekst("fro"), kilde: source)
  }
}

extension Trekningsutfall: Kodbar {
  var json: JSONValue { .object(["lodd": .liste(lodd), "antall": .tall(antall)]) }

  init(_ les: Leser) throws(Kodefeil) {
    self.init(lodd: try les.liste("lodd"), antall: try les.tall("antall"))
  }
}

extension Trekningsutfall.Lodd: Kodbar {
  var json: JSONValue { .object(["id": .string(id), "lodd": .string(lodd)]) }

  init(_ les: Leser) throws(Kodefeil) { self.init(id: try les.tekst("id"), lodd: try les.tekst("lodd")) }
}

extension Saksbytte: Kodbar {
  var json: JSONValue {
    .object([
      "ut": .string(ut), "inn": .string(inn), "grunn": .string(grunn.rawValue),
      "begrunnelse": .optional(begrunnelse), "rolle": .string(rolle),
    ])
  }

  init(_ les: Leser) throws(Kodefeil) {
    self.init(
      ut: try les.tekst("ut"), inn: try les.tekst("inn"), grunn: try les.kode("grunn"),
      begrunnelse: try les.valgfriTekst("begrunnelse"), rolle: try les.tekst("rolle"))
  }
}
