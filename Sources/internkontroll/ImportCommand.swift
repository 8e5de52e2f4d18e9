import ArgumentParser
import Foundation
import RegisterImport

/// Reads the national register format and writes case records.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Turn files in the national register format (BVR XML) into case records.",
    discussion: """
      Example: internkontroll import uttrekk.xml --key nokkel.key --out saker --koblingsliste kobling.csv

      Nothing that identifies a person is written, logged or shown. The key file (at least 16 bytes) makes the
      pseudonyms; keep it and the koblingsliste outside the store and its backups.
      """)

  @Argument(
    help: ArgumentHelp(
      "Files in the register format, total files and changes files in any order.", valueName: "file.xml"))
  var files: [String]
  @Option(help: ArgumentHelp("The secret that pseudonyms are made with.", valueName: "file"))
  var key: String
  @Option(help: ArgumentHelp("Where saker.jsonl is written.", valueName: "folder"))
  var out: String
  @Option(help: ArgumentHelp("The team the cases belong to; the unit when left out.", valueName: "name"))
  var team: String?
  @Option(
    help: ArgumentHelp(
      "Where pseudonym and journal number are listed side by side (0600).", valueName: "file"))
  var koblingsliste: String?
  @Option(help: "An independent count of the children in foster homes, to compare with.")
  var expect: Int?

  func run() throws {
    let result: Avstemming
    do throws(Importfeil) {
      let nøkkel = try Registerimport.lesNøkkel(fil: key)
      let register = try Registerimport(nøkkel: nøkkel, team: team)
      result = try register.importer(filer: files, til: out, koblingsliste: koblingsliste, forventet: expect)
    } catch {
      throw Kommandofeil(error.slag == .ikkeTillatt ? .usage : .failed, "\(error)")
    }
    for warning in result.advarsler { Utskrift.feil("internkontroll: warning: \(warning)") }
    try Utskrift.linje(result.linje)
  }
}
