import CaseRecords
import Foundation
import Fuzz
import RuleLanguage
import Testing

/// The inputs that once broke a law, and a few that never did, are tried again in every test run.
struct FunnTests {
  static let corpus = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Corpus")

  static func files(_ folder: String) throws -> [(name: String, bytes: [UInt8])] {
    let folder = corpus.appending(path: folder)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    return try names.map { ($0, Array(try Data(contentsOf: folder.appending(path: $0)))) }
  }

  @Test func `every kept rule keeps the laws`() throws {
    let files = try FunnTests.files("rules")
    #expect(files.count >= 1)
    for file in files { #expect(Regelfuzz.brudd(file.bytes) == nil, "\(file.name)") }
  }

  @Test func `every kept case file keeps the laws`() throws {
    let files = try FunnTests.files("cases")
    #expect(files.count >= 1)
    for file in files { #expect(Saksfuzz.brudd(file.bytes) == nil, "\(file.name)") }
  }

  @Test func `the case that rules are tried on is a good one`() {
    let kilde = Kilde.minne(navn: "sak.json", bytes: Array(Fuzzmodell.sak.utf8))
    let (bunke, feil) = Saksinnlesing(modell: Fuzzmodell.modell, vakt: { _ in nil }).les([kilde])
    #expect(feil == [])
    #expect(bunke.saker.count == 1)
    #expect(Saksfuzz.brudd(Array(Fuzzmodell.sak.utf8)) == nil)
  }

  @Test func `the dictionary knows every word of the language`() throws {
    let text = try String(contentsOf: FunnTests.corpus.appending(path: "rules.dict"), encoding: .utf8)
    for word in Parser.reserved {
      let escaped = word.utf8.map { (32..<127).contains($0) ? String(UnicodeScalar($0)) : "\\x" + hex($0) }
      #expect(text.contains("\"\(escaped.joined())\""), "\(word)")
    }
  }

  private func hex(_ byte: UInt8) -> String { String(byte, radix: 16, uppercase: true) }
}
