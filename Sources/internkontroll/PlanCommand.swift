import ArgumentParser
import Checklists
import Quality
import Reports
import Values

/// The plans, and how far they have come.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "What the plans say, and how far they have come.",
    discussion: "Example: internkontroll plan status --on 2014-08-20",
    subcommands: [PlanStatusCommand.self])
}

/// Prints each plan in the columns of its source, with what is due, overdue and evaluated.
struct PlanStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Print each plan with what is due, overdue and evaluated on a day.",
    discussion: """
      Example: internkontroll plan status --on 2014-08-20

      Without --store it looks for ./internkontroll.sqlite. The columns are those of the source; the state of each measure on the day, and what the controls show,
      stand below each row. Exit code: 4 when there is no such plan, 0 otherwise.
      """)

  @Option(help: ArgumentHelp("The day; today when left out.", valueName: "date"))
  var on: Dato?
  @Option(help: ArgumentHelp("One plan; all of them when left out.", valueName: "id"))
  var plan: String?
  @Option(help: ArgumentHelp("The store with what was signed and controlled.", valueName: "file"))
  var store: String?
  @OptionGroup var utskrift: Rapportvalg
  @OptionGroup var definisjoner: Definisjonsvalg

  func run() throws {
    let bibliotek = try definisjoner.bibliotek()
    let planverk = try definisjoner.planverk(bibliotek)
    let planer = try valgte(planverk.planer)
    let day = on ?? Omgivelser.idag
    let kvalitet = try Kvalitetsgrunnlag(store, bibliotek, planverk, på: day)
    let målinger = try kvalitet.målinger()
    let rapport = Planrapport(
      planer.map {
        Planstatus(plan: $0, hendelser: kvalitet.register.planhendelser, på: day, målinger: målinger)
      })
    try utskrift.skriv(
      tekst: rapport.tekst, json: rapport.json(motor: Versjon.motor), html: rapport.html)
  }

  private func valgte(_ planer: [Plan]) throws -> [Plan] {
    let found = planer.filter { plan == nil || $0.id == plan }
    guard found.isEmpty else { return found }
    let names = planer.map(\.id).joined(separator: ", ")
    throw Kommandofeil(
      .nothing, names.isEmpty ? "there is no plan" : "there is no such plan; there is: \(names)")
  }
}
