import AuditStore
import Checklists
import Foundation
import JSONText
import Quality
import Sampling
import Testing
import Values

@testable import Simulation

/// A year of Solvik, played once for all tests of this process.
struct Simulertår {
  let sti: String
  let lager: Revisjonslager
  /// The locked controls, in the order in which they were locked.
  let kontroller: [Kontroll]

  static let oppsett = Simuleringsoppsett(sakerPerTeam: 40)
  private static let spilt = Result { try Simulertår(oppsett) }

  static func delt() throws -> Simulertår { try spilt.get() }

  init(_ oppsett: Simuleringsoppsett) throws {
    sti = try Simulertår.sti()
    let bibliotek = try Simulertår.bibliotek(oppsett.periode)
    let simulering = try Simulering(oppsett, bibliotek, bibliotek.planverk(), motor: "prøve")
    let store = try Revisjonslager.open(sti: sti)
    try simulering.spill(i: store)
    lager = store
    kontroller = try store.oppføringer(.lås).map { entry in
      let payload = try #require(entry.innhold)
      let key = Kontrollnøkkel(
        enhet: oppsett.enhet, team: try #require(payload["team"]?.string),
        måned: try #require(payload["month"]?.string.flatMap { Måned($0) }))
      return try Kontrollverb(store, key, tid: "2015-01-01T12:00:00Z", salt: { [] }).kontroll()
    }
  }

  /// A new file in a folder that goes away with the process.
  static func sti() throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "simulering-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    return folder.appending(path: "simulert.sqlite").path
  }

  /// The shipped checklists.
  static func bibliotek(_ periode: Periode = .år(2014)) throws -> Sjekklistebibliotek {
    let rot = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Checklists")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: rot.path)
    let files = try paths.filter { $0.hasSuffix(".yaml") }.sorted().map {
      Sjekklistebibliotek.Fil(sti: $0, bytes: Array(try Data(contentsOf: rot.appending(path: $0))))
    }
    return try Sjekklistebibliotek(files, mappe: "Checklists", utvalg: .iKraft(periode))
  }
}
