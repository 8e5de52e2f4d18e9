import ArgumentParser
import Checklists
import Foundation
import JSONText

/// In which form a report is printed, and where.
struct Rapportvalg: ParsableArguments {
  @Flag(help: "One JSON object.")
  var json = false
  @Flag(help: "A page that prints on A4.")
  var html = false
  @Option(help: ArgumentHelp("Write to a file in place of standard output.", valueName: "file"))
  var out: String?

  func validate() throws {
    if json, html { throw ValidationError("Give --json or --html, not both.") }
  }

  /// Prints the report in the form that was asked for; what names cases is given rights of its own.
  func skriv(
    tekst: @autoclosure () -> String, json: @autoclosure () -> JSONValue, html: @autoclosure () -> String,
    rettigheter: mode_t = 0o644
  ) throws {
    let text = self.json ? json().compactText + "\n" : self.html ? html() : tekst() + "\n"
    guard let out, out != "-" else { return try Utskrift.tekst(text) }
    try Filer.skriv(Array(text.utf8), til: out, rettigheter: rettigheter)
  }
}

extension Definisjonsvalg {
  /// The plans, the wheel of the year and «Huset».
  func planverk(_ bibliotek: Sjekklistebibliotek) throws -> Planverk {
    do throws(Definisjonsfeilene) {
      return try bibliotek.planverk()
    } catch {
      for fault in error.feil { Utskrift.feil(fault.tekst) }
      let count = error.feil.count
      throw Kommandofeil(
        .failed, "\(count) \(count == 1 ? "fault" : "faults") in the plans under \(mappe)")
    }
  }
}
