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
  /// The sentence, or why the case could not be read.
  public var forklaring: String

  /// Whether the example gave what it must.
  public var stemmer: Bool { utfall == eksempel.utfall }
}

extension Sjekkliste {
  /// Runs every example of every point.
  public func kjørEksempler(modell: Saksmodell) -> [Eksempelresultat] {
    punkter.flatMap { punkt in punkt.eksempler.map { kjør($0, punkt, modell) } }
  }

  private func kjør(_ eksempel: Eksempel, _ punkt: Sjekkpunkt, _ modell: Saksmodell) -> Eksempelresultat {
    do throws(Lesefeil) {
      let bunke = try Saksbunke(sak: eksempel.sak, modell: modell)
      var kontroll = Punktkontroll(self, bunke, på: eksempel.på)
      kontroll.begin(sak: 0)
      let vurdering = kontroll.vurdering(punkt)
      return Eksempelresultat(
        punkt: punkt.id, eksempel: eksempel, utfall: vurdering.utfall, forklaring: vurdering.setning)
    } catch {
      let place = error.sted.map { " (\($0))" } ?? ""
      return Eksempelresultat(
        punkt: punkt.id, eksempel: eksempel, utfall: nil, forklaring: error.melding + place)
    }
  }
}
