internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import HummingbirdTLS
internal import Logging
internal import NIOCore
internal import NIOSSL
internal import ServiceLifecycle
internal import UnixSignals
public import WebApp

/// The web server: it hands each request to the web app, and knows nothing of pages.
public struct Tjener: Sendable {
  /// Where it listens.
  public enum Adresse: Hashable, Sendable {
    /// An address and a port; port 0 is any that is free.
    case port(String, Int)
    /// A socket in the file system.
    case sokkel(String)
  }

  /// How long things may take.
  public struct Frister: Hashable, Sendable {
    /// Seconds that a connection may be silent, or take for the head of a request.
    public var stille = 30
    /// Seconds that the body of a request may take.
    public var kropp = 120
    /// Seconds that answers in flight are given when the server stops.
    public var avslutning = 10
    /// Seconds that a client is given to take in that its body was too large.
    public var avvist = 5

    /// The usual ones.
    public init() {}
  }

  private let adresse: Adresse
  private let frister: Frister
  private let tls: TLSConfiguration?

  /// A server that does not listen yet, without TLS: for this machine only.
  public init(_ adresse: Adresse, frister: Frister = Frister()) {
    self.adresse = adresse
    self.frister = frister
    tls = nil
  }

  /// A server with TLS 1.2 or later; the files are PEM. Throws what is wrong with them.
  public init(_ adresse: Adresse, sertifikat: String, nøkkel: String) throws {
    self.adresse = adresse
    frister = Frister()
    var configuration = TLSConfiguration.makeServerConfiguration(
      certificateChain: try NIOSSLCertificate.fromPEMFile(sertifikat).map { .certificate($0) },
      privateKey: .privateKey(try NIOSSLPrivateKey(file: nøkkel, format: .pem)))
    configuration.minimumTLSVersion = .tlsv12
    tls = configuration
  }

  /// Listens until SIGTERM or SIGINT, or until its task is cancelled. Answers in flight are finished first.
  ///
  /// - Parameter lag: makes the web app when the port is known; it is 0 for a socket in the file system.
  public func kjør(_ lag: @escaping @Sendable (Int) -> Nettapp) async throws {
    let responder = Svarer(frister: frister)
    var logger = Logger(label: "internkontroll", factory: { StreamLogHandler.standardError(label: $0) })
    // What lies below may tell of requests; only what an operator must act on is let through.
    logger.logLevel = .error
    let plain = HTTPServerBuilder.http1(configuration: Self.grenser(frister))
    let app = Application(
      responder: responder, server: try tls.map { try .tls(plain, tlsConfiguration: $0) } ?? plain,
      configuration: ApplicationConfiguration(
        address: adresse.hummingbird, availableConnectionsDelegate: .maximum(512, logger: logger)),
      onServerRunning: { channel in
        // No connection is taken before this is done.
        let made = lag(channel.localAddress?.port ?? 0)
        responder.app.sett(made)
      }, logger: logger)
    var group = ServiceGroupConfiguration(
      services: [app], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
    group.maximumGracefulShutdownDuration = .seconds(frister.avslutning)
    try await ServiceGroup(configuration: group).run()
  }

  /// What a browser sends fits well within these; what does not fit is answered 400 or 431 and cut off.
  private static func grenser(_ frister: Frister) -> HTTP1Channel.Configuration {
    HTTP1Channel.Configuration(
      idleTimeout: .seconds(Int64(frister.stille)),
      httpDecoderConfiguration: .init(
        maxHeaderFieldSize: 8 * 1024, maxHeaderListSize: 32 * 1024, maxHeaderFieldCount: 100))
  }
}

extension Tjener.Adresse {
  fileprivate var hummingbird: BindAddress {
    switch self {
    case .port(let host, let port): .hostname(host, port: port)
    case .sokkel(let path): .unixDomainSocket(path: path)
    }
  }
}
