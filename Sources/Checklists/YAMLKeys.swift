/// The keys of the mappings that are open while a YAML text is walked through, each with its line.
struct YAMLKeys {
  /// Block mappings, outermost first, told apart by the column of their keys.
  private var blocks: [(column: Int, keys: [String: Int])] = []
  /// `[` and `{`, outermost first; a sequence has no keys of its own.
  private var flows: [[String: Int]?] = []

  /// How many `[` and `{` are open.
  var flowDepth: Int { flows.count }

  mutating func open(mapping: Bool) { flows.append(mapping ? .some([:]) : .none) }

  mutating func close() { flows.removeLast() }

  /// A dash begins a new element: mappings further in have ended.
  mutating func dash(at column: Int) {
    while let last = blocks.last, last.column > column { blocks.removeLast() }
  }

  /// Remembers a key; the result is the line of an earlier one in the same mapping.
  mutating func note(_ key: String, line: Int, column: Int) -> Int? {
    if let last = flows.indices.last {
      let first = flows[last]?[key]
      if first == nil { flows[last]?[key] = line }
      return first
    }
    dash(at: column)
    if blocks.last?.column != column { blocks.append((column, [:])) }
    let last = blocks.count - 1
    if let first = blocks[last].keys[key] { return first }
    blocks[last].keys[key] = line
    return nil
  }
}
