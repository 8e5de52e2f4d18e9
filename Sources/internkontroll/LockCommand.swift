import ArgumentParser
import AuditStore
import Quality
import Reports
import Values

/// Closes a control.
struct LockCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lock", abstract: "Close a control and write its final protocol with the journal code.",
    discussion: """
      Example: internkontroll lock --month 2014-09 --team fosterhjem-1 --role teamleder

      Every question must be answered (else exit code 5). A locked control never changes.
      """)

  @OptionGroup var valg: Kontrollvalg
  @Option(help: "The role that locks the control.")
  var role: String
  @Option(help: ArgumentHelp("The day of locking, if not today.", valueName: "date"))
  var date: Dato?
  @Option(help: ArgumentHelp("Where the protocol is written.", valueName: "file"))
  var out: String?

  func run() throws {
    try Tekstvakt.prøv(tekst: role, "--role")
    try medOppfølging {
      let verb = try valg.lagret(.lesOgSkriv)
      let kontroll = try verb.lås(dato: date ?? Omgivelser.idag, rolle: role)
      try fortell(kontroll, verb.lager, valg, out)
    }
  }
}

/// Renders a stored control.
struct ProtocolCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "protocol", abstract: "Write the protocol of a stored control.",
    discussion: """
      Example: internkontroll protocol --month 2014-09 --team fosterhjem-1 --out protokoll.html

      Without --full it is the protocol that a leader signs. With --full it has every point with its evidence, every
      answer, the law and the draw.
      """)

  @OptionGroup var valg: Kontrollvalg
  @Option(help: ArgumentHelp("The file, or - for standard output.", valueName: "file"))
  var out: String
  @Flag(help: "Every point with its evidence, not only what was found.")
  var full = false
  @Option(
    help: ArgumentHelp(
      "The supplement with this number, instead of the protocol itself.", valueName: "number"))
  var supplement: Int?

  func validate() throws {
    if full, supplement != nil { throw ValidationError("Give --full or --supplement, not both.") }
  }

  func run() throws {
    try medLager {
      let kontroll = try valg.lagret(.lesBare).kontroll()
      let bytes = Array(try document(kontroll).utf8)
      if out == "-" { try Utskrift.data(bytes) } else { try Filer.skriv(bytes, til: out) }
      if supplement == nil, !kontroll.corrections.isEmpty {
        Utskrift.feil(
          "internkontroll: the control was corrected; \(kontroll.corrections.count) supplement(s) belong to the "
            + "protocol, see --supplement")
      }
    }
  }

  private func document(_ kontroll: Kontroll) throws -> String {
    guard let supplement else { return Protokoll(kontroll, full ? .full : .signing).html }
    guard let found = Supplement(kontroll, number: supplement) else {
      throw Kommandofeil(
        .nothing, "there is no supplement \(supplement); the control has \(kontroll.corrections.count)")
    }
    return found.html
  }
}
