import GRDB
import JSONText
import Testing

@testable import AuditStore

struct SlettingTests {
  private func finnes(_ needle: [UInt8], _ bytes: [UInt8]) -> Bool {
    bytes.indices.dropLast(needle.count - 1).contains { start in
      bytes[start] == needle[0] && bytes[start..<start + needle.count].elementsEqual(needle)
    }
  }

  @Test func `a lawful deletion takes payload and salt out of the file, and the journal still holds`() throws
  {
    let test = try Prøvemappe()
    let store = try test.fyll(3)
    let secret = Array("Dette står bare i ett øyeblikksbilde".utf8)
    let salt = [UInt8](100...131)
    try store.append(
      .innlesing, rolle: "r", innhold: ["tekst": .string(String(decoding: secret, as: UTF8.self))],
      klasse: .øyeblikksbilde, tid: tid, salt: { salt })
    // A payload that fills pages of its own.
    try store.append(
      .innlesing, rolle: "r",
      innhold: ["tekst": .string(String(repeating: String(decoding: secret, as: UTF8.self), count: 900))],
      klasse: .øyeblikksbilde, tid: tid, salt: test.salt.salt)
    let code = try store.journalkode()
    let before = try test.bytes()
    #expect(finnes(secret, before) && finnes(salt, before))

    let blad = try store.act(tid: tid, salt: test.salt.salt) { room in
      try room.slett([5, 4, 4], grunn: "24 måneder", rolle: "arkivansvarlig")
    }
    #expect(blad.n == 6)
    let after = try test.bytes()
    #expect(!finnes(secret, after) && !finnes(salt, after))
    try store.komprimer()
    let compacted = try test.bytes()
    #expect(!finnes(secret, compacted) && !finnes(salt, compacted))
    #expect(compacted.count < after.count)

    let found = try store.verifiser(kode: code)
    #expect(found.holder && found.slettede == 2 && found.antall == 6)
    #expect(try store.oppføring(4).nyttelast == nil)
    #expect(try store.oppføringer().map { $0.nyttelast == nil } == [false, false, false, true, true, false])
    #expect(try store.oppføring(6).innhold?.compactText == #"{"reason":"24 måneder","slettet":[4,5]}"#)
    #expect(try store.oppføring(6).nyttelast?.klasse == .protokoll)
    #expect(try Revisjonslager.verifiser(sti: test.sti(), kode: code).holder)
  }

  @Test func `what is kept for ever, gone already or not there cannot be deleted`() throws {
    let test = try Prøvemappe()
    let store = try test.heltMånedsløp()
    let before = try store.journalkode()
    for n in [1, 2, 9] {
      let error = #expect(throws: Lagerfeil.kanIkkeSlettes(n: n)) {
        try store.act(tid: tid, salt: test.salt.salt) { try $0.slett([6, n], grunn: "g", rolle: "r") }
      }
      #expect(error?.slag == .tilstand)
    }
    #expect(throws: Lagerfeil.ukjentOppføring(n: 10)) {
      try store.act(tid: tid, salt: test.salt.salt) { try $0.slett([10], grunn: "g", rolle: "r") }
    }
    #expect(throws: Lagerfeil.ugyldigNyttelast) {
      try store.act(tid: tid, salt: test.salt.salt) { try $0.slett([], grunn: "g", rolle: "r") }
    }
    #expect(try store.journalkode() == before)
    #expect(try store.oppføring(6).nyttelast != nil)
  }

  @Test func `compacting keeps the store a store`() throws {
    let test = try Prøvemappe()
    let store = try test.heltMånedsløp()
    let rows = try store.rader(.hendelse)
    try store.komprimer()
    #expect(try store.rader(.hendelse) == rows)
    try store.close()
    #expect(try Revisjonslager.verifiser(sti: test.sti()).holder)
    #expect(try test.åpne().rader(.hendelse) == rows)
  }
}
