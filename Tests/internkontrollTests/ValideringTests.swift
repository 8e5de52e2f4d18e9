import Foundation
import JSONText
import Testing

/// `validate` for machines: what others read in it is what it says itself.
struct ValideringTests {
  private let mappe: Prøvemappe
  private let fil = "Sjekk, liste æ/fosterhjem/2014-05-31.yaml"

  /// The shipped definitions, in a folder whose name needs escaping everywhere.
  init() throws {
    mappe = try Prøvemappe()
    try FileManager.default.copyItem(atPath: Program.sjekklister, toPath: mappe.sti("Sjekk, liste æ"))
  }

  private func endre(_ old: String, _ new: String) throws {
    let text = try mappe.tekst(fil)
    #expect(text.contains(old))
    try mappe.skriv(fil, text.replacingOccurrences(of: old, with: new))
  }

  /// What is done to the definitions, and the code that `validate` then ends with.
  enum Tilstand: String, CaseIterable {
    case hel, ukjenteNavn, uenigEksempel, ødelagtVokabular, ingenListe, ingenMappe

    var kode: Int32 {
      switch self {
      case .hel: 0
      case .ukjenteNavn, .uenigEksempel, .ødelagtVokabular: 1
      case .ingenMappe: 2
      case .ingenListe: 4
      }
    }
  }

  private func lag(_ state: Tilstand) throws {
    switch state {
    case .hel: break
    case .ukjenteNavn:
      try endre("krav: besøksdager er minst besøkskrav", "krav: besøksdagr er minst besøkskra & <æ>")
      try endre("kravtype: lov", "kravtype: lo")
    case .uenigEksempel: try endre("utfall: merknad", "utfall: oppfylt")
    case .ødelagtVokabular:
      try mappe.skriv("Sjekk, liste æ/saksmodell.yaml", "saksmodell: 1\nopplysninger: {}\n")
    case .ingenListe:
      // The procedures name points of the checklists.
      for name in ["fosterhjem", "prosedyrer.yaml"] {
        try FileManager.default.removeItem(atPath: mappe.sti("Sjekk, liste æ/\(name)"))
      }
    case .ingenMappe: try FileManager.default.removeItem(atPath: mappe.sti("Sjekk, liste æ"))
    }
  }

  private func validate(_ format: String, _ more: String..., kode: Int32) throws -> Kjøring {
    let run = try mappe.kjør(["validate", "Sjekk, liste æ/", "--format", format] + more)
    run.endte(kode)
    #expect(run.feil == "")
    return run
  }

  private func json(_ state: Tilstand) throws -> JSONValue {
    try validate("json", kode: state.kode).json()
  }

  private func severity(_ faults: [JSONValue], _ level: String) -> Int {
    faults.count { $0["severity"]?.string == level }
  }

  @Test(arguments: Tilstand.allCases)
  func `sarif is read by sarif-tools and the schema's models, with the same faults as json`(_ state: Tilstand)
    throws
  {
    try lag(state)
    let answer = try json(state)
    let faults = try #require(answer["faults"]?.array)
    try mappe.skriv("svar.sarif", try validate("sarif", kode: state.kode).ut)
    let read = try Lesere.les("sarif", ["svar.sarif"], i: mappe)
    let results = try #require(read["results"]?.array)
    #expect(results.map { $0["rule"] } == faults.map { $0["code"] })
    #expect(results.map { $0["line"] } == faults.map { $0["line"] })
    #expect(results.map { $0["column"] } == faults.map { $0["column"] })
    #expect(
      results.map { $0["uri"]?.string?.removingPercentEncoding } == faults.map { $0["file"]?.string })
    for level in ["error", "warning"] {
      #expect(read["levels"]?.antall(level) == severity(faults, level))
    }
    #expect(Set(results.compactMap { $0["fingerprint"]?.string }).count == results.count)
    try positions(results)
    let explained = try mappe.kjør("explain").linjer.filter { $0.hasPrefix("IK") }.map { $0.prefix(5) }
    #expect(read["rules"]?.array?.compactMap(\.string) == explained.map(String.init))
    #expect(read["successful"] == .bool(state.kode < 2))
    #expect(read.antall("notifications") == (state.kode == 4 ? 1 : 0))
    if state.kode == 1 { #expect(!results.isEmpty) }
  }

  /// Every region lies within its line, counted in Unicode scalars.
  private func positions(_ results: [JSONValue]) throws {
    for result in results {
      let path = try #require(result["uri"]?.string?.removingPercentEncoding)
      guard path.hasSuffix(".yaml"), mappe.finnes(path) else { continue }
      let lines = try mappe.tekst(path).split(separator: "\n", omittingEmptySubsequences: false)
      let line = lines[try #require(result.antall("line")) - 1]
      let (start, end) = (try #require(result.antall("column")), try #require(result.antall("end")))
      #expect(1 <= start && start < end && end <= line.unicodeScalars.count + 1, "\(result.compactText)")
    }
  }

  @Test(arguments: Tilstand.allCases)
  func `junit is read by junitparser, with a test for each definition and example`(_ state: Tilstand) throws {
    try lag(state)
    let answer = try json(state)
    let faults = try #require(answer["faults"]?.array)
    try mappe.skriv("svar.xml", try validate("junit", kode: state.kode).ut)
    let read = try Lesere.les("junit", ["svar.xml"], i: mappe)
    let totals = try #require(read["totals"])
    let unread = Set(faults.filter { $0["code"]?.string == "IK211" }.compactMap { $0["file"]?.string })
    let bad = Set(
      faults.filter { $0["code"]?.string != "IK207" }.compactMap { $0["file"]?.string }
    ).subtracting(unread)
    let disagreeing = faults.count { $0["code"]?.string == "IK207" }
    #expect(totals.antall("failures") == bad.count + disagreeing)
    #expect(totals.antall("errors") == unread.count + (state.kode == 4 ? 1 : 0))
    let (files, examples) = (try #require(answer.antall("files")), try #require(answer.antall("examples")))
    let lists =
      mappe.finnes("Sjekk, liste æ/fosterhjem") ? try mappe.filer("Sjekk, liste æ/fosterhjem").count : 0
    switch state {
    case .hel, .uenigEksempel: #expect(totals.antall("tests") == files + examples)
    case .ukjenteNavn, .ødelagtVokabular: #expect(totals.antall("tests") == files + lists)
    case .ingenListe, .ingenMappe: #expect(totals.antall("tests") == files + 1)
    }
    let skipped = [Tilstand.ukjenteNavn: lists, .ødelagtVokabular: files - 1 + lists][state] ?? 0
    #expect(totals.antall("skipped") == skipped)
    for problem in read["problems"]?.array ?? [] where problem["kind"]?.string == "Failure" {
      let code = try #require(problem["type"]?.string)
      #expect(problem["message"]?.string?.hasPrefix("\(code) at ") == true)
      #expect(problem["text"]?.string?.contains("error[\(code)]: ") == true)
    }
  }

  @Test(arguments: Tilstand.allCases)
  func `github has an annotation for each fault, and always the totals`(_ state: Tilstand) throws {
    try lag(state)
    let answer = try json(state)
    let faults = try #require(answer["faults"]?.array)
    let lines = try validate("github", kode: state.kode).linjer
    #expect(lines.last?.hasPrefix("::notice title=internkontroll validate::") == true)
    let annotations = lines.dropLast(state.kode == 4 ? 2 : 1)
    #expect(annotations.count == faults.count)
    for (line, fault) in zip(annotations, faults) {
      let file = try #require(fault["file"]?.string).replacingOccurrences(of: ",", with: "%2C")
      let place = "line=\(fault.antall("line") ?? 0),col=\(fault.antall("column") ?? 0),endColumn="
      #expect(line.hasPrefix("::error file=\(file),\(place)"), "\(line)")
      #expect(line.contains(",title=\(fault["code"]?.string ?? "")::\(fault["message"]?.string ?? "")"))
    }
    if state.kode == 4 {
      #expect(
        lines.first
          == "::error title=internkontroll::Nothing was checked: there is no checklist with an example.")
    }
  }

  @Test func `the totals are in json, and nothing checked is never success`() throws {
    let whole = try json(.hel)
    #expect(whole["result"]?.string == "valid")
    #expect(whole["examples"] == whole["agreeing"])
    #expect((whole.antall("points") ?? 0) > 20 && (whole.antall("checklists") ?? 0) >= 2)
    try lag(.ingenListe)
    #expect(try json(.ingenListe)["result"]?.string == "nothing")
    #expect(try validate("text", kode: 4).ut.hasPrefix("Nothing was checked"))
  }

  @Test func `a fingerprint stays when lines above it come, and changes with the line`() throws {
    try lag(.ukjenteNavn)
    func prints() throws -> [String] {
      try mappe.skriv("svar.sarif", try validate("sarif", kode: 1).ut)
      let results = try Lesere.les("sarif", ["svar.sarif"], i: mappe)["results"]?.array ?? []
      return results.compactMap { $0["fingerprint"]?.string }
    }
    let before = try prints()
    try endre("parametre:\n", "# One more line.\n\nparametre:\n")
    #expect(try prints() == before)
    try endre("krav: besøksdagr er", "krav:   besøksdagr er")
    #expect(try prints() == before)
    try endre("krav:   besøksdagr er", "krav: besøksdage er")
    let after = try prints()
    #expect(after.count == before.count && after != before)
  }

  @Test func `the same definitions give the same bytes`() throws {
    try lag(.ukjenteNavn)
    for format in ["text", "json", "github", "junit", "sarif"] {
      #expect(try validate(format, kode: 1).utBytes == (try validate(format, kode: 1).utBytes))
    }
  }

  @Test func `changes of the rules are counted in every form, and the answer stays whole`() throws {
    let folder = Program.rot.appending(path: "Sources/Benchmark/Definitions").path
    func run(_ format: String) throws -> String {
      try mappe.kjør("validate", folder, "--mutation", "--format", format).ut
    }
    let answer = try JSONValue(parsing: Array(try run("json").utf8))
    let numbers = try #require(answer["mutation"]?.array?.first)
    let killed = try #require(numbers.antall("noticed"))
    let changes = try #require(numbers.antall("changes"))
    #expect(killed > 0 && changes >= killed)
    for format in ["text", "github"] { #expect(try run(format).contains("notice \(killed) of ")) }
    try mappe.skriv("svar.sarif", try run("sarif"))
    let read = try Lesere.les("sarif", ["svar.sarif"], i: mappe)
    let survivors = read["results"]?.array?.count { $0["rule"]?.string == "IK234" }
    #expect(survivors == numbers.antall("surviving"))
    #expect(read["levels"]?.antall("warning") == answer.antall("warnings"))
  }

  @Test func `a rule has a help link only to a page that is named`() throws {
    let page = "https://example.org/Checklists/feilkoder.md"
    let linked = try validate("sarif", "--help-page", page, kode: 0)
    #expect(linked.ut.contains("\"helpUri\": \"\(page)#ik104\""))
    try mappe.skriv("svar.sarif", linked.ut)
    _ = try Lesere.les("sarif", ["svar.sarif"], i: mappe)
    #expect(!(try validate("sarif", kode: 0).ut.contains("helpUri")))
    for wrong in ["feilkoder.md", "https://", "https://example.org/#x", "javascript:x"] {
      try mappe.kjør("validate", "--help-page", wrong).feilet(64, "--help-page")
    }
  }
}
