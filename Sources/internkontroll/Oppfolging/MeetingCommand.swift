import ArgumentParser
import AuditStore
import Checklists
import JSONText
import Quality
import Reports
import Sampling
import Values

/// Meetings of the two bodies, their decisions and minutes.
struct MeetingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "meeting", abstract: "Hold a meeting, note, decide, send on, and approve the minutes.",
    discussion: """
      Example: internkontroll meeting hold --kind kvalitetsgruppe --period 2014-09..2014-10 \\
        --present teamleder --present kvalitetskontakt --role kvalitetskontakt

      The agenda is what `summary` makes of the same period. Approved minutes never change.
      """,
    subcommands: [
      List.self, Hold.self, Note.self, Decide.self, Send.self, Carried.self, Approve.self, Minutes.self,
    ], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the meetings and their decisions.",
      discussion: "Example: internkontroll meeting list --on 2014-12-31")

    @OptionGroup var lager: Lagervalg
    @Option(help: ArgumentHelp("The day whose state counts, if not today.", valueName: "date"))
    var on: Dato?
    @Flag(help: "As JSON.") var json = false

    func run() throws {
      try medOppfølging {
        let list = Møteliste(try lager.register(på: on).møter, på: on ?? Omgivelser.idag)
        if json { try Utskrift.linje(list.json.compactText) } else { try Utskrift.tekst(list.tekst) }
      }
    }
  }

  struct Hold: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "hold", abstract: "Open the minutes of a meeting.",
      discussion: """
        Example: internkontroll meeting hold --kind kvalitetsutvalg --period 2014-09..2014-10 \\
          --present barnevernleder --present avdelingssjef --role barnevernleder
        """)

    @OptionGroup var valg: Oppfølgingsvalg
    @Option(help: "kvalitetsgruppe or kvalitetsutvalg.") var kind: String
    @Option(help: ArgumentHelp("The months that are looked at.", valueName: "yyyy-mm..yyyy-mm"))
    var period: Månedsspenn
    @Option(help: "A role that is there; repeat for each.") var present: [String] = []

    func run() throws {
      for role in present { try Tekstvakt.prøv(tekst: role, "--present") }
      let kind: Møteslag = try kode(kind, "--kind")
      try medOppfølging {
        let number = try valg.verb().holdMøte(
          kind, periode: period.periode, deltakere: present, rolle: valg.role)
        try Utskrift.linje("\(number): referatet er åpnet.")
      }
    }
  }

  struct Note: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "note", abstract: "Write a note under an item of the agenda.",
      discussion: """
        Example: internkontroll meeting note KG-2014-11 --item 4 --text "Mønsteret gjelder begge team." \\
          --role kvalitetskontakt
        """)

    @OptionGroup var valg: Oppfølgingsvalg
    @Argument(help: "The meeting's number.") var number: String
    @Option(help: "The item, 1 to 9.") var item: Int
    @Option(help: "The note, without names.") var text: String

    func validate() throws {
      if !(1...9).contains(item) { throw ValidationError("--item is a number from 1 to 9.") }
    }

    func run() throws {
      try Tekstvakt.prøv(utenSak: text, "--text")
      try medOppfølging {
        try valg.verb().noter(number, Møtenotat(sak: item, tekst: text), rolle: valg.role)
        try Utskrift.linje("Notert i \(number), sak \(item).")
      }
    }
  }

  struct Decide: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "decide", abstract: "Make a decision with an owner and a deadline.",
      discussion: """
        Example: internkontroll meeting decide KG-2014-11 --kind systemsvikt --about OB-ANTALL \\
          --text "Bydelen sikrer ikke at barna får de besøkene de har krav på." --responsible barnevernleder \\
          --deadline 2015-01-31 --role kvalitetskontakt

        Only a decision of the kind systemsvikt, in approved minutes, makes findings a failure of the system.
        """)

    @OptionGroup var valg: Oppfølgingsvalg
    @Argument(help: "The meeting's number.") var number: String
    @Option(help: "oppgave, systemsvikt, sjekkliste or tiltak.") var kind = "oppgave"
    @Option(help: "What is decided, without names.") var text: String
    @Option(help: ArgumentHelp("What it is about: an avvik, a measure, a point.", valueName: "id"))
    var about: String?
    @Option(help: "The role that answers for it.") var responsible: String
    @Option(help: ArgumentHelp("By when.", valueName: "date")) var deadline: Dato
    @OptionGroup var definisjoner: Definisjonsvalg

    func run() throws {
      try Tekstvakt.prøv(utenSak: text, "--text")
      try Tekstvakt.prøv(tekst: responsible, "--responsible")
      try Tekstvakt.prøv(utenSak: about, "--about")
      let kind: Vedtak.Slag = try kode(kind, "--kind")
      try valg.prøv(frist: deadline)
      try medOppfølging {
        if kind == .systemsvikt, let about { try prøv(svikt: about) }
        let decision = try valg.verb().vedta(
          number, kind, tekst: text, gjelder: about, ansvarlig: responsible, frist: deadline,
          rolle: valg.role)
        try Utskrift.linje(
          "\(decision) er vedtatt i \(number). Ansvarlig: \(responsible). Frist: \(deadline.bokmål).")
      }
    }

    /// A failure of the system is about something that reports can find again: a point, an avvik or a measure.
    private func prøv(svikt about: String) throws {
      guard try valg.lager.register().kanFinneIgjen(about, definisjoner.bibliotek(.alle)) else {
        throw Kommandofeil(
          .usage, "--about is a point of a checklist, or an avvik or a measure in the store; this is none")
      }
    }
  }

  struct Send: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "send", abstract: "Send a matter to the other body; it stands on its next agenda.",
      discussion: """
        Example: internkontroll meeting send KG-2014-11 --about OB-ANTALL \\
          --text "Gjelder begge team. Vi ber utvalget ta stilling." --role kvalitetskontakt
        """)

    @OptionGroup var valg: Oppfølgingsvalg
    @Argument(help: "The meeting's number.") var number: String
    @Option(help: ArgumentHelp("What it is about: an avvik, a measure, a point.", valueName: "id"))
    var about: String?
    @Option(help: "What is asked, without names.") var text: String

    func run() throws {
      try Tekstvakt.prøv(utenSak: text, "--text")
      try Tekstvakt.prøv(utenSak: about, "--about")
      try medOppfølging {
        try valg.verb().send(number, gjelder: about, tekst: text, rolle: valg.role)
        try Utskrift.linje("Saken er sendt videre fra \(number).")
      }
    }
  }

  struct Carried: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "carried-out", abstract: "Say that a decision is carried out.",
      discussion: "Example: internkontroll meeting carried-out V-2014-005 --role barnevernleder")

    @OptionGroup var valg: Oppfølgingsvalg
    @Argument(help: "The decision's number.") var decision: String

    func run() throws {
      try medOppfølging {
        try valg.verb().utfør(decision, rolle: valg.role)
        try Utskrift.linje("\(decision) er utført.")
      }
    }
  }

  struct Approve: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "approve", abstract: "Approve the minutes; they never change afterwards.",
      discussion: "Example: internkontroll meeting approve KG-2014-11 --role barnevernleder")

    @OptionGroup var valg: Oppfølgingsvalg
    @Argument(help: "The meeting's number.") var number: String

    func run() throws {
      try medOppfølging {
        let code = try valg.verb().godkjenn(number, rolle: valg.role)
        try Utskrift.linje("Referatet fra \(number) er godkjent. Journalkode: \(code)")
      }
    }
  }
}

extension MeetingCommand {
  struct Minutes: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "minutes", abstract: "Write the minutes; with the journal code when they are approved.",
      discussion: "Example: internkontroll meeting minutes KG-2014-11 --out referat.html")

    @OptionGroup var lager: Lagervalg
    @Argument(help: "The meeting's number.") var number: String
    @Option(help: ArgumentHelp("The file, or - for standard output.", valueName: "file")) var out: String

    func run() throws {
      try medOppfølging {
        guard let meeting = try lager.register().møte(number) else {
          throw Oppfølgingsfeil.ukjent("meeting of that number")
        }
        let page = Array(Referat(meeting).html.utf8)
        if out == "-" { try Utskrift.data(page) } else { try Filer.skriv(page, til: out) }
      }
    }
  }
}

/// Months from one to another on the command line: `2014-09..2014-10`, or one month.
struct Månedsspenn: ExpressibleByArgument {
  let fra: Måned
  let til: Måned

  init?(argument: String) {
    let parts = argument.split(separator: "..", omittingEmptySubsequences: false)
    guard parts.count <= 2, let first = parts.first.flatMap({ Måned($0) }),
      let last = parts.last.flatMap({ Måned($0) }), first <= last
    else { return nil }
    (fra, til) = (first, last)
  }

  /// The first day of the first month to the last day of the last.
  var periode: Periode { Periode(fra.førsteDag, til.sisteDag) ?? Periode(fra.førsteDag) }
}
