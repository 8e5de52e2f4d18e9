import Quality

/// What is written about avvik, measures and meetings. Made up; no name and no place.
enum Oppfølgingstekster {
  static let strakstiltak = [
    "Jeg har sagt fra til teamleder, og vi har avtalt en ny dato.",
    "Saken ble tatt opp på teammøtet dagen etter.",
    "Kontaktpersonen har ringt fosterhjemmet og avtalt et besøk.",
  ]
  static let årsak = [
    "Saken skiftet kontaktperson i perioden.", "Malen for referat spør ikke om dette.",
    "Kontaktpersonen kjente ikke den nye prosedyren.", "Rapporten kom sent fra kommunen der barnet bor.",
  ]
  static let svar = [
    "Jeg kjenner meg igjen i dette. Referatet blir skrevet denne uka.",
    "Besøket var avtalt, men fosterhjemmet måtte flytte det. Det nye besøket er gjennomført.",
    "Jeg mener dette er gjort. Notatet ligger i papirmappen og blir registrert.",
  ]
  static let avvist = "Saken er lest på nytt. Det som ble meldt, var gjort i tide og stod i referatet."
  static let utenEffekt = [
    "Saken er rettet. Tiltaket hjalp ikke i de andre sakene, og kvalitetsgruppa tar det videre.",
    "Barnet har flyttet, så feilen kan ikke rettes i denne saken.",
    "Feilen gjelder et år som er over. Den kan ikke rettes, bare unngås senere.",
  ]
  static let nesteVirket = "Det første tiltaket virket ikke. Det neste gjorde det, og saken er rettet."
  static let flyttet = "Teamet må først få den nye malen."
  static let iverksatt = [
    "Referat fra teammøtet", "E-post til teamet med ny mal", "Referat fra fagmøtet", "Journalnotat i saken",
  ]

  /// What the measure is. One against several avvik is about how the team works, one against a single avvik about the
  /// case.
  static func tiltak(_ punkt: String?, felles: Bool) -> String {
    guard felles else {
      return "Rett opp i saken, og se etter det samme i de andre sakene til kontaktpersonen."
    }
    switch punkt?.prefix(2) {
    case "OB", "BA": return "Gå gjennom besøksplanen for alle barna på teammøtet hver måned."
    case "TI": return "Etterlys rapporter fra tilsynet når det har gått en måned."
    case "OP", "TP": return "Sett av én dag i måneden til å lage og evaluere planer."
    case "VD": return "Bruk malen for vurdering og drøfting etter hvert besøk."
    case "FA": return "Gå gjennom fosterhjemsavtalen med hvert fosterhjem, og skriv konklusjonen i referatet."
    case "MV", "SA":
      return "Avtal før hvert besøk hvem som snakker med barnet alene, og skriv hva barnet mener."
    default: return "Gå gjennom prosedyren på teammøtet, og avtal hvem som gjør hva."
    }
  }

  /// Why somebody says that a measure worked, or not.
  static func evaluering(_ resultat: Tiltaksresultat) -> [String] {
    switch resultat {
    case .virket:
      [
        "I sakene vi så på, er dette nå på plass.", "Saken er rettet, og teamet bruker den nye malen.",
        "Kontaktpersonene har tatt det i bruk.",
      ]
    case .virketIkke:
      [
        "Vi fant det samme i nye saker.", "Malen er tatt i bruk av få.",
        "Saken er rettet, men arbeidsmåten er den samme som før.",
      ]
    case .forTidlig: ["Det er for få besøk siden tiltaket ble satt i verk."]
    }
  }

  /// What the district does not ensure, when the findings on a point are a failure of the system.
  static func systemsvikt(_ punkt: String) -> String {
    let hva =
      switch punkt {
      case "OB-REDUKSJON": "redusert oppfølging blir bestemt slik forskriften krever"
      case "OB-BEHOV": "det blir vurdert om barnet trenger flere besøk"
      case "TP-EVALUERT", "TP-MAL": "tiltaksplanene blir evaluert"
      case "VD-DROFTING": "sakene blir drøftet, og at konklusjonen kan leses i saken"
      case "FA-FINNES": "hvert fosterhjem har en skriftlig avtale"
      case "FA-KONKLUSJON": "gjennomgangen av fosterhjemsavtalen ender med drøfting og konklusjon"
      default: område(punkt)
      }
    return "Bydelen sikrer ikke at \(hva)."
  }

  private static func område(_ punkt: String) -> String {
    switch punkt.prefix(2) {
    case "OB", "BA": "barn i fosterhjem får de besøkene de har krav på"
    case "TI": "tilsynet med barn i fosterhjem blir ført og fulgt opp"
    case "OP", "TP": "barn i fosterhjem har en plan som gjelder"
    case "VD": "besøkene fører til vurderinger som kan leses i saken"
    case "FO": "foreldrene blir fulgt opp etter omsorgsovertakelsen"
    case "SO": "barnet får treffe søsken som bor et annet sted"
    case "SV": "samværet blir planlagt og vurdert"
    case "VO": "oppfølgingen ved varig opphold blir avtalt og gjennomført"
    case "FR": "lange frivillige plasseringer blir vurdert på nytt"
    case "GK": "fosterhjemmet er godkjent når barnet flytter inn"
    case "FA": "fosterhjemsavtalen blir gjennomgått i tide"
    case "MV": "barnet blir hørt, og at det kan leses i saken"
    case "SA": "barnet får snakke alene med noen, og at det kan leses i saken"
    default: "prosedyren blir fulgt"
    }
  }

  static func mønster(_ punkt: String, saker: Int) -> String {
    "Avvik på \(punkt) er funnet i \(saker) saker. Gruppa mener at det er svikt i systemet."
  }

  static let utvalget = "Utvalget gikk gjennom avvikene i perioden og det som kvalitetsgruppa har vedtatt."
  static let nyeAvvik = [
    "Gruppa gikk gjennom de nye avvikene ett for ett.",
    "Teamleder la fram de nye avvikene. Flere av dem gjelder det samme.",
    "Gruppa så på de nye avvikene, også dem som ansatte har meldt.",
  ]
  static let oppgaver = [
    "Ta opp på teammøtet hvordan avvik blir meldt.", "Lag en kort veiledning om referat etter besøk.",
    "Undersøk hvorfor rapporter fra tilsynet kommer sent.", "Gå gjennom avvikene som er over fristen.",
    "Spør teamet hva som tar mest tid ved besøk.",
  ]
  static let oversendt = "Kvalitetsgruppa ber kvalitetsutvalget vurdere om det trengs flere folk til dette."
  static let forSent = "Møtet ble utsatt, og gjennomgangen ble gjort etter fristen."
}
