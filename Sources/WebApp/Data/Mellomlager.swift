internal import AuditStore
internal import Synchronization

/// What was read and folded from the store, kept as long as the journal stands where it stood.
///
/// The journal code covers every entry, so nothing here can be older than the store. A class, because it owns a lock.
final class Mellomlager: Sendable {
  private struct Bilde {
    var kode: Journalkode?
    var verdier: [String: any Sendable] = [:]
  }

  private let bilde = Mutex(Bilde())

  /// The value of a name under this state of the store, made when it is not known yet.
  ///
  /// Two requests may make the same value at once; both are right.
  func verdi<T: Sendable>(_ navn: String, _ lager: Revisjonslager, lag: () throws -> T) throws -> T {
    let code = try lager.journalkode()
    let known = bilde.withLock { image -> T? in
      if image.kode != code { image = Bilde(kode: code) }
      // Looked up before it is cast: a missing value would otherwise become a known «nil» of an optional type.
      guard let value = image.verdier[navn] else { return nil }
      return value as? T
    }
    if let known { return known }
    let fresh = try lag()
    // Somebody may have written while it was made; then it is not known which state it shows.
    if try lager.journalkode() == code {
      bilde.withLock { if $0.kode == code { $0.verdier[navn] = fresh } }
    }
    return fresh
  }
}
