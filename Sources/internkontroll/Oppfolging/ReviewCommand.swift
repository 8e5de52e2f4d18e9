import ArgumentParser
import AuditStore
import Checklists
import JSONText
import Quality
import Reports
import Sampling
import Values

/// The yearly review.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Review a year: what was controlled, found and done, and what was not.",
    discussion: """
      Example: internkontroll review --year 2014 --html --out gjennomgang-2014.html

      For the leader and the council: it holds no pseudonym, and small numbers are hidden. --second-readings
      lists instead, for the group, the drawn cases that two are to read. Exit code: 4 when no control of the
      year is locked, 0 otherwise.
      """)

  @Option(help: "The year.")
  var year: Int
  @Option(help: ArgumentHelp("The day whose state counts, if not the last of the year.", valueName: "date"))
  var on: Dato?
  @Flag(help: "List the cases that two are to read, one in twelve.")
  var secondReadings = false
  @OptionGroup var lager: Lagervalg
  @OptionGroup var utskrift: Rapportvalg
  @OptionGroup var definisjoner: Definisjonsvalg

  func validate() throws {
    guard (1990...2100).contains(year) else { throw ValidationError("--year is from 1990 to 2100.") }
    if let on, on.år < year { throw ValidationError("--on must not be before the year.") }
    if secondReadings, utskrift.html { throw ValidationError("--second-readings has no page.") }
  }

  func run() throws {
    let last = Måned(.årsslutt(year))
    if secondReadings {
      return try medLager {
        try lesesAvTo(try Enhetshistorie(lager, til: last) { _ in Måned(.nyttår(year)) })
      }
    }
    let bibliotek = try definisjoner.bibliotek()
    try medLager {
      let historie = try Enhetshistorie(lager, til: last) { Årsgjennomgang.førsteMåned(year, $0) }
      let valg = Årsgjennomgang.Valg(
        år: year, dag: on ?? .årsslutt(year), enhet: historie.enhet, sviktområder: bibliotek.sviktområder,
        saker: historie.saker,
        bedømt: { bibliotek.bedømt($0, på: $1) })
      guard let review = Årsgjennomgang(valg, historie.register, historie.rekke), review.harKontroller else {
        throw Kommandofeil(.nothing, "no control of \(year) is locked in \(lager.store)")
      }
      try utskrift.skriv(tekst: review.tekst, json: review.json(motor: Versjon.motor), html: review.html)
    }
  }

  private func lesesAvTo(_ historie: Enhetshistorie) throws {
    let year = historie.rekke.utvalg(Måned(.nyttår(year)), Måned(.årsslutt(year)))
    let chosen = year.team.flatMap { team in
      Annenleservalg.lesesTo(i: year, team: team).map { (team: team, valg: $0) }
    }
    let rows = chosen.map { team, valg in
      let read = historie.register.annenlesninger.contains {
        $0.team == team && $0.måned == valg.måned.description && $0.sak == valg.sak
      }
      return (team: team, valg: valg, lest: read)
    }
    try utskrift.skriv(
      tekst: ([
        rows.isEmpty ? "Ingen trukne saker leses av to i \(self.year)." : "Disse trukne sakene leses av to:"
      ]
        + rows.map {
          "  \($0.valg.måned)  \($0.team)  \($0.valg.sak)  \($0.lest ? "lest" : "ikke lest ennå")"
        })
        .joined(separator: "\n"),
      json: .object([
        "schema": .string("internkontroll/second-readings/1"), "engine": .string(Versjon.motor),
        "cases": .array(
          rows.map {
            .object([
              "month": .string($0.valg.måned.description), "team": .string($0.team),
              "sak": .string($0.valg.sak),
              "read": .bool($0.lest),
            ])
          }),
      ]), html: "")
  }
}
