import CaseRecords
import Checklists
import Reports
import RuleEngine
import Sampling
import Values

/// A checklist put to the cases of one bunke.
struct Sjekkjøring {
  private let sjekkliste: Sjekkliste
  private let bunke: Saksbunke
  private let kontrolldato: Dato
  private let kjentPå: Dato?
  private var kontroll: Punktkontroll
  private var medAlt: Punktkontroll
  /// The waivers valid on the control date, by case.
  private let unntak: [String: [Unntak]]

  init(_ sjekkliste: Sjekkliste, _ bunke: Saksbunke, på kontrolldato: Dato, kjentPå: Dato?, unntak: [Unntak])
  {
    let valid = unntak.filter { $0.gjelder.fra <= kontrolldato && kontrolldato <= $0.gjelder.til }
    self.unntak = Dictionary(grouping: valid, by: \.sak)
    self.sjekkliste = sjekkliste
    self.bunke = bunke
    self.kontrolldato = kontrolldato
    self.kjentPå = kjentPå
    kontroll = Punktkontroll(sjekkliste, bunke, på: kontrolldato, kjentPå: kjentPå)
    medAlt = Punktkontroll(sjekkliste, bunke, på: kontrolldato)
  }

  mutating func sjekk(_ index: Int) -> Sjekkresultat {
    kontroll.begin(sak: index)
    medAlt.begin(sak: index)
    let sak = bunke.saker[index]
    var punkter: [Sjekketpunkt] = []
    for punkt in sjekkliste.punkter {
      let vurdering = kontroll.vurdering(punkt)
      let late = kjentPå != nil && medAlt.utfall(punkt) != vurdering.utfall
      let waiver = unntak[sak.sak]?.first { $0.punkt == punkt.id }
      punkter.append(
        Sjekketpunkt(punkt: punkt, vurdering: vurdering, senRegistrering: late, unntak: waiver))
    }
    return Sjekkresultat(
      sak: sak.sak, kontrolldato: kontrolldato, kjentPå: kjentPå, sjekkliste: sjekkliste.id,
      sjekklistehash: sjekkliste.innholdshash, sakshash: Sjekksum(av: sak.kanonisk).hex, punkter: punkter)
  }
}
