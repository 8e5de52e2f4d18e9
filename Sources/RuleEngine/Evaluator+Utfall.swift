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
}
