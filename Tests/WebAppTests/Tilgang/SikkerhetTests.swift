import AuditStore
import Foundation
import Testing

@testable import WebApp

/// The checks that the security research lists, each under its number. Those that need a socket, a token or a process
/// stand in WebServerTests and internkontrollTests under the same numbers.
@Suite("The security checks")
struct SikkerhetTests {
  @Test(
    "S2 A request for another host goes no further",
    arguments: [
      ["evil.example"], ["evil.example:8080"], ["127.0.0.1"], ["127.0.0.1:8081"],
      ["127.0.0.1:8080.evil.example"],
      ["127.0.0.1:8080@evil.example"], [" 127.0.0.1:8080"], ["127.1:8080"], ["2130706433:8080"], [""], [],
      ["127.0.0.1:8080", "evil.example"], ["127.0.0.1:8080", "127.0.0.1:8080"], ["[::1]:8080"],
    ])
  func hosts(_ hosts: [String]) async throws {
    let web = try Prøveapp()
    let cookie = web.hoder.filter { $0.navn == "cookie" }
    for path in ["/", "/stil.css", "/inn", "/finnes-ikke"] {
      let answer = await web.app.svar(
        Forespørsel(.get, path, hoder: hosts.map { .init("host", $0) } + cookie))
      #expect(answer.status == 421)
      #expect(!answer.tekst.contains("Rolle:"))
    }
  }

  static let avsendere: [(site: [String], origin: [String], slipper: Bool)] = [
    (["same-origin"], [], true), (["none"], [], true), (["same-site"], [], false),
    (["cross-site"], [], false),
    (["same-origin"], ["http://evil.example"], true), (["cross-site"], ["http://127.0.0.1:8080"], false),
    (["same-origin", "cross-site"], [], false), (["cross-site", "same-origin"], [], false),
    (["tull"], [], false),
    (["SAME-ORIGIN"], [], false), ([""], [], false), ([], ["http://127.0.0.1:8080"], true),
    ([], ["HTTP://127.0.0.1:8080"], true), ([], ["https://127.0.0.1:8080"], false),
    ([], ["http://127.0.0.1:8081"], false), ([], ["http://evil.example"], false), ([], ["null"], false),
    ([], [""], false), ([], ["http://127.0.0.1:8080", "http://127.0.0.1:8080"], false), ([], [], false),
    ([], ["http://127.0.0.1:8080.evil.example"], false),
  ]

  @Test("S3 A form that did not come from our own page is not taken", arguments: avsendere.indices)
  func origins(_ index: Int) async throws {
    let row = Self.avsendere[index]
    let web = try Prøveapp()
    let headers =
      web.hoder + row.site.map { .init("sec-fetch-site", $0) } + row.origin.map { .init("origin", $0) }
      + [.init("content-type", "application/x-www-form-urlencoded")]
    let answer = await web.app.svar(
      Forespørsel(.post, "/rolle", hoder: headers, kropp: Array("rolle=teamleder".utf8)))
    #expect(answer.status == (row.slipper ? 303 : 403), "\(row)")
  }

  @Test("S4 Looking at every page changes nothing, and uses no link up")
  func looking() async throws {
    let web = try Prøveapp()
    try web.lastOppEksempler()
    let link = Engangslenke(Bruker(id: Bruker.lokal, rolle: .teamleder), tilfeldig: web.app.oppsett.tilfeldig)
    let open = web.med(.lenke(link))
    let path = link.ny()
    let code = try web.lager.journalkode()
    var found: Set<String> = []
    for role in Rolle.allCases {
      web.bli(role)
      var waiting = ["/"] + Ruter.alle.filter { $0.metode == .get }.map { Prøveapp.fylt($0.mønster) }
      var seen: Set<String> = []
      while let next = waiting.popLast(), seen.count < 150 {
        guard seen.insert(next).inserted else { continue }
        let answer = await web.get(next)
        #expect(answer.status < 500, "\(role) \(next)")
        if answer.status == 200 { found.insert(next) }
        waiting += answer.tekst.matches(of: /href="(\/[^"#]*)"/).map { String($0.1) }
      }
    }
    #expect(found.count > 20)
    #expect(try web.lager.journalkode() == code)
    for _ in 0..<3 {
      #expect(await open.svar(Forespørsel(.get, path, hoder: Prøveapp.vert)).status == 200)
      #expect(await open.svar(Forespørsel(.head, path, hoder: Prøveapp.vert)).kropp.isEmpty)
    }
    #expect(await open.svar(Prøveapp.skjema(path)).sted == "/")
  }

  @Test("S5 A session is long, hashed, new at sign-in, ends by itself, and can be ended by others")
  func sessions() async throws {
    let web = try Prøveapp(nil)
    let link = Engangslenke(
      Bruker(id: Bruker.lokal, rolle: .teamleder), tilfeldig: web.app.oppsett.tilfeldig)
    let app = web.med(.lenke(link))
    func signIn(_ cookie: String? = nil) async throws -> String {
      let answer = await app.svar(Prøveapp.skjema(link.ny(), kake: cookie))
      let field = try #require(answer.hoder.first { $0.navn == "set-cookie" }?.verdi)
      #expect(field.hasPrefix("internkontroll-8080="))
      #expect(field.hasSuffix("; Path=/; HttpOnly; SameSite=Strict"))
      return String(field.prefix { $0 != ";" })
    }
    func status(_ cookie: String) async -> Int {
      await app.svar(Forespørsel(.get, "/", hoder: Prøveapp.vert + [.init("cookie", cookie)])).status
    }
    let first = try await signIn()
    #expect(first.utf8.count == "internkontroll-8080=".utf8.count + 43, "256 bits in base64url")
    #expect(await status(first) == 200)
    #expect(await status(first + "; " + first) == 303, "a cookie that comes twice is none")
    #expect(await status(String(first.dropLast())) == 303)
    let second = try await signIn(first)
    #expect(first != second)
    #expect(await status(first) == 303, "the session before is over")
    let listed = app.økter.liste(nå: web.klokke.nå.sekunder)
    #expect(listed.count == 1 && !second.contains(listed[0].merke))
    let out = await app.svar(Prøveapp.skjema("/ut", kake: second))
    #expect(out.hoder.contains { $0.navn == "clear-site-data" })
    #expect(await status(second) == 303)
    let third = try await signIn()
    web.klokke.gå(Øktlager.tomgang - 1)
    #expect(await status(third) == 200)
    web.klokke.gå(Øktlager.tomgang)
    #expect(await status(third) == 303, "idle")
    let fourth = try await signIn()
    for _ in 0..<(Øktlager.lengst / 1_200) - 1 {
      web.klokke.gå(1_200)
      #expect(await status(fourth) == 200)
    }
    web.klokke.gå(1_200)
    #expect(await status(fourth) == 303, "ten hours")
    let fifth = try await signIn()
    app.økter.avsluttAlle()
    #expect(await status(fifth) == 303)
  }

  @Test("S5 Behind TLS the cookie has the __Host- prefix and Secure")
  func cookies() {
    let guardian = Vokter(verter: ["ik.example"], overTLS: true)
    #expect(
      guardian.kake("t").verdi == "__Host-internkontroll=t; Path=/; HttpOnly; SameSite=Strict; Secure")
    #expect(Vokter(verter: ["127.0.0.1:1"]).kakenavn != Vokter(verter: ["127.0.0.1:2"]).kakenavn)
  }

  @Test("S5 The administrator sees sessions without names and ends one or all; nobody else can")
  func administrator() async throws {
    let web = try Prøveapp(.administrator, id: "p-adm")
    let other = web.app.økter.begynn(Bruker(id: "p-1", rolle: .teamleder), nå: web.klokke.nå.sekunder)
    let page = await web.get("/drift/okter")
    #expect(page.status == 200 && page.tekst.contains("p-1") && !page.tekst.contains(other))
    let mark = try #require(
      web.app.økter.liste(nå: web.klokke.nå.sekunder).first { $0.økt.bruker.id == "p-1" })
    #expect(await web.post("/drift/okter/avslutt", [("okt", mark.merke)]).sted == "/drift/okter")
    #expect(web.app.økter.økt(other, nå: web.klokke.nå.sekunder) == nil)
    #expect(await web.post("/drift/okter/avslutt", [("okt", mark.merke)]).status == 409)
    #expect(await web.post("/drift/okter/avslutt", [("alle", "ja")]).sted == "/inn")
    #expect(web.app.økter.liste(nå: web.klokke.nå.sekunder).isEmpty)
    #expect(await web.get("/").sted == "/inn")
    web.bli(.barnevernleder)
    #expect(await web.get("/drift/okter").status == 403)
    #expect(await web.post("/drift/okter/avslutt", [("alle", "ja")]).status == 403)
  }

  @Test("S6 Every answer carries the security headers, errors too, and none of them is for a proxy to set")
  func headers() async throws {
    let web = try Prøveapp()
    var answers: [Nettsvar] = []
    for route in Ruter.alle {
      let path = Prøveapp.fylt(route.mønster)
      if path == "/ut" || path == "/drift/okter/avslutt" { continue }
      answers.append(route.metode == .get ? await web.get(path) : await web.post(path, []))
    }
    answers.append(await web.get("/finnes-ikke"))
    answers.append(await web.post("/", []))
    answers.append(web.app.annenMetode())
    answers.append(await web.app.svar(Forespørsel(.get, "/", hoder: [])))
    for answer in answers {
      func one(_ name: String) -> String? {
        let found = answer.hoder.filter { $0.navn == name }
        return found.count == 1 ? found[0].verdi : nil
      }
      let policy = try #require(one("content-security-policy"))
      for part in ["default-src 'none'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"] {
        #expect(policy.contains(part))
      }
      #expect(!policy.contains("unsafe") && !policy.contains("*"))
      #expect(one("x-content-type-options") == "nosniff")
      #expect(one("referrer-policy") == "no-referrer")
      #expect(one("cache-control") == "no-store")
      #expect(one("strict-transport-security") == nil && one("server") == nil)
    }
  }
}
