import Foundation

/// Files of the command line: read whole, or written whole or not at all.
enum Filer {
  /// The bytes of a file.
  static func les(_ path: String) throws -> [UInt8] {
    guard let handle = fopen(path, "rb") else {
      throw Kommandofeil(.failed, "cannot read \(path): \(Systemfeil.siste)")
    }
    defer { fclose(handle) }
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, handle)
      result.append(contentsOf: buffer[..<count])
      if count < buffer.count { break }
    }
    if ferror(handle) != 0 { throw Kommandofeil(.failed, "cannot read \(path): \(Systemfeil.siste)") }
    return result
  }

  /// Writes a file through a temporary one beside it, so that a reader sees the old content or the new.
  static func skriv(_ bytes: [UInt8], til path: String, rettigheter: mode_t = 0o600) throws {
    var info = stat()
    if lstat(path, &info) == 0, info.st_mode & S_IFMT != S_IFREG {
      throw Kommandofeil(.failed, "cannot write \(path): it is not a plain file; give - for standard output")
    }
    let temporary = "\(path).\(getpid()).tmp"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL, rettigheter)
    guard descriptor >= 0 else { throw Kommandofeil(.failed, "cannot write \(path): \(Systemfeil.siste)") }
    // What the file may be read and written by is given, and not narrowed by the umask.
    let complete =
      fchmod(descriptor, rettigheter) == 0 && Utskrift.skrivAlt(bytes, til: descriptor)
      && fsync(descriptor) == 0
    let reason = Systemfeil.siste
    close(descriptor)
    guard complete, rename(temporary, path) == 0 else {
      let cause = complete ? Systemfeil.siste : reason
      unlink(temporary)
      throw Kommandofeil(.failed, "cannot write \(path): \(cause)")
    }
  }

  /// Writes new content in place of a file's own, behind a link too, and keeps who may read and write it.
  static func erstatt(_ bytes: [UInt8], i path: String) throws {
    let place = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    var info = stat()
    guard stat(place, &info) == 0 else {
      throw Kommandofeil(.failed, "cannot write \(path): \(Systemfeil.siste)")
    }
    try skriv(bytes, til: place, rettigheter: info.st_mode & 0o7777)
  }

  /// The files of a folder and its sub-folders, as paths below it, in byte order; the folder may be a link.
  static func under(_ folder: String) throws -> [String] {
    let place = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
    guard let names = FileManager.default.enumerator(atPath: place) else {
      throw Kommandofeil(.failed, "cannot read the folder \(folder)")
    }
    let paths = names.compactMap { $0 as? String }
    return paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
