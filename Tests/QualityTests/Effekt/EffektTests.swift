import Checklists
import Quality
import RuleEngine
import Sampling
import Statistics
import Testing
import Values

@Suite struct EffektTests {
  private typealias Punkt = Prøvemåneder.Punkt

  /// Drawn cases in consecutive months, each judged on the month of the control: `●` is an avvik, `○` is not.
  fileprivate func måneder(_ prikker: String, fra: String, regel: String = "r1") throws -> [Kontroll] {
    let first = try #require(Måned(fra))
    return try prikker.split(separator: " ").enumerated().map { index, dots in
      let month = first.adding(måneder: index)
      let judged = Bedømt(fra: month.førsteDag, til: month.sisteDag)
      return try Prøvemåneder.kontroll(
        month.description,
        dots.enumerated().map { number, dot in
          let outcome: Utfall = dot == "●" ? .avvik : .oppfylt
          return (
            "S-\(month)-\(number)".split(separator: "-").joined(separator: "-"),
            [Punkt(utfall: outcome, bedømt: judged, regel: regel)]
          )
        })
    }
  }

  fileprivate func løpende(_ day: Dato) -> Bedømt? {
    Bedømt(fra: Måned(day).førsteDag, til: Måned(day).sisteDag)
  }

  fileprivate func prikker(_ avvik: Int, av n: Int) -> String {
    (0..<n / 2).map { month in
      [0, 1].map { month * 2 + $0 < avvik ? "●" : "○" }.joined()
    }.joined(separator: " ")
  }

  @Test(arguments: [
    (
      10, 5,
      "Før tiltaket: 10 av 24. Etter: 5 av 24. Det er tegn til bedring (94 % sannsynlig at andelen faktisk "
        + "har gått ned).", Effektdom.tegnTilBedring
    ),
    (
      12, 4,
      "Før tiltaket: 12 av 24. Etter: 4 av 24. Det er tydelig bedre (99 % sannsynlig at andelen faktisk har "
        + "gått ned).", .tydeligBedre
    ),
    (
      24, 0,
      "Før tiltaket: 24 av 24. Etter: 0 av 24. Det er tydelig bedre (over 99 % sannsynlig at andelen faktisk "
        + "har gått ned).", .tydeligBedre
    ),
    (
      0, 0,
      "Før tiltaket: 0 av 24. Etter: 0 av 24. Det var ingen avvik før tiltaket, så de trukne sakene kan ikke "
        + "vise bedring.", .forTidlig
    ),
  ])
  func `ett år før og ett år etter`(før: Int, etter: Int, setning: String, dom: Effektdom) throws {
    let rekke = Kontrollrekke(
      try måneder(prikker(før, av: 24), fra: "2013-06") + måneder(prikker(etter, av: 24), fra: "2014-06"))
    let effekt = Effekt(
      try Prøvemåneder.tiltak(iverksettes: "2014-06-01"), punkt: "OB-LOPENDE", i: Effektgrunnlag(rekke),
      bedømt: løpende)
    #expect(effekt.dom == dom)
    #expect(effekt.setning() == setning)
    #expect(
      effekt.forbehold == [
        "Tiltaket er ikke meldt satt i verk. Vi regner fra datoen i planen, 1. juni 2014."
      ])
  }

  @Test func `med få saker står ingen prosent, og vi sier hvor lenge det er igjen`() throws {
    func effekt(_ før: String, _ etter: String) throws -> Effekt {
      let rekke = Kontrollrekke(try måneder(før, fra: "2013-12") + måneder(etter, fra: "2014-06"))
      return Effekt(
        try Prøvemåneder.tiltak(iverksettes: "2014-06-01"), punkt: "OB-LOPENDE", i: Effektgrunnlag(rekke),
        bedømt: løpende)
    }
    let clear = try effekt("●● ●● ●● ○○ ●● ●●", "○○ ○○ ○● ○○")
    #expect(clear.setning() == "Før tiltaket: 10 av 12. Etter: 1 av 8. Det er tydelig bedre.")
    let early = try effekt("●● ●● ●○ ○○ ●○ ●○", "○● ●○")
    let comparison = try #require(
      FørEtter(avvikFør: 7, kontrollertFør: 12, avvikEtter: 2, kontrollertEtter: 4))
    let months = try #require(comparison.flereMåneder(sakerPerMåned: 2))
    #expect(early.flereMåneder == months)
    #expect(
      early.setning()
        == "Før tiltaket: 7 av 12. Etter: 2 av 4. Det er for tidlig å si om tiltaket virker. Med to saker i "
        + "måneden trenger vi om lag \(Bokmål.tall(months)) måneder til, hvis andelen faktisk er halvert.")
    let worse = try effekt("●○ ○○ ○○ ○○ ○○ ○○", "●● ●●")
    #expect(
      worse.setning().hasPrefix("Før tiltaket: 1 av 12. Etter: 4 av 4. Andelen er ikke lavere enn før. "))
    #expect(
      worse.setning().hasSuffix(
        "Med to saker i måneden kan de trukne sakene neppe vise det de neste fem årene."))
  }

  @Test func `en kontroll som ser på dager både før og etter, teller ikke, men nevnes`() throws {
    let judged = try Prøvemåneder.dager("2014-01-01..2014-09-30")
    let rekke = Kontrollrekke([
      try Prøvemåneder.kontroll(
        "2014-09", [("S-1", [Punkt(utfall: .avvik, bedømt: judged)]), ("S-2", [Punkt(utfall: .ukjent)])])
    ])
    let effekt = Effekt(
      try Prøvemåneder.tiltak(), punkt: "OB-LOPENDE", i: Effektgrunnlag(rekke), bedømt: løpende)
    #expect(effekt.trukne.midtI == 1)
    #expect(effekt.trukne.før.kontrollert == 0 && effekt.trukne.etter.kontrollert == 0)
    #expect(effekt.dom == .forTidlig)
    #expect(
      effekt.forbehold.last
        == "Én kontrollert sak gjelder både tiden før og tiden etter tiltaket og er ikke regnet med.")
  }

  @Test func `tall fra to ulike regler sammenlignes aldri`() throws {
    let før = try måneder(prikker(10, av: 24), fra: "2013-06", regel: "gammel")
    let etter = try måneder(prikker(2, av: 24), fra: "2014-06", regel: "ny")
    let effekt = Effekt(
      try Prøvemåneder.tiltak(iverksettes: "2014-06-01"), punkt: "OB-LOPENDE",
      i: Effektgrunnlag(Kontrollrekke(før + etter)),
      bedømt: løpende)
    #expect(effekt.dom == .regelEndret)
    #expect(effekt.trukne.annenRegel == 24)
    #expect(
      effekt.forbehold.last == "24 kontrollerte saker er bedømt etter en annen regel og er ikke regnet med.")
    let uten = Effekt(
      try Prøvemåneder.tiltak(iverksettes: "2014-06-01"), punkt: "OB-LOPENDE",
      i: Effektgrunnlag(Kontrollrekke(etter)),
      bedømt: løpende)
    #expect(uten.dom == .ingenFør)
    #expect(
      uten.setning()
        == "Etter tiltaket: 2 av 24. Det finnes ingen kontroller fra før tiltaket å sammenligne med.")
  }

  @Test func `et punkt som bare har en norm, gir merknader, og dem teller vi`() throws {
    let rekke = Kontrollrekke(
      try [("2014-04", Utfall.merknad), ("2014-05", .avvik), ("2014-06", .oppfylt)].map { month, outcome in
        let judged = try Prøvemåneder.dager("\(month)-01..\(month)-28")
        return try Prøvemåneder.kontroll(
          month, [("S-1", [Punkt(utfall: outcome, bedømt: judged, vedBrudd: .merknad)])])
      })
    let effekt = Effekt(
      try Prøvemåneder.tiltak(), punkt: "OB-LOPENDE", i: Effektgrunnlag(rekke), bedømt: løpende)
    #expect(effekt.trukne.før.description == "1 av 1")
    #expect(effekt.trukne.etter.description == "0 av 1")
  }

  @Test func `kontroller fra før dagene ble lagret, kan ikke plasseres`() throws {
    let rekke = Kontrollrekke([
      try Prøvemåneder.kontroll("2014-04", [("S-1", [Punkt(utfall: .avvik, regel: nil)])])
    ])
    let effekt = Effekt(
      try Prøvemåneder.tiltak(), punkt: "OB-LOPENDE", i: Effektgrunnlag(rekke), bedømt: løpende)
    #expect(effekt.trukne.uplassert == 1)
    #expect(effekt.trukne.før.kontrollert == 0)
  }

  /// The plan of 2014 sets its measures on 31 May 2014.
  @Test(arguments: [
    ("OB-ANTALL", "2016-01"), ("OB-LOPENDE", "2015-05"), ("OB-OPPHOLD", "2015-05"), ("OP-FINNES", nil),
  ])
  func `når et tiltak fra 31. mai 2014 kan bedømmes, følger av dagene punktet ser på`(
    punkt: String, måned: String?
  ) throws {
    let library = try Prøvebibliotek.publisert()
    let effekt = Effekt(try Prøvemåneder.tiltak(), punkt: punkt, i: Effektgrunnlag(Kontrollrekke([]))) {
      library.bedømt(punkt, på: $0)
    }
    #expect(effekt.førsteMåned?.description == måned)
  }

  @Test func `et punkt som ser på alt som finnes, kan ikke deles i før og etter`() throws {
    let library = try Prøvebibliotek.publisert()
    let dag = try Prøvemåneder.dato("2014-06-30")
    let sjekkliste = try #require(library.sjekkliste("fosterhjem", på: dag))
    let udelelige = sjekkliste.punkter.filter { sjekkliste.bedømt($0, på: dag).fra == nil }.map(\.id)
    #expect(!udelelige.isEmpty)
    for id in udelelige {
      let effekt = Effekt(try Prøvemåneder.tiltak(), punkt: id, i: Effektgrunnlag(Kontrollrekke([]))) {
        library.bedømt(id, på: $0)
      }
      #expect(effekt.dom == .kanIkkeDeles, "\(id)")
    }
  }
}

extension EffektTests {
  @Test(arguments: [
    (
      "●", "○",
      "Før tiltaket: 1 av 1. Etter: 0 av 1. Det er for tidlig å si om tiltaket virker. Det er færre enn "
        + "seks kontrollerte saker fra før tiltaket å sammenligne med.", nil, Effektdom.forTidlig
    ),
    (
      "●● ●● ●", "○○ ○○ ○○",
      "Før tiltaket: 5 av 5. Etter: 0 av 6. Det er for tidlig å si om tiltaket virker. Det er "
        + "færre enn seks kontrollerte saker fra før tiltaket å sammenligne med.", nil, .forTidlig
    ),
    (
      "●● ●● ●●", "○○ ○○ ○",
      "Før tiltaket: 6 av 6. Etter: 0 av 5. Det er for tidlig å si om tiltaket virker. Med én "
        + "sak i måneden trenger vi om lag én måned til, hvis andelen faktisk er halvert.", 1, .forTidlig
    ),
    (
      "●● ●● ●●", "○○ ○○ ○○", "Før tiltaket: 6 av 6. Etter: 0 av 6. Det er tydelig bedre.", nil, .tydeligBedre
    ),
  ])
  func `færre enn seks saker før eller etter sier aldri noe om bedring`(
    før: String, etter: String, setning: String, flere: Int?, dom: Effektdom
  ) throws {
    let rekke = Kontrollrekke(try måneder(før, fra: "2013-12") + måneder(etter, fra: "2014-06"))
    let effekt = Effekt(
      try Prøvemåneder.tiltak(iverksettes: "2014-06-01"), punkt: "OB-LOPENDE", i: Effektgrunnlag(rekke),
      bedømt: løpende)
    #expect(effekt.dom == dom)
    #expect(effekt.setning() == setning)
    #expect(effekt.flereMåneder == flere)
  }

  @Test func `utenfor gruppa vises ingen tall fra færre enn ti trukne saker`() throws {
    func effekt(_ før: Int, _ etter: Int) throws -> Effekt {
      let rekke = Kontrollrekke(
        try måneder(prikker(før, av: før), fra: "2013-06") + måneder(prikker(0, av: etter), fra: "2014-06"))
      return Effekt(
        try Prøvemåneder.tiltak(iverksettes: "2014-06-01"), punkt: "OB-LOPENDE", i: Effektgrunnlag(rekke),
        bedømt: løpende)
    }
    #expect(
      try effekt(10, 8).setning(utad: true)
        == "Det er for få kontrollerte saker til å vise tall og vurdering her.")
    #expect(try effekt(10, 8).dom(utad: true) == nil && effekt(10, 8).dom(utad: false) == .tydeligBedre)
    #expect(try effekt(10, 10).dom(utad: true) == .tydeligBedre)
    #expect(
      try effekt(10, 10).setning(utad: true)
        == "Før tiltaket: 10 av 10. Etter: 0 av 10. Det er tydelig bedre.")
    #expect(try effekt(10, 8).setning().hasPrefix("Før tiltaket: 10 av 10. Etter: 0 av 8."))
  }
}
