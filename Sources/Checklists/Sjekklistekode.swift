public import RuleLanguage

/// Codes of faults in a checklist, beyond YAML and the rule language. What each means stands in `forklaring`.
public enum Sjekklistekode: String, Hashable, Sendable, CaseIterable {
  case fileName = "IK201"
  case invalidDate = "IK202"
  case duplicatePoint = "IK203"
  case ruleMissing = "IK204"
  case ruleForPerson = "IK205"
  case exampleInvalid = "IK206"
  case exampleDisagrees = "IK207"
  case unknownPlaceholder = "IK208"
  case unknownLegalBasis = "IK209"
  case overlappingVersions = "IK210"
  case unreadable = "IK211"
  case nothingToCheck = "IK212"
  case guidanceMissing = "IK213"
  case examplesMissing = "IK214"
  case duplicateEntry = "IK215"
  case legalBasisNotInForce = "IK216"
  case daysWithoutLegalBasis = "IK217"
  case legalBasisOverdue = "IK218"
  case unknownProcedure = "IK219"
  case chosenProcedures = "IK220"
  case versionOrder = "IK221"
  case procedureOverdue = "IK222"
  case recordExamplesMissing = "IK223"
  case missingValidity = "IK225"
  case questionForm = "IK226"
  case outcomeNotShown = "IK227"
  case neverApplies = "IK228"
  case alwaysHolds = "IK229"
  case neverHolds = "IK230"
  case repeatsPoint = "IK231"
  case shadowedPoint = "IK232"
  case unusedName = "IK233"
  case mutantSurvives = "IK234"
  case lockFile = "IK235"
  case publishedChanged = "IK236"
  case publishedMissing = "IK237"
  case versionTooEarly = "IK238"
  case strayFile = "IK239"
  case registerMissing = "IK240"
  case noLawCited = "IK241"
  case calledBreachOfLaw = "IK242"
  case certaintyDays = "IK243"
  case sentenceNeverShown = "IK244"
  case sentenceForTwoOutcomes = "IK245"
  case parameterNotYetSet = "IK246"
  case planFileName = "IK301"
  case planTime = "IK302"
  case timeNotInRow = "IK303"
  case unknownMeasure = "IK304"
  case unknownFailureArea = "IK305"
  case unknownWheelEntry = "IK306"
  case rhythm = "IK307"
  case unknownPlace = "IK308"
  case unknownStep = "IK309"
  case personNamed = "IK310"
}

/// All codes of faults in definitions, with what they mean.
public enum Kodeoversikt {
  /// The codes and their explanations, in order.
  public static let alle: [(kode: String, forklaring: Kodeforklaring)] = {
    let yaml = YAMLError.Code.allCases.map { ($0.rawValue, $0.forklaring) }
    let rules = Diagnosekode.allCases.map { ($0.rawValue, $0.forklaring) }
    let lists = Sjekklistekode.allCases.map { ($0.rawValue, $0.forklaring) }
    return (yaml + rules + lists).compactMap { code, text in text.map { (code, $0) } }
  }()

  /// What a code means; nil when there is no such code.
  public static func forklaring(_ kode: String) -> Kodeforklaring? {
    alle.first { $0.kode == kode }?.forklaring
  }
}
