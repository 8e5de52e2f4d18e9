import Testing

@testable import WebApp

/// A sign-in service that proves what it is told to, and takes a code once.
private actor Prøvetjeneste: Innloggingstjeneste {
  var bevis = Legitimasjon(
    utsteder: "https://login.example", subjekt: "kari", grupper: ["tl-1"], autentisert: nil)
  var feil: Innloggingsfeil?
  var fersk: [Bool] = []

  func sett(_ change: @Sendable (inout Legitimasjon) -> Void) { change(&bevis) }
  func sett(feil new: Innloggingsfeil?) { feil = new }

  func adresse(tilstand: String, nonce: String, utfordring: String, fersk: Bool) -> String {
    self.fersk.append(fersk)
    return "https://login.example/auth?state=\(tilstand)&nonce=\(nonce)&code_challenge=\(utfordring)"
  }

  func bevis(kode: String, verifikator: String, nonce: String, nå: Int) throws -> Legitimasjon {
    if let feil { throw feil }
    return bevis
  }
}

@Suite("Signing in")
struct InnloggingTests {
  private let web: Prøveapp
  private let tjeneste = Prøvetjeneste()
  private let app: Nettapp
  private static let kart = Tilgangskart([
    .init(gruppe: "tl-1", rolle: .teamleder, team: ["fosterhjem-1"]),
    .init(gruppe: "tl-1", rolle: .kvalitetsgruppe),
    .init(gruppe: "drift", rolle: .administrator),
  ])

  init() throws {
    web = try Prøveapp(nil)
    let mark = Personmerke(nøkkel: Array(repeating: 7, count: 32))
    app = web.med(.tjeneste(Tjenesteinnlogging(tjeneste, Self.kart, mark)))
  }

  private func kaker(_ answer: Nettsvar) -> [String] {
    answer.hoder.filter { $0.navn == "set-cookie" }.map { String($0.verdi.prefix { $0 != ";" }) }
  }

  /// Presses the button, and gives what the browser keeps and the state that the service sends back.
  private func begynn(_ felt: [(String, String)] = [], kake: String? = nil) async throws -> (
    kake: String, tilstand: String
  ) {
    let answer = await app.svar(Prøveapp.skjema("/inn/start", felt, kake: kake))
    #expect(answer.status == 200)
    let refresh = try #require(answer.hoder.first { $0.navn == "refresh" }?.verdi)
    let state = try #require(refresh.firstMatch(of: /state=([^&]+)/)).1
    return (try #require(kaker(answer).first), String(state))
  }

  private func fullfør(_ state: String, _ cookie: String?) async -> Nettsvar {
    await app.svar(Prøveapp.skjema("/inn/svar", [("code", "k"), ("state", state)], kake: cookie))
  }

  private func økt(_ answer: Nettsvar) -> Økt? {
    kaker(answer).first.flatMap {
      app.økter.økt(String($0.drop { $0 != "=" }.dropFirst()), nå: web.klokke.nå.sekunder)
    }
  }

  @Test("S9 A good proof signs in; what comes back is only carried on, and the person is a mark")
  func good() async throws {
    let (cookie, state) = try await begynn([("tilbake", "/avvik?x=1")])
    let page = await app.svar(
      Forespørsel(.get, "/inn/svar?code=k&state=\(state)", hoder: Prøveapp.vert))
    #expect(page.status == 200 && page.tekst.contains(state))
    let answer = await fullfør(state, cookie)
    #expect(answer.sted == "/avvik?x=1")
    let session = try #require(økt(answer))
    #expect(
      session.bruker.roller == [.teamleder, .kvalitetsgruppe] && session.bruker.team == ["fosterhjem-1"])
    #expect(session.bruker.id.wholeMatch(of: /p-[0-9a-f]{16}/) != nil)
    let log = try web.logg.les(slag: nil, bruker: nil, emne: nil, maks: 100)
    #expect(log.contains { $0.slag == .innlogging } && !log.contains { "\($0)".contains("kari") })
  }

  @Test("S9 A state works once, in the browser where it was made, for ten minutes")
  func state() async throws {
    let first = try await begynn()
    #expect(await fullfør(first.tilstand, first.kake).status == 303)
    #expect(await fullfør(first.tilstand, first.kake).status == 403, "replayed")
    let second = try await begynn()
    let other = try await begynn()
    #expect(await fullfør(second.tilstand, other.kake).status == 403, "another browser")
    #expect(await fullfør(second.tilstand, second.kake).status == 403, "it was used up by the attempt")
    #expect(await fullfør(other.tilstand, nil).status == 403, "no cookie")
    let third = try await begynn()
    web.klokke.gå(Tjenesteinnlogging.lengst)
    #expect(await fullfør(third.tilstand, third.kake).status == 403, "too late")
    #expect(await fullfør("gjettet", third.kake).status == 403)
  }

  @Test("S9 A group that the map does not name gives nothing")
  func unknownGroup() async throws {
    await tjeneste.sett { $0.grupper = ["andre", "TL-1", ""] }
    let (cookie, state) = try await begynn()
    let answer = await fullfør(state, cookie)
    #expect(answer.status == 403 && økt(answer) == nil)
  }

  @Test("S9 What the service refuses lets nobody in, and the operator is told why without what was sent")
  func refused() async throws {
    await tjeneste.sett(feil: .avvist("the token has expired"))
    let (cookie, state) = try await begynn()
    let answer = await fullfør(state, cookie)
    #expect(answer.status == 403 && kaker(answer).isEmpty && !answer.tekst.contains("expired"))
    #expect(try web.logg.les(slag: .nektet, bruker: nil, emne: nil, maks: 1).first?.hva == "/inn/svar")
  }

  @Test(
    "S9 After signing in one only comes to pages of ours",
    arguments: [
      "//evil.example", "https://evil.example/", "/\\evil.example", "javascript:alert(1)", "/finnes-ikke", "",
      "/ /",
      "/avvik\r\nx: y",
    ])
  func back(_ path: String) async throws {
    let (cookie, state) = try await begynn([("tilbake", path)])
    #expect(await fullfør(state, cookie).sted == "/")
  }

  @Test("S9 A lock asks for a proof that is at most five minutes old, and goes on where one was")
  func fresh() async throws {
    let now = web.klokke.nå.sekunder
    await tjeneste.sett { $0.autentisert = now - 1_000 }
    let first = try await begynn()
    let session = try #require(kaker(await fullfør(first.tilstand, first.kake)).first)
    func context(_ cookie: String) throws -> Kontekst {
      let token = String(cookie.drop { $0 != "=" }.dropFirst())
      let found = try #require(app.økter.økt(token, nå: web.klokke.nå.sekunder))
      return Kontekst(
        app: app, forespørsel: Forespørsel(.post, "/"), plasser: [:], spørring: Skjemadata(),
        skjema: Skjemadata(),
        økt: (token, found), nå: web.klokke.nå, merke: "1")
    }
    #expect(throws: Sidefeil.måBekrefte(tilbake: "/kontroll")) {
      try context(session).krevFersk(tilbake: "/kontroll")
    }
    // The service says that it is still the old proof.
    let stale = try await begynn([("fersk", "ja"), ("tilbake", "/kontroll")], kake: session)
    #expect(await fullfør(stale.tilstand, session + "; " + stale.kake).status == 403)
    await tjeneste.sett { $0.autentisert = now - 10 }
    let again = try await begynn([("fersk", "ja"), ("tilbake", "/kontroll")], kake: session)
    let answer = await fullfør(again.tilstand, session + "; " + again.kake)
    #expect(answer.sted == "/kontroll")
    let renewed = try #require(kaker(answer).first)
    #expect(renewed != session)
    try context(renewed).krevFersk(tilbake: "/kontroll")
    web.klokke.gå(Kontekst.ferskSekunder)
    #expect(throws: Sidefeil.self) { try context(renewed).krevFersk(tilbake: "/kontroll") }
    #expect(await tjeneste.fersk == [false, true, true])
  }

  @Test("S9 On loopback nothing is asked of the person at the machine")
  func loopback() async throws {
    let link = Engangslenke(Bruker(id: Bruker.lokal, rolle: .teamleder), tilfeldig: app.oppsett.tilfeldig)
    let local = web.med(.lenke(link))
    let token = local.økter.begynn(link.bruker, nå: 0, bekreftet: 0)
    let found = try #require(local.økter.økt(token, nå: 1))
    try Kontekst(
      app: local, forespørsel: Forespørsel(.post, "/"), plasser: [:], spørring: Skjemadata(),
      skjema: Skjemadata(), økt: (token, found), nå: web.klokke.nå, merke: "1"
    ).krevFersk(tilbake: "/")
  }

  // MARK: A proxy

  private static let hemmelighet = "en hemmelighet mellom oss to"
  private static let gode: [(String, String)] = [
    ("x-internkontroll-secret", hemmelighet), ("x-remote-user", "kari"), ("x-remote-groups", "andre, tl-1"),
  ]
  private static let falske: [(hva: String, hoder: [(String, String)], status: Int)] = [
    ("no secret", Array(gode.dropFirst()), 421),
    ("wrong secret", [("x-internkontroll-secret", "gjettet")] + gode.dropFirst(), 421),
    ("the secret twice", gode + [gode[0]], 421),
    ("a client's copy of the user", gode + [("x-remote-user", "ola")], 403),
    ("the same user twice", gode + [gode[1]], 403),
    ("groups twice", gode + [("x-remote-groups", "drift")], 403),
    ("underscores", gode + [("x_remote_user", "ola")], 421), ("no user", [gode[0], gode[2]], 403),
    ("an empty user", [gode[0], ("x-remote-user", " "), gode[2]], 403),
    ("no group", Array(gode.dropLast()), 403),
    ("another group", [gode[0], gode[1], ("x-remote-groups", "tl-12")], 403),
  ]

  private func medProxy() -> Nettapp {
    let mark = Personmerke(nøkkel: Array(repeating: 7, count: 32))
    return web.med(
      .proxy(Proxyinnlogging(Self.kart, mark)),
      Vokter(verter: ["127.0.0.1:8080"], overTLS: true, proxyhemmelighet: Array(Self.hemmelighet.utf8)))
  }

  private func bak(_ form: Forespørsel, _ headers: [(String, String)]) -> Forespørsel {
    var form = form
    form.hoder += headers.map { .init($0.0, $0.1) }
    return form
  }

  @Test("S10 The proxy's word is taken only with its secret, once each", arguments: falske.indices)
  func spoofed(_ index: Int) async {
    let row = Self.falske[index]
    let answer = await medProxy().svar(bak(Prøveapp.skjema("/inn/proxy"), row.hoder))
    #expect(answer.status == row.status && kaker(answer).isEmpty, "\(row.hva)")
  }

  @Test("S10 A session behind a proxy is the person's whom the proxy names, and nobody else's")
  func bound() async throws {
    let app = medProxy()
    let answer = await app.svar(bak(Prøveapp.skjema("/inn/proxy"), Self.gode))
    let cookie = try #require(kaker(answer).first)
    #expect(cookie.hasPrefix("__Host-"))
    func status(_ headers: [(String, String)]) async -> Int {
      await app.svar(
        bak(Forespørsel(.get, "/", hoder: Prøveapp.vert + [.init("cookie", cookie)]), headers)
      ).status
    }
    #expect(await status(Self.gode) == 200)
    #expect(await status([Self.gode[0], ("x-remote-user", "ola"), Self.gode[2]]) == 303)
    #expect(await status(Array(Self.gode.dropFirst())) == 421)
  }

  @Test("S10 Without a proxy before us its header fields mean nothing")
  func ignored() async throws {
    let answer = await app.svar(
      bak(
        Forespørsel(.get, "/", hoder: Prøveapp.vert),
        [("x-remote-user", "kari"), ("x-remote-groups", "drift")]))
    #expect(answer.sted == "/inn")
    #expect(await app.svar(bak(Prøveapp.skjema("/inn/proxy"), Self.gode)).status == 404)
  }

  @Test("S20 Wrong links: five in a quarter of an hour, and the right one still works")
  func links() async {
    let link = Engangslenke(Bruker(id: Bruker.lokal, rolle: .teamleder), tilfeldig: app.oppsett.tilfeldig)
    let app = web.med(.lenke(link))
    let right = link.ny()
    for _ in 0..<5 { #expect(await app.svar(Prøveapp.skjema("/inn/gjettet")).status == 403) }
    let refused = await app.svar(Prøveapp.skjema("/inn/gjettet"))
    #expect(refused.status == 429 && refused.hoder.contains(.init("retry-after", "900")))
    web.klokke.gå(15 * 60)
    #expect(await app.svar(Prøveapp.skjema("/inn/gjettet")).status == 403)
    #expect(await app.svar(Prøveapp.skjema(right)).status == 303)
    #expect(await app.svar(Prøveapp.skjema(right)).status == 403, "once")
  }

  @Test("S20 Sign-ins: 5 a person and 20 an address in a quarter of an hour; what is taken out: 10 an hour")
  func limits() async throws {
    for turn in 1...6 {
      let (cookie, state) = try await begynn()
      #expect(await fullfør(state, cookie).status == (turn <= 5 ? 303 : 429), "\(turn)")
    }
    for turn in 7...21 {
      let status = await app.svar(Prøveapp.skjema("/inn/start")).status
      #expect(status == (turn <= 20 ? 200 : 429), "\(turn)")
    }
    let person = Bruker(id: "p-1", rolle: .teamleder)
    let token = app.økter.begynn(person, nå: web.klokke.nå.sekunder)
    let found = try #require(app.økter.økt(token, nå: web.klokke.nå.sekunder))
    let context = Kontekst(
      app: app, forespørsel: Forespørsel(.get, "/"), plasser: [:], spørring: Skjemadata(),
      skjema: Skjemadata(),
      økt: (token, found), nå: web.klokke.nå, merke: "1")
    for _ in 0..<10 { try context.krevUttak() }
    #expect(throws: Sidefeil.forMange(sekunder: 3_600)) { try context.krevUttak() }
  }

  // MARK: The access file

  @Test("An access file says what groups give, and a team of its own goes with each role")
  func file() throws {
    let text = """
      felt: roles
      grupper:
        a: { rolle: teamleder, team: [t-1, t-2] }
        b:
          - { rolle: barnevernleder }
          - { rolle: tjenesteleder, tjenestested: bofellesskap }
      """
    let map = try Tilgangskart(yaml: Array(text.utf8))
    #expect(map.felt == "roles")
    let person = try #require(map.bruker(id: "p", grupper: ["b", "a"]))
    #expect(
      person.rolle == .teamleder && person.team == ["t-1", "t-2"] && person.tjenestested == "bofellesskap")
    #expect(person.i(.barnevernleder)?.team == [])
    #expect(person.i(.administrator) == nil)
    #expect(map.bruker(id: "p", grupper: ["c"]) == nil)
  }

  @Test(
    "An access file that could be misread is refused",
    arguments: [
      ("grupper: {}", 1), ("felt: x", 1), ("grupper:\n  a: { rolle: sjef }", 2),
      ("grupper:\n  a: { rolle: teamleder }", 2), ("grupper:\n  a: { rolle: revisor, taem: [x] }", 2),
      ("grupper:\n  a: { rolle: revisor }\nandre: x", 3), ("grupper: &a\n  b: *a", 1), ("[", 2), ("", 1),
    ])
  func badFile(_ text: String, _ line: Int) {
    #expect(throws: Tilgangsfeil.self) { try Tilgangskart(yaml: Array(text.utf8)) }
    do throws(Tilgangsfeil) { _ = try Tilgangskart(yaml: Array(text.utf8)) } catch {
      #expect(error.linje == line, "\(error)")
    }
  }
}
