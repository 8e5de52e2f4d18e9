import ArgumentParser
import AuditStore
import JSONText
import Quality
import Sampling

/// The same draw in witnessed steps.
struct DrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draw",
    abstract: "Draw in witnessed steps: commit, then seed; replace a case; export the proof.",
    discussion:
      "Example: internkontroll draw commit --month 2014-09 --team fosterhjem-1 --cases SampleCases/fosterhjem-1",
    subcommands: [Commit.self, Seed.self, Replace.self, Proof.self])

  struct Commit: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lock the list of cases before any seed exists, and print the journal code.",
      discussion:
        "Example: internkontroll draw commit --month 2014-09 --team fosterhjem-1 --cases SampleCases/fosterhjem-1"
    )

    @OptionGroup var valg: Kontrollvalg
    @OptionGroup var inngang: Kontrollinngang
    @Option(help: "The role that locks the list.")
    var role = "teamleder"

    func run() throws {
      try Tekstvakt.prøv(tekst: role, "--role")
      let lest = try inngang.les(valg)
      try medLager {
        let lager = try Revisjonslager.open(sti: valg.store, modus: .lesOgSkriv)
        let kode = try valg.verb(lager, enhet: lest.enhet).låsSaksliste(lest.grunnlag, rolle: role)
        try Utskrift.linje("\(kode)")
      }
      try avslutt(lest.feil == 0 ? .ok : .failed)
    }
  }

  struct Seed: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Set the seed that two roles have thrown, or let the machine draw one, and draw the cases.",
      discussion: """
        Example: internkontroll draw seed --month 2014-09 --team fosterhjem-1 --code CODE --seed 452361 \\
          --seed-by teamleder,verneombud
        """)

    @OptionGroup var valg: Kontrollvalg
    @Option(help: "The journal code that commit printed.")
    var code: String
    @Option(help: "Digits thrown with dice; left out, the system's generator gives 128 bits.")
    var seed: String?
    @Option(
      name: .customLong("seed-by"),
      help: ArgumentHelp("The two roles that threw the dice.", valueName: "role,role"))
    var seedBy: String?

    func validate() throws {
      if (seed == nil) != (seedBy == nil) { throw ValidationError("--seed and --seed-by go together.") }
      if Journalkode(code) == nil { throw ValidationError("--code is the journal code that commit printed.") }
    }

    func run() throws {
      try Tekstvakt.prøv(tekst: seedBy, "--seed-by")
      try medLager {
        let verb = try valg.lagret(.lesOgSkriv)
        let roles = (seedBy ?? "").split(separator: ",").map(String.init)
        let frø =
          try seed.map { try Frø(siffer: $0, kastetAv: roles) } ?? Frø(systembytes: Omgivelser.tilfeldig(16))
        let role = roles.first ?? "teamleder"
        let kode = try verb.settTrekningstall(frø, rolle: role, kode: Journalkode(code))
        for sak in try verb.trekk(rolle: role) { try Utskrift.linje(sak) }
        try Utskrift.linje("\(kode)")
      }
    }
  }

  struct Replace: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Replace a drawn case by the next on the reserve list.",
      discussion: """
        Example: internkontroll draw replace --month 2014-09 --team fosterhjem-1 --case S-0042 \\
          --reason avsluttet --role teamleder

        Afterwards run control again: it evaluates the new case. A controller who is inhabil is replaced, never
        the case.
        """)

    @OptionGroup var valg: Kontrollvalg
    @Option(name: .customLong("case"), help: ArgumentHelp("The case that goes out.", valueName: "id"))
    var sak: String
    @Option(help: "avsluttet, sperret or annet.")
    var reason: String
    @Option(help: "Why, when the reason is annet; without names.")
    var text: String?
    @Option(help: "The role that replaces the case.")
    var role: String

    func validate() throws {
      guard Saksbytte.Grunn(rawValue: reason) != nil else {
        throw ValidationError(
          "--reason must be avsluttet, sperret or annet. A controller who is inhabil is replaced, never the case."
        )
      }
    }

    func run() throws {
      try Tekstvakt.prøv(id: sak, "--case")
      try Tekstvakt.prøv(tekst: text, "--text")
      try Tekstvakt.prøv(tekst: role, "--role")
      try medLager {
        guard let grunn = Saksbytte.Grunn(rawValue: reason) else { return }
        try Utskrift.linje(
          try valg.lagret(.lesOgSkriv).bytt(ut: sak, grunn: grunn, begrunnelse: text, rolle: role))
      }
    }
  }

  struct Proof: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Export the proof of the draw, which anybody can redo.",
      discussion: "Example: internkontroll draw proof --month 2014-09 --team fosterhjem-1 --out bevis.json")

    @OptionGroup var valg: Kontrollvalg
    @Option(help: ArgumentHelp("The file, or - for standard output.", valueName: "file"))
    var out = "-"

    func run() throws {
      try medLager {
        let bytes = Array((try valg.lagret(.lesBare).trekningsbevis().json.prettyText + "\n").utf8)
        if out == "-" { try Utskrift.data(bytes) } else { try Filer.skriv(bytes, til: out) }
      }
    }
  }
}
