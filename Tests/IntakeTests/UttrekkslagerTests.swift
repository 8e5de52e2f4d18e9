import CaseRecords
import Foundation
import Intake
import JSONText
import Testing
import Values

struct UttrekkslagerTests {
  private func uttrekk(_ saker: [String], til dag: String = "2014-09-30") -> Uttrekk {
    Uttrekk(
      enhet: "solvik", team: "fosterhjem-1", dag: IntakeTests.dag(dag), kilde: .saksfil,
      poster: saker.map { sak in
        JSONValue.object([
          "format": .string("sak/1"), "sak": .string(sak), "enhet": .string("solvik"),
          "team": .string("fosterhjem-1"), "uttrekk": .string(dag),
        ]).canonicalBytes
      }, uleselige: ["S-9"])
  }

  @Test func `what is kept is what is read, also by another process' eyes`() throws {
    let mappe = try Prøvemappe()
    let lager = Uttrekkslager(mappe: mappe.sti + "/uttrekk")
    #expect(try lager.les(team: "fosterhjem-1") == nil)
    try lager.lagre(uttrekk(["S-2", "S-1"]))
    let read = try #require(try Uttrekkslager(mappe: mappe.sti + "/uttrekk").les(team: "fosterhjem-1"))
    #expect(read == uttrekk(["S-1", "S-2"]))
    #expect(read.saker == ["S-1", "S-2"])
    #expect(try lager.les(team: "fosterhjem-2") == nil)
  }

  @Test func `a second upload takes the place of the first, and nothing is left behind`() throws {
    let mappe = try Prøvemappe()
    let lager = Uttrekkslager(mappe: mappe.sti + "/uttrekk")
    try lager.lagre(uttrekk(["S-1", "S-2"]))
    try lager.lagre(uttrekk(["S-3"], til: "2014-10-31"))
    #expect(try lager.les(team: "fosterhjem-1")?.saker == ["S-3"])
    #expect(lager.hoder().map(\.team) == ["fosterhjem-1"])
    let files = try FileManager.default.contentsOfDirectory(atPath: mappe.sti + "/uttrekk")
    #expect(files.count == 1)
    #expect(!files[0].contains("fosterhjem"))
    try lager.slett(team: "fosterhjem-1")
    try lager.slett(team: "fosterhjem-1")
    #expect(try FileManager.default.contentsOfDirectory(atPath: mappe.sti + "/uttrekk") == [])
  }

  @Test func `only the owner can read it, also in a folder that was open`() throws {
    let mappe = try Prøvemappe()
    let folder = mappe.sti + "/uttrekk"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o755])
    try Uttrekkslager(mappe: folder).lagre(uttrekk(["S-1"]))
    #expect(try mappe.rettigheter(folder) == 0o700)
    let file = try #require(try FileManager.default.contentsOfDirectory(atPath: folder).first)
    #expect(try mappe.rettigheter(folder + "/" + file) == 0o600)
  }

  @Test(arguments: ["../../ute", "/etc/passwd", "a\u{0}b", "..", "æøå", String(repeating: "x", count: 5000)])
  func `no team name leads out of the folder`(_ team: String) throws {
    let mappe = try Prøvemappe()
    var own = uttrekk(["S-1"])
    own.team = team
    let lager = Uttrekkslager(mappe: mappe.sti + "/uttrekk")
    try lager.lagre(own)
    #expect(try lager.les(team: team)?.saker == ["S-1"])
    #expect(try FileManager.default.subpathsOfDirectory(atPath: mappe.sti).count == 2)
  }

  @Test func `a link is not followed, neither as folder nor as file`() throws {
    let mappe = try Prøvemappe()
    let folder = mappe.sti + "/uttrekk"
    try FileManager.default.createDirectory(atPath: mappe.sti + "/ute", withIntermediateDirectories: false)
    try FileManager.default.createSymbolicLink(atPath: folder, withDestinationPath: mappe.sti + "/ute")
    #expect(throws: Uttrekkslagerfeil.mappe) { try Uttrekkslager(mappe: folder).lagre(uttrekk(["S-1"])) }
    let real = mappe.sti + "/ekte"
    try Uttrekkslager(mappe: real).lagre(uttrekk(["S-1"]))
    let file = real + "/" + (try FileManager.default.contentsOfDirectory(atPath: real)[0])
    try FileManager.default.moveItem(atPath: file, toPath: mappe.sti + "/flyttet")
    try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: mappe.sti + "/flyttet")
    #expect(throws: Uttrekkslagerfeil.lesing) { try Uttrekkslager(mappe: real).les(team: "fosterhjem-1") }
  }

  @Test func `a file cut anywhere is an error, never a shorter extract`() throws {
    let mappe = try Prøvemappe()
    let lager = Uttrekkslager(mappe: mappe.sti)
    try lager.lagre(uttrekk(["S-1", "S-2"]))
    let file = mappe.sti + "/" + (try FileManager.default.contentsOfDirectory(atPath: mappe.sti)[0])
    let whole = try Data(contentsOf: URL(filePath: file))
    for count in stride(from: 0, to: whole.count, by: 11) {
      try whole.prefix(count).write(to: URL(filePath: file))
      #expect(throws: Uttrekkslagerfeil.skadet, "cut at \(count)") { try lager.les(team: "fosterhjem-1") }
    }
  }

  @Test func `many changes at once are all there afterwards`() async throws {
    let mappe = try Prøvemappe()
    let folder = mappe.sti + "/uttrekk"
    #expect(try Uttrekkslager(mappe: folder).endre(team: "fosterhjem-1") { $0 } == nil)
    try Uttrekkslager(mappe: folder).lagre(uttrekk(["S-0"]))
    await withTaskGroup(of: Void.self) { group in
      for number in 1...20 {
        let post = uttrekk(["S-\(number)"]).poster[0]
        group.addTask {
          _ = try? Uttrekkslager(mappe: folder).endre(team: "fosterhjem-1") {
            $0.medPost(post, sak: "S-\(number)")
          }
        }
      }
    }
    #expect(try Uttrekkslager(mappe: folder).les(team: "fosterhjem-1")?.poster.count == 21)
  }

  @Test func `one record is replaced, and a case that could not be read is read now`() throws {
    let before = uttrekk(["S-1", "S-2"])
    let other = uttrekk(["S-9"], til: "2014-11-30").poster[0]
    let after = before.medPost(other, sak: "S-9")
    #expect(after.saker == ["S-1", "S-2", "S-9"])
    #expect(after.uleselige == [])
    #expect("\(after.dag)" == "2014-11-30")
    let again = after.medPost(uttrekk(["S-1"], til: "2014-12-01").poster[0], sak: "S-1")
    #expect(again.saker == after.saker)
    #expect(String(decoding: again.post(sak: "S-1") ?? [], as: UTF8.self).contains("2014-12-01"))
    #expect(try again.bunke(Prøve.modell()).saker.map(\.sak) == again.saker)
  }
}
