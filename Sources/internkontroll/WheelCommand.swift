import ArgumentParser
import Checklists
import Quality
import Reports
import Values

/// The wheel of the year: what is done again, and when.
struct WheelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wheel",
    abstract: "Print the wheel of the year: what is due, by month, and what is overdue.",
    discussion: """
      Example: internkontroll wheel --on 2014-10-15

      Without --store it looks for ./internkontroll.sqlite. Procedures are gone through every year and revised every second; courses are held; new employees are
      trained. Exit code: 4 when there is no wheel of the year, 0 otherwise, also when something is overdue.
      """)

  @Option(help: ArgumentHelp("The day; today when left out.", valueName: "date"))
  var on: Dato?
  @Option(help: ArgumentHelp("The store with what was signed.", valueName: "file"))
  var store: String?
  @OptionGroup var utskrift: Rapportvalg
  @OptionGroup var definisjoner: Definisjonsvalg

  func run() throws {
    let bibliotek = try definisjoner.bibliotek(.ingen)
    let planverk = try definisjoner.planverk(bibliotek)
    let kvalitet = try Kvalitetsgrunnlag(store, bibliotek, planverk, på: on ?? Omgivelser.idag)
    guard let status = kvalitet.hjul else {
      throw Kommandofeil(.nothing, "there is no \(definisjoner.mappe)/\(Planverk.årshjulsti)")
    }
    let rapport = Årshjulrapport(status)
    try utskrift.skriv(
      tekst: rapport.tekst, json: rapport.json(motor: Versjon.motor), html: rapport.html)
  }
}
