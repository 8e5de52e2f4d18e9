import Foundation
import JSONText
import Values

/// The files an import writes: the cases, and the list that links them to journal numbers.
///
/// A class, since it owns open files.
final class Importutgang {
  private let saker: Sikkerfil
  private let kobling: Sikkerfil?
  private(set) var regnskap = Importregnskap()
  /// A folder made for this import, to be taken away again when nothing comes of it.
  private var nyMappe: String?

  /// Opens temporary files beside their places. The folder is made if needed, for the owner only.
  init(mappe: String, koblingsliste: String?) throws(Importfeil) {
    kobling = try koblingsliste.map { (fil) throws(Importfeil) in try Sikkerfil(mål: fil) }
    try kobling?.skriv("pseudonym;journalnummer\n")
    let existed = FileManager.default.fileExists(atPath: mappe)
    do {
      try FileManager.default.createDirectory(
        atPath: mappe, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch { throw Sikkerfil.kanIkkeSkrive }
    nyMappe = existed ? nil : mappe
    do { saker = try Sikkerfil(mål: mappe + "/saker.jsonl") } catch {
      if !existed { rmdir(mappe) }
      throw error
    }
  }

  deinit {
    saker.avbryt()
    if let nyMappe { rmdir(nyMappe) }
  }

  func varsle(_ warning: String) { regnskap.avstemming.advarsler.append(warning) }

  func skriv(_ utfall: Saksoversetter.Utfall, uttrekk: Dato) throws(Importfeil) {
    guard let sak = regnskap.ta(utfall, uttrekk: uttrekk) else { return }
    try saker.skriv(sak.post.compactText + "\n")
    try kobling?.skriv(sak.pseudonym + ";" + Self.csv(sak.journalnummer) + "\n")
  }

  /// Takes out what turned out to be there twice, flushes, and gives the files their names.
  func fullfør(forventet: Int?) throws(Importfeil) -> Avstemming {
    let avstemming = regnskap.gjørOpp(forventet: forventet)
    try saker.utelat(linjer: regnskap.utelatt)
    try kobling?.utelat(linjer: Set(regnskap.utelatt.map { $0 + 1 }))
    try saker.klargjør()
    try kobling?.klargjør()
    try kobling?.fullfør()
    try saker.fullfør()
    nyMappe = nil
    return avstemming
  }

  /// RFC 4180 with a semicolon: quoted when it must be.
  private static func csv(_ text: String) -> String {
    guard text.contains(where: { ";\"\r\n".contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
