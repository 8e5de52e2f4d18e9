import CaseRecords
import Checklists
import Intake
import JSONText
import RuleEngine
import Testing
import Values
import Vocabulary

/// The form for one case.
struct SkjemaTests {
  private func uttrekk(_ saker: [JSONValue]) -> Uttrekk {
    Uttrekk(
      enhet: "solvik", team: "fosterhjem-1", dag: dag("2014-12-31"), kilde: .saksliste,
      poster: saker.map(\.canonicalBytes))
  }

  private func skjema(_ verdier: [String: String], _ saker: [JSONValue] = []) throws -> Skjemautfall {
    let filled = ["uttrekksdag": "31.12.2014"].merging(verdier) { $1 }
    return Saksskjemautfylling(
      sak: "S-1", i: uttrekk(saker), modell: try Prøve.modell(), verdier: filled
    ).fullfør(idag: Prøve.idag)
  }

  private func post(_ utfall: Skjemautfall) throws -> JSONValue {
    guard case .post(let bytes) = utfall else {
      Issue.record("\(utfall)")
      return .null
    }
    return try JSONValue(parsing: bytes)
  }

  @Test func `an untouched form gives the record back, whatever it holds`() throws {
    for sak in try Prøve.prøvesaker(60) {
      let id = sak["sak"]?.string ?? ""
      let form = Saksskjemautfylling(sak: id, i: uttrekk([sak]), modell: try Prøve.modell())
      let again = Saksskjemautfylling(
        sak: id, i: uttrekk([sak]), modell: try Prøve.modell(), verdier: form.verdier)
      let found = try post(again.fullfør(idag: Prøve.idag))
      let hadOpen = sak["ufullstendig"] != nil
      let expected = hadOpen ? sak : .object((sak.members ?? []) + [.init("ufullstendig", .array([]))])
      #expect(found == (try JSONValue(parsing: expected.canonicalBytes)))
    }
  }

  @Test func `what is typed becomes a record, and what is left empty stays open`() throws {
    let record = try post(
      try skjema([
        "opplysninger.sakstype": "omsorgssak", "opplysninger.født": "05.2004",
        "opplysninger.tilsynsansvar": "vet ikke", "plassering.0.fra": "1.3.2010", "plassering.0.til": "",
        "plassering.0.type": "fosterhjem", "plassering.alle": "ja", "oppfølgingsbesøk.0.dato": "12.03.2014",
        "oppfølgingsbesøk.0.form": "stedlig", "oppfølgingsbesøk.0.barnet_til_stede": "ja",
        "oppfølgingsbesøk.1.dato": " ", "oppfølgingsbesøk.2.samtale_alene": "ingen",
        "oppfølgingsbesøk.2.dato": "2014-06", "drøfting.alle": "ja",
        "besøksfrekvens.0.dato": "", "ukjent.felt": "x",
      ]))
    #expect(
      record.compactText == """
        {"enhet":"solvik","format":"sak/1","hendelser":{"drøfting":[],"oppfølgingsbesøk":[{"barnet_til_stede":\
        true,"dato":"2014-03-12","form":"stedlig"},{"dato":"2014-06","samtale_alene":false}],"plassering":[{"fra":"2010-03-01",\
        "hjem":"H1","type":"fosterhjem"}],"tilsynskommune":[]},"opplysninger":{"født":"2004-05",\
        "sakstype":"omsorgssak"},"sak":"S-1","team":"fosterhjem-1",\
        "ufullstendig":["oppfølgingsbesøk","tilsynskommune"],"uttrekk":"2014-12-31"}
        """)
  }

  @Test func `a list that may lack and mean none is none when that is said or was so, and else not known`()
    throws
  {
    let record = { (told: String) in
      try JSONValue(
        parsing: """
          {"format":"sak/1","sak":"S-1","enhet":"solvik","team":"fosterhjem-1","uttrekk":"2014-12-31",
          "opplysninger":{\(told)},"hendelser":{},"ufullstendig":[]}
          """)
    }
    let old = try record("\"tilsynsansvar\":\"egen\"")
    let shown = { (saker: [JSONValue]) in
      Saksskjemautfylling(sak: "S-1", i: self.uttrekk(saker), modell: try Prøve.modell()).verdier
    }
    #expect(try shown([old])["tilsynskommune.alle"] == "ja")
    #expect(try shown([try record("")])["tilsynskommune.alle"] == "")
    #expect(try shown([])["tilsynskommune.alle"] == "")
    for (answer, list, isOpen) in [("ja", nil, false), ("", "[]", true)] as [(String, String?, Bool)] {
      let found = try post(
        try skjema(["opplysninger.tilsynsansvar": "egen", "tilsynskommune.alle": answer], [old]))
      #expect(found["hendelser"]?["tilsynskommune"]?.compactText == list)
      #expect(found["ufullstendig"]?.array == (isOpen ? [.string("tilsynskommune")] : []))
    }
  }

  @Test func `the form follows the vocabulary: every collection, field and code that a person can tell of`()
    throws
  {
    let modell = try Prøve.modell()
    let deler = Skjemadel.deler(modell)
    #expect(
      deler.map(\.navn)
        == ["opplysninger"] + modell.samlinger.filter { $0.avledning == nil }.map(\.navn))
    #expect(
      deler[0].felter.map(\.navn) == modell.opplysninger.map(\.navn).filter { $0 != "behandler" })
    for del in deler.dropFirst() {
      let samling = modell.samlinger[try #require(modell.samling(del.navn))]
      let times = samling.tid == .dato ? ["dato"] : ["fra", "til"]
      #expect(del.felter.map(\.navn) == times + samling.felter.map(\.navn))
    }
  }

  private static let tilskudd: [(part: String, fields: [String: String], event: String)] = [
    ("samtale", ["form": "telefon"], "\"form\":\"telefon\""),
    ("oppfølgingsbesøk", ["faglig_vurdering": "nei"], "\"faglig_vurdering\":false"),
    ("tilsynskommune", ["ansvar": "annen"], "\"ansvar\":\"annen\""),
    ("omsorgsplan", ["type": "samværsplan"], "\"type\":\"samværsplan\""),
    ("omsorgsplan", ["type": "plan etter akuttvedtak"], "\"type\":\"akuttplan\""),
    (
      "vedtak", ["type": "oppheving", "truffet_av": "domstol"],
      "\"truffet_av\":\"domstol\",\"type\":\"oppheving\""
    ),
    ("vedtak", ["barnets_syn": "ja"], "\"barnets_syn\":true"), ("planevaluering", [:], ""),
    ("begjæring", [:], ""),
    ("foreldrekontakt", ["tilbud_om_veiledning": "ja"], "\"tilbud_om_veiledning\":true"),
    ("godkjenning", ["hjem": "H1", "politiattest": "ja"], "\"hjem\":\"H1\",\"politiattest\":true"),
    ("drøfting", ["tema": "søsken"], "\"tema\":\"søsken\""),
    ("besøksfrekvens", ["unntak": "ukraina"], "\"unntak\":\"ukraina\""),
    ("besøksfrekvens", ["unntak": "ukjent"], "\"unntak\":null"), ("besøksfrekvens", ["unntak": ""], ""),
  ]

  @Test(arguments: tilskudd.indices) func `what the second edition asks about can be told`(_ index: Int)
    throws
  {
    let (part, fields, told) = Self.tilskudd[index]
    var typed = ["\(part).0.dato": "12.3.2014", "\(part).alle": "ja"]
    for (name, text) in fields { typed["\(part).0.\(name)"] = text }
    let record = try post(try skjema(typed))
    let event = try JSONValue(parsing: "{\"dato\":\"2014-03-12\"\(told.isEmpty ? "" : ",")\(told)}")
    #expect(record["hendelser"]?[part] == .array([try JSONValue(parsing: event.canonicalBytes)]))
  }

  @Test
  func `a fact of siblings, and a move with the foster parents, are told or left as the record has them`()
    throws
  {
    let sak = try JSONValue(
      parsing: """
        {"format":"sak/1","sak":"S-1","enhet":"solvik","team":"fosterhjem-1","uttrekk":"2014-12-31",
        "opplysninger":{},"hendelser":{"plassering":[{"fra":"2012-01-01","til":"2012-12-31","hjem":"H1"},
        {"fra":"2013-01-01","hjem":"H2","flyttet_med_fosterforeldre":null}]},"ufullstendig":[]}
        """)
    let form = Saksskjemautfylling(sak: "S-1", i: uttrekk([sak]), modell: try Prøve.modell())
    #expect(form["plassering.0.flyttet_med_fosterforeldre"] == "")
    #expect(form["plassering.1.flyttet_med_fosterforeldre"] == "ukjent")
    for (choice, value) in [("ukjent", "null"), ("ja", "true"), ("", nil)] as [(String, String?)] {
      let changes = [
        "plassering.1.flyttet_med_fosterforeldre": choice, "opplysninger.søsken_bor_andre_steder": "ja",
      ]
      let record = try post(try skjema(form.verdier.merging(changes) { $1 }, [sak]))
      #expect(record["opplysninger"]?.compactText == "{\"søsken_bor_andre_steder\":true}")
      let home = record["hendelser"]?["plassering"]?.array?.last?["flyttet_med_fosterforeldre"]
      #expect(home?.compactText == value)
    }
  }

  @Test func `where nothing means none, the form says none, and not known is a choice of its own`() throws {
    let deler = Skjemadel.deler(try Prøve.modell())
    let choices = { (part: String, field: String) -> [String] in
      let found = deler.first { $0.navn == part }?.felter.first { $0.navn == field }
      guard case .valg(let choices) = found?.slag else { return [] }
      return choices.map { "\($0.verdi)=\($0.etikett)" }
    }
    #expect(choices("plassering", "flyttet_med_fosterforeldre") == ["=Nei", "ja=Ja", "ukjent=Vet ikke"])
    #expect(choices("besøksfrekvens", "unntak").first == "=Ingen")
    #expect(choices("besøksfrekvens", "unntak").last == "ukjent=Vet ikke")
    #expect(choices("oppfølgingsbesøk", "varslet") == ["=Vet ikke", "ja=Ja", "nei=Nei"])
    #expect(
      choices("samtale", "form") == [
        "=Vet ikke", "møte=I et møte", "telefon=På telefon", "skjerm=På skjerm",
        "ingen=Står ikke i dokumentet",
      ])
  }

  private static let feil: [(String, String, String)] = [
    ("uttrekksdag", "", "Dagen opplysningene gjelder til og med, må være en hel dato"),
    ("uttrekksdag", "12.2014", "Dagen opplysningene gjelder til og med, må være en hel dato"),
    ("uttrekksdag", "23.11.2026", "kan ikke være etter i dag"),
    ("opplysninger.født", "12.05.2004", "skal bare ha måned og år"),
    ("opplysninger.født", "31129956715", "fødselsnummer"),
    ("opplysninger.sakstype", "noe annet", "må være «omsorgssak»"),
    ("oppfølgingsbesøk.0.dato", "31.02.2014", "Dato for oppfølgingsbesøk 1 må være en dato som finnes"),
    ("oppfølgingsbesøk.0.dato", "1.1.2015", "er etter den siste dagen"),
    ("oppfølgingsbesøk.0.dato", "=1+1", "formel"),
    ("oppfølgingsbesøk.0.dato", "12\u{200B}.3.2014", "usynlige tegn"),
    ("oppfølgingsbesøk.0.barnet_til_stede", "kanskje", "må være ja eller nei"),
    ("tilsynsbesøk.3.rapport_mottatt", "i går", "for tilsynsbesøk 4 må være en dato"),
    ("plassering.0.hjem", "Storgata 1", "kort kode"),
    ("oppfølgingsbesøk.0.dato", String(repeating: "1", count: 201), "for langt"),
  ]

  @Test(arguments: feil.indices) func `a fault is told at its field, and never says what stands there`(
    _ index: Int
  )
    throws
  {
    let (name, text, words) = Self.feil[index]
    guard case .feil(let faults) = try skjema([name: text]) else {
      Issue.record("no fault")
      return
    }
    let fault = try #require(faults.first { $0.felt == name })
    #expect(fault.melding.contains(words))
    #expect(fault.melding.hasSuffix("."))
    #expect(text.count < 5 || !fault.melding.contains(text))
  }

  @Test func `a row that says something must have a day`() throws {
    let utfall = try skjema(["oppfølgingsbesøk.2.form": "stedlig"])
    #expect(
      utfall
        == .feil([
          Skjemafeil(felt: "oppfølgingsbesøk.2.dato", melding: "Dato for oppfølgingsbesøk 3 må fylles ut.")
        ]))
  }

  @Test func `what does not agree is told at the later row`() throws {
    let utfall = try skjema([
      "plassering.0.fra": "1.1.2010", "plassering.0.hjem": "H1", "plassering.1.fra": "",
      "plassering.2.fra": "1.1.2012", "plassering.2.hjem": "H2",
    ])
    guard case .feil(let faults) = utfall else { return #expect(Bool(false), "no fault") }
    #expect(faults.map(\.felt) == ["plassering.2.fra"])
    #expect(faults.first?.melding.hasPrefix("Plassering 3: Barnet er plassert i to hjem") == true)
  }

  @Test func `a field that is changed changes only itself, and a row can be taken away`() throws {
    let sak = try JSONValue(
      parsing: """
        {"format":"sak/1","sak":"S-1","enhet":"solvik","team":"fosterhjem-1","uttrekk":"2014-12-31",
        "opplysninger":{"behandler":"B1","sakstype":"omsorgssak"},"hendelser":{"etterlysning":[],
        "oppfølgingsbesøk":[{"dato":"2014-01-02","registrert":"2014-01-05","form":["stedlig","digital"]},
        {"dato":"2014-03","form":false}]},"ufullstendig":["oppfølgingsbesøk"]}
        """)
    var form = Saksskjemautfylling(sak: "S-1", i: uttrekk([sak]), modell: try Prøve.modell())
    #expect(form["oppfølgingsbesøk.0.dato"] == "02.01.2014")
    #expect(form["oppfølgingsbesøk.0.form"] == "")
    #expect(form["oppfølgingsbesøk.1.dato"] == "03.2014")
    form.leggTilRad(i: "oppfølgingsbesøk")
    let changes = [
      "oppfølgingsbesøk.0.vurdering": "ja", "oppfølgingsbesøk.1.fjern": "ja",
      "oppfølgingsbesøk.2.dato": "5.5.2014",
    ]
    let record = try post(try skjema(form.verdier.merging(changes) { $1 }, [sak]))
    #expect(
      record["hendelser"]?.compactText == """
        {"etterlysning":[],"oppfølgingsbesøk":[{"dato":"2014-01-02","form":["stedlig","digital"],\
        "registrert":"2014-01-05","vurdering":true},{"dato":"2014-05-05"}]}
        """)
    #expect(record["opplysninger"]?["behandler"] == .string("B1"))
    #expect(record["ufullstendig"]?.compactText == "[\"oppfølgingsbesøk\"]")
  }

  @Test func `rows are added one at a time, and not without end`() throws {
    var form = Saksskjemautfylling(sak: "S-1", i: uttrekk([]), modell: try Prøve.modell())
    let visits = try #require(form.deler.first { $0.navn == "oppfølgingsbesøk" })
    #expect(form.antallRader(i: visits) == 1)
    for _ in 0..<200 { form.leggTilRad(i: "oppfølgingsbesøk") }
    #expect(form.antallRader(i: visits) == Saksskjemautfylling.flestRader)
    form.leggTilRad(i: "opplysninger")
    form.leggTilRad(i: "finnes ikke")
    #expect(form["uttrekksdag"] == "31.12.2014")
    let hostile = [
      "oppfølgingsbesøk.999999999.dato": "1.1.2014", "oppfølgingsbesøk.-1.dato": "x", "plassering..": "y",
    ]
    let sent = Saksskjemautfylling(sak: "S-1", i: uttrekk([]), modell: try Prøve.modell(), verdier: hostile)
    #expect(sent.deler.map { sent.antallRader(i: $0) } == sent.deler.map { _ in 0 })
  }

  /// Types everything that the form asks for of complete cases, and counts the points it leaves open. A case
  /// with a value that may be one of several, as from a register, is not one that a person has typed.
  @Test func `the form asks for what the points need`() throws {
    let day = dag("2014-12-31")
    let liste = try #require(try Prøve.bibliotek().sjekkliste("fosterhjem", på: day))
    let cases = try Prøve.prøvesaker(60).filter { sak in
      let events = (sak["hendelser"]?.members ?? []).flatMap { $0.value.array ?? [] }
      return events.allSatisfy { ($0.members ?? []).allSatisfy { $0.value.array == nil } }
    }
    let typed = try cases.map { sak in
      let id = sak["sak"]?.string ?? ""
      let fields = Saksskjemautfylling(sak: id, i: uttrekk([sak]), modell: try Prøve.modell()).verdier
        .filter { !$0.key.hasSuffix(".rad") }
      return try post(
        Saksskjemautfylling(sak: id, i: uttrekk([]), modell: try Prøve.modell(), verdier: fields)
          .fullfør(idag: Prøve.idag))
    }
    let before = try uttrekk(cases).utfall(liste, på: day)
    let after = try uttrekk(typed).utfall(liste, på: day)
    #expect(before.count > 40 && after.count == before.count)
    var open: [String: Int] = [:]
    for (sak, verdicts) in before {
      for (punkt, verdict) in verdicts where after[sak]?[punkt] != verdict {
        #expect(after[sak]?[punkt] == .ukjent, "\(sak) \(punkt)")
        open[punkt, default: 0] += 1
      }
    }
    #expect(open == [:])
  }
}
