import AuditStore
import CaseRecords
import JSONText
import Quality
import RuleEngine
import Sampling
import Testing
import Values

@Suite struct KontrollverbTests {
  private let lager: Prøvelager

  init() throws { lager = try Prøvelager() }

  private func kjør(_ verb: Kontrollverb, _ frø: Frøvalg = .oppgitt(Prøveteam.frø)) throws -> Kontroll {
    try verb.kjør(Prøveteam.grunnlag(), frø: frø, rolle: "teamleder", vurdering: Prøveteam.vurder)
  }

  private let låsedag = Dato(dag: 16_346)

  @Test func `en hel kontroll går fra låst saksliste til journalkode`() throws {
    let verb = try lager.verb()
    let drawn = try kjør(verb)
    #expect(drawn.status == .vurdert)
    let expected = Lodd.rangert(ids: Prøveteam.saker.map(\.sak), frø: Prøveteam.frø).map(\.id)
    #expect(drawn.trukne == Array(expected.prefix(2)))
    #expect(drawn.alleSaker?.omsorgssaker == 7)
    #expect(drawn.alleSaker?.frivillige == 3)
    #expect(drawn.alleSaker?.lesefeil == 1)
    #expect(drawn.trekningstall?.bevisbar == false)
    try Prøveteam.svarPåAlt(verb)
    let locked = try verb.lås(dato: låsedag, rolle: "teamleder")
    #expect(locked.status == .låst)
    #expect(
      try locked.journalkode == verb.lager.journalkode().description, "koden dekker avvikene som låsen åpnet")
    #expect(try lager.verb().kontroll() == locked, "neste prosess leser den samme kontrollen")
    for avvik in try Kvalitetsregister(verb.lager).avvik.prefix(1) {
      try Oppfølgingsverb(
        verb.lager, enhet: "solvik", tid: "2014-10-09T12:00:00Z", dato: låsedag,
        salt: { Array(repeating: 7, count: 32) }
      ).svar(avvik.nummer, "Vi ser på det.", rolle: "saksbehandler")
    }
    #expect(try lager.verb().kontroll() == locked, "det som skjer senere, endrer ikke koden på protokollen")
  }

  @Test func `en kjøring som stanser etter et steg, fortsetter der den slapp`() throws {
    let other = try Prøvelager()
    let whole = try kjør(other.verb())
    for steps in 0...3 {
      let lager = try Prøvelager()
      if steps > 0 { try lager.verb().låsSaksliste(Prøveteam.grunnlag(), rolle: "teamleder") }
      if steps > 1 {
        try lager.verb().settTrekningstall(Frø(oppgitt: Prøveteam.frø), rolle: "teamleder")
      }
      if steps > 2 { try lager.verb().trekk(rolle: "teamleder") }
      #expect(try kjør(lager.verb()) == whole, "etter \(steps) steg")
      #expect(try kjør(lager.verb()) == whole, "og én gang til")
      #expect(try lager.åpne().oppføringer().count == 6)
    }
  }

  @Test func `strømbrudd midt i en vurdering etterlater ingenting`() throws {
    let verb = try lager.verb()
    #expect(throws: Prøveteam.Feil.strømbrudd) {
      try verb.kjør(Prøveteam.grunnlag(), frø: .oppgitt(Prøveteam.frø), rolle: "teamleder") { _ in
        throw Prøveteam.Feil.strømbrudd
      }
    }
    #expect(try verb.kontroll().status == .trukket)
    #expect(try verb.lager.oppføringer().count == 3)
    #expect(try kjør(lager.verb()).status == .vurdert)
  }

  @Test func `en ny trekning nektes, også fra en annen forbindelse`() throws {
    let first = try lager.verb()
    let second = try lager.verb()
    _ = try kjør(first)
    let before = try first.lager.journalkode()
    #expect(throws: IkkeTillatt.sakslistenErLåst) {
      try second.låsSaksliste(Prøveteam.grunnlag(), rolle: "teamleder")
    }
    #expect(throws: IkkeTillatt.trekningstalletErSatt) {
      try second.settTrekningstall(Frø(oppgitt: "77"), rolle: "teamleder")
    }
    #expect(throws: IkkeTillatt.alleredeTrukket) { try second.trekk(rolle: "teamleder") }
    #expect(throws: IkkeTillatt.trekningstalletErSatt) { try kjør(second, .oppgitt("77")) }
    #expect(try kjør(second, .maskin({ throw Prøveteam.Feil.strømbrudd })).trukne == first.kontroll().trukne)
    #expect(try second.lager.journalkode() == before, "ingenting ble ført")
  }

  @Test func `et ugyldig trekningstall låser ingen saksliste`() throws {
    let verb = try lager.verb()
    #expect(throws: Trekningsfeil.ugyldigeSiffer) { try kjør(verb, .oppgitt("terning")) }
    #expect(try verb.lager.oppføringer().isEmpty)
  }

  @Test func `en tom ramme gir ingen oppføring`() throws {
    let verb = try lager.verb()
    #expect(throws: IkkeTillatt.tomRamme) {
      try verb.låsSaksliste(Prøveteam.grunnlag([]), rolle: "teamleder")
    }
    #expect(try verb.lager.oppføringer().isEmpty)
  }

  @Test func `maskinen spørres om trekningstall først når listen er låst`() throws {
    let verb = try lager.verb()
    let control = try kjør(
      verb,
      .maskin({ () throws -> [UInt8] in
        let status = try verb.kontroll().status
        #expect(status == .låstSaksliste)
        return Array(0..<16)
      }))
    #expect(control.trekningstall?.frø == "000102030405060708090a0b0c0d0e0f")
    #expect(control.trekningstall?.bevisbar == true)
  }

  @Test func `terninger i et eget steg krever koden fra låsingen`() throws {
    let verb = try lager.verb()
    let empty = try verb.lager.journalkode()
    let code = try verb.låsSaksliste(Prøveteam.grunnlag(), rolle: "teamleder")
    let dice = try Frø(siffer: "3546", kastetAv: ["teamleder", "kontrollør"])
    let foreign = try #require(Journalkode("1-0000-0000-0000-0000-0000-0000-0000-0000"))
    for wrong in [empty, foreign] {
      #expect(throws: Kontrollverbfeil.annenJournalkode) {
        try verb.settTrekningstall(dice, rolle: "teamleder", kode: wrong)
      }
    }
    try verb.settTrekningstall(dice, rolle: "teamleder", kode: code)
    #expect(try verb.kontroll().trekningstall?.kilde == .terninger(roller: ["teamleder", "kontrollør"]))
  }

  @Test func `en opplysning fylles inn og saken vurderes på nytt`() throws {
    let verb = try lager.verb()
    let sak = try #require(try kjør(verb).trukne.first)
    #expect(try verb.kontroll().sak(sak)?.punkt("BARN-SETT")?.vurdering.utfall == .ukjent)
    func svar(_ value: JSONValue) throws -> Kontroll {
      try verb.svar(
        Svar(sak: sak, innhold: .opplysning(sted: Prøveteam.sted, verdi: value), rolle: "kontrollør"),
        vurdering: Prøveteam.vurder)
    }
    let before = try #require(try verb.kontroll().sak(sak)?.sakshash)
    let no = try svar(.bool(false))
    #expect(no.sak(sak)?.punkt("BARN-SETT")?.vurdering.utfall == .avvik)
    #expect(no.svar.last?.spørsmål == Prøvekontroll.tilStede.tekst)
    #expect(no.sak(sak)?.sakshash != before)
    let yes = try svar(.bool(true))
    #expect(yes.sak(sak)?.punkt("BARN-SETT")?.vurdering.utfall == .oppfylt)
    #expect(yes.svar.last?.spørsmål == Prøvekontroll.tilStede.tekst, "spørsmålet huskes")
    let count = try verb.lager.oppføringer().count
    #expect(throws: Prøveteam.Feil.ugyldigVerdi) { try svar(.string("kanskje")) }
    #expect(try verb.lager.oppføringer().count == count, "et svar som ikke kan vurderes, beholdes ikke")
    #expect(try verb.kontroll() == yes)
  }

  @Test func `låsing med åpne spørsmål nektes og endrer ingenting`() throws {
    let verb = try lager.verb()
    let open = try kjør(verb).åpneSpørsmål
    #expect(open.count == 4)
    #expect(throws: IkkeTillatt.åpneSpørsmål(open)) { try verb.lås(dato: låsedag, rolle: "teamleder") }
    #expect(try verb.kontroll().lås == nil)
  }

  @Test func `etter låsing nektes alt`() throws {
    let verb = try lager.verb()
    let sak = try #require(try kjør(verb).trukne.first)
    try Prøveteam.svarPåAlt(verb)
    let locked = try verb.lås(dato: låsedag, rolle: "teamleder")
    #expect(throws: IkkeTillatt.kontrollenErLåst) { try verb.lås(dato: låsedag, rolle: "teamleder") }
    #expect(throws: IkkeTillatt.kontrollenErLåst) {
      try verb.svar(
        Svar(sak: sak, innhold: .bekymring(.nei), rolle: "teamleder"), vurdering: Prøveteam.vurder)
    }
    #expect(throws: IkkeTillatt.kontrollenErLåst) {
      try verb.bytt(ut: sak, grunn: .sperret, rolle: "teamleder")
    }
    #expect(throws: IkkeTillatt.kontrollenErLåst) {
      try verb.vurder(Prøveteam.saker, rolle: "teamleder", vurdering: Prøveteam.vurder)
    }
    #expect(try kjør(verb) == locked)
    // Other acts later in the journal leave the code of the lock as it was printed.
    _ = try kjør(try lager.verb("2014-10"))
    #expect(try verb.kontroll().journalkode == locked.journalkode)
  }

  @Test func `en byttet sak vurderes når kontrollen kjøres videre`() throws {
    let verb = try lager.verb()
    let first = try kjør(verb)
    let inn = try verb.bytt(ut: first.trukne[0], grunn: .avsluttet, rolle: "teamleder")
    #expect(inn == first.ledigReserve.first)
    let again = try kjør(verb)
    #expect(again.trukne == [inn, first.trukne[1]])
    #expect(again.status == .vurdert)
    #expect(again.alleSaker == first.alleSaker)
  }

  @Test func `en identitet i en begrunnelse stanser ved døren`() throws {
    let verb = try lager.verb()
    let sak = try #require(try kjør(verb).trukne.first)
    let count = try verb.lager.oppføringer().count
    #expect(throws: IkkeTillatt.identitet(felt: "reason", slag: .fødselsnummer)) {
      try verb.svar(
        Svar(sak: sak, innhold: .bekymring(.ja), begrunnelse: "Se 31129956715.", rolle: "teamleder"),
        vurdering: Prøveteam.vurder)
    }
    #expect(try verb.lager.oppføringer().count == count)
  }
}
