import JSONText
import RuleEngine
import Statistics
import Testing
import Values

@testable import Quality
@testable import Reports

@Suite struct EksternrapportTests {
  private func former(_ summary: Kvalitetsoppsummering) -> [String] {
    let report = Eksternrapport(Eksternoppsummering(summary))
    return [report.html, report.csv, report.tekst(fil: nil), report.json(motor: "1.0.0").prettyText]
  }

  @Test func `det som går ut, er uendret`() throws {
    let report = Eksternrapport(Eksternoppsummering(try Eksempelår.oppsummering()))
    try expectFasit(report.html, "kvalitet-utenfor.html")
    try expectFasit(report.csv, "kvalitet-utenfor.csv")
    try expectFasit(report.json(motor: "1.0.0").prettyText, "kvalitet-utenfor.json")
  }

  @Test func `ingen sak, ingen fritekst og ingen enkelt måned går ut`() throws {
    let register = try Eksempelregister.register()
    let secret =
      register.avvik.compactMap(\.sak) + register.avvik.map(\.nummer)
      + register.tiltak.flatMap { [$0.nummer, $0.innhold.tekst] } + register.vedtak.map(\.tekst)
      + register.møter.flatMap { $0.notater.map(\.tekst) + $0.sendt.map(\.tekst) }
      + [Eksempelregister.beskrivelse, "3 oppfølgingsbesøk", "T-2014", "S-0", "S-4"]
    for text in former(try Eksempelår.oppsummering()) {
      for word in secret { #expect(!text.contains(word), "\(word)") }
      #expect(!text.contains("prikker"))
      #expect(!text.contains("<svg"))
    }
  }

  @Test func `færre enn ti trukne saker går ikke ut`() throws {
    let outside = Eksternoppsummering(try Eksempelår.oppsummering())
    #expect(outside.punkter.map(\.team) == ["fosterhjem-1", "fosterhjem-1"])
    #expect(outside.punkter.allSatisfy { $0.telling.kontrollert >= 10 })
    #expect(outside.forFå == 2)
  }

  @Test func `ingen celle fra 1 til 4 vises, og ingen rad røper den ene som er skjult`() throws {
    var generator = SplitMix64(frø: 2014)
    var tables = 0
    for size in 0..<150 {
      var register = Kvalitetsregister()
      register.avvik = try (0..<size).map { try Eksempelregister.tilfeldig($0, &generator) }
      let summary = try Eksempelår.oppsummering(register)
      let outside = Eksternoppsummering(summary)
      let pairs = [
        (outside.tilstander, summary.avvik.kryss.map(\.tilstander)),
        (outside.alvorlighet, summary.avvik.kryss.map(\.alvorlighet)),
      ]
      for case (let shown?, let real) in pairs {
        tables += 1
        for (row, cells) in zip(real, shown.rader) {
          #expect(cells.allSatisfy { !(1...4).contains($0 ?? 0) })
          #expect(zip(row, cells).allSatisfy { $1 == nil || $0 == $1 })
          #expect(cells.count { $0 == nil } != 1)
        }
      }
      let counts =
        [outside.åpne, outside.overFrist] + outside.årsaker.map(\.antall) + outside.meldinger.map(\.antall)
      for count in counts { #expect(!(1...4).contains(count ?? 0)) }
      if let open = outside.åpne, let over = outside.overFrist { #expect(!(1...4).contains(open - over)) }
    }
    #expect(tables > 100)
  }

  @Test func `alle saker vises uten de små tallene, og radsummen røper dem ikke`() throws {
    let summary = try Eksempelår.oppsummering(team: "fosterhjem-1")
    let table = try #require(Eksternoppsummering(summary).alleSaker)
    let visits = try #require(summary.alleSaker.first?.måneder.last?.telling)
    #expect(visits.ukjent == 3)
    for cells in table.rader {
      #expect(cells.allSatisfy { !(1...4).contains($0 ?? 0) })
      #expect(cells.count { $0 == nil } != 1)
    }
    #expect(table.rader[0][4] == nil)
    #expect(table.rader[0].count { $0 == nil } > 1)
  }
}
