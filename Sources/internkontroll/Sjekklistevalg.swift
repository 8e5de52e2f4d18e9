import ArgumentParser
import CaseRecords
import Checklists
import Reports
import Values

/// Which checklist is put to the cases.
struct Sjekklistevalg: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The checklist, with a version if it is not to be the one in force.", valueName: "name[@version]"))
  var checklist = "fosterhjem"

  /// The versions that may be asked for.
  func utvalg(på dato: Dato) -> Versjonsutvalg {
    checklist.contains("@") ? .alle : .iKraft(Periode(dato))
  }

  /// The checklist that was asked for, or the version in force on the day.
  func sjekkliste(_ bibliotek: Sjekklistebibliotek, på dato: Dato) throws -> Sjekkliste {
    if checklist.contains("@") { return try bibliotek.versjon(checklist) }
    let name = try bibliotek.kjent(checklist)
    if let found = bibliotek.sjekkliste(name, på: dato) { return found }
    throw Kommandofeil(.nothing, "no version of \(name) is in force on \(dato)")
  }
}

extension Sjekklistebibliotek {
  /// The version that `fosterhjem@2014-05-31` names.
  func versjon(_ id: String) throws -> Sjekkliste {
    let parts = id.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let name = try kjent(parts[0])
    if let found = sjekkliste(name, versjon: parts[1]) { return found }
    let versions = hoder.filter { $0.navn == name }.map(\.versjon)
    throw Kommandofeil(
      .nothing, "\(name) has no version \(parts[1]); the versions are \(versions.joined(separator: ", "))")
  }

  /// The name of a checklist, when there is one of that name.
  fileprivate func kjent(_ name: String) throws -> String {
    let names = Set(hoder.map(\.navn)).sorted()
    guard names.contains(name) else {
      throw Kommandofeil(
        .nothing, "there is no checklist «\(name)»; there is: \(names.joined(separator: ", "))")
    }
    return name
  }
}

extension Sjekkfeil {
  /// The record of a case does not reach to the control date; nil when it does.
  init?(uttrekk sak: Sakshode, før dato: Dato) {
    guard dato > sak.uttrekk else { return nil }
    self.init(
      kode: "control_date_after_extract", fil: sak.fil ?? "", linje: sak.linje, kolonne: 1, sak: sak.sak,
      melding: "The control date \(dato) is after the day the extract is complete to (\(sak.uttrekk)).")
  }
}
