public import Checklists
import Values

extension Bedømt {
  /// The days that were judged: «fra 1. januar 2014 til 30. juni 2014», a day, or «saken til og med» it.
  public var bokmål: String {
    guard let fra, let period = Periode(fra, til) else { return "saken til og med \(til.bokmål)" }
    return fra == til ? til.bokmål : period.bokmål
  }
}

extension Avvikshendelse {
  /// What happened, without the texts beside it.
  public var bokmål: String {
    switch self {
    case .meldt: "meldt"
    case .funnetIgjen(let again): "funnet igjen i kontrollen \(again.måned)"
    case .vurdert: "vurdert"
    case .tiltak(let number): "tiltak \(number)"
    case .gjennomført: "alle tiltak er satt i verk"
    case .lukket(let closing):
      "lukket (\(closing.bevis.slag.visning.lowercased()): \(closing.bevis.referanse))"
        + (closing.utenEffekt.map { ", uten vist effekt: \($0)" } ?? "")
    case .avvist(let evidence):
      "ikke et avvik (\(evidence.slag.visning.lowercased()): \(evidence.referanse))"
    case .gjenåpnet(let again): "gjenåpnet etter kontrollen \(again.måned)"
    case .svar: "svar fra saksbehandler"
    }
  }
}
