import Foundation
import JSONText
import Testing

/// `check`: what it answers, in which form, and the code it ends with.
struct CheckTests {
  private let mappe: Prøvemappe

  init() throws { mappe = try Prøvemappe() }

  private func check(_ args: String..., inn: String = "") throws -> Kjøring {
    try mappe.kjør(["check"] + args, inn: inn)
  }

  // MARK: The JSON

  private func navn(_ value: JSONValue?) -> [String] { value?.members?.map(\.name) ?? [] }

  static let punktnavn = [
    "id", "utfall", "ved_brudd", "kravtype", "alvorlighet", "sviktomrade", "setning", "bevis", "mangler",
    "prognose", "unntak", "sen_registrering",
  ]

  /// The points of the version, in the order of its file.
  static let punkter = [
    "OB-ANTALL", "OB-REDUKSJON", "OB-LOPENDE", "OB-OPPHOLD", "OB-FORSTE", "OB-BEHOV", "TI-ANTALL",
    "TI-RAPPORT", "TI-ETTERLYST", "OP-FORELOPIG", "OP-ENDELIG", "VD-BESOK", "VD-DROFTING", "VD-KVALITET",
    "FO-FORELDRE", "SO-SAMVAR", "FA-FINNES", "GK-HJEM", "FA-GJENNOMGATT", "FA-KONKLUSJON", "TP-FINNES",
    "TP-EVALUERT", "TP-MAL", "TP-INNHOLD",
    "FR-LANG", "MV-DOKUMENTERT",
    "MV-VEDTAK", "SA-TILRETTELAGT", "SA-AAR", "SA-VURDERING", "BARN-SETT",
  ]

  @Test func `the JSON has every key of its shape, in every point and every node`() throws {
    let run = try check(Program.eksempelsaker, "--on", "2014-09-30", "--json")
    run.endte(1)
    let answer = try run.json()
    #expect(navn(answer) == ["schema", "engine", "cases", "errors"])
    #expect(answer["schema"]?.string == "internkontroll/check/1")
    #expect(answer["engine"]?.string?.hasPrefix("internkontroll ") == true)
    #expect(answer["errors"]?.array == [])
    let cases = try #require(answer["cases"]?.array)
    #expect(cases.count == 138)
    var nodes = 0
    var missing = 0
    for sak in cases {
      #expect(navn(sak) == ["sak", "on", "known_on", "checklist", "checklist_hash", "record_hash", "points"])
      #expect(sak["on"]?.string == "2014-09-30")
      #expect(sak["known_on"] == .null)
      #expect(sak["checklist"]?.string == "fosterhjem@2014-05-31")
      #expect(sak["record_hash"]?.string?.utf8.count == 64)
      let points = try #require(sak["points"]?.array)
      #expect(points.count == Self.punkter.count)
      for point in points {
        #expect(navn(point) == Self.punktnavn)
        let outcome = try #require(point["utfall"]?.string)
        #expect(
          ["oppfylt", "avvik", "merknad", "ukjent", "ikke_aktuelt", "ikke_kontrollert"].contains(outcome))
        #expect(["avvik", "merknad"].contains(point["ved_brudd"]?.string))
        #expect(point["setning"]?.string?.isEmpty == false)
        #expect(point["sviktomrade"]?.integer != nil)
        #expect(point["sen_registrering"] == .bool(false))
        if let evidence = point["bevis"], evidence != .null { nodes += try noder(evidence) }
        for fact in point["mangler"]?.array ?? [] {
          missing += 1
          #expect(navn(fact) == ["samling", "indeks", "felt", "tekst"])
        }
      }
    }
    #expect(nodes > 1000)
    #expect(missing > 5)
  }

  private func noder(_ node: JSONValue) throws -> Int {
    #expect(navn(node) == ["uttrykk", "verdi", "hendelser", "deler"])
    for event in node["hendelser"]?.array ?? [] { #expect(navn(event) == ["samling", "indeks", "dato"]) }
    return try (node["deler"]?.array ?? []).reduce(1) { try $0 + noder($1) }
  }

  @Test func `a forecast is a day within a year after the control date, and an avvik has none`() throws {
    let answer = try check(Program.eksempelsaker, "--on", "2014-09-30", "--json").json()
    var days = 0
    for point in (answer["cases"]?.array ?? []).flatMap({ $0["points"]?.array ?? [] }) {
      guard let day = point["prognose"]?.string else {
        #expect(point["prognose"] == .null)
        continue
      }
      days += 1
      #expect("2014-09-30" < day && day <= "2015-09-30")
      #expect(point["utfall"]?.string != "avvik" && point["utfall"]?.string != "ikke_kontrollert")
    }
    #expect(days > 100)
  }

  @Test func `points stand in the order of the version, and cases in the order of the input`() throws {
    try mappe.saker([Prøvesak(sak: "B-2"), Prøvesak(sak: "A-1")], i: "to.jsonl")
    try mappe.skriv("mappe/b.json", Prøvesak(sak: "C-1").linje)
    try mappe.skriv("mappe/a.json", Prøvesak(sak: "D-1").linje)
    try mappe.skriv("mappe/Å.json", Prøvesak(sak: "E-1").linje)
    try mappe.skriv("mappe/Z/z.json", Prøvesak(sak: "F-1").linje)
    let answer = try check("to.jsonl", "mappe", "--on", "2014-09-30", "--json").json()
    let cases = try #require(answer["cases"]?.array)
    #expect(cases.compactMap { $0["sak"]?.string } == ["B-2", "A-1", "F-1", "D-1", "C-1", "E-1"])
    #expect(cases[0]["points"]?.array?.compactMap { $0["id"]?.string } == Self.punkter)
  }

  @Test func `hashes are of the checklist file and of the canonical record`() throws {
    try mappe.skriv("sak.json", Prøvesak().linje)
    let sak = try #require(
      try check("sak.json", "--on", "2014-09-30", "--json").json()["cases"]?.array?.first)
    let file = try mappe.skall("sha256sum \"$sjekklister\"/fosterhjem/2014-05-31.yaml").ut.prefix(64)
    #expect(sak["checklist_hash"]?.string == String(file))
    try mappe.skriv("kanonisk", Data(try JSONValue(parsing: Prøvesak().linje).canonicalBytes))
    #expect(sak["record_hash"]?.string == String(try mappe.skall("sha256sum kanonisk").ut.prefix(64)))
  }

  @Test func `JSON Lines give a case a line, errors as lines, and totals last`() throws {
    try mappe.skriv(
      "f.jsonl", Prøvesak(sak: "M-01").linje + "\n{\n" + Prøvesak.uklanderlig("M-02").linje + "\n")
    let run = try check("f.jsonl", "--on", "2014-09-30", "--jsonl")
    run.endte(2)
    let lines = try run.linjer.map { try JSONValue(parsing: $0) }
    #expect(lines.count == 4)
    #expect(lines.compactMap { $0["sak"]?.string } == ["M-01", "M-02"])
    #expect(lines.contains { $0["code"]?.string == "invalid_json" && $0["line"]?.integer == 2 })
    #expect(navn(lines[3]) == ["schema", "engine", "cases", "errors", "points"])
    #expect(lines[3]["cases"]?.integer == 2)
    #expect(lines[3]["errors"]?.integer == 1)
    let points = try #require(lines[3]["points"]?.members)
    #expect(points.compactMap { $0.value.integer }.reduce(0, +) == 2 * Self.punkter.count)
  }

  @Test func `what was registered later is left out as known on a day, and said to be late`() throws {
    var late = Prøvesak.uklanderlig()
    let visits = try #require(late.samlinger["oppfølgingsbesøk"])
    late.samlinger["oppfølgingsbesøk"] = visits.replacingOccurrences(
      of: #""registrert":"2013-11-01""#, with: #""registrert":"2014-11-01""#)
    try mappe.saker([late])
    func visitCount(_ day: String) throws -> JSONValue? {
      let answer = try check("saker.jsonl", "--on", "2014-09-30", "--known-on", day, "--json").json()
      let sak = try #require(answer["cases"]?.array?.first)
      #expect(sak["known_on"]?.string == day)
      let others = (sak["points"]?.array ?? []).dropFirst()
      #expect(others.count == Self.punkter.count - 1)
      let late = others.filter { $0["sen_registrering"]?.bool == true }.compactMap { $0["id"]?.string }
      #expect(late == (day < "2014-11-01" ? ["OB-LOPENDE"] : []))
      return sak["points"]?.array?.first
    }
    let before = try visitCount("2014-10-31")
    #expect(before?["utfall"]?.string == "avvik")
    #expect(before?["sen_registrering"]?.bool == true)
    let after = try visitCount("2014-11-01")
    #expect(after?["utfall"]?.string == "oppfylt")
    #expect(after?["sen_registrering"]?.bool == false)
  }

  // MARK: Input

  @Test func `standard input is read as one case or as JSON Lines`() throws {
    let one = try check("-", "--on", "2014-09-30", inn: Prøvesak.uklanderlig().linje)
    one.endte(0)
    #expect(one.ut.contains("1 sak:"))
    let two = Prøvesak.uklanderlig("M-01").linje + "\n" + Prøvesak.uklanderlig("M-02").linje + "\n"
    let run = try check("-", "--on", "2014-09-30", "--json", inn: two)
    run.endte(0)
    #expect(try run.json()["cases"]?.array?.count == 2)
    let bad = try check("-", "--on", "2014-09-30", "--json", inn: "{")
    bad.feilet(2, "-:1:")
    try check("-", "--on", "2014-09-30").endte(4)
  }

  @Test func `a case that occurs twice is a fault on both, however far apart`() throws {
    try mappe.saker([Prøvesak(sak: "M-01"), Prøvesak(sak: "M-02")], i: "a.jsonl")
    try mappe.saker([Prøvesak(sak: "M-01")], i: "b.jsonl")
    let run = try check("a.jsonl", "b.jsonl", "--on", "2014-09-30", "--json")
    run.endte(2)
    let answer = try run.json()
    #expect(answer["cases"]?.array?.compactMap { $0["sak"]?.string } == ["M-02"])
    let faults = answer["errors"]?.array ?? []
    #expect(faults.map { $0["code"]?.string } == ["duplicate_case", "duplicate_case"])
    #expect(faults.map { $0["file"]?.string } == ["a.jsonl", "b.jsonl"])
    #expect(faults.allSatisfy { $0["sak"]?.string == "M-01" })
  }

  @Test func `a control date after the extract is a fault of that case only`() throws {
    try mappe.saker([Prøvesak(sak: "M-01", uttrekk: "2014-09-29"), Prøvesak.uklanderlig("M-02")])
    let run = try check("saker.jsonl", "--on", "2014-09-30", "--json")
    run.feilet(2, "internkontroll: saker.jsonl:1:1: control_date_after_extract", "2014-09-29", "[M-01]")
    let answer = try run.json()
    #expect(answer["cases"]?.array?.compactMap { $0["sak"]?.string } == ["M-02"])
    #expect(answer["errors"]?.array?.count == 1)
    #expect(navn(answer["errors"]?.array?.first) == ["code", "file", "line", "column", "sak", "message"])
    try check("saker.jsonl", "--on", "2014-09-29", "--json").endte(1)
  }

  // MARK: Exit codes

  @Test func `avvik ends with 1, and merknad, ukjent and ikke aktuelt with 0`() throws {
    try mappe.saker([Prøvesak()], i: "avvik.jsonl")
    try mappe.saker([.uklanderlig()], i: "ren.jsonl")
    var remark = Prøvesak.uklanderlig()
    remark.samlinger["avtalegjennomgang"] = #"[{"dato":"2013-08-01","drøfting":true,"konklusjon":true}]"#
    var unknown = Prøvesak.uklanderlig()
    unknown.utelatt = ["medvirkning", "avtalegjennomgang"]
    try mappe.saker([unknown], i: "ukjent.jsonl")
    try check("avvik.jsonl", "--on", "2014-09-30").endte(1)
    let clean = try check("ren.jsonl", "--on", "2014-09-30")
    clean.endte(0)
    #expect(clean.ut.contains("avvik 0, merknad 0, kan ikke avgjøres 0"))
    let open = try check("ukjent.jsonl", "--on", "2014-09-30")
    open.endte(0)
    #expect(open.ut.contains("Kan ikke avgjøres: MV-DOKUMENTERT"))
    try mappe.saker([remark], i: "merknad.jsonl")
    let noted = try check("merknad.jsonl", "--on", "2014-09-30")
    noted.endte(0)
    #expect(noted.ut.contains("Merknad: "))
  }

  @Test func `nothing that was checked ends with 4`() throws {
    try FileManager.default.createDirectory(atPath: mappe.sti("tom"), withIntermediateDirectories: true)
    try mappe.saker([Prøvesak()])
    let empty = try check("tom", "--on", "2014-09-30", "--json")
    empty.endte(4)
    #expect(try empty.json()["cases"]?.array == [])
    try check("saker.jsonl", "--on", "2012-12-31").feilet(
      4, "no version of fosterhjem is in force on 2012-12-31")
    try check("saker.jsonl", "--on", "2014-09-30", "--checklist", "tull").feilet(
      4, "no checklist «tull»", "fosterhjem")
    try check("saker.jsonl", "--on", "2014-09-30", "--checklist", "fosterhjem@2013")
      .feilet(4, "no version 2013", "2013-01-01, 2014-05-31")
  }

  @Test func `a version can be asked for by name`() throws {
    try mappe.saker([Prøvesak()])
    let run = try check("saker.jsonl", "--on", "2014-09-30", "--checklist", "fosterhjem@2013-01-01", "--json")
    #expect(try run.json()["cases"]?.array?.first?["points"]?.array?.count == 4)
    let inForce = try check("saker.jsonl", "--on", "2014-05-30", "--json").json()["cases"]?.array?.first
    #expect(inForce?["checklist"]?.string == "fosterhjem@2013-01-01")
  }

  @Test func `wrong usage ends with 64 and says nothing on standard output`() throws {
    try mappe.saker([Prøvesak()])
    for (args, words) in [
      (["saker.jsonl"], "--on"), (["--on", "2014-09-30"], "<paths>"),
      (
        ["saker.jsonl", "--on", "2014-09-30", "--known-on", "2014-09-29"],
        "--known-on must not be before --on"
      ),
      (["saker.jsonl", "--on", "2014-09-31"], "--on"), (["saker.jsonl", "--on", "30.09.2014"], "--on"),
      (["saker.jsonl", "--on", "2014-09-30", "--json", "--jsonl"], "Give one of"),
    ] {
      let run = try mappe.kjør(["check"] + args)
      run.feilet(64, words)
      #expect(run.ut == "")
    }
    try check("saker.jsonl", "--on", "2014-09-30", "--known-on", "2014-09-30").endte(1)
  }

  // MARK: The pipe

  @Test(arguments: ["", "trap '' PIPE; "])
  func `a reader that stops early is not complained about`(_ before: String) throws {
    for form in ["", "--json", "--jsonl"] {
      let run = try mappe.skall(
        """
        \(before)"$ik" check '\(Program.eksempelsaker)' --on 2014-09-30 \(form) --checklists "$sjekklister" \
        | head -c 10 >/dev/null; echo ${PIPESTATUS[0]}
        """)
      #expect(run.feil == "")
      #expect(run.ut == "141\n")
    }
  }

  // MARK: Same bytes anywhere

  @Test func `zone and locale change no byte`() throws {
    let here = ["TZ": "UTC", "LC_ALL": "C"]
    let there = ["TZ": "Europe/Oslo", "LC_ALL": "nb_NO.UTF-8", "LANG": "nb_NO.UTF-8"]
    for form in [["--json"], ["--jsonl"], []] {
      let args = ["check", Program.eksempelsaker, "--on", "2014-09-30"] + form
      #expect(try mappe.kjør(args, miljø: here).utBytes == mappe.kjør(args, miljø: there).utBytes)
    }
    try mappe.saker([.uklanderlig("M-01"), Prøvesak(sak: "M-02")])
    let control = ["control", "--month", "2014-09", "--team", "fosterhjem-1", "--cases", "saker.jsonl"]
    try mappe.kjør(control, miljø: there).endte(0)
    let print = ["protocol", "--month", "2014-09", "--team", "fosterhjem-1", "--out", "-"]
    let first = try mappe.kjør(print, miljø: here)
    let second = try mappe.kjør(print, miljø: there)
    first.endte(0)
    #expect(first.utBytes.count > 10_000)
    #expect(first.utBytes == second.utBytes)
    let proof = ["draw", "proof", "--month", "2014-09", "--team", "fosterhjem-1"]
    #expect(try mappe.kjør(proof, miljø: here).utBytes == mappe.kjør(proof, miljø: there).utBytes)
  }
}
