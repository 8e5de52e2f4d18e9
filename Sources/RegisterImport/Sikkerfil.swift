import Foundation

/// A file that comes into being whole or not at all: written beside its place, flushed to disk, then renamed.
///
/// Nobody but the owner can read it, from the first byte (mode 0600). A class, since it owns an open file.
final class Sikkerfil {
  private static let bufferstørrelse = 65_536

  let mål: String
  private let midlertidig: String
  private var handle: FileHandle?
  private var buffer: [UInt8] = []

  /// Opens the temporary file; the folder must exist.
  init(mål: String) throws(Importfeil) {
    self.mål = mål
    let url = URL(fileURLWithPath: mål)
    let name = ".\(url.lastPathComponent).\(getpid()).tmp"
    midlertidig = url.deletingLastPathComponent().appendingPathComponent(name).path
    handle = try Self.åpne(midlertidig)
  }

  deinit { avbryt() }

  private static func åpne(_ path: String) throws(Importfeil) -> FileHandle {
    unlink(path)
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw kanIkkeSkrive }
    return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  static let kanIkkeSkrive = Importfeil(.uleselig, "import-skriving", "the output cannot be written")

  func skriv(_ text: String) throws(Importfeil) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Self.bufferstørrelse { try tøm() }
  }

  private func tøm() throws(Importfeil) {
    guard let handle else { throw Self.kanIkkeSkrive }
    do { try handle.write(contentsOf: buffer) } catch { throw Self.kanIkkeSkrive }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Leaves out lines, counted from 0, of what has been written so far.
  func utelat(linjer: Set<Int>) throws(Importfeil) {
    if linjer.isEmpty { return }
    try tøm()
    guard let reader = FileHandle(forReadingAtPath: midlertidig) else { throw Self.kanIkkeSkrive }
    defer { try? reader.close() }
    // The reader keeps the old file open after its name is gone.
    handle = try Self.åpne(midlertidig)
    var line = 0
    do {
      while let chunk = try reader.read(upToCount: Self.bufferstørrelse), !chunk.isEmpty {
        for byte in chunk {
          if !linjer.contains(line) { buffer.append(byte) }
          if byte == 0x0A { line += 1 }
        }
        try handle?.write(contentsOf: buffer)
        buffer.removeAll(keepingCapacity: true)
      }
    } catch { throw Self.kanIkkeSkrive }
  }

  /// Everything is on disk; only the name is missing.
  func klargjør() throws(Importfeil) {
    try tøm()
    do {
      try handle?.synchronize()
      try handle?.close()
    } catch { throw Self.kanIkkeSkrive }
    handle = nil
  }

  /// Gives the file its name, replacing what had it before.
  func fullfør() throws(Importfeil) {
    guard handle == nil, rename(midlertidig, mål) == 0 else { throw Self.kanIkkeSkrive }
    let folder = open(URL(fileURLWithPath: mål).deletingLastPathComponent().path, O_RDONLY | O_CLOEXEC)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
  }

  /// Removes the temporary file; nothing happens to a file that has its name.
  func avbryt() {
    try? handle?.close()
    handle = nil
    unlink(midlertidig)
  }
}
