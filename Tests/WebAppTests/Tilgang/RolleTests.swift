import Testing

@testable import WebApp

/// Roles against routes, written by hand: what a change of a role or of a route does to anybody is seen here.
@Suite("The security checks: roles")
struct RolleTests {
  private static let alle = Set(Rolle.allCases)
  private static let fører: Set<Rolle> = [.teamleder, .barnevernleder]
  private static let kontroll: Set<Rolle> = [.teamleder, .barnevernleder, .revisor]
  private static let avvik: Set<Rolle> = [.teamleder, .barnevernleder, .kvalitetsgruppe, .revisor]
  private static let melder: Set<Rolle> = [.saksbehandler, .teamleder, .barnevernleder, .kvalitetsgruppe]
  private static let behandler: Set<Rolle> = [.teamleder, .barnevernleder]
  private static let verifiserer: Set<Rolle> = [.teamleder, .barnevernleder, .kvalitetsgruppe]
  private static let kvalitet: Set<Rolle> = [
    .teamleder, .barnevernleder, .avdelingssjef, .kvalitetsgruppe, .kvalitetsutvalg, .revisor,
  ]
  private static let møte: Set<Rolle> = [.kvalitetsgruppe, .kvalitetsutvalg]
  private static let foreslår: Set<Rolle> = [.teamleder, .barnevernleder, .kvalitetsgruppe]
  private static let utenAdministrator = alle.subtracting([.administrator])
  private static let signerer: Set<Rolle> = [.teamleder, .barnevernleder, .avdelingssjef, .tjenesteleder]
  private static let plan: Set<Rolle> = [.barnevernleder, .avdelingssjef]

  /// What a route and all below it is for; the longest that fits a route counts.
  private static let tabell: [(metode: String, sti: String, roller: Set<Rolle>)] = [
    ("GET", "/", alle), ("GET", "/rolle", alle), ("POST", "/rolle", alle),
    ("GET", "/kontroll", kontroll), ("GET", "/kontroll/start", fører), ("POST", "/kontroll", fører),
    ("GET", "/kontroll/:maned/:team/bytt", fører), ("GET", "/kontroll/:maned/:team/rett", fører),
    ("GET", "/kontroll/:maned/:team/las", fører),
    ("GET", "/kontroll/:maned/:team/sak/:sak/dokument", fører),
    ("GET", "/kontroll/:maned/:team/sak/:sak/opplysning", fører),
    ("GET", "/kontroll/:maned/:team/sak/:sak/punkt", fører),
    ("GET", "/frister", kontroll), ("GET", "/saker", fører), ("POST", "/saker", fører),
    ("GET", "/saker/finn", kontroll), ("POST", "/saker/finn", kontroll),
    ("GET", "/avvik", avvik.union(melder)), ("GET", "/avvik/:nummer", avvik),
    ("GET", "/avvik/mine", melder), ("GET", "/avvik/meld", melder),
    ("POST", "/avvik/meld", melder), ("GET", "/avvik/:nummer/kvittering", melder),
    ("GET", "/avvik/:nummer/vurder", behandler), ("POST", "/avvik/:nummer/vurder", behandler),
    ("GET", "/avvik/:nummer/svar", behandler), ("POST", "/avvik/:nummer/svar", behandler),
    ("GET", "/avvik/:nummer/avvis", behandler), ("POST", "/avvik/:nummer/avvis", behandler),
    ("GET", "/avvik/:nummer/lukk", verifiserer), ("POST", "/avvik/:nummer/lukk", verifiserer),
    ("GET", "/avvik/:nummer/gjenapne", verifiserer), ("POST", "/avvik/:nummer/gjenapne", verifiserer),
    ("GET", "/tiltak", avvik), ("GET", "/tiltak/ny", behandler), ("POST", "/tiltak/ny", behandler),
    ("GET", "/tiltak/:nummer/flytt", behandler), ("POST", "/tiltak/:nummer/flytt", behandler),
    ("GET", "/tiltak/:nummer/gjennomfort", behandler), ("POST", "/tiltak/:nummer/gjennomfort", behandler),
    ("GET", "/tiltak/:nummer/evaluer", verifiserer), ("POST", "/tiltak/:nummer/evaluer", verifiserer),
    ("GET", "/kvalitet", kvalitet), ("POST", "/kvalitet", møte),
    ("GET", "/kvalitet/mote/nytt", møte), ("GET", "/kvalitet/mote/:nummer/notat", møte),
    ("GET", "/kvalitet/mote/:nummer/vedtak", møte), ("GET", "/kvalitet/mote/:nummer/send", møte),
    ("GET", "/kvalitet/mote/:nummer/godkjenn", møte),
    ("POST", "/kvalitet/mote/:nummer/vedtak/:vedtak/utfort", kvalitet),
    ("GET", "/sjekklister", utenAdministrator), ("GET", "/sjekklister/forslag/ny", foreslår),
    ("POST", "/sjekklister", foreslår), ("GET", "/sjekklister/forslag/:id/endre", foreslår),
    ("GET", "/sjekklister/forslag/:id/godkjenn", møte), ("POST", "/sjekklister/forslag/:id/godkjenn", møte),
    ("GET", "/sjekklister/forslag/:id/provekjor", kvalitet),
    ("POST", "/sjekklister/forslag/:id/provekjor", kvalitet),
    ("GET", "/arshjul", utenAdministrator), ("GET", "/arshjul/nyansatt", signerer),
    ("GET", "/arshjul/:id/:sted", signerer), ("POST", "/arshjul", signerer),
    ("GET", "/planer", kvalitet), ("GET", "/planer/:plan/:tiltak", plan), ("POST", "/planer", plan),
    ("GET", "/protokoller", kontroll), ("POST", "/protokoller/journal", kontroll),
    ("GET", "/protokoller/arsgjennomgang", kvalitet), ("GET", "/protokoller/fagdag", kvalitet),
    ("GET", "/protokoller/referat", kvalitet),
    ("GET", "/gjeldende", utenAdministrator), ("GET", "/huset", utenAdministrator),
    ("GET", "/drift", alle), ("GET", "/drift/okter", [.administrator]),
    ("POST", "/drift/okter", [.administrator]),
    ("GET", "/drift/innsyn", [.barnevernleder, .revisor]),
    ("POST", "/drift/innsyn", [.barnevernleder, .revisor]),
  ]

  /// What needs nobody to be signed in.
  private static let åpne = ["/stil.css", "/skript.js", "/tilgjengelighet", "/inn", "/ut"]

  private static func ventet(_ route: Rute) -> Set<Rolle>? {
    let path = route.mønster.description
    let fits = tabell.filter { row in
      row.metode == route.metode.rawValue
        && (path == row.sti || row.sti != "/" && path.hasPrefix(row.sti + "/"))
    }
    return fits.max { $0.sti.utf8.count < $1.sti.utf8.count }?.roller
  }

  @Test("S7 Each role gets to the routes that the table gives it, and to no other")
  func table() async throws {
    let web = try Prøveapp()
    var count = 0
    for route in Ruter.alle {
      let name = "\(route.metode.rawValue) \(route.mønster)"
      let path = Prøveapp.fylt(route.mønster)
      if Self.åpne.contains(where: { path == $0 || path.hasPrefix($0 + "/") }) {
        #expect(route.adgang == .alle, "\(name)")
        continue
      }
      let expected = try #require(Self.ventet(route), "\(name) is not in the table")
      for role in Rolle.allCases {
        web.bli(role)
        let answer = route.metode == .get ? await web.get(path) : await web.post(path, [])
        #expect((answer.status != 403) == expected.contains(role), "\(name) as \(role): \(answer.status)")
        count += 1
      }
    }
    #expect(count >= 240)
  }

  @Test("S7 Without a session a page leads to the sign-in, and a form is refused")
  func signedOut() async throws {
    let web = try Prøveapp(nil)
    for route in Ruter.alle where route.adgang != .alle {
      let path = Prøveapp.fylt(route.mønster)
      if route.metode == .get {
        #expect(await web.get(path).sted == "/inn", "\(path)")
      } else {
        #expect(await web.post(path, []).status == 401, "\(path)")
      }
    }
  }

  @Test("S7 A team that is none of one's own does not exist")
  func teams() async throws {
    let web = try Prøveapp(.teamleder, team: ["fosterhjem-2"])
    for route in Ruter.alle where route.mønster.description.contains(":team") {
      let path = Prøveapp.fylt(route.mønster)
      let answer = route.metode == .get ? await web.get(path) : await web.post(path, [])
      #expect(answer.status == 404, "\(route.metode) \(path): \(answer.status)")
    }
  }

  @Test("S7 The administrator and leaders of other services see no case")
  func caseless() {
    for route in Ruter.alle where route.innsyn && route.mønster.description != "/" {
      guard case .rett(let right) = route.adgang else { continue }
      for role in [Rolle.administrator, .tjenesteleder] {
        #expect(!role.rettigheter.contains(right), "\(route.mønster) as \(role)")
      }
    }
  }

  @Test("S7 What is refused is in the access log, and so is a page about cases")
  func logged() async throws {
    let web = try Prøveapp(.tjenesteleder, id: "p-9")
    _ = await web.get("/kontroll/2014-09/fosterhjem-1?navn=noe")
    let line = try #require(try web.logg.les(slag: .nektet, bruker: nil, emne: nil, maks: 1).first)
    #expect(line.hva == "/kontroll/:maned/:team" && line.bruker == "p-9")
    web.bli(.teamleder, id: "p-8")
    _ = await web.get("/avvik?sok=noe")
    let seen = try #require(try web.logg.les(slag: .sett, bruker: nil, emne: nil, maks: 1).first)
    #expect(seen.hva == "/avvik" && seen.bruker == "p-8" && seen.rolle == "teamleder")
  }

  @Test("S7 The page of rights says what the rules say")
  func explained() async throws {
    let web = try Prøveapp(.administrator)
    let page = await web.get("/drift/tilgang").tekst
    for right in Rettighet.allCases { #expect(page.contains(right.visning)) }
    #expect(page.matches(of: />Ja</).count == Rolle.allCases.map(\.rettigheter.count).reduce(0, +))
  }
}
