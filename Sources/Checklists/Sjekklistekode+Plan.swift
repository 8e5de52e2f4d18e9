internal import RuleLanguage

/// The codes about plans, the wheel of the year and «Huset».
extension Sjekklistekode {
  static let planforklaringer: [Sjekklistekode: Kodeforklaring] = [
    .planFileName: Kodeforklaring(
      "A plan in a file of another name",
      """
      What is done about a plan stands in the journal under the plan's id. The file has the same name, so that \
      it is found. The example stands in planer/plan-2014.yaml.
      """,
      råd: "Rename the file, or mend «plan».", .plan,
      feil: "plan: plan-2013",
      rettet: "plan: plan-2014"),
    .planTime: Kodeforklaring(
      "A time that a plan cannot have",
      """
      A cell for a time holds days written year-month-day, months written year-month, «pågår», «mangler» when the \
      source has none, or how many months lie between: {måneder: 2, tekst: på møtene}. From each of these it can be \
      said what is due on a day.
      """,
      råd: "Write the day as 2014-05-31, or one of the others.", .plan,
      feil: """
        rader:
          - iverksettes: [31.05.2014]
        """,
      rettet: """
        rader:
          - iverksettes: [2014-05-31, pågår]
        """),
    .timeNotInRow: Kodeforklaring(
      "A time of a measure that its row does not have",
      """
      The times stand in the cells of the row, as in the source. A measure may say which of them is its own. It has \
      another only when its own text does, and «merknad om kilden» tells so.
      """,
      råd: "Name one of the row's times, leave it out when the source does not say, or add the note.", .plan,
      feil: """
        rader:
          - iverksettes: [2014-05-31, 2014-09-30]
            tiltak:
              - {id: 1.1, tekst: Gjør noe., iverksettes: 2014-10-30}
        """,
      rettet: """
        rader:
          - iverksettes: [2014-05-31, 2014-09-30]
            tiltak:
              - {id: 1.1, tekst: Gjør noe., iverksettes: 2014-09-30}
        """),
    .unknownMeasure: Kodeforklaring(
      "A reference to a measure that is not there",
      """
      A measure refers to others of the same plan by id, as «se kulepunkt 1 under sviktområde 1» does. What it \
      refers to must be there.
      """,
      råd: "Name a measure of the same plan.", .plan,
      feil: """
        rader:
          - tiltak:
              - {id: 1.1, tekst: Gjør noe.}
              - {id: 1.2, tekst: Gjør noe mer., se: [1.3]}
        """,
      rettet: """
        rader:
          - tiltak:
              - {id: 1.1, tekst: Gjør noe.}
              - {id: 1.2, tekst: Gjør noe mer., se: [1.1]}
        """),
    .unknownFailureArea: Kodeforklaring(
      "A row about an unknown failure area",
      """
      What the controls show stands beside the row of its failure area, which is found by its number in \
      sviktomrader.yaml.
      """,
      råd: "Write a number that stands in sviktomrader.yaml.", .plan,
      feil: """
        rader:
          - sviktområde: 10
        """,
      rettet: """
        rader:
          - sviktområde: 9
        """),
    .unknownWheelEntry: Kodeforklaring(
      "A row that names an unknown sign-off",
      """
      A row names the entries of arshjul.yaml whose sign-offs show that it is done. An entry that is not there is \
      never signed.
      """,
      råd: "Name an entry of arshjul.yaml, or add it there.", .plan,
      feil: """
        rader:
          - årshjul: [fagdagen]
        """,
      rettet: """
        rader:
          - årshjul: [fagdag]
        """),
    .rhythm: Kodeforklaring(
      "A rhythm that does not fit the entry",
      """
      A procedure is gone through once a year: {årlig: 09-30}. A course is held once a year, or once in each half \
      of it: {vår: 05-31, høst: 11-30}. What somebody new must have been through is due some weeks after they \
      began: {uker etter start: 4}. Days are written month-day, and 29 February is none.
      """,
      råd: "Write one of the rhythms of the kind.", .årshjul,
      feil: """
        oppføringer:
          - rytme: {uker etter start: 4}
        """,
      rettet: """
        oppføringer:
          - rytme: {vår: 05-31, høst: 11-30}
        """),
    .unknownPlace: Kodeforklaring(
      "An entry at an unknown place",
      """
      Sign-offs are given at the places that arshjul.yaml lists first. At a place that is not listed nobody would \
      be asked.
      """,
      råd: "List the place under «tjenestesteder», or name one that is there.", .årshjul,
      feil: """
        oppføringer:
          - tjenestesteder: [motak]
        """,
      rettet: """
        oppføringer:
          - tjenestesteder: [mottak]
        """),
    .unknownStep: Kodeforklaring(
      "A step of «Huset» that is not there",
      """
      The steps are listed from 1 and upwards, and a service names the steps that it is on. A service on no such \
      step would not be shown.
      """,
      råd: "Name a step that is listed, or number the steps from 1.", .hus,
      feil: """
        tjenester:
          - trinn: [2]
        """,
      rettet: """
        tjenester:
          - trinn: [1]
        """),
    .personNamed: Kodeforklaring(
      "A text that points at a person",
      """
      Roles, places and points of contact are read by everybody, and people change their work. Names, identity \
      numbers, telephone numbers, e-mail and street addresses are refused, and not repeated here.
      """,
      råd: "Name the function: «Vakten i mottaket».", .hus,
      feil: """
        tjenester:
          - kontaktpunkt: Vakten, Kari Eksempel
        """,
      rettet: """
        tjenester:
          - kontaktpunkt: Vakten på klubben
        """),
  ]
}
