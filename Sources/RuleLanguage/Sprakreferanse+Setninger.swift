extension Språkreferanse {
  static let setninger = Del(
    "Verdier i tekster, og setninger du skriver selv",
    """
    I `spørsmål`, `funn` og `setninger` kan en verdi stå i klammer. Det er navnet på en definisjon, en hel regel som er
    et tall eller en dato, eller `{fjoråret}`, som er årstallet. Datoer skrives ut («12. mars 2014»). Antall
    hendelser skrives med bokstaver til og med tolv («ingen», «ett», «to»), andre tall med sifre.

    Programmet lager en setning for hvert utfall. Under `setninger` kan du skrive en bedre en for ett eller flere av
    utfallene `oppfylt`, `avvik`, `merknad`, `ukjent` og `ikke_aktuelt`. Den vises bare når punktet har det utfallet.
    En liste prøves ovenfra: Den første setningen der `når` helt sikkert er ja, blir brukt. En setning uten `når` står
    sist, og brukes når alle vilkårene over den helt sikkert er nei. Er en verdi i setningen ikke helt kjent, eller
    finnes den ikke, vises programmets egen setning i stedet.

    ```yaml
    setninger:
      oppfylt: "Barnet fikk {besøksdager} oppfølgingsbesøk i {fjoråret}. Kravet var minst {besøkskrav}."
      avvik:
        - {når: besøksdager er 0, tekst: "Det er ikke registrert noe besøk i {fjoråret}."}
        - "Det er registrert bare {besøksdager} besøk i {fjoråret}. Kravet var minst {besøkskrav}."
      ukjent: "Siste besøk er fra {datoen for siste oppfølgingsbesøk}."
    ```

    Foran setningen for `ikke_aktuelt` og `ukjent` setter programmet «Punktet er ikke aktuelt.» og «Kan ikke avgjøres
    ut fra det som er registrert.» Må en fagperson vurdere noe, sier programmet det etter setningen.
    """)
}
