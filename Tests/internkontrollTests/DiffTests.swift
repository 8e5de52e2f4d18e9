import Foundation
import JSONText
import Testing

/// `diff`: what a revision of a checklist changes, and what it finds in cases that the old version did not.
struct DiffTests {
  private let mappe: Prøvemappe

  init() throws { mappe = try Prøvemappe() }

  private static let gammel = "2013-01-01"
  private static let ny = "2014-05-31"

  private func replay(_ on: String, _ args: String...) throws -> Kjøring {
    try mappe.kjør(["diff", Self.gammel, Self.ny, "--replay", Program.eksempelsaker, "--on", on] + args)
  }

  /// The categories of a replay, added over the points; `named` counts the cases that are named.
  private func summer(_ answer: JSONValue, named: Bool) -> [String: Int] {
    var counts: [String: Int] = [:]
    for point in answer["replay"]?["points"]?.array ?? [] {
      for transition in point["transitions"]?.array ?? [] {
        let count = named ? transition["cases"]?.array?.count : transition["count"]?.integer.map { Int($0) }
        counts[transition["category"]?.string ?? "", default: 0] += count ?? 0
      }
    }
    return counts
  }

  @Test(arguments: ["2013-12-31", "2014-05-30", "2014-05-31", "2014-09-30"])
  func `what the revision of the progress plan finds fits one screen, the conclusion first`(_ on: String)
    throws
  {
    let run = try replay(on)
    run.endte(0)
    let lines = run.ut.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.count <= 44)
    #expect(lines.filter { $0.count > 100 } == [])
    #expect(run.ut.hasPrefix("Den nye sjekklisten finner "))
    let counts = summer(try replay(on, "--json").json(), named: false)
    #expect(run.ut.contains("Den gamle har \(counts["uendret"] ?? 0) funn. Alle er uendret i den nye."))
  }

  @Test func `the answer for programs has every case, and agrees with two checks`() throws {
    let run = try replay("2014-09-30", "--json")
    run.endte(0)
    let answer = try run.json()
    #expect(answer["schema"]?.string == "internkontroll/diff/1")
    #expect(answer["replay"]?["cases"]?.integer == 138)
    #expect(summer(answer, named: false) == summer(answer, named: true))
    var findings: [Set<String>] = []
    for version in [Self.gammel, Self.ny] {
      let check = try mappe.kjør([
        "check", Program.eksempelsaker, "--on", "2014-09-30", "--json", "--checklist",
        "fosterhjem@\(version)",
      ])
      var own: Set<String> = []
      for sak in try check.json()["cases"]?.array ?? [] {
        for point in sak["points"]?.array ?? [] {
          guard let utfall = point["utfall"]?.string, utfall == "avvik" || utfall == "merknad" else {
            continue
          }
          own.insert("\(sak["sak"]?.string ?? "") \(point["id"]?.string ?? "")")
        }
      }
      findings.append(own)
    }
    var new: Set<String> = []
    for point in answer["replay"]?["points"]?.array ?? [] {
      for transition in point["transitions"]?.array ?? [] where transition["category"]?.string == "nytt" {
        for sak in transition["cases"]?.array ?? [] {
          new.insert("\(sak.string ?? "") \(point["id"]?.string ?? "")")
        }
      }
    }
    #expect(new == findings[1].subtracting(findings[0]))
    #expect(answer["replay"]?["counts"]?["nytt"]?.integer == Int64(new.count))
  }

  @Test func `all cases are named when they are asked for, and the rules with --details`() throws {
    let all = try replay("2014-05-30", "--cases", "all", "--details")
    all.endte(0)
    let short = try replay("2014-05-30")
    #expect(all.linjer.first == short.linjer.first)
    #expect(all.linjer.count > short.linjer.count * 3)
    #expect(all.linjer.filter { $0.count > 100 } == [])
    #expect(all.ut.contains("\nNye punkter\n") && !short.ut.contains("\nNye punkter\n"))
    #expect(!all.ut.contains("S-0001, S-0003 …") && short.ut.contains("S-0001, S-0003 …"))
  }

  @Test func `the same bytes come in another time zone and locale`() throws {
    let plain = try replay("2014-05-30", "--details")
    let elsewhere = try mappe.kjør(
      ["diff", Self.gammel, Self.ny, "--replay", Program.eksempelsaker, "--on", "2014-05-30", "--details"],
      miljø: ["TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "LANG": "ar_EG.UTF-8"])
    #expect(plain.utBytes == elsewhere.utBytes)
  }

  @Test func `versions are named in three ways, and a draft may stand anywhere`() throws {
    let short = try mappe.kjør("diff", Self.gammel, Self.ny)
    let long = try mappe.kjør("diff", "fosterhjem@\(Self.gammel)", "fosterhjem@\(Self.ny)")
    short.endte(0)
    #expect(short.utBytes == long.utBytes)
    let published = try String(
      contentsOfFile: "\(Program.sjekklister)/fosterhjem/\(Self.ny).yaml", encoding: .utf8)
    try mappe.skriv("utkast.yaml", published)
    let same = try mappe.kjør("diff", Self.ny, "utkast.yaml")
    same.endte(0)
    #expect(same.ut.contains("De to versjonene er like.") && same.ut.contains("i utkast.yaml"))
    try mappe.skriv(
      "mapper/utkast.yml",
      published.replacing("finnes drøfting siste 6 måneder", with: "finnes drøfting siste 9 måneder"))
    let draft = try mappe.kjør("diff", Self.ny, "mapper/utkast.yml", "--json")
    draft.endte(0)
    let changed = try draft.json()["points"]?.array?.filter { $0["status"]?.string == "endret" } ?? []
    #expect(changed.map { $0["id"]?.string } == ["VD-DROFTING"])
    #expect(changed.first?["changes"]?.array?.map { $0["part"]?.string } == ["krav"])
    #expect(try draft.json()["replay"] == .null)
  }

  @Test func `what cannot be read is code 2, no case or version is 4, and wrong usage is 64`() throws {
    try mappe.skriv("brutt.yaml", "sjekkliste: fosterhjem\nversjon: i går\n")
    try mappe.kjør("diff", Self.ny, "brutt.yaml").feilet(2, "brutt.yaml:2:10", "cannot be used")
    try mappe.kjør("diff", Self.ny, "./borte.yaml").feilet(2, "./borte.yaml")
    try mappe.kjør("diff", Self.ny, "2014-06-01").feilet(4, "no version 2014-06-01")
    try mappe.kjør("diff", Self.ny, "annet@2014-06-01").feilet(4, "no checklist «annet»")
    try mappe.skriv("tom.jsonl", "")
    let empty = try mappe.kjør("diff", Self.gammel, Self.ny, "--replay", "tom.jsonl", "--on", "2014-05-30")
    empty.endte(4)
    #expect(empty.ut.hasPrefix("Det var ingen saker"))
    try mappe.saker([Prøvesak(sak: "S-1"), Prøvesak(sak: "S-2", uttrekk: "2014-01-01")], i: "blandet.jsonl")
    try mappe.skriv("brutt.json", "{\"format\":\"sak/1\"\n")
    let mixed = try mappe.kjør(
      "diff", Self.gammel, Self.ny, "--replay", "blandet.jsonl", "brutt.json", "--on", "2014-05-30", "--json")
    mixed.feilet(2, "invalid_json", "control_date_after_extract")
    #expect(try mixed.json()["replay"]?["cases"]?.integer == 1)
    #expect(try mixed.json()["errors"]?.array?.count == 2)
    try mappe.kjør("diff", Self.gammel, Self.ny, "--replay", "blandet.jsonl").endte(64)
    try mappe.kjør("diff", Self.gammel, Self.ny, "--on", "2014-05-30").endte(64)
    try mappe.kjør("diff", Self.gammel).endte(64)
    try mappe.kjør(
      "diff", Self.gammel, Self.ny, "--store", "k.sqlite", "--replay", "tom.jsonl", "--on", "2014-05-30"
    )
    .endte(64)
  }

  @Test func `the stored controls are run again on their own dates, with what was answered`() throws {
    let kontroll = Prøvekontroll(mappe)
    try mappe.saker(4)
    try mappe.kjør("diff", Self.gammel, Self.ny, "--store", "k.sqlite").feilet(2, "k.sqlite")
    try kontroll.draw("commit", "--cases", "saker.jsonl", "--role", "teamleder").endte(0)
    let none = try mappe.kjør("diff", Self.gammel, Self.ny, "--store", "k.sqlite")
    none.endte(4)
    #expect(none.linjer.first == "Det var ingen saker å kjøre de to versjonene på.")
    #expect(!none.ut.contains("Begge er kjørt"))
    try kontroll.control("--seed", "3546311556112163624615351222").endte(0)
    let run = try mappe.kjør("diff", Self.gammel, Self.ny, "--store", "k.sqlite")
    run.endte(0)
    #expect(run.ut.contains("Begge er kjørt på to saker som er trukket i MK-2014-09 fosterhjem-1"))
    #expect(run.ut.contains("Ikke kjørt på nytt: to saker som ikke ble trukket"))
    #expect(run.linjer.filter { $0.count > 100 } == [])
    let before = try mappe.les("k.sqlite")
    let json = try mappe.kjør("diff", Self.gammel, Self.ny, "--store", "k.sqlite", "--json").json()
    #expect(try mappe.les("k.sqlite") == before)
    let control = json["replay"]?["controls"]?.array?.first
    #expect(control?["on"]?.string == "2014-09-30")
    #expect(control?["cases"]?.array?.compactMap(\.string).sorted() == (try kontroll.trukne()).sorted())
  }
}
