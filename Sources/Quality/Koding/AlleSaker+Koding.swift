import Checklists
import JSONText
import RuleEngine

extension Vurderingsrunde: Kodbar {
  var json: JSONValue {
    .object([
      "cases": .liste(saker), "alle_saker": alleSaker?.json ?? .null, "forrige": forrige?.json ?? .null,
    ])
  }

  init(_ les: Leser) throws(Kodefeil) {
    self.init(
      saker: try les.liste("cases"), alleSaker: try les.valgfritt("alle_saker"),
      forrige: try les.valgfritt("forrige"))
  }
}

extension AlleSaker: Kodbar {
  var json: JSONValue {
    .object([
      "omsorgssaker": .tall(omsorgssaker), "frivillige": .tall(frivillige), "lesefeil": .tall(lesefeil),
      "punkter": .liste(punkter), "avvik": .liste(avvik),
    ])
  }

  init(_ les: Leser) throws(Kodefeil) {
    self.init(
      omsorgssaker: try les.tall("omsorgssaker"), frivillige: try les.tall("frivillige"),
      lesefeil: try les.tall("lesefeil"), punkter: try les.liste("punkter"),
      avvik: try les.liste("avvik"))
  }
}

extension Punkttelling: Kodbar {
  var json: JSONValue {
    .object([
      "punkt": .string(punkt), "sporsmal": .string(spørsmål), "oppfylt": .tall(oppfylt),
      "avvik": .tall(avvik), "merknad": .tall(merknad), "ukjent": .tall(ukjent),
      "ikke_aktuelt": .tall(ikkeAktuelt),
    ])
  }

  init(_ les: Leser) throws(Kodefeil) {
    self.init(punkt: try les.tekst("punkt"), spørsmål: try les.tekst("sporsmal"))
    oppfylt = try les.tall("oppfylt")
    avvik = try les.tall("avvik")
    merknad = try les.tall("merknad")
    ukjent = try les.tall("ukjent")
    ikkeAktuelt = try les.tall("ikke_aktuelt")
  }
}

extension ÅpentAvvik: Kodbar {
  var json: JSONValue {
    .object([
      "sak": .string(sak), "punkt": .string(punkt), "alvorlighet": .string(alvorlighet.rawValue),
      "setning": .string(setning),
    ])
  }

  init(_ les: Leser) throws(Kodefeil) {
    self.init(
      sak: try les.tekst("sak"), punkt: try les.tekst("punkt"),
      alvorlighet: try les.kode("alvorlighet"), setning: try les.tekst("setning"))
  }
}

extension ForrigeKontroll: Kodbar {
  var json: JSONValue { .object(["maned": .string(måned), "avvik": .liste(avvik)]) }

  init(_ les: Leser) throws(Kodefeil) {
    self.init(måned: try les.tekst("maned"), avvik: try les.liste("avvik"))
  }
}

extension ForrigeKontroll.ForrigeAvvik: Kodbar {
  var json: JSONValue { .object(["avvik": avvik.json, "na": .optional(nå?.rawValue)]) }

  init(_ les: Leser) throws(Kodefeil) {
    self.init(avvik: try les.objekt("avvik"), nå: try les.valgfriKode("na"))
  }
}
