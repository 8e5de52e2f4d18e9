import RuleEngine
import Sampling
import Statistics
import Testing
import Values

@testable import Quality

@Suite struct KvalitetsoppsummeringTests {
  private func register(
    avvik: [Avvik] = [], tiltak: [Tiltak] = [], møter: [Møte] = []
  ) -> Kvalitetsregister {
    var register = Kvalitetsregister()
    (register.avvik, register.tiltak, register.møter) = (avvik, tiltak, møter)
    return register
  }

  private func bilde(_ avvik: [Avvik]) throws -> Avviksbilde {
    try Prøverekke.oppsummering([], register(avvik: avvik)).avvik
  }

  // MARK: The agenda

  @Test func `forrige referat er det siste før perioden, og det andre utvalgets saker kommer med`() throws {
    var group = try Prøveregister.møte(
      "KG-2014-09", .kvalitetsgruppe, "2014-09-03", fra: "2014-07", til: "2014-08")
    let older = try Prøveregister.møte(
      "KG-2014-07", .kvalitetsgruppe, "2014-07-02", fra: "2014-05", til: "2014-06")
    let same = try Prøveregister.møte(
      "KG-2014-10", .kvalitetsgruppe, "2014-10-31", fra: "2014-09", til: "2014-10")
    var board = try Prøveregister.møte(
      "KU-2014-10", .kvalitetsutvalg, "2014-10-01", fra: "2014-07", til: "2014-08")
    var boardBefore = try Prøveregister.møte(
      "KU-2014-08", .kvalitetsutvalg, "2014-08-01", fra: "2014-05", til: "2014-06")
    let matter = Oversendelse(
      fra: "KU-2014-10", til: .kvalitetsgruppe, gjelder: "OB", tekst: "Se på besøkene.")
    board.sendt = [matter]
    boardBefore.sendt = [
      Oversendelse(fra: "KU-2014-08", til: .kvalitetsgruppe, gjelder: nil, tekst: "Gammel.")
    ]
    group.vedtak = [
      try Prøveregister.vedtak("V-1", group, frist: "2014-10-30"),
      try Prøveregister.vedtak("V-2", group, frist: "2014-09-30"),
      try Prøveregister.vedtak("V-3", group, frist: "2014-10-31"),
      try Prøveregister.vedtak("V-4", group, frist: "2014-09-30", utført: "2014-10-01"),
      try Prøveregister.vedtak("V-5", group, frist: "2014-09-30", utført: "2014-11-01"),
    ]
    let all = register(møter: [older, boardBefore, group, board, same])
    let items = try Prøverekke.oppsummering([], all).møtesaker
    #expect(items.forrige?.nummer == "KG-2014-09")
    #expect(items.oversendt == [matter])
    #expect(items.forfalteVedtak.map(\.nummer) == ["V-2", "V-5", "V-1"])
    let other = try Prøverekke.oppsummering([], all, Prøverekke.valg(slag: .kvalitetsutvalg)).møtesaker
    #expect(other.forrige?.nummer == "KU-2014-10")
    #expect(other.forfalteVedtak.isEmpty)
  }

  @Test func `nye avvik hører til kontrollens måned eller dagen de ble meldt`() throws {
    let avvik = [
      try Prøveregister.funn("AV-1", "2014-08"), try Prøveregister.funn("AV-2", "2014-09"),
      try Prøveregister.funn("AV-3", "2014-10", meldt: "2014-11-04"),
      try Prøveregister.melding("AV-4", "2014-08-31"), try Prøveregister.melding("AV-5", "2014-10-31"),
      try Prøveregister.melding("AV-6", "2014-11-01"),
      try Prøveregister.funn(
        "AV-7", "2014-03",
        try Prøveregister.lukket("2014-06-01") + [
          ("2014-10-02", .gjenåpnet(Gjenfunn(måned: try Prøverekke.måned("2014-09"), bedømt: nil)))
        ]),
    ]
    let items = try Prøverekke.oppsummering([], register(avvik: avvik)).møtesaker
    #expect(items.nyeAvvik.map(\.nummer) == ["AV-2", "AV-3", "AV-5"])
    #expect(items.gjenåpnede.map(\.nummer) == ["AV-7"])
  }

  @Test func `tiltak kommer opp når de skal evalueres, eller skulle vært satt i verk`() throws {
    let tiltak = [
      try Prøveregister.tiltak(
        "T-1", iverksettes: "2014-03-01", evalueres: "2014-10-31", iverksatt: "2014-03-01"),
      try Prøveregister.tiltak(
        "T-2", iverksettes: "2014-03-01", evalueres: "2014-11-01", iverksatt: "2014-03-01"),
      try Prøveregister.tiltak("T-3", iverksettes: "2014-10-30", evalueres: "2014-12-01"),
      try Prøveregister.tiltak("T-4", iverksettes: "2014-10-31", evalueres: "2014-12-01"),
      try Prøveregister.tiltak(
        "T-5", iverksettes: "2014-02-01", evalueres: "2014-09-01", iverksatt: "2014-02-01"),
    ]
    let closed = try Prøveregister.funn(
      "AV-1", "2014-06", Prøveregister.lukket("2014-10-10", utenEffekt: "For få saker til å se det."))
    let items = try Prøverekke.oppsummering([], register(avvik: [closed], tiltak: tiltak)).møtesaker
    #expect(items.tilEvaluering.map(\.nummer) == ["T-5", "T-1"])
    #expect(items.ikkeIverksatt.map(\.nummer) == ["T-3"])
    #expect(items.lukketUtenEffekt.map(\.nummer) == ["AV-1"])
  }

  @Test func `registeret leses slik det sto på dagen`() throws {
    let avvik = try Prøveregister.funn("AV-1", "2014-06", Prøveregister.lukket("2014-10-10"))
    for (day, state) in [("2014-10-09", Avvikstilstand.meldt), ("2014-10-10", .lukket)] {
      let seen = register(avvik: [avvik]).per(try Prøverekke.dato(day))
      #expect(seen.avvik.first?.tilstand == state)
    }
    #expect(register(avvik: [avvik]).per(try Prøverekke.dato("2014-05-31")).avvik.isEmpty)
  }

  // MARK: The figures

  @Test func `åpne avvik telles etter tilstand, og fristen er passert først dagen etter`() throws {
    let picture = try bilde([
      try Prøveregister.funn("AV-1", "2014-09"),
      try Prøveregister.funn(
        "AV-2", "2014-09", [("2014-10-02", try Prøveregister.vurdert(frist: "2014-10-30"))]),
      try Prøveregister.funn(
        "AV-3", "2014-09", [("2014-10-02", try Prøveregister.vurdert(frist: "2014-10-31"))]),
      try Prøveregister.funn("AV-4", "2013-01", Prøveregister.lukket("2014-10-10")),
    ])
    #expect(picture.antallÅpne == 3)
    #expect(picture.antallOverFrist == 1)
    #expect(picture.åpne.map(\.antall) == [1, 2, 0, 0, 0])
    #expect(picture.årsaker.first { $0.årsak == .kapasitet }?.antall == 2)
    #expect(picture.utenÅrsak == 1)
    #expect(picture.kryss.map(\.tilstander) == [[1, 2, 0, 0, 0, 0]])
    #expect(picture.kryss.map(\.alvorlighet) == [[0, 0, 3, 0, 0]])
  }

  @Test func `tiden til lukking gis som median først når fem er lukket`() throws {
    let days = ["2014-06-05", "2014-06-11", "2014-07-01", "2014-08-10", "2014-09-01"]
    let all = try days.map {
      try Prøveregister.funn("AV", "2014-05", meldt: "2014-06-01", Prøveregister.lukket($0))
    }
    #expect(try bilde(all).lukketid == [4, 10, 30, 70, 92])
    #expect(try bilde(all).medianLukketid == 30)
    #expect(try bilde(Array(all.dropLast())).medianLukketid == nil)
    #expect(try bilde(Array(all.dropLast())).lukketid == [4, 10, 30, 70])
    let sixth = try Prøveregister.funn(
      "AV", "2014-05", meldt: "2014-06-01", Prøveregister.lukket("2014-07-02"))
    #expect(try bilde(all + [sixth]).medianLukketid == 30.5)
  }

  @Test func `et gjenåpnet avvik er ikke lukket, og tiden går fra gjenåpningen`() throws {
    let again = Avvikshendelse.gjenåpnet(Gjenfunn(måned: try Prøverekke.måned("2014-07"), bedømt: nil))
    let reopened = try Prøveregister.funn(
      "AV-1", "2014-03", meldt: "2014-04-01", try Prøveregister.lukket("2014-05-01") + [("2014-08-01", again)]
    )
    #expect(try bilde([reopened]).lukketid.isEmpty)
    #expect(try bilde([reopened]).gjenåpnet == 1)
    let closed = try Prøveregister.funn(
      "AV-1", "2014-03", meldt: "2014-04-01",
      try Prøveregister.lukket("2014-05-01") + [("2014-08-01", again)] + Prøveregister.lukket("2014-08-11"))
    #expect(try bilde([closed]).lukketid == [10])
  }

  @Test func `meldt på forhånd er samme prosedyre og samme sak, før kontrolldatoen`() throws {
    let findings = [
      try Prøveregister.funn("AV-1", "2014-09", sak: "S-001"),
      try Prøveregister.funn("AV-2", "2014-09", sak: "S-002"),
      try Prøveregister.funn("AV-3", "2014-09", sak: "S-003", prosedyre: "plan"),
      try Prøveregister.funn("AV-4", "2014-09", sak: "S-004", prosedyre: "annen"),
      try Prøveregister.funn("AV-5", "2014-02", sak: "S-005"),
    ]
    let reports = [
      try Prøveregister.melding("AV-6", "2014-09-30", skjedde: "2014-09-01", sak: "S-001"),
      try Prøveregister.melding("AV-7", "2014-10-01", skjedde: "2014-09-01", sak: "S-002"),
      try Prøveregister.melding("AV-8", "2014-09-02", sak: "S-003"),
      try Prøveregister.melding("AV-9", "2014-09-02"),
      try Prøveregister.melding("AV-10", "2014-02-01", sak: "S-005"),
    ]
    let activity = try Prøverekke.oppsummering([], register(avvik: findings + reports)).meldt
    #expect(activity.iPerioden == .init(funnet: 3, meldt: 1))
    #expect(activity.tolvMåneder == .init(funnet: 4, meldt: 2))
    #expect(activity.prosedyrer.map(\.prosedyre.id) == ["besøk", "plan"])
    #expect(activity.prosedyrer.map(\.iPerioden) == [4, 0])
    #expect(activity.prosedyrer.map(\.tolvMåneder) == [5, 0])
  }

  @Test func `en melding teller bare for funnet den gjelder, og aldri når den er avvist`() throws {
    let turnedDown: [(String, Avvikshendelse)] = [
      ("2014-09-03", try Prøveregister.vurdert(frist: "2014-10-01")),
      ("2014-09-03", .avvist(Lukkebevis(.dokument, referanse: "14/1"))),
    ]
    let one = [try Prøveregister.funn("AV-1", "2014-09", punkt: "OB")]
    let two = one + [try Prøveregister.funn("AV-2", "2014-09", punkt: "FOR")]
    let known = try Prøveregister.funn(
      "AV-2", "2014-05", punkt: "FOR",
      [("2014-10-02", .funnetIgjen(Gjenfunn(måned: try Prøverekke.måned("2014-09"), bedømt: nil)))])
    let cases: [(found: [Avvik], point: String?, acts: [(String, Avvikshendelse)], counts: Int)] = [
      (one, nil, [], 1), (one, "OB", [], 1), (one, "FOR", [], 0),
      (one, nil, turnedDown, 0), (one, "OB", turnedDown, 0),
      (two, nil, [], 0), (two, "FOR", [], 1), (one + [known], nil, [], 0), (one + [known], "OB", [], 1),
    ]
    for (index, expected) in cases.enumerated() {
      let report = try Prøveregister.melding(
        "AV-9", "2014-09-02", sak: "S-001", punkt: expected.point, expected.acts)
      let activity = try Prøverekke.oppsummering([], register(avvik: expected.found + [report])).meldt
      #expect(activity.iPerioden.meldt == expected.counts, "case \(index)")
    }
  }

  @Test func `trekningen går ut av gruppa først når hele året er kontrollert etter én regel`() throws {
    let year = Array(repeating: "oo", count: 12)
    let changed: [String?] = Array(repeating: "r1", count: 11) + ["r2"]
    for (months, rules, rows) in [
      (year, nil, 1), (Array(year.dropLast()), nil, 0), (year, changed, 0), (year.map { _ in "o." }, nil, 1),
    ] {
      let summary = try Prøverekke.oppsummering(Prøverekke.år(months, regler: rules))
      #expect(Eksternoppsummering(summary).punkter.count == rows)
    }
  }

  @Test func `dekningen navngir måneder uten kontroll, sene låsinger og bytter`() throws {
    let swap = Saksbytte(ut: "S-009", inn: "S-004", grunn: .avsluttet, rolle: "teamleder")
    let controls = [
      try Prøverekke.kontroll("2014-06", ["S-001": [:], "S-002": [:]]),
      try Prøverekke.kontroll("2014-08", ["S-003": [:], "S-004": [:]], bytter: [swap]),
      try Prøverekke.kontroll("2014-09", ["S-005": [:]], låst: "2014-11-01"),
    ]
    let coverage = try #require(try Prøverekke.oppsummering(controls).dekning.first)
    #expect(coverage.måneder == (try Prøverekke.måned("2014-06")...Prøverekke.måned("2014-10")))
    #expect(coverage.planlagt == 10)
    #expect(coverage.kontrollert == 5)
    #expect(coverage.iPerioden == .init(planlagt: 4, kontrollert: 1))
    #expect(coverage.utenKontroll.map(\.description) == ["2014-07", "2014-10"])
    #expect(coverage.forSene.map(\.description) == ["2014-09"])
    #expect(coverage.bytter == [.init(måned: try Prøverekke.måned("2014-08"), grunn: .avsluttet)])
  }

  @Test func `alle saker summeres over team og følges fra måned til måned`() throws {
    func counts(_ avvik: Int, _ oppfylt: Int) -> AlleSaker {
      var count = Punkttelling(punkt: "OB", spørsmål: "Er OB i orden?")
      (count.avvik, count.oppfylt) = (avvik, oppfylt)
      return AlleSaker(
        omsorgssaker: avvik + oppfylt, frivillige: 0, lesefeil: 0, punkter: [count], avvik: [])
    }
    let drawn: KeyValuePairs<String, Prøverekke.Utfallene> = ["S-001": ["OB": .oppfylt]]
    let controls = [
      try Prøverekke.kontroll("2014-09", drawn, alle: counts(3, 30)),
      try Prøverekke.kontroll("2014-10", drawn, regel: "r2", alle: counts(2, 31)),
      try Prøverekke.kontroll("2014-10", team: "b", drawn, regel: "r2", alle: counts(5, 10)),
    ]
    let series = try #require(try Prøverekke.oppsummering(controls).alleSaker.first)
    #expect(series.måneder.map(\.telling.avvik) == [3, 7])
    #expect(series.måneder.map(\.telling.saker) == [33, 48])
    #expect(series.måneder.map(\.team) == [["a"], ["a", "b"]])
    #expect(series.måneder.map(\.erNyVersjon) == [false, true])
  }

  @Test func `løpet teller avgjorte sjekker og begynner på nytt ved ny sjekkliste`() throws {
    var controls = try Prøverekke.år(Array(repeating: "A?", count: 6) + Array(repeating: "om", count: 6))
    let run = try Prøverekke.oppsummering(controls).løp
    #expect(run.måneder.map(\.avgjort) == Array(repeating: 1, count: 6) + Array(repeating: 2, count: 6))
    #expect(run.måneder.map(\.avvik) == Array(repeating: 1, count: 6) + Array(repeating: 0, count: 6))
    #expect(run.test?.signal == true)
    #expect(run.test == Løpstest(run.måneder.compactMap(\.andel)))
    controls[11] = try Prøverekke.kontroll("2014-10", ["S-030": ["OB": .avvik]], versjon: "2014-10-01")
    let revised = try Prøverekke.oppsummering(controls).løp
    #expect(revised.grunnlinje.map(\.måned.description) == ["2014-10"])
    #expect(revised.test == nil)
  }
}
