internal import GRDB

/// Why the store cannot do what was asked. No message holds a path, an SQL text or stored data.
public enum Lagerfeil: Error, Hashable, Sendable {
  /// There is no such file, or no such folder to put it in.
  case finnesIkke
  /// The path is empty, or names a folder, a symbolic link or a device.
  case ikkeVanligFil
  /// The file is not a store of this program.
  case ikkeVår
  /// The store was made by a newer program.
  case nyereSkjema(funnet: Int, kjent: Int)
  /// A field of the file's header is not as this program writes it; the pragma that tells it.
  case hode(felt: String)
  /// The schema is not that of this version; the name of the first part that differs.
  case skjema(del: String)
  /// The connection did not take a setting that durability or safety rests on.
  case løfte(pragma: String)
  /// Another process holds the store.
  case opptatt
  /// The disk, or the quota, is full.
  case fullDisk
  /// The file or its folder cannot be written.
  case skrivebeskyttet
  /// The file or its folder may not be opened.
  case ingenTilgang
  /// The system could not read or write; the extended code of SQLite or the system's error number.
  case lesefeil(kode: Int)
  /// The file is damaged.
  case skadet
  /// A write was cut short and could not be rolled back, because the file cannot be written.
  case avbruttSkriving
  /// The journal has been changed outside this program; the first entry that is wrong.
  case journalbrudd(n: Int, Oppføringsbrudd)
  /// What was written did not read back the same, so nothing was kept; the entry.
  case egenkontroll(n: Int)
  /// The act is against a rule of the journal.
  case regel(String)
  /// A salt must be 32 bytes.
  case ugyldigSalt
  /// A time must be of the form 2014-09-30T12:00:00Z.
  case ugyldigTid
  /// A role must be 1–100 printable characters.
  case ugyldigRolle
  /// A payload must be an object.
  case ugyldigNyttelast
  /// There is no entry with this number.
  case ukjentOppføring(n: Int)
  /// The payload of this entry may not be deleted.
  case kanIkkeSlettes(n: Int)
  /// A backup does not hold what its manifest says, or has no manifest.
  case sikkerhetskopi(String)
  /// Something already stands where the file is to be written.
  case finnesFraFør(String)

  /// What the caller should make of an error.
  public enum Slag: Hashable, Sendable {
    /// The store could not be used: try again, or mend the surroundings (exit 2).
    case drift
    /// The store is not what it should be (exit 3).
    case integritet
    /// The act is not allowed now (exit 5).
    case tilstand
  }

  /// What kind of error this is.
  public var slag: Slag {
    switch self {
    case .hode, .skjema, .skadet, .journalbrudd, .egenkontroll: .integritet
    case .regel, .kanIkkeSlettes: .tilstand
    default: .drift
    }
  }
}

extension Lagerfeil: CustomStringConvertible {
  /// One plain English sentence for the operator.
  public var description: String {
    switch self {
    case .finnesIkke: "there is no store here"
    case .ikkeVanligFil: "the path is not a plain file: a folder, a link or a device cannot be a store"
    case .ikkeVår: "the file is not a store of this program; it was left as it is"
    case .nyereSkjema(let funnet, let kjent):
      "the store has schema \(funnet) and this program knows up to \(kjent): use a newer program; "
        + "the file was left as it is"
    case .hode(let felt): "the file's header is damaged: \(felt)"
    case .skjema(let del): "the store's schema has been changed: \(del)"
    case .løfte(let pragma): "the database did not take the setting \(pragma); refusing to run without it"
    case .opptatt: "another program is writing to the store; try again in a moment"
    case .fullDisk: "the disk is full; nothing was changed"
    case .skrivebeskyttet: "the store cannot be written; nothing was changed"
    case .ingenTilgang: "no permission to open the store or its folder"
    case .lesefeil(let kode): "the system could not read or write the store (code \(kode))"
    case .skadet: "the store is damaged"
    case .avbruttSkriving:
      "a write was cut short and must be rolled back first: open the store where it can be written"
    case .journalbrudd(let n, let brudd): "journal entry \(n): \(brudd)"
    case .egenkontroll(let n): "entry \(n) did not read back as written; nothing was kept"
    case .regel(let tekst): tekst
    case .ugyldigSalt: "a salt must be 32 bytes"
    case .ugyldigTid: "a time must be in UTC and of the form 2014-09-30T12:00:00Z"
    case .ugyldigRolle: "a role must be 1 to 100 printable characters"
    case .ugyldigNyttelast: "a payload must be a JSON object"
    case .ukjentOppføring(let n): "there is no journal entry \(n)"
    case .kanIkkeSlettes(let n): "the payload of journal entry \(n) may not be deleted"
    case .sikkerhetskopi(let tekst): "the backup cannot be used: \(tekst)"
    case .finnesFraFør(let tekst): "will not write over \(tekst)"
    }
  }
}

extension Lagerfeil {
  /// What SQLite's result code means here; the message is kept only for our own rules.
  init(_ error: DatabaseError) {
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .opptatt
    case .SQLITE_FULL: self = .fullDisk
    case .SQLITE_READONLY:
      let rollback = [ResultCode.SQLITE_READONLY_ROLLBACK, .SQLITE_READONLY_RECOVERY]
      self = rollback.contains(error.extendedResultCode) ? .avbruttSkriving : .skrivebeskyttet
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: self = .ingenTilgang
    // Our SQL is fixed, so an SQL error can only come from what it found in the file.
    case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_ERROR, .SQLITE_MISMATCH: self = .skadet
    case .SQLITE_CONSTRAINT: self = .regel(error.message ?? "the store refused the entry")
    default: self = .lesefeil(kode: Int(error.extendedResultCode.rawValue))
    }
  }

  /// Runs something against the database and tells its errors in our own words; others pass as they are.
  static func oversatt<T>(_ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw Lagerfeil(error)
    }
  }
}
