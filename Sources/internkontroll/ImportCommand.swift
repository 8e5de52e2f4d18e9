import ArgumentParser
import CaseRecords
import Checklists
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

      Each record is read back by the vocabulary in the folder of checklists. A case whose record cannot be read, such as
      one with a visit before the child was born, is named, is not written and not counted as imported (exit code 2).
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
  @OptionGroup var definitions: Definisjonsvalg

  func run() throws {
    let result: Avstemming
    let check = try recordCheck()
    do throws(Importfeil) {
      let nøkkel = try Registerimport.lesNøkkel(fil: key)
      let register = try Registerimport(nøkkel: nøkkel, team: team, fault: check)
      result = try register.importer(filer: files, til: out, koblingsliste: koblingsliste, forventet: expect)
    } catch {
      throw Kommandofeil(error.slag == .ikkeTillatt ? .usage : .failed, "\(error)")
    }
    for warning in result.advarsler { Utskrift.feil("internkontroll: warning: \(warning)") }
    try Utskrift.linje(result.linje)
    try avslutt(result.hoppetOver[.ikkeLesbar] == nil ? .ok : .failed)
  }

  /// Reads a record back as `check` and `control` will; nil, with a warning, where there is no folder of checklists.
  private func recordCheck() throws -> Registerimport.Recordcheck? {
    guard FileManager.default.fileExists(atPath: definitions.mappe) else {
      Utskrift.feil(
        "internkontroll: warning: there is no folder \(definitions.mappe), so the records are not read back; "
          + "give it with --checklists")
      return nil
    }
    let model = try definitions.bibliotek(.ingen).modell
    return { record in
      do throws(Lesefeil) {
        _ = try Saksbunke(sak: record, modell: model)
        return nil
      } catch {
        return error.melding
      }
    }
  }
}
