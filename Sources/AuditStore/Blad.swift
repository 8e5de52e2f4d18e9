public import JSONText
public import Sampling

/// A leaf of the journal: that an act took place, and a commitment to what it was; never a case or a name.
public struct Blad: Hashable, Sendable {
  /// The number of the entry, from 1 without gaps.
  public let n: Int
  /// When it happened, in UTC: `2014-09-30T12:00:00Z`.
  public let tid: String
  /// What kind of act it was.
  public let handling: Handling
  /// The role that acted.
  public let rolle: String
  /// SHA-256 of a 32-byte salt and the payload.
  public let forpliktelse: Sjekksum

  init(n: Int, tid: String, handling: Handling, rolle: String, forpliktelse: Sjekksum) {
    self.n = n
    self.tid = tid
    self.handling = handling
    self.rolle = rolle
    self.forpliktelse = forpliktelse
  }

  /// The leaf data as JSON; its canonical bytes (RFC 8785) are what the tree is made of.
  public var json: JSONValue {
    .object([
      "forpliktelse": .string(forpliktelse.hex), "handling": .string(handling.rawValue),
      "n": .integer(Int64(n)), "rolle": .string(rolle), "tid": .string(tid),
    ])
  }

  /// The leaf hash: SHA-256(00 ‖ canonical leaf data).
  public var hash: Sjekksum { Merkle.bladhash(json.canonicalBytes) }

  /// A leaf from its data; nil unless it has exactly the five members.
  init?(json: JSONValue) {
    guard json.members?.count == 5, let n = json["n"]?.integer, n >= 1, let tid = json["tid"]?.string,
      Blad.erTid(tid),
      let handling = json["handling"]?.string.flatMap(Handling.init(rawValue:)),
      let rolle = json["rolle"]?.string,
      let forpliktelse = json["forpliktelse"]?.string.flatMap(Sjekksum.init(hex:))
    else { return nil }
    self.init(n: Int(n), tid: tid, handling: handling, rolle: rolle, forpliktelse: forpliktelse)
  }

  /// Whether a text is a UTC time of the form `2014-09-30T12:00:00Z`.
  static func erTid(_ tekst: String) -> Bool {
    let pattern = Array("dddd-dd-ddTdd:dd:ddZ".utf8)
    let bytes = Array(tekst.utf8)
    return bytes.count == pattern.count
      && zip(bytes, pattern).allSatisfy { byte, place in
        place == UInt8(ascii: "d") ? (48...57).contains(byte) : byte == place
      }
  }
}

/// What an act was: kept beside the leaf, and deleted when its time is over.
public struct Nyttelast: Hashable, Sendable {
  /// How long it is kept.
  public let klasse: Bevaringsklasse
  /// The payload itself, an object.
  public let innhold: JSONValue

  /// The stored form, whose canonical bytes are committed to; the class is inside, so it cannot be changed.
  var json: JSONValue { .object(["innhold": innhold, "klasse": .string(klasse.rawValue)]) }

  init(klasse: Bevaringsklasse, innhold: JSONValue) {
    self.klasse = klasse
    self.innhold = innhold
  }

  init?(json: JSONValue) {
    guard json.members?.count == 2, let innhold = json["innhold"], innhold.members != nil,
      let klasse = json["klasse"]?.string.flatMap(Bevaringsklasse.init(rawValue:))
    else { return nil }
    self.init(klasse: klasse, innhold: innhold)
  }

  /// SHA-256(salt ‖ payload).
  static func forpliktelse(salt: [UInt8], data: [UInt8]) -> Sjekksum { Sjekksum(av: salt + data) }
}

/// An entry of the journal: the leaf, and its payload unless that was lawfully deleted.
public struct Oppføring: Hashable, Sendable {
  /// The leaf.
  public let blad: Blad
  /// The payload, or nil when it was deleted.
  public let nyttelast: Nyttelast?

  init(blad: Blad, nyttelast: Nyttelast?) {
    self.blad = blad
    self.nyttelast = nyttelast
  }

  /// The number of the entry.
  public var n: Int { blad.n }
  /// The payload's content, or nil when it was deleted.
  public var innhold: JSONValue? { nyttelast?.innhold }
}
