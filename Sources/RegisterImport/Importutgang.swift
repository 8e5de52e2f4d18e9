import Foundation
import JSONText
import Values

/// Where an import writes: the cases, the list that links them to journal numbers, and the reconciliation.
///
/// A class, since it owns open files.
final class Importutgang {
  private let saker: Sikkerfil
  private let kobling: Sikkerfil?
  var avstemming = Avstemming()
  /// The line each written case stands on, and whether it is a foster child.
  private var skrevet: [String: (linje: Int, erFosterbarn: Bool)] = [:]
  private var dobbelt: Set<String> = []
  private var linjer: Set<Int> = []
  private var antall = 0
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

  func skriv(_ utfall: Saksoversetter.Utfall, uttrekk: Dato) throws(Importfeil) {
    avstemming.sakerIFil += 1
    avstemming.uttrekk = max(avstemming.uttrekk ?? uttrekk, uttrekk)
    switch utfall {
    case .hoppet(let reason): avstemming.hoppetOver[reason, default: 0] += 1
    case .sak(let sak): try skriv(sak)
    }
  }

  private func skriv(_ sak: Saksoversetter.Oversatt) throws(Importfeil) {
    avstemming.bortfall.merge(sak.bortfall, uniquingKeysWith: +)
    if let first = skrevet[sak.pseudonym] {
      if dobbelt.insert(sak.pseudonym).inserted { linjer.insert(first.linje) }
      avstemming.hoppetOver[.sammeJournalnummer, default: 0] += 1
      return
    }
    skrevet[sak.pseudonym] = (antall, sak.erFosterbarn)
    antall += 1
    try saker.skriv(sak.post.compactText + "\n")
    try kobling?.skriv(sak.pseudonym + ";" + Self.csv(sak.journalnummer) + "\n")
  }

  /// Takes out what turned out to be there twice, flushes, and gives the files their names.
  func fullfør(forventet: Int?) throws(Importfeil) -> Avstemming {
    avstemming.hoppetOver[.sammeJournalnummer, default: 0] += dobbelt.count
    if dobbelt.isEmpty { avstemming.hoppetOver[.sammeJournalnummer] = nil }
    avstemming.importert = antall - dobbelt.count
    avstemming.fosterbarn = skrevet.count { $0.value.erFosterbarn && !dobbelt.contains($0.key) }
    avstemming.forventet = forventet
    if avstemming.avvikerFraForventet {
      avstemming.advarsler.append(
        "the file has \(avstemming.fosterbarn) foster children, \(forventet ?? 0) were expected: "
          + "a list that does not agree is itself a breach of internal control")
    }
    try saker.utelat(linjer: linjer)
    try kobling?.utelat(linjer: Set(linjer.map { $0 + 1 }))
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
