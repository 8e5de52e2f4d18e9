public import Values
public import Vocabulary

extension Bokmål {
  /// A number and its noun: «ett avvik», «to avvik», «ingen merknader», «24 saker».
  public static func mengde(_ antall: Int, _ ord: Substantiv, adjektiv: String = "") -> String {
    let space = adjektiv.isEmpty ? "" : adjektiv + " "
    switch antall {
    case 0: return "ingen \(space)\(ord.flertall)"
    case 1: return "\(ett(ord.kjønn)) \(space)\(ord.entall)"
    default: return "\(tall(antall)) \(space)\(ord.flertall)"
    }
  }

  private static func ett(_ kjønn: Substantiv.Kjønn) -> String {
    switch kjønn {
    case .hankjønn: "én"
    case .hunkjønn: "ei"
    case .intetkjønn: "ett"
    }
  }
}

/// The nouns that a control is spoken of with.
public enum Ord {
  /// «avvik».
  public static let avvik = Substantiv(entall: "avvik", flertall: "avvik", kjønn: .intetkjønn)
  /// «merknad».
  public static let merknad = Substantiv(entall: "merknad", flertall: "merknader", kjønn: .hankjønn)
  /// «spørsmål».
  public static let spørsmål = Substantiv(entall: "spørsmål", flertall: "spørsmål", kjønn: .intetkjønn)
  /// «sak».
  public static let sak = Substantiv(entall: "sak", flertall: "saker", kjønn: .hankjønn)
  /// «punkt».
  public static let punkt = Substantiv(entall: "punkt", flertall: "punkter", kjønn: .intetkjønn)
  /// «opplysning».
  public static let opplysning = Substantiv(
    entall: "opplysning", flertall: "opplysninger", kjønn: .hankjønn)
  /// «omsorgssak».
  public static let omsorgssak = Substantiv(
    entall: "omsorgssak", flertall: "omsorgssaker", kjønn: .hankjønn)
  /// «frivillig plassering».
  public static let frivillig = Substantiv(
    entall: "frivillig plassering", flertall: "frivillige plasseringer", kjønn: .hankjønn)
}
