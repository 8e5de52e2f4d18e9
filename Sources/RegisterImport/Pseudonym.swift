import Crypto
import Foundation

/// Makes the pseudonym of a case: HMAC-SHA-256 (RFC 2104) under a key that is kept outside the store.
public struct Pseudonymgiver: Sendable {
  /// Sixteen consonants: eighty bits in twenty letters, which form no word and hold no digit.
  private static let letters = Array("bcdfghjklmnprstv".utf8)

  private let key: SymmetricKey

  /// Pseudonyms under a key; `Registerimport.kortesteNøkkel` says how long it must be.
  public init(nøkkel: [UInt8]) { key = SymmetricKey(data: nøkkel) }

  /// The first eighty bits over unit, a zero byte and journal number, both in NFC.
  public func pseudonym(enhet: String, journalnummer: String) -> String {
    let message =
      Array(enhet.precomposedStringWithCanonicalMapping.utf8) + [0]
      + Array(journalnummer.precomposedStringWithCanonicalMapping.utf8)
    let code = HMAC<SHA256>.authenticationCode(for: message, using: key)
    let text = code.prefix(10).flatMap { [Self.letters[Int($0 >> 4)], Self.letters[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }
}
