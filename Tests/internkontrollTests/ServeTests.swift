import Foundation
import JSONText
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite("The security checks: the program that serves", .serialized)
struct ServeTests {
  private let mappe: Prøvemappe

  init() throws { mappe = try Prøvemappe() }

  @Test(
    "S1 Others than the person at the machine are let in only over TLS or a proxy, and with a sign-in",
    arguments: [
      ["--bind", "0.0.0.0"], ["--bind", "0.0.0.0", "--public"], ["--bind", "192.0.2.1", "--public"],
      ["--bind", "::"], ["--bind", "127.0.0.1.evil.example"], ["--bind", "localhost.evil.example"],
      ["--public"],
      ["--public", "--tls-cert", "c", "--tls-key", "k"], ["--tls-cert", "c"],
      ["--bind", "0.0.0.0", "--tls-cert", "c", "--tls-key", "k"],
      [
        "--public", "--bind", "0.0.0.0", "--behind-proxy", "s", "--proxy-user", "--access", "a", "--host",
        "x",
      ],
      ["--behind-proxy", "s"], ["--public", "--behind-proxy", "s"], ["--proxy-user"],
      ["--public", "--behind-proxy", "s", "--proxy-user"], ["--bind", "unix:/tmp/x"],
      ["--public", "--behind-proxy", "s", "--proxy-user", "--access", "a"],
      ["--oidc-issuer", "https://login.example"], ["--access", "a"],
    ])
  func binds(_ args: [String]) throws {
    let run = try mappe.kjør(["serve", "--store", "k.sqlite", "--checklists", Program.sjekklister] + args)
    run.endte(64)
    #expect(run.ut == "")
    #expect(!mappe.finnes("k.sqlite"))
  }

  @Test("S5 The link works once, and what is not ours is refused by the real server")
  func link() throws {
    let server = try Prøvetjener(mappe)
    #expect(server.svar("GET", "/")?.hode("location") == "/inn")
    #expect(server.svar("GET", server.lenke)?.status == 200)
    #expect(server.svar("GET", server.lenke)?.status == 200, "looking does not use it up")
    try server.loggInn()
    #expect(server.svar("GET", "/")?.status == 200)
    #expect(server.svar("POST", server.lenke)?.status == 403)
    #expect(server.svar("GET", "/", vert: "evil.example")?.status == 421)
    #expect(server.svar("POST", "/rolle", String(repeating: "a", count: 100_000))?.status == 413)
    for name in ["k.sqlite", "k.sqlite.tilgang"] {
      let mode = try FileManager.default.attributesOfItem(atPath: mappe.sti(name))[.posixPermissions]
      #expect(mode as? Int == 0o600, "\(name)")
    }
    let second = try mappe.kjør(
      "serve", "--store", "k.sqlite", "--port", "0", "--checklists", Program.sjekklister)
    second.feilet(2, "another program serves the store")
    server.prosess.signal(SIGTERM)
    let run = try server.prosess.ventet()
    run.endte(0)
    // Nothing but the link is said, and above all nothing of what was asked for.
    #expect(run.linjer.count == 1)
    #expect(!run.feil.contains("evil") && !run.feil.contains("/rolle"))
  }

  /// D01: the program is killed at any moment; what it said that it had saved, is saved. `INTERNKONTROLL_KILLS` says
  /// how many times.
  @Test("D01 What was acknowledged is in the store after the server is killed")
  func kills() throws {
    let kills = ProcessInfo.processInfo.environment["INTERNKONTROLL_KILLS"].flatMap { Int($0) } ?? 8
    try mappe.saker(4)
    try Prøvekontroll(mappe).control().endte(0)
    var acknowledged: Set<String> = []
    var sent = 0
    var seed = UInt64(kills)
    for _ in 0..<kills {
      let server = try Prøvetjener(mappe)
      try server.loggInn()
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let process = server.prosess
      let delay = 20_000 + UInt32(seed >> 33) % 180_000
      let killer = Thread {
        usleep(delay)
        process.signal(SIGKILL)
      }
      killer.start()
      let form = "prosedyre=kontroll-av-sak&hva=Besøket+ble+ikke+holdt.&nar.dag=3&nar.maned=10&nar.ar=2014"
      while true {
        sent += 1
        guard let answer = server.svar("POST", "/avvik/meld", form) else { break }
        let place = try #require(answer.hode("location"), "\(answer.tekst.suffix(1_500))")
        acknowledged.insert(String(place.split(separator: "/")[1]))
      }
      _ = try process.ventet()
    }
    try mappe.kjør("verify", "--store", "k.sqlite").endte(0)
    let list = try mappe.kjør("avvik", "list", "--store", "k.sqlite", "--json").json()
    let stored = Set("\(list)".matches(of: /AV-\d{4}-\d{3,}/).map { String($0.0) })
    #expect(!acknowledged.isEmpty)
    #expect(acknowledged.isSubset(of: stored))
    // Of each run at most one was saved without the answer having come.
    #expect(stored.count <= acknowledged.count + kills)
    #expect(sent >= stored.count)
  }
}
