import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A server in a process of its own, and a browser that speaks to it over a plain socket.
final class Prøvetjener {
  let prosess: Program.Startet
  let port: Int
  /// The path of the link that signs in.
  let lenke: String
  private var kake: String?

  init(_ mappe: Prøvemappe, _ args: [String] = []) throws {
    prosess = try mappe.start(
      ["serve", "--store", "k.sqlite", "--port", "0", "--checklists", Program.sjekklister] + args)
    let output = prosess.mappe.appending(path: "ut")
    var address: URL?
    for _ in 0..<600 where address == nil {
      usleep(50_000)
      let text = String(decoding: try Data(contentsOf: output), as: UTF8.self)
      if text.hasSuffix("\n"), let word = text.split(whereSeparator: \.isWhitespace).last {
        address = URL(string: String(word))
      }
    }
    let found = try #require(address, "the server shows no link")
    port = try #require(found.port)
    lenke = found.path
  }

  /// Uses the link up.
  func loggInn() throws {
    let answer = try #require(svar("POST", lenke))
    #expect(answer.status == 303)
    kake = answer.hode("set-cookie").map { String($0.prefix { $0 != ";" }) }
    #expect(kake != nil)
  }

  struct Svar {
    var status: Int
    var tekst: String

    func hode(_ name: String) -> String? {
      tekst.split(separator: "\r\n").first { $0.lowercased().hasPrefix(name + ": ") }
        .map { String($0.dropFirst(name.count + 2)) }
    }
  }

  /// One request on a connection of its own; nil when the server is gone before its answer is whole.
  func svar(_ method: String, _ path: String, _ body: String = "", vert: String? = nil) -> Svar? {
    let fd = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(fd) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let joined = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(fd, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard joined == 0 else { return nil }
    var request = """
      \(method) \(path) HTTP/1.1\r\nHost: \(vert ?? "127.0.0.1:\(port)")\r\nConnection: close\r\n\
      Sec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\n\
      Content-Length: \(body.utf8.count)\r\n
      """
    if let kake { request += "Cookie: \(kake)\r\n" }
    request += "\r\n\(body)"
    var sent = 0
    let bytes = Array(request.utf8)
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        send(fd, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { break }
      sent += count
    }
    var answer: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = recv(fd, &buffer, buffer.count, 0)
      guard count > 0 else { break }
      answer += buffer[..<count]
    }
    let text = String(decoding: answer, as: UTF8.self)
    // An answer without the end of its head was not given.
    guard text.contains("\r\n\r\n"), let status = Int(text.dropFirst(9).prefix(3)) else { return nil }
    return Svar(status: status, tekst: text)
  }
}
