import ArgumentParser
import AuditStore
import Checklists
import JSONText
import Quality
import Reports
import Values

/// The monthly two-case control.
struct ControlCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "control", abstract: "Draw two cases, evaluate all, store, and write a draft protocol.",
    discussion: """
      Example: internkontroll control --month 2014-09 --team fosterhjem-1 --cases SampleCases/fosterhjem-1

      A run that was killed goes on where it stopped. A control that is drawn and evaluated is not drawn again
      (exit code 5): go on with answer and lock.
      """)

  @OptionGroup var valg: Kontrollvalg
  @OptionGroup var inngang: Kontrollinngang
  @OptionGroup var waivers: WaiverOptions
  @Option(help: "Digits to draw with; the draw can then be recomputed, but not proved untouched.")
  var seed: String?
  @Option(help: "The role that runs the control.")
  var role = "teamleder"
  @Option(help: ArgumentHelp("Where the draft protocol is written.", valueName: "file"))
  var out: String?

  func run() throws {
    try Tekstvakt.prøv(tekst: role, "--role")
    let lest = try inngang.les(valg, waivers)
    try medLager {
      let lager = try Revisjonslager.open(sti: valg.store, modus: .lesOgSkriv)
      let verb = try valg.verb(lager, enhet: lest.enhet)
      let before = try verb.kontroll()
      if before.status == .vurdert || before.lås != nil {
        throw Kommandofeil(
          .notAllowed,
          "the cases of \(valg.team) for \(valg.month) are drawn and evaluated; there is one draw a month. "
            + "Go on with `answer`, `lock` or `protocol`.")
      }
      let vurdering = try evaluation(before, lest)
      let seed = self.seed.map { Frøvalg.oppgitt($0) } ?? .maskin { Omgivelser.tilfeldig(16) }
      let kontroll = try verb.kjør(
        lest.grunnlag, frø: seed, rolle: role, vurdering: vurdering.punkter,
        fakta: {
          try Sakssammendrag(vurdering.bibliotek.modell, til: vurdering.kontrolldato).fakta(
            JSONValue(parsing: $0))
        })
      try fortell(kontroll, lager, valg, out)
    }
    try avslutt(lest.feil == 0 ? .ok : .failed)
  }

  /// A control that was begun goes on with the checklist and the day it was begun with.
  private func evaluation(_ kontroll: Kontroll, _ lest: Kontrollinngang.Lest) throws -> Sjekklistevurdering {
    guard let saksliste = kontroll.saksliste else { return lest.vurdering }
    return try Sjekklistevurdering.lagret(
      lest.vurdering.bibliotek, saksliste, unntak: waivers.read(lest.vurdering.bibliotek))
  }
}

extension Sjekklistevurdering {
  /// The evaluation of a stored control, refused when the checklist has been changed since.
  static func lagret(
    _ bibliotek: Sjekklistebibliotek, _ saksliste: Saksliste, unntak: [Unntak] = []
  ) throws -> Sjekklistevurdering {
    if let found = Sjekklistevurdering(bibliotek, for: saksliste, unntak: unntak) { return found }
    let reference = saksliste.sjekkliste
    throw Kommandofeil(
      .notAllowed,
      "the control was begun with \(reference.id)@\(reference.versjon), SHA-256 \(reference.hash); "
        + "that file is gone or changed. Put it back, or give its folder with --checklists.")
  }
}

/// Writes the protocol of a control and tells how it stands.
func fortell(_ kontroll: Kontroll, _ lager: Revisjonslager, _ valg: Kontrollvalg, _ out: String?) throws {
  let protokoll = Protokoll(kontroll)
  let file = out ?? valg.protokollfil(utkast: !protokoll.erEndelig)
  try Filer.skriv(Array(protokoll.html.utf8), til: file)
  try Utskrift.data(Array(Oppsummering(kontroll, protokoll: file, valg: valg.gjentatt).tekst.utf8))
  try Utskrift.linje("Journalkode nå: \(try lager.journalkode())")
}
