internal import Foundation

/// The store's file, seen from outside: where it is and who may open it.
///
/// A store that is in use is never opened here: closing any other descriptor of a file drops the locks that
/// SQLite holds on it in this process (https://sqlite.org/howtocorrupt.html § 2.2).
struct Lagerfil {
  /// The absolute path.
  let sti: String

  /// A path, made absolute; throws when it is empty or holds a NUL.
  init(_ sti: String) throws(Lagerfeil) {
    guard !sti.isEmpty, !sti.utf8.contains(0) else { throw .ikkeVanligFil }
    // An absolute path also keeps SQLite from reading «file:…» as an address with options.
    self.sti = sti.hasPrefix("/") ? sti : FileManager.default.currentDirectoryPath + "/" + sti
  }

  var mappe: String {
    let folder = sti.prefix(upTo: sti.lastIndex(of: "/") ?? sti.startIndex)
    return folder.isEmpty ? "/" : String(folder)
  }

  /// The rollback journal that SQLite keeps beside the file while it writes.
  var sidefil: String { sti + "-journal" }

  /// Whether the file is there; throws when the path names anything but a plain file.
  func finnes() throws(Lagerfeil) -> Bool {
    var info = stat()
    guard lstat(sti, &info) == 0 else {
      if errno == ENOENT { return false }
      throw Lagerfil.feil(errno)
    }
    guard info.st_mode & S_IFMT == S_IFREG else { throw .ikkeVanligFil }
    return true
  }

  /// The size of the file in bytes.
  func størrelse() throws(Lagerfeil) -> Int {
    var info = stat()
    guard lstat(sti, &info) == 0 else { throw Lagerfil.feil(errno) }
    return Int(info.st_size)
  }

  /// Makes the folder when it is missing: only its owner may enter.
  func lagMappe() throws(Lagerfeil) {
    do {
      try FileManager.default.createDirectory(
        atPath: mappe, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw Lagerfil.feil(errno)
    }
  }

  /// A new empty file beside this one, which only its owner may read.
  func lagNabo() throws(Lagerfeil) -> Lagerfil {
    var template = Array((sti + ".ny-XXXXXX").utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw Lagerfil.feil(errno) }
    close(descriptor)
    return try Lagerfil(String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
  }

  /// Takes away everybody else's permissions.
  func lukkForAndre() throws(Lagerfeil) {
    var info = stat()
    guard lstat(sti, &info) == 0 else { throw Lagerfil.feil(errno) }
    guard info.st_mode & 0o077 != 0 else { return }
    guard chmod(sti, info.st_mode & 0o600) == 0 else { throw Lagerfil.feil(errno) }
  }

  /// Gives this file its final name, which nothing may have yet; false when something has.
  func publiser(som mål: Lagerfil) throws(Lagerfeil) -> Bool {
    defer { fjern() }
    try Lagerfil.synk(sti)
    guard link(sti, mål.sti) == 0 else {
      if errno == EEXIST { return false }
      throw Lagerfil.feil(errno)
    }
    try Lagerfil.synk(mål.mappe)
    return true
  }

  /// Removes the file, if it is there.
  func fjern() { unlink(sti) }

  /// Waits until a file or folder is on the disk.
  static func synk(_ sti: String) throws(Lagerfeil) {
    let descriptor = open(sti, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw feil(errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw feil(errno) }
  }

  static func feil(_ number: Int32) -> Lagerfeil {
    switch number {
    case ENOENT, ENOTDIR: .finnesIkke
    case EACCES, EPERM: .ingenTilgang
    case EROFS: .skrivebeskyttet
    case ENOSPC, EDQUOT: .fullDisk
    case ELOOP: .ikkeVanligFil
    default: .lesefeil(kode: Int(number))
    }
  }
}
