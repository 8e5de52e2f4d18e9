internal import Values

/// The lock file of published versions: `Checklists/publisert.sha256`.
///
/// A published version is frozen: controls have been held with it, and its content hash stands in their
/// protocols. Each line is a SHA-256 and a path below the folder, as `sha256sum` writes and checks it.
public struct Publisering: Sendable {
  /// The file's name below the folder.
  public static let sti = "publisert.sha256"

  /// A published version.
  public struct Linje: Hashable, Sendable {
    /// SHA-256 of the file's bytes, in lower-case hex.
    public var hash: String
    /// The path below the folder: `fosterhjem/2014-05-31.yaml`.
    public var sti: String
    /// The line of the lock file, from 1.
    public var nummer: Int
  }

  /// The published versions, in the order of the file.
  public private(set) var linjer: [Linje] = []
  /// What is wrong with the lock file itself.
  let feil: [Definisjonsfeil]
  private let fil: String

  /// Reads the lock file; an empty one when there is none.
  init(_ bytes: [UInt8], fil: String) {
    self.fil = fil
    var feil: [Definisjonsfeil] = []
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      if line.isEmpty { continue }
      let text = String(decoding: line, as: UTF8.self)
      let parts = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      let isHash = parts[0].utf8.count == 64 && parts[0].allSatisfy { "0123456789abcdef".contains($0) }
      let isNew = parts.count == 3 && !linjer.contains { $0.sti == parts[2] }
      if isHash, isNew, parts[1].isEmpty, parts[2].hasSuffix(".yaml") {
        linjer.append(Linje(hash: parts[0], sti: parts[2], nummer: index + 1))
      } else {
        feil.append(
          Definisjonsfeil(
            kode: Sjekklistekode.lockFile.rawValue, fil: fil, linje: index + 1, kolonne: 1,
            bredde: max(1, text.unicodeScalars.count),
            melding: "This is not a SHA-256, two spaces and the path of a version that stands here once.",
            kildelinje: text))
      }
    }
    self.feil = feil
  }

  /// Whether a version is published.
  public func erPublisert(_ liste: Sjekkliste) -> Bool { linjer.contains { $0.sti == liste.sti } }

  /// The lock file with these versions too.
  public func medPublisert(_ lister: [Sjekkliste]) -> String {
    let new = lister.filter { !erPublisert($0) }.map { ($0.innholdshash, $0.sti) }
    return (linjer.map { ($0.hash, $0.sti) } + new).sorted { $0.1 < $1.1 }.map { "\($0)  \($1)\n" }.joined()
  }

  /// Published versions that were changed or taken away, and new ones that are not later than those.
  ///
  /// None when there is no checklist at all: then nothing was checked, and that is what is told.
  func brudd(_ lister: [Sjekkliste]) -> [Definisjonsfeil] {
    if lister.isEmpty { return [] }
    return feil
      + linjer.compactMap { line in
        guard let liste = lister.first(where: { $0.sti == line.sti }) else { return borte(line) }
        guard liste.innholdshash != line.hash else { return nil }
        return liste.kilde.feil(
          .publishedChanged, liste.kilde.text.root["versjon"] ?? liste.kilde.text.root,
          "\(liste.id) is published, and the file has been changed since.",
          hint: "Take the change back, and make it in a new version with a later date.")
      } + lister.compactMap(forTidlig)
  }

  private func borte(_ line: Linje) -> Definisjonsfeil {
    Definisjonsfeil(
      kode: Sjekklistekode.publishedMissing.rawValue, fil: fil, linje: line.nummer, kolonne: 67,
      bredde: line.sti.unicodeScalars.count, melding: "The published version \(line.sti) is missing.",
      hint: "Put the file back: controls have been held with it.", kildelinje: "\(line.hash)  \(line.sti)")
  }

  private func forTidlig(_ liste: Sjekkliste) -> Definisjonsfeil? {
    let published = linjer.map(\.sti).filter { $0.hasPrefix("\(liste.navn)/") }.max()
    guard let published, !erPublisert(liste), liste.sti <= published else { return nil }
    return liste.kilde.feil(
      .versionTooEarly, liste.kilde.text.root["versjon"] ?? liste.kilde.text.root,
      "\(liste.id) is new, but \(published) is published and has a later date.",
      hint: "Give the new version a date after every published one.")
  }
}
