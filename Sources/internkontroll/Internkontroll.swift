import ArgumentParser
import Foundation

/// The command line: parse arguments, call one verb, print, and say how it went in the exit code.
@main
struct Internkontroll: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "internkontroll",
    abstract: "Internal-control audit engine for Norwegian child welfare.",
    discussion: """
      Example: the monthly two-case control on the sample cases

        internkontroll control --month 2014-09 --team fosterhjem-1 --cases SampleCases/fosterhjem-1

      What is printed of a control is Norwegian bokmål; help and errors are English.
      Exit codes: 0 fine, 1 an avvik or an invalid definition, 2 an input could not be read, 3 integrity
      broken, 4 nothing was checked, 5 not allowed in this state, 64 wrong usage, 130 interrupted.
      """,
    version: Versjon.tekst,
    groupedSubcommands: [
      CommandGroup(
        name: "Control",
        subcommands: [
          ControlCommand.self, DrawCommand.self, AnswerCommand.self, LockCommand.self, ProtocolCommand.self,
          WorklistCommand.self, CorrectCommand.self,
          SecondReadingCommand.self, VerifyCommand.self,
        ]),
      CommandGroup(
        name: "Follow-up",
        subcommands: [AvvikCommand.self, MeasureCommand.self, MeetingCommand.self, SignCommand.self]),
      CommandGroup(
        name: "Report",
        subcommands: [
          SummaryCommand.self, ReviewCommand.self, ExperienceCommand.self, PlanCommand.self,
          WheelCommand.self, HouseCommand.self, InForceCommand.self, PoamCommand.self,
        ]),
      CommandGroup(
        name: "Case",
        subcommands: [
          CheckCommand.self, DueCommand.self, FollowUpCommand.self, ImportCommand.self,
        ]),
      CommandGroup(
        name: "Checklist",
        subcommands: [
          ValidateCommand.self, DiffCommand.self, FormatCommand.self, BoundariesCommand.self,
          PublishCommand.self, ExplainCommand.self, SchemaCommand.self,
        ]),
      CommandGroup(name: "Web", subcommands: [ServeCommand.self]),
      CommandGroup(
        name: "Made-up data", subcommands: [GenerateCommand.self, SimulateCommand.self]),
    ])

  static func main() {
    // A reader that has had enough («| head») ends us quietly, also where a parent ignores the signal.
    signal(SIGPIPE, SIG_DFL)
    // Ctrl-C ends at once; the store is safe at any moment, since every act is one transaction.
    signal(SIGINT) { _ in Foundation._exit(Avslutning.interrupted.rawValue) }
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as Kommandofeil {
      Utskrift.feil("internkontroll: \(failure.melding)")
      end(failure.kode)
    } catch {
      let code = exitCode(for: error)
      if code == .success || code == .validationFailure || error is CleanExit || error is ExitCode {
        exit(withError: error)
      }
      Utskrift.feil("internkontroll: \(fullMessage(for: error))")
      end(.failed)
    }
  }

  private static func end(_ code: Avslutning) -> Never { Foundation.exit(code.rawValue) }
}

/// How a command ended, in order of precedence.
enum Avslutning: Int32 {
  case ok = 0
  case findings = 1
  case failed = 2
  case broken = 3
  case nothing = 4
  case notAllowed = 5
  case usage = 64
  case interrupted = 130
}

/// A command that could not do its job: what is wrong, and the code it ends with.
struct Kommandofeil: Error {
  var kode: Avslutning
  var melding: String

  init(_ kode: Avslutning, _ melding: String) {
    self.kode = kode
    self.melding = melding
  }
}

extension ParsableCommand {
  /// Ends the command with a code, after everything has been printed.
  func avslutt(_ code: Avslutning) throws {
    if code != .ok { throw ExitCode(code.rawValue) }
  }
}
