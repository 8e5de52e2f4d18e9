internal import Crypto
internal import Synchronization

/// The link that signs in the person at the machine: it works once, and a new one makes the old one void.
///
/// Only its SHA-256 is kept. A class, because it owns a lock.
public final class Engangslenke: Sendable {
  /// Whom it signs in.
  public let bruker: Bruker
  private let tilfeldig: @Sendable (Int) -> [UInt8]
  private let gyldig = Mutex<[UInt8]?>(nil)

  /// No link yet; `tilfeldig` gives bytes of a cryptographic generator.
  public init(_ bruker: Bruker, tilfeldig: @escaping @Sendable (Int) -> [UInt8]) {
    self.bruker = bruker
    self.tilfeldig = tilfeldig
  }

  /// The path of a new link.
  public func ny() -> String {
    let token = Base64.adressetekst(tilfeldig(32))
    gyldig.withLock { $0 = Self.hash(token) }
    return "/inn/\(token)"
  }

  /// Uses the link up; nil when it is not the one that is valid now.
  func bruk(_ token: String) -> Bruker? {
    let key = Self.hash(token)
    return gyldig.withLock { valid in
      guard valid == key else { return nil }
      valid = nil
      return bruker
    }
  }

  private static func hash(_ token: String) -> [UInt8] { Array(SHA256.hash(data: Array(token.utf8))) }
}
