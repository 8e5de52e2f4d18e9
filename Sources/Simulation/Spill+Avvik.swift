import AuditStore
import Checklists
import JSONText
import Quality
import Sampling
import Values

/// What a locked control opened, and what the leader says of it.
extension Spill {
  /// Takes in what a control opened or reopened; the leader looks at each within a fortnight.
  mutating func følgOpp(_ kontroll: Kontroll, _ dag: Dato) throws {
    oppfølging.sisteFunn[kontroll.nøkkel.team] = kontroll.alleSaker?.avvik
    for nummer in try gjenåpnet(av: kontroll) + nyeAvvik(dag) {
      kalender.legg(senere(dag, 3...12)) { try $0.vurder(nummer, $1) }
    }
  }

  /// The numbers in use that the play has not seen yet: within a year they follow each other.
  mutating func nyeAvvik(_ dag: Dato) throws -> [String] {
    var numre: [String] = []
    while true {
      let nummer = "AV-\(dag.år)-\(løpenummer(oppfølging.antallAvvik[dag.år, default: 0] + 1))"
      guard let melding = try lager.oppføringer(emne: nummer).first?.innhold,
        let avvik = Avvikssak(nummer, melding, dag)
      else { return numre }
      oppfølging.antallAvvik[dag.år, default: 0] += 1
      oppfølging.avvik[nummer] = avvik
      if avvik.fraKontroll, let sak = avvik.sak, let punkt = avvik.punkt {
        oppfølging.funnet[Funnsted(sak: sak, hva: punkt)] = nummer
      }
      numre.append(nummer)
    }
  }

  /// The closed avvik that a control found again for days that are all later.
  private mutating func gjenåpnet(av kontroll: Kontroll) throws -> [String] {
    let kjente = kontroll.tilOppfølging.compactMap {
      oppfølging.funnet[Funnsted(sak: $0.sak, hva: $0.punkt.id)]
    }
    return try kjente.filter { nummer in
      let siste = try lager.oppføringer(emne: nummer).last { $0.blad.handling == .avvik }
      guard siste?.innhold?["hendelse"]?.string == "gjenapnet" else { return false }
      oppfølging.avvik[nummer]?.måned = kontroll.nøkkel.måned
      return true
    }
  }

  /// The leader says how serious it is, why it happened, who answers for it and by when.
  mutating func vurder(_ nummer: String, _ dag: Dato) throws {
    guard let avvik = oppfølging.avvik[nummer] else { return }
    let alvorlighet =
      avvik.fraKontroll ? avvik.alvorlighet : terning.velg(.middels, (.lav, 250), (.høy, 200))
    let frist: Dato
    switch alvorlighet {
    case .kritisk: frist = senere(dag, 28...35)
    case .høy: frist = senere(dag, 56...70)
    case .middels, .lav: frist = senere(dag, 77...91)
    }
    let vurdering = Avviksvurdering(
      alvorlighet: alvorlighet, årsak: årsak(avvik.mangel), mangel: avvik.mangel,
      ansvarlig: alvorlighet == .kritisk ? Rolle.barnevernleder : Rolle.teamleder, frist: frist)
    let strakstiltak = terning.sant(150) ? terning.en(av: Oppfølgingstekster.strakstiltak) : nil
    let forklaring = terning.sant(150) ? terning.en(av: Oppfølgingstekster.årsak) : nil
    try verb(dag).vurder(
      nummer, vurdering, strakstiltak: strakstiltak, årsak: forklaring, rolle: Rolle.teamleder)
    oppfølging.avvik[nummer]?.vurdert = dag
    etterVurdering(nummer, dag)
  }

  /// The case worker answers to a few; one in twenty is forgotten, and one report a year was no avvik.
  private mutating func etterVurdering(_ nummer: String, _ dag: Dato) {
    if terning.sant(120) { kalender.legg(senere(dag, 2...10)) { try $0.besvar(nummer, $1) } }
    if oppfølging.avvist.contains(nummer) {
      kalender.legg(senere(dag, 2...6)) { try $0.avvis(nummer, $1) }
    } else if !terning.sant(50) {
      oppfølging.venter.append(nummer)
    }
  }

  private mutating func årsak(_ mangel: Mangelslag?) -> Årsak {
    switch mangel {
    case .ikkeDokumentert, .ikkeRegistrert:
      terning.velg(.registrering, (.rutineUkjent, 200), (.opplæring, 150), (.kapasitet, 150))
    case .ikkeGjort, nil:
      terning.velg(
        .kapasitet, (.rutineUkjent, 200), (.rutineUklar, 150), (.samarbeid, 100), (.forholdUtenfor, 80),
        (.annet, 40))
    }
  }

  /// The case worker answers a finding.
  private mutating func besvar(_ nummer: String, _ dag: Dato) throws {
    let svar = terning.en(av: Oppfølgingstekster.svar) ?? ""
    try verb(dag).svar(nummer, svar, rolle: Rolle.saksbehandler)
  }

  private mutating func avvis(_ nummer: String, _ dag: Dato) throws {
    try verb(dag).avvis(
      nummer, Lukkebevis(.dokument, referanse: "Referat fra besøket, lest i saken"),
      begrunnelse: Oppfølgingstekster.avvist, rolle: Rolle.teamleder)
  }

  /// The avvik is closed by a role that carried out none of its measures, with evidence.
  mutating func lukk(_ nummer: String, _ dag: Dato) throws {
    guard let avvik = oppfølging.avvik[nummer] else { return }
    let resultater = avvik.tiltak.map { oppfølging.tiltak[$0]?.resultat }
    var utenEffekt: String?
    if resultater.contains(where: { $0 != .virket }) {
      utenEffekt =
        resultater.last == .virket
        ? Oppfølgingstekster.nesteVirket : terning.en(av: Oppfølgingstekster.utenEffekt)
    }
    let bevis: Lukkebevis =
      switch terning.tall(0...3) {
      case 0: Lukkebevis(.stikkprøve, referanse: "Ny stikkprøve av fire saker i teamet")
      case 1: Lukkebevis(.observasjon, referanse: "Gjennomgang av saken sammen med saksbehandleren")
      case 2: Lukkebevis(.dokument, referanse: "Nytt referat i saken")
      default: Lukkebevis(.dokument, referanse: "Oppdatert journal i fagsystemet")
      }
    try verb(dag).lukk(nummer, Lukking(bevis: bevis, utenEffekt: utenEffekt), rolle: Rolle.fagansvarlig)
  }

  /// `007`.
  func løpenummer(_ antall: Int) -> String {
    let siffer = String(antall)
    return String(repeating: "0", count: max(0, 3 - siffer.count)) + siffer
  }
}

extension Avvikssak {
  /// An avvik as it was reported; nil when the payload is not that of a report.
  init?(_ nummer: String, _ melding: JSONValue, _ dag: Dato) {
    guard let opphav = melding["opphav"]?.string else { return nil }
    self.nummer = nummer
    fraKontroll = opphav == "kontroll"
    måned = melding["kontroll"]?.string.flatMap { Måned($0) } ?? Måned(dag)
    sak = melding["sak"]?.string
    punkt = melding["punkt"]?.string
    prosedyre = melding["prosedyre"]?.string
    alvorlighet = melding["alvorlighet"]?.string.flatMap(Alvorlighet.init) ?? .middels
    mangel = melding["mangel"]?.string.flatMap(Mangelslag.init)
  }
}
