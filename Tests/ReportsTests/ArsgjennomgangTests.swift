import Checklists
import JSONText
import Quality
import Reports
import Testing
import Values

@Suite struct ÅrsgjennomgangTests {
  /// The judged days of the example points: last year, this month, or whatever is there.
  static func bedømt(_ punkt: String, _ dag: Dato) -> Bedømt? {
    switch punkt {
    case "OB-ANTALL": Bedømt(fra: .nyttår(dag.år - 1), til: .årsslutt(dag.år - 1))
    case "VD-BESOK": Bedømt(fra: dag.adding(måneder: -1), til: dag)
    default: Bedømt(fra: nil, til: dag)
    }
  }

  private func gjennomgang(_ register: Kvalitetsregister? = nil, på dag: String = "2014-12-31") throws
    -> Årsgjennomgang
  {
    let valg = Årsgjennomgang.Valg(
      år: 2014, dag: try Gjennomgangsår.dato(dag), enhet: "solvik", sviktområder: Gjennomgangsår.områder,
      bedømt: ÅrsgjennomgangTests.bedømt)
    return try #require(
      Årsgjennomgang(valg, try register ?? Gjennomgangsår.register(), try Gjennomgangsår.rekke()))
  }

  @Test func `gjennomgangen er uendret som side, tekst og JSON`() throws {
    let review = try gjennomgang()
    try expectFasit(review.html, "aarsgjennomgang.html")
    try expectFasit(review.tekst + "\n", "aarsgjennomgang.txt")
    try expectFasit(review.json(motor: "1.0.0").compactText + "\n", "aarsgjennomgang.json")
  }

  @Test func `ingen pseudonymer forlater gruppa`() throws {
    let review = try gjennomgang()
    for text in [review.html, review.tekst, review.json(motor: "1").compactText] {
      #expect(!text.contains("S-00"))
      #expect(!text.contains("AV-2014"))
    }
  }

  @Test func `bare vedtak i godkjente referater er svikt i systemet`() throws {
    let text = try gjennomgang().tekst
    #expect(text.contains("Bydelen sikrer ikke at barna får de besøkene"))
    #expect(!text.contains("Bydelen sikrer ikke at barnet medvirker"))
    #expect(try !gjennomgang(på: "2014-09-18").tekst.contains("Bydelen sikrer ikke"))
  }

  @Test func `en gjennomgang midt i året viser det som var kjent da`() throws {
    let text = try gjennomgang(på: "2014-06-30").tekst
    #expect(text.contains("Seks kontroller er låst. De trukne sakene er 12 av 12 planlagte."))
    #expect(!text.contains("Evaluert 31. desember 2014"))
    #expect(text.contains("T-2014-003 Samtaleguide for alle"))
    #expect(!text.contains("skulle vært satt i verk"))
  }

  @Test func `før året er det ingenting å gjennomgå`() throws {
    let valg = Årsgjennomgang.Valg(
      år: 2014, dag: try Gjennomgangsår.dato("2013-12-31"), enhet: "solvik", sviktområder: [:],
      bedømt: ÅrsgjennomgangTests.bedømt)
    #expect(Årsgjennomgang(valg, Kvalitetsregister(), try Gjennomgangsår.rekke()) == nil)
  }
}
