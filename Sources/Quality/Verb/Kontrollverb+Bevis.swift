import AuditStore
public import Sampling

extension Kontrollverb {
  /// The proof of the draw (`utvalg/1`), which anybody can redo without this program.
  ///
  /// Throws `IkkeTillatt.ikkeTrukket` before the draw.
  public func trekningsbevis() throws -> Trekningsbevis {
    let journal = try Kontrolljournal(nøkkel, try lager.oppføringer(måned: nøkkel.måned, team: nøkkel.team))
    let kontroll = journal.kontroll
    guard let liste = kontroll.saksliste, let tall = kontroll.trekningstall, kontroll.trekning != nil else {
      throw IkkeTillatt.ikkeTrukket
    }
    var trekning = try liste.trekning(nøkkel, tall)
    for bytte in kontroll.bytter {
      let text = bytte.grunn == .annet ? bytte.begrunnelse : nil
      try trekning.bytt(ut: bytte.ut, grunn: try Byttegrunn(kode: bytte.grunn.rawValue, tekst: text))
    }
    return Trekningsbevis(
      trekning,
      journal: .init(
        forpliktelse: try kode(journal, etter: "forpliktelse")?.description,
        frø: try kode(journal, etter: "fro")?.description))
  }
}
