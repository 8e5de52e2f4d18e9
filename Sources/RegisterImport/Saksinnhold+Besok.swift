import JSONText
import Values

extension Saksinnhold {
  /// Follow-up and supervision of the foster placements.
  ///
  /// A foster placement without the element altogether is not a placement without visits: it was not
  /// delivered, and the collections are marked as incomplete. The same holds for a frequency where only visits are
  /// delivered, as in format 2.2.3.
  mutating func oversettBesøk() {
    let measures = fosterhjemstiltak
    skrivFrekvens("besøksfrekvens", measures, \.oppfølging)
    skrivFrekvens("tilsynsfrekvens", measures, \.tilsyn)
    skrivUtført("oppfølgingsbesøk", measures, \.oppfølging)
    skrivUtført("tilsynsbesøk", measures, \.tilsyn)
    if measures.contains(where: { $0.oppfølging == nil }) {
      ufullstendig.formUnion(["besøksfrekvens", "oppfølgingsbesøk"])
    }
    if measures.contains(where: { $0.oppfølging?.hyppighet.isEmpty ?? false }) {
      ufullstendig.insert("besøksfrekvens")
    }
    if measures.contains(where: { $0.tilsyn == nil }) {
      ufullstendig.formUnion(["tilsynsfrekvens", "tilsynsbesøk"])
    }
  }

  /// A frequency from before the measure holds from its first day; one from after its end holds nowhere. Two
  /// codes on one day become one entry that may be either.
  private mutating func skrivFrekvens(
    _ samling: String, _ measures: [Registertiltak], _ series: KeyPath<Registertiltak, Besøksrekke?>
  ) {
    var codes: [Dato: Set<Int>] = [:]
    for measure in measures {
      let entries = measure[keyPath: series]?.hyppighet ?? []
      let early = entries.map(\.fra).filter { $0 <= measure.fra }.max()
      for entry in entries where entry.fra == early { codes[measure.fra, default: []].insert(entry.kode) }
      for entry in entries where entry.fra > measure.fra && erMed(entry.fra) {
        if let end = measure.til, entry.fra > end {
          faller(bort: .hyppighetEtterTiltaket)
        } else {
          codes[entry.fra, default: []].insert(entry.kode)
        }
      }
    }
    skriv(
      samling,
      codes.sorted { $0.key < $1.key }.map { day, found in
        let numbers = found.sorted(by: >).map { JSONValue.integer(Int64($0)) }
        let code = numbers.count == 1 ? numbers[0] : .array(numbers)
        return (day, .object(["dato": .string("\(day)"), "kode": code]))
      })
  }

  /// The register says that a visit was carried out, not whether on the spot or on a screen.
  private mutating func skrivUtført(
    _ samling: String, _ measures: [Registertiltak], _ series: KeyPath<Registertiltak, Besøksrekke?>
  ) {
    let form = JSONValue.array([.string("stedlig"), .string("digital")])
    var events: [(Dato?, JSONValue)] = []
    for day in measures.flatMap({ $0[keyPath: series]?.utført ?? [] }) where erMed(day) {
      events.append((day, .object(["dato": .string("\(day)"), "form": form])))
    }
    skriv(samling, events)
  }

  /// Investigations say whether and how the child took part. How the child was informed and what it meant is
  /// not said; and participation outside investigations is not in the register, so there may always be more.
  mutating func oversettMedvirkning() {
    skriv(
      "medvirkning",
      medvirkninger.map { part in
        var members: [JSONValue.Member] = []
        if let day = part.dato { members.append(JSONValue.Member("dato", .string("\(day)"))) }
        let reasons = ["2.1": "ikke_gitt_anledning", "2.2": "ville_ikke"]
        if let reason = reasons[part.type] {
          members.append(JSONValue.Member("grunn_ikke_medvirket", .string(reason)))
        }
        return (part.dato, .object(members))
      })
    ufullstendig.insert("medvirkning")
  }
}
