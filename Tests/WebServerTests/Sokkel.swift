import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A connection as an attacker makes one: any bytes, at any pace.
final class Sokkel {
  private let fd: Int32

  init?(port: Int) {
    fd = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
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
  }

  deinit { close(fd) }

  func send(_ text: String) { _ = Glibc.send(fd, text, text.utf8.count, Int32(MSG_NOSIGNAL)) }

  /// What comes within some seconds, and whether the other end has closed.
  func les(sekunder: Double, til enough: String? = nil) -> (tekst: String, stengt: Bool) {
    let end = Date(timeIntervalSinceNow: sekunder)
    var text = ""
    while true {
      let left = end.timeIntervalSinceNow
      if left <= 0 { return (text, false) }
      var poller = pollfd(fd: fd, events: Int16(POLLIN), revents: 0)
      guard poll(&poller, 1, Int32(left * 1_000)) > 0 else { continue }
      var buffer = [UInt8](repeating: 0, count: 65_536)
      let count = recv(fd, &buffer, buffer.count, 0)
      if count <= 0 { return (text, true) }
      text += String(decoding: buffer[..<count], as: UTF8.self)
      if let enough, text.contains(enough) { return (text, false) }
    }
  }
}
