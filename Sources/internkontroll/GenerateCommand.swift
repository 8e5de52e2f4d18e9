import ArgumentParser
import Foundation
import SyntheticCases

/// Makes synthetic cases.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate", abstract: "Make synthetic case records of a fictional district.",
    discussion: """
      Example: internkontroll generate --out SampleCases/fosterhjem-1 --seed 2014

      The same seed gives the same bytes. Without --out the cases are written to standard output as JSON Lines.
      """)

  @Option(help: "The seed, a whole number.")
  var seed: UInt64 = 2014
  @Option(
    help: "How many cases; about one in seven is a voluntary placement. Default: the 118 + 20 of Solvik.")
  var cases: Int?
  @Option(help: "The last of the three years that the cases cover; the extract is complete to its end.")
  var year: Int = 2014
  @Option(help: ArgumentHelp("A folder for one file a case; made if it is not there.", valueName: "folder"))
  var out: String?

  func validate() throws {
    if let cases, !(1...10_000_000).contains(cases) {
      throw ValidationError("--cases is a number from 1 to 10000000.")
    }
    guard (2010...2100).contains(year) else { throw ValidationError("--year is a year from 2010 to 2100.") }
  }

  func run() throws {
    let generator = Saksgenerator(frø: seed, populasjon: populasjon)
    guard let out else {
      for sak in generator { try Utskrift.data(Array(sak.linje.utf8)) }
      return
    }
    do {
      try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
    } catch {
      throw Kommandofeil(.failed, "cannot make the folder \(out): \(Systemfeil.siste)")
    }
    var count = 0
    for sak in generator {
      try Filer.skriv(Array(sak.fil.tekst.utf8), til: "\(out)/\(sak.fil.navn)", rettigheter: 0o644)
      count += 1
    }
    Utskrift.feil("\(count) synthetic cases written to \(out)")
  }

  private var populasjon: Populasjon {
    let solvik = Populasjon.solvik
    return cases.map { Populasjon(antall: $0, førsteÅr: year - 2, sisteÅr: year) }
      ?? Populasjon(
        omsorgssaker: solvik.omsorgssaker, frivillige: solvik.frivillige, førsteÅr: year - 2, sisteÅr: year)
  }
}
