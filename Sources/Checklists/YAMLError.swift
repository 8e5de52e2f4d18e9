/// What is wrong with a YAML file, where, and what to do about it.
public struct YAMLError: Error, Hashable, Sendable {
  /// A stable code: `IK001` … `IK029`.
  public var code: Code
  /// The line, from 1.
  public var line: Int
  /// The column in Unicode scalars, from 1.
  public var column: Int
  /// One English sentence for the author of the file.
  public var message: String
  /// How to mend it.
  public var hint: String?

  /// A fault at a place.
  public init(_ code: Code, line: Int, column: Int, _ message: String, hint: String? = nil) {
    self.code = code
    self.line = line
    self.column = column
    self.message = message
    self.hint = hint
  }

  /// The codes of faults in a YAML text (001–019) and in the shape of what it declares (020–029).
  public enum Code: String, Hashable, Sendable, CaseIterable {
    case tooLarge = "IK001"
    case notUTF8 = "IK002"
    case controlCharacter = "IK003"
    case notNFC = "IK004"
    case tab = "IK005"
    case anchor = "IK006"
    case alias = "IK007"
    case tag = "IK008"
    case mergeKey = "IK009"
    case severalDocuments = "IK010"
    case directive = "IK011"
    case syntax = "IK012"
    case duplicateKey = "IK013"
    case tooDeep = "IK014"
    case tooManyNodes = "IK015"
    case empty = "IK016"
    case keyNotText = "IK017"
    case wrongShape = "IK020"
    case unknownKey = "IK021"
    case missingKey = "IK022"
    case invalidValue = "IK023"
    case invalidName = "IK024"
    case duplicateName = "IK025"
    case tooManyCodes = "IK026"
    case unknownReference = "IK027"
  }
}
