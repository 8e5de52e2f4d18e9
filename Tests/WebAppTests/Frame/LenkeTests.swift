import Checklists
import Testing
import Values

@testable import WebApp

/// No page shows a link that the one who reads it cannot open.
struct LenkeTests {
  /// How many pages of each route are opened for each role; of the others only the right is looked at.
  private static let sider = 2

  @Test(arguments: Rolle.allCases)
  func `every link on every page that a role may open, opens`(role: Rolle) async throws {
    let web = try Spiltlager.app(.teamleder)
    try await foreslå(web)
    web.bli(role, team: role.erBundetTilTeam ? ["fosterhjem-1"] : nil)
    var waiting = Ruter.alle.filter { $0.metode == .get && $0.gir(role) }.map(\.mønster.description)
      .filter { !$0.contains(":") && !$0.hasPrefix("/inn") }
    var opened: [String: Int] = [:]
    var seen: Set<String> = Set(waiting)
    var read = 0
    while let path = waiting.popLast() {
      let answer = await web.get(path)
      guard answer.status == 200, answer.tekst.hasPrefix("<!") else { continue }
      read += 1
      for match in answer.tekst.matches(of: /<a [^>]*href="(\/[^"#]*)/) {
        let link = String(match.1).replacing("&amp;", with: "&")
        guard seen.insert(link).inserted else { continue }
        let plain = String(link.prefix { $0 != "?" })
        guard case .rute(let route, _) = Ruter.finn(.get, plain) else {
          Issue.record("\(path) links to \(link), which is no page")
          continue
        }
        #expect(route.gir(role), "\(path) links to \(link), which \(role) may not open")
        let pattern = route.mønster.description
        guard opened[pattern, default: 0] < Self.sider else { continue }
        opened[pattern, default: 0] += 1
        let status = await web.get(link).status
        #expect(status != 403 && status != 404, "\(path) links to \(link), which answers \(status)")
        waiting.append(link)
      }
    }
    #expect(read >= 4)
  }

  /// An open proposal, so that its pages are walked too.
  private func foreslå(_ web: Prøveapp) async throws {
    let file = try #require(web.app.oppsett.filer.first { $0.sti == "fosterhjem/2014-05-31.yaml" })
    let point = try #require(Punktutdrag("OB-ANTALL", i: String(decoding: file.bytes, as: UTF8.self)))
    let text = point.tekst.replacing("er minst besøkskrav", with: "er minst 9")
    let form = [
      ("fra", "fosterhjem@2014-05-31"), ("punkt", "OB-ANTALL"), ("yaml", text),
      ("begrunnelse", "Kravet er for svakt."), ("gjelder.dag", "1"), ("gjelder.maned", "12"),
      ("gjelder.ar", "2014"),
    ]
    #expect(await web.post("/sjekklister/forslag/ny", form).status == 303)
  }
}

extension Rute {
  /// Whether a role may use the route.
  fileprivate func gir(_ role: Rolle) -> Bool {
    if case .rett(let right) = adgang { role.rettigheter.contains(right) } else { true }
  }
}
