import JSONText
import RuleEngine

extension Vurdering: Kodbar {
  var json: JSONValue {
    .object([
      "utfall": .string(utfall.rawValue), "setning": .string(setning), "bevis": bevis?.json ?? .null,
      "mangler": .liste(mangler), "til_vurdering": .bool(tilVurdering),
      "verdier": .object(
        verdier.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
          .map { JSONValue.Member($0.key, .string($0.value)) }),
    ])
  }

  init(_ les: Leser) throws(Kodefeil) {
    var values: [String: String] = [:]
    guard let members = try les.verdi("verdier").members else {
      throw .felt("verdier", ventet: "an object")
    }
    for member in members {
      guard let text = member.value.string else { throw .felt("verdier", ventet: "strings") }
      values[member.name] = text
    }
    self.init(
      utfall: try les.kode("utfall"), setning: try les.tekst("setning"),
      bevis: try les.valgfritt("bevis"), mangler: try les.liste("mangler"),
      tilVurdering: try les.sann("til_vurdering"), verdier: values)
  }
}

extension Bevis: Kodbar {
  var json: JSONValue {
    .object([
      "uttrykk": .string(uttrykk), "verdi": .string(verdi), "hendelser": .liste(hendelser),
      "deler": .liste(deler),
    ])
  }

  init(_ les: Leser) throws(Kodefeil) {
    self.init(
      uttrykk: try les.tekst("uttrykk"), verdi: try les.tekst("verdi"),
      hendelser: try les.liste("hendelser"), deler: try les.liste("deler"))
  }
}

extension Hendelsesreferanse: Kodbar {
  var json: JSONValue {
    .object(["samling": .string(samling), "indeks": .tall(indeks), "dato": .optional(dato)])
  }

  init(_ les: Leser) throws(Kodefeil) {
    self.init(
      samling: try les.tekst("samling"), indeks: try les.tall("indeks"),
      dato: try les.valgfriTekst("dato"))
  }
}

extension Manglendeopplysning: Kodbar {
  var json: JSONValue {
    .object([
      "samling": .string(samling), "indeks": indeks.map(JSONValue.tall) ?? .null,
      "felt": .optional(felt), "tekst": .string(tekst), "dokument": .string(dokument),
    ])
  }

  init(_ les: Leser) throws(Kodefeil) {
    let position = try les.verdi("indeks")
    self.init(
      samling: try les.tekst("samling"), indeks: position == .null ? nil : try les.tall("indeks"),
      felt: try les.valgfriTekst("felt"), tekst: try les.tekst("tekst"),
      dokument: try les.tekst("dokument"))
  }
}
