import Values

extension Ukjent {
  /// «Drøftinger: ikke med i uttrekket (138 saker). 4 punkter blir «ukjent».»
  public var tekst: String {
    let why =
      switch grunn {
      case .ikkeMed: "ikke med i uttrekket"
      case .kanskjeFlere: "det kan finnes flere enn uttrekket har"
      case .ikkeUtfylt: "ikke fylt ut"
      }
    let cases = saker == av ? "alle \(av) sakene" : "\(saker) av \(av) saker"
    let head = "\(Bokmål.stor(navn)): \(why) (\(av == 1 ? "saken" : cases))."
    switch punkter.count {
    case 0: return head
    case 1: return head + " Ett punkt blir «ukjent»."
    default: return head + " \(Bokmål.stor(Bokmål.tall(punkter.count))) punkter blir «ukjent»."
    }
  }
}
