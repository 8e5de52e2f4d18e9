import ArgumentParser
import CaseRecords
import Checklists
import JSONText

/// Prints the JSON Schemas for editors.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of case files, or of checklists, for editors.",
    discussion: """
      Example: internkontroll schema checklist > sjekkliste.schema.json

      Both are made from the vocabulary; that of checklists also from the register of legal basis. In an editor
      with a YAML language server the first line of a checklist names it:
      # yaml-language-server: $schema=../../sjekkliste.schema.json
      """)

  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case `case`
    case checklist
  }

  @Argument(help: "What is described: case or checklist.")
  var kind = Kind.case
  @OptionGroup var definisjoner: Definisjonsvalg

  func run() throws {
    // A checklist with faults is what the schema is there to mend, so none is read.
    let bibliotek = try definisjoner.bibliotek(.ingen)
    let schema =
      switch kind {
      case .case: Saksskjema.skjema(bibliotek.modell)
      case .checklist: Sjekklisteskjema(bibliotek).json
      }
    try Utskrift.linje(schema.prettyText)
  }
}
