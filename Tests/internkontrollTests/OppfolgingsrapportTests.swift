import Foundation
import JSONText
import Testing

/// `review`, `experience`, `follow-up` and `poam` on a played month.
struct OppfølgingsrapportTests {
  private let mappe: Prøvemappe

  init() throws { mappe = try Prøvemappe() }

  /// A month with no measure, whose first avvik is of a case.
  private func simuler() throws {
    try kjør("simulate", "--year", "2014", "--months", "1", "--cases-per-team", "40", "--seed", "1").endte(0)
  }

  private func kjør(_ verb: String, _ args: String...) throws -> Kjøring {
    try mappe.kjør([verb] + args + ["--store", "s.sqlite", "--checklists", Program.sjekklister])
  }

  private func uten(_ args: String...) throws -> Kjøring { try mappe.kjør(args + ["--store", "s.sqlite"]) }

  private func tiltak(_ args: String...) throws {
    try mappe.kjør(
      [
        "measure", "add", "--store", "s.sqlite", "--checklists", Program.sjekklister, "--text",
        "Fast mal for referat", "--starts", "2014-05-31",
        "--evaluated", "2014-12-31", "--responsible", "teamleder", "--role", "teamleder", "--date",
        "2014-03-01",
      ] + args
    ).endte(0)
  }

  @Test func `the review of a year says what was controlled, and no pseudonym`() throws {
    try simuler()
    try tiltak("--points", "OB-ANTALL", "VD-KVALITET")
    let text = try kjør("review", "--year", "2014")
    text.endte(0)
    #expect(text.ut.contains("To kontroller er låst. De trukne sakene er 4 av 48 planlagte."))
    #expect(text.ut.contains("er den for januar 2016"))
    #expect(text.ut.range(of: "S-[0-9]{4}", options: .regularExpression) == nil)
    let json = try kjør("review", "--year", "2014", "--json").json()
    #expect(json["measures"]?.array?.first?["effects"]?.array?.count == 2)
    #expect(json["measures"]?.array?.first?["effects"]?.array?.first?["first_month"]?.string == "2016-01")
    try kjør("review", "--year", "2014", "--html", "--out", "side.html").endte(0)
    #expect(try mappe.tekst("side.html").hasPrefix("<!DOCTYPE html>"))
    try kjør("review", "--year", "2013").feilet(4, "no control of 2013 is locked")
    try kjør("review", "--year", "2014", "--on", "2013-12-31").feilet(64)
  }

  @Test func `the group is told which cases two are to read, and no page is made of it`() throws {
    try simuler()
    let json = try kjør("review", "--year", "2014", "--second-readings", "--json").json()
    let cases = try #require(json["cases"]?.array)
    for one in cases {
      #expect(one["month"]?.string == "2014-01")
      #expect(one["read"] == .bool(false))
    }
    #expect(cases.count <= 2, "one team's two cases are the beginning of a run of twelve")
    try kjør("review", "--year", "2014", "--second-readings", "--html").feilet(64)
    let none = try kjør("review", "--year", "2013", "--second-readings")
    none.endte(0)
    #expect(none.ut.contains("Ingen trukne saker leses av to i 2013."))
  }

  @Test func `what a period taught is summed up from the store`() throws {
    try simuler()
    let json = try kjør("experience", "--period", "2014-01..2014-12", "--json").json()
    #expect(json["versions"]?.array?.first?["controls"]?.integer == 2)
    #expect(json["versions"]?.array?.first?["checklist"]?.string == "fosterhjem@2013-01-01")
    try kjør("experience", "--period", "2015-01..2015-12").feilet(4, "no control from 2015-01 to 2015-12")
    try kjør("experience", "--period", "2014-12..2014-01").feilet(64)
    try kjør("experience", "--period", "2014-01..2014-12", "--on", "2013-12-31").feilet(4, "up to 2013-12")
    #expect(try kjør("experience", "--period", "2014-01..2014-01").ut.hasPrefix("Erfaringer med"))
  }

  @Test func `a case with something to follow up gets a sheet, and one without does not`() throws {
    try mappe.saker([Prøvesak(sak: "M-01"), .uklanderlig("M-02")])
    let args = [
      "follow-up", "--on", "2014-09-30", "--cases", "saker.jsonl", "--checklists", Program.sjekklister,
    ]
    let json = try mappe.kjør(args + ["--json"]).json()
    #expect(json["cases_read"]?.integer == 2)
    let cases = try #require(json["cases"]?.array)
    #expect(cases.first?["sak"]?.string == "M-01")
    #expect(cases.first?["now"]?.array?.contains { $0["utfall"]?.string == "avvik" } == true)
    let due = try mappe.kjør(
      "due", "saker.jsonl", "--on", "2014-09-30", "--within", "60", "--json", "--checklists",
      Program.sjekklister
    ).json()
    for one in due["due"]?.array ?? [] {
      let page = cases.first { $0["sak"] == one["sak"] }
      let listed = page?["due"]?.array?.contains { $0["id"] == one["id"] && $0["date"] == one["date"] }
      #expect(listed == true, "\(one.compactText)")
    }
    #expect(due["due"]?.array?.count == cases.reduce(0) { $0 + ($1["due"]?.array?.count ?? 0) })
    let page = try mappe.kjør(args + ["--html", "--out", "ark.html", "--case", "M-01"])
    page.endte(0)
    #expect(try mappe.tekst("ark.html").contains("Sak M-01"))
    let mode = try FileManager.default.attributesOfItem(atPath: mappe.sti("ark.html"))[.posixPermissions]
    #expect(mode as? Int == 0o600)
    try mappe.kjør(args + ["--case", "M-09"]).feilet(2, "--case M-09 is not among the cases")
    try mappe.kjør(
      "follow-up", "--on", "2014-09-30", "--cases", "borte.jsonl", "--checklists", Program.sjekklister
    ).endte(2)
  }

  @Test func `the sheet names the open avvik of the case when a store is given`() throws {
    try simuler()
    let list = try uten("avvik", "list", "--json").json()
    let first = try #require(list["avvik"]?.array?.first)
    let sak = try #require(first["sak"]?.string ?? first["case"]?.string)
    try mappe.saker([.uklanderlig(sak)])
    let text = try kjør("follow-up", "--on", "2014-09-30", "--cases", "saker.jsonl")
    text.endte(0)
    #expect(text.ut.contains("Åpne avvik i avvikssystemet"))
    #expect(text.ut.contains("AV-2014-001"))
  }

  @Test func `another program reads the measures as OSCAL, with milestones and the avvik they are against`()
    throws
  {
    try simuler()
    try kjør("poam", "--on", "2014-12-31").feilet(4, "there is no measure")
    try uten(
      "avvik", "assess", "AV-2014-001", "--severity", "høy", "--cause", "kapasitet", "--responsible",
      "teamleder",
      "--deadline", "2014-10-31", "--role", "teamleder", "--date", "2014-02-20"
    ).endte(0)
    try tiltak("--points", "OB-ANTALL", "--against", "AV-2014-001")
    try uten(
      "measure", "done", "T-2014-001", "--reference", "2014/55", "--role", "teamleder", "--date", "2014-05-31"
    ).endte(0)
    func les(_ args: String...) throws -> JSONValue {
      let run = try mappe.kjør(
        ["poam", "--store", "s.sqlite", "--checklists", Program.sjekklister, "--out", "p.json"] + args)
      run.endte(0)
      return try Lesere.les("poam", ["p.json"], i: mappe)
    }
    let own = try les("--on", "2014-12-31")
    let item = try #require(own["items"]?["T-2014-001"])
    #expect(item["state"]?.string == "iverksatt")
    #expect(item["observations"]?.array == [.string("AV-2014-001")])
    #expect(item["risks"]?.array == [.string("remediating"), .string("remediating")])
    let milestones = item["milestones"]?.array?.compactMap { $0.array?.compactMap(\.string) }
    #expect(
      milestones == [["Settes i verk", "2014-05-31", "ja"], ["Evalueres", "2014-12-31", "nei"]])
    #expect(try les("--on", "2014-12-31") == own, "the same store and day give the same bytes")
    let earlier = try les("--on", "2014-03-31")
    #expect(earlier["items"]?["T-2014-001"]?["state"]?.string == "planlagt")
    #expect(earlier["uuid"] != own["uuid"])

    let outside = try les("--on", "2014-12-31", "--audience", "utenfor")
    #expect(outside.antall("observations") == 0)
    #expect(outside["items"]?["T-2014-001"]?["avvik"] == .null)
    let text = try mappe.tekst("p.json")
    #expect(!text.contains("AV-2014"))
    #expect(text.range(of: "S-[0-9]{4}", options: .regularExpression) == nil)
  }
}
