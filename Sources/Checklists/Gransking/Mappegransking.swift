internal import Values

/// Looks at the folder as a whole: files that nobody reads, registers that are missing, days without a version.
struct Mappegransking {
  let bibliotek: Sjekklistebibliotek

  /// The files that the folder may hold beside versions of checklists.
  private static let faste: Set = [
    "saksmodell.yaml", "hjemler.yaml", "sviktomrader.yaml", "prosedyrer.yaml", Publisering.sti,
  ]

  func feil(på dag: Dato) -> [Definisjonsfeil] { ulest + mangler + hull + utløpt(på: dag) }

  /// A definition in a file that is not read would be missed without a word.
  private var ulest: [Definisjonsfeil] {
    bibliotek.stier.filter { sti in
      let isVersion = Sjekklistebibliotek.Fil(sti: sti, bytes: []).erSjekkliste
      return !Mappegransking.faste.contains(sti) && !Planverk.leser(sti) && !isVersion
    }.map { feil(.strayFile, $0, "Nothing reads this file.") }
  }

  private var mangler: [Definisjonsfeil] {
    let points = bibliotek.sjekklister.flatMap(\.punkter)
    let needed = [
      ("hjemler.yaml", points.first { !$0.hjemmel.isEmpty }?.hjemmel.first),
      ("prosedyrer.yaml", points.lazy.compactMap(\.prosedyre).first),
    ]
    return needed.compactMap { name, cited in
      guard let cited, !bibliotek.stier.contains(name) else { return nil }
      return feil(
        .registerMissing, name, "The register is missing, and points cite from it, such as «\(cited)».")
    }
  }

  /// Days on which no version of a checklist is in force, between two that are.
  private var hull: [Definisjonsfeil] {
    zip(bibliotek.sjekklister, bibliotek.sjekklister.dropFirst()).compactMap { before, after in
      let first = before.gjelder.til.adding(dager: 1)
      guard before.navn == after.navn, first < after.gjelder.fra else { return nil }
      let last = after.gjelder.fra.adding(dager: -1)
      return after.kilde.feil(
        .missingValidity, after.kilde.text.root["gjelder"] ?? after.kilde.text.root,
        "No version of «\(after.navn)» is in force from \(first) to \(last).")
    }
  }

  /// Checklists whose last version is no longer in force.
  private func utløpt(på dag: Dato) -> [Definisjonsfeil] {
    let last = Dictionary(grouping: bibliotek.sjekklister, by: \.navn).values.compactMap { lists in
      lists.max { $0.gjelder.til < $1.gjelder.til }
    }
    return last.filter { $0.gjelder.til < dag }.sorted { $0.navn < $1.navn }.map { liste in
      liste.kilde.feil(
        .missingValidity, alvor: .warning, liste.kilde.text.root["gjelder"] ?? liste.kilde.text.root,
        "No version of «\(liste.navn)» is in force after \(liste.gjelder.til).")
    }
  }

  private func feil(_ kode: Sjekklistekode, _ sti: String, _ melding: String) -> Definisjonsfeil {
    Definisjonsfeil(
      kode: kode.rawValue, fil: "\(bibliotek.mappe)/\(sti)", linje: 1, kolonne: 1, bredde: 1, melding: melding
    )
  }
}
