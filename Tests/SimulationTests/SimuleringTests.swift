import AuditStore
import Checklists
import Foundation
import JSONText
import Quality
import RuleEngine
import Sampling
import Testing
import Values

@testable import Simulation

/// The year is a real store: nothing in it that the rules of a control do not allow.
struct SimuleringTests {
  @Test func `the journal of the year is whole`() throws {
    let result = try Revisjonslager.verifiser(sti: Simulertår.delt().sti)
    #expect(result.brudd.isEmpty)
    #expect(result.antall > 24 * 7)
  }

  @Test func `every team locks a control of every month, of two drawn cases judged on its last day`() throws {
    let år = try Simulertår.delt()
    let planned = Simulertår.oppsett.måneder.flatMap { måned in
      Simulertår.oppsett.team.map { Kontrollnøkkel(enhet: "solvik", team: $0, måned: måned) }
    }
    #expect(år.kontroller.count == 24)
    #expect(Set(år.kontroller.map(\.nøkkel)) == Set(planned))
    for kontroll in år.kontroller {
      #expect(kontroll.saker.map(\.sak) == kontroll.trukne)
      #expect(Set(kontroll.trukne).count == 2)
      #expect(kontroll.saksliste?.kontrolldato == kontroll.nøkkel.måned.sisteDag)
      #expect(kontroll.trekningstall?.kilde == .maskin)
      #expect(kontroll.åpneSpørsmål.isEmpty)
      #expect(kontroll.journalkode != nil)
    }
  }

  @Test func `the checklist is the one in force on the control date`() throws {
    for kontroll in try Simulertår.delt().kontroller {
      let revised = kontroll.nøkkel.måned >= Måned(try #require(Dato("2014-05-31")))
      #expect(kontroll.saksliste?.sjekkliste.versjon == (revised ? "2014-05-31" : "2013-01-01"))
    }
  }

  @Test func `no case is drawn twice, and the two teams have none in common`() throws {
    let drawn = try Simulertår.delt().kontroller.flatMap(\.trukne)
    #expect(Set(drawn).count == 48)
  }

  @Test func `a snapshot holds nothing from after its extract`() throws {
    var entries = 0
    for kontroll in try Simulertår.delt().kontroller {
      for bilde in kontroll.øyeblikksbilder {
        let record = try JSONValue(parsing: bilde.kanonisk)
        let day = try #require(record["uttrekk"]?.string.flatMap { Dato($0) })
        #expect(day == kontroll.saksliste?.kontrolldato)
        for samling in record["hendelser"]?.members ?? [] {
          for hendelse in samling.value.array ?? [] {
            entries += 1
            #expect(try siste(hendelse, i: samling.name) <= day, "\(bilde.sak) \(samling.name)")
          }
        }
      }
    }
    #expect(entries > 48 * 20)
  }

  /// The latest day that an entry tells of. A plan of measures says by itself how long it is to last.
  private func siste(_ hendelse: JSONValue, i samling: String) throws -> Dato {
    var names = ["dato", "fra", "registrert", "rapport_mottatt"]
    if samling != "tiltaksplan" { names.append("til") }
    let days = names.compactMap { hendelse[$0]?.string.flatMap { Datoomfang(iso: $0)?.siste } }
    return days.max() ?? .tidenesMorgen
  }

  @Test func `one control is late, one case is swapped, and one question cannot be judged`() throws {
    let kontroller = try Simulertår.delt().kontroller
    let late = try kontroller.filter {
      try #require($0.lås).dato > $0.nøkkel.måned.sisteDag.adding(dager: 14)
    }
    #expect(late.count == 1)
    let swaps = kontroller.flatMap(\.bytter)
    #expect(swaps.map(\.grunn) == [.avsluttet])
    let givenUp = kontroller.flatMap(\.stillinger).filter { $0.alternativ == .kanIkkeVurderes }
    #expect(givenUp.count == 1)
  }

  @Test func `a case that was closed is not in any later list`() throws {
    let kontroller = try Simulertår.delt().kontroller
    let swapped = try #require(kontroller.first { !$0.bytter.isEmpty })
    let closed = try #require(swapped.bytter.first?.ut)
    #expect(swapped.saksliste?.ramme.ids.contains(closed) == true)
    for later in kontroller where later.nøkkel.måned > swapped.nøkkel.måned {
      #expect(later.saksliste?.ramme.ids.contains(closed) == false)
      #expect(later.saksliste?.ramme.utelatt.contains { $0.id == closed } == false)
    }
  }

  @Test func `every finding has a reason, and its kind unless the controller disagrees`() throws {
    var kinds: [Mangelslag: Int] = [:]
    for stilling in try Simulertår.delt().kontroller.flatMap(\.stillinger) where stilling.regelfunn {
      #expect(stilling.svar?.begrunnelse?.isEmpty == false)
      if !stilling.uenig { kinds[try #require(stilling.mangel), default: 0] += 1 }
    }
    #expect(Set(kinds.keys) == Set(Mangelslag.allCases))
  }

  @Test func `the controller disagrees with a finding of the rule once or twice, and it stands`() throws {
    let against = try Simulertår.delt().kontroller.flatMap(\.stillinger).filter {
      $0.regelfunn && $0.uenig
    }
    #expect((1...2).contains(against.count))
    for stilling in against { #expect([.avvik, .merknad].contains(stilling.utfall)) }
  }

  @Test func `what the district does not ensure is said of the point itself`() throws {
    let points = try Simulertår.bibliotek(.år(2014)).sjekklister.flatMap { $0.punkter.map(\.id) }
    for punkt in points {
      #expect(!Oppfølgingstekster.systemsvikt(punkt).contains("prosedyren"), "\(punkt) has a text of its own")
    }
    #expect(
      Oppfølgingstekster.systemsvikt("FA-KONKLUSJON")
        == "Bydelen sikrer ikke at gjennomgangen av fosterhjemsavtalen ender med drøfting og konklusjon.")
  }

  /// How many avvik the rules found on a point in all cases of a month, both teams together.
  private func avvik(_ punkt: String, _ måned: String) throws -> Int {
    let month = try #require(Måned(måned))
    let counts = try Simulertår.delt().kontroller.filter { $0.nøkkel.måned == month }
      .flatMap { $0.alleSaker?.punkter ?? [] }.filter { $0.punkt == punkt }
    #expect(counts.count == 2)
    return counts.map(\.avvik).reduce(0, +)
  }

  @Test(arguments: ["VD-DROFTING", "FA-KONKLUSJON"])
  func `what the summer's measures are about becomes better`(punkt: String) throws {
    #expect(try 3 * avvik(punkt, "2014-12") < 2 * avvik(punkt, "2014-05"))
  }

  @Test(arguments: ["TI-RAPPORT", "MV-VEDTAK", "OP-ENDELIG"])
  func `what nobody did anything about does not`(punkt: String) throws {
    #expect(try 3 * avvik(punkt, "2014-12") >= 2 * avvik(punkt, "2014-05"))
  }

  @Test func `the same seed gives the same journal, another seed another`() throws {
    func code(_ frø: UInt64) throws -> Journalkode {
      let kort = Simuleringsoppsett(antallMåneder: 1, frø: frø, sakerPerTeam: 40)
      return try Simulertår(kort).lager.journalkode()
    }
    let one = try code(7)
    #expect(try code(7) == one)
    #expect(try code(8) != one)
  }

  /// Nobody is drawn twice in a year, so only a longer play finds a closed fault again.
  private static let years = ProcessInfo.processInfo.environment["INTERNKONTROLL_YEARS"].flatMap { Int($0) }

  @Test(.enabled(if: years != nil, "INTERNKONTROLL_YEARS=3 plays three years"))
  func `over some years closed faults are found for a later period, and are followed up anew`() throws {
    let months = 12 * max(3, Self.years ?? 0)
    let play = try Simulertår(Simuleringsoppsett(antallMåneder: months, sakerPerTeam: 40))
    #expect(try Revisjonslager.verifiser(sti: play.sti).holder)
    let reopened = try Kvalitetsregister(play.lager).avvik.filter { $0.gjenåpninger > 0 }
    #expect(!reopened.isEmpty)
    #expect(reopened.contains { $0.tilstand == .lukket })
    for avvik in reopened {
      let days = avvik.bedømt
      for (earlier, later) in zip(days, days.dropFirst()) { #expect(later.erHeltEtter(earlier)) }
    }
  }

  @Test func `a month without a checklist in force is refused before anything is played`() throws {
    let bibliotek = try Simulertår.bibliotek()
    #expect(throws: Simuleringsfeil.ingenSjekkliste(dato: "2010-01-31")) {
      try Simulering(Simuleringsoppsett(år: 2010), bibliotek, bibliotek.planverk(), motor: "prøve")
    }
  }
}
