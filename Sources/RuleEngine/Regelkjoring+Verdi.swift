public import RuleLanguage
import Values
import Vocabulary

/// Values as texts show them.
extension Regelkjøring {
  /// A number or a date in bokmål, for the current case; counted events in words, up to twelve.
  ///
  /// - Parameters:
  ///   - bareSikker: nil when the value is not exactly known, or when there is none.
  public mutating func tekst(av node: Nodeindeks, bareSikker: Bool = false) -> String? {
    switch verdi(node) {
    case .tall(let value, let finnes):
      if !value.erEksakt || finnes != .ja { return bareSikker ? nil : verdi(node).description }
      return opptalt(node).flatMap { antall(value.minst, samling($0).ord) } ?? value.description
    case .dato(let value, let finnes):
      if bareSikker, !value.erEksakt || finnes != .ja { return nil }
      return finnes == .nei ? "ingen dato" : value.bokmål
    case .sannhet, .perioder: return nil
    }
  }

  /// «ingen», «ett», «to»; nil for what is not written in words.
  private func antall(_ number: Brøk, _ ord: Substantiv) -> String? {
    guard number.nevner == 1, (0...12).contains(number.teller) else { return nil }
    let count = Int(number.teller)
    return String(antall(count, ord).prefix { $0 != " " })
  }
}

extension Utfall {
  /// How a sentence of the outcome begins, where it is not a plain statement.
  public var innledning: String {
    switch self {
    case .ikkeAktuelt: "Punktet er ikke aktuelt. "
    case .ukjent: "Kan ikke avgjøres ut fra det som er registrert. "
    case .oppfylt, .avvik, .merknad, .ikkeKontrollert: ""
    }
  }
}
