public import AuditStore

/// The access log that is kept on disk.
extension Tilgangslogg: Innsynslogg {
  /// Adds a line. Throws `Lagerfeil`.
  public func skriv(_ innsyn: Innsyn) throws {
    try skriv(
      Tilgangslinje(
        tid: innsyn.tid, bruker: innsyn.bruker, rolle: innsyn.rolle, slag: innsyn.slag.rawValue,
        hva: String(innsyn.hva.prefix(2_000)), emne: innsyn.emne))
  }

  /// Lines, the latest first. Throws `Lagerfeil`.
  public func les(
    slag: Innsyn.Slag?, bruker: String?, emne: String?, måned: String?, maks: Int
  ) throws -> [Innsyn] {
    try les(slag: slag?.rawValue, bruker: bruker, emne: emne, måned: måned, maks: maks).compactMap { line in
      Innsyn.Slag(rawValue: line.slag).map {
        Innsyn(
          tid: line.tid, bruker: line.bruker, rolle: line.rolle, slag: $0, hva: line.hva, emne: line.emne)
      }
    }
  }
}
