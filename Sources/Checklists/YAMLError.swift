/// What is wrong with a YAML file, where, and what to do about it.
public struct YAMLError: Error, Hashable, Sendable {
  /// A stable code: `IK001` … `IK029`. What each means stands in `forklaring`.
  public var code: Code
  /// The line, from 1.
  public var line: Int
  /// The column in Unicode scalars, from 1.
  public var column: Int
  /// How many scalars of the line the fault covers; at least 1.
  public var width: Int
  /// One English sentence for the author of the file.
  public var message: String
  /// The nearest name that exists.
  public var suggestion: String?
  /// How to mend it.
  public var hint: String?

  /// A fault at a place.
  public init(
    _ code: Code, line: Int, column: Int, width: Int = 1, _ message: String, suggestion: String? = nil,
    hint: String? = nil
  ) {
    self.code = code
    self.line = line
    self.column = column
    self.width = width
    self.message = message
    self.suggestion = suggestion
    self.hint = hint
  }

  /// A fault of a node.
  public init(
    _ code: Code, _ node: YAMLNode, _ message: String, suggestion: String? = nil, hint: String? = nil
  ) {
    self.init(
      code, line: node.line, column: node.column, width: node.width, message, suggestion: suggestion,
      hint: hint)
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
    case mergeConflict = "IK018"
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

/// Everything that is wrong with a YAML file, in its order.
public struct YAMLErrors: Error, Sendable {
  /// The faults; at least one when this is thrown.
  public private(set) var errors: [YAMLError]
  /// The file's lines as they are written.
  private let lines: [[Unicode.Scalar]]

  init(_ errors: [YAMLError], lines: [[Unicode.Scalar]]) {
    self.errors = []
    self.lines = lines
    add(errors)
  }

  /// Adds what a later look at the file found. A fault on a line that was faulty before is taken for its
  /// consequence, and left out.
  mutating func add(_ more: [YAMLError]) {
    let broken = Set(errors.map(\.line))
    errors += more.filter { !broken.contains($0.line) }
    errors.sort { ($0.line, $0.column) < ($1.line, $1.column) }
  }

  /// Whether something was wrong with a line.
  func covers(line: Int) -> Bool { errors.contains { $0.line == line } }

  /// A line of the file, from 1, for those who may repeat it.
  func line(_ number: Int) -> String? {
    guard lines.indices.contains(number - 1) else { return nil }
    return String(String.UnicodeScalarView(lines[number - 1]))
  }
}
