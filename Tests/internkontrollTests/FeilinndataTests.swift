import Foundation
import JSONText
import Testing

/// Input and surroundings that are not as they should be: each has its message and its code, and no value is
/// told.
struct FeilinndataTests {
  private let mappe: Prøvemappe

  init() throws { mappe = try Prøvemappe() }

  private func check(_ args: String...) throws -> Kjøring {
    try mappe.kjør(["check"] + args + ["--on", "2014-09-30", "--json"])
  }

  // MARK: Case files

  struct Feil: Sendable, CustomTestStringConvertible {
    var kode: String
    var gammel: String
    var ny: String
    /// What must not be told.
    var hemmelig: String?
    var testDescription: String { "\(kode): \(ny)" }
  }

  static let feil = [
    Feil(kode: "unknown_key", gammel: #""team""#, ny: #""Kari":1,"team""#, hemmelig: "Kari"),
    Feil(kode: "unknown_key", gammel: #""sakstype""#, ny: #""Nordmann":1,"sakstype""#, hemmelig: "Nordmann"),
    Feil(kode: "unknown_key", gammel: #""hjem":"H1""#, ny: #""hjem":"H1","mor":"Kari""#, hemmelig: "Kari"),
    Feil(kode: "unknown_key", gammel: #""samtale":"#, ny: #""Nordmann":"#, hemmelig: "Nordmann"),
    Feil(kode: "unknown_code", gammel: #""omsorgssak""#, ny: #""Kari""#, hemmelig: "Kari"),
    Feil(kode: "identity", gammel: #""H1""#, ny: #""13527248013""#, hemmelig: "13527248013"),
    Feil(kode: "identity", gammel: #""fosterhjem-1""#, ny: #""135272 48013""#, hemmelig: "48013"),
    Feil(kode: "identity", gammel: #""2011-02-14""#, ny: #""13527248013""#, hemmelig: "13527248013"),
    Feil(kode: "identity", gammel: #""M-01""#, ny: #""13527248013""#, hemmelig: "13527248013"),
    Feil(kode: "invalid_date", gammel: "2011-02-14", ny: "2011-02-29", hemmelig: "2011-02-29"),
    Feil(kode: "invalid_date", gammel: "2011-02-14", ny: "14.02.2011", hemmelig: "14.02.2011"),
    Feil(kode: "full_birth_date", gammel: "2005-03", ny: "2005-03-17", hemmelig: "2005-03-17"),
    Feil(kode: "date_after_extract", gammel: "2011-02-14", ny: "2015-02-14"),
    Feil(
      kode: "til_before_fra", gammel: #""fra":"2011-02-14""#, ny: #""fra":"2011-02-14","til":"2011-02-13""#),
    Feil(kode: "duplicate_key", gammel: #""enhet""#, ny: #""enhet":"x","enhet""#),
    Feil(kode: "wrong_type", gammel: #""avtale":[]"#, ny: #""avtale":"Kari""#, hemmelig: "Kari"),
    Feil(kode: "wrong_format", gammel: "sak/1", ny: "sak/2"),
    Feil(kode: "missing_extract_date", gammel: #""uttrekk":"2014-12-31","#, ny: ""),
    Feil(kode: "invalid_id", gammel: #""M-01""#, ny: #""Kari Nordmann""#, hemmelig: "Nordmann"),
    Feil(kode: "false_not_allowed", gammel: #""fra":"2011-02-14""#, ny: #""fra":false"#),
  ]

  @Test(arguments: feil)
  func `a fault in a record is told with its place and never with its value`(_ fault: Feil) throws {
    let text = Prøvesak().linje
    let range = try #require(text.range(of: fault.gammel))
    try mappe.skriv("sak.json", text.replacingCharacters(in: range, with: fault.ny))
    try mappe.saker([.uklanderlig("M-02")])
    let run = try check("sak.json", "saker.jsonl")
    run.feilet(2, "sak.json:1:", fault.kode)
    let answer = try run.json()
    #expect(answer["cases"]?.array?.compactMap { $0["sak"]?.string } == ["M-02"])
    let told = try #require(answer["errors"]?.array?.first)
    #expect(told["code"]?.string == fault.kode)
    #expect(told["file"]?.string == "sak.json")
    #expect((told["column"]?.integer ?? 0) > 0)
    if let secret = fault.hemmelig { #expect(!run.alt.contains(secret)) }
    let draw = try Prøvekontroll(mappe).kjør("control", med: ["--cases", "sak.json", "saker.jsonl"])
    #expect(draw.kode == 2)
    if let secret = fault.hemmelig { #expect(!draw.alt.contains(secret)) }
  }

  @Test(arguments: [1, 40, 120, 400])
  func `JSON that breaks off is told where`(_ length: Int) throws {
    try mappe.skriv("sak.json", String(Prøvesak().linje.prefix(length)))
    let run = try check("sak.json")
    run.feilet(2, "sak.json:1:", "invalid_json")
    #expect(try run.json()["cases"]?.array == [])
  }

  @Test func `bytes that are not UTF-8, and an empty file, are faults`() throws {
    try mappe.skriv("a.json", Data([0x7B, 0xFF, 0xFE, 0x7D]))
    try mappe.skriv("b.json", "")
    let run = try check("a.json", "b.json")
    run.endte(2)
    #expect(try run.json()["errors"]?.array?.count == 2)
  }

  @Test func `a path that cannot be read is told, and the others go on`() throws {
    try mappe.saker([.uklanderlig()])
    let run = try check("borte.json", "saker.jsonl")
    run.feilet(2, "borte.json: unreadable_file")
    #expect(try run.json()["cases"]?.array?.count == 1)
    try mappe.kjør("control", "--month", "2014-09", "--team", "fosterhjem-1", "--cases", "borte.json")
      .feilet(2, "borte.json: unreadable_file")
    try mappe.kjør("control", "--month", "2014-09", "--team", "annet", "--cases", "saker.jsonl")
      .feilet(4, "no case of the team annet")
    #expect(!mappe.finnes("internkontroll.sqlite"))
  }

  @Test func `a file name that is itself an identity is not told`() throws {
    try mappe.skriv("13527248013.json", Prøvesak().linje)
    let run = try check("13527248013.json")
    run.feilet(2, "identity")
    #expect(!run.alt.contains("13527248013"))
  }

  // MARK: Definitions

  private func sjekklister() throws -> (file: String, text: String) {
    try FileManager.default.copyItem(atPath: Program.sjekklister, toPath: mappe.sti("Checklists"))
    let file = "Checklists/fosterhjem/2014-05-31.yaml"
    return (file, try mappe.tekst(file))
  }

  @Test func `without checklists the hint is to say where they are`() throws {
    try mappe.saker([Prøvesak()])
    for args in [
      ["check", "saker.jsonl", "--on", "2014-09-30"], ["validate"], ["schema"],
      ["control", "--month", "2014-09", "--team", "fosterhjem-1", "--cases", "saker.jsonl"],
    ] {
      let run = try mappe.kjør(args + ["--checklists", "Sjekklister"])
      run.endte(2)
      #expect(run.alt.contains("Sjekklister") && run.alt.contains("--checklists DIR"), "\(run.alt)")
    }
  }

  @Test func `a broken checklist is shown with a caret and what was meant`() throws {
    let (file, text) = try sjekklister()
    let line = "    krav: besøksdager er minst besøkskrav\n"
    #expect(text.contains(line))
    let wrong = text.replacingOccurrences(of: line, with: "    krav: besøksdagr er minst besøkskrav\n")
    try mappe.skriv(file, wrong)
    try mappe.saker([Prøvesak()])
    let number =
      try #require(
        wrong.split(separator: "\n", omittingEmptySubsequences: false).firstIndex {
          $0.contains("besøksdagr")
        }) + 1
    let args = ["--checklists", "Checklists"]
    let run = try mappe.kjør(["check", "saker.jsonl", "--on", "2014-09-30"] + args)
    run.feilet(2, "Checklists/fosterhjem/2014-05-31.yaml:\(number):11: error[")
    run.feilet(
      2, "\(number) |     krav: besøksdagr er minst besøkskrav", "^^^^^^^^^^", "did you mean «besøksdager»?")
    #expect(run.ut == "")
    let validated = try mappe.kjør(["validate"] + args)
    validated.endte(1)
    #expect(validated.ut.contains("did you mean «besøksdager»?"))
    let asJSON = try mappe.kjør(["validate", "--format", "json"] + args)
    asJSON.endte(1)
    let fault = try asJSON.json()["faults"]?.array?.first
    #expect(fault?["line"]?.integer == Int64(number))
    #expect(fault?["suggestion"]?.string == "besøksdager")
    try mappe.kjør(
      ["control", "--month", "2014-09", "--team", "fosterhjem-1", "--cases", "saker.jsonl"] + args
    )
    .feilet(2, "did you mean")
    #expect(!mappe.finnes("internkontroll.sqlite"))
  }

  @Test func `all faults of a file are told at once, and YAML faults too`() throws {
    let (file, text) = try sjekklister()
    try mappe.skriv(
      file,
      text.replacingOccurrences(
        of: "krav: besøksdager er minst besøkskrav", with: "krav: besøksdagr er minst besøkskra"))
    #expect(try mappe.kjør("validate", "Checklists").ut.split(separator: "error[").count >= 3)
    try mappe.skriv(file, "sjekkliste: [")
    let run = try mappe.kjør("validate", "Checklists")
    run.endte(1)
    #expect(run.ut.contains("2014-05-31.yaml:"))
  }

  @Test func `an example that disagrees makes a definition invalid`() throws {
    let (file, text) = try sjekklister()
    let range = try #require(text.range(of: "utfall: oppfylt"))
    try mappe.skriv(file, text.replacingCharacters(in: range, with: "utfall: avvik"))
    let run = try mappe.kjør("validate", "Checklists")
    run.endte(1)
    #expect(run.ut.contains("gave oppfylt, not avvik"))
  }

  @Test func `a folder of checklists may be a link`() throws {
    try FileManager.default.createSymbolicLink(
      atPath: mappe.sti("Checklists"), withDestinationPath: Program.sjekklister)
    try mappe.kjør("validate", "Checklists").endte(0)
    try mappe.kjør("validate", "Checklists/").endte(0)
  }

  // MARK: The disk

  /// Runs a line as a user without rights, in a folder that anybody may enter.
  private func somIngen(_ line: String) throws -> Kjøring {
    let drop = erSuperbruker ? "setpriv --reuid=65534 --regid=65534 --clear-groups " : ""
    return try mappe.skall("\(drop)bash -c '\(line)'")
  }

  /// Whether a user without rights can run the program at all.
  private func kanSlippeRettigheter() throws -> Bool {
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: mappe.sti)
    return try somIngen(#""$ik" --version && cat "$sjekklister"/saksmodell.yaml"#).kode == 0
  }

  @Test func `a folder that may not be written is told, for store, protocol and cases`() throws {
    try mappe.saker([.uklanderlig("M-01"), .uklanderlig("M-02")])
    try mappe.skriv("lukket/tom", "")
    try mappe.skriv("hemmelig.json", Prøvesak(sak: "M-09").linje)
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: mappe.sti("lukket"))
    defer {
      try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: mappe.sti("lukket"))
    }
    guard try kanSlippeRettigheter() else { return }
    let control =
      #""$ik" control --month 2014-09 --team fosterhjem-1 --cases saker.jsonl --checklists "$sjekklister""#
    try somIngen(control + " --store lukket/k.sqlite").feilet(2, "internkontroll: ")
    try FileManager.default.createDirectory(atPath: mappe.sti("åpen"), withIntermediateDirectories: true)
    try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: mappe.sti("åpen"))
    try somIngen(control + " --store åpen/k.sqlite --out lukket/p.html")
      .feilet(2, "cannot write lukket/p.html: Permission denied")
    #expect(try mappe.filer("lukket") == ["tom"])
    try somIngen(control + " --store åpen/k.sqlite").feilet(5, "there is one draw a month")
    try somIngen(
      #""$ik" protocol --month 2014-09 --team fosterhjem-1 --store åpen/k.sqlite --out åpen/p.html"#
    ).endte(0)
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: mappe.sti("hemmelig.json"))
    try somIngen(#""$ik" check hemmelig.json --on 2014-09-30 --checklists "$sjekklister""#)
      .feilet(2, "hemmelig.json: unreadable_file")
    try somIngen(#"chmod 0 åpen/k.sqlite; "$ik" verify --store åpen/k.sqlite"#).feilet(2, "no permission")
  }

  @Test func `output that cannot be written is a failure, not a success`() throws {
    try mappe.saker([.uklanderlig("M-01"), .uklanderlig("M-02")])
    for command in [
      #"check saker.jsonl --on 2014-09-30 --json --checklists "$sjekklister""#,
      #"check saker.jsonl --on 2014-09-30 --checklists "$sjekklister""#,
      #"schema --checklists "$sjekklister""#,
      #"validate "$sjekklister""#, "generate --cases 2",
      #"control --month 2014-09 --team fosterhjem-1 --cases saker.jsonl --checklists "$sjekklister""#,
      "protocol --month 2014-09 --team fosterhjem-1 --out -",
      "draw proof --month 2014-09 --team fosterhjem-1",
      "verify",
    ] {
      try mappe.skall("\"$ik\" \(command) >/dev/full")
        .feilet(2, "cannot write to standard output: No space left on device")
    }
    try mappe.kjør("verify").endte(0)
  }

  @Test func `a disk that is full changes nothing, and the control goes on when there is room`() throws {
    try mappe.saker(40)
    let control =
      #""$ik" control --month 2014-09 --team fosterhjem-1 --cases saker.jsonl --checklists "$sjekklister""#
    // A limit on the size of files stands in for a full disk; the signal that it sends is ignored.
    for blocks in [16, 48, 64, 72, 80, 96, 112, 128] {
      let run = try mappe.skall("trap '' XFSZ; ulimit -f \(blocks); \(control)")
      #expect([0, 2, 5].contains(run.kode), "\(run.kode) \(run.feil)")
      if run.kode == 2 { #expect(run.feil.hasPrefix("internkontroll: ")) }
      if mappe.finnes("internkontroll.sqlite") { try mappe.kjør("verify").endte(0) }
    }
    #expect([0, 5].contains(try mappe.skall(control).kode))
    try mappe.kjør("verify").endte(0)
    #expect(try mappe.filer().filter { $0.hasSuffix(".tmp") || $0.contains(".ny-") } == [])
  }

  @Test func `a small disk that runs full leaves a whole store`() throws {
    guard erSuperbruker, try mappe.skall("mkdir disk && mount -t tmpfs -o size=128k tmpfs disk").kode == 0
    else { return }
    defer { _ = try? mappe.skall("umount disk") }
    try mappe.saker(30)
    var full = 0
    for month in 1...12 where full < 2 {
      let run = try mappe.kjør(
        "control", "--month", "2014-\(month < 10 ? "0" : "")\(month)", "--team", "fosterhjem-1", "--cases",
        "saker.jsonl",
        "--store", "disk/k.sqlite")
      if run.kode != 0 {
        full += 1
        run.endte(2)
        #expect(run.feil.contains("the disk is full") || run.feil.contains("No space left"), "\(run.feil)")
      }
      if mappe.finnes("disk/k.sqlite") { try mappe.kjør("verify", "--store", "disk/k.sqlite").endte(0) }
    }
    #expect(full == 2)
  }

  @Test func `a file that is not ours is left as it is`() throws {
    try mappe.saker([Prøvesak()])
    try mappe.skriv("tekst.sqlite", "dette er ingen database\n" + String(repeating: "x", count: 5000))
    _ = try mappe.skall(
      "python3 -c 'import sqlite3; c = sqlite3.connect(\"annen.sqlite\"); c.execute(\"create table t(a)\")'")
    #expect(mappe.finnes("annen.sqlite"))
    for name in ["tekst.sqlite", "annen.sqlite"] {
      let before = try mappe.les(name)
      for args in [
        ["control", "--cases", "saker.jsonl"], ["lock", "--role", "teamleder"], ["protocol", "--out", "-"],
        ["draw", "proof"],
      ] {
        try mappe.kjør(args + ["--month", "2014-09", "--team", "fosterhjem-1", "--store", name])
          .feilet(2, "not a store of this program")
      }
      try mappe.kjør("verify", "--store", name).feilet(3, "not a store of this program")
      #expect(try mappe.les(name) == before)
      #expect(try mappe.filer() == ["annen.sqlite", "saker.jsonl", "tekst.sqlite"])
    }
    try mappe.kjør("verify", "--store", ".").feilet(2, "not a plain file")
  }

  @Test func `a control needs cases of one unit`() throws {
    try mappe.skriv(
      "saker.jsonl",
      Prøvesak(sak: "M-01").linje + "\n"
        + Prøvesak(sak: "M-02").linje.replacingOccurrences(of: "solvik", with: "annen"))
    try mappe.kjør("control", "--month", "2014-09", "--team", "fosterhjem-1", "--cases", "saker.jsonl")
      .feilet(2, "more than one unit")
    try mappe.kjør("control", "--month", "2014-09", "--team", "fosterhjem-1").feilet(64, "--cases")
  }
}
