/// A change of state that the journal allows for something it follows: an avvik, a measure, a meeting, a decision,
/// a proposed change of a checklist.
///
/// This list is the only one. The triggers of the store are made from it, and the verbs look a change up in it, so
/// that the two can never differ.
public struct Overgang: Hashable, Sendable {
  /// What is followed.
  public let handling: Handling
  /// The state before; nil when the thing is new.
  public let fra: String?
  /// What happens.
  public let hendelse: String
  /// The state after.
  public let til: String

  private init(_ handling: Handling, _ fra: String?, _ hendelse: String, _ til: String) {
    self.handling = handling
    self.fra = fra
    self.hendelse = hendelse
    self.til = til
  }

  /// The state after something happens; nil when it is not allowed.
  public static func tilstand(_ handling: Handling, fra: String?, etter hendelse: String) -> String? {
    alle.first { $0.handling == handling && $0.fra == fra && $0.hendelse == hendelse }?.til
  }

  /// Every allowed change.
  public static let alle: [Overgang] = versjon2 + forslag

  /// Those that version 2 of the schema knows, which never change.
  static let versjon2: [Overgang] = avvik + tiltak + møte + vedtak

  /// Meldt → Under behandling → Tiltak pågår → Til evaluering → Lukket, and back from there only to Gjenåpnet.
  /// Only what staff reported can be turned down: what a control found is a fact.
  private static let avvik: [Overgang] =
    [
      Overgang(.avvik, nil, "meldt", "meldt"),
      Overgang(.avvik, "meldt", "vurdert", "under_behandling"),
      Overgang(.avvik, "gjenapnet", "vurdert", "under_behandling"),
      Overgang(.avvik, "under_behandling", "tiltak", "tiltak_pagar"),
      Overgang(.avvik, "under_behandling", "avvist", "lukket"),
      Overgang(.avvik, "tiltak_pagar", "gjennomfort", "til_evaluering"),
      Overgang(.avvik, "til_evaluering", "tiltak", "tiltak_pagar"),
      Overgang(.avvik, "til_evaluering", "lukket", "lukket"),
      Overgang(.avvik, "lukket", "gjenapnet", "gjenapnet"),
    ] + uendret(.avvik, "vurdert", ["under_behandling", "tiltak_pagar", "til_evaluering"])
    + uendret(.avvik, "tiltak", ["tiltak_pagar"])
    + uendret(.avvik, "funnet_igjen", avvikstilstander) + uendret(.avvik, "svar", avvikstilstander)

  private static let avvikstilstander = [
    "meldt", "under_behandling", "tiltak_pagar", "til_evaluering", "lukket", "gjenapnet",
  ]

  /// Too early to tell leaves a measure carried out, to be evaluated again.
  private static let tiltak: [Overgang] =
    [
      Overgang(.tiltak, nil, "opprettet", "planlagt"),
      Overgang(.tiltak, "planlagt", "iverksatt", "iverksatt"),
      Overgang(.tiltak, "iverksatt", "evaluert", "evaluert"),
    ] + uendret(.tiltak, "for_tidlig", ["iverksatt"])
    + uendret(.tiltak, "flyttet", ["planlagt", "iverksatt"])

  /// Approved minutes are final.
  private static let møte: [Overgang] =
    [
      Overgang(.møte, nil, "holdt", "apent"), Overgang(.møte, "apent", "godkjent", "godkjent"),
    ] + uendret(.møte, "sendt", ["apent"]) + uendret(.møte, "notat", ["apent"])

  private static let vedtak: [Overgang] = [
    Overgang(.vedtak, nil, "vedtatt", "vedtatt"), Overgang(.vedtak, "vedtatt", "utfort", "utfort"),
  ]

  /// What was decided about a proposal is final; whoever wants it otherwise makes a new one.
  private static let forslag: [Overgang] =
    [
      Overgang(.sjekklisteforslag, nil, "foreslatt", "foreslatt"),
      Overgang(.sjekklisteforslag, "foreslatt", "godkjent", "godkjent"),
      Overgang(.sjekklisteforslag, "foreslatt", "forkastet", "forkastet"),
    ] + uendret(.sjekklisteforslag, "endret", ["foreslatt"])

  private static func uendret(_ handling: Handling, _ hendelse: String, _ states: [String]) -> [Overgang] {
    states.map { Overgang(handling, $0, hendelse, $0) }
  }
}
