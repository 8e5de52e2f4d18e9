import Quality
import RuleEngine
import Sampling
import Statistics
import Testing
import Values

@Suite struct LeserenighetTests {
  private static let punkter: [Prøvemåneder.Punkt] = [
    .init(id: "VD-KVALITET", utfall: .ikkeKontrollert, forPerson: true, svar: .ikkeOppfylt),
    .init(id: "SA-TILRETTELAGT", utfall: .ukjent, svar: .kanIkkeVurderes),
    .init(id: "OB-ANTALL", utfall: .avvik, svar: .oppfylt), .init(id: "TP-FINNES", utfall: .oppfylt),
    .init(id: "MV-VEDTAK", utfall: .oppfylt, svar: .ikkeAktuelt),
  ]

  /// A year of controls, in which two cases are to be read by two.
  private let rekke: Kontrollrekke
  private let valgte: [Annenleservalg]

  init() throws {
    let first = try #require(Måned("2014-01"))
    rekke = Kontrollrekke(
      try (0..<12).map { index in
        let month = first.adding(måneder: index).description
        return try Prøvemåneder.kontroll(
          month, (0..<2).map { ("S-\(index)-\($0)", LeserenighetTests.punkter) })
      })
    valgte = Annenleservalg.lesesTo(i: rekke, team: "fosterhjem-1")
  }

  private func lesning(_ valg: Annenleservalg, _ svar: [(String, Svaralternativ)]) -> Annenlesning {
    Annenlesning(
      team: "fosterhjem-1", måned: valg.måned.description, sak: valg.sak, rolle: "kontrollør",
      svar: svar.map { .init($0.0, $0.1) })
  }

  private func enighet(_ lesninger: [Annenlesning]) throws -> Leserenighet {
    Leserenighet(
      lesninger, i: rekke, fra: try #require(Måned("2014-01")), til: try #require(Måned("2014-12")))
  }

  @Test func `bare punkter som et menneske har svart på, sammenlignes, med leserens eget svar`() throws {
    #expect(valgte.count == 2)
    let result = try enighet([
      lesning(
        valgte[0],
        [
          ("VD-KVALITET", .oppfylt), ("SA-TILRETTELAGT", .kanIkkeVurderes), ("OB-ANTALL", .oppfylt),
          ("TP-FINNES", .ikkeOppfylt), ("FINNES-IKKE", .oppfylt), ("MV-VEDTAK", .ikkeAktuelt),
        ])
    ])
    #expect(result.par.map(\.punkt) == ["VD-KVALITET", "SA-TILRETTELAGT", "OB-ANTALL", "MV-VEDTAK"])
    #expect(result.ulike.map(\.punkt) == ["VD-KVALITET"])
    #expect(result.ulike.first?.første == .ikkeOppfylt)
    #expect(result.enighet?.enige == 3)
  }

  @Test func `bare saker som trekningen valgte, regnes med, og bare fra perioden`() throws {
    let other = try #require(
      rekke.kontroller.flatMap { control in
        control.trukne.map { (control.nøkkel.måned, $0) }
      }.first { pair in !valgte.contains { $0.sak == pair.1 } })
    let result = try enighet([
      lesning(valgte[1], [("VD-KVALITET", .ikkeOppfylt)]),
      Annenlesning(
        team: "fosterhjem-1", måned: other.0.description, sak: other.1, rolle: "kontrollør",
        svar: [.init("VD-KVALITET", .oppfylt)]),
      Annenlesning(team: "fosterhjem-1", måned: "2013-12", sak: "S-1", rolle: "kontrollør", svar: []),
    ])
    #expect(result.valgte == 2)
    #expect(result.lest == 1)
    #expect(result.ikkeValgt == 1)
    #expect(result.par.count == 1)
  }

  @Test func `en sak som leses en gang til, telles én gang, som sist`() throws {
    let result = try enighet([
      lesning(valgte[0], [("VD-KVALITET", .oppfylt)]), lesning(valgte[0], [("VD-KVALITET", .ikkeOppfylt)]),
    ])
    #expect(result.lest == 1)
    #expect(result.par.count == 1 && result.ulike.isEmpty)
  }

  @Test func `svar som ikke kan sammenlignes, telles og forklares, og saken er ikke sammenlignet`() throws {
    let result = try enighet([
      lesning(valgte[0], [("TP-FINNES", .ikkeOppfylt), ("FINNES-IKKE", .oppfylt)]),
      lesning(valgte[1], [("VD-KVALITET", .ikkeOppfylt), ("TP-FINNES", .oppfylt)]),
    ])
    #expect(result.lest == 2 && result.sammenlignet == 1)
    #expect(result.utelatt.regelen == 2 && result.utelatt.ukjentPunkt == 1)
    #expect(
      result.setning
        == "Av de to sakene som skulle leses av to, er to lest. I én av dem er det svar å sammenligne. To svar "
        + "gjelder punkter som regelen avgjorde, og er ikke regnet med. Ett svar gjelder punkter som ikke er i "
        + "kontrollen, og er ikke regnet med. De to leserne svarte likt på 1 av 1 spørsmål. Alle svarene var de "
        + "samme, så kappa kan ikke regnes ut.")
  }

  @Test func `enigheten får et ord bare når hele intervallet bærer det`() throws {
    func setning(_ andre: (Int) -> Svaralternativ) throws -> String {
      let first = try #require(Måned("2014-01"))
      let points = (0..<60).map { index in
        Prøvemåneder.Punkt(
          id: "P-\(index)", utfall: .ikkeKontrollert, forPerson: true,
          svar: index % 2 == 0 ? .oppfylt : .ikkeOppfylt)
      }
      let many = Kontrollrekke(
        try (0..<6).map { month in
          try Prøvemåneder.kontroll(
            first.adding(måneder: month).description, (0..<2).map { ("S-\(month)-\($0)", points) })
        })
      let chosen = try #require(Annenleservalg.lesesTo(i: many, team: "fosterhjem-1").first)
      return Leserenighet(
        [lesning(chosen, (0..<60).map { ("P-\($0)", andre($0)) })], i: many, fra: first,
        til: first.adding(måneder: 11)
      ).setning
    }
    let good = try setning { ($0 % 2 == 0) != ($0 < 6) ? .oppfylt : .ikkeOppfylt }
    #expect(good.hasSuffix(": svært god enighet utover det tilfeldighetene gir."), "\(good)")
    let chance = try setning { $0 % 4 < 2 ? .oppfylt : .ikkeOppfylt }
    #expect(chance.hasSuffix(": dårlig enighet utover det tilfeldighetene gir."), "\(chance)")
  }

  @Test func `setningen sier hvor mange, hvor enige og hvor sikkert det er`() throws {
    let same = try enighet([lesning(valgte[0], [("VD-KVALITET", .ikkeOppfylt)])])
    #expect(
      same.setning
        == "Av de to sakene som skulle leses av to, er én lest. De to leserne svarte likt på 1 av 1 spørsmål. Alle "
        + "svarene var de samme, så kappa kan ikke regnes ut.")
    let some = try enighet(
      valgte.map {
        lesning(
          $0,
          [
            ("VD-KVALITET", $0 == valgte[0] ? .oppfylt : .ikkeOppfylt), ("OB-ANTALL", .oppfylt),
            ("MV-VEDTAK", .ikkeAktuelt),
          ])
      })
    #expect(
      some.setning
        == "Av de to sakene som skulle leses av to, er to lest. De to leserne svarte likt på 5 av 6 spørsmål. Kappa er "
        + "0,75, trolig mellom 0,32 og 1,00. Så få svar kan ikke vise hvor enige leserne er.")
    let none = Leserenighet(
      [], i: Kontrollrekke([]), fra: try #require(Måned("2014-01")), til: try #require(Måned("2014-12")))
    #expect(none.setning == "Ingen saker skulle leses av to.")
    #expect(try enighet([]).setning == "Av de to sakene som skulle leses av to, er ingen lest.")
  }
}
