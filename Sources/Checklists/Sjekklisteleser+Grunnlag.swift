internal import RuleLanguage
internal import Values

/// What points and parameters rest on: law that was in force, and procedures that exist.
extension Sjekklisteleser {
  /// A point looks back at most this many months, and applies the law of the day the facts happened.
  private static let tilbakeblikk = 24

  /// Every legal basis of a point must be in force on some day that the version can look at, and on every day of
  /// the version at least one of them. Without a register there is nothing to hold them against.
  mutating func krevHjemler(_ node: YAMLNode) {
    let nodes = node.elements ?? []
    guard !hjemler.isEmpty, !nodes.isEmpty else { return }
    var cited: [Hjemmel] = []
    for citation in nodes { if let found = hjemmel(citation, hjemler) { cited.append(found) } }
    guard let versjonen, cited.count == nodes.count else { return }
    let seen = Periode(versjonen.fra.adding(måneder: -Self.tilbakeblikk), versjonen.til) ?? versjonen
    let outside = zip(nodes, cited).filter { !Periodesett(seen).overlapper($1.gjelder) }
    for (citation, basis) in outside {
      report(
        .legalBasisNotInForce, citation,
        "\(basis.id) is in force \(basis.gjelder.omtale), and this version looks at no day of that.")
    }
    // A deadline of our own sets a number to somebody else's duty, and is no basis alone.
    let bases = cited.filter { $0.slag != .vårFrist }
    let bare = Periodesett([versjonen]).uten(Periodesett(bases.map(\.gjelder)))
    guard outside.isEmpty, !bare.erTomt else { return }
    let days = bare.map(\.omtale).joined(separator: ", and ")
    report(.daysWithoutLegalBasis, node, "No legal basis of this point is in force \(days).")
  }

  /// The legal basis of a dated value must be in force on the day the value begins.
  mutating func krevHjemmel(_ node: YAMLNode, på dag: Dato) {
    guard !hjemler.isEmpty, let basis = hjemmel(node, hjemler), !basis.erIKraft(på: dag) else { return }
    report(
      .legalBasisNotInForce, node,
      "\(basis.id) is in force \(basis.gjelder.omtale), and not on \(dag), when the value begins.")
  }

  /// The procedure of a point must be among those in prosedyrer.yaml, if there is such a file.
  mutating func krevProsedyre(_ node: YAMLNode) {
    guard !prosedyrer.isEmpty, let id = tekst(node), !prosedyrer.contains(id) else { return }
    report(
      Sjekklistekode.unknownProcedure.rawValue, node, "«\(id)» is not in prosedyrer.yaml.",
      forslag: nearest(id, in: prosedyrer),
      hint: "Add it to prosedyrer.yaml, or name one that stands there.")
  }
}

extension Periode {
  /// «from 2014-06-01 to 2023-12-31», for messages to authors.
  fileprivate var omtale: String { til == .tidenesEnde ? "from \(fra) on" : "from \(fra) to \(til)" }
}
