import JSONText
import Values

extension Saksbygger {
  /// The decisions: order or support measure, moves, and now and then contact.
  mutating func vedtak() -> [Hendelse] {
    var out: [Hendelse] = []
    if let akutt = forløp.akuttvedtak {
      out.append(beslutning(akutt, "akutt", av: "barneverntjeneste", hørt: 500))
    }
    out.append(
      forløp.omsorgssak
        ? beslutning(forløp.vedtak, "omsorgsovertakelse", av: "nemnd", hørt: 850)
        : beslutning(forløp.vedtak, "hjelpetiltak", av: "barneverntjeneste", hørt: 800))
    for plassering in forløp.plasseringer.dropFirst() where plassering.type != "beredskapshjem" {
      if plassering.fra <= forløp.vedtak.adding(dager: 40) { continue }
      out.append(
        beslutning(
          plassering.fra.adding(dager: -rng.tall(2...20)), "flytting", av: "barneverntjeneste", hørt: 750))
    }
    for år in årene where rng.sant(160) {
      let dag = hverdag(rng.dag(år.fra, år.til), tidligst: år.fra)
      out.append(beslutning(dag, rng.velg("annet", ("samvær", 600)), av: "barneverntjeneste", hørt: 750))
    }
    return out.sorted { $0.tid < $1.tid }
  }

  private mutating func beslutning(_ dag: Dato, _ type: String, av: String, hørt: Int) -> Hendelse {
    Hendelse(dato: dag).med("type", type).med("truffet_av", av)
      .med("barnet_hørt", forløp.alder(dag) >= 5 && rng.sant(hørt))
  }

  /// Care plans: a provisional one about the day of the order, a final one within two years; one plan from 2023.
  mutating func omsorgsplaner() -> [Hendelse] {
    guard forløp.omsorgssak else { return [] }
    let order = forløp.vedtak
    if order >= Dato.nyttår(2023) {
      let dag = order.adding(dager: rng.velg(rng.tall(-5...40), (rng.tall(43...120), 120)))
      return rng.sant(940) && dag <= uttrekk ? [Hendelse(dato: dag).med("type", "plan")] : []
    }
    var out: [Hendelse] = []
    let foreløpig = order.adding(dager: rng.velg(rng.tall(-20...13), (rng.tall(15...140), 120)))
    if rng.sant(940), foreløpig <= uttrekk { out.append(Hendelse(dato: foreløpig).med("type", "foreløpig")) }
    let endelig = order.adding(dager: rng.velg(rng.tall(250...720), (rng.tall(740...1000), 150)))
    if rng.sant(850), endelig <= uttrekk { out.append(Hendelse(dato: endelig).med("type", "endelig")) }
    return out
  }

  /// Plans of measures of a voluntary placement, one after the other, some with a gap.
  mutating func tiltaksplaner() -> [Hendelse] {
    guard !forløp.omsorgssak, !rng.sant(110) else { return [] }
    var out: [Hendelse] = []
    var fra = forløp.start.adding(dager: rng.velg(rng.tall(-5...10), (rng.tall(30...120), 150)))
    while fra <= uttrekk {
      let til = fra.adding(måneder: rng.velg(6, (12, 500))).adding(dager: -1)
      out.append(
        Hendelse(fra: fra, til: til).med("mål", rng.sant(930)).med("innhold", rng.sant(950))
          .med("varighet", rng.sant(900)))
      fra = til.adding(dager: rng.velg(1, (rng.tall(15...120), 180)))
      if rng.sant(40) { break }
    }
    return out
  }

  /// Evaluations of the plan of measures.
  mutating func evalueringer() -> [Hendelse] {
    guard !forløp.omsorgssak else { return [] }
    let grundig = rng.sant(800)
    var out: [Hendelse] = []
    for kvartal in kvartaler where kvartal.fra > forløp.start {
      guard rng.sant(grundig ? populasjon.praksis(kvartal.fra).evaluering : 150) else { continue }
      let dag = hverdag(rng.dag(kvartal.fra, kvartal.til), tidligst: kvartal.fra)
      out.append(
        registrert(Hendelse(dato: dag), dag).med("gjennomføring_beskrevet", rng.sant(930))
          .med("tiltak_vurdert", rng.sant(900)).med("mål_vurdert", rng.sant(870)))
    }
    return out
  }
}
