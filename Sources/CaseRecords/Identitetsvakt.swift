/// The kinds of identity that a case record, a reason or a name of a team must never hold.
public enum Identitetsslag: String, CaseIterable, Hashable, Sendable {
  /// A national identity number, by the old check digits or by those allocated from 2032.
  case fødselsnummer
  /// A D-number: the day of the month plus 40.
  case dNummer = "D-nummer"
  /// An H-number, or a synthetic number of the same shape: the month plus 40.
  case hNummer = "H-nummer"
  /// A synthetic number: the month plus 80, or a D-number whose month has 40 or 80 added.
  case syntetiskNummer = "syntetisk nummer"
  /// A register number of the immigration authorities: twelve digits.
  case dufNummer = "DUF-nummer"
  /// What the national register writes for a child without a number: a date and 00100, 00200, 55555 or 99999.
  case registerplassholder
  case telefonnummer
  case epost = "e-post"
  /// A Norwegian bank account.
  case kontonummer

  /// The kind in English, for messages to the operator.
  public var beskrivelse: String {
    switch self {
    case .fødselsnummer: "a national identity number"
    case .dNummer: "a D-number"
    case .hNummer: "an H-number"
    case .syntetiskNummer: "a synthetic identity number"
    case .dufNummer: "a DUF number"
    case .registerplassholder: "a register placeholder for an identity number"
    case .telefonnummer: "a telephone number"
    case .epost: "an e-mail address"
    case .kontonummer: "a bank account number"
    }
  }

  /// The kind in bokmål, for what a team leader reads.
  public var bokmål: String {
    switch self {
    case .fødselsnummer: "et fødselsnummer"
    case .dNummer: "et D-nummer"
    case .hNummer: "et H-nummer"
    case .syntetiskNummer: "et syntetisk fødselsnummer"
    case .dufNummer: "et DUF-nummer"
    case .registerplassholder: "en plassholder for fødselsnummer"
    case .telefonnummer: "et telefonnummer"
    case .epost: "en e-postadresse"
    case .kontonummer: "et kontonummer"
    }
  }
}

/// Looks for identities in text on its way in. It answers with the kind and never with the value.
///
/// A number may be written in groups («010190 12345», «1234.56.78901»), with any space, dash, dot or underscore of
/// Unicode between them, and with any decimal digits of Unicode. Numbers of a person, whose check digits make them
/// certain, are seen with letters around them and between them too; the others only as whole tokens. Digits of a
/// UUID or of a hash in hexadecimal are no numbers.
///
/// Eight digits that are a day written without separators (`20140312`) are taken as a date and not as a
/// telephone number. The day first (`31122014`) is not, since numbers in use look like that.
public struct Identitetsvakt: Sendable {
  /// A guard; it has no state.
  public init() {}

  /// The first identity in the text, or nil.
  public func treff(i tekst: some StringProtocol) -> Identitetsslag? {
    if kanIkkeTreffe(tekst) { return nil }
    let tegn = Tegnrekke(tekst)
    return (epostadresser(i: tegn) + nummer(i: tegn)).min { $0.ved < $1.ved }?.slag
  }

  /// Nearly all text is short ASCII with few digits: it is let through without being taken apart.
  private func kanIkkeTreffe(_ tekst: some StringProtocol) -> Bool {
    // The bytes themselves where they can be had: going through text of any kind costs ten times as much.
    tekst.utf8.withContiguousStorageIfAvailable { kanIkkeTreffe(bytes: $0) }
      ?? kanIkkeTreffe(bytes: tekst.utf8)
  }

  private func kanIkkeTreffe(bytes: some Sequence<UInt8>) -> Bool {
    var digits = 0
    for byte in bytes {
      switch byte {
      case 0x30...0x39: digits += 1
      case 0x40, 0x80...: return false
      default: break
      }
    }
    return digits < 8
  }
}

/// A kind, and the position in the row of characters where it was seen.
struct Identitetsfunnsted {
  var slag: Identitetsslag
  var ved: Int
}
