import ArgumentParser
import Checklists

/// Freezes versions of checklists.
struct PublishCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish", abstract: "Freeze the versions that are not yet published.",
    discussion: """
      Example: internkontroll publish

      Writes the content hash of every new version to \(Publisering.sti) in the folder. From then on not a byte of
      it may change: «validate» finds it. Nothing is published unless everything in the folder is valid and the
      examples notice every small change of a rule, as «validate --mutation» finds out.
      Exit code: 1 when something is invalid (nothing is written), 2 when a file cannot be read, 4 when there was
      nothing to publish, 0 otherwise.
      """)

  @OptionGroup var definisjoner: Definisjonsvalg

  func run() throws {
    let bibliotek = try definisjoner.bibliotek()
    let new = bibliotek.sjekklister.filter { !bibliotek.publisering.erPublisert($0) }
    let faults = Gransking(bibliotek, på: Omgivelser.idag, mutasjon: true).feil.filter { $0.alvor == .error }
    guard faults.isEmpty else {
      for fault in faults { Utskrift.feil(fault.tekst) }
      throw Kommandofeil(.findings, "nothing was published: mend what is told above (\(faults.count)) first")
    }
    guard !new.isEmpty else { throw Kommandofeil(.nothing, "every version is published already") }
    let text = bibliotek.publisering.medPublisert(new)
    try Filer.skriv(Array(text.utf8), til: "\(definisjoner.mappe)/\(Publisering.sti)", rettigheter: 0o644)
    for liste in new { try Utskrift.linje("published \(liste.id)  \(liste.innholdshash)") }
  }
}
