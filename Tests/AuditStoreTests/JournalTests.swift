import Foundation
import GRDB
import JSONText
import Sampling
import Testing

@testable import AuditStore

struct JournalTests {
  private struct Avbrutt: Error {}

  @Test func `an entry reads back as it was added, and the code follows`() throws {
    let test = try Prøvemappe()
    let store = try test.åpne()
    #expect(try store.journalkode() == Journalkode(Merkletre()))
    let blad = try store.append(
      .eksport, rolle: "kvalitetsgruppe", innhold: ["b": .integer(2), "a": "æ"], klasse: .protokoll, tid: tid,
      salt: test.salt.salt)
    #expect((blad.n, blad.tid, blad.handling, blad.rolle) == (1, tid, .eksport, "kvalitetsgruppe"))
    let text = """
      {"forpliktelse":"\(blad.forpliktelse.hex)","handling":"eksport","n":1,"rolle":"kvalitetsgruppe",\
      "tid":"\(tid)"}
      """
    #expect(String(decoding: blad.json.canonicalBytes, as: UTF8.self) == text)
    let entry = try store.oppføring(1)
    #expect(entry.blad == blad)
    #expect(entry.nyttelast?.klasse == .protokoll)
    #expect(entry.innhold?.canonicalBytes == Array(#"{"a":"æ","b":2}"#.utf8))
    #expect(
      try store.journalkode() == Journalkode(Merkletre(bladhasher: [Merkle.bladhash(Array(text.utf8))])))
    try store.close()
    #expect(try test.åpne(.lesBare).oppføring(1) == entry)
  }

  @Test func `the commitment is the SHA-256 of salt and payload`() throws {
    let test = try Prøvemappe()
    let store = try test.åpne()
    let salt = [UInt8](1...32)
    let blad = try store.append(
      .eksport, rolle: "r", innhold: ["svar": "ja"], klasse: .funn, tid: tid, salt: { salt })
    let payload = #"{"innhold":{"svar":"ja"},"klasse":"funn"}"#
    #expect(blad.forpliktelse == Sjekksum(av: salt + Array(payload.utf8)))
  }

  @Test func `an act that fails leaves nothing behind`() throws {
    let test = try Prøvemappe()
    let store = try test.fyll(3)
    let before = try (store.journalkode(), test.bytes())
    #expect(throws: Avbrutt.self) {
      try store.act(tid: tid, salt: test.salt.salt) { room in
        try room.append(.eksport, rolle: "r", innhold: [:], klasse: .funn)
        try room.append(.eksport, rolle: "r", innhold: [:], klasse: .funn)
        #expect(room.journalkode.størrelse == 5)
        throw Avbrutt()
      }
    }
    #expect(try store.journalkode() == before.0)
    #expect(try test.bytes() == before.1)
    #expect(try store.verifiser(kode: before.0).holder)
  }

  @Test func `an act sees its own entries and may add nothing`() throws {
    let test = try Prøvemappe()
    let store = try test.fyll(2)
    let seen = try store.act(tid: tid, salt: test.salt.salt) { room in
      let before = try room.oppføringer(.eksport).count
      try room.append(.eksport, rolle: "r", innhold: [:], klasse: .funn)
      return (before, try room.oppføringer(.eksport).map(\.n))
    }
    #expect(seen.0 == 0 && seen.1 == [3])
    try store.act(tid: tid, salt: test.salt.salt) { _ in }
    #expect(try store.journalkode().størrelse == 3)
  }

  @Test(arguments: [
    "", "2014-09-30", "2014-09-30T12:00:00+02:00", "2014-09-30 12:00:00Z", "2014-09-30T12:00Z",
  ])
  func `a time must be given in UTC`(time: String) throws {
    let test = try Prøvemappe()
    let store = try test.åpne()
    #expect(throws: Lagerfeil.ugyldigTid) { try store.act(tid: time, salt: test.salt.salt) { _ in } }
  }

  @Test func `role, salt and payload are checked`() throws {
    let test = try Prøvemappe()
    let store = try test.åpne()
    for role in ["", "a\nb", String(repeating: "r", count: 101)] {
      #expect(throws: Lagerfeil.ugyldigRolle) {
        try store.append(.eksport, rolle: role, innhold: [:], klasse: .funn, tid: tid, salt: test.salt.salt)
      }
    }
    #expect(throws: Lagerfeil.ugyldigSalt) {
      try store.append(.eksport, rolle: "r", innhold: [:], klasse: .funn, tid: tid, salt: { [1] })
    }
    #expect(throws: Lagerfeil.ugyldigNyttelast) {
      try store.append(.eksport, rolle: "r", innhold: [], klasse: .funn, tid: tid, salt: test.salt.salt)
    }
    #expect(throws: Lagerfeil.ugyldigNyttelast) {
      try store.append(
        .sletting, rolle: "r", innhold: ["slettet": []], klasse: .funn, tid: tid, salt: test.salt.salt)
    }
    #expect(throws: Lagerfeil.ukjentOppføring(n: 1)) { try store.oppføring(1) }
  }

  @Test func `entries can be asked for by act, month and team`() throws {
    let test = try Prøvemappe()
    let store = try test.heltMånedsløp()
    let month = try #require(Måned("2014-09"))
    #expect(try store.oppføringer().map(\.n) == Array(1...9))
    #expect(try store.oppføringer(.frø, måned: month, team: "Solvik").map(\.n) == [3])
    #expect(try store.oppføringer(måned: month).map(\.n) == Array(2...8))
    #expect(try store.oppføringer(måned: month.adding(måneder: 1)).isEmpty)
    #expect(try store.oppføringer(team: "Nordvik").isEmpty)
  }

  @Test func `the kinds of act are stored in plain ASCII`() {
    #expect(
      Handling.allCases.map(\.rawValue) == [
        "import", "forpliktelse", "fro", "trekning", "bytte", "kontroll", "svar", "las", "rettelse", "avvik",
        "tiltak", "mote",
        "vedtak", "annenlesning", "tekst",
        "signering", "sjekkliste", "sjekklisteforslag", "eksport", "sletting",
      ])
  }

  @Test func `distinct payloads give distinct commitments, whatever they look like`() {
    let texts = ["ab", "a\u{0}b", "\u{E5}", "a\u{30A}", "1", "1.0", "true", ""]
    var payloads: [JSONValue] = texts.map { ["a": .string($0)] }
    payloads += [
      ["ab": "c"], ["a": "bc"], ["a": .integer(1)], ["a": .number(1.5)], ["a": .bool(true)], ["a": .null],
      ["a": ["b", "c"]], ["a": ["bc"]], ["a": [[]]], ["a": []], ["a": [:]], [:],
    ]
    let commitments = payloads.map {
      Nyttelast.forpliktelse(
        salt: [UInt8](1...32), data: Nyttelast(klasse: .funn, innhold: $0).json.canonicalBytes)
    }
    #expect(Set(commitments).count == payloads.count)
  }

  @Test func `proofs of one entry and of growth hold, and of a stranger do not exist`() throws {
    let test = try Prøvemappe()
    let store = try test.fyll(13)
    let root = try store.merkletre().rot
    for n in 1...13 {
      let proof = try store.innholdsbevis(n)
      #expect(proof.holder && proof.rot == root)
      #expect(proof.bladhash == (try store.oppføring(n).blad.hash))
      let growth = try store.utvidelsesbevis(fra: n)
      #expect(growth.holder && growth.rotTil == root)
    }
    let proof = try store.innholdsbevis(1, størrelse: 2)
    #expect(proof.json["path"]?.array?.count == 1)
    #expect(throws: Lagerfeil.ukjentOppføring(n: 14)) { try store.innholdsbevis(14) }
    #expect(throws: Lagerfeil.ukjentOppføring(n: 0)) { try store.utvidelsesbevis(fra: 0) }
  }
}
