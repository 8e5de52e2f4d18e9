import Crypto
import Foundation
import JSONText
import Sampling
public import Values

/// Why an extract could not be kept or found. It never holds a path or a value.
public enum Uttrekkslagerfeil: String, Error, Hashable, Sendable {
  /// The folder is not there and cannot be made, or is a link.
  case mappe = "uttrekk-mappe"
  /// The file cannot be written.
  case skriving = "uttrekk-skriving"
  /// The file cannot be read.
  case lesing = "uttrekk-lesing"
  /// The file is not what was written.
  case skadet = "uttrekk-skadet"
}

/// The latest extract of each team, in a folder of its own beside the store.
///
/// Only the owner can read it (0700, files 0600). A file is named by a hash of the team's name, never by what
/// somebody typed. It is there whole or not at all; a second upload takes the place of the first.
public struct Uttrekkslager: Sendable {
  private static let format = "uttrekk/1"
  private let mappe: String

  /// Keeps extracts in this folder, which is made when it is first needed.
  public init(mappe: String) { self.mappe = mappe }

  /// Keeps an extract in place of the team's last one.
  public func lagre(_ uttrekk: Uttrekk) throws {
    try lagMappe()
    let target = sti(uttrekk.team)
    let temporary = "\(mappe)/.\(UUID().uuidString).tmp"
    do {
      try skriv(Self.bytes(uttrekk), til: temporary)
      guard rename(temporary, target) == 0 else { throw Uttrekkslagerfeil.skriving }
    } catch {
      unlink(temporary)
      throw error
    }
    try synkroniserMappe()
  }

  /// The team's latest extract; nil when there is none.
  public func les(team: String) throws -> Uttrekk? {
    let descriptor = open(sti(team), O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw Uttrekkslagerfeil.lesing
    }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    let data: Data?
    do { data = try handle.readToEnd() } catch { throw Uttrekkslagerfeil.lesing }
    let uttrekk = try Self.uttrekk(Array(data ?? Data()))
    guard uttrekk.team == team else { throw Uttrekkslagerfeil.skadet }
    return uttrekk
  }

  /// What is known of every team's latest extract without reading its records, in the order of the teams' names.
  ///
  /// A file that cannot be read is passed over here; `les` tells what is wrong with it.
  public func hoder() -> [Uttrekkshode] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: mappe)) ?? []
    return names.filter { $0.hasSuffix(".jsonl") && !$0.hasPrefix(".") }.compactMap { name in
      let descriptor = open("\(mappe)/\(name)", O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
      guard descriptor >= 0 else { return nil }
      let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
      // The first line names what could not be read as well, so it can be long.
      guard let start = try? handle.read(upToCount: 1 << 20),
        let line = start.split(separator: 0x0A, maxSplits: 1).first
      else { return nil }
      return Self.hode(Array(line))?.hode
    }.sorted { $0.team < $1.team }
  }

  /// Changes the team's extract, while nobody else does; nil when there is none.
  public func endre(team: String, _ body: (Uttrekk) throws -> Uttrekk) throws -> Uttrekk? {
    try lagMappe()
    let lock = open("\(mappe)/.lås", O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard lock >= 0 else { throw Uttrekkslagerfeil.skriving }
    defer { close(lock) }
    guard flock(lock, LOCK_EX) == 0 else { throw Uttrekkslagerfeil.skriving }
    guard let before = try les(team: team) else { return nil }
    let after = try body(before)
    try lagre(after)
    return after
  }

  /// Removes the team's extract, if there is one.
  public func slett(team: String) throws {
    guard unlink(sti(team)) == 0 else {
      if errno == ENOENT { return }
      throw Uttrekkslagerfeil.skriving
    }
    try synkroniserMappe()
  }

  // MARK: The folder

  private func sti(_ team: String) -> String {
    let digest = SHA256.hash(data: Array(team.precomposedStringWithCanonicalMapping.utf8))
    return "\(mappe)/\(Heks.tekst(digest.prefix(16))).jsonl"
  }

  private func lagMappe() throws {
    var info = stat()
    if lstat(mappe, &info) != 0 {
      guard mkdir(mappe, 0o700) == 0 else { throw Uttrekkslagerfeil.mappe }
    } else {
      guard info.st_mode & S_IFMT == S_IFDIR, chmod(mappe, 0o700) == 0 else { throw Uttrekkslagerfeil.mappe }
    }
  }

  private func skriv(_ bytes: [UInt8], til path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Uttrekkslagerfeil.skriving }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do {
      try handle.write(contentsOf: Data(bytes))
      try handle.synchronize()
      try handle.close()
    } catch { throw Uttrekkslagerfeil.skriving }
  }

  /// A name is on disk first when its folder is.
  private func synkroniserMappe() throws {
    let folder = open(mappe, O_RDONLY | O_CLOEXEC)
    guard folder >= 0 else { throw Uttrekkslagerfeil.mappe }
    defer { close(folder) }
    guard fsync(folder) == 0 else { throw Uttrekkslagerfeil.skriving }
  }

  // MARK: The file: one line about the extract, then one record a line

  private static func bytes(_ uttrekk: Uttrekk) -> [UInt8] {
    let head = JSONValue.object([
      "format": .string(format), "enhet": .string(uttrekk.enhet), "team": .string(uttrekk.team),
      "dag": .string("\(uttrekk.dag)"), "kilde": .string(uttrekk.kilde.rawValue),
      "uleselige": .array(uttrekk.uleselige.map(JSONValue.string)),
      "poster": .string(sum(uttrekk.poster)),
    ])
    return Array(([head.compactBytes] + uttrekk.poster).joined(separator: [0x0A]))
  }

  /// SHA-256 of the records, so that a file that was cut or changed is never taken for an extract.
  private static func sum(_ poster: [[UInt8]]) -> String {
    Heks.tekst(SHA256.hash(data: Array(poster.joined(separator: [0x0A]))))
  }

  private static func uttrekk(_ bytes: [UInt8]) throws -> Uttrekk {
    let lines = bytes.split(separator: 0x0A).map(Array.init)
    guard let first = lines.first, let (head, json) = hode(first), let unread = json["uleselige"]?.array,
      json["poster"]?.string == sum(Array(lines.dropFirst()))
    else { throw Uttrekkslagerfeil.skadet }
    return Uttrekk(
      enhet: head.enhet, team: head.team, dag: head.dag, kilde: head.kilde, poster: Array(lines.dropFirst()),
      uleselige: unread.compactMap(\.string))
  }

  private static func hode(_ line: [UInt8]) -> (hode: Uttrekkshode, json: JSONValue)? {
    guard let json = try? JSONValue(parsing: line), json["format"]?.string == format,
      let enhet = json["enhet"]?.string, let team = json["team"]?.string,
      let dag = json["dag"]?.string.flatMap({ Dato($0) }),
      let kilde = json["kilde"]?.string.flatMap(Uttrekk.Kilde.init)
    else { return nil }
    return (Uttrekkshode(enhet: enhet, team: team, dag: dag, kilde: kilde), json)
  }
}

/// What an extract is, without its records.
public struct Uttrekkshode: Hashable, Sendable {
  /// The unit.
  public let enhet: String
  /// The team.
  public let team: String
  /// The newest day that a record of it is complete to.
  public let dag: Dato
  /// What it was made from.
  public let kilde: Uttrekk.Kilde
}
