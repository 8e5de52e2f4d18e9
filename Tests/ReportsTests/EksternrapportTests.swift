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
    for text in try former(Eksempelår.oppsummering()) + former(Eksempelår.oppsummering(helår: true)) {
      for word in secret { #expect(!text.contains(word), "\(word)") }
      #expect(!text.contains("prikker"))
      #expect(!text.contains("<svg"))
    }
  }

  @Test func `trekningen går ut bare med ti saker i tolv måneder etter samme regel`() throws {
    let gap = Eksternoppsummering(try Eksempelår.oppsummering())
    #expect(gap.punkter.isEmpty)
    #expect(gap.forFå == 4)
    let summary = try Eksempelår.oppsummering(helår: true)
    let whole = Eksternoppsummering(summary)
    #expect(whole.punkter.map(\.team) == ["fosterhjem-1", "fosterhjem-1"])
    #expect(whole.punkter.map(\.telling.kontrollert) == [24, 24])
    #expect(whole.forFå == 2)
    let html = Eksternrapport(whole).html
    #expect(html.contains("9 av 24 trukne saker hadde avvik, og 1 kunne ikke avgjøres."))
    #expect(html.contains("De vises bare der punktet er kontrollert etter samme regel i alle tolv månedene"))
    try expectXML(html)
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

  @Test func `et punkt med et lite tall i alle saker er skjult helt, de andre vises helt`() throws {
    let summary = try Eksempelår.oppsummering(team: "fosterhjem-1")
    let table = try #require(Eksternoppsummering(summary).alleSaker)
    #expect(summary.alleSaker.first?.måneder.last?.telling.ukjent == 3)
    #expect(table.punkter.map(\.id) == ["OB-ANTALL", "BARN-SETT"])
    #expect(table.rader == [nil, [0, 56, 6, 0, 0]])
    #expect(former(summary)[0].contains("For små tall til å vises i oktober 2014: OB-ANTALL."))
  }
}
