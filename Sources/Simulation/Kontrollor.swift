import CaseRecords
import Checklists
import JSONText
import Quality
import RuleEngine
import Values
import Vocabulary

/// The one who holds a control, and how that person is likely to answer.
struct Kontrollør {
  let modell: Saksmodell
  let rolle: String
  /// Whether the service has begun to write better assessments.
  let bedret: Bool
  /// Whether one question is still to be given up.
  var måGiOpp: Bool
  /// Whether one finding of the rule is still to be answered against.
  var erUenig: Bool

  /// The next answer; nil when no question is open and every finding has its kind.
  mutating func svar(_ kontroll: Kontroll, _ rng: inout SplitMix64) throws -> Svar? {
    if let spørsmål = kontroll.åpneSpørsmål.first { return try svar(på: spørsmål, i: kontroll, &rng) }
    let uomtalt = kontroll.stillinger.first { $0.regelfunn && $0.svar == nil }
    guard let uomtalt else { return nil }
    return erUenig ? uenig(uomtalt, &rng) : funn(sak: uomtalt.sak, punkt: uomtalt.punkt.id, &rng)
  }

  /// An answer against the rule's own finding, which stands all the same: it is what the fagdag takes up.
  private mutating func uenig(_ funn: Punktstilling, _ rng: inout SplitMix64) -> Svar {
    erUenig = false
    let valg: Svaralternativ = rng.sant(500) ? .oppfylt : .ikkeAktuelt
    return Svar(
      sak: funn.sak, innhold: .vurdering(punkt: funn.punkt.id, valg, mangel: nil),
      begrunnelse: rng.en(av: Begrunnelser.uenig(valg)), rolle: rolle)
  }

  private mutating func svar(
    på spørsmål: Spørsmål, i kontroll: Kontroll, _ rng: inout SplitMix64
  ) throws -> Svar {
    let sak = spørsmål.sak
    switch spørsmål.slag {
    case .bekymring:
      guard rng.sant(30) else {
        return Svar(
          sak: sak, innhold: .bekymring(.nei), begrunnelse: rng.en(av: Begrunnelser.ingenBekymring),
          rolle: rolle)
      }
      return Svar(
        sak: sak, innhold: .bekymring(.ja), begrunnelse: rng.en(av: Begrunnelser.bekymring), rolle: rolle)
    case .vurdering(let punkt): return vurdering(sak: sak, punkt: punkt, &rng)
    case .opplysning(let sted, let punkter):
      guard let verdi = faktum(sted, try kontroll.post(sak, utenFaktum: sted), &rng) else {
        return vurdering(sak: sak, punkt: punkter.first ?? "", &rng)
      }
      return Svar(
        sak: sak, innhold: .opplysning(sted: sted, verdi: verdi),
        begrunnelse: rng.en(av: Begrunnelser.faktum),
        rolle: rolle)
    }
  }

  /// A judgement of what only a person can decide.
  private mutating func vurdering(sak: String, punkt: String, _ rng: inout SplitMix64) -> Svar {
    func answer(_ valg: Svaralternativ, _ reasons: [String], _ rng: inout SplitMix64) -> Svar {
      Svar(
        sak: sak, innhold: .vurdering(punkt: punkt, valg, mangel: nil), begrunnelse: rng.en(av: reasons),
        rolle: rolle)
    }
    if måGiOpp {
      måGiOpp = false
      return answer(.kanIkkeVurderes, Begrunnelser.kanIkkeVurderes, &rng)
    }
    if rng.sant(bedret ? 850 : 600) { return answer(.oppfylt, Begrunnelser.oppfylt, &rng) }
    return funn(sak: sak, punkt: punkt, &rng)
  }

  /// What a finding stands for in real life; now and then the person knows better than the record.
  private func funn(sak: String, punkt: String, _ rng: inout SplitMix64) -> Svar {
    let mangel: Mangelslag = rng.velg(.ikkeGjort, (.ikkeDokumentert, 350), (.ikkeRegistrert, 200))
    return Svar(
      sak: sak, innhold: .vurdering(punkt: punkt, .ikkeOppfylt, mangel: mangel),
      begrunnelse: rng.en(av: Begrunnelser.funn(mangel)), rolle: rolle)
  }

  /// A likely value for a missing fact; nil when it is not one that is looked up with a yes or a code, or the
  /// record rules the value out.
  private func faktum(_ sted: String, _ post: JSONValue, _ rng: inout SplitMix64) -> JSONValue? {
    guard let verdi = verdi(sted, post, &rng) else { return nil }
    let passer = try? medOpplysning(
      sted: sted, verdi: verdi.compactText, i: post, modell: modell, vakt: { _ in nil })
    return passer == nil ? nil : verdi
  }

  private func verdi(_ sted: String, _ post: JSONValue, _ rng: inout SplitMix64) -> JSONValue? {
    let deler = sted.split(separator: "/").map(String.init)
    switch deler.count {
    case 1: return .array([])
    case 2:
      let felt = modell.opplysning(deler[1]).map { modell.opplysninger[$0] }
      return felt.flatMap { verdi($0, nå: post["opplysninger"]?[deler[1]], &rng) }
    default:
      guard let samling = modell.samling(deler[0]).map({ modell.samlinger[$0] }),
        let felt = samling.felt(deler[2]).map({ samling.felter[$0] }),
        let hendelser = post["hendelser"]?[deler[0]]?.array, let index = Int(deler[1]),
        hendelser.indices.contains(index)
      else { return nil }
      return verdi(felt, nå: hendelser[index][deler[2]], &rng)
    }
  }

  /// A yes more often than not; of codes the first that the record leaves open.
  private func verdi(_ felt: Felt, nå: JSONValue?, _ rng: inout SplitMix64) -> JSONValue? {
    switch felt.type {
    case .sannhet: .bool(rng.sant(800))
    case .kode(let koder): nå?.array?.first ?? koder.first { !$0.erTall }.map { .string($0.navn) }
    case .tall, .dato, .måned, .tekstkode: nil
    }
  }
}

extension SplitMix64 {
  /// One of some texts.
  mutating func en(av tekster: [String]) -> String? {
    tekster.isEmpty ? nil : tekster[tall(0...tekster.count - 1)]
  }
}
