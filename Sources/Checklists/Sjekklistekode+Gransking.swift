internal import RuleLanguage

extension Sjekklistekode {
  /// What the codes mean that are about checklists which can be read, but should not be used as they are.
  static let granskingsforklaringer: [Sjekklistekode: Kodeforklaring] = [
    .missingValidity: Kodeforklaring(
      "Days without a version in force",
      """
      Between the first and the last version of a checklist every day has one that is in force. On a day \
      without one, no control could be held.
      """,
      råd: "Let each version end the day before the next begins.", .fortalt,
      feil: "One version ends on 2014-05-30, and the next begins on 2014-06-02.",
      rettet: "One version ends on 2014-05-30, and the next begins on 2014-05-31."),
    .questionForm: Kodeforklaring(
      "A question whose «ja» is not oppfylt",
      """
      Everyone who answers must be able to trust that «ja» means that the requirement is fulfilled. A \
      question ends with «?», can be answered with ja or nei, and is not turned round by «ikke», \
      «mangler», «for sent» and the like.
      """,
      råd: "Ask whether the thing that is required is there.", .punkt,
      feil: "spørsmål: Mangler barnet en plan?",
      rettet: "spørsmål: Har barnet en plan?"),
    .outcomeNotShown: Kodeforklaring(
      "An outcome that no example shows",
      """
      Examples show what a point means: at least one that is oppfylt, one for each kind of breach, and \
      best also one that cannot be decided and one that the point does not apply to. The two last are \
      warnings.
      """,
      råd: "Add the example that is shown, if its outcome is right.", .punkt,
      feil: """
        eksempler:
          - {navn: ett vedtak, på: 2014-09-30, sak: {vedtak: [{dato: 2014-03-01}]}, utfall: oppfylt}
        """,
      rettet: """
        eksempler:
          - {navn: ett vedtak, på: 2014-09-30, sak: {vedtak: [{dato: 2014-03-01}]}, utfall: oppfylt}
          - {navn: ingen vedtak, på: 2014-09-30, sak: {}, utfall: avvik}
          - {navn: ikke trukket ut, på: 2014-09-30, sak: {}, åpen: [vedtak], utfall: ukjent}
        """),
    .neverApplies: Kodeforklaring(
      "A point that never applies",
      """
      No example comes out oppfylt, avvik or merknad, and no case near the examples does. The point would \
      find nothing wrong with anybody.
      """,
      råd: "Mend «gjelder når», or add an example that it applies to.", .punkt,
      feil: """
        gjelder når: antall vedtak er mindre enn 0
        krav: finnes vedtak
        eksempler:
          - {navn: ett vedtak til, på: 2014-09-30, sak: {vedtak: [{dato: 2014-03-01}]}, utfall: ikke_aktuelt}
        """,
      rettet: """
        gjelder når: antall vedtak er mindre enn 2
        krav: finnes vedtak
        eksempler:
          - {navn: ett vedtak, på: 2014-09-30, sak: {vedtak: [{dato: 2014-03-01}]}, utfall: oppfylt}
        """),
    .alwaysHolds: Kodeforklaring(
      "A condition that always holds",
      """
      No example breaks the condition, and no case near the examples does. A requirement that cannot be \
      broken finds nothing, and a «gjelder når» that always holds is better left out.
      """,
      råd: "Mend the rule, or add an example that breaks it.", .punkt,
      feil: "krav: antall vedtak er minst 0",
      rettet: "krav: antall vedtak er minst 1"),
    .neverHolds: Kodeforklaring(
      "A requirement that never holds",
      """
      No example fulfils the requirement, and no case near the examples does. The point would accuse \
      everybody it applies to.
      """,
      råd: "Mend the rule, or add an example that fulfils it.", .punkt,
      feil: """
        krav: antall vedtak er mindre enn 0
        eksempler:
          - {navn: ingen vedtak, på: 2014-09-30, sak: {vedtak: []}, utfall: avvik}
        """,
      rettet: """
        krav: antall vedtak er mindre enn 1
        eksempler:
          - {navn: ingen vedtak, på: 2014-09-30, sak: {vedtak: []}, utfall: oppfylt}
        """),
    .repeatsPoint: Kodeforklaring(
      "A point that repeats another",
      """
      Two points ask the same question, or have the same rule. A breach would be counted twice.
      """,
      råd: "Delete one of them, or let it ask for something of its own.", .sjekkliste,
      feil: """
        punkter:
          - id: OB-ANTALL
          - id: OB-BEHOV
        """,
      rettet: """
        punkter:
          - id: OB-ANTALL
          - id: OB-BEHOV
            spørsmål: Er saken drøftet?
            krav: finnes drøfting siste 12 måneder
        """),
    .shadowedPoint: Kodeforklaring(
      "A point that another one covers",
      """
      Two points apply to the same cases, and one demands everything that the other demands, and more. \
      Every breach of the weaker one is then also a breach of the stronger.
      """,
      råd: "Withdraw the weaker one, or let it ask for something of its own.", .sjekkliste,
      feil: """
        punkter:
          - id: OB-ANTALL
          - id: OB-BEHOV
            spørsmål: Er saken drøftet?
            krav: finnes vedtak siste 12 måneder og finnes drøfting siste 12 måneder
        """,
      rettet: """
        punkter:
          - id: OB-ANTALL
          - id: OB-BEHOV
            spørsmål: Er saken drøftet?
            krav: finnes drøfting siste 12 måneder
        """),
    .unusedName: Kodeforklaring(
      "A name that nothing uses",
      """
      A parameter that no rule reads is law that is not applied; a definition that no point rests on is \
      not tested by any example.
      """,
      råd: "Use the name in a rule, or delete it.", .sjekkliste,
      feil: """
        definer:
          vedtak_i_fjor: antall vedtak i fjor
        """,
      rettet: """
        definer:
          vedtak_i_fjor: antall vedtak i fjor
        punkter:
          - id: OB-ANTALL
            krav: vedtak_i_fjor er minst 1
        """),
    .parameterNotYetSet: Kodeforklaring(
      "A parameter that is asked for before its first value",
      """
      On the version's first days the rule asks for a parameter on a day when it had no value yet: «på \
      fjoråret.fra» looks a year back. The requirement is then not known, and the point comes out ukjent.
      """,
      råd:
        "Give the parameter its value from an earlier day, or let the point apply from a later control date.",
      .sjekkliste,
      feil: """
        parametre:
          krav:
            - {fra: 2014-01-01, verdi: 4}
        punkter:
          - id: OB-ANTALL
            krav: antall vedtak i fjor er minst krav på fjoråret.fra
        """,
      rettet: """
        parametre:
          krav:
            - {fra: 2004-01-01, verdi: 4}
        punkter:
          - id: OB-ANTALL
            krav: antall vedtak i fjor er minst krav på fjoråret.fra
        """),
    .mutantSurvives: Kodeforklaring(
      "A rule that the examples do not pin down",
      """
      With --mutation every rule is changed in every small way: another boundary, another window, another \
      code, a condition fewer. The examples must notice each change. Here no example does, but the case \
      that is shown would.
      """,
      råd: "Add the example that is shown, if its outcome is right; if it is not, mend the rule.", .fortalt,
      feil: "A point «minst 4 besøk» with examples of two and of six visits.",
      rettet: "Examples of three and of four visits."),
    .lockFile: Kodeforklaring(
      "A lock file that cannot be read",
      """
      publisert.sha256 has a line for each published version: a SHA-256 in lower-case hex, two spaces, \
      and the path below the folder, as sha256sum writes it.
      """,
      råd: "Let «internkontroll publish» write the file.", .fortalt,
      feil: "A line with a path and no hash.",
      rettet: "A line that «internkontroll publish» has written."),
    .publishedChanged: Kodeforklaring(
      "A published version that was changed",
      """
      Controls have been held with a published version, and its hash stands in their protocols. It is \
      frozen: not a byte changes, not even in a comment.
      """,
      råd: "Take the change back, and make it in a new version with a later date.", .fortalt,
      feil: "An example is added to fosterhjem/2014-05-31.yaml after it was published.",
      rettet: "The example is added to the next version."),
    .publishedMissing: Kodeforklaring(
      "A published version that is missing",
      """
      The lock file names a version that is not in the folder. Old controls could not be computed again.
      """,
      råd: "Put the file back.", .fortalt,
      feil: "fosterhjem/2014-05-31.yaml is deleted after it was published.",
      rettet: "The file is there, and «gjelder» says when it was in force."),
    .versionTooEarly: Kodeforklaring(
      "A new version with an early date",
      """
      A new version has a later date than every published version of the same checklist. Otherwise it \
      would change what was in force when old controls were held.
      """,
      råd: "Give the version a later date.", .fortalt,
      feil: "fosterhjem/2013-06-01.yaml is new, and fosterhjem/2014-05-31.yaml is published.",
      rettet: "fosterhjem/2027-01-01.yaml is new, and the latest published one is from 2026."),
    .strayFile: Kodeforklaring(
      "A file that nothing reads",
      """
      The folder holds the registers, and each version of a checklist in a folder of its name, as .yaml. \
      A definition anywhere else would be missed without a word.
      """,
      råd: "Move the file to NAME/VERSION.yaml, or out of the folder.", .fortalt,
      feil: "The file fosterhjem/2026-01-05.yml.",
      rettet: "The file fosterhjem/2026-01-05.yaml."),
    .registerMissing: Kodeforklaring(
      "A register that is missing",
      """
      Points cite legal bases and procedures by id. Without the register nobody can say whether they \
      exist, or whether the law was in force.
      """,
      råd: "Put hjemler.yaml or prosedyrer.yaml back.", .fortalt,
      feil: "A folder with checklists, without hjemler.yaml.",
      rettet: "The folder with hjemler.yaml."),
    .noLawCited: Kodeforklaring(
      "A requirement of law that cites no law",
      """
      A point whose kravtype is lov or forskrift cites at least one act or regulation. A rule of our own \
      must not be shown to anybody as law.
      """,
      råd: "Cite the law, or write «egen prosedyre» or «faglig norm».", .punkt,
      feil: "kravtype: lov",
      rettet: "kravtype: faglig norm"),
    .calledBreachOfLaw: Kodeforklaring(
      "A house rule whose breach is called lovbrudd",
      """
      Only a breach of an act or a regulation can be a lovbrudd, and a jurist says so. Of our own \
      procedures and of professional norms the word is never used.
      """,
      råd: "Say what is missing, without the word.", .punkt,
      feil: "funn: Dette er et lovbrudd.",
      rettet: "funn: Det er ikke registrert noe vedtak."),
  ]
}
