public import RuleLanguage

extension Sjekklistekode {
  /// What the code means, with an example that gives it and one that does not.
  public var forklaring: Kodeforklaring? { Sjekklistekode.forklaringer[self] }

  /// A point for a person with all it needs.
  static let menneskepunkt = """
    vurderes av: kontrolløren
    veiledning: Les referatene.
    godt eksempel: «Hun sa at hun savner broren. Vi vurderte flere besøk, fordi …»
    svakt eksempel: «Fin samtale.»
    """

  private static let forklaringer: [Sjekklistekode: Kodeforklaring] = [
    .fileName: Kodeforklaring(
      "A file name that disagrees with its content",
      """
      A checklist is named after what it holds: fosterhjem/2014-05-31.yaml is the version 2014-05-31 of \
      the checklist fosterhjem. The example stands in that file.
      """,
      råd: "Rename the file, or mend «sjekkliste» or «versjon».", .sjekkliste,
      feil: "versjon: 2014-06-01",
      rettet: "versjon: 2014-05-31"),
    .invalidDate: Kodeforklaring(
      "A date that cannot be read",
      """
      Days are written year-month-day, and a period does not end before it begins.
      """,
      råd: "Write the day as 2014-05-31.", .sjekkliste,
      feil: "gjelder: {fra: 31.05.2014}",
      rettet: "gjelder: {fra: 2014-05-31}"),
    .duplicatePoint: Kodeforklaring(
      "A point that occurs twice",
      """
      The id of a point names it in controls, protocols and waivers for years to come. Two points cannot \
      share it.
      """,
      råd: "Give one of them another id.", .sjekkliste,
      feil: """
        punkter:
          - id: OB-ANTALL
          - id: OB-ANTALL
        """,
      rettet: """
        punkter:
          - id: OB-ANTALL
          - id: OB-BEHOV
        """),
    .ruleMissing: Kodeforklaring(
      "A point without a rule",
      """
      A machine decides a point by «krav» or «norm». A point without either must be for a person.
      """,
      råd: "Add «krav» or «norm», or «vurderes av: kontrolløren».", .punkt,
      feil: "gjelder når: finnes vedtak",
      rettet: "krav: finnes vedtak"),
    .ruleForPerson: Kodeforklaring(
      "A rule in a point for a person",
      """
      A point that a person judges has no «krav» and no «norm»: the answer is the person's. «gjelder \
      når» may still say when the question is put.
      """,
      råd: "Delete the rule, or delete «vurderes av».", .punkt,
      feil: """
        vurderes av: kontrolløren
        veiledning: Les referatene.
        krav: finnes vedtak
        """,
      rettet: menneskepunkt),
    .exampleInvalid: Kodeforklaring(
      "An example that cannot be read",
      """
      The case of an example is read like any other: its facts, collections, fields and codes must stand \
      in saksmodell.yaml, and its days must not be after the extract.
      """,
      råd: "Use names and codes from saksmodell.yaml.", .punkt,
      feil: """
        eksempler:
          - {navn: ett vedtak, på: 2014-09-30, sak: {vedtakk: []}, utfall: oppfylt}
        """,
      rettet: """
        eksempler:
          - {navn: ett vedtak, på: 2014-09-30, sak: {vedtak: [{dato: 2014-03-01}]}, utfall: oppfylt}
        """),
    .exampleDisagrees: Kodeforklaring(
      "An example with another outcome",
      """
      Examples are tests. The rule gave another outcome than the example says, so either the rule or the \
      example is wrong.
      """,
      råd: "Read the explanation that follows the message, and mend the one that is wrong.", .punkt,
      feil: """
        eksempler:
          - {navn: ingen vedtak, på: 2014-09-30, sak: {vedtak: []}, utfall: oppfylt}
        """,
      rettet: """
        eksempler:
          - {navn: ingen vedtak, på: 2014-09-30, sak: {vedtak: []}, utfall: avvik}
        """),
    .unknownPlaceholder: Kodeforklaring(
      "An unknown placeholder",
      """
      What stands in braces in a question, a finding or a sentence is replaced by a value. It must be a \
      definition or another rule that is a number or a date, or {fjoråret}.
      """,
      råd: "Use a name under «definer», or write a rule.", .punkt,
      feil: "funn: \"Det er registrert {antal_vedtak} vedtak.\"",
      rettet: "funn: Det er ikke registrert noe vedtak."),
    .unknownLegalBasis: Kodeforklaring(
      "An unknown legal basis",
      """
      What a point or a parameter cites must stand in hjemler.yaml, with how sure the reading is. A \
      protocol could not say otherwise what a finding rests on.
      """,
      råd: "Add it to hjemler.yaml, or cite one that stands there.", .punkt,
      feil: "hjemmel: [LOV-1992-100-4-99]",
      rettet: "hjemmel: [LOV-1992-100-4-5]"),
    .overlappingVersions: Kodeforklaring(
      "Two versions in force on one day",
      """
      On a control date at most one version of a checklist is in force. In the example, the version \
      before ends on 2014-05-30.
      """,
      råd: "Let one version end the day before the next begins.", .sjekkliste,
      feil: "gjelder: {fra: 2014-05-01}",
      rettet: "gjelder: {fra: 2014-05-31}"),
    .unreadable: Kodeforklaring(
      "A file or folder that cannot be read",
      """
      The folder with checklists, or saksmodell.yaml in it, is missing or cannot be opened.
      """,
      råd: "Give the folder with --checklists DIR.", .fortalt,
      feil: "A folder without saksmodell.yaml.",
      rettet: "The folder Checklists of the program."),
    .nothingToCheck: Kodeforklaring(
      "A checklist without points",
      """
      A checklist with no points would find nothing wrong with any case.
      """,
      råd: "Add a point.", .sjekkliste,
      feil: "punkter: []",
      rettet: """
        punkter:
          - id: OB-ANTALL
        """),
    .guidanceMissing: Kodeforklaring(
      "A question without guidance",
      """
      Two persons must be able to judge the same case in the same way. A point that a person judges \
      therefore says how.
      """,
      råd: "Add «veiledning», with what is good enough and what is not.", .punkt,
      feil: "vurderes av: kontrolløren",
      rettet: menneskepunkt),
    .examplesMissing: Kodeforklaring(
      "A point without examples",
      """
      Examples show what a point means, and are run as tests. A point has at least one, and best one for \
      each outcome.
      """,
      råd: "Add examples with «navn», «på», «sak» and «utfall».", .punkt,
      feil: "eksempler: []",
      rettet: """
        eksempler:
          - {navn: ett vedtak, på: 2014-09-30, sak: {vedtak: [{dato: 2014-03-01}]}, utfall: oppfylt}
        """),
    .sentenceNeverShown: Kodeforklaring(
      "A sentence that is never shown",
      """
      A sentence under «setninger» belongs to an outcome that the point can have, and a sentence without \
      «når» hides those that come after it. What is never shown is never read, and may be wrong.
      """,
      råd: "Take the sentence away, or put it before the one without a condition.", .punkt,
      feil: "setninger: {merknad: Vedtaket kom sent.}",
      rettet: "setninger: {avvik: Det er ikke registrert noe vedtak det siste året.}"),
    .sentenceForTwoOutcomes: Kodeforklaring(
      "One sentence for two outcomes",
      """
      A reader must see from the sentence which outcome it is. The program chooses by the outcome, but the \
      same words twice say nothing of which.
      """,
      råd: "Let each sentence say what is so in its own outcome.", .punkt,
      feil: "setninger: {oppfylt: Vedtakene er gjennomgått., avvik: Vedtakene er gjennomgått.}",
      rettet: "setninger: {oppfylt: Det finnes et vedtak., avvik: Det er ikke registrert noe vedtak.}"),
  ].merging(grunnlagsforklaringer) { first, _ in first }.merging(granskingsforklaringer) { first, _ in first }
    .merging(planforklaringer) { first, _ in first }
}
