import Checklists
import Quality
import RuleEngine
import Sampling
import Testing
import Values

/// What must hold of before and after whatever the controls are.
@Suite struct EffektregelTests {
  private struct Verden {
    var kontroller: [Kontroll] = []
    var dag: Dato
    var før = 0
    var etter = 0
    var midtI = 0
  }

  /// Random controls, each point with random days around the measure; what must come out is counted beside.
  private func verden(_ generator: inout SplitMix64) throws -> Verden {
    let dag = try Prøvemåneder.dato("2014-05-31").adding(dager: generator.tall(-40...40))
    var world = Verden(dag: dag)
    for number in 0..<generator.tall(1...6) {
      let saker = try (0..<2).map { index -> (key: String, value: [Prøvemåneder.Punkt]) in
        let first = dag.adding(dager: generator.tall(-3...3))
        let judged = Bedømt(
          fra: generator.tall(0...4) == 0 ? nil : first, til: first.adding(dager: generator.tall(0...3)))
        let outcome = try #require(
          [Utfall.oppfylt, .avvik, .merknad, .ukjent, .ikkeAktuelt].dropFirst(generator.tall(0...4)).first)
        if outcome == .oppfylt || outcome == .avvik {
          if judged.til < dag {
            world.før += 1
          } else if let fra = judged.fra, fra >= dag {
            world.etter += 1
          } else {
            world.midtI += 1
          }
        }
        return ("S-\(number)-\(index)", [.init(utfall: outcome, bedømt: judged)])
      }
      world.kontroller.append(try Prøvemåneder.kontroll("2014-0\(number + 1)", saker))
    }
    return world
  }

  @Test func `hver sak telles ett sted, og aldri en som ligger på begge sider`() throws {
    var generator = SplitMix64(frø: 5)
    for _ in 0..<300 {
      let world = try verden(&generator)
      let counts = FørOgEtter(Kontrollrekke(world.kontroller).utfall("OB-LOPENDE"), fra: world.dag)
      #expect(counts.før.kontrollert == world.før)
      #expect(counts.etter.kontrollert == world.etter)
      #expect(counts.midtI == world.midtI)
      #expect(counts.annenRegel + counts.uplassert == 0)
    }
  }

  @Test func `rekkefølgen på kontrollene betyr ingenting`() throws {
    var generator = SplitMix64(frø: 6)
    for _ in 0..<100 {
      let world = try verden(&generator)
      let outcomes = Kontrollrekke(world.kontroller).utfall("OB-LOPENDE")
      let turned = FørOgEtter(Array(outcomes.reversed()), fra: world.dag)
      #expect(turned == FørOgEtter(outcomes, fra: world.dag))
      let cut = generator.tall(0...outcomes.count)
      #expect(
        FørOgEtter(Array(outcomes[cut...] + outcomes[..<cut]), fra: world.dag) == turned)
    }
  }

  private func alle(_ avvik: Int, _ oppfylt: Int, ukjent: Int = 0, ikkeAktuelt: Int = 0) -> [Punkttelling] {
    var count = Punkttelling(punkt: "OB-LOPENDE", spørsmål: "?")
    for (outcome, number) in [
      (Utfall.avvik, avvik), (.oppfylt, oppfylt), (.ukjent, ukjent), (.ikkeAktuelt, ikkeAktuelt),
    ] {
      for _ in 0..<number { count.tell(outcome) }
    }
    return [count]
  }

  private func kontroll(
    _ måned: String, _ dager: String, _ alle: [Punkttelling], team: String = "fosterhjem-1",
    regel: String = "r1"
  ) throws -> Kontroll {
    try Prøvemåneder.kontroll(
      måned, team: team,
      [("S-\(måned)", [.init(utfall: .oppfylt, bedømt: try Prøvemåneder.dager(dager), regel: regel)])],
      alle: alle)
  }

  @Test func `alle saker: siste måned før mot siste måned etter, for de samme teamene`() throws {
    let rekke = Kontrollrekke([
      try kontroll("2014-04", "2014-04-01..2014-04-30", alle(40, 60)),
      try kontroll("2014-05", "2014-05-01..2014-05-30", alle(31, 87, ukjent: 4)),
      try kontroll("2014-06", "2014-05-15..2014-06-14", alle(99, 1)),
      try kontroll("2014-07", "2014-07-01..2014-07-31", alle(20, 100)),
      try kontroll("2014-08", "2014-08-01..2014-08-31", alle(12, 109)),
      try kontroll("2014-08", "2014-08-01..2014-08-31", alle(50, 50), team: "fosterhjem-2"),
    ])
    let effekt = Effekt(try Prøvemåneder.tiltak(), punkt: "OB-LOPENDE", i: Effektgrunnlag(rekke)) { _ in nil }
    #expect(
      effekt.alleSakerSetning()
        == "I alle sakene: 31 av 118 hadde avvik i kontrollen for mai 2014, og 12 av 121 i kontrollen for august "
        + "2014. Her er det ingen usikkerhet fra utvalget. Punktet kunne ikke avgjøres i fire saker den første "
        + "måneden og ingen saker den siste.")
  }

  @Test(arguments: [
    (31, 87, 0, 0, true), (4, 87, 0, 0, false), (80, 2, 0, 0, false), (31, 87, 3, 0, false),
    (0, 90, 0, 0, true), (31, 87, 0, 2, false), (31, 87, 0, 20, true),
  ])
  func `utenfor gruppa skjules små tall fra alle saker`(
    avvik: Int, oppfylt: Int, ukjent: Int, ikkeAktuelt: Int, vises: Bool
  )
    throws
  {
    let rekke = Kontrollrekke([
      try kontroll("2014-04", "2014-04-01..2014-04-30", alle(40, 60)),
      try kontroll(
        "2014-08", "2014-08-01..2014-08-31", alle(avvik, oppfylt, ukjent: ukjent, ikkeAktuelt: ikkeAktuelt)),
    ])
    let effekt = Effekt(try Prøvemåneder.tiltak(), punkt: "OB-LOPENDE", i: Effektgrunnlag(rekke)) { _ in nil }
    let hidden = "Punktet er også sjekket i alle sakene, men tallene er for små til å vises her."
    #expect((effekt.alleSakerSetning(utad: true) != hidden) == vises)
    #expect(effekt.alleSakerSetning() != hidden)
  }

  @Test func `alle saker sammenlignes ikke over en regelendring eller uten et før`() throws {
    let før = try kontroll("2014-04", "2014-04-01..2014-04-30", alle(40, 60), regel: "gammel")
    let etter = try kontroll("2014-08", "2014-08-01..2014-08-31", alle(12, 109))
    for rekke in [[før, etter], [etter], [før]] {
      #expect(
        Effekt(try Prøvemåneder.tiltak(), punkt: "OB-LOPENDE", i: Effektgrunnlag(Kontrollrekke(rekke))) { _ in
          nil
        }.alle
          == nil
      )
    }
  }
}
