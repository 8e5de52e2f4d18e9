/// Something wrong in a rule: what, where, and what to do.
///
/// The place is a range of Unicode scalars in the expression's own text; whoever knows the file turns it into
/// a line and a column.
public struct Diagnose: Error, Hashable, Sendable {
  /// The stable code, which `explain` knows.
  public var kode: Diagnosekode
  /// Where in the expression's text, counted in Unicode scalars.
  public var område: Range<Int>
  /// What is wrong, in one English sentence.
  public var melding: String
  /// The nearest name that exists, for «did you mean».
  public var forslag: String?
  /// What the author can do.
  public var hint: String?

  /// A finding about a range of the text.
  public init(
    _ kode: Diagnosekode, _ område: Range<Int>, _ melding: String, forslag: String? = nil,
    hint: String? = nil
  ) {
    self.kode = kode
    self.område = område
    self.melding = melding
    self.forslag = forslag
    self.hint = hint
  }
}

/// The stable codes of the rule language. What each means stands in `forklaring`.
public enum Diagnosekode: String, Hashable, Sendable, CaseIterable {
  case unexpectedCharacter = "IK101"
  case unexpectedToken = "IK102"
  case tooDeep = "IK103"
  case unknownName = "IK104"
  case unknownCollection = "IK105"
  case unknownField = "IK106"
  case unknownCode = "IK107"
  case unlikeTypes = "IK108"
  case wrongType = "IK109"
  case windowOnUndated = "IK110"
  case fieldOutsideEvent = "IK111"
  case noDuration = "IK112"
  case numberTooLarge = "IK113"
  case noSuchDate = "IK114"
  case unknownUnit = "IK115"
  case parameterNotInForce = "IK116"
  case repeatedPart = "IK117"
  case codeOutsideComparison = "IK118"
}

/// The nearest of the candidates within some edits (insert, delete, replace, swap neighbours), if any.
///
/// Damerau–Levenshtein distance, restricted; ties go to the first candidate.
public func nearest(_ word: String, in candidates: some Sequence<String>, within limit: Int = 2) -> String? {
  var best: (word: String, distance: Int)?
  for candidate in candidates {
    let distance = editDistance(Array(word.unicodeScalars), Array(candidate.unicodeScalars))
    if distance <= min(limit, max(1, word.count / 2)), distance < best?.distance ?? .max {
      best = (candidate, distance)
    }
  }
  return best?.word
}

private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var beforePrevious: [Int] = []
  var previous = Array(0...b.count)
  for i in 0..<a.count {
    var current = [i + 1]
    for j in 0..<b.count {
      var cost = min(previous[j] + (a[i] == b[j] ? 0 : 1), previous[j + 1] + 1, current[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforePrevious[j - 1] + 1) }
      current.append(cost)
    }
    (beforePrevious, previous) = (previous, current)
  }
  return previous[b.count]
}
