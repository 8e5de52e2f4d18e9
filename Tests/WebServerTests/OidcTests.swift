import Crypto
import Foundation
import Synchronization
import Testing
import WebApp

@testable import WebServer

@Suite("The security checks: tokens")
struct OidcTests {
  private static let utsteder = Result { try Prøveutsteder() }
  private let p: Prøveutsteder

  init() throws { p = try Self.utsteder.get() }

  private func tjeneste(_ token: String, hemmelighet: String? = "hemmelig") -> Oidctjeneste {
    let provider = SendbarUtsteder(p)
    return Oidctjeneste(
      Oidcklient(
        utsteder: Prøveutsteder.adresse, id: "ik", hemmelighet: hemmelighet,
        retur: "https://ik.example/inn/svar", gruppefelt: "groups"),
      spør: { try provider.verdi.svar($0, token: token) })
  }

  private func bevis(_ token: String, kode: String = "god") async throws -> Legitimasjon {
    try await tjeneste(token).bevis(kode: kode, verifikator: "v", nonce: "n", nå: Prøveutsteder.nå)
  }

  @Test("S9 A good token is a proof, under each of the algorithms", arguments: ["ES256", "RS256", "PS256"])
  func good(_ alg: String) async throws {
    let proof = try await bevis(try p.token(alg: alg, kid: alg == "ES256" ? "ec" : "rsa"))
    #expect(
      proof
        == Legitimasjon(
          utsteder: Prøveutsteder.adresse, subjekt: "kari", grupper: ["tl-1", "alle"],
          autentisert: Prøveutsteder.nå - 20))
  }

  private static let nå = Prøveutsteder.nå

  /// What is wrong with a token, and how it is made. The state's rows are in the suite of signing in.
  private static let dårlige: [(hva: String, lag: @Sendable (Prøveutsteder) throws -> String)] = [
    ("another issuer", { try $0.token(Prøveutsteder.utenom(["iss": "https://login.example/u"])) }),
    ("for somebody else", { try $0.token(Prøveutsteder.utenom(["aud": "andre"])) }),
    ("alg none", { try $0.token(alg: "none", signer: { _ in Data() }) }),
    ("alg none, with a signature", { try $0.token(alg: "none") }),
    (
      "HS256 under the public key",
      { p in
        let key = SymmetricKey(data: Data(p.ec.publicKey.pemRepresentation.utf8))
        return try p.token(
          alg: "HS256", signer: { Data(HMAC<SHA256>.authenticationCode(for: $0, using: key)) })
      }
    ),
    ("expired", { try $0.token(Prøveutsteder.utenom(["exp": nå - 61])) }),
    ("no end", { try $0.token(Prøveutsteder.utenom(["exp": nil])) }),
    ("not yet valid", { try $0.token(Prøveutsteder.utenom(["nbf": nå + 120])) }),
    ("another nonce", { try $0.token(Prøveutsteder.utenom(["nonce": "m"])) }),
    ("no nonce", { try $0.token(Prøveutsteder.utenom(["nonce": nil])) }),
    ("another key", { try $0.token(kid: "ny") }),
    ("no key named", { try $0.token(kid: nil) }),
    ("a key for encryption", { try $0.token(alg: "RS256", kid: "kryptering") }),
    ("a key of another kind", { try $0.token(alg: "RS256", kid: "ec") }),
    (
      "signed by somebody else",
      { p in try p.token(signer: { try p.annenEc.signature(for: $0).rawRepresentation }) }
    ),
    (
      "a key in the token itself",
      { p in
        let point = p.annenEc.publicKey.rawRepresentation
        let key = [
          "kty": "EC", "crv": "P-256", "x": Prøveutsteder.kode(point.prefix(32)),
          "y": Prøveutsteder.kode(point.suffix(32)),
        ]
        return try p.token(
          hode: ["jwk": key, "jku": "https://evil.example/keys"],
          signer: { try p.annenEc.signature(for: $0).rawRepresentation })
      }
    ),
    (
      "claims changed after signing",
      { p in
        let good = try p.token().split(separator: ".")
        let other = try p.token(Prøveutsteder.utenom(["sub": "sjefen"])).split(separator: ".")
        return "\(good[0]).\(other[1]).\(good[2])"
      }
    ),
    ("nobody", { try $0.token(Prøveutsteder.utenom(["sub": nil])) }),
    ("an empty name", { try $0.token(Prøveutsteder.utenom(["sub": ""])) }),
    ("several audiences and no party", { try $0.token(Prøveutsteder.utenom(["aud": ["ik", "andre"]])) }),
    (
      "given to another party",
      { try $0.token(Prøveutsteder.utenom(["aud": ["ik", "andre"], "azp": "andre"])) }
    ),
    ("made in the time to come", { try $0.token(Prøveutsteder.utenom(["iat": nå + 120])) }),
    ("made long ago", { try $0.token(Prøveutsteder.utenom(["iat": nå - 3_600])) }),
    ("no time of making", { try $0.token(Prøveutsteder.utenom(["iat": nil])) }),
    ("proved in the time to come", { try $0.token(Prøveutsteder.utenom(["auth_time": nå + 120])) }),
    ("a time beyond all bounds", { try $0.token(Prøveutsteder.utenom(["auth_time": Int.min])) }),
    ("a demand that we do not know", { try $0.token(hode: ["crit": ["b64"], "b64": false]) }),
    ("five parts", { try $0.token() + ".x.y" }), ("nothing", { _ in "" }), ("dots", { _ in ".." }),
    ("far too long", { try $0.token(Prøveutsteder.utenom(["x": String(repeating: "a", count: 20_000)])) }),
  ]

  @Test("S9 A bad token lets nobody in", arguments: dårlige.indices)
  func bad(_ index: Int) async throws {
    let row = Self.dårlige[index]
    let token = try row.lag(p)
    do {
      _ = try await bevis(token)
      Issue.record("\(row.hva)")
    } catch let error as Innloggingsfeil {
      if case .utilgjengelig = error { Issue.record("\(row.hva): \(error)") }
    }
  }

  @Test("S9 A code that was used before is refused by the service, and so by us")
  func replayed() async throws {
    await #expect(throws: Innloggingsfeil.avvist("the service did not take the code")) {
      try await bevis(try p.token(), kode: "brukt")
    }
  }

  @Test("S9 Small differences between clocks, and names of the party, are no fault")
  func tolerated() async throws {
    let nå = Self.nå
    for changes: [String: Any?] in [
      ["exp": nå - 30], ["iat": nå + 30], ["nbf": nå + 30], ["nbf": nil], ["aud": ["ik"]],
      ["aud": ["ik", "andre"], "azp": "ik"], ["auth_time": nil], ["exp": Double(nå) + 10.5],
    ] {
      _ = try await bevis(try p.token(Prøveutsteder.utenom(changes)))
    }
    #expect(try await bevis(p.token(Prøveutsteder.utenom(["groups": "tl-1"]))).grupper == ["tl-1"])
    #expect(try await bevis(p.token(Prøveutsteder.utenom(["groups": nil]))).grupper == [])
  }

  @Test(
    "S9 The browser is sent with state, nonce and the code challenge, and anew when the proof must be fresh")
  func address() async throws {
    let service = tjeneste("")
    let plain = try await service.adresse(tilstand: "s&t", nonce: "n", utfordring: "u", fersk: false)
    #expect(
      plain.hasPrefix(
        "https://login.example/auth?response_type=code&client_id=ik&redirect_uri=https%3A%2F%2F"))
    #expect(plain.hasSuffix("&scope=openid&state=s%26t&nonce=n&code_challenge=u&code_challenge_method=S256"))
    let fresh = try await service.adresse(tilstand: "s", nonce: "n", utfordring: "u", fersk: true)
    #expect(fresh.hasSuffix("&prompt=login&max_age=0"))
  }

  @Test("S9 Bad tokens make no traffic: unknown keys are asked for once a minute")
  func traffic() async throws {
    let count = Mutex(0)
    let provider = SendbarUtsteder(p)
    let token = try p.token(kid: "ny")
    let service = Oidctjeneste(
      Oidcklient(
        utsteder: Prøveutsteder.adresse, id: "ik", hemmelighet: nil, retur: "https://ik.example/inn/svar",
        gruppefelt: "groups"),
      spør: { call in
        if call.adresse.hasSuffix("/keys") { count.withLock { $0 += 1 } }
        return try provider.verdi.svar(call, token: token)
      })
    for second in [0, 1, 59, 60, 61] {
      _ = try? await service.bevis(kode: "god", verifikator: "v", nonce: "n", nå: Self.nå + second)
    }
    #expect(count.withLock { $0 } == 2)
  }

  @Test(
    "S9 Only https is asked, or this machine",
    arguments: [
      ("https://login.example/t", true), ("http://127.0.0.1:9/x", true), ("http://localhost/x", true),
      ("http://login.example/", false), ("http://127.0.0.1.evil.example/", false),
      ("file:///etc/passwd", false),
      ("https://a:b@login.example/", false), ("", false), ("login.example", false),
    ])
  func safe(_ address: String, _ isSafe: Bool) { #expect(Nettspørrer.erTrygg(address) == isSafe) }
}

/// The keys are only read.
private struct SendbarUtsteder: @unchecked Sendable {
  let verdi: Prøveutsteder
  init(_ verdi: Prøveutsteder) { self.verdi = verdi }
}
