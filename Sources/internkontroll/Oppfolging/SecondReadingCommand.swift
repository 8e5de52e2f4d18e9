import ArgumentParser
import AuditStore
import Quality
import Sampling
import Values

/// A second reader's answers to a drawn case.
struct SecondReadingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "second-reading",
    abstract: "Keep a second reader's answers to a drawn case, given without the first's.",
    discussion: """
      Example: internkontroll second-reading --month 2014-09 --team fosterhjem-1 --case S-0094 \\
        --answers VD-KVALITET=oppfylt SA-VURDERING=ikke_oppfylt --role kvalitetskontakt

      One drawn case in twelve is read by two; `review` says which, and how far the two agree.
      """)

  @OptionGroup var valg: Oppfølgingsvalg
  @Option(help: ArgumentHelp("The month of the control.", valueName: "yyyy-mm")) var month: String
  @Option(help: "The team.") var team: String
  @Option(name: .customLong("case"), help: ArgumentHelp("The case.", valueName: "id")) var sak: String
  @Option(parsing: .upToNextOption, help: ArgumentHelp("An answer to each point.", valueName: "point=answer"))
  var answers: [String]

  func run() throws {
    try Tekstvakt.prøv(id: sak, "--case")
    if Måned(month) == nil { throw Kommandofeil(.usage, "--month is written year-month: 2014-09") }
    let given = try answers.map { answer in
      let parts = answer.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { throw Kommandofeil(.usage, "--answers is written POINT=ANSWER") }
      return Annenlesning.Lesersvar(parts[0], try kode(parts[1], "--answers"))
    }
    if Set(given.map(\.punkt)).count < given.count {
      throw Kommandofeil(.usage, "--answers names a point twice")
    }
    try medOppfølging {
      let reading = Annenlesning(team: team, måned: month, sak: sak, rolle: valg.role, svar: given)
      try valg.verb().les(reading, rolle: valg.role)
      try Utskrift.linje("Andrelesningen av \(sak) er lagret.")
    }
  }
}
