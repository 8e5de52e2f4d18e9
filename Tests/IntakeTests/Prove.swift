import CaseRecords
import Checklists
import Foundation
import Intake
import JSONText
import RuleEngine
import Values
import Vocabulary

/// The shipped definitions, and uploads made of text.
enum Prøve {
  static let rot = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let nøkkel = Array("0123456789abcdef".utf8)
  static let idag = dag("2026-11-22")
  static let valg = Tabellvalg(
    uttrekksdag: dag("2014-09-30"), saksnummer: .pseudonym, komplett: [.oppfølgingsbesøk])

  /// Read once: it takes a second.
  private static let lest = Result {
    let folder = rot.appending(path: "Checklists")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    let files = try paths.filter { $0.hasSuffix(".yaml") }.sorted().map {
      Sjekklistebibliotek.Fil(sti: $0, bytes: Array(try Data(contentsOf: folder.appending(path: $0))))
    }
    return try Sjekklistebibliotek(files, mappe: "Checklists")
  }

  static func bibliotek() throws -> Sjekklistebibliotek { try lest.get() }
  static func modell() throws -> Saksmodell { try bibliotek().modell }

  /// A reader; with a checklist it also tells which points hang on what is unknown, which takes its time.
  static func innleser(nøkkel: [UInt8]? = nøkkel, medPunkter: Bool = false) throws -> Innleser {
    let bibliotek = try bibliotek()
    guard medPunkter else { return Innleser(modell: bibliotek.modell, nøkkel: nøkkel) }
    return Innleser(modell: bibliotek.modell, nøkkel: nøkkel) { bibliotek.sjekkliste("fosterhjem", på: $0) }
  }

  static func les(
    _ filer: (String, String)..., team: String = "fosterhjem-1", enhet: String? = "solvik",
    forventet: Int? = nil, tabell: Tabellvalg? = valg, medPunkter: Bool = false
  ) throws -> Innlesing {
    try innleser(medPunkter: medPunkter).les(
      filer.map { ($0.0, Array($0.1.utf8)) }, team: team, enhet: enhet, forventet: forventet, idag: idag,
      tabell: tabell)
  }

  /// The sample cases of the team.
  static func prøvesaker(_ antall: Int = 138) throws -> [JSONValue] {
    let folder = rot.appending(path: "SampleCases/fosterhjem-1")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().prefix(antall).map {
      try JSONValue(parsing: Array(try Data(contentsOf: folder.appending(path: $0))))
    }
  }
}

/// A day that is known to exist.
func dag(_ text: String) -> Dato { Dato(text) ?? .tidenesMorgen }

extension Uttrekk {
  var tekster: [String] { poster.map { String(decoding: $0, as: UTF8.self) } }

  func lest(_ sak: String) throws -> JSONValue? { try post(sak: sak).map { try JSONValue(parsing: $0) } }
}

extension Uttrekk {
  /// The verdict of each point in each case.
  func utfall(_ liste: Sjekkliste, på dag: Dato) throws -> [String: [String: Utfall]] {
    let bunke = try bunke(Prøve.modell())
    var kontroll = Punktkontroll(liste, bunke, på: dag)
    var found: [String: [String: Utfall]] = [:]
    for (index, sak) in bunke.saker.enumerated() {
      kontroll.begin(sak: index)
      for punkt in liste.punkter { found[sak.sak, default: [:]][punkt.id] = kontroll.utfall(punkt) }
    }
    return found
  }
}

/// A folder of its own for one test, removed when the test is over.
final class Prøvemappe {
  let sti: String

  init() throws {
    sti = FileManager.default.temporaryDirectory.appending(path: "intake-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: sti, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: sti) }

  func rettigheter(_ name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: name)[.posixPermissions] as? Int
  }
}
