import ArgumentParser
import AuditStore
import Quality
import Reports
import Values

/// Corrects a locked control.
struct CorrectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct", abstract: "Correct a locked control, with a supplement to its protocol.",
    discussion: """
      Example: internkontroll correct --month 2014-09 --team fosterhjem-1 --case S-0042 --point OB-ANTALL \
      --what "Protokollen sier tre besøk. Det var fire." --reason "Referatet lå i feil mappe." --role teamleder

      The signed protocol never changes. The supplement says what was wrong, what is right and why, and has a journal
      code of its own; it is signed and archived with the protocol. A control that is not locked is answered again
      instead (exit code 5).
      """)

  @OptionGroup var valg: Kontrollvalg
  @Option(
    name: .customLong("case"), help: ArgumentHelp("The drawn case, if it is about one.", valueName: "id"))
  var sak: String?
  @Option(help: ArgumentHelp("The point of that case.", valueName: "id"))
  var point: String?
  @Option(help: "What stands wrong in the protocol, and what is right; without names.")
  var what: String
  @Option(help: "Why: how it was found; without names.")
  var reason: String
  @Option(help: "The role that corrects.")
  var role: String
  @Option(help: ArgumentHelp("The day of the correction, if not today.", valueName: "date"))
  var date: Dato?
  @Option(help: ArgumentHelp("Where the supplement is written.", valueName: "file"))
  var out: String?

  func validate() throws {
    if point != nil, sak == nil { throw ValidationError("--point is a point of a case; add --case.") }
  }

  func run() throws {
    try Tekstvakt.prøv(id: sak, "--case")
    try Tekstvakt.prøv(id: point, "--point")
    try Tekstvakt.prøv(tekst: what, "--what")
    try Tekstvakt.prøv(tekst: reason, "--reason")
    try Tekstvakt.prøv(tekst: role, "--role")
    try medOppfølging {
      let verb = try valg.lagret(.lesOgSkriv)
      let kontroll = try verb.correct(
        .init(sak: sak, punkt: point, what: what, reason: reason), dato: date ?? Omgivelser.idag, rolle: role)
      let number = kontroll.corrections.count
      guard let supplement = Supplement(kontroll, number: number) else { return }
      let file = out ?? valg.supplementFile(number)
      try Filer.skriv(Array(supplement.html.utf8), til: file)
      try Utskrift.linje("Tillegg \(number) til \(kontroll.nøkkel.nummer): \(file)")
      try Utskrift.linje("Journalkode for tillegget: \(kontroll.correctionCodes[number - 1])")
    }
  }
}
