import Foundation
import JSONText
import Testing

/// `due`: the deadlines of all children.
struct FristTests {
  private let mappe: Prøvemappe

  init() throws { mappe = try Prøvemappe() }

  @Test
  func `the list of the sample cases is in order of days, and all of them are within the time asked for`()
    throws
  {
    let run = try mappe.kjør(["due", Program.eksempelsaker, "--on", "2014-09-30", "--within", "60", "--json"])
    run.endte(0)
    let answer = try run.json()
    #expect(answer["schema"]?.string == "internkontroll/due/1")
    #expect(answer["cases"]?.integer == 138)
    let days = (answer["due"]?.array ?? []).compactMap { $0["date"]?.string }
    #expect(days.count > 50)
    #expect(days == days.sorted())
    #expect(days.allSatisfy { "2014-10-01" <= $0 && $0 <= "2014-11-29" })
  }

  @Test func `each deadline is the forecast that check gives, and none is missing`() throws {
    let due = try mappe.kjør([
      "due", Program.eksempelsaker, "--on", "2014-09-30", "--within", "365", "--json",
    ])
    let check = try mappe.kjør(["check", Program.eksempelsaker, "--on", "2014-09-30", "--json"])
    let listed = Set(
      (try due.json()["due"]?.array ?? []).map {
        [$0["sak"]?.string, $0["id"]?.string, $0["date"]?.string].compactMap(\.self).joined(separator: " ")
      })
    var expected: Set<String> = []
    for sak in try check.json()["cases"]?.array ?? [] {
      for point in sak["points"]?.array ?? [] {
        guard let day = point["prognose"]?.string, let id = point["id"]?.string else { continue }
        expected.insert("\(sak["sak"]?.string ?? "") \(id) \(day)")
      }
    }
    #expect(listed == expected)
    #expect(listed.count > 200)
  }

  @Test func `a child with two visits has two left, and the sentence says when it is too late`() throws {
    var sak = Prøvesak(sak: "S-1", uttrekk: "2014-11-30")
    let visits = [
      "2013-02-01", "2013-05-01", "2013-08-01", "2013-11-01", "2014-02-01", "2014-09-01",
    ]
    let events = visits.map { #"{"dato":"\#($0)","form":"stedlig"}"# }.joined(separator: ",")
    sak.samlinger["oppfølgingsbesøk"] = "[\(events)]"
    try mappe.saker([sak], i: "en.jsonl")
    let run = try mappe.kjør(["due", "en.jsonl", "--on", "2014-11-30"])
    run.endte(0)
    #expect(
      run.ut.contains(
        "Det gjenstår to oppfølgingsbesøk i 2014. Uten flere oppfølgingsbesøk blir dette avvik 1. januar 2015."
      ))
    #expect(run.ut.hasPrefix("Frister fra 1. desember 2014 til 29. januar 2015"))
  }

  @Test func `no case is code 4, a broken one is code 2 with the others in the list, and a bad option is 64`()
    throws
  {
    try mappe.skriv("tom.jsonl", "")
    try mappe.kjør(["due", "tom.jsonl", "--on", "2014-09-30"]).endte(4)
    try mappe.saker([Prøvesak(sak: "S-1")], i: "blandet.jsonl")
    try mappe.skriv("brutt.json", "{\"format\":\"sak/1\"\n")
    let mixed = try mappe.kjør(["due", "blandet.jsonl", "brutt.json", "--on", "2014-09-30", "--json"])
    mixed.endte(2)
    #expect(try mixed.json()["cases"]?.integer == 1)
    #expect(try mixed.json()["errors"]?.array?.count == 1)
    try mappe.kjør(["due", "blandet.jsonl", "--on", "2014-09-30", "--within", "0"]).endte(64)
    try mappe.kjør(["due", "blandet.jsonl"]).endte(64)
  }
}
