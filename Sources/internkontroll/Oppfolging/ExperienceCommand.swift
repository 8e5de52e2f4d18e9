import ArgumentParser
import Checklists
import Quality
import Reports
import Sampling
import Values

/// What a period has taught about the checklist, for the fagdag.
struct ExperienceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "experience", abstract: "Sum up what a period taught about the checklist and its rules.",
    discussion: """
      Example: internkontroll experience --period 2014-01..2014-12

      Points never breached, never decided and never applicable, where persons disagreed with a rule and what
      came of it, proposed changes, and where two readers differ; no case and no month. A control counts by its
      month, also when it is locked after --on; months after --on are left out. Exit code: 4 when no control
      of the period is locked, 0 otherwise.
      """)

  @Option(help: ArgumentHelp("The first and the last month.", valueName: "yyyy-mm..yyyy-mm"))
  var period: Månedsspenn
  @Option(help: ArgumentHelp("The day whose state counts, if not the last of the period.", valueName: "date"))
  var on: Dato?
  @OptionGroup var lager: Lagervalg
  @OptionGroup var utskrift: Rapportvalg
  @OptionGroup var definisjoner: Definisjonsvalg

  func run() throws {
    let months = period.fra...period.til
    let day = on ?? months.upperBound.sisteDag
    let bibliotek = try definisjoner.bibliotek(.iKraft(Periode(day)))
    try medLager {
      let last = min(months.upperBound, Måned(day))
      let historie = try Enhetshistorie(lager, til: last) { _ in
        Måned(.nyttår(months.lowerBound.år))
      }
      guard historie.rekke.kontroller.contains(where: { months.contains($0.nøkkel.måned) }) else {
        throw Kommandofeil(
          .nothing,
          "no control from \(period.fra) to \(period.til) is locked in \(lager.store)"
            + (last < months.upperBound ? " for a month up to \(last)" : ""))
      }
      let erfaring = Erfaring(months, på: day, historie.register, historie.rekke) {
        bibliotek.regel($0, på: day)
      }
      let report = Fagdag(erfaring, enhet: historie.enhet)
      try utskrift.skriv(tekst: report.tekst, json: report.json(motor: Versjon.motor), html: report.html)
    }
  }
}
