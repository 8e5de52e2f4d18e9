internal import Crypto
internal import Synchronization

/// What a sign-in service has proved of somebody.
public struct Legitimasjon: Hashable, Sendable {
  /// Who proved it.
  public var utsteder: String
  /// The person, as the service names it.
  public var subjekt: String
  /// The groups of the person.
  public var grupper: [String]
  /// When the person last typed a password or the like, in seconds since 1970; nil when the service does not say.
  public var autentisert: Int?

  /// A proof.
  public init(utsteder: String, subjekt: String, grupper: [String], autentisert: Int?) {
    self.utsteder = utsteder
    self.subjekt = subjekt
    self.grupper = grupper
    self.autentisert = autentisert
  }
}

/// Why a sign-in service let nobody in; for the operator, and without anything that was sent.
public enum Innloggingsfeil: Error, Hashable, Sendable {
  /// The answer is not a proof; what is wrong with it.
  case avvist(String)
  /// The service does not answer as it should.
  case utilgjengelig(String)
}

/// A sign-in service.
public protocol Innloggingstjeneste: Sendable {
  /// Where to send the browser.
  ///
  /// - Parameters:
  ///   - utfordring: the code challenge of PKCE, method S256.
  ///   - fersk: whether the person must prove anew who it is.
  func adresse(tilstand: String, nonce: String, utfordring: String, fersk: Bool) async throws -> String
  /// Changes the code that the browser came back with into a proof. Throws `Innloggingsfeil`.
  func bevis(kode: String, verifikator: String, nonce: String, nå: Int) async throws -> Legitimasjon
}

/// Sign-in with a service: what has been begun and not finished, and what groups give.
///
/// A class, because it owns a lock.
public final class Tjenesteinnlogging: Sendable {
  /// How long a sign-in may take, in seconds.
  static let lengst = 10 * 60
  private static let maksPåbegynte = 1_000

  /// A sign-in that has been begun.
  struct Påbegynt: Sendable {
    let nettleser: [UInt8]
    let nonce: String
    let verifikator: String
    let tilbake: String
    let fersk: Bool
    let begynt: Int
  }

  let tjeneste: any Innloggingstjeneste
  private let kart: Tilgangskart
  private let merke: Personmerke
  private let påbegynte = Mutex<[[UInt8]: Påbegynt]>([:])

  /// Sign-in with a service.
  public init(_ tjeneste: any Innloggingstjeneste, _ kart: Tilgangskart, _ merke: Personmerke) {
    self.tjeneste = tjeneste
    self.kart = kart
    self.merke = merke
  }

  /// Begins a sign-in: what the browser keeps, and where it goes.
  func begynn(tilbake: String, fersk: Bool, tilfeldig: (Int) -> [UInt8], nå: Int) async throws
    -> (nettleser: String, adresse: String)
  {
    let (browser, state, nonce, verifier) = (
      Base64.adressetekst(tilfeldig(32)), Base64.adressetekst(tilfeldig(32)),
      Base64.adressetekst(tilfeldig(32)), Base64.adressetekst(tilfeldig(32))
    )
    let begun = Påbegynt(
      nettleser: Self.hash(browser), nonce: nonce, verifikator: verifier, tilbake: tilbake, fersk: fersk,
      begynt: nå)
    let key = Self.hash(state)
    let isFull = påbegynte.withLock { all in
      all = all.filter { nå - $0.value.begynt < Self.lengst }
      guard all.count < Self.maksPåbegynte else { return true }
      all[key] = begun
      return false
    }
    if isFull { throw Sidefeil.forMange(sekunder: 60) }
    let address = try await tjeneste.adresse(
      tilstand: state, nonce: nonce, utfordring: Base64.adressetekst(Self.hash(verifier)), fersk: fersk)
    return (browser, address)
  }

  /// Takes a sign-in up again, once, in the browser where it was begun.
  func ta(tilstand: String, nettleser: String?, nå: Int) throws(Innloggingsfeil) -> Påbegynt {
    let key = Self.hash(tilstand)
    guard let begun = påbegynte.withLock({ $0.removeValue(forKey: key) }), nå - begun.begynt < Self.lengst
    else { throw .avvist("the state is unknown, used or old") }
    guard let nettleser, Self.hash(nettleser) == begun.nettleser else {
      throw .avvist("the state belongs to another browser")
    }
    return begun
  }

  /// The person of a proof; nil when no group of the person gives anything.
  func person(_ bevis: Legitimasjon) -> Bruker? {
    kart.bruker(
      id: merke.merke(utsteder: bevis.utsteder, subjekt: bevis.subjekt), grupper: bevis.grupper)
  }

  private static func hash(_ text: String) -> [UInt8] { Array(SHA256.hash(data: Array(text.utf8))) }
}
