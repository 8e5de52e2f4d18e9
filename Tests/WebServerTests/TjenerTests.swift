import AuditStore
import Checklists
import Foundation
import Intake
import Synchronization
import Testing
import Values

@testable import WebApp
@testable import WebServer

@Suite("The security checks: the server", .serialized)
struct TjenerTests {
  /// Runs a server on a free port for as long as the body takes.
  private func medTjener(
    _ frister: Tjener.Frister = Tjener.Frister(), _ body: @escaping @Sendable (Int, Nettapp) throws -> Void
  ) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "tjener-\(UUID().uuidString)")
    let store = try Revisjonslager.open(sti: folder.appending(path: "k.sqlite").path)
    let log = try Tilgangslogg(ved: folder.appending(path: "k.sqlite").path)
    let library = try Self.bibliotek()
    let plans = try library.planverk()
    let (ports, ready) = AsyncStream<(Int, Nettapp)>.makeStream()
    let server = Task {
      try await Tjener(.port("127.0.0.1", 0), frister: frister).kjør { port in
        let app = Nettapp(
          Oppsett(
            lager: store, bibliotek: library, planverk: plans,
            uttrekk: Uttrekkslager(mappe: folder.appending(path: "uttrekk").path), nøkkel: nil,
            klokke: {
              Øyeblikk(
                tid: "2026-11-22T12:00:00Z", dato: Dato(dag: 20_000),
                sekunder: Int(Date().timeIntervalSince1970))
            }, tilfeldig: { count in (0..<count).map { _ in UInt8.random(in: .min ... .max) } }, logg: log,
            vokter: Vokter(verter: ["127.0.0.1:\(port)"]), motor: "prøve"))
        ready.yield((port, app))
        return app
      }
    }
    defer { server.cancel() }
    var iterator = ports.makeAsyncIterator()
    let (port, app) = try #require(await iterator.next())
    try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
      // Blocking calls have a thread of their own, so that they never take one from the server.
      Thread.detachNewThread { done.resume(with: Result { try body(port, app) }) }
    }
    server.cancel()
    _ = await server.result
    try? FileManager.default.removeItem(at: folder)
  }

  private static func bibliotek() throws -> Sjekklistebibliotek {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Checklists")
    let files = try FileManager.default.subpathsOfDirectory(atPath: root.path).filter {
      $0.hasSuffix(".yaml")
    }
    .sorted().map {
      Sjekklistebibliotek.Fil(sti: $0, bytes: Array(try Data(contentsOf: root.appending(path: $0))))
    }
    return try Sjekklistebibliotek(files, mappe: "Checklists")
  }

  private static func spør(_ port: Int, _ head: String, _ body: String = "") throws -> String {
    let socket = try #require(Sokkel(port: port))
    socket.send("\(head)\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n\r\n\(body)")
    return socket.les(sekunder: 10).tekst
  }

  @Test("S2 Two Host fields are seen, and so is none, through the parser of the server")
  func hosts() async throws {
    try await medTjener { port, _ in
      #expect(try Self.spør(port, "GET /inn HTTP/1.1").hasPrefix("HTTP/1.1 200"))
      #expect(try Self.spør(port, "GET /inn HTTP/1.1\r\nHost: evil.example").hasPrefix("HTTP/1.1 421"))
      let after = try #require(Sokkel(port: port))
      after.send(
        "GET /inn HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nHost: evil.example\r\nConnection: close\r\n\r\n")
      #expect(after.les(sekunder: 10).tekst.hasPrefix("HTTP/1.1 421"))
      let without = try #require(Sokkel(port: port))
      without.send("GET /inn HTTP/1.0\r\n\r\n")
      #expect(without.les(sekunder: 10, til: "\r\n\r\n").tekst.contains(" 421 "))
      #expect(try Self.spør(port, "PUT / HTTP/1.1").hasPrefix("HTTP/1.1 405"))
      #expect(try Self.spør(port, "TULL / HTTP/1.1").hasPrefix("HTTP/1.1 4"))
    }
  }

  @Test("S11 A body that is too large is answered 413 before it has come, and the connection is cut")
  func bodies() async throws {
    var limits = Tjener.Frister()
    limits.avvist = 1
    try await medTjener(limits) { port, app in
      let token = app.økter.begynn(
        Bruker(id: Bruker.lokal, rolle: .teamleder), nå: Int(Date().timeIntervalSince1970))
      let head = """
        POST /rolle HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nSec-Fetch-Site: same-origin\r\n\
        Content-Type: application/x-www-form-urlencoded\r\nCookie: internkontroll-\(port)=\(token)\r\n
        """
      let large = try #require(Sokkel(port: port))
      large.send(head + "Content-Length: 1000000000\r\n\r\n" + String(repeating: "a", count: 2_000))
      let answer = large.les(sekunder: 5)
      #expect(answer.tekst.hasPrefix("HTTP/1.1 413"))
      #expect(answer.stengt)
      let chunked = try #require(Sokkel(port: port))
      chunked.send(
        head + "Transfer-Encoding: chunked\r\n\r\n7d0\r\n" + String(repeating: "a", count: 2_000) + "\r\n")
      #expect(chunked.les(sekunder: 5).tekst.hasPrefix("HTTP/1.1 413"))
      let small = try #require(Sokkel(port: port))
      small.send(head + "Content-Length: 15\r\n\r\nrolle=teamleder")
      #expect(small.les(sekunder: 5, til: "\r\n\r\n").tekst.hasPrefix("HTTP/1.1 303"))
    }
  }

  @Test("S11 A head that is too large is cut off")
  func heads() async throws {
    try await medTjener { port, _ in
      for head in [
        "GET /\(String(repeating: "a", count: 100_000)) HTTP/1.1",
        "GET /inn HTTP/1.1\r\nX: \(String(repeating: "a", count: 100_000))",
        "GET /inn HTTP/1.1\r\n" + (0..<500).map { "X\($0): y" }.joined(separator: "\r\n"),
      ] {
        let answer = try Self.spør(port, head)
        #expect(!answer.hasPrefix("HTTP/1.1 200"), "\(head.prefix(40)): \(answer.prefix(60))")
      }
      #expect(try Self.spør(port, "GET /inn HTTP/1.1").hasPrefix("HTTP/1.1 200"))
    }
  }

  @Test("S11 A hundred connections that dawdle keep nobody out, and are cut")
  func slowloris() async throws {
    var limits = Tjener.Frister()
    (limits.stille, limits.kropp) = (2, 2)
    try await medTjener(limits) { port, _ in
      let slow = (0..<100).compactMap { _ in Sokkel(port: port) }
      #expect(slow.count == 100)
      for (index, socket) in slow.enumerated() {
        switch index % 3 {
        case 0: break
        case 1: socket.send("GET / HTTP/1.1\r\nHost: 127")
        default:
          socket.send("POST /inn/x HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nContent-Length: 900\r\n\r\na")
        }
      }
      let begun = Date()
      let answer = try Self.spør(port, "GET /inn HTTP/1.1")
      #expect(answer.hasPrefix("HTTP/1.1 200"))
      #expect(-begun.timeIntervalSinceNow < 2)
      // A byte now and then is no way to stay.
      for _ in 0..<6 {
        Thread.sleep(forTimeInterval: 0.5)
        for (index, socket) in slow.enumerated() where index % 3 != 0 { socket.send("a") }
      }
      #expect(slow.allSatisfy { $0.les(sekunder: 3).stengt })
    }
  }
}
