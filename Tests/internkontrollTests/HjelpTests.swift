import Foundation
import JSONText
import Testing

/// What needs no case: making cases, the schema, the definitions, help and wrong usage.
struct HjelpTests {
  private let mappe: Prøvemappe

  init() throws { mappe = try Prøvemappe() }

  /// Every command the program says it has, as the words that call it.
  static let kommandoer: [[String]] = {
    guard let tree = try? Prøvemappe().kjør("--experimental-dump-help").json()["command"] else { return [] }
    return ord(tree, under: [])
  }()

  private static func ord(_ command: JSONValue, under words: [String]) -> [[String]] {
    let children = (command["subcommands"]?.array ?? []).filter { $0["commandName"]?.string != "help" }
    return [words] + children.flatMap { ord($0, under: words + [$0["commandName"]?.string ?? ""]) }
  }

  @Test func `the program has the commands that are promised`() {
    let promised = [
      ["control"], ["draw", "commit"], ["draw", "seed"], ["draw", "replace"], ["answer"], ["lock"],
      ["protocol"],
      ["check"], ["validate"], ["import"], ["verify"], ["diff"], ["avvik", "report"], ["summary"],
      ["plan", "status"], ["simulate"],
    ]
    for command in promised { #expect(Self.kommandoer.contains(command), "\(command)") }
  }

  @Test(arguments: kommandoer)
  func `help begins with what the command is for and an example`(_ command: [String]) throws {
    for flag in ["--help", "-h"] {
      let run = try mappe.skall("\"$ik\" \(command.joined(separator: " ")) \(flag)")
      run.endte(0)
      #expect(run.feil == "")
      let paragraphs = run.ut.split(separator: "\n\n", omittingEmptySubsequences: true)
      #expect(paragraphs.first?.hasPrefix("OVERVIEW: ") == true)
      #expect(paragraphs.dropFirst().first?.hasPrefix("Example: ") == true, "\(run.ut)")
      #expect(run.ut.contains("internkontroll \(command.joined(separator: " "))"))
    }
  }

  @Test(arguments: kommandoer)
  func `an unknown option is wrong usage`(_ command: [String]) throws {
    let run = try mappe.kjør(command + ["--tull"])
    run.feilet(64, "Usage: internkontroll")
    #expect(run.ut == "")
    #expect(try mappe.filer() == [])
  }

  @Test func `an unknown command is wrong usage`() throws {
    try mappe.kjør("tull").endte(64)
    #expect(try mappe.kjør([]).ut.contains("CONTROL SUBCOMMANDS"))
  }

  @Test func `the version names engine, schema and SQLite`() throws {
    let run = try mappe.kjør("--version")
    run.endte(0)
    let pattern = #"^internkontroll \d+\.\d+\.\d+ \(store schema \d+, SQLite 3\.\d+\.\d+\)\n$"#
    #expect(try Regex(pattern).firstMatch(in: run.ut) != nil, "\(run.ut)")
  }

  @Test func `the sample cases are what generate makes, byte for byte`() throws {
    let run = try mappe.kjør("generate", "--out", "laget")
    run.endte(0)
    #expect(run.ut == "")
    try mappe.skall("diff -r laget '\(Program.eksempelsaker)'").endte(0)
  }

  @Test func `the same seed gives the same cases as lines or files, and another gives others`() throws {
    let lines = try mappe.kjør("generate", "--cases", "12")
    #expect(lines.linjer.count == 12)
    #expect(try mappe.kjør("generate", "--cases", "12").utBytes == lines.utBytes)
    #expect(try mappe.kjør("generate", "--cases", "12", "--seed", "1").utBytes != lines.utBytes)
    try mappe.kjør("generate", "--cases", "12", "--out", "mappe").endte(0)
    try mappe.skriv("linjer.jsonl", lines.ut)
    func hashes(_ path: String) throws -> [String?] {
      let answer = try mappe.kjør("check", path, "--on", "2014-09-30", "--json").json()
      return (answer["cases"]?.array ?? []).map { $0["record_hash"]?.string }
    }
    let found = try hashes("mappe")
    #expect(found.count == 12)
    #expect(try hashes("linjer.jsonl") == found)
    for count in ["0", "-1", "10000001", "tolv"] { try mappe.kjør("generate", "--cases=\(count)").endte(64) }
    for year in ["2009", "2101", "i fjor"] { try mappe.kjør("generate", "--year=\(year)").endte(64) }
  }

  @Test func `the schema is JSON, and knows the collections`() throws {
    let run = try mappe.kjør("schema")
    run.endte(0)
    let schema = try run.json()
    #expect(schema["$schema"]?.string?.contains("json-schema.org") == true)
    for name in Prøvesak.navn { #expect(run.ut.contains("\"\(name)\"")) }
    try mappe.skriv("skjema.json", run.ut)
    try mappe.skall("python3 -m json.tool skjema.json").endte(0)
  }

  @Test func `the shipped definitions are valid`() throws {
    let run = try mappe.kjør("validate", "--on", "2026-11-22")
    run.endte(0)
    #expect(run.ut.hasPrefix("0 faults; "))
    let answer = try mappe.kjør("validate", "--on", "2026-11-22", "--format", "json")
    answer.endte(0)
    #expect(try answer.json()["faults"]?.array == [])
    #expect((try answer.json()["examples"]?.integer ?? 0) > 20)
    try mappe.kjør("validate", Program.sjekklister).endte(0)
    try mappe.kjør("validate", "--format", "tull").endte(64)
  }

  @Test func `what is overdue on a day is told, and the definitions may be used`() throws {
    let run = try mappe.kjør("validate", "--on", "2035-01-01")
    run.endte(0)
    #expect(run.ut.contains("warning[IK218]: FOR-2023-1632-10 was to be looked at again by"))
    #expect(run.ut.contains("warning[IK222]: The procedure «avviksbehandling» was to be revised by"))
    let faults = try mappe.kjør("validate", "--on", "2035-01-01", "--format", "json").json()["faults"]?.array
    #expect(faults?.isEmpty == false && faults?.allSatisfy { $0["severity"]?.string == "warning" } == true)
  }

  @Test func `definitions without a checklist leave nothing to check`() throws {
    try FileManager.default.createDirectory(atPath: mappe.sti("D"), withIntermediateDirectories: true)
    for name in ["saksmodell.yaml", "hjemler.yaml"] {
      try FileManager.default.copyItem(
        atPath: "\(Program.sjekklister)/\(name)", toPath: mappe.sti("D/\(name)"))
    }
    try mappe.kjør("validate", "D").endte(4)
  }
}
