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

      Others are let in with --public, over TLS or through a proxy on this machine, when they sign in:
        internkontroll serve --public --bind 0.0.0.0 --port 8443 --host ik.example:8443 --tls-cert c.pem --tls-key k.pem
          --oidc-issuer https://login.example --oidc-client internkontroll --access access.yaml
      The access file says what each group of the sign-in service gives; other groups give nothing:
        felt: groups
        grupper:
          "bv-teamledere-1": { rolle: teamleder, team: [fosterhjem-1] }
          "bv-ledere": { rolle: barnevernleder }
          "bv-drift": { rolle: administrator }
      A proxy must take away X-Remote-*, X-Internkontroll-* and X-Forwarded-For from what browsers send.
      """)

  @OptionGroup var lager: Lagervalg
  @OptionGroup var definisjoner: Definisjonsvalg
  @OptionGroup var waivers: WaiverOptions
  @OptionGroup var utad: Utadvalg
  @Option(help: "The port; 0 is any that is free.") var port: UInt16 = 8080
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
    let signIn = try utad.innlogging(link, store: lager.store)
    let wiring = try medLager {
      try Nettoppsett(lager.store, definisjoner, waivers, key: key, dato: date, signIn)
    }
    let (server, secret) = (try utad.tjener(port: Int(port)), try utad.proxyhemmelighet())
    let utad = utad
    try Serve.kjør {
      try await server.kjør { port in
        if utad.harInnlogging {
          Utskrift.feil("internkontroll: serving \(utad.host.joined(separator: ", "))")
        } else {
          let address = "http://\(utad.bind == "::1" ? "[::1]" : utad.bind):\(port)"
          Serve.vis(address + link.ny())
          Serve.vedEnter { Serve.vis(address + link.ny()) }
        }
        return wiring.app(utad.vokter(port: port, proxyhemmelighet: secret))
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
