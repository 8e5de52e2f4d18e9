/// What the later files of a chain say, held per case until the total file has been read.
struct Endringer {
  /// The changed cases, merged over the later files, in the order they were first named.
  private var saker: [String: [Registersak]] = [:]
  private var rekkefølge: [String] = []

  init(_ ledd: ArraySlice<Filkjede.Ledd>) throws(Importfeil) {
    var found: [String: [Registersak]] = [:]
    var order: [String] = []
    for file in ledd {
      try Registerimport.les(file) { (sak) throws(Importfeil) in
        if found[sak.id] == nil { order.append(sak.id) }
        found[sak.id, default: []].append(sak)
      }
    }
    saker = found
    rekkefølge = order
  }

  /// Whether a later file changes this case of the total file; if so it is kept to be merged.
  mutating func gjelder(_ sak: Registersak) -> Bool {
    guard saker[sak.id] != nil else { return false }
    saker[sak.id]?.insert(sak, at: 0)
    return true
  }

  /// The changed cases with all their changes, oldest first.
  var flettet: [Registersak] {
    rekkefølge.compactMap { id in
      guard let versions = saker[id], var merged = versions.first else { return nil }
      merged.ryddSlettede()
      for later in versions.dropFirst() { merged.oppdater(med: later) }
      return merged
    }
  }
}
