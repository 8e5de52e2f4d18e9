import RuleLanguage
import Values

extension Evaluator {
  /// The outcome of a point: the table of «gjelder når», «krav» and «norm».
  mutating func utfall(_ regel: Punktregel, vedBrudd: Utfall) -> Utfall {
    let applies = regel.gjelder.finnes ? sannhet(regel.gjelder) : .ja
    guard applies == .ja else { return applies == .nei ? .ikkeAktuelt : .ukjent }
    guard regel.krav.finnes || regel.norm.finnes else { return .ikkeKontrollert }
    switch regel.krav.finnes ? sannhet(regel.krav) : .ja {
    case .nei: return vedBrudd
    case .ukjent: return .ukjent
    case .ja:
      guard regel.norm.finnes else { return .oppfylt }
      switch sannhet(regel.norm) {
      case .ja: return .oppfylt
      case .nei: return .merknad
      case .ukjent: return .ukjent
      }
    }
  }

  /// The parts that are not known and could still decide: when it is not known whether the point applies, the
  /// requirement matters as well.
  mutating func uavklarte(_ regel: Punktregel) -> [Nodeindeks] {
    var result: [Nodeindeks] = []
    for node in [regel.gjelder, regel.krav, regel.norm]
    where node.finnes && sannhet(node) == .ukjent {
      result.append(node)
    }
    return result
  }
}
