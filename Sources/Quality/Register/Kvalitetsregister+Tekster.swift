extension Kvalitetsregister {
  /// The register with the texts of measures and decisions put otherwise: what they say, what they are about, and who
  /// answers for them.
  public func medTekster(_ change: (String) -> String) -> Kvalitetsregister {
    var copy = self
    for index in copy.tiltak.indices {
      copy.tiltak[index].innhold.tekst = change(tiltak[index].innhold.tekst)
      copy.tiltak[index].innhold.ansvarlig = change(tiltak[index].innhold.ansvarlig)
    }
    for index in copy.møter.indices {
      copy.møter[index].vedtak = møter[index].vedtak.map {
        Vedtak(
          nummer: $0.nummer, møte: $0.møte, dato: $0.dato, slag: $0.slag, tekst: change($0.tekst),
          gjelder: $0.gjelder.map(change), ansvarlig: change($0.ansvarlig), frist: $0.frist,
          utført: $0.utført)
      }
    }
    return copy
  }
}
