import JSONText
import Values

extension Saksbygger {
  /// A foster home agreement for each stay, near its first day.
  mutating func avtaler() -> [Hendelse] {
    var out: [Hendelse] = []
    for opphold in forløp.hjemopphold {
      let dag = opphold.fra.adding(dager: rng.tall(-20...25))
      if rng.sant(930), dag <= uttrekk { out.append(Hendelse(dato: dag)) }
    }
    return out
  }

  /// Yearly reviews of the agreement.
  mutating func avtalegjennomganger() -> [Hendelse] {
    var out: [Hendelse] = []
    for år in årene where år.fra.dager(til: år.til) > 100 {
      let dag = hverdag(rng.dag(år.fra.adding(dager: 60), år.til), tidligst: år.fra)
      let praksis = populasjon.praksis(dag)
      guard rng.sant(praksis.gjennomgang) else { continue }
      out.append(
        registrert(Hendelse(dato: dag), dag).med("drøfting", rng.sant(praksis.drøftetOgKonkludert))
          .med("konklusjon", rng.sant((praksis.drøftetOgKonkludert + 1000) / 2)))
    }
    return out
  }

  /// Deliberations: about the need for visits once a year, about the case itself about twice.
  mutating func drøftinger() -> [Hendelse] {
    var out: [Hendelse] = []
    for år in årene where år.fra.dager(til: år.til) > 60 {
      let dag = hverdag(rng.dag(år.fra, år.til), tidligst: år.fra)
      let praksis = populasjon.praksis(dag)
      if rng.sant(praksis.besøksbehov) { out.append(drøfting(dag, "besøksbehov")) }
    }
    for kvartal in kvartaler {
      let dag = hverdag(rng.dag(kvartal.fra, kvartal.til), tidligst: kvartal.fra)
      if rng.sant(populasjon.praksis(dag).besøksbehov * 7 / 10) { out.append(drøfting(dag, "annet")) }
    }
    return out.sorted { $0.tid < $1.tid }
  }

  private mutating func drøfting(_ dag: Dato, _ tema: String) -> Hendelse {
    registrert(Hendelse(dato: dag), dag).med("tema", tema)
      .med("konklusjon", rng.sant(populasjon.praksis(dag).drøftetOgKonkludert + 80))
  }
}
