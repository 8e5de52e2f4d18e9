import ArgumentParser
import AuditStore
import Checklists
import Foundation
import JSONText
import Quality
import Reports
import Values

/// What a quality meeting looks back on.
struct SummaryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "summary",
    abstract: "Sum up the avvik, the measures and the controls for a quality meeting.",
    discussion: """
      Example: internkontroll summary --period 2014-09..2014-10 --kind kvalitetsgruppe

      It prints the agenda and writes a page beside the store. The store is only read. What is written names cases
      and stays in the group; with --audience utenfor it may leave: no case, no free text, no small counts,
      and the whole unit only.
      Exit code 0 also when there is something to take up.
      """)

  enum Audience: String, ExpressibleByArgument, CaseIterable {
    case gruppe
    case utenfor
  }

  @Option(help: ArgumentHelp("The months that are looked at.", valueName: "yyyy-mm..yyyy-mm"))
  var period: Månedsspenn
  @Option(help: "kvalitetsgruppe or kvalitetsutvalg.") var kind = "kvalitetsgruppe"
  @Option(help: ArgumentHelp("One team, if not all.", valueName: "name")) var team: String?
  @OptionGroup var lager: Lagervalg
  @Option(
    help: ArgumentHelp("The day whose state counts, if not the last of the period.", valueName: "date"))
  var on: Dato?
  @Option(help: "Who reads it: gruppe or utenfor.") var audience = Audience.gruppe
  @Flag(help: "One JSON object, and no page unless --out is given.") var json = false
  @Option(help: ArgumentHelp("Also write the figures for a spreadsheet.", valueName: "file")) var csv: String?
  @Option(help: ArgumentHelp("Where the page is written, or - for standard output.", valueName: "file"))
  var out: String?
  @OptionGroup var definisjoner: Definisjonsvalg

  func run() throws {
    let kind: Møteslag = try kode(kind, "--kind")
    if audience == .utenfor, team != nil {
      throw Kommandofeil(
        .usage,
        "--audience utenfor is for the whole unit, without --team: "
          + "the difference between the two would tell small numbers")
    }
    guard period.fra.til(period.til).count <= Løpediagram.antallMåneder else {
      throw Kommandofeil(.usage, "--period is at most \(Løpediagram.antallMåneder) months")
    }
    let rapport = try medOppfølging { try lagRapport(kind) }
    if let csv { try Filer.skriv(Array(rapport.csv.utf8), til: csv) }
    let page = Array(rapport.html.utf8)
    if out == "-", !json { return try Utskrift.data(page) }
    let file = out ?? (json ? nil : standardfil)
    if let file { try Filer.skriv(page, til: file) }
    if json {
      try Utskrift.linje(rapport.json(motor: Versjon.motor).compactText)
    } else {
      try Utskrift.tekst(rapport.tekst(fil: file))
    }
  }

  private func lagRapport(_ kind: Møteslag) throws -> any Oppsummeringsrapport {
    let store = try lager.åpne(.lesBare)
    let register = try Kvalitetsregister(store)
    try prøvTeam(store, register)
    let bibliotek = try definisjoner.bibliotek()
    guard
      let valg = Oppsummeringsvalg(
        fra: period.fra, til: period.til, dag: on, slag: kind, team: team, bibliotek,
        årshjul: try definisjoner.planverk(bibliotek).årshjul, register,
        forslag: try Sjekklisteforslag.alle(store))
    else { throw Kommandofeil(.usage, "--period is written 2014-09..2014-10") }
    let months = valg.tilbake(Løpediagram.antallMåneder)
    let summary = Kvalitetsoppsummering(
      valg, register,
      try Kontrollrekke(store, fra: months.lowerBound, til: months.upperBound),
      bedømt: { bibliotek.bedømt($0, på: $1) })
    switch audience {
    case .gruppe: return Kvalitetsrapport(summary)
    case .utenfor: return Eksternrapport(Eksternoppsummering(summary))
    }
  }

  /// A team that is in no control and no avvik is a slip of the pen, and would have nothing against it.
  private func prøvTeam(_ store: Revisjonslager, _ register: Kvalitetsregister) throws {
    guard let team else { return }
    let controlled = try store.oppføringer(.forpliktelse).compactMap { $0.innhold?["team"]?.string }
    let known = Set(controlled + register.avvik.map(\.team)).sorted()
    guard !known.contains(team) else { return }
    throw Kommandofeil(
      .usage,
      known.isEmpty
        ? "the store has no team yet" : "--team is none of the store's: \(known.joined(separator: ", "))")
  }

  /// Beside the store; what may leave has a name of its own, so that the two are not mistaken for each other.
  private var standardfil: String {
    let suffix = audience == .utenfor ? "-utenfor" : ""
    let name = "oppsummering-\(period.fra)-\(period.til)\(suffix).html"
    return URL(fileURLWithPath: lager.store).deletingLastPathComponent().appending(path: name).relativePath
  }
}
