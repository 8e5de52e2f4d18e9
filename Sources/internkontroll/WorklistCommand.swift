import ArgumentParser
import AuditStore
import Quality
import Reports

/// What the rules found in the cases of a team that were not drawn.
struct WorklistCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worklist", abstract: "Write what the rules found in the team's other cases.",
    discussion: """
      Example: internkontroll worklist --month 2014-09 --team fosterhjem-1 --out arbeidsliste.html

      The list is no part of the protocol: it is about other children than the two that were drawn, and is archived in
      no child's file.
      """)

  @OptionGroup var valg: Kontrollvalg
  @Option(help: ArgumentHelp("The file, or - for standard output.", valueName: "file"))
  var out: String
  @Flag(help: "A table for a spreadsheet (UTF-8, semicolons) instead of a page.")
  var csv = false

  func run() throws {
    try medLager {
      let list = Worklist(try valg.lagret(.lesBare).kontroll())
      let bytes = Array((csv ? list.csv : list.html).utf8)
      if out == "-" { try Utskrift.data(bytes) } else { try Filer.skriv(bytes, til: out) }
    }
  }
}
