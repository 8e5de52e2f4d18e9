import Foundation
import RegisterImport
import Sampling

/// The secret that pseudonyms are made with, outside the store and its backups.
enum Pseudonymnøkkel {
  /// The key of a file; without one, the key of the one who runs the program, which is made the first time.
  ///
  /// Nil when there is no home to keep it in: then register files and journal numbers cannot be read.
  static func les(_ fil: String?) throws -> [UInt8]? {
    guard let path = try fil ?? vanlig() else { return nil }
    let key: [UInt8]
    do throws(Importfeil) { key = try Registerimport.lesNøkkel(fil: path) } catch {
      throw Kommandofeil(.failed, "\(error)")
    }
    guard key.count >= Registerimport.kortesteNøkkel else {
      throw Kommandofeil(.failed, "the key in \(path) must be at least 16 bytes")
    }
    return key
  }

  /// `$XDG_CONFIG_HOME/internkontroll/nokkel.key`, or below `~/.config`.
  private static func vanlig() throws -> String? {
    let environment = ProcessInfo.processInfo.environment
    let home = environment["HOME"].flatMap { $0.isEmpty ? nil : "\($0)/.config" }
    let given = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    guard let root = given ?? home else { return nil }
    let folder = "\(root)/internkontroll"
    let path = "\(folder)/nokkel.key"
    if FileManager.default.fileExists(atPath: path) { return path }
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      return nil
    }
    let digits = Heks.tekst(Omgivelser.tilfeldig(32))
    try Filer.skriv(Array("\(digits)\n".utf8), til: path)
    Utskrift.feil(
      "internkontroll: made the key of pseudonyms in \(path); keep a copy of it in a safe place, not beside the store"
    )
    return path
  }
}
