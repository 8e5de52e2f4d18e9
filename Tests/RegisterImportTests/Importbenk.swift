import Foundation
import JSONText
import Testing

@testable import RegisterImport

/// A folder of its own for one test, removed when the test is over.
final class Importbenk {
  let rot: URL
  static let nøkkel = Array("0123456789abcdef".utf8)

  init() throws {
    rot = FileManager.default.temporaryDirectory.appendingPathComponent("registerimport-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: rot, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: rot) }

  func sti(_ name: String) -> String { rot.appendingPathComponent(name).path }

  @discardableResult func skriv(_ name: String, _ text: String) throws -> String {
    try Data(text.utf8).write(to: rot.appendingPathComponent(name))
    return sti(name)
  }

  func les(_ name: String) throws -> String { try String(contentsOfFile: sti(name), encoding: .utf8) }

  func finnes(_ name: String) -> Bool { FileManager.default.fileExists(atPath: sti(name)) }

  func rettigheter(_ name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: sti(name))[.posixPermissions] as? Int
  }

  /// Everything in the folder of cases, hidden files too.
  func utfiler(_ folder: String = "ut") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: sti(folder)).sorted()
  }

  func importer(
    _ filer: [Registerfil], kobling: Bool = true, forventet: Int? = nil, enhet: String? = "solvik"
  ) throws -> Avstemming {
    var paths: [String] = []
    for (index, fil) in filer.enumerated() { paths.append(try skriv("fil\(index).xml", fil.xml)) }
    return try Registerimport(nøkkel: Self.nøkkel, enhet: enhet, team: "fosterhjem-1")
      .importer(
        filer: paths, til: sti("ut"), koblingsliste: kobling ? sti("kobling.csv") : nil, forventet: forventet)
  }

  /// The case lines of the last import, as text.
  func linjer() throws -> [String] {
    try les("ut/saker.jsonl").split(separator: "\n").map(String.init)
  }

  /// The journal numbers of the last import by pseudonym.
  func kobling() throws -> [[String]] {
    try les("kobling.csv").split(separator: "\n").dropFirst().map {
      $0.split(separator: ";").map(String.init)
    }
  }
}

/// One case through reading and translation.
func oversett(_ sak: TestSak, fil: Registerfil = Registerfil()) throws -> Saksoversetter.Utfall {
  let benk = try Importbenk()
  var fil = fil
  fil.saker = [sak]
  let path = try benk.skriv("fil.xml", fil.xml)
  let hode = try Registerleser.hode(.fil(path))
  let oversetter = Saksoversetter(
    giver: Pseudonymgiver(nøkkel: Importbenk.nøkkel), enhet: "solvik", team: "fosterhjem-1",
    kommunenummer: hode.kommunenummer, uttrekksdag: hode.uttrekksdag)
  var found: Saksoversetter.Utfall?
  try Registerleser.les(.fil(path)) { (_) throws(Importfeil) in
    true
  } onSak: { (read) throws(Importfeil) in
    found = oversetter.oversett(read)
  }
  return try #require(found)
}

func post(_ sak: TestSak, fil: Registerfil = Registerfil()) throws -> Saksoversetter.Oversatt {
  guard case .sak(let translated) = try oversett(sak, fil: fil) else {
    throw Testfeil.hoppet
  }
  return translated
}

func hoppårsak(_ sak: TestSak, fil: Registerfil = Registerfil()) throws -> Hoppårsak? {
  if case .hoppet(let reason) = try oversett(sak, fil: fil) { reason } else { nil }
}

enum Testfeil: Error {
  case hoppet
}

extension Saksoversetter.Oversatt {
  /// The events of a collection as compact text, one each.
  func samling(_ name: String) -> [String]? { post["hendelser"]?[name]?.array?.map(\.compactText) }
  func opplysning(_ name: String) -> String? { post["opplysninger"]?[name]?.string }
  var ufullstendig: [String] { post["ufullstendig"]?.array?.compactMap(\.string) ?? [] }
}
