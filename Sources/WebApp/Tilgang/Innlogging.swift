internal import Crypto
import Sampling

/// How people sign in to this server. What is not named here does not let anybody in.
public enum Innlogging: Sendable {
  /// Nobody can.
  case stengt
  /// With a link that the program shows in its terminal: whoever sits at the machine.
  case lenke(Engangslenke)
  /// With a sign-in service: OpenID Connect, code flow with PKCE.
  case tjeneste(Tjenesteinnlogging)
  /// A proxy before this server has signed them in, and says so in header fields.
  case proxy(Proxyinnlogging)

  /// Whether a session still belongs to the person behind a request.
  func gjelder(_ økt: Økt, _ forespørsel: Forespørsel) -> Bool {
    guard case .proxy(let proxy) = self else { return true }
    return proxy.person(forespørsel)?.id == økt.bruker.id
  }
}

/// The mark of a person: the same each time, and it tells nobody who it is without the server's key.
public struct Personmerke: Sendable {
  private let nøkkel: SymmetricKey

  /// Marks under a secret key of 32 random bytes.
  public init(nøkkel: [UInt8]) { self.nøkkel = SymmetricKey(data: nøkkel) }

  /// The mark of somebody whom a sign-in service knows under this name.
  func merke(utsteder: String, subjekt: String) -> String {
    // The length keeps «ab» + «c» from being «a» + «bc».
    let message = Array("\(utsteder.utf8.count):\(utsteder)\(subjekt)".utf8)
    let code = HMAC<SHA256>.authenticationCode(for: message, using: nøkkel)
    return "p-" + Heks.tekst(code.prefix(8))
  }
}

/// Sign-in by a proxy that stands before this server: it proves itself by the secret that the guard asks for, and
/// names the person in header fields that it takes away from what browsers send.
public struct Proxyinnlogging: Sendable {
  /// The header field with the person.
  static let bruker = "x-remote-user"
  /// The header field with the person's groups, with commas between.
  static let grupper = "x-remote-groups"

  private let kart: Tilgangskart
  private let merke: Personmerke

  /// Sign-in by a proxy, with what groups give.
  public init(_ kart: Tilgangskart, _ merke: Personmerke) {
    self.kart = kart
    self.merke = merke
  }

  /// The person that the proxy names; nil when it names none, or more than one, or the groups give nothing.
  func person(_ forespørsel: Forespørsel) -> Bruker? {
    guard let user = forespørsel.ettHode(Self.bruker)?.trimmet, !user.isEmpty,
      forespørsel.hode(Self.grupper).count <= 1
    else { return nil }
    let groups = forespørsel.hode(Self.grupper).flatMap { $0.split(separator: ",").map(\.trimmet) }
    return kart.bruker(id: merke.merke(utsteder: "proxy", subjekt: user), grupper: groups)
  }
}
