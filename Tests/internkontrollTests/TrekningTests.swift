import Foundation
import JSONText
import Testing

/// The draw in witnessed steps, and what it refuses.
struct TrekningTests {
  private func kontroll(_ count: Int = 5) throws -> Prøvekontroll {
    let folder = try Prøvemappe()
    try folder.saker(count)
    return Prøvekontroll(folder)
  }

  private func låst() throws -> (Prøvekontroll, kode: String) {
    let control = try kontroll()
    let run = try control.draw("commit", "--cases", "saker.jsonl")
    run.endte(0)
    return (control, try #require(run.linjer.first))
  }

  @Test func `list, seed, draw, swap and evaluation are steps of their own`() throws {
    let (kontroll, code) = try låst()
    #expect(code.hasPrefix("1-"))
    try kontroll.verify("--code", code).endte(0)
    let seeded = try kontroll.draw(
      "seed", "--code", code, "--seed", "452361", "--seed-by", "teamleder,verneombud")
    seeded.endte(0)
    #expect(seeded.linjer.count == 3)
    let drawn = Array(seeded.linjer.prefix(2))
    #expect(try kontroll.trukne() == drawn)

    let swapped = try kontroll.draw(
      "replace", "--case", drawn[0], "--reason", "avsluttet", "--role", "teamleder")
    swapped.endte(0)
    let next = try #require(swapped.linjer.first)
    #expect(!drawn.contains(next))
    let proof = try kontroll.draw("proof").json()
    #expect(proof["drawn"]?.compactText == "[\"\(next)\",\"\(drawn[1])\"]")
    #expect(proof["journal"]?["commit"]?.string == code)
    #expect(proof["seed_source"]?.compactText == #"{"type":"kastet","roles":["teamleder","verneombud"]}"#)

    let evaluated = try kontroll.control()
    evaluated.endte(0)
    #expect(Set(evaluated.trukne) == [next, drawn[1]])
    #expect(evaluated.ut.contains("\(drawn[0]) er byttet med \(next)"))
    try kontroll.mappe.skriv("bevis.json", try kontroll.draw("proof").ut)
    try kontroll.mappe.kjør("verify", "--proof", "bevis.json").endte(0)
  }

  @Test func `without dice the machine draws 128 bits`() throws {
    let (kontroll, code) = try låst()
    try kontroll.draw("seed", "--code", code).endte(0)
    let proof = try kontroll.draw("proof").json()
    #expect(proof["seed"]?.string?.utf8.count == 32)
    #expect(proof["seed_source"]?["type"]?.string == "system")
  }

  @Test func `a code that this journal never had is an integrity fault`() throws {
    let (kontroll, code) = try låst()
    let digit = code.last == "0" ? "1" : "0"
    for wrong in [code.dropLast() + digit, "2" + code.dropFirst(), "0" + code.dropFirst()] {
      try kontroll.draw("seed", "--code", String(wrong)).feilet(3, "verify --code")
      try kontroll.verify("--code", String(wrong)).endte(3)
    }
    for malformed in ["", "1", code.uppercased(), code + "-0000", "x" + code] where malformed != code {
      try kontroll.draw("seed", "--code", malformed).feilet(64, "--code")
      try kontroll.verify("--code", malformed).feilet(64, "--code")
    }
    try kontroll.draw("proof").feilet(5, "no cases are drawn")
  }

  @Test func `a seed needs two different roles, and digits`() throws {
    let (kontroll, code) = try låst()
    let before = try kontroll.mappe.les("k.sqlite")
    for roles in ["teamleder,teamleder", "teamleder", "teamleder,", "a,b,c"] {
      try kontroll.draw("seed", "--code", code, "--seed", "12", "--seed-by", roles).feilet(
        64, "two different roles")
    }
    try kontroll.draw("seed", "--code", code, "--seed", "12").feilet(64, "go together")
    try kontroll.draw("seed", "--code", code, "--seed-by", "a,b").feilet(64, "go together")
    for digits in ["", "tolv", "1 2", "-1", String(repeating: "1", count: 201)] {
      #expect(try kontroll.draw("seed", "--code", code, "--seed=\(digits)", "--seed-by", "a,b").kode == 64)
    }
    #expect(try kontroll.mappe.les("k.sqlite") == before)
  }

  @Test func `there is one list and one seed a month`() throws {
    let (kontroll, code) = try låst()
    try kontroll.draw("commit", "--cases", "saker.jsonl").feilet(5, "already locked")
    try kontroll.draw("seed", "--code", code, "--seed", "7", "--seed-by", "a,b").endte(0)
    try kontroll.draw("seed", "--code", code, "--seed", "8", "--seed-by", "a,b").feilet(
      5, "already has its seed")
    try kontroll.control("--seed", "8").feilet(5, "already has its seed")
    try kontroll.control("--seed", "7").endte(0)
  }

  @Test func `steps out of order are refused`() throws {
    let kontroll = try kontroll()
    var other = kontroll
    other.måned = "2014-08"
    try other.control().endte(0)
    try kontroll.draw("proof").feilet(5, "there is no control")
    let code = try #require(try kontroll.draw("commit", "--cases", "saker.jsonl").linjer.first)
    let swap = ["--case", "M-01", "--reason", "avsluttet", "--role", "teamleder"]
    try kontroll.kjør("draw", "replace", med: swap).feilet(5, "no cases are drawn yet")
    try kontroll.lock().feilet(5, "no cases are drawn yet")
    try kontroll.answer("M-01", "BEKYMRING", "nei", "--reason", "Lest.").feilet(5, "no cases are drawn yet")
    try kontroll.draw("seed", "--code", code).endte(0)
    let drawn = try kontroll.trukne()
    try kontroll.lock().feilet(5, "not evaluated yet")
    try kontroll.answer(drawn[0], "BEKYMRING", "nei", "--reason", "Lest.").feilet(5, "not evaluated yet")
  }

  @Test func `a case is swapped for its own sake only`() throws {
    let kontroll = try kontroll()
    try kontroll.control().endte(0)
    let drawn = try kontroll.trukne()
    func swap(_ args: String...) throws -> Kjøring {
      try kontroll.kjør("draw", "replace", med: ["--role", "teamleder"] + args)
    }
    try swap("--case", drawn[0], "--reason", "inhabil").feilet(
      64, "A controller who is inhabil is replaced, never the case")
    try swap("--case", drawn[0], "--reason", "uvillig").feilet(64, "avsluttet, sperret or annet")
    try swap("--case", drawn[0], "--reason", "annet").feilet(5, "needs a reason")
    try swap("--case", "M-77", "--reason", "avsluttet").feilet(5, "not among the drawn cases")
    #expect(try kontroll.trukne() == drawn)
    for _ in 0..<3 {
      let now = try kontroll.trukne()
      try swap("--case", now[0], "--reason", "annet", "--text", "Barnet har flyttet hjem.").endte(0)
    }
    try swap("--case", try kontroll.trukne()[0], "--reason", "sperret").feilet(5, "the reserve list is empty")
  }

  @Test func `the text of a swap is not in the proof`() throws {
    let kontroll = try kontroll()
    try kontroll.control().endte(0)
    let drawn = try kontroll.trukne()
    try kontroll.draw(
      "replace", "--case", drawn[0], "--reason", "annet", "--text", "Barnet har flyttet hjem.", "--role",
      "teamleder"
    ).endte(0)
    let proof = try kontroll.draw("proof")
    #expect(proof.ut.contains(#""reason": "annet""#))
    #expect(!proof.ut.contains("flyttet"))
  }

  @Test func `an invalid seed leaves no locked list behind`() throws {
    let kontroll = try kontroll()
    try kontroll.control("--seed", "tolv").feilet(64, "decimal digits")
    #expect(try kontroll.verify().ut.contains("0 entries"))
    try kontroll.control("--seed", "12").endte(0)
  }

  @Test func `when nobody can be drawn nothing is committed`() throws {
    let folder = try Prøvemappe()
    var moved = Prøvesak(sak: "M-01")
    moved.samlinger["plassering"] =
      #"[{"fra":"2011-02-14","type":"institusjon","hjem":"H1","grunnlag":"omsorgsovertakelse"}]"#
    var home = Prøvesak(sak: "M-02")
    home.opplysninger = #""sakstype":"hjelpetiltak","født":"2005-03""#
    try folder.saker([moved, home])
    let kontroll = Prøvekontroll(folder)
    try kontroll.control().feilet(4, "no case can be drawn; nothing was locked")
    try kontroll.draw("commit", "--cases", "saker.jsonl").feilet(4, "nothing was locked")
    let store = try kontroll.verify()
    store.endte(0)
    #expect(store.ut.contains("0 entries"))
  }

  @Test func `an extract from before the control date leaves its cases out`() throws {
    let folder = try Prøvemappe()
    try folder.saker([
      Prøvesak(sak: "M-01", uttrekk: "2014-08-15"), Prøvesak(sak: "M-02"), Prøvesak(sak: "M-03"),
    ])
    let kontroll = Prøvekontroll(folder)
    try kontroll.control().endte(0)
    let frame = try kontroll.draw("proof").json()["frame"]
    #expect(frame?["ids"]?.compactText == #"["M-02","M-03"]"#)
    #expect(frame?["excluded"]?.compactText == #"[{"id":"M-01","reason":"uttrekk_for_gammelt"}]"#)
  }

  @Test func `the control date is the end of the month, or of the extract, or what was asked for`() throws {
    for (extract, asked, expected) in [
      ("2014-12-31", nil, "30. september 2014"), ("2014-09-20", nil, "20. september 2014"),
      ("2014-12-31", "2014-09-15", "15. september 2014"),
    ] {
      let folder = try Prøvemappe()
      try folder.saker(3, uttrekk: extract)
      let run = try Prøvekontroll(folder).kjør(
        "control", med: ["--cases", "saker.jsonl"] + (asked.map { ["--on", $0] } ?? []))
      run.endte(0)
      #expect(run.ut.contains("Kontrolldato \(expected)."))
    }
  }

  @Test func `with fewer cases than two all are drawn`() throws {
    let kontroll = try kontroll(1)
    let run = try kontroll.control()
    run.endte(0)
    #expect(run.trukne == ["M-01"])
  }

  @Test func `twelve months give twenty-four different cases, and the thirteenth begins again`() throws {
    let folder = try Prøvemappe()
    try folder.saker(24)
    var seen: [String] = []
    for month in 1...12 {
      let run = try Prøvekontroll(folder, måned: "2014-\(month < 10 ? "0" : "")\(month)").control()
      run.endte(0)
      #expect(run.trukne.count == 2)
      #expect(run.ut.contains("Trukket blant \(26 - 2 * month) "))
      seen += run.trukne
    }
    #expect(Set(seen).count == 24)
    try folder.saker(24, uttrekk: "2015-01-31")
    let next = try Prøvekontroll(folder, måned: "2015-01").control()
    next.endte(0)
    #expect(Set(next.trukne) == Set(seen.prefix(2)))
    try Prøvekontroll(folder).verify().endte(0)
  }
}
