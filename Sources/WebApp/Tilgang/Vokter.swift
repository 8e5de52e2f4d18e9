internal import Crypto

/// What every request must pass before anything looks at its path.
public struct Vokter: Hashable, Sendable {
  /// The exact `host:port` values that this server answers to.
  public var verter: Set<String>
  /// Whether the browser talks to us, or to the proxy before us, over TLS.
  public var overTLS: Bool

  /// The SHA-256 of the secret that a proxy before us proves itself with; nil when there is none.
  private let proxyhemmelighet: [UInt8]?

  /// The header field that a proxy proves itself with.
  static let hemmelighet = "x-internkontroll-secret"

  /// A guard of a server that answers to these hosts.
  ///
  /// - Parameter proxyhemmelighet: what a proxy proves itself with; requests without it go no further.
  public init(verter: Set<String>, overTLS: Bool = false, proxyhemmelighet: [UInt8]? = nil) {
    self.verter = Set(verter.map { $0.lowercased() })
    self.overTLS = overTLS
    self.proxyhemmelighet = proxyhemmelighet.map { Array(SHA256.hash(data: $0)) }
  }

  /// Where a request came from, for the limits: with a proxy before us, the last address that it names.
  func avsender(_ forespørsel: Forespørsel) -> String {
    guard proxyhemmelighet != nil else { return forespørsel.avsender ?? "-" }
    return forespørsel.hode("x-forwarded-for").last?.split(separator: ",").last?.trimmet ?? "-"
  }

  /// Whether a request came through our proxy, if there is one. Hashes are compared, so time tells nothing.
  private func kjennerProxy(_ forespørsel: Forespørsel) -> Bool {
    guard let proxyhemmelighet else { return true }
    guard let secret = forespørsel.ettHode(Self.hemmelighet) else { return false }
    // Some servers read «_» as «-»: such a name could only be there to get past the proxy.
    if forespørsel.hoder.contains(where: { $0.navn.hasPrefix("x_") || $0.navn.contains("remote_") }) {
      return false
    }
    return Array(SHA256.hash(data: Array(secret.utf8))) == proxyhemmelighet
  }

  /// Why a request goes no further.
  public enum Avslag: Int, Error, Hashable, Sendable {
    /// It was meant for another host: a page elsewhere may have pointed its name at us (DNS rebinding).
    case annenVert = 421
    /// It would change something, and did not come from a page of ours.
    case annenSide = 403
  }

  /// The name of the session's cookie. Cookies ignore ports, so on loopback the name is the server's own.
  public var kakenavn: String {
    if overTLS { return "__Host-internkontroll" }
    let port = verter.lazy.compactMap { $0.split(separator: ":").last }.map(String.init).min() ?? "0"
    return "internkontroll-\(port)"
  }

  /// Lets a request through, or says why not.
  ///
  /// `Sec-Fetch-Site` alone is no defence on loopback, since after DNS rebinding the request is «same-origin»; so the
  /// host comes first. A form must come from our own page: by `Sec-Fetch-Site` (Fetch Metadata), or where a browser
  /// does not send it, by an `Origin` that is our own; with neither it is refused (OWASP ASVS 5.0 § 3.5.1).
  public func prøv(_ forespørsel: Forespørsel) -> Avslag? {
    guard let host = forespørsel.ettHode("host"), verter.contains(host.lowercased()),
      kjennerProxy(forespørsel)
    else { return .annenVert }
    guard forespørsel.metode == .post else { return nil }
    let site = forespørsel.hode("sec-fetch-site")
    if !site.isEmpty { return site == ["same-origin"] || site == ["none"] ? nil : .annenSide }
    guard let origin = forespørsel.ettHode("origin")?.lowercased() else { return .annenSide }
    return origin == "\(overTLS ? "https" : "http")://\(host.lowercased())" ? nil : .annenSide
  }
}
