import Checklists
import JSONText
import RuleEngine
import Values

extension Kontrollsak: Kodbar {
  var json: JSONValue {
    .object([
      "sak": .string(sak), "grunnlag": .string(grunnlag.rawValue), "fakta": .liste(fakta),
      "record_hash": .string(sakshash), "points": .liste(punkter),
    ])
  }

  init(_ les: Leser) throws(Kodefeil) {
    self.init(
      sak: try les.tekst("sak"), grunnlag: try les.kode("grunnlag"), fakta: try les.liste("fakta"),
      sakshash: try les.tekst("record_hash"), punkter: try les.liste("points"))
  }
}

extension Saksbilde: Kodbar {
  var json: JSONValue {
    .object(["case": .string(sak), "record": .string(String(decoding: kanonisk, as: UTF8.self))])
  }

  init(_ les: Leser) throws(Kodefeil) {
    self.init(sak: try les.tekst("case"), kanonisk: Array(try les.tekst("record").utf8))
  }
}

extension Faktum: Kodbar {
  var json: JSONValue { .object(["tittel": .string(tittel), "tekst": .string(tekst)]) }

  init(_ les: Leser) throws(Kodefeil) { self.init(try les.tekst("tittel"), try les.tekst("tekst")) }
}

extension Kontrollpunkt: Kodbar {
  var json: JSONValue {
    let members: KeyValuePairs<String, JSONValue> = [
      "id": .string(id), "sporsmal": .string(spørsmål), "sviktomrade": .tall(sviktområde.nummer),
      "sviktomrade_navn": .string(sviktområde.navn), "kravtype": .string(kravtype.rawValue),
      "hjemler": .liste(hjemler), "prosedyre": .optional(prosedyre),
      "alvorlighet": .string(alvorlighet.rawValue), "ved_brudd": .string(vedBrudd.rawValue),
      "for_person": .bool(forPerson), "veiledning": .optional(veiledning),
      "godt_eksempel": .optional(godtEksempel), "svakt_eksempel": .optional(svaktEksempel),
      "dokument": .optional(dokument), "prognose": vurdering.prognose?.json ?? .null,
      "unntak": .optional(unntak), "funn": .optional(funn),
      "bedomt": bedømt?.json ?? .null, "tidsspor": .liste(tidsspor), "regel": .optional(regel),
    ]
    return .object(members.map { .init($0.key, $0.value) } + (vurdering.json.members ?? []))
  }

  init(_ les: Leser) throws(Kodefeil) {
    self.init(
      id: try les.tekst("id"), spørsmål: try les.tekst("sporsmal"),
      sviktområde: Sviktområde(try les.tall("sviktomrade"), try les.tekst("sviktomrade_navn")),
      kravtype: try les.kode("kravtype"), hjemler: try les.liste("hjemler"),
      prosedyre: try les.valgfriTekst("prosedyre"), alvorlighet: try les.kode("alvorlighet"),
      vedBrudd: try les.kode("ved_brudd"), forPerson: try les.sann("for_person"),
      veiledning: try les.valgfriTekst("veiledning"),
      godtEksempel: try les.valgfriTekst("godt_eksempel"),
      svaktEksempel: try les.valgfriTekst("svakt_eksempel"), dokument: try les.valgfriTekst("dokument"),
      vurdering: try Vurdering(les),
      unntak: try les.valgfriTekst("unntak"), funn: try les.valgfriTekst("funn"),
      bedømt: try les.valgfritt("bedomt"),
      // Controls from before lanes were kept have none.
      tidsspor: les.json["tidsspor"] == nil ? [] : try les.liste("tidsspor"),
      regel: try les.valgfriTekst("regel"))
    vurdering.prognose = try les.valgfritt("prognose")
  }
}

extension Prognose: Kodbar {
  var json: JSONValue {
    .object([
      "dag": .string(dag.description), "utfall": .string(utfall.rawValue), "setning": .string(setning),
    ])
  }

  init(_ les: Leser) throws(Kodefeil) {
    self.init(
      dag: try les.dato("dag"), utfall: try les.kode("utfall"), setning: try les.tekst("setning"))
  }
}

extension Tidsspor: Kodbar {
  var json: JSONValue {
    .object([
      "navn": .string(navn), "teller": .array(counted.map { .string($0) }),
      "teller_ikke": .array(notCounted.map { .string($0) }),
    ])
  }

  init(_ les: Leser) throws(Kodefeil) {
    self.init(
      navn: try les.tekst("navn"), counted: try les.tekster("teller"),
      notCounted: try les.tekster("teller_ikke"))
  }
}

extension Kontrollpunkt.Hjemmel: Kodbar {
  var json: JSONValue {
    .object([
      "id": .string(id), "tekst": .string(tekst), "slag": .optional(slag?.rawValue),
      "forbehold": .optional(forbehold),
    ])
  }

  init(_ les: Leser) throws(Kodefeil) {
    self.init(
      id: try les.tekst("id"), tekst: try les.tekst("tekst"), slag: try les.valgfriKode("slag"),
      forbehold: try les.valgfriTekst("forbehold"))
  }
}

extension Bedømt: Kodbar {
  var json: JSONValue { .object(["fra": .optional(fra?.description), "til": .string(til.description)]) }

  init(_ les: Leser) throws(Kodefeil) {
    _ = try les.verdi("fra")
    self.init(fra: try les.valgfriDato("fra"), til: try les.dato("til"))
  }
}
