internal import JSONText
public import WebApp

/// What this server is to a sign-in service (OpenID Connect Core 1.0).
public struct Oidcklient: Hashable, Sendable {
  /// The issuer, exactly as its tokens name it.
  public var utsteder: String
  /// Our name there.
  public var id: String
  /// Our secret there, if the service has given us one.
  public var hemmelighet: String?
  /// Where the browser comes back: `https://host/inn/svar`.
  public var retur: String
  /// The claim that names the groups.
  public var gruppefelt: String

  /// A client.
  public init(utsteder: String, id: String, hemmelighet: String?, retur: String, gruppefelt: String) {
    self.utsteder = utsteder
    self.id = id
    self.hemmelighet = hemmelighet
    self.retur = retur
    self.gruppefelt = gruppefelt
  }
}

/// A question to the sign-in service: an address, a form when it is a POST, and header fields.
public struct Tjenestekall: Hashable, Sendable {
  /// The address.
  public var adresse: String
  /// The form, encoded; nil for a GET.
  public var skjema: String?
  /// The value of `Authorization`.
  public var autorisasjon: String?
}

/// Sign-in with OpenID Connect: the code flow with PKCE. An actor, because it remembers the service's document and keys.
public actor Oidctjeneste: Innloggingstjeneste {
  /// Asks the service something; gives the status and the body.
  public typealias Spør = @Sendable (Tjenestekall) async throws -> (status: Int, kropp: [UInt8])

  private struct Dokument {
    var innlogging: String
    var kode: String
    var nøkler: String
  }

  private let klient: Oidcklient
  private let spør: Spør
  private var dokument: Dokument?
  private var nøkler: [JSONValue] = []
  private var nøklerHentet = Int.min

  /// The keys are asked for again at most this often, in seconds, so that bad tokens make no traffic.
  private static let nøkkelfrist = 60

  /// A service that is asked over the network, or as a test likes it.
  public init(_ klient: Oidcklient, spør: @escaping Spør = Nettspørrer.spør) {
    self.klient = klient
    self.spør = spør
  }

  /// Where to send the browser.
  public func adresse(tilstand: String, nonce: String, utfordring: String, fersk: Bool) async throws -> String
  {
    let address = try await hentDokument().innlogging
    var fields = [
      ("response_type", "code"), ("client_id", klient.id), ("redirect_uri", klient.retur),
      ("scope", "openid"),
      ("state", tilstand), ("nonce", nonce), ("code_challenge", utfordring),
      ("code_challenge_method", "S256"),
    ]
    if fersk { fields += [("prompt", "login"), ("max_age", "0")] }
    return address + (address.contains("?") ? "&" : "?") + Skjemakode.tekst(fields)
  }

  /// Changes a code into a proof.
  public func bevis(kode: String, verifikator: String, nonce: String, nå: Int) async throws -> Legitimasjon {
    let document = try await hentDokument()
    var fields = [
      ("grant_type", "authorization_code"), ("code", kode), ("redirect_uri", klient.retur),
      ("code_verifier", verifikator),
    ]
    var authorization: String?
    if let secret = klient.hemmelighet {
      authorization = Skjemakode.basic(klient.id, secret)
    } else {
      fields.append(("client_id", klient.id))
    }
    let call = Tjenestekall(
      adresse: document.kode, skjema: Skjemakode.tekst(fields), autorisasjon: authorization)
    let (status, body) = try await spurt(call)
    guard status == 200 else {
      if (400..<500).contains(status) { throw Innloggingsfeil.avvist("the service did not take the code") }
      throw Innloggingsfeil.utilgjengelig("the token endpoint answered \(status)")
    }
    guard let token = (try? JSONValue(parsing: body))?["id_token"]?.string else {
      throw Innloggingsfeil.avvist("there is no ID token")
    }
    let signed = try Idtoken(token)
    guard let key = try await nøkkel(signed.nøkkel, nå) else {
      throw Innloggingsfeil.avvist("the token's key is not one of the service's")
    }
    return try Idtokenprøve(klient: klient, nonce: nonce, nå: nå).prøv(await signed.krav(key))
  }

  // MARK: What the service says of itself

  private func hentDokument() async throws -> Dokument {
    if let dokument { return dokument }
    guard Nettspørrer.erTrygg(klient.utsteder) else {
      throw Innloggingsfeil.utilgjengelig("the issuer is not an https address")
    }
    let base = klient.utsteder.hasSuffix("/") ? String(klient.utsteder.dropLast()) : klient.utsteder
    let (status, body) = try await spurt(Tjenestekall(adresse: base + "/.well-known/openid-configuration"))
    guard status == 200, let found = try? JSONValue(parsing: body) else {
      throw Innloggingsfeil.utilgjengelig("the discovery document cannot be read")
    }
    guard found["issuer"]?.string == klient.utsteder else {
      throw Innloggingsfeil.utilgjengelig("the discovery document is of another issuer")
    }
    let names = ["authorization_endpoint", "token_endpoint", "jwks_uri"]
    let places = names.compactMap { found[$0]?.string }.filter(Nettspørrer.erTrygg)
    guard places.count == names.count else {
      throw Innloggingsfeil.utilgjengelig("the discovery document lacks an https address")
    }
    let fresh = Dokument(innlogging: places[0], kode: places[1], nøkler: places[2])
    dokument = fresh
    return fresh
  }

  /// The key of a name. Keys come from the service's own document and nowhere else, least of all from a token.
  private func nøkkel(_ id: String, _ now: Int) async throws -> JSONValue? {
    func known() -> JSONValue? {
      let found = nøkler.filter { $0["kid"]?.string == id && $0["use"]?.string ?? "sig" == "sig" }
      return found.count == 1 ? found[0] : nil
    }
    if let key = known() { return key }
    guard nøklerHentet == .min || now - nøklerHentet >= Self.nøkkelfrist else { return nil }
    let (status, body) = try await spurt(Tjenestekall(adresse: hentDokument().nøkler))
    guard status == 200, let keys = (try? JSONValue(parsing: body))?["keys"]?.array else {
      throw Innloggingsfeil.utilgjengelig("the keys cannot be read")
    }
    (nøkler, nøklerHentet) = (keys, now)
    return known()
  }

  private func spurt(_ call: Tjenestekall) async throws -> (status: Int, kropp: [UInt8]) {
    do {
      return try await spør(call)
    } catch let error as Innloggingsfeil {
      throw error
    } catch {
      throw Innloggingsfeil.utilgjengelig("the service does not answer")
    }
  }
}
