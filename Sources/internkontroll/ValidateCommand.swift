import ArgumentParser
import Checklists
import JSONText
import Reports
import Values

/// What CI runs: may these definitions be used?
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate", abstract: "Check every checklist definition and run its examples.",
    discussion: """
      Example: internkontroll validate

      For CI: github makes annotations of the faults, junit is a test a definition and an example, sarif is
      for code scanning. A fault has the same fingerprint in sarif when only lines above it change.
      Exit code: 1 when a definition is invalid or an example disagrees, 2 when a file cannot be read, 4 when
      there was nothing to check, 0 otherwise.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case github
    case junit
    case sarif
  }

  @Argument(help: "The folder with checklists, in place of --checklists.")
  var paths: [String] = []
  @Option(help: "The form of the answer: text, json, github, junit or sarif.")
  var format = Format.text
  @Option(
    name: .customLong("help-page"),
    help: ArgumentHelp("Where feilkoder.md is published, for the help links of sarif.", valueName: "uri"))
  var helpPage: String?
  @Option(help: ArgumentHelp("The day to ask what is overdue; today when left out.", valueName: "date"))
  var on: Dato?
  @Flag(help: "Change every rule in every small way; some example must notice each change.")
  var mutation = false
  @OptionGroup var definisjoner: Definisjonsvalg

  func validate() throws {
    guard paths.count <= 1 else { throw ValidationError("Give one folder.") }
    guard let helpPage else { return }
    guard helpPage.wholeMatch(of: /https?:\/\/[!-~&&[^#"<>]]+/) != nil else {
      throw ValidationError("--help-page is written https://…, without «#».")
    }
  }

  func run() throws {
    var valg = definisjoner
    if let path = paths.first { valg.mappe = path }
    while valg.mappe.count > 1, valg.mappe.hasSuffix("/") { valg.mappe.removeLast() }
    let validering = validering(valg)
    let code = kode(validering.svar)
    switch format {
    case .text: try Utskrift.tekst(validering.tekst)
    case .json: try Utskrift.linje(validering.json.compactText)
    case .github: try Utskrift.tekst(validering.github)
    case .junit: try Utskrift.tekst(validering.junit)
    case .sarif:
      let log = validering.sarif(
        versjon: Versjon.program, avslutning: code.rawValue, hjelpeside: helpPage)
      try Utskrift.linje(log.prettyText)
    }
    try avslutt(code)
  }

  private func validering(_ valg: Definisjonsvalg) -> Validering {
    do throws(Definisjonsfeilene) {
      return Validering(try valg.filer(), mappe: valg.mappe, på: on ?? Omgivelser.idag, mutasjon: mutation)
    } catch {
      return Validering(mappe: valg.mappe, feil: error.feil)
    }
  }

  private func kode(_ svar: Validering.Svar) -> Avslutning {
    switch svar {
    case .valid: .ok
    case .invalid: .findings
    case .unreadable: .failed
    case .nothing: .nothing
    }
  }
}
