import JSONText
import Values

extension Saksbygger {
  /// Talks with the child outside the visits.
  mutating func samtaler() -> [Hendelse] {
    var out: [Hendelse] = []
    for kvartal in kvartaler where forløp.alder(kvartal.fra) >= 5 && !aldriBesøkt {
      guard rng.sant(170) else { continue }
      let dag = hverdag(rng.dag(kvartal.fra, kvartal.til), tidligst: kvartal.fra)
      out.append(
        registrert(Hendelse(dato: dag), dag).med("alene", rng.sant(850)).med("referat", rng.sant(930))
          .med("faglig_vurdering", rng.sant(populasjon.praksis(dag).fagligVurdering)))
    }
    return out
  }

  /// What the record says of the child's own view, year by year.
  mutating func medvirkning() -> [Hendelse] {
    var out: [Hendelse] = []
    for år in årene where år.fra.dager(til: år.til) > 60 {
      let dag = hverdag(rng.dag(år.fra, år.til), tidligst: år.fra)
      let alder = forløp.alder(dag)
      let sjanse = populasjon.praksis(dag).medvirkning
      guard rng.sant(alder >= 6 ? sjanse : alder >= 3 ? sjanse / 2 : sjanse / 5) else { continue }
      out.append(innslag(dag, alder: alder))
      let igjen = rng.dag(dag, år.til)
      if rng.sant(250), igjen > dag { out.append(innslag(igjen, alder: alder)) }
    }
    return out
  }

  private mutating func innslag(_ dag: Dato, alder: Int) -> Hendelse {
    let medvirket = rng.sant(alder >= 6 ? 870 : alder >= 3 ? 450 : 50)
    let hendelse = registrert(Hendelse(dato: dag), dag)
      .med("informasjon", rng.sant(880)).med("tema", rng.sant(900)).med("barnets_syn", medvirket)
    guard !medvirket else {
      return hendelse.med("enighet_avklart", rng.sant(600)).med("vekt_beskrevet", rng.sant(700))
    }
    let grunn =
      alder < 6
      ? "alder"
      : rng.velg("ville_ikke", ("ikke_gitt_anledning", 300), ("annet", 80), ("", 60))
    return hendelse.med("grunn_ikke_medvirket", grunn.isEmpty ? .bool(false) : .string(grunn))
      .med("grunn_begrunnet", !grunn.isEmpty && rng.sant(700))
  }
}
