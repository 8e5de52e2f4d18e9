import ArgumentParser
import Checklists

/// The waivers that stand beside verdicts.
struct WaiverOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("A YAML list of waivers {sak, punkt, grunn, myndighet, fra, til}.", valueName: "file"))
  var waivers: String?

  /// The waivers of the file; none without one. Throws `Kommandofeil` after telling every fault.
  func read(_ bibliotek: Sjekklistebibliotek) throws -> [Unntak] {
    guard let waivers else { return [] }
    let bytes = try Filer.les(waivers)
    do throws(Definisjonsfeilene) {
      return try Unntaksleser.les(waivers, bytes, bibliotek, vakt: Saksinngang.vakt)
    } catch {
      for fault in error.feil { Utskrift.feil(fault.tekst) }
      throw Kommandofeil(.failed, "the waivers in \(waivers) cannot be used")
    }
  }
}
