internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import Synchronization
internal import WebApp

/// Turns the server's requests into plain values, and plain answers into the server's.
struct Svarer: HTTPResponder {
  let app = Plass()
  let frister: Tjener.Frister

  /// The connection that a request came through.
  struct Context: InitializableFromSource {
    let channel: any Channel

    init(source: ApplicationRequestContextSource) { channel = source.channel }
  }

  /// The web app, which is made when the port is known. A class, because it owns a lock.
  final class Plass: Sendable {
    private let app = Mutex<Nettapp?>(nil)
    var verdi: Nettapp? { app.withLock { $0 } }
    func sett(_ made: Nettapp) { app.withLock { $0 = made } }
  }

  func respond(to request: Request, context: Context) async throws -> Response {
    guard let app = app.verdi else { return Response(status: .serviceUnavailable) }
    guard let method = Forespørsel.Metode(rawValue: request.method.rawValue) else {
      return Self.svar(app.annenMetode())
    }
    var plain = Forespørsel(
      method, request.head.path ?? "/", hoder: Self.hoder(request),
      avsender: context.channel.remoteAddress?.ipAddress)
    let cap = app.maksKropp(plain)
    let whole = try await les(request, maks: cap, context.channel, &plain.kropp)
    let answer = await app.svar(plain)
    var response = Self.svar(answer)
    if !whole {
      // What is left of the body is not waited for; the client has some seconds to take in the answer.
      response.headers[.connection] = "close"
      stengOm(frister.avvist, context.channel)
    }
    return response
  }

  /// Reads a body until it is one byte too large; false when more of it may come.
  private func les(_ request: Request, maks: Int, _ channel: any Channel, _ bytes: inout [UInt8]) async throws
    -> Bool
  {
    let length = request.headers[.contentLength]
    if request.headers[.transferEncoding] == nil, length == nil || length == "0" { return true }
    // A body that no page takes is not looked at.
    if maks == 0 { return false }
    let late = stengOm(frister.kropp, channel)
    defer { late.cancel() }
    for try await buffer in request.body {
      bytes += buffer.readableBytesView.prefix(maks + 1 - bytes.count)
      if bytes.count > maks { return false }
    }
    return true
  }

  @discardableResult
  private func stengOm(_ seconds: Int, _ channel: any Channel) -> Scheduled<Void> {
    channel.eventLoop.scheduleTask(in: .seconds(Int64(seconds))) { channel.close(promise: nil) }
  }

  /// The header fields in order. The first `Host` stands apart from the others, and a second one must be seen.
  private static func hoder(_ request: Request) -> [Forespørsel.Hode] {
    let host = request.head.authority.map { [Forespørsel.Hode("host", $0)] } ?? []
    return host + request.headers.map { Forespørsel.Hode($0.name.rawName, $0.value) }
  }

  private static func svar(_ answer: Nettsvar) -> Response {
    var fields = HTTPFields()
    for field in answer.hoder {
      if let name = HTTPField.Name(field.navn) { fields.append(HTTPField(name: name, value: field.verdi)) }
    }
    return Response(
      status: .init(code: answer.status), headers: fields,
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: answer.kropp)))
  }
}
