internal import RuleLanguage

/// The codes about what points rest on: law, procedures, and examples for persons.
extension Sjekklistekode {
  static let grunnlagsforklaringer: [Sjekklistekode: Kodeforklaring] = [
    .duplicateEntry: Kodeforklaring(
      "An entry that occurs twice",
      """
      Points cite a legal basis and a procedure by id, and the journal cites measures and entries of the wheel. \
      With two of the same id, nobody could say which one is meant.
      """,
      råd: "Give one of them another id, or delete it.", .hjemmel,
      feil: """
        hjemler:
          - id: LOV-2021-97-8-3
            bestemmelse: § 8-3
          - id: LOV-2021-97-8-3
            bestemmelse: § 8-3 fjerde ledd
        """,
      rettet: """
        hjemler:
          - id: LOV-2021-97-8-3
            bestemmelse: § 8-3
          - id: LOV-2021-97-8-3-4
            bestemmelse: § 8-3 fjerde ledd
        """),
    .legalBasisNotInForce: Kodeforklaring(
      "A legal basis that is not in force",
      """
      A point applies the law of the day the facts happened, and looks back at most two years. What it cites \
      must be in force on some day from two years before the version until the version ends. What a dated value \
      cites must be in force on the day the value begins.
      """,
      råd: "Cite what was in force then, or mend the days in hjemler.yaml.", .punkt,
      feil: "hjemmel: [FOR-2023-1632-10]",
      rettet: "hjemmel: [FOR-2003-1659-7]"),
    .daysWithoutLegalBasis: Kodeforklaring(
      "Days on which a point has no legal basis",
      """
      On every day that a version is in force, something that the point cites must be in force too. A deadline \
      of our own is no basis: it only says how long the law's duty may take. In the example, the version ends on 2022-12-31, and § 4-1 lost its second paragraph in 2018.
      """,
      råd: "Cite also what took over, or end the version before.", .punkt,
      feil: "hjemmel: [LOV-1992-100-4-1]",
      rettet: "hjemmel: [LOV-1992-100-4-1, LOV-1992-100-1-6]"),
    .legalBasisOverdue: Kodeforklaring(
      "A legal basis that nobody has looked at in time",
      """
      Laws change without telling us. Every entry of hjemler.yaml has a day by which somebody must read its \
      source again. This is a warning: the checklists may still be used.
      """,
      råd: "Read the source again, and write the next day in «kontrolleresSenest».", .hjemmel,
      feil: """
        hjemler:
          - id: LOV-2021-97-8-3
            kontrolleresSenest: 2024-01-31
        """,
      rettet: """
        hjemler:
          - id: LOV-2021-97-8-3
            kontrolleresSenest: 2028-01-31
        """),
    .certaintyDays: Kodeforklaring(
      "Days of certainty that do not follow",
      """
      How sure we are of a law may differ by date: «sikkerhet» is then a list, and each word holds until the \
      next one's day. The first begins with «gjelder», and none begins after the law has ended.
      """,
      råd: "Let the first begin with «gjelder», and each of the others later than the one before it.",
      .hjemmel,
      feil: """
        hjemler:
          - id: FOR-2003-1659-9
            gjelder: {fra: 2004-01-01, til: 2023-12-31}
            sikkerhet: [{fra: 2014-02-01, er: verifisert}]
        """,
      rettet: """
        hjemler:
          - id: FOR-2003-1659-9
            gjelder: {fra: 2004-01-01, til: 2023-12-31}
            sikkerhet: [{fra: 2004-01-01, er: utledet}, {fra: 2014-02-01, er: verifisert}]
        """),
    .unknownProcedure: Kodeforklaring(
      "An unknown procedure",
      """
      The procedure of a point must stand in prosedyrer.yaml, where it says what counts as an avvik on it and \
      who answers for it.
      """,
      råd: "Add it to prosedyrer.yaml, or name one that stands there.", .punkt,
      feil: "prosedyre: gjenomføring-av-oppfølgingsbesøk",
      rettet: "prosedyre: gjennomføring-av-oppfølgingsbesøk"),
    .chosenProcedures: Kodeforklaring(
      "Not two chosen procedures",
      """
      The progress plan of 2014 says that two central procedures are chosen, and that staff report avvik when \
      they are not followed. Those two have «valgt for melding: ja».
      """,
      råd: "Write «valgt for melding: ja» on exactly two procedures.", .prosedyre,
      feil: """
        prosedyrer:
          - id: gjennomføring-av-oppfølgingsbesøk
            valgt for melding: ja
          - id: barns-medvirkning-i-barnevernsaker
        """,
      rettet: """
        prosedyrer:
          - id: gjennomføring-av-oppfølgingsbesøk
            valgt for melding: ja
          - id: barns-medvirkning-i-barnevernsaker
            valgt for melding: ja
        """),
    .versionOrder: Kodeforklaring(
      "Versions of a procedure out of order",
      """
      A procedure lists its versions from the oldest to the latest, each from a later day than the one before. \
      The latest decides when the next revision is due.
      """,
      råd: "Sort the versions by «fra», or mend the day.", .prosedyre,
      feil: """
        prosedyrer:
          - id: avviksbehandling
            versjoner: [{versjon: 1, fra: 2026-05-31}, {versjon: 2, fra: 2014-05-31}]
        """,
      rettet: """
        prosedyrer:
          - id: avviksbehandling
            versjoner: [{versjon: 1, fra: 2014-05-31}, {versjon: 2, fra: 2026-05-31}]
        """),
    .procedureOverdue: Kodeforklaring(
      "A procedure that was not revised in time",
      """
      Procedures are looked at again every second year. This is a warning: the checklists may still be used.
      """,
      råd: "Revise the procedure, and add the new version with its first day.", .prosedyre,
      feil: """
        prosedyrer:
          - id: avviksbehandling
            versjoner: [{versjon: 1, fra: 2014-05-31}]
        """,
      rettet: """
        prosedyrer:
          - id: avviksbehandling
            versjoner: [{versjon: 1, fra: 2014-05-31}, {versjon: 2, fra: 2026-05-31}]
        """),
    .recordExamplesMissing: Kodeforklaring(
      "A point for a person without records to compare with",
      """
      Two persons judge more alike when they have seen one record that is good enough and one that is not. \
      Both are made up. This is a warning: the checklist may still be used.
      """,
      råd: "Add «godt eksempel» and «svakt eksempel», made up.", .punkt,
      feil: """
        vurderes av: kontrolløren
        veiledning: Les referatene.
        """,
      rettet: menneskepunkt),
  ]
}
