import Checklists
import Values

extension Hjemmel {
  /// What a reader must know of how sure the reading is on the days that were judged; nil when the text was read at
  /// its source for all of them. Where it differs within the days, each part is named.
  func forbehold(i bedømt: Periode) -> String? {
    let parts = sikkerhet(i: bedømt).compactMap { part in part.er.forbehold.map { (part.dager, $0) } }
    if parts.isEmpty { return nil }
    if sikkerhet(i: bedømt).count == 1 { return parts[0].1 }
    return parts.map { days, doubt in
      let until = days.til == .tidenesEnde ? "" : " til \(days.til.bokmål)"
      return "fra \(days.fra.bokmål)\(until): \(doubt)"
    }.joined(separator: "; ")
  }
}

extension Hjemmel.Sikkerhet {
  fileprivate var forbehold: String? {
    switch self {
    case .verifisert: nil
    case .utledet: "ordlyden er utledet, ikke lest i kilden"
    case .fraHukommelsen: "skal kontrolleres mot kilden før bruk"
    }
  }
}
