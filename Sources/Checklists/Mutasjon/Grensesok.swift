internal import JSONText
public import RuleEngine
internal import RuleLanguage
public import Values
public import Vocabulary

/// Finds the days on which a point's verdict changes, and writes the examples around them: the day before, the
/// last day, and the day after.
///
/// One date of an example at a time is moved day by day, the control date too.
public struct Grensesøk {
  /// A day on which moving one date changes the outcome.
  public struct Grense: Sendable {
    /// The point.
    public var punkt: String
    /// Which date was moved: `oppfølgingsbesøk.dato`, or `på` for the control date.
    public var dato: String
    /// The last day with the first outcome.
    public var dag: Dato
    /// The outcome up to that day.
    public var før: Utfall
    /// The outcome the day after.
    public var etter: Utfall
    /// The day before, the day, and the day after, as YAML in the form of a point's `eksempler`.
    public var eksempler: [String]
  }

  private let sjekkliste: Sjekkliste
  private let modell: Saksmodell

  /// As many days are looked at to each side of a date, a little more than two years.
  private static let rekkevidde = 740

  /// Looks for the boundaries of the points of a checklist.
  public init(_ sjekkliste: Sjekkliste, modell: Saksmodell) {
    self.sjekkliste = sjekkliste
    self.modell = modell
  }

  /// The boundaries near the examples of the point at this place of the checklist. Each is told once, from the
  /// first example that shows it.
  public func grenser(punkt nummer: Int) -> [Grense] {
    let punkt = sjekkliste.punkter[nummer]
    guard let regel = punkt.regel, punkt.avgjøresAvMaskin else { return [] }
    let spørsmål = Punktspørsmål(regel: regel, vedBrudd: punkt.vedBrudd.utfall)
    let names = sjekkliste.kilde.navn(iPunkt: nummer)
    let samlinger = Nabosaker(
      navn: names, modell: modell, gjelder: sjekkliste.gjelder, konstanter: Regelkonstanter(), saker: []
    ).samlinger
    var seen: Set<String> = []
    var result: [Grense] = []
    for sak in punkt.eksempler.compactMap(Prøvesak.init) {
      for flytting in flyttinger(sak, samlinger) {
        for grense in grenser(punkt, spørsmål, sak, flytting) where seen.insert(nøkkel(grense, sak)).inserted
        {
          result.append(grense)
        }
      }
    }
    return result
  }

  /// Two boundaries are the same when the same date changes the verdict in the same way, as far from the
  /// control date.
  private func nøkkel(_ grense: Grense, _ sak: Prøvesak) -> String {
    let distance = grense.dato == "på" ? sak.på.dager(til: grense.dag) : grense.dag.dager(til: sak.på)
    return "\(grense.dato) \(grense.før.rawValue) \(grense.etter.rawValue) \(distance)"
  }

  /// A date of a case that can be moved.
  private struct Flytting {
    var navn: String
    var fra: Dato
    var flytt: (inout Prøvesak, Dato) -> Void
  }

  private func flyttinger(_ sak: Prøvesak, _ samlinger: [Samling]) -> [Flytting] {
    let control = Flytting(navn: "på", fra: sak.på) { sak, day in
      sak.på = day
      sak.uttrekk = max(sak.uttrekk, day)
    }
    return [control]
      + samlinger.flatMap { samling in
        let keys =
          (samling.tid == .dato ? ["dato"] : ["fra", "til"])
          + samling.felter.filter { $0.type == .dato }.map(\.navn)
        return (sak.hendelser[samling.navn] ?? []).enumerated().flatMap { index, event in
          keys.compactMap { key in
            event[key]?.string.flatMap { Dato($0) }.map { day in
              Flytting(navn: "\(samling.navn).\(key)", fra: day) { sak, day in
                sak.hendelser[samling.navn]?[index][key] = .string(day.description)
              }
            }
          }
        }
      }
  }

  private func grenser(
    _ punkt: Sjekkpunkt, _ spørsmål: Punktspørsmål, _ sak: Prøvesak, _ flytting: Flytting
  ) -> [Grense] {
    let days = (-Grensesøk.rekkevidde...Grensesøk.rekkevidde).map { flytting.fra.adding(dager: $0) }.filter {
      flytting.navn == "på" ? sjekkliste.gjelder.inneholder($0) : $0 <= sak.uttrekk
    }
    let saker = days.map { day in
      var moved = sak
      flytting.flytt(&moved, day)
      return moved
    }
    let sett = Prøvesett(saker.map { ($0.sak, $0.på) }, modell: modell)
    let outcomes = sett.utfall(sjekkliste.program, spørsmål)
    let writer = Eksempelskriver(sjekkliste.kilde, modell)
    return zip(outcomes.indices, zip(outcomes, outcomes.dropFirst())).compactMap { index, pair in
      guard let before = pair.0, let after = pair.1, before != after else { return nil }
      let around = [index - 1, index, index + 1].filter {
        outcomes.indices.contains($0) && outcomes[$0] != nil
      }
      return Grense(
        punkt: punkt.id, dato: flytting.navn, dag: days[index], før: before, etter: after,
        eksempler: around.map { writer.tekst(saker[$0], outcomes[$0]) })
    }
  }
}
