/// Walks through a YAML text before the parser sees it, and refuses what makes YAML dangerous or surprising:
/// anchors and aliases (which can multiply a small file), tags, merge keys, directives, several documents.
///
/// A plain scalar cannot begin with `&`, `*` or `!`, so those are looked for exactly where a node can begin.
/// A key that occurs twice in a mapping is reported and gets another name, so that the rest can be read.
struct YAMLScanner {
  private(set) var lines: [[Unicode.Scalar]]
  private(set) var errors: [YAMLError] = []
  private(set) var renamed: Set<String> = []
  private var line = 0
  private var column = 0
  private var keys = YAMLKeys()
  /// How many `[` and `{` are open.
  private var flowDepth: Int { keys.flowDepth }
  /// The column of the key or dash that the next value belongs to.
  private var parent = -1
  /// Inside a block scalar: the column that its lines must be indented more than.
  private var blockParent: Int?
  /// After a plain scalar: lines that are indented more than this column continue it.
  private var plainParent: Int?
  /// Inside a quoted scalar: its quote and where it begins.
  private var quote: (mark: Unicode.Scalar, column: Int, line: Int)?
  private var hasContent = false
  private var hasMarker = false

  init(lines: [[Unicode.Scalar]]) { self.lines = lines }

  mutating func scan() {
    while line < lines.count {
      column = 0
      scanLine()
      line += 1
    }
  }

  private var text: [Unicode.Scalar] { lines[line] }

  private func scalar(at column: Int) -> Unicode.Scalar? {
    column >= 0 && column < text.count ? text[column] : nil
  }

  private func isSpaceOrEnd(at column: Int) -> Bool { scalar(at: column) ?? " " == " " }

  private mutating func report(_ code: YAMLError.Code, width: Int = 1, _ message: String, hint: String) {
    errors.append(YAMLError(code, line: line + 1, column: column + 1, width: width, message, hint: hint))
  }

  private mutating func scanLine() {
    guard scanMarker() else { return }
    if quote != nil {
      if scanQuoted() { scanNodes(atNode: false) }
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
    scanNodes(atNode: true, continuesPlain: continuesPlain)
  }

  /// `---` may stand once, before the content; `...` and `%` not at all. False when the line is done with.
  private mutating func scanMarker() -> Bool {
    if scalar(at: 0) == "%", !hasContent, quote == nil {
      report(.directive, width: text.count, "Directives are not allowed.", hint: "Delete the line.")
      return false
    }
    let first = text.prefix(3)
    let isMarker = first.elementsEqual("---".unicodeScalars) || first.elementsEqual("...".unicodeScalars)
    guard isMarker, isSpaceOrEnd(at: 3) else { return true }
    guard first.first == "-", !hasContent, !hasMarker else {
      report(
        .severalDocuments, width: 3, "A file holds one document only.", hint: "Divide it into several files.")
      keys = YAMLKeys()
      return false
    }
    hasMarker = true
    column = 3
    return true
  }

  private mutating func scanNodes(atNode: Bool, continuesPlain: Bool = false) {
    var atNode = atNode
    if continuesPlain { atNode = scanPlain(isContinuation: true) }
    while let scalar = scalar(at: column) {
      if scalar == "#", isSpaceOrEnd(at: column - 1) { return }
      if scalar == " " {
        column += 1
      } else if atNode, flowDepth == 0, scalar == "-" || scalar == "?", isSpaceOrEnd(at: column + 1) {
        parent = column
        keys.dash(at: column)
        column += 1
      } else if isValueIndicator(atNode: atNode) {
        column += 1
        atNode = true
      } else if flowDepth > 0, scalar == "," || scalar == "]" || scalar == "}" {
        if scalar != "," { keys.close() }
        atNode = scalar == ","
        column += 1
      } else if atNode {
        atNode = scanNode(scalar)
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
  private mutating func scanNode(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "&":
      return refuse(.anchor, "Anchors are not allowed.", hint: "Put the text in quotes, or repeat it.")
    case "*": return refuse(.alias, "Aliases are not allowed.", hint: "Put the text in quotes, or repeat it.")
    case "!": return refuse(.tag, "Tags are not allowed.", hint: "Put the text in quotes, or delete the tag.")
    case "[", "{":
      keys.open(mapping: scalar == "{")
      column += 1
      return true
    case "|" where flowDepth == 0, ">" where flowDepth == 0:
      blockParent = parent
      return false
    case "\"", "'":
      quote = (scalar, column, line)
      column += 1
      scanQuoted()
      return false
    default: return scanPlain(isContinuation: false)
    }
  }

  /// Reports a word that begins with one of the signs, and goes past it; a node may follow it.
  private mutating func refuse(_ code: YAMLError.Code, _ message: String, hint: String) -> Bool {
    let word = text[column...].prefix { $0 != " " && (flowDepth == 0 || !isFlowIndicator($0)) }
    report(code, width: word.count, message, hint: hint)
    column += word.count
    return code != .alias
  }

  /// Remembers a key; when the mapping has it already, it is reported and renamed, in as many characters.
  private mutating func note(key place: Range<Int>) {
    let written = text[place]
    let isQuoted = written.first == "\"" || written.first == "'"
    let key = String(skalarer: isQuoted ? written.dropFirst().dropLast() : written)
    guard let first = keys.note(key, line: line + 1, column: place.lowerBound) else { return }
    errors.append(
      YAMLError(
        .duplicateKey, line: line + 1, column: place.lowerBound + 1, width: place.count,
        "The key «\(key)» occurs twice.", hint: "It stands also on line \(first)."))
    guard let scalar = Unicode.Scalar(0xE000 + UInt32(renamed.count % 6400)) else { return }
    let name = Array(repeating: scalar, count: place.count)
    lines[line].replaceSubrange(place, with: name)
    renamed.insert(String(String.UnicodeScalarView(name)))
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
          noteQuoted(from: quote)
          return true
        }
      }
    }
    return false
  }

  /// A quoted scalar that begins on this line, with «:» after it, is a key.
  private mutating func noteQuoted(from quote: (mark: Unicode.Scalar, column: Int, line: Int)) {
    let after = text[column...].first { $0 != " " }
    guard after == ":", quote.line == line else { return }
    if flowDepth == 0 { parent = quote.column }
    note(key: quote.column..<column)
  }

  /// Goes to the end of a plain scalar on this line; the result is whether it is a key.
  private mutating func scanPlain(isContinuation: Bool) -> Bool {
    let first = column
    let text = self.text
    while column < text.count {
      let scalar = text[column]
      // Most of a text is letters and spaces.
      if scalar != ":" && scalar != "#" && (flowDepth == 0 || !isFlowIndicator(scalar)) {
        column += 1
        continue
      }
      if scalar == ":",
        isSpaceOrEnd(at: column + 1) || flowDepth > 0 && isFlowIndicator(self.scalar(at: column + 1))
      {
        if text[first..<column].elementsEqual("<<".unicodeScalars) {
          column = first
          report(.mergeKey, width: 2, "Merge keys are not allowed.", hint: "Repeat the entries.")
          column = first + 2
        }
        if flowDepth == 0, !isContinuation { parent = first }
        if !isContinuation { note(key: first..<endOfKey(first)) }
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

  /// The end of a plain key that begins here and whose «:» stands in `column`.
  private func endOfKey(_ first: Int) -> Int {
    (text[first..<column].lastIndex { $0 != " " } ?? first) + 1
  }
}

extension String {
  /// The text of these scalars; quicker than through a view of scalars.
  fileprivate init(skalarer: ArraySlice<Unicode.Scalar>) {
    self.init(unsafeUninitializedCapacity: skalarer.count * 4) { buffer in
      var count = 0
      for scalar in skalarer {
        for unit in scalar.utf8 {
          buffer[count] = unit
          count += 1
        }
      }
      return count
    }
  }
}
