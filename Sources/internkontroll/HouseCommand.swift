import ArgumentParser
import Checklists
import Reports

/// «Huset»: which service answers for what, and where to turn.
struct HouseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "house", abstract: "Print «Huset»: which service answers for what, and where to turn.",
    discussion: """
      Example: internkontroll house --html --out huset.html

      Exit code: 4 when there is no «Huset», 0 otherwise.
      """)

  @OptionGroup var utskrift: Rapportvalg
  @OptionGroup var definisjoner: Definisjonsvalg

  func run() throws {
    guard let hus = try definisjoner.planverk(definisjoner.bibliotek(.ingen)).hus else {
      throw Kommandofeil(.nothing, "there is no \(definisjoner.mappe)/\(Planverk.hussti)")
    }
    let rapport = Husrapport(hus)
    try utskrift.skriv(
      tekst: rapport.tekst, json: rapport.json(motor: Versjon.motor), html: rapport.html)
  }
}
