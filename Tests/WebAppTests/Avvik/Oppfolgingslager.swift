import AuditStore
import Checklists
import Foundation
import Quality
import Simulation
import Testing
import Values

@testable import WebApp

/// Three months of Solvik, played once for all tests of this process; each test gets a copy of its own.
enum Oppfølgingslager {
  private static let spilt = Result { try spill() }

  private static func spill() throws -> URL {
    let file = FileManager.default.temporaryDirectory.appending(
      path: "oppfolging-\(UUID().uuidString).sqlite")
    let library = try Prøveapp.bibliotek.get()
    let play = try Simulering(
      Simuleringsoppsett(antallMåneder: 3, sakerPerTeam: 40), library, library.planverk(), motor: "prøve")
    try play.spill(i: Revisjonslager.open(sti: file.path))
    return file
  }

  /// A web app on a copy, on a day after everything that was played.
  static func app(
    _ rolle: Rolle, team: [String]? = nil, id: String = Bruker.lokal, dag: String = "2014-05-15"
  ) throws -> Prøveapp {
    let folder = FileManager.default.temporaryDirectory.appending(path: "nettapp-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let copy = folder.appending(path: "prove.sqlite")
    try FileManager.default.copyItem(at: spilt.get(), to: copy)
    return try Prøveapp(
      lager: Revisjonslager.open(sti: copy.path), folder, rolle, team: team, id: id, dag: dag)
  }
}

extension Prøveapp {
  var register: Kvalitetsregister { get throws { try Kvalitetsregister(lager) } }

  /// Fills in a form as a browser does: asks for the page first, and sends its hidden fields along.
  func send(_ sti: String, til mål: String? = nil, _ felt: [(String, String)]) async throws -> Nettsvar {
    let page = await get(sti)
    try #require(page.status == 200, "\(sti) gave \(page.status): \(page.tekst)")
    return await post(mål ?? sti, page.skjulte(mål ?? sti) + felt)
  }
}

extension Prøveapp {
  /// A point of the checklist in force.
  var førstePunkt: String {
    app.oppsett.bibliotek.sjekkliste("fosterhjem", på: klokke.nå.dato)?.punkter.first?.id ?? ""
  }

  /// A new report by somebody on a team, who stays signed in.
  func meldAvvik(_ hva: String = "Besøket ble avlyst.", team: String = "fosterhjem-1") async throws -> Avvik {
    bli(.saksbehandler, team: [team], id: "s9")
    let sent = try await send(
      "/avvik/meld",
      [("prosedyre", "gjennomføring-av-oppfølgingsbesøk"), ("hva", hva)] + dato("nar", "2014-05-12"))
    try #require(sent.status == 303, "\(sent.ord)")
    return try #require(try register.avvik.last)
  }
}

extension Nettsvar {
  /// The hidden fields of the form that posts to a path, the mark left out so that each sending is a new one.
  func skjulte(_ sti: String) -> [(String, String)] {
    let path = sti.split(separator: "?").first.map(String.init) ?? sti
    guard let start = tekst.firstRange(of: "action=\"\(path)\""),
      let end = tekst[start.upperBound...].firstRange(of: "</form>")
    else { return [] }
    return tekst[start.upperBound..<end.lowerBound].matches(
      of: /type="hidden" name="([^"]*)" value="([^"]*)"/
    )
    .map { (String($0.1), String($0.2)) }.filter { $0.0 != "_skjema" }
  }

  /// The page's text without its tags.
  var ord: String { tekst.replacing(/<[^>]*>/, with: " ").replacing(/\s+/, with: " ") }
}

/// A day as the three fields of a form.
func dato(_ navn: String, _ dag: String) -> [(String, String)] {
  Dato(dag).map { Datofelt.verdier(navn, $0) } ?? []
}
