internal import Foundation

#if canImport(FoundationNetworking)
  internal import FoundationNetworking
#endif

/// Asks the sign-in service over the network.
public enum Nettspørrer {
  /// No document of a sign-in service is larger than this, in bytes.
  private static let maks = 1 << 20

  /// Asks, follows nothing, and gives up after ten seconds.
  @Sendable public static func spør(_ call: Tjenestekall) async throws -> (status: Int, kropp: [UInt8]) {
    guard erTrygg(call.adresse), let url = URL(string: call.adresse) else { throw URLError(.badURL) }
    var request = URLRequest(url: url, timeoutInterval: 10)
    request.setValue("application/json", forHTTPHeaderField: "Accept")
    if let form = call.skjema {
      request.httpMethod = "POST"
      request.httpBody = Data(form.utf8)
      request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
    }
    if let credentials = call.autorisasjon {
      request.setValue(credentials, forHTTPHeaderField: "Authorization")
    }
    let session = URLSession(configuration: .ephemeral, delegate: UtenVidere(), delegateQueue: nil)
    defer { session.finishTasksAndInvalidate() }
    let (data, response) = try await session.data(for: request)
    guard let answer = response as? HTTPURLResponse, data.count <= maks else {
      throw URLError(.badServerResponse)
    }
    return (answer.statusCode, Array(data))
  }

  /// Whether an address may be asked: https, or this machine.
  static func erTrygg(_ address: String) -> Bool {
    guard let parts = URLComponents(string: address), let host = parts.host, parts.user == nil,
      parts.fragment == nil
    else { return false }
    return parts.scheme == "https"
      || parts.scheme == "http" && ["127.0.0.1", "localhost", "[::1]"].contains(host)
  }
}

/// A redirect could lead a code or a secret elsewhere, so none is followed.
private final class UtenVidere: NSObject, URLSessionTaskDelegate {
  func urlSession(
    _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
    newRequest request: URLRequest, completionHandler: @escaping (URLRequest?) -> Void
  ) {
    completionHandler(nil)
  }
}

/// `application/x-www-form-urlencoded`.
enum Skjemakode {
  static func tekst(_ fields: [(String, String)]) -> String {
    fields.map { "\(kode($0.0))=\(kode($0.1))" }.joined(separator: "&")
  }

  /// RFC 6749 § 2.3.1.
  static func basic(_ id: String, _ secret: String) -> String {
    "Basic " + Data("\(kode(id)):\(kode(secret))".utf8).base64EncodedString()
  }

  private static func kode(_ text: String) -> String {
    let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
    return text.utf8.map { byte in
      plain.contains(byte)
        ? String(UnicodeScalar(byte))
        : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
  }
}
