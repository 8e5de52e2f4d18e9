import Foundation
import JSONText
import Testing

/// The workflow and the hook that are ready to copy: their own commands are run.
struct OppsettTests {
  private let mappe: Prøvemappe

  init() throws {
    mappe = try Prøvemappe()
    try mappe.lagMinsteSjekkliste(i: "Checklists")
  }

  private let fil = "Checklists/fosterhjem/2013-01-01.yaml"

  private func endre(_ old: String, _ new: String) throws {
    let text = try mappe.tekst(fil)
    #expect(text.contains(old))
    try mappe.skriv(fil, text.replacingOccurrences(of: old, with: new))
  }

  // MARK: The workflow

  /// The answer of each step, run as GitHub does; a step after a failed one only when it says so.
  private func arbeidsflyt() throws -> (kjøringer: [Kjøring], filer: [String]) {
    let path = Program.rot.appending(path: ".github/workflows/sjekklister.yml").path
    let flow = try Lesere.les("workflow", [path], i: mappe)
    // What takes minutes, packages and a build, is stood in for.
    let program = try #require(flow["program"]?.string)
    let link = "mkdir -p '\(URL(filePath: program).deletingLastPathComponent().relativePath)'"
    try mappe.skriv("bin/swift", "#!/bin/bash\nset -e\n\(link)\nln -sf \"$ik\" '\(program)'\n")
    try mappe.skriv(".ci/packages", "#!/bin/bash\n")
    try mappe.skall("chmod +x bin/swift .ci/packages").endte(0)
    var runs: [Kjøring] = []
    for (line, always) in zip(flow["run"]?.array ?? [], flow["always"]?.array ?? []) {
      if runs.contains(where: { $0.kode != 0 }), always != .bool(true) { continue }
      try mappe.skriv("steg.sh", try #require(line.string))
      runs.append(
        try mappe.skall(
          "bash --noprofile --norc -eo pipefail steg.sh",
          miljø: [
            "PATH": "\(mappe.sti)/bin:/usr/bin:/bin", "INTERNKONTROLL": program,
            "GITHUB_SERVER_URL": "https://example.org", "GITHUB_REPOSITORY": "solvik/sjekklister",
            "GITHUB_SHA": "0123abc",
          ]))
    }
    return (runs, flow["files"]?.array?.compactMap(\.string).filter(mappe.finnes) ?? [])
  }

  @Test func `the workflow passes on checklists that may be used, and leaves its reports`() throws {
    let (runs, files) = try arbeidsflyt()
    #expect(runs.map(\.kode) == [0, 0, 0, 0, 0])
    // This version is no longer in force, and that is a warning.
    #expect(runs[3].ut.contains("::notice ") && !runs[3].ut.contains("::error"))
    #expect(files == ["out/sjekklister.sarif", "out/sjekklister.xml"])
    #expect(try Lesere.les("sarif", [files[0]], i: mappe)["levels"]?.antall("error") ?? 0 == 0)
    let page = "https://example.org/solvik/sjekklister/blob/0123abc/Checklists/feilkoder.md#ik104"
    #expect(try mappe.tekst(files[0]).contains(page))
  }

  @Test func `the workflow fails on a broken definition, and still leaves its reports`() throws {
    try endre("krav: besøksdager er minst besøkskrav", "krav: besøksdagr er minst besøkskrav")
    let (runs, files) = try arbeidsflyt()
    #expect(runs.map(\.kode) == [0, 0, 0, 1, 0])
    #expect(runs[3].ut.contains("::error file=\(fil),line="))
    let read = try Lesere.les("sarif", [files[0]], i: mappe)
    #expect(read["results"]?.array?.first?["uri"]?.string == fil)
    #expect(try Lesere.les("junit", [files[1]], i: mappe)["totals"]?.antall("failures") == 1)
  }

  // MARK: The hook

  /// A repository with the hook and everything committed.
  private func depot() throws {
    try FileManager.default.createDirectory(atPath: mappe.sti(".githooks"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: Program.rot.appending(path: ".githooks/pre-commit").path,
      toPath: mappe.sti(".githooks/pre-commit"))
    try git("init -q && git config core.hooksPath .githooks && git config user.name Test").endte(0)
    try git("config user.email test@example.org && git add -A && git commit -qm Første").endte(0)
  }

  private func git(_ line: String, program: String = Program.sti) throws -> Kjøring {
    try mappe.skall("git \(line)", miljø: ["INTERNKONTROLL": program])
  }

  private func antall() throws -> String { try git("rev-list --count HEAD").ut }

  @Test func `the hook lets a good definition through, and stops a broken one with its fault`() throws {
    try depot()
    try endre("# All examples are made up.", "# All examples are made up!")
    let good = try git("commit -qam God")
    good.endte(0)
    #expect(good.feil.contains("0 faults"))
    try endre("krav: besøksdager er minst besøkskrav", "krav: besøksdagr er minst besøkskrav")
    let bad = try git("commit -qam Ødelagt")
    bad.feilet(
      1, "\(fil):", "did you mean «besøksdager»?", "pre-commit: the staged checklists may not be used")
    #expect(try antall() == "2\n")
  }

  @Test func `the hook stops a rule that is not in canonical form`() throws {
    try depot()
    try endre("krav: besøksdager er minst besøkskrav", "krav: besøksdager ≥ besøkskrav")
    try git("commit -qam Uformatert").feilet(1, "«krav» should be: besøksdager er minst besøkskrav")
    try endre("krav: besøksdager ≥ besøkskrav", "krav: (besøksdager) er minst besøkskrav")
    try git("commit -qam Uformatert").feilet(1, "nothing was committed")
    #expect(try antall() == "1\n")
  }

  @Test func `the hook looks at what is staged, and only when checklists are`() throws {
    try depot()
    try endre("krav: besøksdager er minst besøkskrav", "krav: besøksdagr er minst besøkskrav")
    try mappe.skriv("notat.txt", "Ikke en sjekkliste.")
    let other = try git("add notat.txt && git commit -qm Notat")
    other.endte(0)
    #expect(other.feil == "")
    try git("add Checklists && git checkout -q HEAD -- notat.txt").endte(0)
    try endre("krav: besøksdagr er minst besøkskrav", "krav: besøksdager er minst besøkskrav")
    try git("commit -qm Ødelagt").feilet(1, "besøksdagr")
    try git("commit -qam God --allow-empty").endte(0)
    try git("rm -q Checklists/saksmodell.yaml && git commit -qm Borte").feilet(1, "saksmodell.yaml")
    #expect(try antall() == "3\n")
  }

  @Test func `without the program the hook says what to do`() throws {
    try depot()
    try endre("# All examples are made up.", "# All examples are made up!")
    for program in ["", "/borte/internkontroll"] {
      try git("commit -qam God", program: program).feilet(1, "INTERNKONTROLL=/path/to/internkontroll")
    }
    try mappe.skall("mkdir -p .build/debug && ln -s '\(Program.sti)' .build/debug/internkontroll").endte(0)
    try git("commit -qm God Checklists", program: "").endte(0)
  }
}
