import ArgumentParser
import Checklists
import JSONText
import RuleEngine
import Values

/// What CI runs: may these definitions be used?
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate", abstract: "Check every checklist definition and run its examples.",
    discussion: """
      Example: internkontroll validate

      Exit code: 1 when a definition is invalid or an example disagrees, 2 when a file cannot be read, 4 when
      there was nothing to check, 0 otherwise.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  @Argument(help: "The folder with checklists, in place of --checklists.")
  var paths: [String] = []
  @Option(help: "The form of the answer: text or json.")
  var format = Format.text
  @Option(help: ArgumentHelp("The day to ask what is overdue; today when left out.", valueName: "date"))
  var on: Dato?
  @Flag(help: "Change every rule in every small way; some example must notice each change.")
  var mutation = false
  @OptionGroup var definisjoner: Definisjonsvalg

  func run() throws {
    guard paths.count <= 1 else { throw ValidationError("Give one folder.") }
    var valg = definisjoner
    if let path = paths.first { valg.mappe = path }
    var faults: [Definisjonsfeil] = []
    var results: [Eksempelresultat] = []
    do throws(Definisjonsfeilene) {
      let bibliotek = try Sjekklistebibliotek(try valg.filer(), mappe: valg.mappe)
      let gransking = Gransking(bibliotek, på: on ?? Omgivelser.idag, mutasjon: mutation)
      faults = gransking.feil
      results = gransking.eksempler
      for (liste, result) in gransking.mutasjon {
        try? Utskrift.linje(
          "\(liste): \(result.antall) \(result.drept) \(result.likeverdige) \(result.overlevende.count)")
      }
    } catch {
      faults = error.feil
    }
    try print(faults, results)
    try avslutt(kode(faults, results))
  }

  private func kode(_ faults: [Definisjonsfeil], _ results: [Eksempelresultat]) -> Avslutning {
    if faults.contains(where: { $0.kode == Sjekklistekode.unreadable.rawValue }) { return .failed }
    if faults.contains(where: { $0.alvor == .error }) { return .findings }
    return results.isEmpty ? .nothing : .ok
  }

  private func print(_ faults: [Definisjonsfeil], _ results: [Eksempelresultat]) throws {
    switch format {
    case .text:
      for fault in faults { try Utskrift.linje(fault.tekst) }
      if let first = faults.first {
        try Utskrift.linje("What a code means: internkontroll explain \(first.kode)")
      }
      let right = results.filter(\.stemmer).count
      let examples =
        results.isEmpty ? "the examples were not run" : "\(right) of \(results.count) examples agree"
      try Utskrift.linje("\(faults.count) \(faults.count == 1 ? "fault" : "faults"); \(examples).")
    case .json:
      let list = faults.map { fault in
        JSONValue.object([
          "code": .string(fault.kode), "severity": .string(fault.alvor.rawValue), "file": .string(fault.fil),
          "line": .integer(Int64(fault.linje)),
          "column": .integer(Int64(fault.kolonne)), "message": .string(fault.melding),
          "suggestion": .optional(fault.forslag), "hint": .optional(fault.hint),
        ])
      }
      let answer = JSONValue.object([
        "schema": .string("internkontroll/validate/1"), "examples": .integer(Int64(results.count)),
        "faults": .array(list),
      ])
      try Utskrift.linje(answer.compactText)
    }
  }
}
