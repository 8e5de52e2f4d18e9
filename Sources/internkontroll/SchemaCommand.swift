import ArgumentParser
import CaseRecords
import Checklists
import JSONText

/// Prints the JSON Schema for case files.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema for case files, made from the vocabulary.",
    discussion: "Example: internkontroll schema > sak.schema.json")

  @OptionGroup var definisjoner: Definisjonsvalg

  func run() throws {
    try Utskrift.linje(Saksskjema.skjema(try definisjoner.bibliotek().modell).prettyText)
  }
}
