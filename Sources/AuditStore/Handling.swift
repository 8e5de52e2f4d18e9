/// The acts that the journal knows. The raw values are stored and never change.
public enum Handling: String, Hashable, Sendable, CaseIterable {
  /// Case files were read in.
  case innlesing = "import"
  /// A frame was committed to.
  case forpliktelse
  /// A seed was given.
  case frø = "fro"
  /// Cases were drawn.
  case trekning
  /// A drawn case was swapped.
  case bytte
  /// Cases were evaluated.
  case kontroll
  /// A question was answered.
  case svar
  /// A control was locked.
  case lås = "las"
  /// A locked control was corrected.
  case rettelse
  /// Something happened to an avvik.
  case avvik
  /// Something happened to a measure.
  case tiltak
  /// A meeting was held, or its minutes were approved.
  case møte = "mote"
  /// A meeting decided.
  case vedtak
  /// A second reader read a case.
  case annenlesning
  /// The free text that belongs to another entry, apart from it so that it alone can be deleted.
  case tekst
  /// Somebody signed.
  case signering
  /// A checklist was published.
  case sjekkliste
  /// Something happened to a proposed change of a checklist.
  case sjekklisteforslag
  /// Something was exported.
  case eksport
  /// Payloads were deleted.
  case sletting
}

/// How long a payload is kept. The raw values are stored and never change.
public enum Bevaringsklasse: String, Hashable, Sendable, CaseIterable {
  /// Raw snapshots of cases.
  case øyeblikksbilde = "oyeblikksbilde"
  /// Findings without text.
  case funn
  /// Protocols, decisions and all that the draw rests on: never deleted here.
  case protokoll
  /// Who saw what.
  case tilgangslogg
}
