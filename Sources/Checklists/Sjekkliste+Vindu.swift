internal import RuleEngine
internal import RuleLanguage
public import Values

/// The days that a finding is about: from a day, or from the beginning of the case, to a day.
///
/// Together with case and point it says which fault a finding is. Two findings of one point in one case are about
/// different faults for certain only when the one begins after the other has ended.
public struct Bedømt: Hashable, Sendable {
  /// The first day; nil when the rule looks at events whenever they came, so that it reaches back to the beginning.
  public var fra: Dato?
  /// The last day.
  public var til: Dato

  /// The days that were judged.
  public init(fra: Dato?, til: Dato) {
    self.fra = fra
    self.til = til
  }

  /// Whether every day is after the other's last day, so that it cannot be the same fault.
  public func erHeltEtter(_ annen: Bedømt) -> Bool { fra.map { $0 > annen.til } ?? false }

  /// Whether nothing before a day was looked at: what is found then is about the time from that day on.
  public func begynnerTidligst(_ dag: Dato) -> Bool { fra.map { $0 >= dag } ?? false }
}

extension Sjekkliste {
  /// The days that a point judges on a control date; which days a person looks at, no rule says.
  public func bedømt(_ punkt: Sjekkpunkt, på dag: Dato) -> Bedømt {
    guard let regel = punkt.regel else { return Bedømt(fra: nil, til: dag) }
    switch program.vindu(regel, på: dag) {
    case .dager(let period): return Bedømt(fra: period.fra, til: period.til)
    case .kontrolldagen: return Bedømt(fra: dag, til: dag)
    case .hendelser: return Bedømt(fra: nil, til: dag)
    }
  }

  /// The names of the collections that a point's rule asks about; none for a point that only a person judges.
  public func collections(_ punkt: Sjekkpunkt) -> [String] {
    punkt.regel.map { program.collections($0) } ?? []
  }

  /// The rule of a point with every definition and number it rests on, as text. Two versions judge a point in the
  /// same way when their texts are the same; the metadata beside the rule is no part of it.
  public func regeltekst(_ punkt: Sjekkpunkt) -> String {
    guard let regel = punkt.regel else { return "" }
    let parts = [("gjelder når", regel.gjelder), ("krav", regel.krav), ("norm", regel.norm)]
    var lines = parts.compactMap { name, node in
      node.finnes ? "\(name): \(program.kilder[Int(node.verdi)].tekst)" : nil
    }
    var parameters: Set<Int32> = []
    for index in program.noder(under: parts.map(\.1)).sorted(by: { $0.verdi < $1.verdi }) {
      switch program.noder[Int(index.verdi)] {
      case .definisjon(let position):
        let definition = program.definisjoner[Int(position)]
        lines.append("\(definition.navn): \(program.kilder[Int(definition.node.verdi)].tekst)")
      case .parameter(let position, _): parameters.insert(position)
      default: continue
      }
    }
    lines += parameters.sorted().map { position in
      let parameter = program.parametre[Int(position)]
      return "\(parameter.navn): " + parameter.verdier.map { "\($0.fra) \($0.verdi)" }.joined(separator: ", ")
    }
    // A definition may be reached by several nodes.
    return Set(lines).sorted().joined(separator: "\n")
  }
}
