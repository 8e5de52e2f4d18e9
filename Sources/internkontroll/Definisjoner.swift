public import ArgumentParser
import Checklists
import Foundation
public import Values

/// Where the checklists are.
struct Definisjonsvalg: ParsableArguments {
  @Option(
    name: .customLong("checklists"), help: ArgumentHelp("The folder with checklists.", valueName: "dir"))
  var mappe = "./Checklists"

  /// The vocabulary, the registers and these versions of checklists, checked.
  func bibliotek(_ utvalg: Versjonsutvalg = .alle) throws -> Sjekklistebibliotek {
    do throws(Definisjonsfeilene) {
      let files = try filer().filter { utvalg != .ingen || !$0.erSjekkliste }
      return try Sjekklistebibliotek(files, mappe: mappe, utvalg: utvalg)
    } catch {
      for fault in error.feil { Utskrift.feil(fault.tekst) }
      let count = error.feil.count
      throw Kommandofeil(
        .failed, "\(count) \(count == 1 ? "fault" : "faults") in the definitions under \(mappe)")
    }
  }

  /// The YAML files of the folder.
  func filer() throws(Definisjonsfeilene) -> [Sjekklistebibliotek.Fil] {
    do {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: mappe, isDirectory: &isFolder), isFolder.boolValue else {
        throw Kommandofeil(.failed, "there is no folder \(mappe)")
      }
      return try Filer.under(mappe).filter { path in
        [".yaml", ".yml"].contains(where: path.lowercased().hasSuffix) || path == Publisering.sti
      }.map {
        Sjekklistebibliotek.Fil(sti: $0, bytes: try Filer.les("\(mappe)/\($0)"))
      }
    } catch {
      let cause = (error as? Kommandofeil)?.melding ?? "the folder cannot be read"
      throw Definisjonsfeilene(
        feil: [
          Definisjonsfeil(
            kode: Sjekklistekode.unreadable.rawValue, fil: mappe, linje: 1, kolonne: 1, bredde: 1,
            melding: "\(cause).",
            hint: "Give the folder with --checklists DIR.")
        ])
    }
  }
}

extension Dato: ExpressibleByArgument {
  /// A day on the command line: `2014-09-30`.
  public init?(argument: String) { self.init(argument) }
}
