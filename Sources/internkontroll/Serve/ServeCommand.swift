public import ArgumentParser
import AuditStore
import Foundation
import Values
public import WebApp
import WebServer

/// The same verbs in a browser.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Serve the web app to a browser on this machine.",
    discussion: """
      Example: internkontroll serve --store internkontroll.sqlite

      It prints a link that signs you in once. Press Enter here for a new link; it makes the one before void. Stop
      with Ctrl-C: what is being saved is finished first. A store that is missing is made.
      Who saw what is written to a file beside the store, with .tilgang added to its name, and kept for 24 months.
      """)

  @OptionGroup var lager: Lagervalg
  @OptionGroup var definisjoner: Definisjonsvalg
  @Option(help: "The port on 127.0.0.1; 0 is any that is free.") var port: UInt16 = 8080
  @Option(
    parsing: .upToNextOption,
    help: "The roles that you may act in, the first at once; all but administrator unless told.")
  var role: [Rolle] = []
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Your teams, for the roles that see only their own; all unless told.", valueName: "name"))
  var team: [String] = []
  @Option(
    help: ArgumentHelp(
      "The secret that pseudonyms are made with, for register files and journal numbers.", valueName: "file"))
  var key: String?
  @Option(help: ArgumentHelp("The day on which acts count as done, if not today.", valueName: "date"))
  var date: Dato?

  func validate() throws {
    if let date, date > Omgivelser.idag {
      throw ValidationError("--date is a day that has been; \(date) is still to come.")
    }
  }

  func run() throws {
    // A browser that has gone away is no reason to stop.
    signal(SIGPIPE, SIG_IGN)
    for name in team { try Tekstvakt.prøv(tekst: name, "--team") }
    let link = Engangslenke(bruker, tilfeldig: Omgivelser.tilfeldig)
    let wiring = try medLager {
      try Nettoppsett(lager.store, definisjoner, key: key, dato: date, .lenke(link))
    }
    let server = Tjener(.port("127.0.0.1", Int(port)))
    try Serve.kjør {
      try await server.kjør { port in
        let address = "http://127.0.0.1:\(port)"
        Serve.vis(address + link.ny())
        Serve.vedEnter { Serve.vis(address + link.ny()) }
        return wiring.app(Vokter(verter: ["127.0.0.1:\(port)", "localhost:\(port)"]))
      }
    }
  }

  private var bruker: Bruker {
    let usual = [Rolle.teamleder] + Rolle.allCases.filter { $0 != .teamleder && $0 != .administrator }
    let roles = role.isEmpty ? usual : role
    return Bruker(id: Bruker.lokal, rolle: roles[0], roller: roles, team: team.isEmpty ? nil : team)
  }
}

extension Rolle: ExpressibleByArgument {}
