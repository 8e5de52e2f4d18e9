internal import CaseRecords
public import RuleEngine
internal import Values
public import Vocabulary

/// What came of an example.
public struct Eksempelresultat: Sendable {
  /// The point.
  public var punkt: String
  /// The example.
  public var eksempel: Eksempel
  /// What it gave; nil when its case could not be read.
  public var utfall: Utfall?
  /// Where it gave another outcome than it must: the sentence, or why the case could not be read. Else empty.
  public var forklaring: String

  /// Whether the example gave what it must.
  public var stemmer: Bool { utfall == eksempel.utfall }
}

extension Sjekkliste {
  /// Runs every example of every point.
  public func kjørEksempler(modell: Saksmodell) -> [Eksempelresultat] {
    let all = punkter.flatMap { punkt in punkt.eksempler.map { (punkt: punkt, eksempel: $0) } }
    let sett = Prøvesett(all.map { ($0.eksempel.sak, $0.eksempel.på) }, modell: modell)
    let outcomes = sett.utfall(program) { place in
      Punktspørsmål(regel: all[place].punkt.regel, vedBrudd: all[place].punkt.vedBrudd.utfall)
    }
    return all.enumerated().map { place, pair in
      var result = Eksempelresultat(
        punkt: pair.punkt.id, eksempel: pair.eksempel, utfall: outcomes[place], forklaring: "")
      if let error = sett.feil[place] {
        result.forklaring = error.melding + (error.sted.map { " (\($0))" } ?? "")
      } else if !result.stemmer {
        result.forklaring = setning(pair.eksempel, pair.punkt, modell)
      }
      return result
    }
  }

  /// The sentence of the outcome that an example gives.
  private func setning(_ eksempel: Eksempel, _ punkt: Sjekkpunkt, _ modell: Saksmodell) -> String {
    guard let bunke = try? Saksbunke(sak: eksempel.sak, modell: modell) else { return "" }
    var kontroll = Punktkontroll(self, bunke, på: eksempel.på)
    kontroll.begin(sak: 0)
    return kontroll.vurdering(punkt).setning
  }
}
