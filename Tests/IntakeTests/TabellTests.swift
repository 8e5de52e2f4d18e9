import CaseRecords
import Checklists
import Foundation
import Intake
import JSONText
import RuleEngine
import Testing
import Values

/// The table with one row a visit, and the list of cases.
struct TabellTests {
  private let topp =
    "sak;sakstype;plassert_fra;første_plassering;besøkstype;besøksdato;form;barnet_til_stede;snakket_alene"

  private func rad(_ text: String, valg: Tabellvalg = Prøve.valg) throws -> Innlesing {
    try Prøve.les(("tabell", topp + "\r\n" + text), tabell: valg)
  }

  private static let former: [(String, String)] = [
    ("Norwegian Excel", "\u{FEFF}sak;plassert_fra;besøksdato;form\r\nS-1;01.03.2010;12.03.2014;stedlig\r\n"),
    ("commas", "sak,plassert_fra,besøksdato,form\nS-1,2010-03-01,2014-03-12,i fosterhjemmet"),
    ("tabs", "SAK\tPlassert fra\tBesøksdato (dd.mm.åååå)\tForm\nS-1\t1/3/2010\t12/3/2014\tSTEDLIG"),
    (
      "quotes",
      "\"sak\";\"plassert_fra\";\"besøksdato\";\"form\"\r\"S-1\";\"1.3.2010\";\"12.3.2014\";\" stedlig \""
    ),
    ("another order", "form;besøksdato;sak;plassert_fra\nstedlig;12.03.2014;S-1;01.03.2010"),
    (
      "empty rows and columns",
      "sak;plassert_fra;besøksdato;form;;\n;;;;;\nS-1;01.03.2010;12.03.2014;stedlig;;\n\n"
    ),
  ]

  @Test(arguments: former.indices) func `the same table in any spelling gives the same record`(_ index: Int)
    throws
  {
    let result = try Prøve.les(("tabell", Self.former[index].1))
    #expect(result.feil == [])
    #expect(result.uttrekk?.kilde == .besøkstabell)
    #expect(
      result.uttrekk?.tekster == [
        """
        {"enhet":"solvik","format":"sak/1","hendelser":{"oppfølgingsbesøk":[{"dato":"2014-03-12",\
        "form":"stedlig"}],"plassering":[{"fra":"2010-03-01","hjem":"H1"}]},"opplysninger":{},"sak":"S-1",\
        "team":"fosterhjem-1","ufullstendig":[],"uttrekk":"2014-09-30"}
        """
      ])
  }

  @Test func `an older Excel's alphabet is read`() throws {
    let text = "sak;besøksdato;besøkstype\nS-1;12.03.2014;oppfølgingsbesøk"
    let latin = text.unicodeScalars.map { UInt8($0.value) }
    let result = try Prøve.innleser().les(
      [("a", latin)], team: "fosterhjem-1", enhet: "solvik", idag: Prøve.idag, tabell: Prøve.valg)
    #expect(result.feil == [])
    #expect(try result.uttrekk?.lest("S-1")?["hendelser"]?["oppfølgingsbesøk"]?.array?.count == 1)
  }

  @Test func `the template is read, and a case without visits has one row`() throws {
    #expect(Besøkstabell.mal.hasPrefix("\u{FEFF}sak;sakstype (ord);fødselsmåned (mm.åååå);"))
    #expect(try Prøve.les(("mal.csv", Besøkstabell.mal)).feil.map(\.kode) == ["tom-tabell"])
    let row =
      "S-1;omsorgssak;05.2004;01.03.2010;fosterhjem;ja;nei;egen kommune;nei;ja"
      + String(repeating: ";", count: 9)
    let result = try Prøve.les(("mal.csv", Besøkstabell.mal + row))
    #expect(result.feil == [])
    let post = try #require(try result.uttrekk?.lest("S-1"))
    #expect(
      post["hendelser"]?.compactText == """
        {"besøksfrekvens":[],"oppfølgingsbesøk":[],\
        "plassering":[{"fra":"2010-03-01","hjem":"H1","til":"2011-02-28","type":"fosterhjem"},\
        {"fra":"2011-03-01","grunnlag":"omsorgsovertakelse","hjem":"H1","type":"fosterhjem"}]}
        """)
    #expect(
      post["opplysninger"]?.compactText
        == """
        {"født":"2004-05","kan_danne_egne_synspunkter":true,"sakstype":"omsorgssak","tilsynsansvar":"egen"}
        """)
    #expect(Besøkstabell.Kolonne.allCases.allSatisfy { $0.forklaring.hasSuffix(".") })
  }

  @Test func `each kind of visit has its own fields`() throws {
    let text = """
      sak;besøkstype;besøksdato;form;barnet_til_stede;snakket_alene;vurdering;referat;rapport_mottatt
      S-1;oppfølgingsbesøk;12.03.2014;digitalt;ja;ja;nei;ja;
      S-1;tilsyn;03.2014;avlyst;nei;tilbudt, men barnet ville ikke;;;nei
      S-1;samtale;2014-04-01;;;nei;ja;vet ikke;
      S-1;besøk;2014-05-01;;;nei;;;
      """
    let events = try Prøve.les(("t", text)).uttrekk?.lest("S-1")?["hendelser"]
    #expect(
      events?["oppfølgingsbesøk"]?.compactText == """
        [{"barnet_til_stede":true,"dato":"2014-03-12","form":"digital","referat":true,"samtale_alene":\
        "gjennomført","vurdering":false},{"dato":"2014-05-01","samtale_alene":["tilbudt_avslått","for_ung",\
        "ikke_mulig","ikke_tilrettelagt",false]}]
        """)
    #expect(
      events?["tilsynsbesøk"]?.compactText == """
        [{"barnet_til_stede":false,"dato":"2014-03","form":"avlyst","rapport_mottatt":false,"samtale_alene":\
        "tilbudt_avslått"}]
        """)
    #expect(
      events?["samtale"]?.compactText
        == "[{\"alene\":false,\"dato\":\"2014-04-01\",\"faglig_vurdering\":true}]")
  }

  /// The headings of the template before it asked how a talk was held, for the assessment of a talk at a visit, and
  /// whether the child can form views.
  @Test func `the template of the first edition is still read`() throws {
    let text = """
      \u{FEFF}sak;sakstype (ord);fødselsmåned (mm.åååå);plassert_fra (dd.mm.åååå);plasseringstype (ord);\
      første_plassering (ja/nei);to_besøk_fra (dd.mm.åååå eller nei);tilsynsansvar (ord);besøkstype (ord);\
      besøksdato (dd.mm.åååå);form (ord);barnet_til_stede (ja/nei);snakket_alene (ja eller grunn);\
      vurdering (ja/nei);referat (ja/nei);rapport_mottatt (dd.mm.åååå eller nei)
      S-1;omsorgssak;05.2004;01.03.2010;fosterhjem;ja;nei;egen;besøk;12.03.2014;stedlig;ja;ja;ja;nei;
      S-1;;;;;;;;samtale;13.03.2014;;;ja;nei;ja;
      """
    let result = try Prøve.les(("gammel mal.csv", text))
    #expect(result.feil == [])
    let record = try result.uttrekk?.lest("S-1")
    let events = record?["hendelser"]
    #expect(record?["opplysninger"]?["tilsynsansvar"] == .string("egen"))
    #expect(record?["ufullstendig"]?.array?.contains(.string("tilsynskommune")) == true)
    #expect(
      events?["oppfølgingsbesøk"]?.compactText == """
        [{"barnet_til_stede":true,"dato":"2014-03-12","form":"stedlig","referat":false,"samtale_alene":\
        "gjennomført","vurdering":true}]
        """)
    #expect(
      events?["samtale"]?.compactText
        == "[{\"alene\":true,\"dato\":\"2014-03-13\",\"faglig_vurdering\":false,\"referat\":true}]")
  }

  @Test(arguments: [
    ("samtale;;;i et møte", "{\"dato\":\"2014-03-12\",\"form\":\"møte\"}"),
    ("samtale;;;telefon", "{\"dato\":\"2014-03-12\",\"form\":\"telefon\"}"),
    ("samtale;;;På skjerm", "{\"dato\":\"2014-03-12\",\"form\":\"skjerm\"}"),
    ("samtale;;;vet ikke", "{\"dato\":\"2014-03-12\"}"),
    ("oppfølgingsbesøk;ja;nei;", "{\"dato\":\"2014-03-12\",\"faglig_vurdering\":false,\"vurdering\":true}"),
    ("oppfølgingsbesøk;;ja;", "{\"dato\":\"2014-03-12\",\"faglig_vurdering\":true}"),
  ]) func `how a talk was held, and the assessment of a talk at a visit`(_ cells: String, _ event: String)
    throws
  {
    let text = "sak;besøksdato;besøkstype;vurdering;faglig_vurdering;form\nS-1;12.03.2014;" + cells
    let events = try Prøve.les(("t", text)).uttrekk?.lest("S-1")?["hendelser"]
    #expect(events?[String(cells.prefix { $0 != ";" })]?.compactText == "[\(event)]")
  }

  /// The table is complete to 2014-09-30, and no rule looks further back than to 2011-09-30.
  @Test(
    arguments: [
      ("egen;1.6.2014", "[{\"dato\":\"2011-09-30\"},{\"ansvar\":\"egen\",\"dato\":\"2014-06-01\"}]", false),
      ("annen;06.2014", "[{\"dato\":\"2011-09-30\"},{\"ansvar\":\"annen\",\"dato\":\"2014-06\"}]", false),
      ("egen;1.3.2010", "[{\"ansvar\":\"egen\",\"dato\":\"2010-03-01\"}]", false),
      (";1.3.2010", "[{\"dato\":\"2010-03-01\"}]", false), ("egen;nei", nil, false), ("egen;", "[]", true),
      (";", nil, false), (";nei", nil, false),
    ] as [(String, String?, Bool)])
  func `who supervises now is not taken for who always has, unless that is told`(
    _ cells: String, _ list: String?, _ isOpen: Bool
  ) throws {
    let result = try Prøve.les(("t", "sak;tilsynsansvar;tilsynsansvar_fra\nS-1;" + cells))
    #expect(result.feil == [])
    let record = try result.uttrekk?.lest("S-1")
    #expect(record?["hendelser"]?["tilsynskommune"]?.compactText == list)
    #expect(record?["ufullstendig"]?.array?.contains(.string("tilsynskommune")) == isOpen)
  }

  private static let feil: [(rad: String, kolonne: Int, ord: String)] = [
    ("S-1;omsorgssak;1.1.2010;ja;besøk;31.02.2014;;;", 6, "Besøksdato må være en dato"),
    ("S-1;omsorgssak;1.1.2010;ja;besøk;12.03.14;;;", 6, "Besøksdato må være en dato"),
    ("S-1;omsorgssak;1.1.2010;ja;besøk;01.10.2014;;;", 6, "etter den siste dagen"),
    ("S-1;omsorgssak;1.1.2010;ja;besøk;;stedlig;;", 6, "Besøksdato mangler"),
    ("S-1;omsorgssak;1.1.2010;ja;møte;01.03.2014;;;", 5, "Besøkstype må være"),
    ("S-1;omsorgssak;1.1.2010;ja;samtale;01.03.2014;stedlig;;", 7, "Form må være «i et møte»"),
    ("S-1;omsorgssak;1.1.2010;ja;samtale;01.03.2014;;ja;", 8, "brukes ikke for samtaler"),
    ("S-1;omsorgssak;1.1.2010;ja;besøk;01.03.2014;;kanskje;", 8, "må være ja eller nei"),
    ("S-1;omsorgssak;1.1.2010;ja;besøk;01.03.2014;;;=1+1", 9, "formel"),
    ("S-1;omsorgssak;1.1.2010;ja;besøk;01.03.2014;;;＝HYPERLINK(1)", 9, "formel"),
    ("S-1;omsorgssak;1.1.2010;ja;besøk;01.03.2014;;;\u{202E}aj", 9, "usynlige tegn"),
    ("S-1;omsorgssak;1.1.2010;ja;besøk;01.03.2014;;;j\u{200B}a", 9, "usynlige tegn"),
    ("S-1;omsorgssak;1.1.2010;ja;besøk;01.03.2014;;;31129956715", 9, "fødselsnummer"),
    ("31129956715;omsorgssak;1.1.2010;ja;;;;;", 1, "fødselsnummer"),
    ("Ola Nordmann;omsorgssak;1.1.2010;ja;;;;;", 1, "kort kode"),
    (";omsorgssak;1.1.2010;ja;;;;;", 1, "Sak mangler"),
    ("S-1;ukjent sak;1.1.2010;ja;;;;;", 1, "Sakstype må være «omsorgssak»"),
    ("S-1;;1.1.2010;ja;;;;;;x", 10, "ikke til noen kolonne"),
  ]

  @Test(arguments: feil.indices) func `a faulty row is told of by its cell, and never by what it says`(
    _ index: Int
  )
    throws
  {
    let (row, column, words) = Self.feil[index]
    let result = try rad(row + "\r\nS-2;omsorgssak;1.1.2010;ja;;;;;")
    #expect(result.uttrekk?.saker == ["S-2"])
    let fault = try #require(result.feil.first)
    #expect(result.feil.count == 1)
    #expect(fault.melding.contains(words))
    #expect(fault.linje == 2)
    // A cell of the case as a whole is told of by the case's first line.
    if fault.fil != nil { #expect(fault.kolonne == column) }
    for cell in row.split(separator: ";") where cell.count > 5 {
      #expect(
        !fault.melding.localizedCaseInsensitiveContains(cell) || words.localizedCaseInsensitiveContains(cell))
    }
  }

  @Test(arguments: [
    ("besok 2014.csv", "besok 2014.csv"), ("Kari Nordmann.csv", "fil 1"), ("Kari_Nordmann-2014.csv", "fil 1"),
    ("31129956715.csv", "fil 1"),
  ])
  func `a file is not called by a name that may be a person's`(_ name: String, _ told: String) throws {
    #expect(try Prøve.les((name, "sak;form\n;x")).feil.first?.fil == told)
  }

  @Test func `rows of one case must agree on the case`() throws {
    let result = try rad("S-1;omsorgssak;1.1.2010;;;;;;\r\nS-1;hjelpetiltak;;;;;;;\r\nS-2;;;;;;;;")
    #expect(result.uttrekk?.saker == ["S-2"])
    #expect(result.uttrekk?.uleselige == ["S-1"])
    #expect(result.feil.map(\.melding) == ["Sakstype er ikke det samme i alle radene for saken."])
  }

  private static let helhet: [(String, String, Tabellvalg, åpne: String)] = [
    ("placed long ago", "1.1.2010;", Prøve.valg, ""),
    ("placed lately, and not the first time", "1.1.2013;nei", Prøve.valg, "oppfølgingsbesøk plassering"),
    ("placed lately, for the first time", "1.1.2013;ja", Prøve.valg, ""),
    ("nothing said of placement", ";", Prøve.valg, "oppfølgingsbesøk"),
    ("some month lately", "2013;ja", Prøve.valg, ""),
    (
      "complete only from last year", "1.1.2010;ja",
      Tabellvalg(
        uttrekksdag: dag("2014-09-30"), saksnummer: .pseudonym, komplett: [.oppfølgingsbesøk],
        fra: dag("2013-01-01")),
      "oppfølgingsbesøk"
    ),
    (
      "complete from before the placement", "1.1.2013;ja",
      Tabellvalg(
        uttrekksdag: dag("2014-09-30"), saksnummer: .pseudonym, komplett: [.oppfølgingsbesøk],
        fra: dag("2013-01-01")), ""
    ),
    (
      "not complete", "1.1.2010;ja",
      Tabellvalg(uttrekksdag: dag("2014-09-30"), saksnummer: .pseudonym, komplett: []), "oppfølgingsbesøk"
    ),
  ]

  @Test(arguments: helhet.indices) func `what may be lacking is open`(_ index: Int) throws {
    let (_, placed, valg, open) = Self.helhet[index]
    let result = try rad("S-1;;\(placed);besøk;01.03.2014;stedlig;;", valg: valg)
    #expect(result.feil == [])
    let names = try result.uttrekk?.lest("S-1")?["ufullstendig"]?.array?.compactMap(\.string)
    #expect(names?.joined(separator: " ") == open)
  }

  @Test func `a list of pseudonyms gives cases of which nothing is known`() throws {
    let result = try Prøve.les(
      ("liste.txt", "Saksnummer\r\nS-2\r\nS-1\r\n\r\nS-1\r\n"), forventet: 2, medPunkter: true)
    #expect(result.uttrekk?.kilde == .saksliste)
    #expect(result.uttrekk?.saker == ["S-1", "S-2"])
    #expect(result.feil.map(\.melding) == ["Saken står mer enn én gang i lista."])
    #expect(
      result.linjer.prefix(3) == [
        Avstemmingslinje("Linjer i lista", 3),
        Avstemmingslinje("Linjer som ikke kunne brukes", 1, erVarsel: true),
        Avstemmingslinje("Saker i lista", 2),
      ])
    #expect(try result.uttrekk?.lest("S-1")?["hendelser"] == .object([JSONValue.Member]()))
    #expect(result.ukjent.first.map { $0.punkter.count > 5 } == true)
  }

  @Test(arguments: [
    "Hei\nHer er oversikten du ba om\nHilsen en kollega", "2014/123\nRing meg på torsdag klokka 10",
  ]) func `a letter is no list of cases`(_ text: String) throws {
    let result = try Prøve.les(("brev.txt", text), tabell: Tabellvalg(uttrekksdag: dag("2014-09-30")))
    #expect(result.uttrekk == nil)
    #expect(result.feil.map(\.kode) == ["liste-form"])
  }

  @Test func `journal numbers become pseudonyms and are never kept`() throws {
    let valg = Tabellvalg(uttrekksdag: dag("2014-09-30"))
    let result = try Prøve.les(
      ("liste", "2014/123\n45 67 89 01\n  J-9 \n010190 12345\n31129956715"), tabell: valg)
    let search = try #require(Sakssøk(nøkkel: Prøve.nøkkel, enhet: "solvik"))
    let expected = try ["2014/123", "45 67 89 01", "J-9", "010190 12345"].map {
      try search.pseudonym(journalnummer: $0)
    }
    let uttrekk = try #require(result.uttrekk)
    #expect(Set(uttrekk.saker) == Set(expected))
    #expect(result.feil.map(\.linje) == [5])
    let kept = uttrekk.tekster.joined()
    for number in ["2014/123", "45 67", "J-9", "010190"] { #expect(!kept.contains(number)) }
    let without = try Prøve.innleser(nøkkel: nil).les(
      [("l", Array("2014/123".utf8))], team: "t", enhet: "e", idag: Prøve.idag, tabell: valg)
    #expect(without.feil.first?.melding.contains("nøkkelen mangler") == true)
  }

  @Test(arguments: [
    (Tabellvalg?.none, String?.some("solvik"), "uttrekksdag-mangler"),
    (Tabellvalg(uttrekksdag: dag("2026-11-23")), "solvik", "uttrekk-i-framtida"),
    (Prøve.valg, nil, "enhet-mangler"),
    (Tabellvalg(uttrekksdag: dag("2014-09-30"), saksnummer: .pseudonym), "solvik", "helhet-mangler"),
  ])
  func `what a table does not say must be said`(_ valg: Tabellvalg?, _ enhet: String?, _ kode: String) throws
  {
    let result = try Prøve.les(("t", "sak;form\nS-1;"), enhet: enhet, tabell: valg)
    #expect(result.feil.map(\.kode) == [kode])
  }
}
