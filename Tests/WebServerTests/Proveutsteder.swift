import Crypto
import CryptoExtras
import Foundation
import JSONText

@testable import WebServer

/// A sign-in service in memory: it has keys, and makes any token, good or bad.
struct Prøveutsteder {
  static let adresse = "https://login.example/t"
  static let nå = 1_800_000_000

  let ec = P256.Signing.PrivateKey()
  let annenEc = P256.Signing.PrivateKey()
  let rsa: _RSA.Signing.PrivateKey

  init() throws { rsa = try _RSA.Signing.PrivateKey(keySize: .bits2048) }

  /// The claims of a good token.
  static var krav: [String: Any] {
    [
      "iss": adresse, "aud": "ik", "sub": "kari", "nonce": "n", "iat": nå - 5, "exp": nå + 300, "nbf": nå - 5,
      "auth_time": nå - 20, "groups": ["tl-1", "alle"],
    ]
  }

  static func utenom(_ changes: [String: Any?]) -> [String: Any] {
    var claims = krav
    for (name, value) in changes { claims[name] = value }
    return claims
  }

  /// A token with any header and claims, signed as the algorithm says, or as told.
  func token(
    _ claims: [String: Any] = krav, alg: String = "ES256", kid: String? = "ec", hode: [String: Any] = [:],
    signer: ((Data) throws -> Data)? = nil
  ) throws -> String {
    var head: [String: Any] = ["alg": alg, "typ": "JWT"]
    if let kid { head["kid"] = kid }
    head.merge(hode) { $1 }
    let parts = try [head, claims].map { Self.kode(try JSONSerialization.data(withJSONObject: $0)) }
    let message = Data(parts.joined(separator: ".").utf8)
    let signature = try (signer ?? { try self.signatur($0, alg) })(message)
    return (parts + [Self.kode(signature)]).joined(separator: ".")
  }

  private func signatur(_ message: Data, _ alg: String) throws -> Data {
    switch alg {
    case "RS256":
      try rsa.signature(for: SHA256.hash(data: message), padding: .insecurePKCS1v1_5).rawRepresentation
    case "PS256": try rsa.signature(for: SHA256.hash(data: message), padding: .PSS).rawRepresentation
    default: try ec.signature(for: message).rawRepresentation
    }
  }

  var nøkler: [[String: Any]] {
    get throws {
      let point = ec.publicKey.rawRepresentation
      let numbers = try rsa.publicKey.getKeyPrimitives()
      return [
        [
          "kty": "EC", "crv": "P-256", "kid": "ec", "use": "sig", "x": Self.kode(point.prefix(32)),
          "y": Self.kode(point.suffix(32)),
        ],
        [
          "kty": "RSA", "kid": "rsa", "n": Self.kode(numbers.modulus), "e": Self.kode(numbers.publicExponent),
        ],
        ["kty": "oct", "kid": "ukjent", "k": "AAAA"],
        ["kty": "RSA", "kid": "kryptering", "use": "enc", "n": Self.kode(numbers.modulus), "e": "AQAB"],
      ]
    }
  }

  /// The service as it answers over the network; the code is «god» and works for anything else but «brukt».
  func svar(_ call: Tjenestekall, token: String) throws -> (status: Int, kropp: [UInt8]) {
    func json(_ value: Any) throws -> [UInt8] { Array(try JSONSerialization.data(withJSONObject: value)) }
    switch call.adresse {
    case Self.adresse + "/.well-known/openid-configuration":
      return (
        200,
        try json([
          "issuer": Self.adresse, "authorization_endpoint": "https://login.example/auth",
          "token_endpoint": "https://login.example/token", "jwks_uri": "https://login.example/keys",
        ])
      )
    case "https://login.example/keys": return (200, try json(["keys": try nøkler]))
    case "https://login.example/token":
      if call.skjema?.contains("code=brukt&") == true { return (400, try json(["error": "invalid_grant"])) }
      return (200, try json(["id_token": token, "access_token": "x", "token_type": "Bearer"]))
    default: return (404, [])
    }
  }

  static func kode(_ data: some DataProtocol) -> String {
    Data(data).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing(
      "=", with: "")
  }
}
