import ArgumentParser
import Checklists
import Reports
import Values

/// What is in force on a day, on one page.
struct InForceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "in-force", abstract: "Print what is in force on a day: procedures, checklists, plans.",
    discussion: """
      Example: internkontroll in-force --on 2014-09-30

      Checklists, plans and registers stand with their SHA-256, as sha256sum writes it. What is not in force yet,
      and what has ended, is not listed.
      """)

  @Option(help: ArgumentHelp("The day; today when left out.", valueName: "date"))
  var on: Dato?
  @OptionGroup var utskrift: Rapportvalg
  @OptionGroup var definisjoner: Definisjonsvalg

  func run() throws {
    let day = on ?? Omgivelser.idag
    let bibliotek = try definisjoner.bibliotek(.iKraft(Periode(day)))
    let planer = try definisjoner.planverk(bibliotek).planer
    let rapport = Gjeldende(bibliotek, planer, filer: try definisjoner.filer(), på: day)
    try utskrift.skriv(
      tekst: rapport.tekst, json: rapport.json(motor: Versjon.motor), html: rapport.html)
  }
}
