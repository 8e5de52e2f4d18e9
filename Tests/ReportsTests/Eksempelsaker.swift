import Checklists
import Quality
import RuleEngine
import Testing
import Values

/// The two drawn cases of the example, and what the rules found in all the others.
enum Eksempelsaker {
  static let tilStede = Manglendeopplysning(
    samling: "oppfølgingsbesøk", indeks: 2, felt: "barnet_til_stede",
    tekst: "Var barnet til stede på oppfølgingsbesøket 20. august 2014?",
    dokument: "referatet fra oppfølgingsbesøket 20. august 2014")
  static let samtaleAlene = Manglendeopplysning(
    samling: "oppfølgingsbesøk", indeks: 2, felt: "samtale_alene",
    tekst: "Ble det holdt eller tilbudt samtale alene på oppfølgingsbesøket 20. august 2014?",
    dokument: "referatet fra oppfølgingsbesøket 20. august 2014")

  private static let områder: [Int: String] = [
    3: "Ikke gjennomført lovpålagte oppfølgingsbesøk", 4: "Manglende utarbeidelse av omsorgsplan",
    5: "Manglende vurderinger og drøftinger i saksdokumenter",
    6: "Fosterhjemsavtalen er ikke dokumentert gjennomgått",
    7: "Manglende tiltaksplan eller evaluering ved frivillige plasseringer",
    8: "Manglende dokumentasjon av barns medvirkning",
    9: "Mangelfull tilrettelegging for samtale med barnet alene",
  ]
  private static let hjemler: [String: Kontrollpunkt.Hjemmel] = [
    "f7": .init(id: "FOR-2003-1659-7", tekst: "fosterhjemsforskriften (2003) § 7", slag: .forskrift),
    "f6": .init(
      id: "FOR-2003-1659-6", tekst: "fosterhjemsforskriften (2003) § 6", slag: .forskrift,
      forbehold: "ordlyden er ikke lest i kilden"),
    "b415": .init(id: "LOV-1992-100-4-15", tekst: "barnevernloven (1992) § 4-15 tredje ledd", slag: .lov),
    "b45": .init(id: "LOV-1992-100-4-5", tekst: "barnevernloven (1992) § 4-5", slag: .lov),
    "b41": .init(id: "LOV-1992-100-4-1", tekst: "barnevernloven (1992) §§ 4-1 og 6-3", slag: .lov),
  ]

  private static func punkt(
    _ id: String, _ område: Int, _ kravtype: Kravtype, _ hjemmel: String?,
    _ alvorlighet: Alvorlighet, _ spørsmål: String, _ utfall: Utfall, _ setning: String,
    vedBrudd: Brudd = .avvik, mangler: [Manglendeopplysning] = [], besøk: [String] = []
  ) -> Kontrollpunkt {
    let evidence = besøk.enumerated().map {
      Hendelsesreferanse(samling: "oppfølgingsbesøk", indeks: $0, dato: $1)
    }
    return Kontrollpunkt(
      id: id, spørsmål: spørsmål, sviktområde: .init(område, områder[område] ?? ""), kravtype: kravtype,
      hjemler: hjemmel.flatMap { hjemler[$0] }.map { [$0] } ?? [],
      prosedyre: område == 3 ? "gjennomføring-av-oppfølgingsbesøk" : "barns-medvirkning-i-barnevernsaker",
      alvorlighet: alvorlighet, vedBrudd: vedBrudd, forPerson: utfall == .ikkeKontrollert,
      veiledning: utfall == .ikkeKontrollert ? "Les de to siste vurderingene i journalen." : nil,
      godtEksempel: utfall == .ikkeKontrollert
        ? "«Barnet vil ha kortere besøk. Vi valgte det, fordi …»" : nil,
      svaktEksempel: utfall == .ikkeKontrollert ? "«Barnet har det bra.»" : nil,
      vurdering: Vurdering(
        utfall: utfall, setning: setning,
        bevis: besøk.isEmpty ? nil : Bevis(uttrykk: "besøksdager", verdi: "3", hendelser: evidence),
        mangler: mangler))
  }

  /// S-0042; with the missing fact filled in, BARN-SETT is decided.
  static func første(besvart: Bool) throws -> Kontrollsak {
    let løpende = punkt(
      "OB-LOPENDE", 3, .egenProsedyre, nil, .middels,
      "Har barnet fått minst fire oppfølgingsbesøk de siste 12 månedene?", .oppfylt,
      "Det er registrert fire oppfølgingsbesøk fra 1. oktober 2013 til 30. september 2014.",
      besøk: ["2013-11-04", "2014-02-11", "2014-05-06", "2014-08-20"])
    let punkter = [
      punkt(
        "OB-ANTALL", 3, .forskrift, "f7", .høy,
        "Fikk barnet minst så mange oppfølgingsbesøk i 2013 som forskriften krever?", .avvik,
        "Barnet bodde i fosterhjem hele 2013. Forskriften krever da minst fire oppfølgingsbesøk. "
          + "Det er registrert tre: 11. februar, 6. mai og 20. august.",
        besøk: ["2013-02-11", "2013-05-06", "2013-08-20"]),
      løpende,
      punkt(
        "OB-REDUKSJON", 3, .forskrift, "f7", .middels,
        "Var vilkårene oppfylt da dere bestemte færre oppfølgingsbesøk?", .ikkeAktuelt,
        "Det er ikke bestemt færre enn fire oppfølgingsbesøk i året."),
      punkt(
        "BARN-SETT", 9, .fagligNorm, nil, .kritisk,
        "Har noen fra tjenesten sett barnet de siste seks månedene?", besvart ? .merknad : .ukjent,
        besvart
          ? "Det er ikke registrert at noen har sett barnet siden 11. februar 2014."
          : "Det er ikke registrert om barnet var til stede på oppfølgingsbesøket 20. august 2014.",
        vedBrudd: .merknad, mangler: besvart ? [] : [tilStede]),
      punkt(
        "SA-TILRETTELAGT", 9, .forskrift, "f7", .høy,
        "Ble det lagt til rette for samtale med barnet alene på hvert besøk de siste 12 månedene?", .ukjent,
        "Det er ikke registrert om det ble holdt samtale alene 20. august 2014.",
        mangler: besvart ? [samtaleAlene] : [tilStede, samtaleAlene]),
      punkt(
        "OP-ENDELIG", 4, .lov, "b415", .høy, "Er det laget en endelig omsorgsplan i tide?", .oppfylt,
        "Vedtaket om omsorgsovertakelse er fra 14. februar 2011. Den endelige omsorgsplanen er fra "
          + "3. desember 2012."),
      punkt(
        "VD-BESOK", 5, .forskrift, "f7", .middels, "Er det skrevet en vurdering etter hvert besøk?", .ukjent,
        "Om det er skrevet en vurdering etter besøkene i 2014, må et menneske avgjøre."),
      punkt(
        "VD-KVALITET", 5, .lov, "b41", .middels,
        "Viser vurderingene hva de bygger på, hvilke alternativer dere så, og hva barnet mener?",
        .ikkeKontrollert, "Dette punktet vurderes av kontrolløren."),
      punkt(
        "FA-GJENNOMGATT", 6, .forskrift, "f6", .middels,
        "Er fosterhjemsavtalen gjennomgått i løpet av det siste året?", .merknad,
        "Fosterhjemsavtalen ble sist gjennomgått 2. mai 2013. Det er mer enn 12 måneder siden.",
        vedBrudd: .merknad),
      punkt(
        "MV-DOKUMENTERT", 8, .lov, "b41", .høy, "Er barnets syn dokumentert de siste 12 månedene?", .oppfylt,
        "Barnets syn er dokumentert 11. februar 2014."),
    ]
    return Kontrollsak(
      sak: "S-0042", grunnlag: .omsorgssak,
      fakta: [
        Faktum("Født", "mars 2005"), Faktum("Plassering", "fosterhjem H1 fra 14. februar 2011"),
        Faktum("Uttrekk", "30. september 2014"),
      ], sakshash: "77aa", punkter: punkter)
  }

  static func andre() -> Kontrollsak {
    let punkter = [
      punkt(
        "OB-ANTALL", 3, .forskrift, "f7", .høy,
        "Fikk barnet minst så mange oppfølgingsbesøk i 2013 som forskriften krever?", .ikkeAktuelt,
        "Barnet bodde ikke i fosterhjem i 2013."),
      punkt(
        "TP-FINNES", 7, .lov, "b45", .høy, "Finnes det en tiltaksplan som gjelder på kontrolldatoen?",
        .oppfylt, "Tiltaksplanen gjelder fra 20. januar 2014 til 31. desember 2014."),
      punkt(
        "MV-DOKUMENTERT", 8, .lov, "b41", .høy, "Er barnets syn dokumentert de siste 12 månedene?", .ukjent,
        "Barnet var under sju år. Om barnet kunne danne seg egne synspunkter, må et menneske avgjøre."),
      punkt(
        "VD-KVALITET", 5, .lov, "b41", .middels,
        "Viser vurderingene hva de bygger på, hvilke alternativer dere så, og hva barnet mener?",
        .ikkeKontrollert, "Dette punktet vurderes av kontrolløren."),
    ]
    return Kontrollsak(
      sak: "S-0107", grunnlag: .frivillig,
      fakta: [
        Faktum("Født", "2011"), Faktum("Plassering", "fosterhjem H1 fra 8. januar 2014"),
        Faktum("Uttrekk", "30. september 2014"),
      ], sakshash: "88bb", punkter: punkter)
  }

  static func runde() throws -> Vurderingsrunde {
    let drawn = [try første(besvart: false), andre()]
    var alle = AlleSaker(
      saker: drawn.map { VurdertSak(sak: $0.sak, grunnlag: $0.grunnlag, punkter: $0.punkter) }, lesefeil: 2)
    alle.omsorgssaker = 118
    alle.frivillige = 20
    for index in alle.punkter.indices {
      alle.punkter[index].oppfylt += 97 + index
      alle.punkter[index].avvik += 14 - index
      alle.punkter[index].ukjent += 9
      alle.punkter[index].ikkeAktuelt += 16
    }
    for number in 0..<11 {
      alle.avvik.append(
        ÅpentAvvik(
          sak: "S-00\(50 + number * 3)", punkt: number % 3 == 0 ? "MV-DOKUMENTERT" : "OB-ANTALL",
          alvorlighet: .høy,
          setning: number % 3 == 0
            ? "Det er ikke dokumentert noe om barnets syn etter \(number + 2). august 2013."
            : "Barnet bodde i fosterhjem hele 2013. Forskriften krever da minst fire oppfølgingsbesøk. "
              + "Det er registrert to: \(number + 3). mars og 2. oktober."))
    }
    let before = [
      ForrigeKontroll.ForrigeAvvik(
        avvik: ÅpentAvvik(
          sak: "S-0031", punkt: "FA-FINNES", alvorlighet: .høy,
          setning: "Det er ikke registrert noen fosterhjemsavtale for dette hjemmet."), nå: .oppfylt),
      ForrigeKontroll.ForrigeAvvik(
        avvik: ÅpentAvvik(
          sak: "S-0077", punkt: "MV-VEDTAK", alvorlighet: .middels,
          setning: "Det er ikke registrert at barnet ble hørt før vedtaket 3. juni 2014."), nå: .avvik),
      ForrigeKontroll.ForrigeAvvik(
        avvik: ÅpentAvvik(
          sak: "S-0140", punkt: "OB-ANTALL", alvorlighet: .høy,
          setning: "Det er registrert ett oppfølgingsbesøk i 2013. Kravet var minst fire."), nå: nil),
    ]
    return Vurderingsrunde(
      saker: drawn, alleSaker: alle, forrige: ForrigeKontroll(måned: "2014-08", avvik: before))
  }
}
