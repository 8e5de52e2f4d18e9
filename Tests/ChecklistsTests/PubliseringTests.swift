import Checklists
import Foundation
import Testing
import Values

/// The lock file of published versions.
@Suite struct `A published version` {
  private static let lås = "prøve/2014-05-31.yaml"

  private func liste(_ versjon: String, gjelder: String, merknad: String = "") -> Sjekklistebibliotek.Fil {
    let text = """
      sjekkliste: prøve
      versjon: \(versjon)
      gjelder: {\(gjelder)}
      punkter:
        - id: PUNKT
          spørsmål: Er det truffet vedtak?
          sviktområde: 3
          kravtype: egen prosedyre
          hjemmel: [FAGLIG-NORM]
          alvorlighet: lav
          krav: finnes vedtak siste 12 måneder
          eksempler:
            - {navn: ett, på: \(versjon), sak: {vedtak: [{dato: 2013-12-01}]}, utfall: oppfylt}
            - {navn: ingen, på: \(versjon), sak: {}, utfall: avvik}
            - {navn: åpen, på: \(versjon), sak: {}, åpen: [vedtak], utfall: ukjent}
      \(merknad)
      """
    return .init(sti: "prøve/\(versjon).yaml", bytes: Array(text.utf8))
  }

  private var første: Sjekklistebibliotek.Fil {
    liste("2014-05-31", gjelder: "fra: 2014-05-31, til: 2014-08-31")
  }

  private func bibliotek(_ lists: [Sjekklistebibliotek.Fil], lock: String) throws -> Sjekklistebibliotek {
    let files = try Prøvebibliotek.filer().filter { ["saksmodell.yaml", "hjemler.yaml"].contains($0.sti) }
    let locked = Sjekklistebibliotek.Fil(sti: Publisering.sti, bytes: Array(lock.utf8))
    return try Sjekklistebibliotek(files + lists + (lock.isEmpty ? [] : [locked]), mappe: "L")
  }

  private func funn(_ lists: [Sjekklistebibliotek.Fil], lock: String) throws -> [String] {
    Gransking(try bibliotek(lists, lock: lock), på: .nyttår(2014)).feil.map {
      "\($0.kode) \($0.fil):\($0.linje):\($0.kolonne)"
    }
  }

  private func låst() throws -> String {
    let library = try bibliotek([første], lock: "")
    return library.publisering.medPublisert(library.sjekklister)
  }

  @Test func `is named in the lock file as sha256sum names it`() throws {
    let text = try låst()
    #expect(text.hasSuffix("  \(Self.lås)\n"))
    #expect(text.utf8.count == 64 + 2 + Self.lås.utf8.count + 1)
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appending(path: "prøve"), withIntermediateDirectories: true)
    try Data(første.bytes).write(to: folder.appending(path: Self.lås))
    try Data(text.utf8).write(to: folder.appending(path: Publisering.sti))
    let check = Process()
    check.executableURL = URL(filePath: "/usr/bin/env")
    check.arguments = ["sha256sum", "--check", "--strict", "--quiet", Publisering.sti]
    check.currentDirectoryURL = folder
    try check.run()
    check.waitUntilExit()
    #expect(check.terminationStatus == 0)
  }

  @Test func `is fine as long as not a byte of it changes`() throws {
    let lock = try låst()
    #expect(try funn([første], lock: lock) == [])
    let original = første.bytes
    // A changed comment or space is a change too; every place in the last line is tried.
    for place in original.indices.suffix(60) where original[place] == UInt8(ascii: " ") {
      var changed = første
      changed.bytes.insert(UInt8(ascii: " "), at: place)
      guard (try? bibliotek([changed], lock: "")) != nil else { continue }
      #expect(try funn([changed], lock: lock).contains("IK236 L/\(Self.lås):2:10"))
    }
    let commented = liste("2014-05-31", gjelder: "fra: 2014-05-31, til: 2014-08-31", merknad: "# rettet")
    #expect(try funn([commented], lock: lock) == ["IK236 L/\(Self.lås):2:10"])
  }

  @Test func `may not be taken away`() throws {
    let other = liste("2014-09-01", gjelder: "fra: 2014-09-01")
    #expect(try funn([other], lock: try låst()) == ["IK237 L/publisert.sha256:1:67"])
  }

  @Test func `is followed only by later ones`() throws {
    let lock = try låst()
    #expect(try funn([første, liste("2014-09-01", gjelder: "fra: 2014-09-01")], lock: lock) == [])
    let earlier = liste("2014-05-01", gjelder: "fra: 2014-05-01, til: 2014-05-30")
    #expect(try funn([earlier, første], lock: lock) == ["IK238 L/prøve/2014-05-01.yaml:2:10"])
  }

  @Test(arguments: [
    "tull", "", "ABCDEF  \(lås)", String(repeating: "g", count: 64) + "  \(lås)",
    String(repeating: "a", count: 64) + " \(lås)", String(repeating: "a", count: 64) + "  liste.txt",
  ])
  func `is not read from a line of another form`(_ line: String) throws {
    let lock = try låst() + line + "\n"
    #expect(try funn([første], lock: lock) == (line.isEmpty ? [] : ["IK235 L/publisert.sha256:2:1"]))
    #expect(try funn([første], lock: lock + lock).filter { $0.hasPrefix("IK235") }.count >= 1)
  }

  @Test func `stays in the lock file when others are added`() throws {
    let lock = try låst()
    let library = try bibliotek([første, liste("2014-09-01", gjelder: "fra: 2014-09-01")], lock: lock)
    let more = library.publisering.medPublisert(library.sjekklister)
    #expect(more.hasPrefix(lock))
    #expect(more.split(separator: "\n").count == 2)
    #expect(library.sjekklister.map(library.publisering.erPublisert) == [true, false])
  }
}

@Suite struct `Versions of a checklist` {
  @Test func `leave no day without one in force`() throws {
    let files = try Prøvebibliotek.filer().map { file in
      guard file.sti == "fosterhjem/2023-01-01.yaml" else { return file }
      let text = String(decoding: file.bytes, as: UTF8.self)
      return .init(
        sti: file.sti,
        bytes: Array(
          text.replacing("fra: 2023-01-01, til: 2023-12-31", with: "fra: 2023-01-01, til: 2023-12-29").utf8))
    }
    let found = Gransking(try Sjekklistebibliotek(files, mappe: "L"), på: .nyttår(2015)).feil
    let gap = try #require(found.first { $0.kode == "IK225" })
    #expect(gap.fil == "L/fosterhjem/2024-01-01.yaml")
    #expect(gap.melding == "No version of «fosterhjem» is in force from 2023-12-30 to 2023-12-31.")
  }
}
