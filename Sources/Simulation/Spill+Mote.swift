import Quality
import Sampling
import Values

/// The two bodies' meetings, in the month after the two months that they look at.
extension Spill {
  mutating func planleggMøter() {
    let måneder = oppsett.måneder
    for (nummer, start) in stride(from: 0, to: måneder.count - 1, by: 2).enumerated() {
      guard let periode = Periode(måneder[start].førsteDag, måneder[start + 1].sisteDag) else { continue }
      let gruppemøte = senere(periode.til, 14...19)
      // Six meetings make a year; what a meeting takes up follows from which one it is.
      kalender.legg(gruppemøte) { try $0.kvalitetsgruppe(nummer % 6, periode, $1) }
      kalender.legg(senere(gruppemøte, 6...8)) { try $0.kvalitetsutvalg(nummer % 6, periode, $1) }
    }
  }

  private mutating func kvalitetsgruppe(_ nummer: Int, _ periode: Periode, _ dag: Dato) throws {
    let møte = try verb(dag).holdMøte(
      .kvalitetsgruppe, periode: periode,
      deltakere: [Rolle.barnevernleder, Rolle.teamleder, Rolle.fagansvarlig, Rolle.kvalitetskontakt],
      rolle: Rolle.kvalitetskontakt)
    try godkjennForrige(.kvalitetsgruppe, dag)
    try noter(møte, 3, terning.en(av: Oppfølgingstekster.nyeAvvik) ?? "", dag)
    let hyppigst = hyppigstePunkt(periode)
    if let (punkt, saker) = hyppigst, saker >= 3, oppfølging.systemsvikt[punkt, default: dag] <= dag {
      let frist = dag.adding(måneder: 6)
      oppfølging.systemsvikt[punkt] = frist
      try noter(møte, 4, Oppfølgingstekster.mønster(punkt, saker: saker), dag)
      try vedta(
        møte, .systemsvikt, Oppfølgingstekster.systemsvikt(punkt), gjelder: punkt, Rolle.barnevernleder,
        frist: frist, dag)
    }
    if nummer == 1, let (punkt, _) = hyppigst {
      try verb(dag).send(
        møte, gjelder: punkt, tekst: Oppfølgingstekster.oversendt, rolle: Rolle.kvalitetskontakt)
    }
    if nummer == 0 { try vedtaTiltak(møte, dag) }
    if nummer == 2, let (punkt, _) = hyppigst {
      try vedta(
        møte, .sjekkliste, "Si tydeligere i veiledningen hva som er godt nok på \(punkt).", gjelder: punkt,
        Rolle.fagansvarlig, frist: dag.adding(måneder: 4), dag)
    }
    // The task of one meeting a year is never carried out.
    try vedta(
      møte, .oppgave, Oppfølgingstekster.oppgaver[nummer % Oppfølgingstekster.oppgaver.count], gjelder: nil,
      Rolle.teamleder, frist: dag.adding(dager: 45), utføres: nummer != 3, dag)
    try godkjennEllerVent(møte, .kvalitetsgruppe, medEnGang: nummer % 2 == 0, dag)
    try evaluerPlaner(dag)
  }

  private mutating func kvalitetsutvalg(_ nummer: Int, _ periode: Periode, _ dag: Dato) throws {
    let møte = try verb(dag).holdMøte(
      .kvalitetsutvalg, periode: periode,
      deltakere: [Rolle.avdelingssjef, Rolle.barnevernleder, Rolle.kvalitetskontakt],
      rolle: Rolle.kvalitetskontakt)
    try godkjennForrige(.kvalitetsutvalg, dag)
    try noter(møte, 3, Oppfølgingstekster.utvalget, dag)
    if nummer.isMultiple(of: 2) {
      try vedta(
        møte, .oppgave, "Legg fram for utvalget hvordan tiltakene mot avvik går.", gjelder: nil,
        Rolle.barnevernleder, frist: dag.adding(dager: 60), dag)
    }
    try godkjennEllerVent(møte, .kvalitetsutvalg, medEnGang: nummer % 3 == 0, dag)
  }

  private mutating func noter(_ møte: String, _ sak: Int, _ tekst: String, _ dag: Dato) throws {
    try verb(dag).noter(møte, Møtenotat(sak: sak, tekst: tekst), rolle: Rolle.kvalitetskontakt)
  }

  /// A decision, which is carried out some days before its deadline unless it is forgotten.
  private mutating func vedta(
    _ møte: String, _ slag: Vedtak.Slag, _ tekst: String, gjelder: String?, _ ansvarlig: String, frist: Dato,
    utføres: Bool = true, _ dag: Dato
  ) throws {
    let vedtak = try verb(dag).vedta(
      møte, slag, tekst: tekst, gjelder: gjelder, ansvarlig: ansvarlig, frist: frist,
      rolle: Rolle.kvalitetskontakt)
    if utføres {
      kalender.legg(frist.adding(dager: -7)) { try $0.verb($1).utfør(vedtak, rolle: ansvarlig) }
    }
  }

  /// The first meeting of a year decides on a common measure, from the summer on: it is about the assessments, which
  /// from then on become better in the first year.
  private mutating func vedtaTiltak(_ møte: String, _ dag: Dato) throws {
    let punkter = ["VD-DROFTING", "FA-KONKLUSJON"]
    try vedta(
      møte, .tiltak, "Lag et felles tiltak for vurderinger og drøftinger i sakene.", gjelder: punkter[0],
      Rolle.barnevernleder, frist: dag.adding(dager: 30), dag)
    let sommer = Dato.nyttår(dag.år).adding(måneder: 5)
    let innhold = Tiltaksinnhold(
      tekst: "Hold en opplæringsdag om drøfting og konklusjon, og ta i bruk en felles mal.", avvik: [],
      punkter: punkter, iverksettes: sommer, evalueres: sommer.adding(måneder: 6),
      ansvarlig: Rolle.barnevernleder)
    kalender.legg(dag.adding(dager: 10)) { try $0.lag(innhold, rolle: Rolle.barnevernleder, $1) }
  }

  private mutating func godkjennForrige(_ slag: Møteslag, _ dag: Dato) throws {
    guard let forrige = oppfølging.uferdigReferat.removeValue(forKey: slag) else { return }
    try verb(dag).godkjenn(forrige, rolle: Rolle.barnevernleder)
  }

  private mutating func godkjennEllerVent(
    _ møte: String, _ slag: Møteslag, medEnGang: Bool, _ dag: Dato
  ) throws {
    if medEnGang {
      try verb(dag).godkjenn(møte, rolle: Rolle.barnevernleder)
    } else {
      oppfølging.uferdigReferat[slag] = møte
    }
  }

  /// The point that controls of these months found in most cases, and in how many; the first of equals by name.
  private func hyppigstePunkt(_ periode: Periode) -> (punkt: String, saker: Int)? {
    var saker: [String: Set<String>] = [:]
    for avvik in oppfølging.avvik.values where avvik.fraKontroll {
      guard periode.inneholder(avvik.måned.sisteDag), let sak = avvik.sak, let punkt = avvik.punkt else {
        continue
      }
      saker[punkt, default: []].insert(sak)
    }
    let mest = saker.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }
    return mest.map { ($0.key, $0.value.count) }
  }
}
