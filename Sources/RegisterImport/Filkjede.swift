/// Files that go on from one another, oldest first: a total file and the changes to it.
struct Filkjede {
  struct Ledd {
    var kilde: Registerkilde
    /// How the file is named in messages.
    var navn: String
    var hode: Registerhode
  }

  var ledd: [Ledd]
  /// The first file says it goes on from a file that was not given.
  var manglerGrunnlag: Bool

  /// The files of the chain after the first.
  var endringer: ArraySlice<Ledd> { ledd.dropFirst() }

  /// What the operator should know of the chain.
  var advarsel: String? {
    guard manglerGrunnlag, let first = ledd.first else { return nil }
    return "\(first.navn) goes on from a file that is not given; it is read as a total file"
  }

  /// Orders files by `ForrigeId`, whatever order they were given in; chains come in the order of their first
  /// file in the list. Throws when two files have the same id, follow the same file, or follow in a ring.
  static func kjeder(_ files: [Ledd]) throws(Importfeil) -> [Filkjede] {
    var byId: [String: Ledd] = [:]
    var next: [String: Ledd] = [:]
    for file in files {
      if byId.updateValue(file, forKey: file.hode.id) != nil {
        throw Importfeil(.ugyldig, "import-kjede", "two of the files have the same Id", fil: file.navn)
      }
    }
    for file in files {
      guard let before = file.hode.forrigeId, byId[before] != nil else { continue }
      if next.updateValue(file, forKey: before) != nil {
        throw Importfeil(
          .ugyldig, "import-kjede", "two of the files go on from the same file", fil: file.navn)
      }
    }
    let roots = files.filter { file in file.hode.forrigeId.map { byId[$0] == nil } ?? true }
    let chains = roots.map { root in
      var chain = [root]
      while let following = next[chain[chain.count - 1].hode.id] { chain.append(following) }
      return Filkjede(ledd: chain, manglerGrunnlag: root.hode.forrigeId != nil)
    }
    guard chains.reduce(0, { $0 + $1.ledd.count }) == files.count else {
      throw Importfeil(.ugyldig, "import-kjede", "the files go on from one another in a ring")
    }
    for chain in chains { try chain.kontrollerTid() }
    return chains
  }

  /// A later file was not extracted before an earlier one, and comes from the same unit.
  private func kontrollerTid() throws(Importfeil) {
    for (before, after) in zip(ledd, endringer) where after.hode.uttrekksdag < before.hode.uttrekksdag {
      throw Importfeil(
        .ugyldig, "import-kjede", "the file was extracted before the file it goes on from", fil: after.navn)
    }
  }
}
