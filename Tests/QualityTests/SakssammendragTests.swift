import JSONText
import Quality
import Testing
import Vocabulary

@Suite struct SakssammendragTests {
  private let modell = Saksmodell(
    opplysninger: [
      Felt("sakstype", .kode([Kode("omsorgssak"), Kode("frivillig_plassering")])), Felt("født", .måned),
      Felt("tilsynsansvar", .kode([Kode("egen")])), Felt("kan_danne_egne_synspunkter", .sannhet),
    ],
    samlinger: [
      Samling(
        "plassering", .periode,
        felter: [
          Felt("type", .kode([Kode("fosterhjem"), Kode("beredskapshjem")])), Felt("hjem", .tekstkode),
          Felt("flyttet_med_fosterforeldre", .sannhet),
        ], ord: Substantiv(entall: "plassering", flertall: "plasseringer", kjønn: .hankjønn)),
      Samling("oppfølgingsbesøk", .dato, felter: []), Samling("samtale", .dato, felter: []),
      Samling("drøfting", .dato, felter: []),
      Samling(
        "hjemopphold", .periode, felter: [],
        avledning: Avledning(kilde: "plassering", sammeFelt: "hjem", koblingsfelt: "x")),
    ])

  private func linjer(_ json: String, flest: Int = 8) throws -> [String] {
    try Sakssammendrag(modell, flest: flest).fakta(JSONValue(parsing: json)).map {
      "\($0.tittel): \($0.tekst)"
    }
  }

  @Test func `en sak sammenfattes med ordene fra saksmodellen`() throws {
    let record = #"""
      {"sak": "S-1", "uttrekk": "2014-09-30",
       "opplysninger": {"sakstype": "frivillig_plassering", "født": "2005-03", "tilsynsansvar": null,
                        "kan_danne_egne_synspunkter": false},
       "hendelser": {
         "plassering": [
           {"fra": "2013-02", "type": ["fosterhjem", "beredskapshjem"], "hjem": "H2"},
           {"fra": "2011-02-14", "til": "2013-01-31", "type": "fosterhjem", "hjem": "H1",
            "flyttet_med_fosterforeldre": true}],
         "oppfølgingsbesøk": [{"dato": "2014-08-20"}, {"dato": "2014-02-11"}, {"dato": null}],
         "samtale": []},
       "ufullstendig": ["oppfølgingsbesøk"]}
      """#
    #expect(
      try linjer(record) == [
        "Uttrekk: 30. september 2014", "Sakstype: frivillig plassering", "Født: mars 2005",
        "Kan danne egne synspunkter: nei",
        "Plasseringer: fra 14. februar 2011 til 31. januar 2013, fosterhjem, H1; "
          + "fra februar 2013, fosterhjem eller beredskapshjem, H2",
        "Oppfølgingsbesøk: ukjent dato, 11. februar 2014 og 20. august 2014; det kan finnes flere",
        "Samtale: ingen registrert",
      ])
  }

  @Test func `mange datoer kortes ned til de siste`() throws {
    let events = (1...9).map { #"{"dato": "2014-0\#($0)-01"}"# }.joined(separator: ",")
    let record = #"{"hendelser": {"samtale": [\#(events)]}}"#
    #expect(
      try linjer(record, flest: 2) == ["Samtale: 1. august 2014 og 1. september 2014, og sju tidligere"])
  }
}
