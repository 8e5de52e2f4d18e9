internal import Crypto
import Sampling
internal import Synchronization

/// The sessions, in memory only: a restart signs everybody out, and nothing of them is ever on disk.
///
/// The browser holds a token of 256 random bits; here stands only its SHA-256. Idle and absolute limits follow OWASP
/// ASVS 5.0 § 7.3. A class, because it owns a lock.
public final class Øktlager: Sendable {
  /// How long a session lasts without a request, in seconds: 30 minutes.
  public static let tomgang = 30 * 60
  /// How long a session lasts at all, in seconds: 10 hours.
  public static let lengst = 10 * 60 * 60

  private let økter = Mutex<[[UInt8]: Økt]>([:])
  private let tilfeldig: @Sendable (Int) -> [UInt8]

  /// No sessions; `tilfeldig` gives bytes of a cryptographic generator.
  public init(tilfeldig: @escaping @Sendable (Int) -> [UInt8]) { self.tilfeldig = tilfeldig }

  /// Begins a session and gives its token, which is shown to the browser once.
  ///
  /// - Parameter bekreftet: when the person proved who it is, if not now.
  public func begynn(_ bruker: Bruker, nå: Int, bekreftet: Int? = nil) -> String {
    let token = Base64.adressetekst(tilfeldig(32))
    økter.withLock { all in
      all = all.filter { !$0.value.erUtløpt(nå) }
      all[Self.hash(token)] = Økt(bruker: bruker, begynt: nå, sist: nå, bekreftet: bekreftet ?? nå)
    }
    return token
  }

  /// The session of a token, used now; nil when there is none or its time is out.
  public func økt(_ token: String, nå: Int) -> Økt? {
    let key = Self.hash(token)
    return økter.withLock { all in
      guard var found = all[key], !found.erUtløpt(nå) else {
        all[key] = nil
        return nil
      }
      found.sist = nå
      all[key] = found
      return found
    }
  }

  /// The person acts in another of the own roles from now on.
  public func bytt(_ token: String, til bruker: Bruker) {
    økter.withLock { $0[Self.hash(token)]?.bruker = bruker }
  }

  /// Ends a session on the server.
  public func avslutt(_ token: String) { økter.withLock { $0[Self.hash(token)] = nil } }

  /// Ends all sessions, or those of one person. Gives how many.
  @discardableResult
  public func avsluttAlle(bruker id: String? = nil) -> Int {
    økter.withLock { all in
      let before = all.count
      all = all.filter { id != nil && $0.value.bruker.id != id }
      return before - all.count
    }
  }

  /// Ends the session that a list shows under this mark; false when it is over already.
  func avslutt(merke: String) -> Bool {
    økter.withLock { all in
      guard let key = all.keys.first(where: { Self.merke($0) == merke }) else { return false }
      all[key] = nil
      return true
    }
  }

  /// The sessions that are not over with the marks that a list shows them under, the latest used first.
  func liste(nå: Int) -> [(merke: String, økt: Økt)] {
    økter.withLock { all in
      all.filter { !$0.value.erUtløpt(nå) }.map { (Self.merke($0.key), $0.value) }
    }.sorted { ($1.økt.sist, $0.merke) < ($0.økt.sist, $1.merke) }
  }

  /// A part of the hash: enough to tell sessions apart, and no way back to a token.
  private static func merke(_ key: [UInt8]) -> String {
    Heks.tekst(key.prefix(8))
  }

  /// The sessions that are not over, the latest used first.
  public func alle(nå: Int) -> [Økt] {
    økter.withLock { all in all.values.filter { !$0.erUtløpt(nå) } }.sorted { $0.sist > $1.sist }
  }

  // MARK: A form is taken once

  /// What is known of a form that may have been sent before.
  enum Innsending: Hashable, Sendable {
    /// It is new, and taken now.
    case ny
    /// It is being saved by another request at this moment.
    case pågår
    /// It was saved, and this is where that went.
    case lagret(String)
  }

  /// Takes a form by the mark it was shown with, so that a double click saves once.
  func ta(_ merke: String, økt token: String) -> Innsending {
    økter.withLock { all in
      let key = Self.hash(token)
      if let before = all[key]?.innsendinger[merke] { return before }
      all[key]?.innsendinger[merke] = .pågår
      return .ny
    }
  }

  /// Says where a saved form went; nil when it was not saved and may be sent again.
  func ferdig(_ merke: String, til sted: String?, økt token: String) {
    økter.withLock { $0[Self.hash(token)]?.innsendinger[merke] = sted.map { .lagret($0) } }
  }

  private static func hash(_ token: String) -> [UInt8] { Array(SHA256.hash(data: Array(token.utf8))) }
}

/// A session.
public struct Økt: Hashable, Sendable {
  /// Who it is.
  public var bruker: Bruker
  /// When it began, in seconds since 1970.
  public let begynt: Int
  /// When it was last used, in seconds since 1970.
  public internal(set) var sist: Int
  /// When the person last proved who it is; locks and approvals ask for a recent proof.
  public var bekreftet: Int
  var innsendinger: [String: Øktlager.Innsending] = [:]

  init(bruker: Bruker, begynt: Int, sist: Int, bekreftet: Int) {
    self.bruker = bruker
    self.begynt = begynt
    self.sist = sist
    self.bekreftet = bekreftet
  }

  func erUtløpt(_ nå: Int) -> Bool {
    nå - sist >= Øktlager.tomgang || nå - begynt >= Øktlager.lengst || nå < begynt
  }
}
