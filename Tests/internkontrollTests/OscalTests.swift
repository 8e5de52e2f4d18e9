import Foundation
import JSONText
import Testing

/// `check --oscal`: read by compliance-trestle, with the same outcomes as `--json`.
struct OscalTests {
  private let mappe: Prøvemappe

  init() throws { mappe = try Prøvemappe() }

  private func check(_ args: [String], kode: Int32) throws -> (json: JSONValue, oscal: JSONValue) {
    let all = ["check"] + args + ["--on", "2014-09-30"]
    let json = try mappe.kjør(all + ["--json"])
    let oscal = try mappe.kjør(all + ["--oscal"])
    json.endte(kode)
    oscal.endte(kode)
    #expect(oscal.feil == json.feil)
    try mappe.skriv("svar.json", oscal.ut)
    return (try json.json(), try Lesere.les("oscal", ["svar.json"], i: mappe))
  }

  /// The outcomes of each point in `--json`, counted.
  private func utfall(_ json: JSONValue) -> [String: [String: Int]] {
    var counts: [String: [String: Int]] = [:]
    for point in (json["cases"]?.array ?? []).flatMap({ $0["points"]?.array ?? [] }) {
      counts[point["id"]?.string ?? "", default: [:]][point["utfall"]?.string ?? "", default: 0] += 1
    }
    return counts
  }

  /// What a point's finding must say: state, reason, the outcome that decides, and how many observations.
  private func ventet(_ counts: [String: Int]) -> [JSONValue]? {
    let order = ["avvik", "merknad", "ukjent", "ikke_kontrollert", "oppfylt"]
    guard let worst = order.first(where: { counts[$0] != nil }) else { return nil }
    let state = worst == "oppfylt" ? "satisfied" : "not-satisfied"
    let reason = ["oppfylt": "pass", "avvik": "fail"][worst] ?? "other"
    let seen = counts.filter { $0.key != "ikke_aktuelt" }.values.reduce(0, +)
    return [.string(state), .string(reason), .string(worst), .integer(Int64(seen))]
  }

  private func sammenlign(_ json: JSONValue, _ oscal: JSONValue) throws {
    let counts = utfall(json)
    #expect(oscal.antall("cases") == json["cases"]?.array?.count)
    let outcomes = try #require(oscal["outcomes"]?.members)
    var total: [String: Int] = [:]
    for own in counts.values { total.merge(own, uniquingKeysWith: +) }
    #expect(Dictionary(uniqueKeysWithValues: outcomes.map { ($0.name, Int($0.value.integer ?? 0)) }) == total)
    for (id, own) in counts { #expect(oscal["findings"]?[id]?.array == ventet(own), "\(id)") }
    #expect(oscal["log"]?.array == json["errors"]?.array?.map { $0["code"] ?? .null })
  }

  @Test func `the sample cases give the same outcomes as in JSON`() throws {
    let (json, oscal) = try check([Program.eksempelsaker], kode: 1)
    try sammenlign(json, oscal)
    #expect(oscal["start"]?.string == "2014-09-30T00:00:00+00:00")
    #expect(oscal["controls"]?.array?.count == utfall(json).count)
    #expect(oscal["outcomes"]?.antall("ukjent") ?? 0 > 0)
    #expect(oscal.antall("risks") == 0)
  }

  @Test func `what a machine cannot settle is not satisfied, and what applies to nobody has no finding`()
    throws
  {
    try mappe.saker([.uklanderlig("M-01"), .uklanderlig("M-02")])
    let (json, oscal) = try check(["saker.jsonl"], kode: 0)
    try sammenlign(json, oscal)
    let findings = try #require(oscal["findings"]?.members)
    #expect(findings.contains { $0.value.array?.first?.string == "satisfied" })
    #expect(
      oscal["findings"]?["VD-KVALITET"]?.array?.prefix(3)
        == [.string("not-satisfied"), .string("other"), .string("ikke_kontrollert")])
    #expect(oscal["findings"]?["TP-FINNES"] == nil)
  }

  @Test func `a waiver is a deviation that is approved, and the avvik stays`() throws {
    try mappe.saker([Prøvesak(sak: "M-01")])
    let points = try mappe.kjør("check", "saker.jsonl", "--on", "2014-09-30", "--json").json()
    let avvik = points["cases"]?.array?.first?["points"]?.array?.first {
      $0["utfall"]?.string == "avvik" && $0["kravtype"]?.string == "egen prosedyre"
    }
    let id = try #require(avvik?["id"]?.string)
    try mappe.skriv(
      "unntak.yaml",
      """
      - {sak: M-01, punkt: \(id), grunn: Ny leder, myndighet: fagleder, fra: 2014-09-01, til: 2014-12-31}
      """)
    let (json, oscal) = try check(["saker.jsonl", "--waivers", "unntak.yaml"], kode: 1)
    try sammenlign(json, oscal)
    #expect(oscal.antall("risks") == 1)
    let text = try mappe.tekst("svar.json")
    for word in ["deviation-approved", "Ny leder", "\"deadline\":\"2014-12-31T00:00:00Z\""] {
      #expect(text.contains(word), "\(word)")
    }
  }

  @Test func `inputs that cannot be read are in the log, and no case is said so`() throws {
    try mappe.saker([.uklanderlig("M-01")])
    try mappe.skriv("ødelagt.json", "{")
    let (json, oscal) = try check(["saker.jsonl", "ødelagt.json", "borte.json"], kode: 2)
    try sammenlign(json, oscal)
    #expect(oscal["log"]?.array?.count == 2)
    try mappe.skriv("tom.jsonl", "")
    let (_, none) = try check(["tom.jsonl"], kode: 4)
    #expect(none["findings"] == .object([]))
    #expect(try mappe.tekst("svar.json").contains("Ingen saker er kontrollert."))
  }

  @Test func `other content has other ids, and one form is asked for at a time`() throws {
    func id(_ sak: Prøvesak, _ more: String...) throws -> String? {
      try mappe.saker([sak])
      let args = ["check", "saker.jsonl", "--on", "2014-09-30", "--oscal"] + more
      let run = try mappe.kjør(args)
      #expect(try mappe.kjør(args).utBytes == run.utBytes)
      return try run.json()["assessment-results"]?["uuid"]?.string
    }
    let ids = [
      try id(Prøvesak()), try id(.uklanderlig()), try id(.uklanderlig("M-02")),
      try id(.uklanderlig(), "--known-on", "2014-10-31"),
    ]
    #expect(Set(ids).count == 4 && !ids.contains(nil))
    try mappe.kjør("check", "saker.jsonl", "--on", "2014-09-30", "--oscal", "--json")
      .feilet(64, "Give one of --json, --jsonl and --oscal")
  }
}
