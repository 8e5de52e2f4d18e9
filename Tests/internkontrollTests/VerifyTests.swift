import Foundation
import JSONText
import Testing

/// A store that is whole says so; one that was touched does not pass.
struct VerifyTests {
  /// A locked control of three cases.
  private func låst() throws -> (Prøvekontroll, kode: String) {
    let folder = try Prøvemappe()
    try folder.saker([.uklanderlig("M-01"), .uklanderlig("M-02"), .uklanderlig("M-03")])
    let kontroll = Prøvekontroll(folder)
    let drawn = try kontroll.control("--seed", "1").trukne
    try kontroll.svarAlt(drawn)
    let run = try kontroll.lock()
    run.endte(0)
    return (
      kontroll,
      try #require(run.linjer.first { $0.hasPrefix("Journalkode: ") }.map { String($0.dropFirst(13)) })
    )
  }

  @Test func `a whole store says how many entries it has and their code`() throws {
    let (kontroll, code) = try låst()
    let run = try kontroll.verify()
    run.endte(0)
    #expect(run.ut == "k.sqlite: whole; 11 entries, journal code \(code)\n")
    try kontroll.verify("--code", code).endte(0)
    let answer = try kontroll.verify("--json").json()
    #expect(answer["schema"]?.string == "internkontroll/verify/1")
    #expect(answer["ok"]?.bool == true)
    #expect(answer["entries"]?.integer == 11)
    #expect(answer["code"]?.string == code)
    #expect(answer["faults"]?.array == [])
  }

  @Test func `a code of another journal is told, and of a longer one too`() throws {
    let (kontroll, code) = try låst()
    let wrong = String(code.dropLast() + (code.last == "0" ? "1" : "0"))
    try kontroll.verify("--code", wrong).feilet(
      3, "INTEGRITY BROKEN", "not those that the printed code stands for")
    try kontroll.verify("--code", "99" + code.drop { $0 != "-" }).feilet(3, "99 entries", "entries are gone")
    let answer = try kontroll.verify("--code", wrong, "--json")
    answer.endte(3)
    #expect(try answer.json()["ok"]?.bool == false)
  }

  @Test func `after one flipped byte either the check fails or the protocol reads as before`() throws {
    let (kontroll, code) = try låst()
    let whole = try kontroll.mappe.les("k.sqlite")
    let protocol_ = try kontroll.protokoll().utBytes
    let header = Array(0..<100).filter { $0 % 5 == 0 }
    let rest = (0..<40).map { 100 + ($0 * 7919 + 13) % (whole.count - 100) }
    var found = 0
    for place in header + rest {
      var bytes = whole
      bytes[place] ^= 0x41
      try kontroll.mappe.skriv("k.sqlite", bytes)
      let check = try kontroll.verify("--code", code)
      if check.kode == 3 {
        found += 1
        #expect(check.feil.contains("INTEGRITY BROKEN"))
        continue
      }
      check.endte(0)
      let read = try kontroll.protokoll()
      #expect(read.kode == 0 && read.utBytes == protocol_, "byte \(place)")
    }
    #expect(found > 10)
    try kontroll.mappe.skriv("k.sqlite", whole)
    try kontroll.verify("--code", code).endte(0)
  }

  @Test(arguments: [0, 1, 99, 512, 4096, -4096, -1])
  func `a truncated store does not pass`(_ size: Int) throws {
    let (kontroll, code) = try låst()
    let whole = try kontroll.mappe.les("k.sqlite")
    try kontroll.mappe.skriv("k.sqlite", whole.prefix(size > 0 ? size : whole.count + size))
    guard size != 0 else { return }
    let run = try kontroll.verify("--code", code)
    run.feilet(3, "INTEGRITY BROKEN")
    #expect(run.ut == "")
  }

  @Test func `an emptied store does not pass`() throws {
    let (kontroll, code) = try låst()
    try kontroll.mappe.skriv("k.sqlite", "")
    #expect([2, 3].contains(try kontroll.verify("--code", code).kode))
    #expect(try kontroll.protokoll().kode != 0)
  }

  @Test func `a store that was put back to an earlier day is told by the printed code`() throws {
    let folder = try Prøvemappe()
    try folder.saker(4)
    let kontroll = Prøvekontroll(folder)
    try kontroll.control().endte(0)
    let early = try folder.les("k.sqlite")
    let drawn = try kontroll.trukne()
    let code = try #require(
      try kontroll.answer(drawn[0], "BEKYMRING", "nei", "--reason", "Lest.").journalkode)
    try folder.skriv("k.sqlite", early)
    try kontroll.verify().endte(0)
    try kontroll.verify("--code", code).feilet(3, "entries are gone")
  }

  @Test func `there must be something to check`() throws {
    let folder = try Prøvemappe()
    try folder.kjør("verify").feilet(2, "there is no store")
    try folder.kjør("verify", "--proof", "bevis.json").feilet(2, "cannot read bevis.json")
    #expect(try folder.filer() == [])
  }

  // MARK: The proof

  private func bevis() throws -> (Prøvemappe, String) {
    let folder = try Prøvemappe()
    try folder.saker(9)
    let kontroll = Prøvekontroll(folder)
    try kontroll.control().endte(0)
    try kontroll.draw(
      "replace", "--case", try kontroll.trukne()[1], "--reason", "avsluttet", "--role", "teamleder"
    ).endte(0)
    try kontroll.draw("proof", "--out", "bevis.json").endte(0)
    return (folder, try folder.tekst("bevis.json"))
  }

  /// What somebody else needs to redo the draw; nothing of ours is used.
  static let skript = """
    import hashlib, json, sys
    p = json.load(open(sys.argv[1]))
    sha = lambda text: hashlib.sha256(text.encode()).hexdigest()
    canonical = lambda v: json.dumps(v, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    assert p["format"] == "utvalg/1" == p["commit"]["algorithm"]
    assert sha(canonical(p["frame"])) == p["frame_sha256"]
    ids = p["frame"]["ids"]
    assert p["commit"]["N"] == len(ids) == len(set(ids))
    order = sorted((sha("utvalg/1\\0" + p["seed"] + "\\0" + i), i) for i in ids)
    assert [(t["ticket"], t["id"]) for t in p["tickets"]] == order
    ranked = [i for _, i in order]
    drawn, reserve = ranked[:p["commit"]["n"]], ranked[p["commit"]["n"]:]
    for swap in p["swaps"]:
        drawn[drawn.index(swap["out"])] = swap["in"]
        assert reserve.pop(0) == swap["in"]
    assert drawn == p["drawn"]
    print("ok", *drawn)
    """

  @Test func `a short script in another language redoes the draw`() throws {
    let (folder, _) = try bevis()
    try folder.skriv("kontroll.py", Self.skript)
    let run = try folder.skall("python3 kontroll.py bevis.json")
    run.endte(0)
    #expect(run.ut == "ok \(try Prøvekontroll(folder).trukne().joined(separator: " "))\n")
    try folder.kjør("verify", "--proof", "bevis.json").endte(0)
  }

  @Test(arguments: [
    (#""seed": ""#, #""seed": "1"#), (#""month": "2014-09""#, #""month": "2014-10""#),
    (#""n": 2"#, #""n": 3"#),
    (#""N": 9"#, #""N": 8"#), (#""reason": "avsluttet""#, #""reason": "inhabil""#),
    (#""ticket": ""#, #""ticket": "0"#), (#""id": "M-0"#, #""id": "X-0"#), (#"utvalg/1"#, "utvalg/2"),
    (#""drawn": ["#, #""drawn": ["M-01", "#),
  ])
  func `a proof that was tampered with does not pass`(_ old: String, _ new: String) throws {
    let (folder, text) = try bevis()
    let range = try #require(text.range(of: old))
    try folder.skriv("bevis.json", text.replacingCharacters(in: range, with: new))
    try folder.skriv("kontroll.py", Self.skript)
    try folder.kjør("verify", "--proof", "bevis.json").feilet(3, "bevis.json: ")
    if new != #""reason": "inhabil""# {
      #expect(try folder.skall("python3 kontroll.py bevis.json").kode == 1)
    }
  }

  @Test func `a proof that is not JSON is told where it breaks off`() throws {
    let (folder, text) = try bevis()
    try folder.skriv("bevis.json", String(text.prefix(200)))
    try folder.kjør("verify", "--proof", "bevis.json").feilet(2, "bevis.json:")
    try folder.skriv("bevis.json", "[]")
    try folder.kjør("verify", "--proof", "bevis.json").feilet(3, "not a proof")
  }

  @Test func `a proof and a store are checked together, as text and as JSON`() throws {
    let (folder, text) = try bevis()
    let both = ["verify", "--proof", "bevis.json", "--store", "k.sqlite"]
    let run = try folder.kjør(both)
    run.endte(0)
    #expect(run.linjer.count == 2)
    let answer = try folder.kjør(both + ["--json"]).json()
    #expect(answer["ok"]?.bool == true)
    #expect(answer["proof"]?.compactText == #"{"file":"bevis.json","ok":true,"fault":null}"#)
    let alone = try folder.kjør("verify", "--proof", "bevis.json", "--json").json()
    #expect(alone["ok"]?.bool == true)
    try folder.skriv("bevis.json", text.replacingOccurrences(of: #""n": 2"#, with: #""n": 3"#))
    let broken = try folder.kjør(both + ["--json"])
    broken.endte(3)
    #expect(try broken.json()["ok"]?.bool == false)
  }
}
