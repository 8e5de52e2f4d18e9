public import Vocabulary

/// A small vocabulary with every type of field and every kind of collection, in the words of the shipped one,
/// so that shipped rules and cases are good seeds.
public enum Fuzzmodell {
  /// The vocabulary.
  public static let modell = Saksmodell(
    opplysninger: [
      Felt("sakstype", .kode([Kode("omsorgssak"), Kode("frivillig_plassering")])), Felt("født", .måned),
      Felt("kan_danne_egne_synspunkter", .sannhet), Felt("behandler", .tekstkode),
    ],
    samlinger: [
      Samling(
        "plassering", .periode,
        felter: [
          Felt("type", .kode([Kode("fosterhjem"), Kode("fosterhjem_særlige_forutsetninger")])),
          Felt("hjem", .tekstkode), Felt("flyttet_med_fosterforeldre", .sannhet, manglerBetyr: .ingen),
          Felt("grunnlag", .kode([Kode("omsorgsovertakelse"), Kode("frivillig")])),
        ]),
      Samling("varig_opphold", .periode, felter: [Felt("avtalt_besøk", .tall)]),
      Samling(
        "besøksfrekvens", .dato,
        felter: [Felt("kode", .kode([Kode("4"), Kode("2")])), Felt("gode_forhold", .sannhet)],
        varighet: Varighetsregel(innenfor: "hjemopphold")),
      Samling(
        "oppfølgingsbesøk", .dato,
        felter: [
          Felt("form", .kode([Kode("stedlig"), Kode("digital"), Kode("avlyst")])),
          Felt("barnet_til_stede", .sannhet), Felt("vurdering", .sannhet), Felt("rapport_mottatt", .dato),
          Felt("samtale_alene", .kode([Kode("gjennomført"), Kode("for_ung")])),
        ]),
      Samling("vedtak", .dato, felter: [Felt("barnet_hørt", .sannhet)]),
      Samling(
        "hjemopphold", .periode, felter: [],
        avledning: Avledning(
          kilde: "plassering", sammeFelt: "hjem", koblingsfelt: "flyttet_med_fosterforeldre")),
    ])

  /// A case with something of everything: known, coarse, several possible, unknown, and an open collection.
  public static let sak = """
    {"format":"sak/1","sak":"S-1","uttrekk":"2014-12-31","opplysninger":{"sakstype":"omsorgssak",\
    "født":"2004-05","kan_danne_egne_synspunkter":null,"behandler":"B1"},"hendelser":{"plassering":[\
    {"fra":"2010-03-01","til":"2014-03-31","type":"fosterhjem","hjem":"H1"},{"fra":"2014-04","hjem":"H2",\
    "type":["fosterhjem","fosterhjem_særlige_forutsetninger"]}],"varig_opphold":[{"fra":"2014-06-01",\
    "avtalt_besøk":2}],"besøksfrekvens":[{"dato":"2013-05-01","kode":2,"gode_forhold":true}],\
    "oppfølgingsbesøk":[{"dato":"2013-02-11","form":"stedlig","barnet_til_stede":true,"vurdering":true,\
    "rapport_mottatt":"2013-03-01","samtale_alene":"gjennomført"},{"dato":"2013-09","form":"digital",\
    "rapport_mottatt":false},{"dato":"2014-06-01","form":["stedlig","avlyst"],"samtale_alene":"for_ung"},\
    {"dato":null}],"vedtak":[{"dato":"2014-02-01","barnet_hørt":false}]},"ufullstendig":["vedtak"]}
    """
}
