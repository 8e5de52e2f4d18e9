import AuditStore
import Checklists
import Foundation
import Intake
import Simulation
import Synchronization
import Testing
import Values

@testable import WebApp

/// A web app on a real store in a folder of its own, and a browser without a window: it keeps the cookie, follows
/// nothing by itself, and sends forms as browsers do.
final class Prøveapp: Sendable {
  let app: Nettapp
  let lager: Revisjonslager
  let logg = Minnelogg()
  let mappe: URL
  let klokke: Prøveklokke
  private let token = Mutex<String?>(nil)

  /// An empty store on a day.
  convenience init(
    _ rolle: Rolle? = .teamleder, team: [String]? = nil, id: String = Bruker.lokal, dag: String = "2015-01-05"
  ) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "nettapp-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try self.init(
      lager: Revisjonslager.open(sti: folder.appending(path: "prove.sqlite").path), folder, rolle, team: team,
      id: id, dag: dag)
  }

  init(
    lager: Revisjonslager, _ mappe: URL, _ rolle: Rolle?, team: [String]? = nil, id: String = Bruker.lokal,
    dag: String
  ) throws {
    let clock = Prøveklokke(try #require(Dato(dag)))
    klokke = clock
    self.mappe = mappe
    self.lager = lager
    let library = try Prøveapp.bibliotek.get()
    var setup = Oppsett(
      lager: lager, bibliotek: library, planverk: try library.planverk(),
      uttrekk: Uttrekkslager(mappe: mappe.appending(path: "uttrekk").path),
      nøkkel: Array("en prøvenøkkel på minst seksten tegn".utf8), klokke: { clock.nå },
      tilfeldig: { count in (0..<count).map { _ in UInt8.random(in: .min ... .max) } }, logg: logg,
      vokter: Vokter(verter: ["127.0.0.1:8080"]), motor: "prøve")
    setup.filer = try Prøveapp.filer.get()
    app = Nettapp(setup)
    if let rolle { bli(rolle, team: team, id: id) }
  }

  /// Signs in as somebody.
  func bli(
    _ rolle: Rolle, team: [String]? = nil, id: String = Bruker.lokal, tjenestested: String? = nil
  ) {
    let bruker = Bruker(id: id, rolle: rolle, team: team, tjenestested: tjenestested)
    token.withLock { $0 = app.økter.begynn(bruker, nå: klokke.nå.sekunder) }
  }

  var hoder: [Forespørsel.Hode] {
    let cookie = token.withLock { $0.map { "\(app.oppsett.vokter.kakenavn)=\($0)" } }
    return [.init("host", "127.0.0.1:8080")] + (cookie.map { [.init("cookie", $0)] } ?? [])
  }

  /// Asks for a page.
  func get(_ sti: String) async -> Nettsvar { await app.svar(Forespørsel(.get, sti, hoder: hoder)) }

  /// Sends a form.
  func post(_ sti: String, _ felt: [(String, String)]) async -> Nettsvar {
    let body = felt.map { "\(Prosentkode.skriv($0.0))=\(Prosentkode.skriv($0.1))" }.joined(separator: "&")
    return await app.svar(
      Forespørsel(
        .post, sti,
        hoder: hoder + [
          .init("content-type", "application/x-www-form-urlencoded"), .init("sec-fetch-site", "same-origin"),
        ], kropp: Array(body.utf8)))
  }

  /// Sends a form with files, as `multipart/form-data`.
  func last(
    _ sti: String, _ felt: [(String, String)], filer: [(felt: String, navn: String, bytes: [UInt8])]
  ) async -> Nettsvar {
    var body: [UInt8] = []
    for (name, value) in felt {
      body += "--grense\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8
    }
    for file in filer {
      body +=
        "--grense\r\nContent-Disposition: form-data; name=\"\(file.felt)\"; filename=\"\(file.navn)\"\r\n"
        .utf8
      body += "Content-Type: application/octet-stream\r\n\r\n".utf8
      body += file.bytes + "\r\n".utf8
    }
    body += "--grense--\r\n".utf8
    return await app.svar(
      Forespørsel(
        .post, sti,
        hoder: hoder + [
          .init("content-type", "multipart/form-data; boundary=grense"),
          .init("sec-fetch-site", "same-origin"),
        ], kropp: body))
  }

  /// The shipped definitions, all versions, read once for all tests of this process.
  static let bibliotek = Result { try lesBibliotek() }

  /// The files of the shipped definitions.
  static let filer = Result { try lesFiler() }

  private static func lesBibliotek() throws -> Sjekklistebibliotek {
    try Sjekklistebibliotek(try filer.get(), mappe: "Checklists")
  }

  private static func lesFiler() throws -> [Sjekklistebibliotek.Fil] {
    let root = rot.appending(path: "Checklists")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
    return try paths.filter { $0.hasSuffix(".yaml") || $0 == Publisering.sti }.sorted().map {
      Sjekklistebibliotek.Fil(sti: $0, bytes: Array(try Data(contentsOf: root.appending(path: $0))))
    }
  }

  /// The top of the repository.
  static let rot = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
}

/// A clock that stands still until it is moved.
final class Prøveklokke: Sendable {
  private let sekunder = Mutex(0)
  private let dato: Dato

  init(_ dato: Dato) { self.dato = dato }

  var nå: Øyeblikk {
    let elapsed = sekunder.withLock { $0 }
    return Øyeblikk(
      tid: "\(dato)T12:00:00Z", dato: dato, sekunder: Int(dato.dag) * 86_400 + 43_200 + elapsed)
  }

  func gå(_ seconds: Int) { sekunder.withLock { $0 += seconds } }
}

/// An access log in memory.
final class Minnelogg: Innsynslogg {
  private let linjer = Mutex<[Innsyn]>([])
  /// Whether the log cannot be written.
  let erFull = Mutex(false)

  struct Full: Error {}

  func skriv(_ innsyn: Innsyn) throws {
    if erFull.withLock({ $0 }) { throw Full() }
    linjer.withLock { $0.append(innsyn) }
  }

  func les(
    slag: Innsyn.Slag?, bruker: String?, emne: String?, måned: String?, maks: Int
  ) throws -> [Innsyn] {
    linjer.withLock { all in
      Array(
        all.reversed().filter {
          (slag == nil || $0.slag == slag) && (bruker == nil || $0.bruker == bruker)
            && (emne == nil || $0.emne == emne) && (måned.map($0.tid.hasPrefix) ?? true)
        }.prefix(maks))
    }
  }
}
