extension Diagnosekode {
  /// What the code means, with an example that gives it and one that does not.
  public var forklaring: Kodeforklaring? { Diagnosekode.forklaringer[self] }

  /// The examples are rules over the shipped vocabulary, with the names that `Språkreferanse` declares.
  private static let forklaringer: [Diagnosekode: Kodeforklaring] = [
    .unexpectedCharacter: Kodeforklaring(
      "A character that means nothing",
      """
      Rules are made of words, numbers, dates and a few signs: ( ) + - * / = ≠ < ≤ > ≥ and the comma. \
      Everything else is refused, also quotes around names. Comparisons are best written in words: «er \
      minst», «er høyst», «er ikke».
      """,
      råd: "Delete the character, or write it in words.",
      feil: "antall vedtak i fjor >= 1",
      rettet: "antall vedtak i fjor er minst 1"),
    .unexpectedToken: Kodeforklaring(
      "A word in the wrong place",
      """
      The rule can be read up to the caret, and no rule goes on like this. Often a word is misspelled \
      and was therefore read as a name, a parenthesis is missing, or two conditions stand side by side \
      without «og» or «eller».
      """,
      råd: "Look at the word under the caret and at the one before it.",
      feil: "finnes vedtak og og finnes samtale",
      rettet: "finnes vedtak og finnes samtale"),
    .tooDeep: Kodeforklaring(
      "A rule that is too long or too deep",
      """
      A rule has at most 120 operators and 50 levels of parentheses, questions stand at most four inside \
      each other, and with every definition it uses written out it has at most 2,000 parts. No reader can \
      follow more, and the limits keep every run short.
      """,
      råd: "Give a part of the rule a name under «definer».",
      feil: """
        finnes vedtak der (finnes samtale der (finnes drøfting der (finnes avtale der (finnes \
        evaluering))))
        """,
      rettet: "finnes vedtak der (finnes samtale der (finnes drøfting))"),
    .unknownName: Kodeforklaring(
      "An unknown name",
      """
      A name is a field of the event in scope, a fact of the case, a definition further up, a parameter, \
      or «kontrolldatoen». Names are written exactly as they are declared, with æ, ø, å and «_». A \
      definition can use only those above it.
      """,
      råd: "Use a name from saksmodell.yaml, «definer» or «parametre».",
      feil: "besøksdager er minst besøkkrav",
      rettet: "besøksdager er minst besøkskrav"),
    .unknownCollection: Kodeforklaring(
      "An unknown collection",
      """
      Questions such as «finnes», «antall» and «alle» are asked of a collection in saksmodell.yaml. A \
      derived collection cannot be asked for; only its first and last day can be used, as in \
      «hjemopphold.fra».
      """,
      råd: "Use a collection from saksmodell.yaml.",
      feil: "finnes vedtakk i fjor",
      rettet: "finnes vedtak i fjor"),
    .unknownField: Kodeforklaring(
      "An unknown field",
      """
      The collection is known, but it has no such field. The fields of each collection stand in \
      saksmodell.yaml, and every event also has «dato», or «fra» and «til».
      """,
      råd: "Use a field that the collection has.",
      feil: "finnes vedtak der (vedtak.barnet_hort)",
      rettet: "finnes vedtak der (vedtak.barnet_hørt)"),
    .unknownCode: Kodeforklaring(
      "An unknown code",
      """
      A field with codes can only be compared with its own codes. They stand in saksmodell.yaml under \
      the field. A misspelled code would never match, and the rule would quietly be wrong.
      """,
      råd: "Use one of the field's codes.",
      feil: "finnes vedtak der (type er flyting)",
      rettet: "finnes vedtak der (type er flytting)"),
    .unlikeTypes: Kodeforklaring(
      "A comparison of unlike things",
      """
      Two values that are compared or joined must be of one type: a number with a number, a date with a \
      date, a field with its own codes. «eller» joins two truth values, or two sets of periods. What \
      stands before and after «ellers» must be of one type too.
      """,
      råd: "Make both sides the same type.",
      feil: "antall vedtak er minst kontrolldatoen",
      rettet: "antall vedtak er minst 1"),
    .wrongType: Kodeforklaring(
      "A value of the wrong type",
      """
      Another type of value is needed here. «gjelder når», «krav», «norm» and what stands in «der (…)» \
      and «har (…)» must be truth values: questions that are answered ja or nei. A number or a date \
      becomes one when it is compared, and periods when they are asked about a day.
      """,
      råd: "Compare the value, or ask a question about it.",
      feil: "antall vedtak i fjor",
      rettet: "antall vedtak i fjor er minst 1"),
    .windowOnUndated: Kodeforklaring(
      "A window on what has no single day",
      """
      Windows such as «siste 12 måneder», and «mens P», pick events by their day. A collection of \
      periods has no such day: a placement can begin before the window and end in it. Say which you mean \
      with periods.
      """,
      råd: "Use «perioder med X» with «dekker», «overlapper med» or «samtidig med».",
      feil: "finnes plassering siste 12 måneder",
      rettet: "perioder med plassering overlapper med siste 12 måneder"),
    .fieldOutsideEvent: Kodeforklaring(
      "A field without its event",
      """
      A field belongs to one event. Outside a question about that collection there is no event to read \
      it from, and the rule must say whether it speaks of some event, of all or of the last.
      """,
      råd: "Use the field inside «der (…)» or «har (…)».",
      feil: "barnet_hørt",
      rettet: "siste vedtak har (barnet_hørt)"),
    .noDuration: Kodeforklaring(
      "Periods of what does not last",
      """
      «perioder med» needs events that last: a collection with «fra» and «til», or one whose entries \
      last until the next, such as besøksfrekvens. A decision or a visit happens on one day and has no \
      length.
      """,
      råd: "Ask for the events themselves, with «finnes», «antall» or «dager med».",
      feil: "perioder med vedtak dekker kontrolldatoen",
      rettet: "finnes vedtak hittil i år"),
    .numberTooLarge: Kodeforklaring(
      "A number outside the limits",
      """
      A number has at most 15 digits. A duration, an age and the number in «minst N» are whole numbers \
      of at most 10000. Arithmetic in verdicts is exact, and the limits keep it so.
      """,
      råd: "Write a smaller or a whole number.",
      feil: "finnes vedtak siste 20000 dager",
      rettet: "finnes vedtak siste 120 måneder"),
    .noSuchDate: Kodeforklaring(
      "A day that does not exist",
      """
      The date is written as year-month-day, but the calendar has no such day. Leap years are counted.
      """,
      råd: "Write a day that exists, as year-month-day: 2014-05-31.",
      feil: "finnes vedtak siden 2014-02-29",
      rettet: "finnes vedtak siden 2014-02-28"),
    .unknownUnit: Kodeforklaring(
      "An unknown unit of time",
      """
      A duration is a whole number of dager, uker, måneder or år. Months keep the number of the day; a \
      year is twelve months, and a week seven days.
      """,
      råd: "Write dager, uker, måneder or år.",
      feil: "finnes vedtak siste 6 månader",
      rettet: "finnes vedtak siste 6 måneder"),
    .parameterNotInForce: Kodeforklaring(
      "A parameter before its first value",
      """
      A parameter has a value from its first «fra» on. Asking for it on an earlier day has no answer, \
      and a rule never guesses.
      """,
      råd: "Ask for a later day, or give the parameter an earlier value.",
      feil: "besøk_per_år på 2003-12-31 er 4",
      rettet: "besøk_per_år på 2004-01-01 er 4"),
    .repeatedPart: Kodeforklaring(
      "The same part twice",
      """
      A question has at most one window, one «mens» and one «der (…)». With two windows it would be left \
      to the reader whether both must hold, or either.
      """,
      råd: "Join conditions with «og» inside one «der (…)», and keep one window.",
      feil: "finnes vedtak i fjor hittil i år",
      rettet: "finnes vedtak siden fjoråret.fra"),
    .codeOutsideComparison: Kodeforklaring(
      "A code that stands alone",
      """
      A field with codes is neither true nor false. It must be compared with a code, or asked whether it \
      has a value at all.
      """,
      råd: "Write «X er KODE», «X er blant (…)», or «finnes X».",
      feil: "finnes vedtak der (type)",
      rettet: "finnes vedtak der (type er akutt)"),
  ]
}
