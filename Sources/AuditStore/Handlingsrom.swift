internal import Foundation
internal import GRDB
public import JSONText
public import Sampling

/// The room in which one act takes place: it reads the state and adds entries, all in one transaction.
///
/// It cannot be copied, so it cannot outlive the transaction that it belongs to.
public struct Handlingsrom: ~Copyable {
  private let db: Database
  private let tid: String
  private let salt: () throws -> [UInt8]
  private let før: Merkletre
  private(set) var tre: Merkletre

  init(db: Database, tid: String, salt: @escaping () throws -> [UInt8], tre: Merkletre) {
    self.db = db
    self.tid = tid
    self.salt = salt
    self.tre = tre
    før = tre
  }

  private var leser: Journalleser { Journalleser(db: db) }

  /// The journal code, with the entries added so far.
  public var journalkode: Journalkode { Journalkode(tre) }

  /// The entry with a number. Throws `Lagerfeil`.
  public func oppføring(_ n: Int) throws -> Oppføring { try leser.oppføring(n) }

  /// Entries in order, those added so far too: of an act, of a month, of a team, or all. Throws `Lagerfeil`.
  public func oppføringer(
    _ handling: Handling? = nil, måned: Måned? = nil, team: String? = nil
  ) throws -> [Oppføring] {
    try leser.oppføringer(handling, måned, team)
  }

  /// Entries about one avvik, measure, meeting or decision, and their texts, in order. Throws `Lagerfeil`.
  public func oppføringer(emne: String) throws -> [Oppføring] { try leser.oppføringer(emne: emne) }

  /// The avvik about a point in a case, the first one first. Throws `Lagerfeil`.
  public func emner(sak: String, punkt: String) throws -> [String] {
    try leser.emner(sak: sak, punkt: punkt)
  }

  /// How many things are followed whose name begins so: `AV-2014-`. Throws `Lagerfeil`.
  public func antallEmner(_ begynnelse: String) throws -> Int { try leser.antallEmner(begynnelse) }

  /// The rows of a view as objects. Throws `Lagerfeil`.
  public func rader(_ visning: Visning, måned: Måned? = nil, team: String? = nil) throws -> [JSONValue] {
    try leser.rader(visning, måned, team)
  }

  /// Adds an entry; `innhold` is an object. Throws `Lagerfeil`, also when a rule of the journal forbids it.
  @discardableResult
  public mutating func append(
    _ handling: Handling, rolle: String, innhold: JSONValue, klasse: Bevaringsklasse
  ) throws -> Blad {
    // A deletion is made by `slett`, which also carries it out.
    guard innhold.members != nil, handling != .sletting else { throw Lagerfeil.ugyldigNyttelast }
    return try leggTil(handling, rolle: rolle, innhold: innhold, klasse: klasse)
  }

  private mutating func leggTil(
    _ handling: Handling, rolle: String, innhold: JSONValue, klasse: Bevaringsklasse
  ) throws -> Blad {
    guard (1...100).contains(rolle.count),
      rolle.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
    else { throw Lagerfeil.ugyldigRolle }
    let salt = try salt()
    guard salt.count == 32 else { throw Lagerfeil.ugyldigSalt }
    let data = Nyttelast(klasse: klasse, innhold: innhold).json.canonicalBytes
    let blad = Blad(
      n: tre.størrelse + 1, tid: tid, handling: handling, rolle: rolle,
      forpliktelse: Nyttelast.forpliktelse(salt: salt, data: data))
    try db.cachedStatement(sql: "INSERT INTO blad (n, data, hash) VALUES (?, ?, ?)")
      .execute(arguments: [blad.n, Data(blad.json.canonicalBytes), Data(blad.hash.bytes)])
    try db.cachedStatement(sql: "INSERT INTO nyttelast (n, salt, data) VALUES (?, ?, ?)")
      .execute(arguments: [blad.n, Data(salt), Data(data)])
    tre.append(blad.hash)
    return blad
  }

  /// Deletes payloads and their salts, and adds the entry that names them. Throws `Lagerfeil`.
  ///
  /// The leaves stay, so the tree still holds. Payloads of the class `protokoll` are never deleted.
  /// Afterwards `Revisjonslager.komprimer()` gives their space back.
  @discardableResult
  public mutating func slett(_ numre: [Int], grunn: String, rolle: String) throws -> Blad {
    let sorted = Array(Set(numre)).sorted()
    guard !sorted.isEmpty else { throw Lagerfeil.ugyldigNyttelast }
    for n in sorted {
      guard let payload = try oppføring(n).nyttelast, payload.klasse != .protokoll else {
        throw Lagerfeil.kanIkkeSlettes(n: n)
      }
    }
    let blad = try leggTil(
      .sletting, rolle: rolle, innhold: Nyttelast.sletting(av: sorted, grunn: grunn), klasse: .protokoll)
    for n in sorted {
      try db.execute(sql: "INSERT INTO sletting (slettet_n, n) VALUES (?, ?)", arguments: [n, blad.n])
      try db.execute(sql: "DELETE FROM nyttelast WHERE n = ?", arguments: [n])
    }
    return blad
  }

  /// Reads back what was added, through the database, and compares it with what the tree says.
  func egenkontroll() throws {
    guard try leser.antall() == tre.størrelse else { throw Lagerfeil.egenkontroll(n: tre.størrelse) }
    for n in (før.størrelse + 1)..<(tre.størrelse + 1) {
      guard let entry = try? leser.oppføring(n), entry.blad.hash == tre.bladhash(n - 1) else {
        throw Lagerfeil.egenkontroll(n: n)
      }
    }
    guard try leser.forlenget(før).rot == tre.rot else {
      throw Lagerfeil.egenkontroll(n: tre.størrelse)
    }
  }
}
