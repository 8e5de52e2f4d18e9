import Checklists
import JSONText
import Quality
import Sampling
import Values

/// What a control was begun with.
struct Påbegynt {
  var grunnlag: Kontrollgrunnlag
  var vurdering: Sjekklistevurdering

  /// The lines that sum a record up for the reader.
  func fakta(_ record: [UInt8]) throws -> [Faktum] {
    try Sakssammendrag(vurdering.bibliotek.modell, til: vurdering.kontrolldato).fakta(
      JSONValue(parsing: record))
  }
}

/// The monthly controls.
extension Spill {
  private static let rolle = "teamleder"

  /// Every team holds a control of each month in the first days of the next; the late ones two weeks after.
  mutating func planleggKontroller() {
    for måned in oppsett.måneder {
      for (nummer, team) in oppsett.team.enumerated() {
        let nøkkel = Kontrollnøkkel(enhet: oppsett.enhet, team: team, måned: måned)
        let dag = måned.sisteDag.adding(dager: 4 + nummer + (uhell.sen.contains(nøkkel) ? 14 : 0))
        kalender.legg(dag) { try $0.trekk(nøkkel, $1) }
      }
    }
  }

  /// Reads the extract of the control date, and goes from the locked list to the evaluation.
  mutating func trekk(_ nøkkel: Kontrollnøkkel, _ dag: Dato) throws {
    let kontrolldato = nøkkel.måned.sisteDag
    guard let team = team.first(where: { $0.navn == nøkkel.team }) else { return }
    let vurdering = Sjekklistevurdering(
      simulering.bibliotek, try simulering.sjekkliste(kontrolldato), på: kontrolldato)
    let bunke = try team.uttrekk(kontrolldato, simulering.bibliotek.modell)
    let grunnlag = vurdering.kontrollgrunnlag(bunke, lesefeil: [], motor: simulering.motor)
    let begun = Påbegynt(grunnlag: grunnlag, vurdering: vurdering)
    påbegynt[nøkkel] = begun
    let bytes = rng.bytes(16)
    try verb(nøkkel, dag).kjør(
      grunnlag, frø: .maskin { bytes }, rolle: Self.rolle, vurdering: vurdering.punkter, fakta: begun.fakta)
    if uhell.avsluttet.contains(nøkkel) {
      kalender.legg(dag.adding(dager: 1)) { try $0.bytt(nøkkel, $1) }
    }
    kalender.legg(dag.adding(dager: 2)) { try $0.svar(nøkkel, $1) }
  }

  /// The first drawn case was closed after the extract: the next on the reserve list is controlled instead.
  mutating func bytt(_ nøkkel: Kontrollnøkkel, _ dag: Dato) throws {
    guard let begun = påbegynt[nøkkel], let ut = try verb(nøkkel, dag).kontroll().trukne.first,
      let nummer = team.firstIndex(where: { $0.navn == nøkkel.team })
    else { return }
    team[nummer].avslutt(ut, dag)
    try verb(nøkkel, dag).bytt(ut: ut, grunn: .avsluttet, rolle: Self.rolle)
    try verb(nøkkel, dag).vurder(
      begun.grunnlag.saker, rolle: Self.rolle, vurdering: begun.vurdering.punkter, fakta: begun.fakta)
  }

  /// Answers until no question is open, then says of every finding what it stands for.
  mutating func svar(_ nøkkel: Kontrollnøkkel, _ dag: Dato) throws {
    guard let begun = påbegynt[nøkkel] else { return }
    var kontrollør = Kontrollør(
      modell: simulering.bibliotek.modell, rolle: Self.rolle,
      bedret: begun.vurdering.kontrolldato >= oppsett.vendepunkt,
      måGiOpp: uhell.kanIkkeVurderes.contains(nøkkel), erUenig: uhell.uenig.contains(nøkkel))
    var kontroll = try verb(nøkkel, dag).kontroll()
    while let neste = try kontrollør.svar(kontroll, &rng) {
      kontroll = try verb(nøkkel, dag).svar(neste, vurdering: begun.vurdering.punkter)
    }
    kalender.legg(dag.adding(dager: 2)) { try $0.lås(nøkkel, $1) }
  }

  /// Locks the control, which opens what it found.
  mutating func lås(_ nøkkel: Kontrollnøkkel, _ dag: Dato) throws {
    let kontroll = try verb(nøkkel, dag).lås(dato: dag, rolle: Self.rolle)
    påbegynt[nøkkel] = nil
    try følgOpp(kontroll, dag)
    planleggAnnenlesning(etter: kontroll, dag)
  }
}
