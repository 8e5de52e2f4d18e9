import ArgumentParser
import Checklists
import Foundation
import Quality
import Reports
import Sampling
import Values

/// The measures for a program of another kind.
struct PoamCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "poam", abstract: "Write the measures as an OSCAL plan of action and milestones.",
    discussion: """
      Example: internkontroll poam --on 2014-12-31 --out tiltaksplan.json

      OSCAL 1.1.3. With --audience utenfor no case and no single avvik is in it, and small numbers are left
      out. What was evaluated more than two years before is not in it. The same store and day give the same bytes.
      Exit code: 4 when there is no measure, 0 otherwise.
      """)

  /// Who may read it.
  enum Audience: String, ExpressibleByArgument, CaseIterable {
    case gruppe, utenfor

    var leser: Tiltaksplan.Leser { self == .gruppe ? .gruppe : .utenfor }
  }

  @Option(help: ArgumentHelp("The day whose state counts.", valueName: "date"))
  var on: Dato
  @Option(help: "Who reads it: gruppe or utenfor.") var audience = Audience.gruppe
  @OptionGroup var lager: Lagervalg
  @Option(help: ArgumentHelp("Write to a file in place of standard output.", valueName: "file"))
  var out: String?
  @OptionGroup var definisjoner: Definisjonsvalg

  func run() throws {
    let bibliotek = try definisjoner.bibliotek()
    try medLager {
      let month = Måned(on)
      let historie = try Enhetshistorie(lager, til: month) { register in
        current(register).tiltak.førsteGrunnlagsmåned ?? month
      }
      let grunnlag = Effektgrunnlag(historie.rekke)
      let plan = Tiltaksplan(
        current(historie.register), enhet: historie.enhet, på: on, for: audience.leser,
        sladding: Sladding(historie.register, historie.rekke, saker: historie.saker), motor: Versjon.motor
      ) { measure in
        measure.effekter(i: grunnlag) { bibliotek.bedømt($0, på: $1) }
      }
      if plan.erTom { throw Kommandofeil(.nothing, "there is no measure in \(lager.store) on \(on)") }
      let bytes = plan.bytes + [UInt8(ascii: "\n")]
      guard let out, out != "-" else { return try Utskrift.data(bytes) }
      try Filer.skriv(bytes, til: out)
    }
  }

  /// What is open, and what was evaluated in the last two years.
  private func current(_ register: Kvalitetsregister) -> Kvalitetsregister {
    register.per(on).utenGamleTiltak(on, måneder: 24)
  }
}
