public import CaseRecords
import Foundation

/// The rules for text that comes in from files and forms.
public enum Inntekst {
  /// The guard that every text of a record must pass.
  public static let vakt: Vakt = { text in Identitetsvakt().treff(i: text)?.beskrivelse }

  /// Why a text is refused; the sentence in bokmål never repeats the text.
  public enum Feil: Error, Hashable, Sendable {
    /// Control characters, characters that turn the direction of writing, or invisible ones.
    case usynligeTegn
    /// More than so many characters.
    case forLang(Int)
    /// It begins as a formula of a spreadsheet does.
    case formel
    /// It looks like an identity.
    case identitet(Identitetsslag)

    /// What is wrong and what to do.
    public var tekst: String {
      switch self {
      case .usynligeTegn: "Teksten har usynlige tegn. Skriv den på nytt."
      case .forLang(let most): "Teksten er for lang. Den kan ha høyst \(most) tegn."
      case .formel: "Teksten begynner som en formel i et regneark. Skriv verdien uten tegnet foran."
      case .identitet(let slag):
        "Teksten ser ut til å være \(slag.bokmål). Fjern det før du laster opp eller lagrer."
      }
    }
  }

  /// The text in NFC without white space around it. Throws when it must be refused.
  ///
  /// - Parameters:
  ///   - erNummer: the text is a journal number, which may have as many digits as a telephone number; of the
  ///     identities only the numbers of a person are then refused.
  public static func ren(
    _ tekst: String, høyst grense: Int = 200, erNummer: Bool = false
  ) throws(Feil) -> String {
    let trimmed = tekst.trimmingCharacters(in: .whitespaces)
    guard trimmed.count <= grense else { throw .forLang(grense) }
    guard !trimmed.unicodeScalars.contains(where: erForbudt) else { throw .usynligeTegn }
    if let slag = Identitetsvakt().treff(i: trimmed), !erNummer || slag.erPersonnummer {
      throw .identitet(slag)
    }
    if let first = trimmed.precomposedStringWithCompatibilityMapping.first, "=+-@".contains(first) {
      throw .formel
    }
    return trimmed.precomposedStringWithCanonicalMapping
  }

  /// C0 and C1, characters that change the direction of writing, and those that cannot be seen.
  private static func erForbudt(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: true
    default: scalar.properties.isVariationSelector || scalar.properties.isDefaultIgnorableCodePoint
    }
  }
}

extension Identitetsslag {
  /// Whether it is the number of a person, and not merely digits of such a length.
  fileprivate var erPersonnummer: Bool {
    switch self {
    case .fødselsnummer, .dNummer, .hNummer, .syntetiskNummer, .epost: true
    case .dufNummer, .registerplassholder, .telefonnummer, .kontonummer: false
    }
  }
}
