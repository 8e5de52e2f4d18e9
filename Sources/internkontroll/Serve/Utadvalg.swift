import ArgumentParser
import Foundation
import WebApp
import WebServer

/// What it takes to let others than the person at this machine in. Without it nobody else can.
struct Utadvalg: ParsableArguments {
  @Option(help: ArgumentHelp("Where to listen: an address, or unix:PATH.", valueName: "address"))
  var bind = "127.0.0.1"
  @Flag(help: "Others than the person at this machine may sign in; needs TLS or a proxy, and a sign-in.")
  var `public` = false
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("The names that browsers reach it by.", valueName: "name[:port]"))
  var host: [String] = []
  @Option(help: ArgumentHelp("The certificate chain, PEM.", valueName: "file")) var tlsCert: String?
  @Option(help: ArgumentHelp("The private key, PEM.", valueName: "file")) var tlsKey: String?
  @Option(
    help: ArgumentHelp(
      "A proxy with TLS stands before it, and sends this secret in X-Internkontroll-Secret.",
      valueName: "file"))
  var behindProxy: String?
  @Flag(help: "The proxy signs people in, and sends X-Remote-User and X-Remote-Groups.") var proxyUser = false
  @Option(help: ArgumentHelp("Sign-in with OpenID Connect: the issuer.", valueName: "url"))
  var oidcIssuer: String?
  @Option(help: ArgumentHelp("Our client id there.", valueName: "id")) var oidcClient: String?
  @Option(help: ArgumentHelp("Our client secret there, if there is one.", valueName: "file"))
  var oidcSecret: String?
  @Option(help: ArgumentHelp("Which groups give which roles, YAML.", valueName: "file")) var access: String?

  func validate() throws {
    if let fault { throw ValidationError(fault) }
  }

  /// Why these options do not go together; nil when they do.
  var fault: String? {
    if (tlsCert == nil) != (tlsKey == nil) { return "--tls-cert and --tls-key belong together." }
    if (oidcIssuer == nil) != (oidcClient == nil) {
      return "--oidc-issuer and --oidc-client belong together."
    }
    if oidcSecret != nil, oidcIssuer == nil { return "--oidc-secret is for --oidc-issuer." }
    if tlsCert != nil, behindProxy != nil { return "Give --tls-cert or --behind-proxy, not both." }
    if proxyUser, behindProxy == nil { return "--proxy-user is for a server --behind-proxy." }
    if proxyUser, oidcIssuer != nil { return "Give --proxy-user or --oidc-issuer, not both." }
    if sokkel != nil, behindProxy == nil { return "--bind unix:PATH is for a server --behind-proxy." }
    if behindProxy != nil, !erLokal {
      return "--behind-proxy listens on this machine only: anybody else could pretend to be the proxy."
    }
    if harInnlogging != (access != nil) {
      return "--access says what the groups of --oidc-issuer or --proxy-user give; they belong together."
    }
    if harInnlogging, host.isEmpty { return "--host NAME says what browsers call this server." }
    guard `public` else {
      if !erLokal { return "--bind \(bind) lets others in: that takes --public, TLS and a sign-in." }
      if behindProxy != nil { return "--behind-proxy lets others in: that takes --public and a sign-in." }
      return nil
    }
    if tlsCert == nil, behindProxy == nil {
      return "--public takes --tls-cert and --tls-key, or --behind-proxy."
    }
    if !harInnlogging { return "--public takes a sign-in: --oidc-issuer, or --proxy-user behind a proxy." }
    return nil
  }

  /// Whether people sign in with a service or a proxy, and not with a link.
  var harInnlogging: Bool { oidcIssuer != nil || proxyUser }

  /// Whether browsers reach it over TLS.
  var overTLS: Bool { tlsCert != nil || behindProxy != nil }

  private var sokkel: String? { bind.hasPrefix("unix:") ? String(bind.dropFirst(5)) : nil }

  private var erLokal: Bool {
    if sokkel != nil || bind == "::1" { return true }
    let parts = bind.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
    return parts.count == 4 && parts[0] == 127 && parts.allSatisfy { $0 != nil }
  }

  // MARK: What they make

  func tjener(port: Int) throws -> Tjener {
    let address: Tjener.Adresse = sokkel.map { .sokkel($0) } ?? .port(bind, port)
    guard let tlsCert, let tlsKey else { return Tjener(address) }
    do {
      return try Tjener(address, sertifikat: tlsCert, nøkkel: tlsKey)
    } catch {
      throw Kommandofeil(.failed, "the certificate or its key cannot be read")
    }
  }

  /// What a proxy proves itself with.
  func proxyhemmelighet() throws -> [UInt8]? { try behindProxy.map { Array(try Hemmelighet.les($0).utf8) } }

  func vokter(port: Int, proxyhemmelighet: [UInt8]?) -> Vokter {
    var names = Set(host)
    if host.isEmpty { names = [bind == "::1" ? "[::1]:\(port)" : "\(bind):\(port)", "localhost:\(port)"] }
    for name in host where !name.contains(":") && tlsCert != nil { names.insert("\(name):\(port)") }
    return Vokter(verter: names, overTLS: overTLS, proxyhemmelighet: proxyhemmelighet)
  }

  /// How people sign in: with the link, unless a service or a proxy does it.
  func innlogging(_ lenke: Engangslenke, store: String) throws -> Innlogging {
    guard let access else { return .lenke(lenke) }
    let map: Tilgangskart
    let bytes = try Filer.les(access)
    do throws(Tilgangsfeil) { map = try Tilgangskart(yaml: bytes) } catch {
      throw Kommandofeil(.failed, "\(access):\(error.linje): \(error)")
    }
    let mark = Personmerke(nøkkel: try Hemmelighet.egen("\(store).tilgang.key"))
    guard let oidcIssuer, let oidcClient else { return .proxy(Proxyinnlogging(map, mark)) }
    let client = Oidcklient(
      utsteder: oidcIssuer, id: oidcClient, hemmelighet: try oidcSecret.map(Hemmelighet.les),
      retur: "\(overTLS ? "https" : "http")://\(host[0])/inn/svar", gruppefelt: map.felt)
    return .tjeneste(Tjenesteinnlogging(Oidctjeneste(client), map, mark))
  }
}
