internal import Foundation
internal import JSONText
internal import JWTKit
internal import WebApp

/// An ID token (RFC 7519, OpenID Connect Core 1.0 § 2) that is not believed yet.
struct Idtoken {
  /// The algorithms that are taken; the token does not choose among others.
  static let algoritmer = ["RS256", "ES256", "PS256"]
  /// Larger than any real one.
  private static let maks = 16 * 1024

  /// The name of the key that the token says it is signed with.
  let nøkkel: String
  private let algoritme: String
  private let tekst: String
  private let innhold: Substring

  init(_ text: String) throws(Innloggingsfeil) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard text.utf8.count <= Self.maks, parts.count == 3, parts.allSatisfy({ !$0.isEmpty }) else {
      throw .avvist("the token is not a signed one")
    }
    guard let head = Self.json(parts[0]), let algorithm = head["alg"]?.string,
      Self.algoritmer.contains(algorithm), head["crit"] == nil
    else { throw .avvist("the token's algorithm is not one that is taken") }
    guard let key = head["kid"]?.string else { throw .avvist("the token names no key") }
    (tekst, innhold, algoritme, nøkkel) = (text, parts[1], algorithm, key)
  }

  /// The claims, after the signature was found right under a key of the service.
  func krav(_ key: JSONValue) async throws -> JSONValue {
    guard key["alg"]?.string ?? algoritme == algoritme else {
      throw Innloggingsfeil.avvist("the token's key is for another algorithm")
    }
    do {
      var jwk = try JWK(json: key.compactText)
      jwk.algorithm = JWK.Algorithm(rawValue: algoritme)
      // A collection of one key: there is no other that a token could fall back to.
      let keys = try await JWTKeyCollection().add(jwk: jwk)
      _ = try await keys.verify(tekst, as: Signert.self)
    } catch {
      throw Innloggingsfeil.avvist("the token's signature is not right")
    }
    guard let claims = Self.json(innhold) else { throw Innloggingsfeil.avvist("the token cannot be read") }
    return claims
  }

  /// The claims are read by ourselves, which takes no name twice.
  private struct Signert: JWTPayload {
    func verify(using algorithm: some JWTAlgorithm) {}
  }

  private static func json(_ part: Substring) -> JSONValue? {
    var text = part.replacing("-", with: "+").replacing("_", with: "/")
    text += String(repeating: "=", count: (4 - text.count % 4) % 4)
    return Data(base64Encoded: String(text)).flatMap { try? JSONValue(parsing: Array($0)) }
  }
}

/// What the claims of a token must be (OpenID Connect Core 1.0 § 3.1.3.7).
struct Idtokenprøve {
  /// How far clocks may be apart, in seconds.
  private static let slark = 60
  /// How old a token may be that was asked for just now, in seconds.
  private static let alder = 10 * 60

  let klient: Oidcklient
  let nonce: String
  let nå: Int

  func prøv(_ claims: JSONValue) throws(Innloggingsfeil) -> Legitimasjon {
    guard claims["iss"]?.string == klient.utsteder else { throw .avvist("the token is of another issuer") }
    let audiences = claims["aud"]?.array?.map(\.string) ?? [claims["aud"]?.string]
    guard audiences.contains(klient.id) else { throw .avvist("the token is for somebody else") }
    let authorized = claims["azp"]
    guard authorized.map({ $0.string == klient.id }) ?? (audiences.count == 1) else {
      throw .avvist("the token was given to somebody else")
    }
    guard claims["nonce"]?.string == nonce else { throw .avvist("the token answers another sign-in") }
    guard let subject = claims["sub"]?.string, (1...255).contains(subject.utf8.count) else {
      throw .avvist("the token names nobody")
    }
    try prøvTider(claims)
    let groups =
      claims[klient.gruppefelt]?.array?.compactMap(\.string)
      ?? claims[klient.gruppefelt]?.string.map { [$0] } ?? []
    return Legitimasjon(
      utsteder: klient.utsteder, subjekt: subject, grupper: groups,
      autentisert: claims["auth_time"].flatMap(Self.tid))
  }

  private func prøvTider(_ claims: JSONValue) throws(Innloggingsfeil) {
    guard let end = claims["exp"].flatMap(Self.tid), end > nå - Self.slark else {
      throw .avvist("the token has expired")
    }
    guard let made = claims["iat"].flatMap(Self.tid), made <= nå + Self.slark, made > nå - Self.alder else {
      throw .avvist("the token was not made now")
    }
    for name in ["nbf", "auth_time"] {
      guard let claim = claims[name] else { continue }
      guard let time = Self.tid(claim), time <= nå + Self.slark else {
        throw .avvist("the token tells of a time to come")
      }
    }
  }

  /// Seconds since 1970; services write whole numbers, and a few write decimals.
  private static func tid(_ value: JSONValue) -> Int? {
    if let whole = value.integer { return whole.magnitude < 1_000_000_000_000 ? Int(whole) : nil }
    return Double(value.compactText).flatMap { $0.isFinite && abs($0) < 1e12 ? Int($0) : nil }
  }
}
