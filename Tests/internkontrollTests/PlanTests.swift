import Foundation
import JSONText
import Testing

/// `plan status`, `wheel`, `house` and `in-force`: pages that need no case and no store.
struct PlanTests {
  private let mappe: Prøvemappe

  init() throws { mappe = try Prøvemappe() }

  static let kommandoer = [
    (["plan", "status", "--on", "2014-08-20"], "plan-status"), (["wheel", "--on", "2014-08-20"], "wheel"),
    (["house"], "house"), (["in-force", "--on", "2014-08-20"], "in-force"),
  ]

  @Test(arguments: kommandoer)
  func `each page is a text, a JSON object and an HTML page, also in a file`(
    _ command: [String], _ name: String
  ) throws {
    let text = try mappe.kjør(command)
    text.endte(0)
    #expect(text.feil == "" && text.linjer.count > 20)
    #expect(try mappe.kjør(command + ["--json"]).json()["schema"]?.string == "internkontroll/\(name)/1")
    let page = try mappe.kjør(command + ["--html"])
    page.endte(0)
    #expect(page.ut.hasPrefix("<!DOCTYPE html>\n<html lang=\"nb\">"))
    try mappe.kjør(command + ["--html", "--out", "side.html"]).endte(0)
    #expect(try mappe.les("side.html") == page.utBytes)
    try mappe.kjør(command + ["--html", "--json"]).feilet(64, "not both")
  }

  @Test func `one plan is printed when it is named, and an unknown one is told`() throws {
    let run = try mappe.kjør(
      "plan", "status", "--plan", "fremdriftsplan-2014", "--on", "2015-01-01", "--json")
    let plans = try run.json()["plans"]?.array ?? []
    #expect(plans.compactMap { $0["id"]?.string } == ["fremdriftsplan-2014"])
    let measures = (plans.first?["rows"]?.array ?? []).flatMap { $0["measures"]?.array ?? [] }
    #expect(measures.count == 19)
    #expect(measures.count { $0["state"]?.string == "skulle vært i verk" } == 18)
    #expect(measures.count { $0["state"]?.string == "evaluering forfalt" } == 1)
    let autumn = try mappe.kjør("plan", "status", "--plan", "fremdriftsplan-2014", "--on", "2014-10-15").ut
    #expect(autumn.contains("1.6: Ikke startet. Skal være i verk innen 31. desember 2014."))
    #expect(autumn.contains("1.1, 1.2, 1.3, 1.4 og 1.5: Skulle vært i verk innen 30. september 2014."))
    try mappe.kjør("plan", "status", "--plan", "fremdriftsplan-2013").feilet(4, "fremdriftsplan-2014")
  }

  /// The lock file of published versions, which `sha256sum` wrote, is the oracle.
  @Test func `the hash of a checklist in force is that of the lock file`() throws {
    let lock = try String(contentsOfFile: "\(Program.sjekklister)/publisert.sha256", encoding: .utf8)
    let lists = try mappe.kjør("in-force", "--on", "2014-08-20", "--json").json()["checklists"]?.array ?? []
    let hash = try #require(lists.first?["sha256"]?.string)
    #expect(lists.count == 1 && lock.contains("\(hash)  fosterhjem/2014-05-31.yaml\n"))
    let registers = try mappe.skall("cd \"$sjekklister\" && sha256sum arshjul.yaml huset.yaml")
    let page = try mappe.kjør("in-force", "--on", "2014-08-20")
    for line in registers.linjer { #expect(page.ut.contains(line.prefix(64))) }
  }

  /// The plan of 2012 has two procedures gone through every year, so they were there before they were revised in 2014.
  @Test func `the procedures that existed before the plan are in force before it puts them to use`() throws {
    let page = try mappe.kjør("in-force", "--on", "2014-06-30", "--json").json()
    let ids = page["procedures"]?.array?.compactMap { $0["id"]?.string } ?? []
    #expect(ids.contains("handling-ved-bekymring-om-vold") && ids.contains("melding-til-barnevernet"))
  }

  @Test func `a fault in a plan is told, and stands in no control's way`() throws {
    try mappe.skall("cp -r \"$sjekklister\" L && echo 'tull: ja' >> L/planer/fremdriftsplan-2014.yaml").endte(
      0)
    try mappe.kjør("plan", "status", "--checklists", "L").feilet(2, "fremdriftsplan-2014.yaml", "IK021")
    try mappe.kjør("validate", "L").endte(1)
    try mappe.kjør("check", Program.eksempelsaker, "--on", "2014-09-30", "--checklists", "L").endte(1)
  }

  @Test func `without plans, wheel or house there is nothing to print`() throws {
    try mappe.skall("cp -r \"$sjekklister\" L && rm -r L/planer L/arshjul.yaml L/huset.yaml").endte(0)
    for command in [["plan", "status"], ["wheel"], ["house"]] {
      try mappe.kjør(command + ["--checklists", "L"]).endte(4)
    }
    try mappe.kjør("in-force", "--checklists", "L").endte(0)
    try mappe.kjør("validate", "L").endte(0)
  }

  @Test func `a measure is signed from the plan's day on, and is put into effect before it is evaluated`()
    throws
  {
    try mappe.saker([.uklanderlig("M-01")])
    let control = Prøvekontroll(mappe)
    try control.control().endte(0)
    func sign(_ step: String, _ day: String, plan: String = "fremdriftsplan-2014", _ measure: String = "3.1")
      throws -> Kjøring
    {
      try mappe.kjør(
        "sign", "--plan", plan, "--measure", measure, "--step", step, "--date", day, "--role", "teamleder",
        "--store", control.lager)
    }
    try sign("iverksatt", "2014-05-25").feilet(5, "the plan is of 2014-05-26", "2014-05-25")
    try sign("evaluert", "2014-12-31").feilet(
      5, "put into effect on or before 2014-12-31", "--step iverksatt")
    try sign("iverksatt", "2014-05-26").endte(0)
    try sign("evaluert", "2014-05-26").endte(0)
    try sign("evaluert", "2014-12-31", "3.9").feilet(64, "no such measure")
  }

  @Test func `a row that names its points shows what the controls say of those, and of no other`() throws {
    try mappe.saker([.uklanderlig("M-01")])
    let control = Prøvekontroll(mappe)
    try control.control().endte(0)
    try control.svarAlt(["M-01"])
    try control.lock().endte(0)
    let run = try mappe.kjør(
      "plan", "status", "--plan", "fremdriftsplan-2014", "--on", "2014-10-31", "--json", "--store",
      control.lager)
    let rows = try run.json()["plans"]?.array?.first?["rows"]?.array ?? []
    let row = try #require(rows.first { $0["nr"]?.string == "3" })
    let said = (row["controls"]?.array ?? []).compactMap(\.string)
    let points = (row["points"]?.array ?? []).compactMap(\.string)
    #expect(!said.isEmpty)
    for line in said { #expect(points.contains { line.hasPrefix($0) }, "\(line)") }
  }
}
