import Foundation
import JSONText
import Testing

extension Prøvemappe {
  /// The smallest of the shipped versions, not yet published, with the registers it needs in a folder.
  func lagMinsteSjekkliste(i folder: String) throws {
    func shipped(_ name: String) throws -> String {
      try String(contentsOf: URL(filePath: "\(Program.sjekklister)/\(name)"), encoding: .utf8)
    }
    for name in ["saksmodell.yaml", "hjemler.yaml", "sviktomrader.yaml"] {
      try skriv("\(folder)/\(name)", try shipped(name))
    }
    // The procedures name points of later versions, so none are taken along, and none are cited.
    let lines = try shipped("fosterhjem/2013-01-01.yaml").split(
      separator: "\n", omittingEmptySubsequences: false)
    try skriv(
      "\(folder)/fosterhjem/2013-01-01.yaml",
      lines.filter { !$0.hasPrefix("    prosedyre:") }.joined(separator: "\n"))
  }
}

/// `publish` freezes versions, and `validate` holds them to it; `boundaries` helps their author.
struct PubliseringTests {
  private let mappe: Prøvemappe
  private let fil = "L/fosterhjem/2013-01-01.yaml"

  init() throws {
    mappe = try Prøvemappe()
    try mappe.lagMinsteSjekkliste(i: "L")
  }

  @Test func `a version is frozen once, and then a changed byte is a fault`() throws {
    let run = try mappe.kjør("publish", "--checklists", "L")
    run.endte(0)
    #expect(run.ut.hasPrefix("published fosterhjem@2013-01-01  "))
    let lock = try mappe.tekst("L/publisert.sha256")
    try mappe.skall("cd L && sha256sum --check --strict publisert.sha256").endte(0)
    try mappe.kjør("publish", "--checklists", "L").feilet(4, "published already")
    #expect(try mappe.tekst("L/publisert.sha256") == lock)

    try mappe.skriv(fil, try mappe.tekst(fil) + "# rettet\n")
    let validated = try mappe.kjør("validate", "--checklists", "L", "--on", "2014-01-01")
    validated.endte(1)
    #expect(validated.ut.contains("\(fil):4:10: error[IK236]"))
    // Controls are still held: what they were held with stands in them.
    try mappe.kjør("check", "--checklists", "L", "--on", "2014-01-31", "L").endte(4)
  }

  @Test func `nothing is frozen whose examples leave a rule open`() throws {
    let text = try mappe.tekst(fil)
    // No example of the point has a talk.
    let weak = text.replacing(
      "krav: besøksdager er minst", with: "krav: ikke finnes samtale der (alene) og besøksdager er minst")
    #expect(weak != text)
    try mappe.skriv(fil, weak)
    let run = try mappe.kjør("publish", "--checklists", "L")
    run.feilet(1, "error[IK234]", "nothing was published")
    #expect(!mappe.finnes("L/publisert.sha256"))
  }

  @Test func `the days on which a verdict changes are written as examples that agree`() throws {
    try beholdFørsteEksempler(6)
    let run = try mappe.kjør(
      "boundaries", "--checklists", "L", "--checklist", "fosterhjem@2013-01-01", "--point", "OP-FORELOPIG")
    run.endte(0)
    let heads = run.linjer.filter { $0.hasPrefix("#") }
    #expect(
      heads.contains { $0.contains("omsorgsplan.dato up to 2013-06-15 gives oppfylt, the day after merknad") }
    )
    #expect(run.linjer.count { $0.hasPrefix("- navn:") } >= 2 * heads.count)
    // All of them together, in place of the point's own, agree with the rule.
    let examples = run.linjer.filter { !$0.hasPrefix("#") }.map { "      \($0)" }.enumerated().map {
      index, line in
      line.replacing("navn: …", with: "navn: grense \(index)")
    }
    let text = try mappe.tekst(fil)
    let head = try #require(text.range(of: "  - id: OP-FORELOPIG"))
    let rest = text[head.upperBound...]
    let start = try #require(rest.range(of: "    eksempler:\n"))
    let end = try #require(rest.range(of: "\n\n  - id:"))
    try mappe.skriv(
      fil, text[..<start.upperBound] + examples.joined(separator: "\n") + text[end.lowerBound...])
    let answer = try mappe.kjør("validate", "--checklists", "L", "--on", "2014-01-01", "--format", "json")
      .json()
    let codes = answer["faults"]?.array?.compactMap { $0["code"]?.string } ?? []
    #expect(!codes.contains("IK206") && !codes.contains("IK207"))
    try mappe.kjør("boundaries", "--checklists", "L", "--checklist", "fosterhjem@1999-01-01").feilet(4)
  }

  /// Leaves OP-FORELOPIG with its first examples only, as a new point has them: every date of every example is moved.
  private func beholdFørsteEksempler(_ antall: Int) throws {
    var kept = 0
    var inside = false
    let lines = try mappe.tekst(fil).split(separator: "\n", omittingEmptySubsequences: false).filter { line in
      if line.hasPrefix("  - id: ") {
        inside = line.hasSuffix(" OP-FORELOPIG")
        kept = 0
      }
      guard inside else { return true }
      if line.hasPrefix("      - {navn:") { kept += 1 }
      return kept <= antall || line.isEmpty
    }
    try mappe.skriv(fil, lines.joined(separator: "\n"))
  }
}
