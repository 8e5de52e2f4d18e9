/// Walks through a YAML text before the parser sees it, and refuses what makes YAML dangerous or surprising:
/// anchors and aliases (which can multiply a small file), tags, merge keys, directives, several documents.
///
/// A plain scalar cannot begin with `&`, `*` or `!`, so those are looked for exactly where a node can begin.
struct YAMLScanner {
  private let lines: [[Unicode.Scalar]]
  private var line = 0
  private var column = 0
  /// How many `[` and `{` are open.
  private var flowDepth = 0
  /// The column of the key or dash that the next value belongs to.
  private var parent = -1
  /// Inside a block scalar: the column that its lines must be indented more than.
  private var blockParent: Int?
  /// After a plain scalar: lines that are indented more than this column continue it.
  private var plainParent: Int?
  /// Inside a quoted scalar: its quote and where it begins.
  private var quote: (mark: Unicode.Scalar, column: Int)?
  private var hasContent = false
  private var hasMarker = false

  init(lines: [[Unicode.Scalar]]) { self.lines = lines }

  mutating func scan() throws(YAMLError) {
    while line < lines.count {
      column = 0
      try scanLine()
      line += 1
    }
  }

  private var text: [Unicode.Scalar] { lines[line] }

  private func scalar(at column: Int) -> Unicode.Scalar? {
    column >= 0 && column < text.count ? text[column] : nil
  }

  private func isSpaceOrEnd(at column: Int) -> Bool { scalar(at: column) ?? " " == " " }

  private func error(_ code: YAMLError.Code, _ message: String, hint: String? = nil) -> YAMLError {
    YAMLError(code, line: line + 1, column: column + 1, message, hint: hint)
  }

  private mutating func scanLine() throws(YAMLError) {
    try scanMarker()
    if quote != nil {
      if scanQuoted() { try scanNodes(atNode: false) }
      return
    }
    while column < text.count, text[column] == " " { column += 1 }
    let isBlank = column == text.count
    if let blockParent {
      if isBlank || column > blockParent { return }
      self.blockParent = nil
    }
    if isBlank { return }
    if text[column] == "#" {
      plainParent = nil
      return
    }
    let continuesPlain = flowDepth == 0 && plainParent.map { column > $0 } ?? false
    plainParent = nil
    hasContent = true
    try scanNodes(atNode: true, continuesPlain: continuesPlain)
  }

  /// `---` may stand once, before the content; `...` and `%` not at all.
  private mutating func scanMarker() throws(YAMLError) {
    if scalar(at: 0) == "%", !hasContent, quote == nil {
      throw error(.directive, "Directives are not allowed.", hint: "Delete the line.")
    }
    let first = text.prefix(3)
    let isMarker = first.elementsEqual("---".unicodeScalars) || first.elementsEqual("...".unicodeScalars)
    guard isMarker, isSpaceOrEnd(at: 3) else { return }
    guard first.first == "-", !hasContent, !hasMarker else {
      throw error(.severalDocuments, "A file holds one document only.", hint: "Divide it into several files.")
    }
    hasMarker = true
    column = 3
  }

  private mutating func scanNodes(atNode: Bool, continuesPlain: Bool = false) throws(YAMLError) {
    var atNode = atNode
    if continuesPlain { atNode = try scanPlain(isContinuation: true) }
    while let scalar = scalar(at: column) {
      if scalar == "#", isSpaceOrEnd(at: column - 1) { return }
      if scalar == " " {
        column += 1
      } else if atNode, flowDepth == 0, scalar == "-" || scalar == "?", isSpaceOrEnd(at: column + 1) {
        parent = column
        column += 1
      } else if isValueIndicator(atNode: atNode) {
        column += 1
        atNode = true
      } else if flowDepth > 0, scalar == "," || scalar == "]" || scalar == "}" {
        if scalar != "," { flowDepth -= 1 }
        atNode = scalar == ","
        column += 1
      } else if atNode {
        atNode = try scanNode(scalar)
        if blockParent != nil { return }
      } else {
        column += 1
      }
    }
  }

  private func isValueIndicator(atNode: Bool) -> Bool {
    guard scalar(at: column) == ":" else { return false }
    if isSpaceOrEnd(at: column + 1) { return true }
    return flowDepth > 0 && (!atNode || isFlowIndicator(scalar(at: column + 1)))
  }

  private func isFlowIndicator(_ scalar: Unicode.Scalar?) -> Bool {
    switch scalar {
    case ",", "[", "]", "{", "}": true
    default: false
    }
  }

  /// Reads what begins here; the result is whether another node begins right after it.
  private mutating func scanNode(_ scalar: Unicode.Scalar) throws(YAMLError) -> Bool {
    switch scalar {
    case "&": throw error(.anchor, "Anchors are not allowed.", hint: "Put the text in quotes, or repeat it.")
    case "*": throw error(.alias, "Aliases are not allowed.", hint: "Put the text in quotes, or repeat it.")
    case "!": throw error(.tag, "Tags are not allowed.", hint: "Put the text in quotes, or delete the tag.")
    case "[", "{":
      flowDepth += 1
      column += 1
      return true
    case "|" where flowDepth == 0, ">" where flowDepth == 0:
      blockParent = parent
      return false
    case "\"", "'":
      quote = (scalar, column)
      column += 1
      scanQuoted()
      return false
    default: return try scanPlain(isContinuation: false)
    }
  }

  /// Goes to the end of a quoted scalar; false when it does not end on this line.
  @discardableResult
  private mutating func scanQuoted() -> Bool {
    guard let quote else { return true }
    while let scalar = scalar(at: column) {
      column += 1
      if scalar == "\\", quote.mark == "\"" {
        column += 1
      } else if scalar == quote.mark {
        if scalar == "'", self.scalar(at: column) == "'" {
          column += 1
        } else {
          self.quote = nil
          if self.scalar(at: column) == ":", flowDepth == 0 { parent = quote.column }
          return true
        }
      }
    }
    return false
  }

  /// Goes to the end of a plain scalar on this line; the result is whether it is a key.
  private mutating func scanPlain(isContinuation: Bool) throws(YAMLError) -> Bool {
    let first = column
    while let scalar = scalar(at: column) {
      if scalar == ":",
        isSpaceOrEnd(at: column + 1) || flowDepth > 0 && isFlowIndicator(self.scalar(at: column + 1))
      {
        if text[first..<column].elementsEqual("<<".unicodeScalars) {
          column = first
          throw error(.mergeKey, "Merge keys are not allowed.", hint: "Repeat the entries.")
        }
        if flowDepth == 0, !isContinuation { parent = first }
        column += 1
        return true
      }
      if scalar == "#", isSpaceOrEnd(at: column - 1) { return false }
      if flowDepth > 0, isFlowIndicator(scalar) { return false }
      column += 1
    }
    if flowDepth == 0 { plainParent = parent }
    return false
  }
}
