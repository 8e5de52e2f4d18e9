import Checklists
import Quality
import Sampling
import Values

/// Measures: made when several avvik can be seen together, carried out, evaluated, and closed on.
extension Spill {
  /// On the last day of every month the leaders go through what has been assessed.
  mutating func planleggTiltak() {
    for måned in oppsett.måneder { kalender.legg(måned.sisteDag) { try $0.lagTiltak($1) } }
    kalender.legg(oppsett.sisteDag.adding(dager: -3)) { try $0.lagTiltak($1) }
  }

  /// Avvik on one point share a measure; a single one waits three weeks for others.
  private mutating func lagTiltak(_ dag: Dato) throws {
    let venter = oppfølging.venter.compactMap { oppfølging.avvik[$0] }
    var temaer: [String] = []
    for avvik in venter where !temaer.contains(avvik.tema) { temaer.append(avvik.tema) }
    for tema in temaer {
      let felles = venter.filter { $0.tema == tema }
      let haster = felles.contains { ($0.vurdert ?? dag).adding(dager: 21) <= dag }
      guard felles.count > 1 || haster else { continue }
      let numre = felles.map(\.nummer)
      oppfølging.venter.removeAll(where: numre.contains)
      let iverksettes = senere(dag, 10...25)
      let innhold = Tiltaksinnhold(
        tekst: Oppfølgingstekster.tiltak(felles[0].punkt, felles: numre.count > 1), avvik: numre,
        punkter: felles[0].punkt.map { [$0] } ?? [], iverksettes: iverksettes,
        evalueres: senere(iverksettes, numre.count > 1 ? 45...75 : 21...35),
        ansvarlig: numre.count > 1 ? Rolle.barnevernleder : Rolle.teamleder, prosedyre: felles[0].prosedyre)
      try lag(innhold, rolle: Rolle.teamleder, dag)
    }
  }

  /// Makes a measure, and plans how it goes: now and then late, moved, or not at all.
  mutating func lag(_ innhold: Tiltaksinnhold, rolle: String, _ dag: Dato) throws {
    let nummer = try verb(dag).lagTiltak(innhold, rolle: rolle)
    let tiltak = Tiltakssak(nummer: nummer, innhold: innhold)
    oppfølging.tiltak[nummer] = tiltak
    for avvik in innhold.avvik { oppfølging.avvik[avvik]?.tiltak.append(nummer) }
    switch tiltak.løpenummer % 20 {
    case 5: kalender.legg(innhold.iverksettes.adding(dager: -2)) { try $0.flytt(nummer, $1) }
    case 9: break
    case 3, 12:
      kalender.legg(senere(innhold.iverksettes, 15...25)) { try $0.iverksett(nummer, $1) }
    default: kalender.legg(innhold.iverksettes) { try $0.iverksett(nummer, $1) }
    }
  }

  /// Three weeks later, both days.
  private mutating func flytt(_ nummer: String, _ dag: Dato) throws {
    guard var tiltak = oppfølging.tiltak[nummer] else { return }
    tiltak.innhold.iverksettes = tiltak.innhold.iverksettes.adding(dager: 21)
    tiltak.innhold.evalueres = tiltak.innhold.evalueres.adding(dager: 21)
    oppfølging.tiltak[nummer] = tiltak
    try verb(dag).flytt(
      nummer, iverksettes: tiltak.innhold.iverksettes, evalueres: tiltak.innhold.evalueres,
      grunn: Oppfølgingstekster.flyttet, rolle: Rolle.teamleder)
    kalender.legg(tiltak.innhold.iverksettes) { try $0.iverksett(nummer, $1) }
  }

  /// The one who answers for it says that it is done.
  private mutating func iverksett(_ nummer: String, _ dag: Dato) throws {
    guard let tiltak = oppfølging.tiltak[nummer] else { return }
    try verb(dag).iverksett(
      nummer, den: dag, referanse: terning.en(av: Oppfølgingstekster.iverksatt) ?? "",
      rolle: tiltak.innhold.ansvarlig)
    let forsinket = tiltak.løpenummer % 7 == 2
    kalender.legg(senere(tiltak.innhold.evalueres, forsinket ? 25...40 : 0...4)) {
      try $0.evaluer(nummer, $1)
    }
  }

  /// Another role says whether it worked. What was too early to tell is told a month later.
  private mutating func evaluer(_ nummer: String, _ dag: Dato) throws {
    guard let tiltak = oppfølging.tiltak[nummer] else { return }
    var resultat: Tiltaksresultat = terning.velg(.virket, (.virketIkke, 180), (.forTidlig, 150))
    if resultat == .forTidlig, tiltak.resultat == .forTidlig { resultat = .virket }
    oppfølging.tiltak[nummer]?.resultat = resultat
    let begrunnelse = terning.en(av: Oppfølgingstekster.evaluering(resultat)) ?? ""
    let neste = resultat == .forTidlig ? dag.adding(dager: 30) : nil
    try verb(dag).evaluer(
      nummer, resultat, begrunnelse: begrunnelse, nyEvaluering: neste, rolle: Rolle.kvalitetskontakt)
    if let neste { return kalender.legg(neste) { try $0.evaluer(nummer, $1) } }
    for avvik in tiltak.innhold.avvik {
      // What did not work is tried in another way once, if it is tried again at all.
      let erFørste = oppfølging.avvik[avvik]?.tiltak.count == 1
      if resultat == .virketIkke, erFørste, terning.sant(500) {
        oppfølging.venter.append(avvik)
      } else {
        kalender.legg(senere(dag, 2...8)) { try $0.lukk(avvik, $1) }
      }
    }
  }
}
