extension Registerskjema {
  private static let mange = 0...Int.max
  private static let minstÉn = 1...Int.max
  private static let id = må("Id", .uuid)
  private static let start = må("StartDato", .dato)
  private static let slutt = må("SluttDato", .dato)
  private static let erSlettet = kan("ErSlettet", .boolsk)

  private static func må(_ navn: String, _ type: Verditype) -> Attributt {
    Attributt(navn: navn, type: type, påkrevd: true)
  }

  private static func kan(_ navn: String, _ type: Verditype) -> Attributt {
    Attributt(navn: navn, type: type, påkrevd: false)
  }

  private static func barn(_ navn: String, _ slag: Slag, _ antall: ClosedRange<Int> = mange) -> Barn {
    Barn(navn: navn, slag: slag, antall: antall)
  }

  static let regler: [Slag: Elementregel] = toppregler.merging(saksregler) { $1 }.merging(tiltaksregler) {
    $1
  }
  .merging(vedtaksregler) { $1 }

  /// The opening of the file, the case, and who the child is. The older files have `Fodseldato` on `Sak`.
  private static let toppregler: [Slag: Elementregel] = [
    .barnevern: Elementregel(
      attributter: [id, må("DatoUttrekk", .tidspunkt), kan("ForrigeId", .uuid)],
      barn: [
        barn("Fagsystem", .fagsystem, 1...1), barn("Avgiver", .avgiver, 1...1), barn("Sak", .sak, minstÉn),
      ]),
    .fagsystem: Elementregel(attributter: [
      må("Leverandor", .tekst(1...300)), må("Navn", .tekst(1...300)), må("Versjon", .tekst(1...100)),
    ]),
    .avgiver: Elementregel(attributter: [
      må("Organisasjonsnummer", .siffer(9)), må("Kommunenummer", .siffer(4)),
      må("Kommunenavn", .tekst(1...250)), kan("Bydelsnummer", .siffer(2)),
    ]),
    .sak: Elementregel(
      attributter: [
        id, start, kan("SluttDato", .dato), må("Journalnummer", .tekst(1...36)), kan("Avsluttet", .boolsk),
        erSlettet, kan("Fodseldato", .dato), kan("Fodselsnummer", .siffer(11)),
        kan("DUFnummer", .siffer(12)),
      ],
      barn: [
        barn("Personalia", .personalia), barn("Melding", .melding), barn("Undersokelse", .undersøkelse),
        barn("Plan", .plan), barn("Tiltak", .tiltak), barn("Vedtak", .vedtak),
        barn("Ettervern", .ettervern), barn("OversendelseFylkesnemnd", .oversendelse),
        barn("Flytting", .flytting), barn("Relasjon", .relasjon), barn("Slettet", .slettet),
      ]),
    .personalia: Elementregel(attributter: [
      id, start, må("Fodselsnummer", .siffer(11)), må("Fodseldato", .dato),
      må("Kjonn", .kode(["0", "1", "2"])),
      kan("DUFnummer", .siffer(12)), erSlettet,
    ]),
    .slettet: Elementregel(attributter: [id, må("Type", .kode(begreper)), slutt]),
  ]

  private static let begreper: Set<String> = [
    "Personalia", "Melding", "Undersokelse", "Plan", "Tiltak", "Vedtak", "Ettervern",
    "OversendelseFylkesnemnd", "Flytting", "Relasjon",
  ]

  /// Reports of concern, investigations, plans, moves and links.
  private static let saksregler: [Slag: Elementregel] = [
    .melding: Elementregel(
      attributter: [id, start, erSlettet],
      barn: [
        barn("Melder", .melder), barn("Saksinnhold", .saksinnhold),
        barn("Konklusjon", .meldingskonklusjon, 0...1),
      ]),
    .melder: Elementregel(attributter: [må("Kode", .tekst(1...2))]),
    .saksinnhold: Elementregel(attributter: [må("Kode", .tekst(1...6))]),
    .meldingskonklusjon: Elementregel(attributter: [slutt, må("Kode", .tekst(1...3))]),
    .undersøkelse: Elementregel(
      attributter: [id, start, erSlettet],
      barn: [
        barn("Vedtaksgrunnlag", .saksinnhold), barn("BarnetsMedvirkning", .barnetsMedvirkning, 0...1),
        barn("UtvidetFrist", .utvidetFrist, 0...1), barn("Konklusjon", .undersøkelseskonklusjon, 0...1),
      ]),
    .barnetsMedvirkning: Elementregel(barn: [
      barn("StartDato", .medvirkningsdato, 1...1), barn("MedvirkningType", .medvirkningstype, 1...1),
    ]),
    .medvirkningsdato: Elementregel(tekst: .dato),
    .medvirkningstype: Elementregel(tekst: .kode(["1.1", "1.2", "1.3", "1.4", "2.1", "2.2"])),
    .utvidetFrist: Elementregel(attributter: [start]),
    .undersøkelseskonklusjon: Elementregel(attributter: [slutt, må("Kode", .tekst(1...1))]),
    .plan: Elementregel(
      attributter: [id, start, må("Plantype", .kode(Set((1...8).map(String.init)))), erSlettet],
      barn: [barn("Evaluering", .evaluering), barn("Konklusjon", .slutt, 0...1)]),
    .evaluering: Elementregel(attributter: [må("UtfortDato", .dato)]),
    .slutt: Elementregel(attributter: [slutt]),
    .ettervern: Elementregel(
      attributter: [id, må("TilbudSendtDato", .dato), erSlettet],
      barn: [barn("Konklusjon", .ettervernskonklusjon, 0...1)]),
    .ettervernskonklusjon: Elementregel(attributter: [slutt, må("Kode", .tekst(1...1))]),
    .oversendelse: Elementregel(attributter: [id, start, erSlettet], barn: lovhjemler),
    .relasjon: Elementregel(attributter: [id, erSlettet]),
    .flytting: Elementregel(
      attributter: [id, slutt, erSlettet],
      barn: [barn("ArsakFra", .årsakFra, 1...1), barn("FlyttingTil", .flyttingTil, 1...1)]),
    .årsakFra: Elementregel(attributter: [må("Kode", .kode(årsaker))]),
    .flyttingTil: Elementregel(attributter: [må("Kode", .kode(Set((1...9).map(String.init))))]),
  ]

  private static let årsaker: Set<String> = [
    "1.1.1", "1.1.2", "1.1.3", "1.1.4", "1.1.5", "1.2.1", "1.2.2", "1.2.3", "1.3", "2.1", "2.2", "2.3", "2.4",
    "2.5", "2.6", "2.7", "2.8", "2.9",
  ]

  private static let lovhjemler = [
    barn("Lovhjemmel", .lovhjemmel, 1...1), barn("JmfrLovhjemmel", .jamførLovhjemmel, 0...3),
  ]

  /// Measures, with follow-up and supervision.
  private static let tiltaksregler: [Slag: Elementregel] = [
    .tiltak: Elementregel(
      attributter: [id, start, erSlettet],
      barn: lovhjemler + [
        barn("Kategori", .kategori, 1...1), barn("Tiltaksgrunnlag", .saksinnhold),
        barn("Tilsyn", .tilsyn, 0...1), barn("Oppfolging", .oppfølging, 0...1),
        barn("Oppfolging", .enkeltoppfølging),
        barn("Opphevelse", .opphevelse, 0...1), barn("Konklusjon", .slutt, 0...1),
      ]),
    .kategori: Elementregel(attributter: [må("Kode", .kode(kategorier))]),
    .opphevelse: Elementregel(attributter: [må("Kode", .kode(["1", "2", "3", "4"]))]),
    .oppfølging: Elementregel(barn: [barn("Hyppighet", .hyppighet, minstÉn), barn("Utfort", .utført)]),
    .enkeltoppfølging: Elementregel(attributter: [id, må("UtfortDato", .dato)]),
    .tilsyn: Elementregel(barn: [
      barn("Ansvarlig", .ansvarlig, minstÉn), barn("Hyppighet", .hyppighet, minstÉn), barn("Utfort", .utført),
    ]),
    .ansvarlig: Elementregel(attributter: [id, start, må("Kommunenummer", .siffer(4))]),
    .hyppighet: Elementregel(attributter: [id, start, må("Kode", .kode(["2", "4"]))]),
    .utført: Elementregel(attributter: [id, må("UtfortDato", .dato)]),
    .lovhjemmel: hjemmelsregel,
    .jamførLovhjemmel: hjemmelsregel,
    .lov: Elementregel(tekst: .kode(["BVL", "BVL2021", "BL1981"])),
    .kapittel: Elementregel(tekst: .paragraf),
    .paragraf: Elementregel(tekst: .paragraf),
    .ledd: Elementregel(tekst: .paragraf),
    .bokstav: Elementregel(tekst: .tekst(1...1)),
    .punktum: Elementregel(tekst: .paragraf),
  ]

  private static let hjemmelsregel = Elementregel(barn: [
    barn("Lov", .lov, 1...1), barn("Kapittel", .kapittel, 1...1), barn("Paragraf", .paragraf, 1...1),
    barn("Ledd", .ledd), barn("Bokstav", .bokstav), barn("Punktum", .punktum),
  ])

  private static let kategorier: Set<String> = [
    "1.1", "1.2", "1.99", "2.1", "2.2", "2.3", "2.4", "2.5", "2.6", "2.99", "3.1", "3.2", "3.3", "3.4", "3.5",
    "3.6", "3.7", "3.8", "3.9", "3.10", "3.99", "4.1", "4.2", "4.3", "4.4", "4.5", "4.6", "4.7", "4.8", "4.9",
    "4.99", "5.1", "5.2", "5.3", "5.4", "5.99", "6.1", "6.2", "6.3", "6.4", "6.99", "7.1", "7.2", "7.3",
    "7.99", "8.1", "8.2", "8.3", "8.4", "8.5", "8.99",
  ]

  private static let vedtaksregler: [Slag: Elementregel] = [
    .vedtak: Elementregel(
      attributter: [id, start, erSlettet],
      barn: lovhjemler + [
        barn("Krav", .krav), barn("Status", .status, minstÉn), barn("Konklusjon", .slutt, 0...1),
      ]),
    .krav: Elementregel(attributter: [id, start], barn: [barn("Konklusjon", .kravkonklusjon, 0...1)]),
    .kravkonklusjon: Elementregel(attributter: [slutt, må("Kode", .kode(["1", "2", "9"]))]),
    .status: Elementregel(attributter: [
      id, må("EndretDato", .dato), må("Kode", .kode(["1", "2", "3", "4"])),
    ]),
  ]
}
