import Checklists
import RuleEngine
import Sampling
import Testing
import Values

@testable import Quality

/// A whole year of a fictional team: two cases a month, avvik, measures, meetings and a second reader.
enum Gjennomgangsår {
  static func dato(_ text: String) throws -> Dato { try #require(Dato(text)) }

  // MARK: The controls

  /// 2013 and 2014, one case a month and then two, as the plan of 2014 has it.
  static func rekke() throws -> Kontrollrekke {
    let first = try #require(Måned("2013-01"))
    return Kontrollrekke(try (0..<24).map { try kontroll(first.adding(måneder: $0), nummer: $0) })
  }

  private static func kontroll(_ måned: Måned, nummer: Int) throws -> Kontroll {
    let ids = (1...60).map { "S-" + "0000".dropLast(String($0).count) + String($0) }
    let count = måned.år == 2013 ? 1 : 2
    let drawn = (0..<count).map { ids[(nummer * 2 + $0) % 60] }
    let order = drawn + ids.filter { !drawn.contains($0) }
    let saker = drawn.enumerated().map { sak($1, måned, nummer: nummer * 2 + $0) }
    var acts: [Kontrollhendelse] = [
      .saksliste(
        Saksliste(
          kontrolldato: måned.sisteDag,
          sjekkliste: Sjekklistereferanse(
            id: "fosterhjem", versjon: måned.år == 2013 ? "2013-01-01" : "2014-05-31", hash: "ab", motor: "1",
            ikkeKontrollert: ["helse", "skole", "ettervern"]),
          ramme: Rammesammendrag(hash: "cd", ids: ids, omsorgssaker: 50, frivillige: 10), antall: count,
          rolle: "teamleder")),
      .trekningstall(Trekningstall(frø: "3546", kilde: .maskin)),
      .trekning(
        Trekningsutfall(
          lodd: order.map { .init(id: $0, lodd: Lodd(id: $0, frø: måned.description).lodd) }, antall: count)),
      .vurdering(Vurderingsrunde(saker: saker, alleSaker: alle(måned, nummer))),
    ]
    for (index, sak) in drawn.enumerated() {
      acts += svar(sak, nummer: nummer * 2 + index)
    }
    acts.append(.lås(Lås(rolle: "teamleder", dato: måned.sisteDag.adding(dager: 3))))
    return try Kontroll(
      Kontrollnøkkel(enhet: "solvik", team: "fosterhjem-1", måned: måned), hendelser: acts)
  }

  private static func sak(_ id: String, _ måned: Måned, nummer: Int) -> Kontrollsak {
    let early = måned.år == 2013 || måned.nummer <= 5
    let year = Periode.år(måned.år - 1)
    return Kontrollsak(
      sak: id, grunnlag: nummer % 6 == 5 ? .frivillig : .omsorgssak, sakshash: "ef",
      punkter: [
        punkt(
          "OB-ANTALL", 3, nummer % 3 == 0 ? .avvik : .oppfylt, .høy, Bedømt(fra: year.fra, til: year.til),
          early ? "ob-2013" : "ob-2014"),
        punkt(
          "VD-BESOK", 5, early && nummer % 2 == 0 ? .avvik : .oppfylt, .middels,
          Bedømt(fra: måned.førsteDag, til: måned.sisteDag), "vd"),
        punkt("SA-AAR", 9, nummer % 8 == 7 ? .ukjent : .oppfylt, .høy, nil, "sa"),
        punkt("TP-FINNES", 7, .ikkeAktuelt, .middels, nil, "tp"),
        punkt("MV-VEDTAK", 8, .ukjent, .middels, nil, "mv"),
        punkt("VD-KVALITET", 5, .ikkeKontrollert, .middels, nil, "kv", forPerson: true),
      ])
  }

  private static func punkt(
    _ id: String, _ område: Int, _ utfall: Utfall, _ alvorlighet: Alvorlighet, _ bedømt: Bedømt?,
    _ regel: String, forPerson: Bool = false
  ) -> Kontrollpunkt {
    Kontrollpunkt(
      id: id, spørsmål: spørsmål[id] ?? "", sviktområde: .init(område, områder[område] ?? ""),
      kravtype: id == "VD-BESOK" ? .egenProsedyre : .forskrift,
      hjemler: [.init(id: "FOR-2003-1659-7", tekst: "fosterhjemsforskriften (2003) § 7")],
      prosedyre: id.hasPrefix("OB") ? "gjennomføring-av-oppfølgingsbesøk" : nil, alvorlighet: alvorlighet,
      forPerson: forPerson, vurdering: Vurdering(utfall: utfall, setning: "Setning om \(id)."),
      bedømt: bedømt,
      regel: regel)
  }

  static let områder = [
    3: "Lovpålagte oppfølgingsbesøk", 5: "Vurderinger og drøftinger",
    7: "Tiltaksplan ved frivillig plassering",
    8: "Barnets medvirkning", 9: "Samtale med barnet alene",
  ]

  private static let spørsmål = [
    "OB-ANTALL": "Fikk barnet minst så mange oppfølgingsbesøk i fjor som forskriften krever?",
    "VD-BESOK": "Inneholder alle besøksreferater den siste måneden en vurdering?",
    "SA-AAR": "Ble det holdt eller tilbudt samtale alene minst én gang de siste tolv månedene?",
    "TP-FINNES": "Har barnet en tiltaksplan som gjelder nå?",
    "MV-VEDTAK": "Ble barnet hørt før hvert vedtak de siste tolv månedene?",
    "VD-KVALITET": "Viser vurderingene hva de bygger på, hvilke alternativer dere så, og hva barnet mener?",
  ]

  private static func svar(_ sak: String, nummer: Int) -> [Kontrollhendelse] {
    func dom(_ punkt: String, _ svar: Svaralternativ, _ grunn: String?) -> Kontrollhendelse {
      .svar(
        Svar(
          sak: sak, innhold: .vurdering(punkt: punkt, svar, mangel: nil), begrunnelse: grunn,
          rolle: "teamleder"))
    }
    var acts = [
      dom("VD-KVALITET", nummer % 5 == 0 ? .ikkeOppfylt : .oppfylt, "Lest."),
      dom("MV-VEDTAK", .kanIkkeVurderes, "Vedtakene ligger i et annet system."),
      dom("SA-AAR", .oppfylt, "Står i journalen."),
      .svar(Svar(sak: sak, innhold: .bekymring(.nei), rolle: "teamleder")),
    ]
    if nummer % 12 == 6 {
      acts.append(
        dom("OB-ANTALL", .oppfylt, "Besøket \(nummer < 30 ? "i november" : "på hytta") er ført feil."))
    }
    return acts
  }

  private static func alle(_ måned: Måned, _ nummer: Int) -> AlleSaker {
    func telling(_ id: String, _ counts: [(Utfall, Int)]) -> Punkttelling {
      var row = Punkttelling(punkt: id, spørsmål: spørsmål[id] ?? "")
      for (outcome, count) in counts { for _ in 0..<count { row.tell(outcome) } }
      return row
    }
    let breaches = måned.år == 2013 || måned.nummer <= 5 ? 21 : 9
    return AlleSaker(
      omsorgssaker: 50, frivillige: 10, lesefeil: nummer % 24 == 23 ? 2 : 0,
      punkter: [
        telling("OB-ANTALL", [(.avvik, 18), (.oppfylt, 40), (.ukjent, 2)]),
        telling("VD-BESOK", [(.avvik, breaches), (.oppfylt, 60 - breaches)]),
        telling("SA-AAR", [(.avvik, 3), (.oppfylt, 50), (.ukjent, 7)]),
        telling("TP-FINNES", [(.oppfylt, 10), (.ikkeAktuelt, 50)]),
        telling("MV-VEDTAK", [(.ukjent, 60)]),
      ], avvik: [])
  }

  // MARK: What followed

  static func register() throws -> Kvalitetsregister {
    var register = Kvalitetsregister()
    register.avvik = try avvik() + meldinger()
    register.tiltak = try [førsteTiltak(), andreTiltak(), tredjeTiltak()]
    register.møter = try [gruppa(), utvalget()]
    register.annenlesninger = try annenlesninger()
    return register
  }

  private static func avvik() throws -> [Avvik] {
    var all: [Avvik] = []
    for control in try rekke().kontroller where control.nøkkel.måned.år == 2014 {
      for funn in control.avvik where funn.regelfunn {
        let number = "AV-2014-" + String(1001 + all.count).dropFirst()
        var one = Avvik(
          nummer: number, enhet: "solvik", team: "fosterhjem-1",
          opphav: .kontroll(kontrollfunn(control.nøkkel.måned, funn)),
          notat: Avviksnotat(
            n: 1, dato: control.nøkkel.måned.sisteDag.adding(dager: 3), rolle: "teamleder",
            hendelse: .meldt(.kontroll(kontrollfunn(control.nøkkel.måned, funn)))))
        try følgOpp(&one, indeks: all.count)
        all.append(one)
      }
    }
    return all
  }

  private static func kontrollfunn(_ måned: Måned, _ funn: Punktstilling) -> Kontrollfunn {
    Kontrollfunn(
      måned: måned, sak: funn.sak, punkt: funn.punkt.id, spørsmål: funn.punkt.spørsmål,
      bedømt: funn.punkt.bedømt, sviktområde: funn.punkt.sviktområde.nummer, kravtype: funn.punkt.kravtype,
      hjemler: funn.punkt.hjemler.map(\.tekst), prosedyre: funn.punkt.prosedyre,
      alvorlighet: funn.punkt.alvorlighet, mangel: nil)
  }

  /// The first six are closed with evidence, the next one is assessed and late, and one more has a measure.
  private static func følgOpp(_ avvik: inout Avvik, indeks: Int) throws {
    guard indeks < 8 else { return }
    func ta(_ dag: String, _ hendelse: Avvikshendelse, _ tilstand: Avvikstilstand) throws {
      avvik.ta(
        Avviksnotat(n: 2, dato: try dato(dag), rolle: "teamleder", hendelse: hendelse), tilstand: tilstand)
    }
    let vurdering = Avviksvurdering(
      alvorlighet: .høy, årsak: .kapasitet, mangel: .ikkeGjort, ansvarlig: "teamleder",
      frist: try dato("2014-09-30"))
    try ta("2014-06-10", .vurdert(vurdering), .underBehandling)
    if indeks == 6 { return }
    try ta("2014-06-11", .tiltak("T-2014-001"), .tiltakPågår)
    if indeks == 7 { return }
    try ta("2014-07-01", .gjennomført, .tilEvaluering)
    try ta(
      "2014-11-10", .lukket(Lukking(bevis: Lukkebevis(.dokument, referanse: "2014/1234-5"))), .lukket)
  }

  private static func meldinger() throws -> [Avvik] {
    try (1...6).map { number in
      let report = Ansattmelding(
        prosedyre: "gjennomføring-av-oppfølgingsbesøk", navn: "Gjennomføring av oppfølgingsbesøk",
        valgt: true,
        skjedde: try dato("2014-0\(number)-12"))
      return Avvik(
        nummer: "AV-2014-10\(number)", enhet: "solvik", team: "fosterhjem-1", opphav: .ansatt(report),
        notat: Avviksnotat(
          n: 1, dato: try dato("2014-0\(number)-14"), rolle: "saksbehandler",
          hendelse: .meldt(.ansatt(report))))
    }
  }

  static func tiltak(
    _ nummer: String, _ tekst: String, _ punkter: [String], _ iverksettes: String, _ evalueres: String,
    avvik: [String] = []
  ) throws -> Tiltak {
    let content = Tiltaksinnhold(
      tekst: tekst, avvik: avvik, punkter: punkter, iverksettes: try dato(iverksettes),
      evalueres: try dato(evalueres), ansvarlig: "teamleder")
    return Tiltak(
      nummer: nummer, enhet: "solvik", innhold: content,
      notat: Tiltaksnotat(
        n: 9, dato: try dato("2014-04-01"), rolle: "teamleder", hendelse: .opprettet(content)))
  }

  /// Carried out, and evaluated.
  static func førsteTiltak() throws -> Tiltak {
    var measure = try tiltak(
      "T-2014-001", "Fast mal for referat fra besøk", ["VD-BESOK", "OB-ANTALL"], "2014-05-31", "2014-12-31",
      avvik: ["AV-2014-008"])
    measure.ta(
      Tiltaksnotat(
        n: 10, dato: try dato("2014-06-01"), rolle: "teamleder",
        hendelse: .iverksatt(try dato("2014-06-01"), referanse: "2014/2222-1")), tilstand: .iverksatt)
    measure.ta(
      Tiltaksnotat(
        n: 11, dato: try dato("2014-12-31"), rolle: "barnevernleder",
        hendelse: .evaluert(.virket, begrunnelse: "Referatene har vurdering.")), tilstand: .evaluert)
    return measure
  }

  /// Carried out, and its evaluation is late.
  static func andreTiltak() throws -> Tiltak {
    var measure = try tiltak(
      "T-2014-002", "Besøk settes opp for hele året", ["OB-ANTALL"], "2014-05-31", "2014-11-30")
    measure.ta(
      Tiltaksnotat(
        n: 12, dato: try dato("2014-06-02"), rolle: "teamleder",
        hendelse: .iverksatt(try dato("2014-05-31"), referanse: "2014/2222-2")), tilstand: .iverksatt)
    return measure
  }

  /// Should have been carried out.
  static func tredjeTiltak() throws -> Tiltak {
    try tiltak("T-2014-003", "Samtaleguide for alle", ["SA-AAR"], "2014-09-30", "2015-06-30")
  }

  private static func møte(_ slag: Møteslag, _ dag: String) throws -> Møte {
    Møte(
      nummer: "\(slag.kode)-\(dag.prefix(7))", enhet: "solvik", slag: slag, dato: try dato(dag),
      periode: try #require(Periode(dato("2014-07-01"), dato("2014-08-31"))),
      deltakere: ["barnevernleder", "teamleder"])
  }

  private static func gruppa() throws -> Møte {
    var meeting = try møte(.kvalitetsgruppe, "2014-09-16")
    func vedtak(_ nummer: String, _ slag: Vedtak.Slag, _ tekst: String, _ gjelder: String?, _ frist: String)
      throws
      -> Vedtak
    {
      Vedtak(
        nummer: nummer, møte: meeting.nummer, dato: meeting.dato, slag: slag, tekst: tekst, gjelder: gjelder,
        ansvarlig: "barnevernleder", frist: try dato(frist))
    }
    meeting.vedtak = [
      try vedtak(
        "V-2014-001", .systemsvikt, "Bydelen sikrer ikke at barna får de besøkene de har krav på",
        "OB-ANTALL",
        "2015-03-31"),
      try vedtak(
        "V-2014-002", .sjekkliste, "Skriv i veiledningen hva som er ett besøk", "OB-ANTALL", "2014-10-31"),
      try vedtak("V-2014-003", .oppgave, "Gå gjennom avvik fra sommeren", nil, "2014-10-01"),
    ]
    meeting.godkjent = Godkjenning(
      n: 40, dato: try dato("2014-09-20"), rolle: "barnevernleder", journalkode: "40-aa")
    return meeting
  }

  /// Not approved: what it decided must not be told as decided.
  private static func utvalget() throws -> Møte {
    var meeting = try møte(.kvalitetsutvalg, "2014-12-10")
    meeting.vedtak = [
      Vedtak(
        nummer: "V-2014-004", møte: meeting.nummer, dato: meeting.dato, slag: .systemsvikt,
        tekst: "Bydelen sikrer ikke at barnet medvirker", gjelder: "MV-VEDTAK", ansvarlig: "barnevernleder",
        frist: try dato("2015-02-01"))
    ]
    return meeting
  }

  private static func annenlesninger() throws -> [Annenlesning] {
    let controls = try rekke()
    return Annenleservalg.lesesTo(i: controls, team: "fosterhjem-1").filter { $0.måned.år == 2014 }.map {
      Annenlesning(
        team: "fosterhjem-1", måned: $0.måned.description, sak: $0.sak, rolle: "kvalitetskontakt",
        svar: [
          .init("VD-KVALITET", .ikkeOppfylt), .init("MV-VEDTAK", .kanIkkeVurderes), .init("SA-AAR", .oppfylt),
        ])
    }
  }
}
