import Checklists
import Quality
import Sampling
import Values

/// What staff report by themselves.
extension Spill {
  /// From one to three times a month somebody in a team reports something.
  mutating func planleggMeldinger() {
    for måned in oppsett.måneder {
      for team in oppsett.team {
        for _ in 0..<terning.tall(1...3) {
          let dag = måned.førsteDag.adding(dager: terning.tall(0...27))
          kalender.legg(dag) { try $0.meld(team, $1) }
        }
      }
    }
  }

  /// Reports a fault in one of the team's cases, or one without a case. Before a procedure is in force, nobody can
  /// report on it.
  private mutating func meld(_ team: String, _ dag: Dato) throws {
    let melding = terning.sant(700) ? meldingOmSak(team, dag) : meldingUtenSak(dag)
    guard let (innhold, hva) = melding else { return }
    let strakstiltak = terning.sant(400) ? terning.en(av: Oppfølgingstekster.strakstiltak) : nil
    let nummer = try verb(dag).meld(
      innhold, team: team, hva: hva, strakstiltak: strakstiltak, rolle: Rolle.saksbehandler)
    let antall = oppfølging.antallMeldinger[dag.år, default: 0] + 1
    oppfølging.antallMeldinger[dag.år] = antall
    if antall == 4 { oppfølging.avvist.insert(nummer) }
    for nummer in try nyeAvvik(dag) {
      kalender.legg(senere(dag, 1...7)) { try $0.vurder(nummer, $1) }
    }
  }

  /// Something that is wrong in a case, as whoever follows the case up can see.
  private mutating func meldingOmSak(_ team: String, _ dag: Dato) -> (Ansattmelding, String)? {
    guard let funn = oppfølging.sisteFunn[team], !funn.isEmpty else { return nil }
    let ett = funn[terning.tall(0...funn.count - 1)]
    guard let (prosedyre, tekst) = prosedyre(for: ett.punkt, dag),
      oppfølging.meldt.insert(Funnsted(sak: ett.sak, hva: prosedyre.id)).inserted
    else { return nil }
    let skjedde = dag.adding(dager: -terning.tall(1...10))
    let melding = Ansattmelding(
      prosedyre: prosedyre.id, navn: prosedyre.navn, valgt: prosedyre.valgtForMelding, skjedde: skjedde,
      sak: ett.sak, punkt: ett.punkt)
    return (melding, tekst)
  }

  /// The procedure in force that a point belongs to, and the words for an avvik on it.
  private func prosedyre(for punkt: String, _ dag: Dato) -> (Prosedyre, String)? {
    for prosedyre in simulering.bibliotek.prosedyrer where prosedyre.versjon(på: dag) != nil {
      if let avvik = prosedyre.avvik.first(where: { $0.punkter.contains(punkt) }) {
        return (prosedyre, avvik.tekst)
      }
    }
    return nil
  }

  /// Something about how the team works.
  private mutating func meldingUtenSak(_ dag: Dato) -> (Ansattmelding, String)? {
    let mulige = simulering.bibliotek.prosedyrer.filter { prosedyre in
      prosedyre.versjon(på: dag) != nil && prosedyre.avvik.contains { !$0.punkter.isEmpty }
    }
    guard !mulige.isEmpty else { return nil }
    let prosedyre = mulige[terning.tall(0...mulige.count - 1)]
    let tekst = prosedyre.avvik[terning.tall(0...prosedyre.avvik.count - 1)].tekst
    let melding = Ansattmelding(
      prosedyre: prosedyre.id, navn: prosedyre.navn, valgt: prosedyre.valgtForMelding,
      skjedde: dag.adding(dager: -terning.tall(1...10)))
    return (melding, tekst)
  }
}
