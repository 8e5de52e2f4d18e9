internal import Foundation

/// Whole files that are not in use as a store: copies and their manifests.
extension Lagerfil {
  /// The manifest that belongs to this copy.
  func manifest() throws(Lagerfeil) -> Lagerfil { try Lagerfil(sti + ".manifest.json") }

  /// Throws when a store stands here, or a side file that SQLite would take for the new store's own.
  func kreverLedigPlass() throws(Lagerfeil) {
    guard try !finnes() else { throw .finnesFraFør("the store that is there; move it away first") }
    for suffix in ["-journal", "-wal", "-shm"] where try Lagerfil(sti + suffix).finnes() {
      throw .finnesFraFør("a leftover \(suffix) file; move it away first")
    }
  }

  /// All bytes of the file.
  func lesAlt() throws(Lagerfeil) -> [UInt8] {
    do {
      return Array(try Data(contentsOf: URL(filePath: sti)))
    } catch {
      throw .ingenTilgang
    }
  }

  /// Fills a file that is there already, and keeps its permissions.
  func skriv(_ bytes: [UInt8]) throws(Lagerfeil) {
    do {
      let file = try FileHandle(forWritingTo: URL(filePath: sti))
      defer { try? file.close() }
      try file.write(contentsOf: bytes)
      try file.synchronize()
    } catch {
      throw (error as NSError).code == CocoaError.fileWriteOutOfSpace.rawValue ? .fullDisk : .ingenTilgang
    }
  }

  /// Makes this file with these bytes, whole or not at all; false when it is there already.
  func skrivNy(_ bytes: [UInt8]) throws(Lagerfeil) -> Bool {
    let fresh = try lagNabo()
    do {
      try fresh.skriv(bytes)
    } catch {
      fresh.fjern()
      throw error
    }
    return try fresh.publiser(som: self)
  }
}
