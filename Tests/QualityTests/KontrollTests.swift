import CaseRecords
import JSONText
import Quality
import RuleEngine
import Testing
import Values

@Suite struct KontrollTests {
  @Test func `hver handling fører kontrollen ett steg videre`() throws {
    var kontroll = Kontroll(try Prøvekontroll.nøkkel())
    var seen = [kontroll.status]
    let acts = try Prøvekontroll.tilVurdert() + Prøvekontroll.alleSvar + [Prøvekontroll.lås()]
    for act in acts {
      try kontroll.utfør(act)
      if seen.last != kontroll.status { seen.append(kontroll.status) }
    }
    #expect(seen == Kontroll.Status.allCases)
    #expect(kontroll.nøkkel.nummer == "MK-2014-09 fosterhjem-1")
    #expect(kontroll.nøkkel.månedIOrd == "september 2014")
  }

  @Test func `fordelingen av handlinger gir samme kontroll som en samlet lesing`() throws {
    let acts = try Prøvekontroll.tilVurdert() + Prøvekontroll.alleSvar
    var step = Kontroll(try Prøvekontroll.nøkkel())
    for act in acts { try step.utfør(act) }
    #expect(step == (try Kontroll(Prøvekontroll.nøkkel(), hendelser: acts)))
  }

  @Test func `en handling utenfor tur nektes og endrer ingenting`() throws {
    let all = try Prøvekontroll.tilVurdert()
    let seed = Kontrollhendelse.trekningstall(Trekningstall(frø: "9", kilde: .maskin))
    let cases: [(Int, Kontrollhendelse, IkkeTillatt)] = [
      (0, seed, .sakslistenErIkkeLåst), (0, all[2], .sakslistenErIkkeLåst), (0, all[3], .ikkeTrukket),
      (1, all[0], .sakslistenErLåst), (1, all[2], .manglerTrekningstall),
      (2, seed, .trekningstalletErSatt), (3, all[2], .alleredeTrukket), (3, seed, .trekningstalletErSatt),
      (3, Prøvekontroll.dom("S-3", "OB-ANTALL", .oppfylt), .ikkeVurdert(["S-3"])),
      (3, try Prøvekontroll.lås(), .ikkeVurdert(["S-3", "S-1"])),
      (4, Prøvekontroll.dom("S-2", "OB-ANTALL", .oppfylt), .sakenErIkkeTrukket("S-2")),
      (
        4, Prøvekontroll.dom("S-1", "OB-FEIL", .oppfylt),
        .ukjentPunkt("OB-FEIL", finnes: ["OB-ANTALL", "BEKYMRING"])
      ),
      (
        4, Prøvekontroll.faktum("S-3", "samtale/0/alene", .bool(true)),
        .ukjentOpplysning(
          "samtale/0/alene",
          spurt: ["oppfølgingsbesøk/0/barnet_til_stede", "oppfølgingsbesøk/0/vurdering"])
      ),
      (4, .vurdering(Vurderingsrunde(saker: [Prøvekontroll.sak("S-2", [])])), .sakenErIkkeTrukket("S-2")),
    ]
    for (done, act, expected) in cases {
      var kontroll = try Kontroll(Prøvekontroll.nøkkel(), hendelser: all.prefix(done))
      let before = kontroll
      #expect(throws: expected, "etter \(done): \(act.handling)") { try kontroll.utfør(act) }
      #expect(kontroll == before)
    }
  }

  @Test func `ingen ting endres etter låsing`() throws {
    let acts = try Prøvekontroll.tilVurdert() + Prøvekontroll.alleSvar + [Prøvekontroll.lås()]
    let kontroll = try Kontroll(Prøvekontroll.nøkkel(), hendelser: acts)
    for act in acts {
      #expect(throws: IkkeTillatt.kontrollenErLåst) { try kontroll.prøv(act) }
    }
  }

  @Test func `en tom ramme låses ikke`() throws {
    let kontroll = Kontroll(try Prøvekontroll.nøkkel())
    #expect(throws: IkkeTillatt.tomRamme) {
      try kontroll.prøv(.saksliste(Prøvekontroll.saksliste([])))
    }
  }

  @Test(arguments: [
    Prøvekontroll.trekning(["S-3", "S-1", "S-4"]), Prøvekontroll.trekning(["S-3", "S-1", "S-4", "S-5"]),
    Prøvekontroll.trekning(["S-3", "S-3", "S-4", "S-2"]), Prøvekontroll.trekning(antall: 1),
    Prøvekontroll.trekning(["S-1", "S-2", "S-3", "S-4", "S-4"]),
  ])
  func `en trekning fra en annen ramme nektes`(_ utfall: Trekningsutfall) throws {
    let kontroll = try Kontroll(Prøvekontroll.nøkkel(), hendelser: Prøvekontroll.tilVurdert().prefix(2))
    #expect(throws: IkkeTillatt.feilLodd) { try kontroll.prøv(.trekning(utfall)) }
  }

  @Test func `låsing med åpne spørsmål nektes og sier hvilke`() throws {
    let kontroll = try Prøvekontroll.vurdert()
    let open = kontroll.åpneSpørsmål
    #expect(open.count == 6)
    #expect(throws: IkkeTillatt.åpneSpørsmål(open)) { try kontroll.prøv(Prøvekontroll.lås()) }
    #expect(
      IkkeTillatt.åpneSpørsmål(open).description
        == "6 open question(s): S-3 oppfølgingsbesøk/0/barnet_til_stede, S-3 oppfølgingsbesøk/0/vurdering, "
        + "S-3 OB-REDUKSJON, S-3 VD-KVALITET, S-3 BEKYMRING, S-1 BEKYMRING; "
        + "answer them with `answer`, then lock")
  }

  @Test func `bytte tar neste sak fra reservelisten og krever ny vurdering`() throws {
    var kontroll = try Prøvekontroll.vurdert()
    func bytte(_ ut: String, _ inn: String, _ grunn: Saksbytte.Grunn = .avsluttet, _ tekst: String? = nil)
      -> Kontrollhendelse
    {
      .bytte(Saksbytte(ut: ut, inn: inn, grunn: grunn, begrunnelse: tekst, rolle: "teamleder"))
    }
    #expect(throws: IkkeTillatt.feilReserve(neste: "S-4")) { try kontroll.prøv(bytte("S-3", "S-2")) }
    #expect(throws: IkkeTillatt.sakenErIkkeTrukket("S-2")) { try kontroll.prøv(bytte("S-2", "S-4")) }
    #expect(throws: IkkeTillatt.manglerBegrunnelse) {
      try kontroll.prøv(bytte("S-3", "S-4", .annet, " "))
    }
    try kontroll.utfør(bytte("S-3", "S-4"))
    #expect(kontroll.trukne == ["S-4", "S-1"])
    #expect(kontroll.status == .trukket)
    #expect(kontroll.uvurderte == ["S-4"])
    #expect(kontroll.saker.map(\.sak) == ["S-1"])
    try kontroll.utfør(bytte("S-4", "S-2", .annet, "Saken er flyttet til et annet team."))
    #expect(throws: IkkeTillatt.feilReserve(neste: nil)) { try kontroll.prøv(bytte("S-1", "S-3")) }
    try kontroll.utfør(.vurdering(Vurderingsrunde(saker: [Prøvekontroll.sak("S-2", [])])))
    #expect(kontroll.status == .vurdert)
    #expect(kontroll.saker.map(\.sak) == ["S-2", "S-1"])
    #expect(kontroll.alleSaker != nil, "tellingen fra første vurdering beholdes")
  }

  @Test func `begrunnelse kreves for alt annet enn oppfylt, en opplysning og ingen bekymring`() throws {
    let kontroll = try Prøvekontroll.vurdert()
    let free: [Kontrollhendelse] = [
      Prøvekontroll.dom("S-3", "OB-REDUKSJON", .oppfylt, nil), Prøvekontroll.bekymring("S-3", .nei),
      Prøvekontroll.faktum("S-3", "oppfølgingsbesøk/0/vurdering", .bool(false)),
    ]
    for act in free { try kontroll.prøv(act) }
    let bound: [Kontrollhendelse] = [
      Prøvekontroll.dom("S-3", "OB-REDUKSJON", .ikkeOppfylt, nil),
      Prøvekontroll.dom("S-3", "OB-REDUKSJON", .ikkeAktuelt, ""),
      Prøvekontroll.dom("S-3", "OB-REDUKSJON", .kanIkkeVurderes, "  "),
      Prøvekontroll.bekymring("S-3", .ja), Prøvekontroll.bekymring("S-3", .kanIkkeVurderes),
    ]
    for act in bound {
      #expect(throws: IkkeTillatt.manglerBegrunnelse) { try kontroll.prøv(act) }
    }
  }

  @Test func `en begrunnelse med identitet nektes uten at den gjentas`() throws {
    let kontroll = try Prøvekontroll.vurdert()
    let guardian: (String) -> Identitetsslag? = { $0.contains("31129956715") ? .fødselsnummer : nil }
    let acts = [
      (Prøvekontroll.dom("S-3", "OB-REDUKSJON", .ikkeOppfylt, "Gjelder 31129956715."), "reason"),
      (Prøvekontroll.bekymring("S-3", .ja, "31129956715"), "reason"),
      (Prøvekontroll.faktum("S-3", "oppfølgingsbesøk/0/vurdering", .string("31129956715")), "fact"),
      (
        Prøvekontroll.faktum(
          "S-3", "oppfølgingsbesøk/0/vurdering", .array([.object(["x": .integer(31_129_956_715)])])), "fact"
      ),
      (
        .bytte(
          Saksbytte(ut: "S-3", inn: "S-4", grunn: .annet, begrunnelse: "31129956715", rolle: "teamleder")),
        "reason"
      ),
    ]
    for (act, felt) in acts {
      let refusal = IkkeTillatt.identitet(felt: felt, slag: .fødselsnummer)
      #expect(throws: refusal) { try kontroll.prøv(act, identitet: guardian) }
      #expect(!refusal.description.contains("31129956715"))
      try kontroll.prøv(act)
    }
  }

  @Test func `bare et tall oppgitt på samme kommando svekker beviset`() {
    let sources: [(Trekningskilde, Bool)] = [
      (.maskin, true), (.terninger(roller: ["teamleder", "kontrollør"]), true),
      (.oppgitt(rolle: "teamleder"), false),
    ]
    for (kilde, bevisbar) in sources {
      #expect(Trekningstall(frø: "1", kilde: kilde).bevisbar == bevisbar)
    }
  }
}
