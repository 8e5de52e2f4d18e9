import Checklists
import Quality
import Sampling
import Values

/// What the people of the play remember of what follows the controls; the store says the same.
struct Oppfølging {
  /// The avvik by number.
  var avvik: [String: Avvikssak] = [:]
  /// The number of the avvik that a control found, by case and point.
  var funnet: [Funnsted: String] = [:]
  /// How many avvik have been reported in a year.
  var antallAvvik: [Int: Int] = [:]
  /// How many reports by staff have been written in a year.
  var antallMeldinger: [Int: Int] = [:]
  /// The assessed avvik that wait for a measure, in order.
  var venter: [String] = []
  /// The measures by number.
  var tiltak: [String: Tiltakssak] = [:]
  /// What the rules found in all cases of a team, at its last control.
  var sisteFunn: [String: [ÅpentAvvik]] = [:]
  /// The reports that turn out to be no avvik.
  var avvist: Set<String> = []
  /// What staff have reported, so that nobody reports the same twice.
  var meldt: Set<Funnsted> = []
  /// The latest meeting of a body whose minutes are not approved yet.
  var uferdigReferat: [Møteslag: String] = [:]
  /// The points that a decision says the system fails on.
  var systemsvikt: Set<String> = []
  /// The locked controls of the year.
  var kontroller: [Kontroll] = []
}

/// A case and a point, or a case and a procedure.
struct Funnsted: Hashable {
  var sak: String
  var hva: String
}

/// An avvik, as far as the play must know it.
struct Avvikssak {
  let nummer: String
  let fraKontroll: Bool
  /// The month of the control that found it last, or of the report.
  var måned: Måned
  let sak: String?
  let punkt: String?
  let prosedyre: String?
  let alvorlighet: Alvorlighet
  let mangel: Mangelslag?
  /// When it was assessed last.
  var vurdert: Dato?
  var tiltak: [String] = []

  /// What several avvik have in common when one measure may help against all of them.
  var tema: String { punkt ?? prosedyre ?? "" }
}

/// A measure, as far as the play must know it.
struct Tiltakssak {
  let nummer: String
  var innhold: Tiltaksinnhold
  var resultat: Tiltaksresultat?

  /// Which one of its year: what goes wrong goes wrong with some of them.
  var løpenummer: Int { Int(nummer.suffix(3)) ?? 0 }
}

/// The roles of the play, beside the team leader who holds the controls.
enum Rolle {
  static let teamleder = "teamleder"
  static let saksbehandler = "saksbehandler"
  static let barnevernleder = "barnevernleder"
  static let avdelingssjef = "avdelingssjef"
  /// Evaluates what others have carried out, and reads as the second reader.
  static let kvalitetskontakt = "kvalitetskontakt"
  /// Closes avvik.
  static let fagansvarlig = "fagansvarlig"
}
