import ArgumentParser
import AuditStore
import Checklists
import Foundation
import Simulation

/// Plays made-up years into a store.
struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate", abstract: "Play a year of two made-up teams into a new store.",
    discussion: """
      Example: internkontroll simulate --year 2014 --store simulert.sqlite

      Every control, draw, answer and lock, and what follows from them to the end of the month after the last one
      (avvik, reports by staff, measures, meetings, sign-offs, second readings), goes through the same rules as a
      real one. The seed decides all: the same seed, checklists and program give the same journal code. A store that
      is there is never added to (exit code 5).
      """)

  @Option(help: "The first year.")
  var year: Int
  @Option(help: "How many years.")
  var years = 1
  @Option(help: "How many months, if not whole years.")
  var months: Int?
  @Option(help: ArgumentHelp("The new store.", valueName: "file"))
  var store = "./internkontroll.sqlite"
  @Option(help: "The seed, a whole number.")
  var seed: UInt64 = 2014
  @Option(name: .customLong("cases-per-team"), help: "How many children a team follows up, about.")
  var casesPerTeam = 69
  @OptionGroup var definisjoner: Definisjonsvalg

  func validate() throws {
    guard (2000...2100).contains(year) else { throw ValidationError("--year is from 2000 to 2100.") }
    guard (1...50).contains(years) else { throw ValidationError("--years is from 1 to 50.") }
    if let months, !(1...600).contains(months) {
      throw ValidationError("--months is from 1 to 600.")
    }
    // Those drawn in the last twelve months rest; with fewer than this a month may have none left to draw.
    guard (40...1000).contains(casesPerTeam) else {
      throw ValidationError("--cases-per-team is from 40 to 1000.")
    }
  }

  func run() throws {
    var info = stat()
    guard lstat(store, &info) != 0 else {
      throw Kommandofeil(.notAllowed, "\(store) is there already; a play needs a new store")
    }
    let oppsett = Simuleringsoppsett(
      år: year, antallMåneder: months ?? 12 * years, frø: seed, sakerPerTeam: casesPerTeam)
    let bibliotek = try definisjoner.bibliotek(.iKraft(oppsett.periode))
    let planverk = try definisjoner.planverk(bibliotek)
    let simulering: Simulering
    do throws(Simuleringsfeil) {
      simulering = try Simulering(oppsett, bibliotek, planverk, motor: Versjon.motor)
    } catch {
      throw Kommandofeil(.nothing, "\(error)")
    }
    try medLager {
      let lager = try Revisjonslager.open(sti: store, modus: .lesOgSkriv)
      try simulering.spill(i: lager)
      try Utskrift.linje("\(oppsett.måneder.count * oppsett.team.count) controls played into \(store)")
      try Utskrift.linje("Journalkode nå: \(try lager.journalkode())")
    }
  }
}
