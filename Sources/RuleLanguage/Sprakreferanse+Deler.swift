extension Språkreferanse {
  /// The parts of the page, in order.
  public static let deler: [Del] = [
    verdier, utfall, jaOgNei, sammenligninger, tall, datoer, perioder, spørringer, vinduer, navn, setninger,
    skjønn, ukjent,
  ]

  private static let verdier = Del(
    "Verdier: det vi vet",
    """
    En verdi er ja/nei, et tall, en dato, en kode eller perioder. Den kan være helt kjent («4»),
    delvis kjent («3–5», «en dag i mars 2014») eller ukjent. Ukjent er også et svar: Regelen gjetter aldri. Den
    svarer bare når alle måter å fylle hullene i saken på gir samme svar.

    En varighet, som `6 måneder`, er ikke en verdi. Den brukes bare etter en dato, i et vindu og i `mellomrom`.
    """,
    [
      Oppslag("felt", nil, "Et felt i hendelsen det spørres om.", "siste vedtak har (barnet_hørt)"),
      Oppslag("opplysning", nil, "En opplysning om saken.", "kan_danne_egne_synspunkter"),
      Oppslag(
        "samling.felt", nil, "Et felt i en ytre hendelse, når spørsmål står inne i hverandre.",
        "siste vedtak har (finnes samtale der (dato er før vedtak.dato))"),
      Oppslag(
        "finnes felt", .sannhet, "Ja når feltet eller opplysningen har en verdi.",
        "siste tilsynsbesøk har (finnes rapport_mottatt)"),
    ])

  private static let utfall = Del(
    "Utfall",
    """
    | `gjelder når` | `krav` | `norm` | Utfall |
    |---|---|---|---|
    | nei | | | Ikke aktuelt |
    | ukjent | | | Kan ikke avgjøres |
    | ja | nei | | Avvik (merknad når punktet har `ved brudd: merknad`) |
    | ja | ja | nei | Merknad |
    | ja | ja | ja, eller uten norm | Oppfylt |
    | ja | ellers | | Kan ikke avgjøres |

    Uten `gjelder når` gjelder punktet alltid. `norm` er et mykere krav, og kan stå alene; et
    brudd gir en merknad. Et krav som bare er `alle X har (…)`, gjelder ikke når det ikke finnes noen X: Ingen besøk gir «Ikke
    aktuelt», aldri «Oppfylt». Et punkt uten `krav` og `norm` må et menneske vurdere (`vurderes av`).
    """)

  private static let jaOgNei = Del(
    "Ja og nei",
    "`ikke` binder sterkest, så `og`, så `eller`. Bruk parentes når noe annet menes.",
    [
      Oppslag(
        "A og B", .sannhet, "Ja når begge er ja. Nei når én er nei, også om den andre er ukjent.",
        "finnes vedtak og finnes samtale"),
      Oppslag(
        "A eller B", .sannhet, "Ja når minst én er ja, også om den andre er ukjent. Nei når begge er nei.",
        "finnes vedtak eller finnes samtale"),
      Oppslag("ikke A", .sannhet, "Ja når A er nei, og nei når A er ja.", "ikke kan_danne_egne_synspunkter"),
      Oppslag(
        "hvis A så B ellers C", .tall, "B når A er ja, og C når A er nei. B og C kan være av alle typer.",
        "hvis finnes varig_opphold så 2 ellers besøk_per_år"),
    ])

  private static let sammenligninger = Del(
    "Sammenligninger",
    """
    Det som sammenlignes, må være av samme type. Tegnene `= ≠ < ≤ > ≥` kan brukes; `internkontroll format` skriver
    dem om til ord.
    """,
    [
      Oppslag("er", .sannhet, "Lik. En kode sammenlignes med kodene til feltet.", "sakstype er omsorgssak"),
      Oppslag(
        "er ikke", .sannhet,
        "Ikke lik. Ja også når det er sett etter og ikke finnes noen verdi. Inne i `der (…)` skrives det `ikke er`.",
        "finnes oppfølgingsbesøk der (form ikke er avlyst)"),
      Oppslag(
        "er blant (a, b)", .sannhet, "Lik en av kodene.",
        "siste vedtak har (type er blant (omsorgsovertakelse, akutt))"),
      Oppslag(
        "er minst", .sannhet, "Lik eller større; for datoer samme dag eller senere.",
        "antall vedtak er minst 2"),
      Oppslag(
        "er høyst", .sannhet, "Lik eller mindre; for datoer samme dag eller tidligere.",
        "antall vedtak er høyst 2"),
      Oppslag("er mer enn", .sannhet, "Større.", "antall vedtak er mer enn 2"),
      Oppslag("er mindre enn", .sannhet, "Mindre.", "antall vedtak er mindre enn 2"),
      Oppslag("er før", .sannhet, "En tidligere dag.", "siste vedtak har (dato er før 2014-05-31)"),
      Oppslag("er etter", .sannhet, "En senere dag.", "siste vedtak har (dato er etter 2014-05-31)"),
    ])

  private static let tall = Del(
    "Tall",
    "Tall skrives med desimalkomma og regnes nøyaktig, uten avrunding underveis.",
    [
      Oppslag("+ -", .tall, "Legge sammen og trekke fra.", "besøk_per_år - 0,5 + 1"),
      Oppslag("* /", .tall, "Gange og dele. De binder sterkere enn `+` og `-`.", "besøk_per_år * 3 / 4"),
      Oppslag(
        "rundet ned (…)", .tall, "Det største hele tallet som ikke er over.", "rundet ned (besøk_per_år / 3)"),
      Oppslag(
        "rundet opp (…)", .tall, "Det minste hele tallet som ikke er under.", "rundet opp (besøk_per_år / 3)"),
      Oppslag(
        "andel av V med P", .tall, "Hvor stor del av dagene i V som også er i P, fra 0 til 1.",
        "andel av fjoråret med i_fosterhjem"),
      Oppslag(
        "dager av P i V", .tall, "Hvor mange dager av P som er i V.", "dager av i_fosterhjem i fjoråret"),
    ])

  private static let datoer = Del(
    "Datoer og varighet",
    """
    En varighet er et helt antall `dager`, `uker`, `måneder` eller `år`. Måneder beholder nummeret på dagen. Finnes
    ikke dagen, blir det månedens siste dag: 31. mars pluss én måned er 30. april. Alt regnes i hele dager, uten klokke og tidssone.
    """,
    [
      Oppslag("kontrolldatoen", .dato, "Dagen saken vurderes på.", "kontrolldatoen"),
      Oppslag("2014-05-31", .dato, "En fast dag.", "2014-05-31"),
      Oppslag("dato + varighet", .dato, "Så lenge etter datoen.", "kontrolldatoen + 6 måneder"),
      Oppslag("dato - varighet", .dato, "Så lenge før datoen.", "kontrolldatoen - 90 dager"),
      Oppslag(
        "dato, fra, til", nil, "Når hendelsen skjedde, eller da den begynte og sluttet (siste dag).",
        "finnes plassering der (til er før kontrolldatoen)"),
      Oppslag(
        "fjoråret.fra, fjoråret.til", .dato, "1. januar og 31. desember året før kontrolldatoen.",
        "fjoråret.fra"),
      Oppslag(
        "hjemopphold.fra, hjemopphold.til", .dato,
        "Første og siste dag i oppholdet i det hjemmet barnet bodde i da hendelsen skjedde. Utenfor en hendelse: på"
          + " kontrolldatoen.", "hjemopphold.fra + 42 dager"),
      Oppslag(
        "P.fra", .dato, "Første dag i den perioden av definisjonen P som kontrolldatoen er i.",
        "i_fosterhjem.fra"),
    ])
}
