public import Checklists
public import JSONText
public import RuleEngine
public import Values

/// What `check` says of one case: every point of the version, in its order.
public struct Sjekkresultat: Sendable {
  /// The pseudonym.
  public var sak: String
  /// The control date.
  public var kontrolldato: Dato
  /// What was known on this day counts; nil when everything in the record does.
  public var kjentPå: Dato?
  /// `fosterhjem@2014-05-31`
  public var sjekkliste: String
  /// SHA-256 of the checklist file.
  public var sjekklistehash: String
  /// SHA-256 of the record in RFC 8785 form.
  public var sakshash: String
  /// The points.
  public var punkter: [Sjekketpunkt]

  /// The result of one case.
  public init(
    sak: String, kontrolldato: Dato, kjentPå: Dato?, sjekkliste: String, sjekklistehash: String,
    sakshash: String, punkter: [Sjekketpunkt]
  ) {
    self.sak = sak
    self.kontrolldato = kontrolldato
    self.kjentPå = kjentPå
    self.sjekkliste = sjekkliste
    self.sjekklistehash = sjekklistehash
    self.sakshash = sakshash
    self.punkter = punkter
  }
}

/// One point of one case.
public struct Sjekketpunkt: Sendable {
  /// The point.
  public var punkt: Sjekkpunkt
  /// The verdict.
  public var vurdering: Vurdering
  /// Whether the verdict differs from what it would be with everything that was registered later.
  public var senRegistrering: Bool
  /// The waiver that is valid on the control date. The verdict stays what it is.
  public var unntak: Unntak?

  /// A point with its verdict.
  public init(punkt: Sjekkpunkt, vurdering: Vurdering, senRegistrering: Bool = false, unntak: Unntak? = nil) {
    self.punkt = punkt
    self.vurdering = vurdering
    self.senRegistrering = senRegistrering
    self.unntak = unntak
  }

  /// Whether this is an avvik that nobody has accepted for a time.
  public var erÅpentAvvik: Bool { vurdering.utfall == .avvik && unntak == nil }
}

/// An input that could not be read or evaluated, for the `errors` of a check. Never holds a value of a record.
public struct Sjekkfeil: Sendable {
  /// A stable code in snake_case.
  public var kode: String
  /// The file, as it was named to us.
  public var fil: String
  /// The line, from 1; 0 for the file as a whole.
  public var linje: Int
  /// The column, from 1; 0 for the file as a whole.
  public var kolonne: Int
  /// The pseudonym, when it can be told.
  public var sak: String?
  /// One English sentence.
  public var melding: String

  /// An input error.
  public init(kode: String, fil: String, linje: Int, kolonne: Int, sak: String?, melding: String) {
    self.kode = kode
    self.fil = fil
    self.linje = linje
    self.kolonne = kolonne
    self.sak = sak
    self.melding = melding
  }
}

extension Sjekkresultat {
  /// The case as one element of `cases`.
  public var json: JSONValue {
    .object([
      "sak": .string(sak), "on": .string(kontrolldato.description),
      "known_on": .optional(kjentPå?.description), "checklist": .string(sjekkliste),
      "checklist_hash": .string(sjekklistehash), "record_hash": .string(sakshash),
      "points": .array(punkter.map(\.json)),
    ])
  }
}

extension Sjekketpunkt {
  var json: JSONValue {
    .object([
      "id": .string(punkt.id), "utfall": .string(vurdering.utfall.rawValue),
      "ved_brudd": .string(punkt.vedBrudd.rawValue), "kravtype": .string(punkt.kravtype.rawValue),
      "alvorlighet": .string(punkt.alvorlighet.rawValue), "sviktomrade": .integer(Int64(punkt.sviktområde)),
      "setning": .string(vurdering.setning), "bevis": vurdering.bevis.map(\.json) ?? .null,
      "mangler": .array(vurdering.mangler.map(\.json)),
      "prognose": .optional(vurdering.prognose?.dag.description),
      "unntak": unntak.map(\.json) ?? .null,
      "sen_registrering": .bool(senRegistrering),
    ])
  }
}

extension Unntak {
  var json: JSONValue {
    .object([
      "grunn": .string(grunn), "myndighet": .string(myndighet), "fra": .string(gjelder.fra.description),
      "til": .string(gjelder.til.description), "hjemmel": .optional(hjemmel),
    ])
  }
}

extension Bevis {
  var json: JSONValue {
    .object([
      "uttrykk": .string(uttrykk), "verdi": .string(verdi),
      "hendelser": .array(
        hendelser.map {
          .object([
            "samling": .string($0.samling), "indeks": .integer(Int64($0.indeks)), "dato": .optional($0.dato),
          ])
        }), "deler": .array(deler.map(\.json)),
    ])
  }
}

extension Manglendeopplysning {
  var json: JSONValue {
    .object([
      "samling": .string(samling), "indeks": indeks.map { .integer(Int64($0)) } ?? .null,
      "felt": .optional(felt), "tekst": .string(tekst),
    ])
  }
}

extension Sjekkfeil {
  /// The error as one element of `errors`.
  public var json: JSONValue {
    .object([
      "code": .string(kode), "file": .string(fil), "line": .integer(Int64(linje)),
      "column": .integer(Int64(kolonne)), "sak": .optional(sak), "message": .string(melding),
    ])
  }
}

/// The whole answer of `check --json`.
public enum Sjekksvar {
  /// One object: `{"schema","engine","cases","errors"}`, from cases that are written already.
  public static func json(motor: String, saker: [[UInt8]], feil: [JSONValue]) -> [UInt8] {
    let head = JSONValue.object(["schema": .string("internkontroll/check/1"), "engine": .string(motor)])
    var bytes = Array(head.compactText.utf8.dropLast())
    bytes += Array(",\"cases\":[".utf8)
    for (index, sak) in saker.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes += sak
    }
    bytes += Array("],\"errors\":".utf8)
    bytes += Array(JSONValue.array(feil).compactText.utf8)
    bytes.append(UInt8(ascii: "}"))
    return bytes
  }
}
