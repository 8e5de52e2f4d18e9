import CaseRecords
import RegisterImport

/// Finds the pseudonym of a case from the number it has in the case system («Finn sak»).
///
/// The number is used in memory only: it is not kept, and no message repeats it.
public struct Sakssøk: Sendable {
  /// Why a number cannot be looked up, in bokmål.
  public struct Feil: Error, Hashable, Sendable {
    /// What is wrong and what to do.
    public var melding: String
  }

  private let giver: Pseudonymgiver
  private let enhet: String

  /// A search in the cases of a unit under the key that the pseudonyms were made with; nil when the key is
  /// shorter than the import accepts.
  public init?(nøkkel: [UInt8], enhet: String) {
    guard nøkkel.count >= Registerimport.kortesteNøkkel else { return nil }
    giver = Pseudonymgiver(nøkkel: nøkkel)
    self.enhet = enhet
  }

  /// The pseudonym that the register import gives a case with this number.
  public func pseudonym(journalnummer: String) throws(Feil) -> String {
    let number: String
    do { number = try Inntekst.ren(journalnummer, høyst: 100, erNummer: true) } catch {
      throw Feil(melding: Self.melding(error))
    }
    guard !number.isEmpty else { throw Feil(melding: "Journalnummer må fylles ut.") }
    return giver.pseudonym(enhet: enhet, journalnummer: number)
  }

  private static func melding(_ feil: Inntekst.Feil) -> String {
    switch feil {
    case .identitet(let slag):
      "Journalnummeret ser ut til å være \(slag.bokmål). Skriv nummeret saken har i fagsystemet."
    case .usynligeTegn: "Journalnummeret har usynlige tegn. Skriv det på nytt."
    case .forLang, .formel: "Journalnummeret er ikke skrevet slik fagsystemet skriver det. Skriv det på nytt."
    }
  }
}
