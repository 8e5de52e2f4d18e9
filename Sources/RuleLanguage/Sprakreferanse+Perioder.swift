extension Språkreferanse {
  static let perioder = Del(
    "Perioder",
    "En periode er dager etter hverandre. Perioder som møtes eller overlapper, blir til én.",
    [
      Oppslag(
        "perioder med X der (…)", .perioder,
        "Dagene da minst én X varer. X må ha `fra` og `til`, eller vare til neste hendelse.",
        "perioder med plassering der (type er fosterhjem) før fylte 18 år"),
      Oppslag(
        "før fylte n år", .perioder, "Dagene før n-årsdagen. Kan også stå sist i `perioder med`.",
        "fjoråret samtidig med før fylte 18 år"),
      Oppslag(
        "etter fylte n år", .perioder, "Dagene fra og med n-årsdagen.",
        "i_fosterhjem samtidig med etter fylte 15 år"),
      Oppslag(
        "fra <dato> til <dato>", .perioder, "Begge dagene er med. Den ene enden kan utelates.",
        "fra 2014-01-01 til kontrolldatoen"),
      Oppslag(
        "fjoråret", .perioder, "Et vindu kan stå som periode. Da skrives `i fjor` som `fjoråret`.", "fjoråret"
      ),
      Oppslag(
        "P samtidig med Q", .perioder, "Dagene som er i både P og Q.",
        "i_fosterhjem samtidig med siste 12 måneder"),
      Oppslag(
        "P uten Q", .perioder, "Dagene som er i P og ikke i Q.",
        "i_fosterhjem uten perioder med varig_opphold"),
      Oppslag(
        "P eller Q", .perioder, "Dagene som er i P, i Q eller i begge.",
        "i_fosterhjem eller perioder med varig_opphold"),
      Oppslag(
        "P dekker …", .sannhet, "Ja når dagen, eller alle dagene i en periode, er i P.",
        "i_fosterhjem dekker kontrolldatoen"),
      Oppslag(
        "P overlapper med Q", .sannhet, "Ja når minst én dag er i både P og Q.",
        "i_fosterhjem overlapper med siste 6 måneder"),
    ])

  static let spørringer = Del(
    "Spørsmål til en samling",
    """
    X er en samling i `saksmodell.yaml`. Etter X kan det stå ett vindu, ett `mens P` og ett `der (…)`. Et spørsmål
    kan stå inne i et annet.
    """,
    [
      Oppslag("finnes X", .sannhet, "Ja når minst én hendelse passer.", "finnes vedtak i fjor"),
      Oppslag("ingen X", .sannhet, "Ja når ingen hendelse passer.", "ingen vedtak i fjor"),
      Oppslag("minst n X", .sannhet, "Ja når minst n hendelser passer.", "minst 2 vedtak i fjor"),
      Oppslag("antall X", .tall, "Hvor mange hendelser som passer.", "antall vedtak i fjor"),
      Oppslag(
        "dager med X", .tall,
        "Hvor mange ulike dager de skjedde på. `2014-03-12` og `2014-03` er 1–2 dager. Vinduet kan stå først.",
        "dager i fjor med oppfølgingsbesøk"),
      Oppslag(
        "alle X har (…)", .sannhet, "Ja når hver hendelse som passer, oppfyller det i parentesen.",
        "alle oppfølgingsbesøk siste 12 måneder har (vurdering)"),
      Oppslag(
        "siste X har (…)", .sannhet,
        "Om den siste hendelsen som passer. Nei når det ikke finnes noen. Er det flere samme dag, må alle oppfylle det.",
        "siste drøfting har (konklusjon)"),
      Oppslag(
        "første X har (…)", .sannhet, "Som `siste`, om den første hendelsen.",
        "første omsorgsplan har (type er foreløpig)"),
      Oppslag(
        "datoen for siste X", .dato,
        "Dagen til den siste hendelsen som passer. Ingen dag når det ikke finnes noen hendelse.",
        "datoen for siste vedtak der (type er samvær)"),
      Oppslag(
        "datoen for første X", .dato, "Dagen til den første hendelsen som passer.",
        "(datoen for første vedtak) + 42 dager"),
      Oppslag(
        "der (…)", nil, "Bare hendelsene som oppfyller det i parentesen.",
        "antall vedtak der (type er akutt)"),
      Oppslag(
        "mens P", nil, "Bare hendelsene på dager i P.", "antall oppfølgingsbesøk mens i_fosterhjem"),
      Oppslag(
        "mellomrom over n måneder mellom X mens P i V", .sannhet,
        "Ja når det noe sted går mer enn n måneder uten en X. Det regnes fra P begynner, fra X til X, og til"
          + " kontrolldatoen eller P slutter. Bare mellomrom som ender i V, teller.",
        "mellomrom over 6 måneder mellom oppfølgingsbesøk mens i_fosterhjem i siste 12 måneder"),
    ])

  static let vinduer = Del(
    "Vinduer",
    "Et vindu sier hvilke dager det spørres om. Et spørsmål har høyst ett.",
    [
      Oppslag(
        "siste n måneder", nil,
        "Hendelsen er med fra dagen den skjer, til og med dagen n måneder etter; den faller ut dagen etter det. Som"
          + " periode er vinduet dagene etter kontrolldatoen minus n måneder, til og med kontrolldatoen.",
        "finnes drøfting siste 6 måneder"),
      Oppslag("siste n dager", nil, "Det samme, i dager.", "finnes drøfting siste 90 dager"),
      Oppslag(
        "i fjor", nil, "1. januar til 31. desember året før kontrolldatoen.", "finnes drøfting i fjor"),
      Oppslag(
        "hittil i år", nil, "1. januar til og med kontrolldatoen.", "finnes drøfting hittil i år"),
      Oppslag("siden <dato>", nil, "Fra og med datoen.", "finnes drøfting siden i_fosterhjem.fra"),
      Oppslag(
        "før <dato>", nil, "Før datoen. Selve dagen er ikke med.", "finnes drøfting før 2014-05-31"),
      Oppslag(
        "mellom <dato> og <dato>", nil, "Begge dagene er med.",
        "alle vedtak i fjor har (finnes medvirkning mellom vedtak.dato - 90 dager og vedtak.dato)"),
    ])

  static let navn = Del(
    "Definisjoner og parametre",
    """
    Under `definer` får et uttrykk et navn. En definisjon kan bare bruke dem som står over den. Under `parametre`
    står tall som loven eller enheten bestemmer, med datoen de gjelder fra. Eksemplene på denne siden bruker disse:

    ```yaml
    parametre:
      \(parameter.navn):
        - {fra: \(parameter.verdier[0].fra), verdi: \(parameter.verdier[0].verdi), hjemmel: \(parameter.verdier[0].hjemmel ?? "")}
    definer:
    \(definisjoner.map { "  \($0.navn): \($0.uttrykk)" }.joined(separator: "\n"))
    ```
    """,
    [
      Oppslag("definisjon", nil, "Verdien av uttrykket.", "besøksdager er minst besøkskrav"),
      Oppslag("parameter", .tall, "Verdien på kontrolldatoen.", "besøk_per_år"),
      Oppslag("parameter på <dato>", .tall, "Verdien på en annen dag.", "besøk_per_år på fjoråret.fra"),
    ])

  static let skjønn = Del(
    "Det som må vurderes",
    "",
    [
      Oppslag(
        "til vurdering", .sannhet,
        "Alltid ukjent. Det kommer fram som et spørsmål til kontrolløren, ikke som en opplysning som mangler.",
        "finnes oppfølgingsbesøk der (form er stedlig eller (form er digital og til vurdering))")
    ])

  static let ukjent = Del(
    "Ukjente opplysninger og åpne samlinger",
    """
    - Et felt som mangler i saken, er ukjent. `false` betyr at det er sett etter, og at det ikke finnes noen verdi.
    - En dato kan være grov: `2014-03` er en dag i mars 2014, og `2014` en dag i 2014.
    - Er en samling tom (`[]`), er det sett etter, og det finnes ingen hendelser.
    - Mangler en samling i saken, eller står den i `ufullstendig`, er den åpen: Det kan finnes flere hendelser enn
      dem som er registrert. Da kan `finnes X` bli ja, men ikke nei, og `antall X` blir «minst så mange».
    - Når regelen ikke kan svare, sier den hvilke opplysninger som må til.
    """)
}
