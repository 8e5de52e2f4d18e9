/// Says what kind of identity number, if any, a text holds: «fødselsnummer». Never the text itself.
public typealias Vakt = @Sendable (String) -> String?

/// Why a case record, or a file of them, was refused. The other records are read all the same.
///
/// It never holds a value or an unknown key of the record: either may be a name.
public struct Lesefeil: Error, Hashable, Sendable {
  /// What is wrong.
  public var kode: Kode
  /// The file as the user named it, `-` for standard input; nil when its name itself is held back.
  public var fil: String?
  /// The line, from 1; nil for a fault of the whole file.
  public var linje: Int?
  /// The column in Unicode scalars, from 1.
  public var kolonne: Int?
  /// The pseudonym, unless it is itself at fault or cannot be read.
  public var sak: String?
  /// Where in the record, in the vocabulary's own names: `hendelser.oppfølgingsbesøk[2].form`.
  public var sted: String?
  /// One English sentence for an operator.
  public var melding: String

  /// What can be wrong; the raw value is stable and meant for machines.
  public enum Kode: String, Hashable, Sendable, CaseIterable {
    case unreadableFile = "unreadable_file"
    case tooLarge = "too_large"
    case invalidJSON = "invalid_json"
    case duplicateKey = "duplicate_key"
    case notAnObject = "not_an_object"
    case missingFormat = "missing_format"
    case wrongFormat = "wrong_format"
    case missingCaseId = "missing_case_id"
    case missingExtractDate = "missing_extract_date"
    case invalidId = "invalid_id"
    case duplicateCase = "duplicate_case"
    case identity
    case unknownKey = "unknown_key"
    case unknownCode = "unknown_code"
    case unknownCollection = "unknown_collection"
    case wrongType = "wrong_type"
    case falseNotAllowed = "false_not_allowed"
    case listNotAllowed = "list_not_allowed"
    case emptyList = "empty_list"
    case invalidNumber = "invalid_number"
    case invalidDate = "invalid_date"
    case fullBirthDate = "full_birth_date"
    case dateAfterExtract = "date_after_extract"
    case dateTooEarly = "date_too_early"
    case beforeBirth = "before_birth"
    case tilBeforeFra = "til_before_fra"
    case sameDayFrequency = "same_day_frequency"
    case placementConflict = "placement_conflict"
    case tooManyEvents = "too_many_events"
    case invalidFact = "invalid_fact"
    case contradictsRecord = "contradicts_record"
  }

  /// A fault at a place.
  public init(
    _ kode: Kode, fil: String? = nil, linje: Int? = nil, kolonne: Int? = nil, sak: String? = nil,
    sted: String? = nil, _ melding: String
  ) {
    self.kode = kode
    self.fil = fil
    self.linje = linje
    self.kolonne = kolonne
    self.sak = sak
    self.sted = sted
    self.melding = melding
  }
}
