import Foundation
import GRDB
import JSONText
import Sampling
import Testing

@testable import AuditStore

struct SikkerhetskopiTests {
  private func kopi(_ test: Prøvemappe) throws -> (Revisjonslager, Sikkerhetskopi) {
    let store = try test.heltMånedsløp()
    return (store, try store.sikkerhetskopier(til: test.sti("kopi"), tid: tid))
  }

  @Test func `a backup restores to the same store`() throws {
    let test = try Prøvemappe()
    let (store, manifest) = try kopi(test)
    #expect(manifest.journalkode == (try store.journalkode()))
    #expect(manifest.sjekksum == Sjekksum(av: try test.bytes("kopi")))
    #expect(try Sikkerhetskopi(json: JSONValue(parsing: test.bytes("kopi.manifest.json"))) == manifest)
    let restored = try Revisjonslager.gjenopprett(
      fra: test.sti("kopi"), til: test.sti("ny/lager"), ikkeEldreEnn: manifest.journalkode)
    #expect(restored == manifest)
    let copy = try Revisjonslager.open(sti: test.sti("ny/lager"))
    #expect(try copy.rader(.hendelse) == store.rader(.hendelse))
    #expect(try copy.journalkode() == store.journalkode())
    for name in ["kopi", "kopi.manifest.json", "ny/lager"] {
      let attributes = try FileManager.default.attributesOfItem(atPath: test.sti(name))
      #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
    #expect(
      try Set(FileManager.default.contentsOfDirectory(atPath: test.mappe))
        == ["internkontroll.sqlite", "kopi", "kopi.manifest.json", "ny"])
  }

  @Test func `a backup taken while others write is the store at one moment`() throws {
    let test = try Prøvemappe()
    let store = try test.fyll(20)
    let (path, salt) = (test.sti(), test.salt)
    DispatchQueue.concurrentPerform(iterations: 2) { part in
      if part == 0 {
        let writer = try? Revisjonslager.open(sti: path, ventetid: 60)
        for _ in 0..<40 {
          _ = try? writer?.append(
            .eksport, rolle: "r", innhold: [:], klasse: .funn, tid: tid, salt: salt.salt)
        }
      } else {
        for number in 0..<5 { _ = try? store.sikkerhetskopier(til: "\(path).\(number)", tid: tid) }
      }
    }
    let tree = try store.merkletre()
    #expect(tree.størrelse == 60)
    for number in 0..<5 {
      let found = try Revisjonslager.verifiser(sti: "\(path).\(number)")
      #expect(found.holder)
      #expect(found.journalkode == Journalkode(tree, ved: found.antall))
    }
  }

  @Test func `a copy that is not what its manifest says is refused`() throws {
    let test = try Prøvemappe()
    _ = try kopi(test)
    let whole = try test.bytes("kopi")
    var random = SplitMix64(state: 3)
    var damaged = (0..<20).map { _ in Array(whole.prefix(Int.random(in: 0..<whole.count, using: &random))) }
    damaged += (0..<200).map { _ in
      var bytes = whole
      bytes[Int.random(in: 0..<whole.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      return bytes
    }
    for bytes in damaged {
      try test.skriv(bytes, "kopi")
      #expect(throws: Lagerfeil.sikkerhetskopi("its SHA-256 is not that of the manifest")) {
        try Revisjonslager.gjenopprett(fra: test.sti("kopi"), til: test.sti("ny"))
      }
    }
    try FileManager.default.removeItem(atPath: test.sti("kopi.manifest.json"))
    #expect(throws: Lagerfeil.sikkerhetskopi("it has no manifest that can be read")) {
      try Revisjonslager.gjenopprett(fra: test.sti("kopi"), til: test.sti("ny"))
    }
    #expect(!FileManager.default.fileExists(atPath: test.sti("ny")))
  }

  @Test(arguments: ["ny", "ny-journal", "ny-wal", "ny-shm"])
  func `nothing is restored over a store or into its leftovers`(name: String) throws {
    let test = try Prøvemappe()
    _ = try kopi(test)
    try test.skriv([1], name)
    let error = #expect(throws: Lagerfeil.self) {
      try Revisjonslager.gjenopprett(fra: test.sti("kopi"), til: test.sti("ny"))
    }
    if case .finnesFraFør? = error {} else { Issue.record("\(String(describing: error))") }
    #expect(try test.bytes(name) == [1])
  }

  @Test func `a backup older than the printed code, or newer than the program, is refused`() throws {
    let test = try Prøvemappe()
    let (store, _) = try kopi(test)
    try store.append(.eksport, rolle: "r", innhold: [:], klasse: .funn, tid: tid, salt: test.salt.salt)
    let code = try store.journalkode()
    #expect(throws: Lagerfeil.sikkerhetskopi("it is older than the printed code")) {
      try Revisjonslager.gjenopprett(fra: test.sti("kopi"), til: test.sti("ny"), ikkeEldreEnn: code)
    }
    try store.close()
    let known = Skjema.versjon
    try test.utenom("PRAGMA user_version = \(known + 1); CREATE TABLE nytt (a)")
    let bytes = try test.bytes()
    let manifest = Sikkerhetskopi(
      sjekksum: Sjekksum(av: bytes), størrelse: bytes.count, journalkode: code, tid: tid)
    try test.skriv(manifest.json.canonicalBytes, "internkontroll.sqlite.manifest.json")
    #expect(throws: Lagerfeil.nyereSkjema(funnet: known + 1, kjent: known)) {
      try Revisjonslager.gjenopprett(fra: test.sti(), til: test.sti("ny"))
    }
    #expect(!FileManager.default.fileExists(atPath: test.sti("ny")))
  }

  @Test func `an earlier backup is not written over`() throws {
    let test = try Prøvemappe()
    let (store, _) = try kopi(test)
    let before = try test.bytes("kopi")
    #expect(throws: Lagerfeil.finnesFraFør("an earlier backup")) {
      try store.sikkerhetskopier(til: test.sti("kopi"), tid: tid)
    }
    #expect(try test.bytes("kopi") == before)
  }
}
