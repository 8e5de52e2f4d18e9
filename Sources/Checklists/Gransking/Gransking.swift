public import Values

/// Whether checklists that can be read may also be used: do the examples agree and show every outcome, does
/// every point say something of its own, are published versions unchanged?
public struct Gransking: Sendable {
  /// Faults and warnings, list by list and down the files.
  public private(set) var feil: [Definisjonsfeil] = []
  /// What came of every example.
  public private(set) var eksempler: [Eksempelresultat] = []
  /// What came of changing the rules, for each checklist by its id; empty when it was not asked for.
  public private(set) var mutasjon: [(sjekkliste: String, resultat: Mutasjonsresultat)] = []

  /// Looks at everything in the library.
  ///
  /// - Parameters:
  ///   - dag: the day to ask what is overdue.
  ///   - mutasjon: whether to change the rules and see that the examples notice. Takes seconds.
  public init(_ bibliotek: Sjekklistebibliotek, på dag: Dato, mutasjon: Bool = false) {
    let tested = parallelt(bibliotek.sjekklister) { liste in
      let results = liste.kjørEksempler(modell: bibliotek.modell)
      let wrong = results.contains { !$0.stemmer }
      var prøve = mutasjon && !wrong ? Mutasjonsprøve(liste, modell: bibliotek.modell) : nil
      return (
        results: results, feil: Listegransking(liste, bibliotek, results).feil,
        mutanter: prøve?.kjør()
      )
    }
    for (liste, own) in zip(bibliotek.sjekklister, tested) {
      eksempler += own.results
      feil += (own.feil + (own.mutanter?.overlevende.map(\.feil) ?? [])).sorted {
        ($0.linje, $0.kolonne) < ($1.linje, $1.kolonne)
      }
      if let mutanter = own.mutanter { self.mutasjon.append((liste.id, mutanter)) }
    }
    feil +=
      Mappegransking(bibliotek: bibliotek).feil(på: dag) + bibliotek.publisering.brudd(bibliotek.sjekklister)
      + bibliotek.advarsler(på: dag) + bibliotek.lestPlanverk.feil
  }
}

extension Sjekklistekilde {
  /// A fault at a node of the file.
  func feil(
    _ kode: Sjekklistekode, alvor: Definisjonsfeil.Alvor = .error, _ node: YAMLNode, _ melding: String,
    hint: String? = nil
  ) -> Definisjonsfeil {
    Definisjonsfeil(
      kode: kode.rawValue, alvor: alvor, fil: fil, linje: node.line, kolonne: node.column,
      bredde: node.width, melding: melding, hint: hint, kildelinje: text.linje(node.line))
  }
}
