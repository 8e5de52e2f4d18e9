import CaseRecords
import Checklists
import RuleEngine
import Values
import Vocabulary

/// What an extract does not tell, and which points become «ukjent» for it.
///
/// The columns say what is open in how many cases; the verdicts say which points hang on it.
struct Ukjentoversikt {
  private(set) var ukjent: [Ukjent] = []
  private let bunke: Saksbunke

  private struct Sted: Hashable {
    var samling: String
    var felt: String?
  }

  init(_ bunke: Saksbunke, _ sjekkliste: Sjekkliste?, på dag: Dato) {
    self.bunke = bunke
    let hull = sjekkliste.map { Self.hull(bunke, $0, på: dag) } ?? [:]
    let order = sjekkliste?.punkter.map(\.id) ?? []
    func legg(_ sted: Sted, _ navn: String, _ grunn: Ukjent.Grunn, _ saker: Int) {
      guard saker > 0, sjekkliste == nil || hull[sted] != nil || grunn != .ikkeUtfylt else { return }
      let points = hull[sted] ?? []
      ukjent.append(
        Ukjent(
          samling: sted.samling, felt: sted.felt, navn: navn, grunn: grunn, saker: saker,
          av: bunke.saker.count, punkter: order.filter(points.contains)))
    }
    for (number, collection) in bunke.modell.samlinger.enumerated() where collection.avledning == nil {
      let openness = bunke.samlinger[number].åpenhet
      let sted = Sted(samling: collection.navn)
      legg(sted, collection.ord.flertall, .ikkeMed, openness.count { $0 == .ikkeUttrukket })
      legg(sted, collection.ord.flertall, .kanskjeFlere, openness.count { $0 == .ufullstendig })
      for felt in collection.felter.indices {
        let sted = Sted(samling: collection.navn, felt: collection.felter[felt].navn)
        guard hull[sted] != nil else { continue }
        let navn = "\(collection.ord.entall), \(collection.felter[felt].etikett)"
        legg(sted, navn, .ikkeUtfylt, sakerUten(felt, number))
      }
    }
    for (number, felt) in bunke.modell.opplysninger.enumerated() {
      let unknown = bunke.saker.indices.count { !erKjent(bunke.opplysninger[number], $0, felt.type) }
      legg(Sted(samling: "opplysninger", felt: felt.navn), felt.etikett, .ikkeUtfylt, unknown)
    }
    // What most points hang on comes first; among equals the order of the vocabulary.
    ukjent = ukjent.enumerated().sorted {
      ($1.element.punkter.count, $0.offset) < ($0.element.punkter.count, $1.offset)
    }.map(\.element)
  }

  /// In how many ways of being open a point is asked what it lacks, one case each. The search for it takes a
  /// thousand times as long as a verdict, and cases that are open alike lack alike.
  private static let prøver = 6

  /// The points that come out as «ukjent» for want of a place, over all cases.
  private static func hull(
    _ bunke: Saksbunke, _ sjekkliste: Sjekkliste, på dag: Dato
  ) -> [Sted: Set<String>] {
    var kontroll = Punktkontroll(sjekkliste, bunke, på: dag)
    var hull: [Sted: Set<String>] = [:]
    var asked: [String: Set<[Åpenhet]>] = [:]
    for sak in bunke.saker.indices where bunke.saker[sak].uttrekk >= dag {
      kontroll.begin(sak: sak)
      let openness = bunke.samlinger.map { $0.åpenhet[sak] }
      for punkt in sjekkliste.punkter where kontroll.utfall(punkt) == .ukjent {
        guard asked[punkt.id, default: []].count < prøver,
          asked[punkt.id, default: []].insert(openness).inserted
        else { continue }
        for lack in kontroll.vurdering(punkt).mangler {
          hull[Sted(samling: lack.samling, felt: lack.felt), default: []].insert(punkt.id)
        }
      }
    }
    return hull
  }

  /// Cases in which at least one event does not have the field filled in.
  private func sakerUten(_ felt: Int, _ samling: Int) -> Int {
    let table = bunke.samlinger[samling]
    let type = bunke.modell.samlinger[samling].felter[felt].type
    return bunke.saker.indices.count { sak in
      table.rader(sak).contains { !erKjent(table.felter[felt], $0, type) }
    }
  }

  private func erKjent(_ kolonne: Feltkolonne, _ rad: Int, _ type: Felttype) -> Bool {
    switch type {
    case .sannhet, .kode: kolonne.maske[rad].nonzeroBitCount == 1
    case .tall, .dato, .måned, .tekstkode:
      kolonne.maske[rad] == Feltkolonne.ingen
        || kolonne.maske[rad] == Feltkolonne.verdi
          && (type != .tekstkode || kolonne.lav[rad] == kolonne.høy[rad])
    }
  }
}
