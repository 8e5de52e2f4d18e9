import JSONText
import Values

/// A decision on how many visits a year.
struct Frekvens: Hashable, Sendable {
  var dato: Dato
  var kode: Int
  /// nil where nobody wrote it down.
  var godeForhold: Bool?
  var hørt: Bool

  var hendelse: Hendelse {
    let start = Hendelse(dato: dato).med("kode", .integer(Int64(kode)))
    guard kode == 2 else { return start }
    return start.med("gode_forhold", godeForhold.map(JSONValue.bool))
      .med("barnet_fikk_uttale_seg", hørt).med("fosterforeldre_fikk_uttale_seg", hørt)
  }
}

extension Saksbygger {
  /// Decisions for each stay: many write four visits down at the start, some decide on two later on.
  mutating func trekkFrekvenser() -> [Frekvens] {
    var out: [Frekvens] = []
    for opphold in forløp.hjemopphold {
      if rng.sant(400) { out.append(Frekvens(dato: opphold.fra, kode: 4, godeForhold: nil, hørt: true)) }
      let særtrekk = populasjon.særtrekk
      let forTidlig = rng.sant(særtrekk.redusertForTidlig)
      let dag = opphold.fra.adding(måneder: forTidlig ? rng.tall(9...22) : 24)
        .adding(dager: rng.tall(1...420))
      guard rng.sant(særtrekk.redusert), dag < min(opphold.til, uttrekk) else { continue }
      let gode: Bool? = rng.velg(true, (false, 30), (nil, 90))
      out.append(Frekvens(dato: dag, kode: 2, godeForhold: gode, hørt: rng.sant(850)))
      let tilbake = dag.adding(dager: rng.tall(200...900))
      if rng.sant(100), tilbake < min(opphold.til, uttrekk) {
        out.append(Frekvens(dato: tilbake, kode: 4, godeForhold: nil, hørt: true))
      }
    }
    return out
  }

  /// Whether the service goes by two visits a year on this day, rightly or not.
  func redusert(_ dag: Dato) -> Bool {
    guard let opphold = forløp.opphold(dag) else { return false }
    return frekvenser.last { opphold.fra <= $0.dato && $0.dato <= dag }?.kode == 2
  }

  /// Decisions on the frequency of supervision: lawful from fifteen, some made too early.
  mutating func tilsynsfrekvenser() -> [Hendelse] {
    guard tilsynsansvar == "egen", let opphold = forløp.hjemopphold.last else { return [] }
    let fyllerFemten = forløp.fødselsmåned.adding(måneder: 15 * 12 + 1)
    let forTidlig = rng.sant(60)
    let fraDag = forTidlig ? opphold.fra : max(fyllerFemten, opphold.fra.adding(måneder: 24))
    let dag = fraDag.adding(dager: rng.tall(5...250))
    guard rng.sant(400), dag < min(opphold.til, uttrekk) else { return [] }
    return [
      Hendelse(dato: dag).med("kode", .integer(2)).med("gode_forhold", rng.sant(930))
        .med("barnets_samtykke", rng.sant(900)).med("omsorgskommunens_samtykke", rng.sant(900))
    ]
  }
}
