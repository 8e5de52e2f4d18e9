import ArgumentParser
import AuditStore
import Checklists
import Foundation
import JSONText
import Quality
import Reports
import RuleEngine
import Sampling
import Values

/// What was found, and what became of it.
struct AvvikCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "avvik", abstract: "Report an avvik, follow it until it is closed, and list them.",
    discussion: """
      Example: internkontroll avvik report --procedure gjennomføring-av-oppfølgingsbesøk --team fosterhjem-1 \\
        --what "Besøket i august ble avlyst og ikke satt opp på nytt." --when 2014-08-20 --role saksbehandler

      A locked control opens what it found by itself. An avvik goes from meldt to under behandling (assess),
      tiltak pågår (measure add), til evaluering (measure done) and lukket (close).
      """,
    subcommands: [
      List.self, Show.self, Report.self, Assess.self, Reply.self, Close.self, Reject.self, Reopen.self,
    ], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List avvik, the open ones first.",
      discussion: "Example: internkontroll avvik list --open --on 2014-10-31")

    @OptionGroup var lager: Lagervalg
    @Flag(help: "Only those that are open.") var open = false
    @Option(help: "Only those of a team.") var team: String?
    @Option(name: .customLong("case"), help: ArgumentHelp("Only those of a case.", valueName: "id"))
    var sak: String?
    @Option(help: ArgumentHelp("The day whose state counts, if not today.", valueName: "date"))
    var on: Dato?
    @Flag(help: "As JSON.") var json = false

    func run() throws {
      try medOppfølging {
        let register = try lager.register(på: on)
        let chosen = register.avvik.filter { avvik in
          (!open || avvik.erÅpent) && (team == nil || avvik.team == team) && (sak == nil || avvik.sak == sak)
        }
        let list = Avviksliste(register, chosen, på: on ?? Omgivelser.idag)
        if json { try Utskrift.linje(list.json.compactText) } else { try Utskrift.tekst(list.tekst) }
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Show everything that happened to an avvik.",
      discussion: "Example: internkontroll avvik show AV-2014-007")

    @OptionGroup var lager: Lagervalg
    @Argument(help: "Its number.") var number: String
    @Option(help: ArgumentHelp("The day whose state counts, if not today.", valueName: "date"))
    var on: Dato?
    @Flag(help: "As JSON.") var json = false

    func run() throws {
      try medOppfølging {
        let register = try lager.register(på: on)
        guard let avvik = register.avvik(number) else { throw Oppfølgingsfeil.ukjent("avvik of that number") }
        let list = Avviksliste(register, [avvik], på: on ?? Omgivelser.idag)
        if json { try Utskrift.linje(list.json.compactText) } else { try Utskrift.tekst(list.fullTekst) }
      }
    }
  }

  struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "report", abstract: "Report an avvik on a procedure: which, what happened, when.",
      discussion: """
        Example: internkontroll avvik report --procedure barns-medvirkning-i-barnevernsaker --team fosterhjem-1 \\
          --what "Barnet fikk ikke tilbud om samtale alene." --when 2014-08-20 --role saksbehandler

        If a child is in danger now, call first. Write no names. Reporting has no consequence for you or others.
        """)

    @OptionGroup var valg: Oppfølgingsvalg
    @OptionGroup var definisjoner: Definisjonsvalg
    @Option(help: ArgumentHelp("The procedure.", valueName: "id")) var procedure: String
    @Option(help: "What happened, without names.") var what: String
    @Option(help: ArgumentHelp("When it happened.", valueName: "date")) var when: Dato
    @Option(help: "The team.") var team: String
    @Option(help: "What was done at once, without names.") var immediate: String?
    @Option(name: .customLong("case"), help: ArgumentHelp("The case, when it is about one.", valueName: "id"))
    var sak: String?
    @Option(help: ArgumentHelp("The point that measures it, when one does.", valueName: "id")) var point:
      String?
    @Flag(help: "You have looked, and there is no name or place in the text.") var reviewed = false

    func run() throws {
      try Tekstvakt.prøv(melding: what, "--what", sett: reviewed)
      try Tekstvakt.prøv(melding: immediate, "--immediate", sett: reviewed)
      for (text, option) in [
        (sak, "--case"), (point, "--point"), (team, "--team"), (procedure, "--procedure"),
      ] {
        try Tekstvakt.prøv(id: text, option)
      }
      if when > valg.dag { throw Kommandofeil(.usage, "--when is a day that has been") }
      let library = try definisjoner.bibliotek(.iKraft(Periode(when)))
      let name = procedure.precomposedStringWithCanonicalMapping
      guard let found = library.prosedyrer.first(where: { $0.id == name }) else {
        let chosen = library.prosedyrer.sorted { $0.valgtForMelding && !$1.valgtForMelding }.map(\.id)
        throw Kommandofeil(.usage, "there is no such procedure; there is: \(chosen.joined(separator: ", "))")
      }
      try medOppfølging {
        let teams = try valg.lager.åpne(.lesBare).kontrollerteTeam()
        guard teams.isEmpty || teams.contains(team) else {
          throw Kommandofeil(
            .usage, "the store has no control of that team; it has: \(teams.joined(separator: ", "))")
        }
        let report = Ansattmelding(
          prosedyre: found.id, navn: found.navn, valgt: found.valgtForMelding, skjedde: when, sak: sak,
          punkt: point)
        let number = try valg.verb().meld(
          report, team: team, hva: what, strakstiltak: immediate, rolle: valg.role)
        try Utskrift.tekst(
          """
          \(number) er meldt på «\(found.navn)».
          Teamleder svarer innen fem virkedager. Å melde får ingen følger for deg eller andre.

          """)
      }
    }
  }

  struct Assess: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "assess",
      abstract: "Say how serious an avvik is, why it happened, who answers for it, by when.",
      discussion: """
        Example: internkontroll avvik assess AV-2014-007 --severity høy --cause rutine_ukjent \\
          --gap ikke_dokumentert --responsible teamleder --deadline 2014-10-31 --role teamleder
        """)

    @OptionGroup var valg: Oppfølgingsvalg
    @Argument(help: "Its number.") var number: String
    @Option(help: "lav, middels, høy or kritisk.") var severity: String
    @Option(
      help: ArgumentHelp("Why: \(Årsak.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "code")
    )
    var cause: String
    @Option(help: "What it stands for: ikke_gjort, ikke_dokumentert or ikke_registrert.") var gap: String?
    @Option(
      help:
        "The role that answers for it; when left out, the owner of the procedure, or above when it is critical."
    )
    var responsible: String?
    @Option(help: ArgumentHelp("By when it is to be closed.", valueName: "date")) var deadline: Dato
    @Option(help: "What was done at once, without names.") var immediate: String?
    @Option(help: "More about the cause, without names.") var why: String?
    @OptionGroup var definisjoner: Definisjonsvalg

    func run() throws {
      for (text, option) in [(immediate, "--immediate"), (why, "--why"), (responsible, "--responsible")] {
        try Tekstvakt.prøv(tekst: text, option)
      }
      let severity: Alvorlighet = try kode(severity.precomposedStringWithCanonicalMapping, "--severity")
      let cause: Årsak = try kode(cause, "--cause")
      let gap: Mangelslag? = try gap.map { try kode($0, "--gap") }
      try valg.prøv(frist: deadline)
      try medOppfølging {
        let assessment = Avviksvurdering(
          alvorlighet: severity, årsak: cause, mangel: gap, ansvarlig: try responsible ?? rute(severity),
          frist: deadline)
        try valg.verb().vurder(number, assessment, strakstiltak: immediate, årsak: why, rolle: valg.role)
        try Utskrift.linje(
          "\(number) er vurdert. Ansvarlig: \(assessment.ansvarlig). Frist: \(deadline.bokmål).")
      }
    }

    /// The role that answers for an avvik when nobody is named.
    private func rute(_ severity: Alvorlighet) throws -> String {
      let procedure = try valg.lager.register().avvik(number)?.prosedyre
      return try definisjoner.bibliotek(.ingen).ansvarlig(forProsedyre: procedure, severity)
    }
  }

  struct Reply: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "reply", abstract: "The case worker's own answer to a finding.",
      discussion: """
        Example: internkontroll avvik reply AV-2014-007 --text "Besøket er gjort, men ikke ført." --role saksbehandler
        """)

    @OptionGroup var valg: Oppfølgingsvalg
    @Argument(help: "Its number.") var number: String
    @Option(help: "The answer, without names.") var text: String
    @Flag(help: "You have looked, and there is no name or place in the text.") var reviewed = false

    func run() throws {
      try Tekstvakt.prøv(melding: text, "--text", sett: reviewed)
      try medOppfølging {
        try valg.verb().svar(number, text, rolle: valg.role)
        try Utskrift.linje("Svaret er lagt ved \(number).")
      }
    }
  }

  struct Close: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "close",
      abstract: "Close an avvik, with evidence, by a role that carried out none of its measures.",
      discussion: """
        Example: internkontroll avvik close AV-2014-007 --evidence stikkprove --reference "MK-2014-11, to saker" \\
          --role barnevernleder
        """)

    @OptionGroup var valg: Oppfølgingsvalg
    @OptionGroup var bevis: Bevisvalg
    @Argument(help: "Its number.") var number: String
    @Option(help: "Why it is closed although no measure has been shown to work.") var withoutEffect: String?

    func run() throws {
      try Tekstvakt.prøv(tekst: withoutEffect, "--without-effect")
      try medOppfølging {
        let closing = Lukking(bevis: try bevis.bevis(), utenEffekt: withoutEffect)
        try valg.verb().lukk(number, closing, rolle: valg.role)
        try Utskrift.linje("\(number) er lukket.")
      }
    }
  }

  struct Reject: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "reject", abstract: "Close what staff reported because it was no avvik.",
      discussion: """
        Example: internkontroll avvik reject AV-2014-008 --evidence dokument --reference "D-2014-112" \\
          --reason "Meldt to ganger." --role teamleder
        """)

    @OptionGroup var valg: Oppfølgingsvalg
    @OptionGroup var bevis: Bevisvalg
    @Argument(help: "Its number.") var number: String
    @Option(help: "Why, without names.") var reason: String

    func run() throws {
      try Tekstvakt.prøv(tekst: reason, "--reason")
      try medOppfølging {
        try valg.verb().avvis(number, try bevis.bevis(), begrunnelse: reason, rolle: valg.role)
        try Utskrift.linje("\(number) er lukket: ikke et avvik.")
      }
    }
  }

  struct Reopen: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "reopen",
      abstract: "Reopen a closed avvik on what a later control found for days partly the same.",
      discussion: """
        Example: internkontroll avvik reopen AV-2014-007 --month 2015-11 --reason "Et nytt besøk mangler." \\
          --role teamleder

        Days that are all later reopen an avvik by themselves when the control is locked.
        """)

    @OptionGroup var valg: Oppfølgingsvalg
    @Argument(help: "Its number.") var number: String
    @Option(help: ArgumentHelp("The month of the control that found it again.", valueName: "yyyy-mm"))
    var month: String
    @Option(help: "Why it is a new fault, without names.") var reason: String

    func run() throws {
      try Tekstvakt.prøv(tekst: reason, "--reason")
      guard let month = Måned(month) else {
        throw Kommandofeil(.usage, "--month is written year-month: 2014-09")
      }
      try medOppfølging {
        try valg.verb().gjenåpne(number, etter: month, begrunnelse: reason, rolle: valg.role)
        try Utskrift.linje("\(number) er gjenåpnet.")
      }
    }
  }
}

/// What shows that a fault is gone.
struct Bevisvalg: ParsableArguments {
  @Option(help: "dokument, stikkprove or observasjon.") var evidence: String
  @Option(help: "Where it is: a document's number, the months of a new sample, where it was seen.")
  var reference: String

  func bevis() throws -> Lukkebevis {
    try Tekstvakt.prøv(tekst: reference, "--reference")
    return Lukkebevis(try kode(evidence, "--evidence"), referanse: reference)
  }
}
