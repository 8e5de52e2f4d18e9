internal import GRDB
public import JSONText
internal import Sampling
internal import Synchronization

/// The store of one unit: an append-only journal of acts in one SQLite file.
///
/// A class, because it owns a connection. Calls from several threads wait for each other; several processes
/// may have the same file open, and each act is one transaction that nobody else's can come between.
public final class Revisjonslager: Sendable {
  /// What the file is opened for.
  public enum Modus: Hashable, Sendable {
    /// Reads and writes; the file and its folder are made when they are missing.
    case lesOgSkriv
    /// Reads only; a missing file is an error.
    case lesBare
  }

  let fil: Lagerfil
  let kø: DatabaseQueue
  /// The tree as this connection last saw it; every act first takes in what others have added.
  let tre = Mutex(Merkletre())

  private init(fil: Lagerfil, kø: DatabaseQueue) {
    self.fil = fil
    self.kø = kø
  }

  /// Opens a store; `ventetid` is how many seconds to wait for another process that writes.
  ///
  /// Throws `Lagerfeil`. A file that is not ours, or newer than this program, is left byte for byte as it is.
  public static func open(
    sti: String, modus: Modus = .lesOgSkriv, ventetid: Double = 5
  ) throws -> Revisjonslager {
    let file = try Lagerfil(sti)
    if try !file.finnes() {
      guard modus == .lesOgSkriv else { throw Lagerfeil.finnesIkke }
      try opprett(file)
    }
    do {
      // Only reading until it is known that the file is ours and not newer than this program.
      let reader = try koble(file, .lesBare, ventetid)
      if modus == .lesBare { return reader }
      try reader.close()
    } catch Lagerfeil.avbruttSkriving {
      // A crash left a half-done write: opening for writing rolls it back, then reading works.
      let writer = try koble(file, .lesOgSkriv, ventetid)
      if modus == .lesOgSkriv {
        try writer.løft()
        return writer
      }
      try writer.close()
      return try koble(file, .lesBare, ventetid)
    }
    try file.lukkForAndre()
    let store = try koble(file, .lesOgSkriv, ventetid)
    try store.løft()
    return store
  }

  private static func opprett(_ file: Lagerfil) throws {
    try file.lagMappe()
    // A rollback journal without its file belongs to something else; SQLite would apply it to ours.
    guard try !Lagerfil(file.sidefil).finnes() else {
      throw Lagerfeil.finnesFraFør("a leftover journal file")
    }
    let fresh = try file.lagNabo()
    do {
      try Lagerfeil.oversatt { try Tilkobling.opprett(fresh) }
    } catch {
      fresh.fjern()
      throw error
    }
    // When another process was first, its file is as good as ours.
    _ = try fresh.publiser(som: file)
  }

  private static func koble(_ file: Lagerfil, _ modus: Modus, _ ventetid: Double) throws -> Revisjonslager {
    try Lagerfeil.oversatt {
      let queue = try Tilkobling.kø(file, lesBare: modus == .lesBare, ventetid: ventetid)
      let store = Revisjonslager(fil: file, kø: queue)
      try queue.inDatabase { db in
        try Tilkobling.stolPåSkjema(db)
        _ = try store.oppdatertTre(db)
      }
      return store
    }
  }

  /// Takes a store of an earlier version to this one, after a copy of it as it was is safe beside it.
  private func løft() throws {
    let (version, latest) = try Lagerfeil.oversatt {
      try kø.read { db in
        (
          try Tilkobling.versjon(db),
          try String.fetchOne(
            db, sql: "SELECT json_extract(CAST(data AS TEXT), '$.tid') FROM blad ORDER BY n DESC LIMIT 1")
        )
      }
    }
    if version == Skjema.versjon { return }
    let name = "\(fil.sti).v\(version)-\(try journalkode().størrelse)"
    // An interrupted lift has made its copy already; the copy's name says which entry it ends with.
    if try !Lagerfil(name).finnes() {
      try sikkerhetskopier(til: name, tid: latest ?? "1970-01-01T00:00:00Z")
    }
    try Lagerfeil.oversatt { try kø.inDatabase { try Tilkobling.løft($0) } }
  }

  /// The tree of all entries, with those that others have added.
  func oppdatertTre(_ db: Database) throws -> Merkletre {
    let known = tre.withLock { $0 }
    let tree = try Journalleser(db: db).forlenget(known)
    tre.withLock { $0 = tree }
    return tree
  }

  /// How many entries there were when this program last looked or wrote; the file is not asked.
  public var kjentStørrelse: Int { tre.withLock { $0.størrelse } }

  /// Closes the connection; the store cannot be used afterwards.
  public func close() throws { try Lagerfeil.oversatt { try kø.close() } }

  /// Does one act: everything that `body` adds is kept, or nothing.
  ///
  /// `body` sees the state that its entries are added to, so a check made in it holds when they are kept.
  /// It must not call the store itself. Throws what `body` throws, and `Lagerfeil`.
  /// - Parameters:
  ///   - tid: the time of all entries, in UTC: `2014-09-30T12:00:00Z`.
  ///   - salt: gives 32 fresh random bytes at each call.
  @discardableResult
  public func act<T>(
    tid: String, salt: @escaping () throws -> [UInt8], _ body: (inout Handlingsrom) throws -> T
  ) throws -> T {
    guard Blad.erTid(tid) else { throw Lagerfeil.ugyldigTid }
    var after = Merkletre()
    let result = try Lagerfeil.oversatt {
      var result: T?
      try kø.inTransaction(.immediate) { db in
        var room = Handlingsrom(db: db, tid: tid, salt: salt, tre: try oppdatertTre(db))
        result = try body(&room)
        try room.egenkontroll()
        after = room.tre
        return .commit
      }
      guard let result else { throw Lagerfeil.skadet }
      return result
    }
    tre.withLock { $0 = after }
    return result
  }

  /// Adds one entry. Throws `Lagerfeil`.
  @discardableResult
  public func append(
    _ handling: Handling, rolle: String, innhold: JSONValue, klasse: Bevaringsklasse, tid: String,
    salt: @escaping () throws -> [UInt8]
  ) throws -> Blad {
    try act(tid: tid, salt: salt) { room in
      try room.append(handling, rolle: rolle, innhold: innhold, klasse: klasse)
    }
  }

  /// Gives the space of what was deleted back, so that nothing of it is left in the file. Throws `Lagerfeil`.
  public func komprimer() throws { try Lagerfeil.oversatt { try kø.vacuum() } }
}
