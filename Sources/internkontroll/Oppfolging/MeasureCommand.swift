import ArgumentParser
import Checklists
import JSONText
import Quality
import Reports
import Sampling
import Values

/// Measures: what is done so that a fault does not come back.
struct MeasureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure", abstract: "Make a measure, carry it out, and evaluate it.",
    discussion: """
      Example: internkontroll measure add --text "Besøk for hele året settes i kalenderen i januar." \\
        --against AV-2014-007 --points OB-ANTALL --starts 2014-11-01 --evaluated 2015-03-01 \\
        --responsible teamleder --role teamleder

      The points that it is judged on are named in advance. Nobody evaluates a measure they carried out.
      """,
    subcommands: [List.self, Add.self, Move.self, Done.self, Effect.self, Evaluate.self],
    defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List measures, those to be dealt with first.",
      discussion: "Example: internkontroll measure list --on 2014-12-31")

    @OptionGroup var lager: Lagervalg
    @Option(help: ArgumentHelp("The day whose state counts, if not today.", valueName: "date"))
    var on: Dato?
    @Flag(help: "As JSON.") var json = false

    func run() throws {
      try medOppfølging {
        let list = Tiltaksliste(try lager.register(på: on).tiltak, på: on ?? Omgivelser.idag)
        if json { try Utskrift.linje(list.json.compactText) } else { try Utskrift.tekst(list.tekst) }
      }
    }
  }

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Make a measure, against avvik, or judged on points, or both.",
      discussion: """
        Example: internkontroll measure add --text "Prosedyren gjennomgås i teamet." --against AV-2014-007 \\
          --points OB-ANTALL --starts 2014-11-01 --evaluated 2015-03-01 --responsible teamleder --role teamleder
        """)

    @OptionGroup var valg: Oppfølgingsvalg
    @Option(help: "What will be done, without names.") var text: String
    @Option(parsing: .upToNextOption, help: ArgumentHelp("The avvik it is set against.", valueName: "number"))
    var against: [String] = []
    @Option(parsing: .upToNextOption, help: ArgumentHelp("The points it is judged on.", valueName: "id"))
    var points: [String] = []
    @Option(help: ArgumentHelp("When it is to be carried out.", valueName: "date")) var starts: Dato
    @Option(help: ArgumentHelp("When it is to be evaluated.", valueName: "date")) var evaluated: Dato
    @Option(
      help:
        "The role that answers for it; when left out, the owner of the procedure, or above when an avvik is critical."
    )
    var responsible: String?
    @Option(help: ArgumentHelp("The procedure it is about.", valueName: "id")) var procedure: String?
    @OptionGroup var definisjoner: Definisjonsvalg

    func run() throws {
      try Tekstvakt.prøv(utenSak: text, "--text")
      try Tekstvakt.prøv(tekst: responsible, "--responsible")
      for id in against + points + [procedure ?? ""] { try Tekstvakt.prøv(id: id, "--points") }
      let library = try definisjoner.bibliotek(.alle)
      if let strange = points.first(where: { !library.harPunkt($0) }) {
        throw Kommandofeil(.usage, "no checklist has a point \(strange)")
      }
      try medOppfølging {
        let register = try valg.lager.register()
        let targets = against.compactMap { register.avvik($0) }
        let named = procedure ?? targets.lazy.compactMap(\.prosedyre).first
        let role =
          responsible ?? library.ansvarlig(forProsedyre: named, targets.map(\.alvorlighet).max())
        let number = try valg.verb().lagTiltak(
          Tiltaksinnhold(
            tekst: text, avvik: against, punkter: points, iverksettes: starts, evalueres: evaluated,
            ansvarlig: role, prosedyre: named), rolle: valg.role)
        try Utskrift.linje(
          "\(number) settes i verk \(starts.bokmål) og evalueres \(evaluated.bokmål). Ansvarlig: \(role).")
      }
    }
  }

  struct Move: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "move", abstract: "Move the dates of a measure; why is kept.",
      discussion: """
        Example: internkontroll measure move T-2014-003 --starts 2014-12-01 --evaluated 2015-04-01 \\
          --reason "Kurset ble flyttet." --role teamleder
        """)

    @OptionGroup var valg: Oppfølgingsvalg
    @Argument(help: "Its number.") var number: String
    @Option(help: ArgumentHelp("When it is to be carried out.", valueName: "date")) var starts: Dato
    @Option(help: ArgumentHelp("When it is to be evaluated.", valueName: "date")) var evaluated: Dato
    @Option(help: "Why, without names.") var reason: String

    func run() throws {
      try Tekstvakt.prøv(utenSak: reason, "--reason")
      try medOppfølging {
        try valg.verb().flytt(
          number, iverksettes: starts, evalueres: evaluated, grunn: reason, rolle: valg.role)
        try Utskrift.linje("\(number) settes i verk \(starts.bokmål) og evalueres \(evaluated.bokmål).")
      }
    }
  }

  struct Done: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "done", abstract: "Say that a measure is carried out, and what shows it.",
      discussion: """
        Example: internkontroll measure done T-2014-003 --reference "Referat fra teammøte 4. november" \\
          --role teamleder
        """)

    @OptionGroup var valg: Oppfølgingsvalg
    @Argument(help: "Its number.") var number: String
    @Option(help: "What shows it: a document's number, the minutes of a meeting.") var reference: String
    @Option(help: ArgumentHelp("The day, if not the day of the act.", valueName: "date")) var day: Dato?

    func run() throws {
      try Tekstvakt.prøv(utenSak: reference, "--reference")
      try medOppfølging {
        let day = day ?? valg.dag
        if let measure = try valg.lager.register().tiltak(number), day < measure.tidligstIverksatt {
          throw Kommandofeil(.usage, "--day is before \(number) was made, \(measure.opprettet)")
        }
        try valg.verb().iverksett(number, den: day, referanse: reference, rolle: valg.role)
        try Utskrift.linje("\(number) er satt i verk \(day.bokmål).")
      }
    }
  }

  struct Evaluate: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "evaluate", abstract: "Say whether a measure worked: virket, virket_ikke or for_tidlig.",
      discussion: """
        Example: internkontroll measure evaluate T-2014-003 --result for_tidlig --again 2015-06-01 \\
          --reason "Bare to kontroller etter tiltaket." --role barnevernleder
        """)

    @OptionGroup var valg: Oppfølgingsvalg
    @Argument(help: "Its number.") var number: String
    @Option(help: "virket, virket_ikke or for_tidlig.") var result: String
    @Option(help: "Why, without names.") var reason: String
    @Option(help: ArgumentHelp("When it is evaluated again, for for_tidlig.", valueName: "date")) var again:
      Dato?

    func run() throws {
      try Tekstvakt.prøv(utenSak: reason, "--reason")
      let result: Tiltaksresultat = try kode(result, "--result")
      try medOppfølging {
        try valg.verb().evaluer(number, result, begrunnelse: reason, nyEvaluering: again, rolle: valg.role)
        try Utskrift.linje("\(number) er evaluert: \(result.visning.lowercased()).")
      }
    }
  }
}

extension MeasureCommand {
  struct Effect: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "effect", abstract: "Say what the controls show of a measure, before and after it.",
      discussion: """
        Example: internkontroll measure effect T-2014-003 --on 2014-12-31

        Only controls that judged nothing but days from the measure on count as after. Where it is too early to tell,
        it says when it can be told.
        """)

    @OptionGroup var lager: Lagervalg
    @Argument(help: "Its number.") var number: String
    @Option(help: ArgumentHelp("The day whose state counts, if not today.", valueName: "date"))
    var on: Dato?
    @Flag(help: "As JSON.") var json = false
    @OptionGroup var definisjoner: Definisjonsvalg

    func run() throws {
      let day = on ?? Omgivelser.idag
      let library = try definisjoner.bibliotek()
      try medOppfølging {
        // A control counts from its month, as in every report; the month that is not over has none yet.
        let last = day == Måned(day).sisteDag ? Måned(day) : Måned(day).adding(måneder: -1)
        let history = try Enhetshistorie(lager, til: last) { register in
          register.tiltak.filter { $0.nummer == number }.førsteGrunnlagsmåned ?? Måned(day)
        }
        guard let measure = history.register.per(day).tiltak(number) else {
          throw Oppfølgingsfeil.ukjent("measure of that number")
        }
        let effects = measure.effekter(i: history.rekke) { library.bedømt($0, på: $1) }
        let report = Effektrapport(measure, effects, på: day)
        if json { try Utskrift.linje(report.json.compactText) } else { try Utskrift.tekst(report.tekst) }
      }
    }
  }
}
