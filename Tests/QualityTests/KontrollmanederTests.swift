import AuditStore
import JSONText
import Quality
import RuleEngine
import Sampling
import Testing
import Values

@Suite struct KontrollmånederTests {
  private let lager: Prøvelager

  init() throws { lager = try Prøvelager() }

  @discardableResult
  private func måned(_ måned: String, lås: Bool = true) throws -> Kontroll {
    let verb = try lager.verb(måned)
    var control = try verb.kjør(
      Prøveteam.grunnlag(), frø: .oppgitt(Prøveteam.frø), rolle: "teamleder", vurdering: Prøveteam.vurder)
    if lås {
      try Prøveteam.svarPåAlt(verb)
      control = try verb.lås(dato: Dato(dag: 16_346), rolle: "teamleder")
    }
    return control
  }

  @Test func `en trukket sak hviler i elleve måneder, og den byttede gjør ikke`() throws {
    let verb = try lager.verb("2014-01")
    let first = try måned("2014-01", lås: false)
    let inn = try verb.bytt(ut: first.trukne[0], grunn: .avsluttet, rolle: "teamleder")
    let resting = Set([inn, first.trukne[1]])
    for month in ["2014-02", "2014-12"] {
      let control = try måned(month, lås: false)
      let kept = Set(control.saksliste?.ramme.utelatt.filter { $0.grunn == .karens }.map(\.id) ?? [])
      #expect(kept.isSuperset(of: resting), "\(month)")
      if month == "2014-02" { #expect(kept == resting) }
      #expect(resting.isDisjoint(with: control.trukne), "\(month)")
      #expect(control.saksliste?.ramme.ids.count == 10 - kept.count)
      #expect(control.alleSaker.map { $0.omsorgssaker + $0.frivillige } == 10, "hvilende saker telles også")
    }
    let later = try måned("2015-01", lås: false)
    #expect(resting.isSubset(of: later.saksliste?.ramme.ids ?? []))
  }

  @Test func `forrige låste kontroll følges opp med det reglene finner nå`() throws {
    let august = try måned("2014-08")
    try måned("2014-09", lås: false)
    let october = try måned("2014-10", lås: false)
    let forrige = try #require(october.forrige)
    #expect(forrige.måned == "2014-08", "en kontroll som ikke er låst, følges ikke opp")
    #expect(forrige.avvik.map(\.avvik.sak) == august.trukne)
    #expect(forrige.avvik.map(\.nå) == [.avvik, .avvik])
    #expect(august.forrige == nil)
  }

  @Test func `trekningsbeviset holder, også med et bytte, og et endret lodd avsløres`() throws {
    let verb = try lager.verb("2014-09")
    let control = try måned("2014-09", lås: false)
    try verb.bytt(
      ut: control.trukne[1], grunn: .annet, begrunnelse: "Flyttet til et annet team.", rolle: "teamleder")
    let proof = try verb.trekningsbevis()
    try proof.kontroller()
    #expect(proof.trukket == (try verb.kontroll().trukne))
    #expect(proof.journal.forpliktelse?.hasPrefix("1-") == true)
    #expect(proof.journal.frø?.hasPrefix("2-") == true)
    let text = proof.json.compactText
    #expect(!text.contains("Flyttet"), "begrunnelsen blir i journalen")
    let ticket = try #require(proof.lodd.first?.lodd)
    let forged = String(decoding: Array(text.utf8), as: UTF8.self)
      .split(separator: ticket).joined(separator: String(ticket.reversed()))
    #expect(throws: Bevisfeil.self) {
      try Trekningsbevis(json: JSONValue(parsing: forged)).kontroller()
    }
  }

  @Test func `uten trekning finnes det ikke noe bevis`() throws {
    let verb = try lager.verb()
    #expect(throws: IkkeTillatt.ikkeTrukket) { try verb.trekningsbevis() }
  }

  @Test func `en slettet sakskopi hindrer ikke at kontrollen leses, men ingen opplysning kan fylles inn`()
    throws
  {
    let verb = try lager.verb("2014-09")
    let control = try måned("2014-09", lås: false)
    let store = verb.lager
    let copies = try store.oppføringer(.innlesing).map(\.n)
    #expect(copies.count == 2)
    try store.act(tid: "2020-01-01T00:00:00Z", salt: { [UInt8](repeating: 1, count: 32) }) { room in
      _ = try room.slett(copies, grunn: "Fristen er ute.", rolle: "arkivar")
    }
    let after = try verb.kontroll()
    #expect(after.saker == control.saker)
    #expect(after.øyeblikksbilder.isEmpty)
    #expect(throws: Kontrollverbfeil.manglerØyeblikksbilde(control.trukne[0])) {
      try verb.svar(
        Svar(
          sak: control.trukne[0], innhold: .opplysning(sted: Prøveteam.sted, verdi: .bool(true)),
          rolle: "kontrollør"), vurdering: Prøveteam.vurder)
    }
  }

  @Test func `slettede funn sies rett ut og blir ikke til en halv kontroll`() throws {
    let verb = try lager.verb("2014-09")
    try måned("2014-09")
    let findings = try verb.lager.oppføringer(.kontroll).map(\.n)
    try verb.lager.act(tid: "2030-01-01T00:00:00Z", salt: { [UInt8](repeating: 1, count: 32) }) { room in
      _ = try room.slett(findings, grunn: "Fristen er ute.", rolle: "arkivar")
    }
    #expect(throws: Kontrollverbfeil.self) { try verb.kontroll() }
  }

  @Test func `journalen ser de samme trukne sakene og utfallene som kontrollen`() throws {
    let verb = try lager.verb("2014-09")
    let control = try måned("2014-09")
    let month = try #require(Måned("2014-09"))
    let drawn = try verb.lager.rader(.trukketSak, måned: month, team: "fosterhjem-1")
    #expect(drawn.compactMap { $0["sak"]?.string } == control.trukne)
    let outcomes = try verb.lager.rader(.utfall, måned: month)
    #expect(
      outcomes.suffix(2).compactMap { $0["utfall"]?.string }
        == control.saker.last?.punkter.map(\.vurdering.utfall.rawValue))
    let answers = try verb.lager.rader(.svar, måned: month)
    #expect(answers.count == control.svar.count)
    #expect(answers.allSatisfy { $0["sak"]?.string != nil })
    let status = try verb.lager.rader(.kontrollstatus, måned: month)
    #expect(status.first?["antall_saker"] == .integer(10))
    #expect(status.first?["antall_trukne"] == .integer(2))
  }
}
