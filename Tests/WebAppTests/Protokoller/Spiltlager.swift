import AuditStore
import Checklists
import Foundation
import Simulation

@testable import WebApp

/// Two months of Solvik, played once for all tests of this process; each test gets a copy of its own.
enum Spiltlager {
  private static let spilt = Result { () throws -> URL in
    let folder = FileManager.default.temporaryDirectory.appending(path: "spilt-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: "spilt.sqlite")
    let library = try Prøveapp.bibliotek.get()
    let setup = Simuleringsoppsett(antallMåneder: 2, sakerPerTeam: 40)
    let store = try Revisjonslager.open(sti: file.path)
    try Simulering(setup, library, library.planverk(), motor: "prøve").spill(i: store)
    try store.close()
    return file
  }

  /// A web app on a store with four locked controls.
  static func app(
    _ rolle: Rolle, team: [String]? = nil, id: String = Bruker.lokal, dag: String = "2014-10-03"
  ) throws -> Prøveapp {
    let folder = FileManager.default.temporaryDirectory.appending(path: "nettapp-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: "prove.sqlite")
    try FileManager.default.copyItem(at: spilt.get(), to: file)
    return try Prøveapp(
      lager: Revisjonslager.open(sti: file.path), folder, rolle, team: team, id: id, dag: dag)
  }
}

/// What every page must keep, however it is filled.
enum Sidekrav {
  /// What is wrong with a page: ids that stand twice, links within the page that go nowhere, headings that are not one.
  static func brudd(_ html: String) -> [String] {
    let ids = html.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
    var faults = Dictionary(grouping: ids, by: \.self).filter { $1.count > 1 }.map {
      "the id \($0.key) twice"
    }
    faults += html.matches(of: /href="#([^"]+)"/).map { String($0.1) }.filter { !ids.contains($0) }
      .map { "a link to #\($0), which is not there" }
    if html.matches(of: /<h1/).count != 1 { faults.append("not one h1") }
    let levels = html.matches(of: /<h([1-6])/).compactMap { Int($0.1) }
    for (before, after) in zip(levels, levels.dropFirst()) where after > before + 1 {
      faults.append("h\(after) after h\(before)")
    }
    return faults
  }
}
