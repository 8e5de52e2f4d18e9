import Foundation
import JSONText
import Sampling
import Testing

struct TrekningsbevisTests {
  private func bevis(antall: Int = 12, bytter: Int = 1) throws -> Trekningsbevis {
    var draw = try trekning(antall: antall)
    for _ in 0..<bytter { try draw.bytt(ut: draw.trukket[0], grunn: .annet("Saken er overført")) }
    return Trekningsbevis(draw, journal: .init(forpliktelse: "3-1808-8e5a", frø: nil))
  }

  @Test func `a proof has the members of the design`() throws {
    let json = try bevis(antall: 3).json
    let tickets = Lodd.rangert(ids: ["S-001", "S-002", "S-003"], frø: "3546311556112163624615351222")
    #expect(
      json.compactText == """
        {"format":"utvalg/1","frame":{"format":"ramme/1","month":"2014-09","team":"Solvik",\
        "ids":["S-001","S-002","S-003"],"excluded":[]},"frame_sha256":"\(try ramme(antall: 3).sjekksum.hex)",\
        "commit":{"n":2,"N":3,"karens":11,"algorithm":"utvalg/1","checklists":["fosterhjem@2014-05-31"]},\
        "seed":"3546311556112163624615351222",\
        "seed_source":{"type":"kastet","roles":["teamleder","verifikator"]},\
        "tickets":[\(tickets.map { #"{"id":"\#($0.id)","ticket":"\#($0.lodd)"}"# }.joined(separator: ","))],\
        "drawn":["\(tickets[2].id)","\(tickets[1].id)"],\
        "swaps":[{"out":"\(tickets[0].id)","in":"\(tickets[2].id)","reason":"annet"}],\
        "journal":{"commit":"3-1808-8e5a","seed":null}}
        """)
  }

  @Test(arguments: [(1, 0), (2, 0), (3, 1), (12, 0), (12, 4), (40, 7)])
  func `a proof reads back as it was and holds`(antall: Int, bytter: Int) throws {
    let proof = try bevis(antall: antall, bytter: bytter)
    for bytes in [proof.json.canonicalBytes, Array(proof.json.prettyText.utf8)] {
      let read = try Trekningsbevis(json: JSONValue(parsing: bytes))
      #expect(read == proof)
      #expect(throws: Never.self) { try read.kontroller() }
    }
  }

  @Test func `seeds from the system and from the commit's own command hold too`() throws {
    let frame = try ramme(antall: 5)
    let commit = try Forpliktelse(ramme: frame, sjekklister: [])
    for seed in [try Frø(systembytes: Array(0..<16)), try Frø(oppgitt: "7")] {
      let draw = try Trekning(ramme: frame, forpliktelse: commit, frø: seed)
      let proof = Trekningsbevis(draw, journal: .init(forpliktelse: nil, frø: nil))
      let read = try Trekningsbevis(json: proof.json)
      #expect(read == proof)
      #expect(throws: Never.self) { try read.kontroller() }
    }
  }

  @Test(arguments: [
    (["frame", "team"], Optional(JSONValue.string("Solvik nord")), Bevisfeil.rammesjekksum),
    (["frame", "ids", "0"], .string("S-000"), .rammesjekksum),
    (["frame_sha256"], .string("00"), .rammesjekksum),
    (["commit", "N"], .integer(13), .antallSaker(oppgitt: 13, funnet: 12)),
    (["commit", "n"], .integer(0), .antallTrukne(0)),
    (["commit", "n"], .integer(3), .ikkeNesteReserve(nummer: 1)),
    (["commit", "algorithm"], .string("utvalg/2"), .algoritme),
    (["seed"], .string("3546311556112163624615351223"), .galtLodd(nummer: 1)),
    (["seed"], .string("35x"), .frø(.ugyldigeSiffer)),
    (["seed_source", "roles", "1"], .string("teamleder"), .frø(.toRollerKreves)),
    (["tickets", "11"], nil, .antallLodd(oppgitt: 11, funnet: 12)),
    (["tickets", "4", "id"], .string("S-013"), .loddUtenSak(nummer: 5)),
    (["tickets", "4", "ticket"], .string("00"), .galtLodd(nummer: 5)),
    (["drawn", "0"], .string("S-012"), .trukket(nummer: 1)),
    (["drawn", "1"], nil, .trukket(nummer: 2)),
    (["swaps", "0"], nil, .trukket(nummer: 1)),
    (["swaps", "0", "in"], .string("S-005"), .ikkeNesteReserve(nummer: 1)),
    (["swaps", "0", "out"], .string("S-001"), .bytte(nummer: 1, .ikkeTrukket)),
    (["swaps", "0", "reason"], .string("inhabil"), .bytte(nummer: 1, .inhabil)),
  ])
  func `the first thing that is wrong is told`(path: [String], value: JSONValue?, feil: Bevisfeil) throws {
    let proof = try Trekningsbevis(json: bevis().json.med(path, value))
    #expect(throws: feil) { try proof.kontroller() }
    #expect(!feil.description.contains("S-0"))
  }

  @Test func `tickets out of order are told`() throws {
    let json = try bevis().json
    let tickets = try #require(json["tickets"]?.array)
    let swapped = tickets.prefix(2) + [tickets[3], tickets[2]] + tickets.dropFirst(4)
    let proof = try Trekningsbevis(json: json.med(["tickets"], .array(Array(swapped))))
    #expect(throws: Bevisfeil.rekkefølge(nummer: 3)) { try proof.kontroller() }
    let doubled = try Trekningsbevis(json: json.med(["tickets", "3"], tickets[2]))
    #expect(throws: Bevisfeil.rekkefølge(nummer: 4)) { try doubled.kontroller() }
  }

  @Test func `a drawn case in another Unicode normalisation is another case`() throws {
    let frame = try Ramme(måned: #require(september), team: "Solvik", ids: ["\u{E5}"])
    let commit = try Forpliktelse(ramme: frame, sjekklister: [])
    let draw = try Trekning(ramme: frame, forpliktelse: commit, frø: Frø(oppgitt: "1"))
    let json = Trekningsbevis(draw, journal: .init(forpliktelse: nil, frø: nil)).json
    let proof = try Trekningsbevis(json: json.med(["drawn", "0"], .string("a\u{30A}")))
    #expect(throws: Bevisfeil.trukket(nummer: 1)) { try proof.kontroller() }
  }

  @Test(arguments: [
    (["format"], Optional(JSONValue.string("utvalg/2")), "format: only utvalg/1"),
    (["seed"], nil, "seed: must be there once"), (["seed"], .integer(1), "seed: a text was expected"),
    (["extra"], .null, "the file: has an unknown member"),
    (["tickets", "0", "id"], nil, "tickets[0].id: must be there once"),
    (["commit", "N"], .string("12"), "commit.N: a whole number was expected"),
    (["drawn"], .string("S-012"), "drawn: a list was expected"),
    (["journal"], .null, "journal: an object was expected"),
    (["seed_source", "type"], .string("system"), "seed_source: kastet with two roles"),
  ])
  func `a file that is no proof is told by its place`(path: [String], value: JSONValue?, text: String) throws
  {
    let json = try bevis().json.med(path, value)
    let error = #expect(throws: Bevisfeil.self) { try Trekningsbevis(json: json) }
    #expect(error?.description.contains(text) == true)
  }

  /// What an outsider can write in an afternoon: nothing of ours, only Python's standard library.
  private static let script = """
    import hashlib, json, sys
    p = json.load(sys.stdin)
    sha = lambda b: hashlib.sha256(b).hexdigest()
    frame = json.dumps(p["frame"], sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert sha(frame.encode()) == p["frame_sha256"], "frame"
    ids, n = p["frame"]["ids"], p["commit"]["n"]
    assert len(ids) == p["commit"]["N"], "N"
    ticket = lambda i: sha(b"\\0".join([b"utvalg/1", p["seed"].encode(), i.encode()]))
    ranked = sorted((ticket(i), i.encode()) for i in ids)
    assert [(t["ticket"], t["id"].encode()) for t in p["tickets"]] == ranked, "tickets"
    order = [i.decode() for _, i in ranked]
    drawn, reserve = order[:n], order[n:]
    for swap in p["swaps"]:
        assert swap["reason"] in ("avsluttet", "sperret", "annet") and swap["in"] == reserve.pop(0), "swap"
        drawn[drawn.index(swap["out"])] = swap["in"]
    assert drawn == p["drawn"], "drawn"
    print("ok", *drawn)
    """

  private func python(_ proof: JSONValue) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", Self.script]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(proof.canonicalBytes))
    try input.fileHandleForWriting.close()
    let answer = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: answer, as: UTF8.self)
  }

  @Test func `a short script in another language comes to the same draw`() throws {
    let proof = try bevis(antall: 40, bytter: 2)
    #expect(try python(proof.json) == "ok \(proof.trukket.joined(separator: " "))\n")
    #expect(try python(proof.json.med(["seed"], .string("1"))) == "")
    #expect(try python(proof.json.med(["drawn", "1"], .string("S-001"))) == "")
  }
}
