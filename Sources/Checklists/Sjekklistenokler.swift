internal import RuleEngine

/// A key of a checklist file, for the reader and for the JSON Schema of editors alike.
struct Sjekklistenøkkel: Sendable {
  /// As it is written.
  let navn: String
  /// What stands under it.
  let form: Form
  /// Whether it must be there.
  let kreves: Bool
  /// What it says, for whoever writes it.
  let omtale: String

  init(_ navn: String, _ form: Form, kreves: Bool = false, _ omtale: String) {
    self.navn = navn
    self.form = form
    self.kreves = kreves
    self.omtale = omtale
  }

  /// What can stand under a key.
  enum Form: Sendable {
    case tekst
    case rolle
    case regel
    case dato
    case tall
    case sviktområde
    case punktid
    case prosedyre
    case hjemmel
    case valg([String])
    case sak
    /// Names of collections.
    case samlinger
    /// A mapping from names that the author gives.
    indirect case navngitte(Form)
    /// A rule, or a mapping with a rule.
    case definisjon
    /// A sentence, or a list of sentences with conditions and without.
    case setninger
    /// A list with at least one element.
    indirect case liste(Form)
    /// A mapping with these keys.
    case oppføring([Sjekklistenøkkel])
  }
}

extension Sjekklistenøkkel {
  /// The keys of a checklist.
  static let liste = [
    Sjekklistenøkkel("sjekkliste", .tekst, kreves: true, "The name of the checklist, which is its folder."),
    Sjekklistenøkkel("versjon", .dato, kreves: true, "The day of the version, which is its file name."),
    Sjekklistenøkkel("gjelder", .oppføring(periode), kreves: true, "The control dates it is in force on."),
    Sjekklistenøkkel(
      "ikke kontrollert", .liste(.tekst),
      "What no point asks about, in bokmål: every protocol tells it, so that nobody believes otherwise."),
    Sjekklistenøkkel(
      "parametre", .navngitte(.liste(.oppføring(parameterverdi))),
      "Numbers that the law sets, each with its values by date."),
    Sjekklistenøkkel("definer", .navngitte(.definisjon), "Rules with a name, for use in other rules."),
    Sjekklistenøkkel("grunnsak", .sak, "The case that every example adds to."),
    Sjekklistenøkkel(
      "punkter", .liste(.oppføring(punkt)), kreves: true, "The points, in the order they are shown."),
  ]

  /// The keys of `gjelder`.
  static let periode = [
    Sjekklistenøkkel("fra", .dato, kreves: true, "The first day."),
    Sjekklistenøkkel("til", .dato, "The last day; left out when there is no end."),
  ]

  /// The keys of a dated value of a parameter.
  static let parameterverdi = [
    Sjekklistenøkkel("fra", .dato, kreves: true, "The first day that the value holds on."),
    Sjekklistenøkkel("verdi", .tall, kreves: true, "The value, a whole number."),
    Sjekklistenøkkel("hjemmel", .hjemmel, "Where the law sets it."),
  ]

  /// The keys of a definition that is more than its rule.
  static let definisjon = [
    Sjekklistenøkkel("uttrykk", .regel, kreves: true, "The rule."),
    Sjekklistenøkkel("omtale", .tekst, "How a sentence speaks of it, in bokmål; may hold {fjoråret}."),
  ]

  /// The keys of a point.
  static let punkt = [
    Sjekklistenøkkel("id", .punktid, kreves: true, "Names the point in all versions: OB-ANTALL."),
    Sjekklistenøkkel(
      "spørsmål", .tekst, kreves: true, "The question in plain bokmål. «Ja» always means oppfylt."),
    Sjekklistenøkkel("sviktområde", .sviktområde, kreves: true, "The failure area, from sviktomrader.yaml."),
    Sjekklistenøkkel(
      "kravtype", .valg(Kravtype.allCases.map(\.rawValue)), kreves: true,
      "What kind of requirement it is. Only lov and forskrift can be a lovbrudd."),
    Sjekklistenøkkel("hjemmel", .liste(.hjemmel), kreves: true, "The legal basis, by ids from hjemler.yaml."),
    Sjekklistenøkkel("prosedyre", .prosedyre, "The procedure that it belongs to."),
    Sjekklistenøkkel(
      "alvorlighet", .valg(Alvorlighet.allCases.map(\.rawValue)), kreves: true, "How serious a breach is."),
    Sjekklistenøkkel(
      "ved brudd", .valg(Brudd.allCases.map(\.rawValue)), "What a breach of «krav» is; avvik unless told."),
    Sjekklistenøkkel("vurderes av", .rolle, "The role that judges it, when a machine cannot."),
    Sjekklistenøkkel("veiledning", .tekst, "What the person who judges should look for."),
    Sjekklistenøkkel("godt eksempel", .tekst, "A made-up record that is good enough, for who judges."),
    Sjekklistenøkkel("svakt eksempel", .tekst, "A made-up record that is not good enough."),
    Sjekklistenøkkel("gjelder når", .regel, "When the point applies to a case; always unless told."),
    Sjekklistenøkkel("krav", .regel, "What must hold. Otherwise it is an avvik."),
    Sjekklistenøkkel("norm", .regel, "The softer requirement beside «krav». A breach is a merknad."),
    Sjekklistenøkkel(
      "funn", .tekst, "What is written of a breach; may hold {names} and {rules}, shown as numbers and dates."
    ),
    Sjekklistenøkkel(
      "setninger", .oppføring(setninger),
      "Sentences that are shown instead of the engine's own, one for each outcome; placeholders as in «funn»."
    ),
    Sjekklistenøkkel(
      "eksempler", .liste(.oppføring(eksempel)), kreves: true,
      "Made-up cases with the outcome that they must have."),
  ]

  /// The keys of `setninger`.
  static let setninger = [Utfall.oppfylt, .avvik, .merknad, .ukjent, .ikkeAktuelt].map { outcome in
    Sjekklistenøkkel(
      outcome.rawValue, .setninger,
      "The sentence, or a list of sentences with «når»: the first whose condition certainly holds is shown.")
  }

  /// The keys of a sentence with a condition.
  static let setningsvalg = [
    Sjekklistenøkkel("når", .regel, kreves: true, "The condition, a rule."),
    Sjekklistenøkkel("tekst", .tekst, kreves: true, "The sentence."),
  ]

  /// The keys of an example.
  static let eksempel = [
    Sjekklistenøkkel("navn", .tekst, kreves: true, "What the example shows."),
    Sjekklistenøkkel("på", .dato, kreves: true, "The control date."),
    Sjekklistenøkkel(
      "sak", .sak, "What the case has beside «grunnsak». A collection that is not named is empty."),
    Sjekklistenøkkel("åpen", .samlinger, "Collections that were not extracted."),
    Sjekklistenøkkel("ufullstendig", .samlinger, "Collections that may hold more than is extracted."),
    Sjekklistenøkkel(
      "utfall", .valg(Utfall.allCases.map(\.rawValue)), kreves: true, "The outcome that it must have."),
  ]
}
