import JSONText
import Sampling
import Testing

struct TrekningTests {
  struct Vectors: Decodable {
    let algorithm: String
    let vectors: [Vector]
  }

  struct Vector: Decodable {
    let seed: String
    let ids: [String]
    let order: [String]
    let first_tickets: [String]
  }

  @Test func `the published vectors give their tickets and their order`() throws {
    let file = try vector("draw", as: Vectors.self)
    #expect(file.algorithm == Lodd.algoritme)
    #expect(file.vectors.count == 4)
    for vector in file.vectors {
      let ranked = Lodd.rangert(ids: vector.ids.reversed(), frø: vector.seed)
      #expect(ranked.map(\.id) == vector.order)
      #expect(ranked.prefix(3).map(\.lodd) == vector.first_tickets)
    }
  }

  @Test func `the first n are drawn and the rest is the ranked reserve list`() throws {
    let draw = try trekning(antall: 12)
    #expect(draw.trukket == ["S-012", "S-007"])
    #expect(draw.reserve.prefix(3) == ["S-006", "S-005", "S-002"])
    #expect(draw.reserve.count == 10)
    #expect(!draw.alleErTrukket)
  }

  @Test(arguments: [(1, 2, 1), (2, 2, 2), (3, 5, 3), (3, 2, 2)])
  func `a small frame is drawn whole`(antall: Int, n: Int, trukne: Int) throws {
    let draw = try trekning(antall: antall, n: n)
    #expect(draw.trukket.count == trukne)
    #expect(draw.alleErTrukket == (antall <= n))
    #expect(draw.reserve.count == antall - trukne)
  }

  @Test func `an empty frame cannot be committed to`() throws {
    let empty = try ramme(antall: 0, utelatte: [.init(id: "S-1", grunn: .karens)])
    #expect(throws: Trekningsfeil.tomRamme) { try Forpliktelse(ramme: empty, sjekklister: []) }
    let one = try ramme(antall: 1)
    #expect(throws: Trekningsfeil.ugyldigAntall(0)) {
      try Forpliktelse(ramme: one, antallTrukne: 0, sjekklister: [])
    }
  }

  @Test func `a frame that changed after the commit is refused`() throws {
    let commit = try Forpliktelse(ramme: ramme(antall: 12), sjekklister: [])
    let other = try ramme(antall: 13)
    let seed = try Frø(oppgitt: "1")
    #expect(throws: Trekningsfeil.annenRamme) {
      try Trekning(ramme: other, forpliktelse: commit, frø: seed)
    }
  }

  @Test func `the commitment carries all that decides the draw`() throws {
    let frame = try ramme(antall: 12)
    let commit = try Forpliktelse(ramme: frame, sjekklister: ["fosterhjem@2014-05-31"])
    #expect(
      commit.json.compactText == """
        {"format":"forpliktelse/1","month":"2014-09","team":"Solvik",\
        "frame_sha256":"\(frame.sjekksum.hex)","N":12,"n":2,"karens":11,"algorithm":"utvalg/1",\
        "checklists":["fosterhjem@2014-05-31"]}
        """)
  }

  @Test(arguments: ["", "12a", " 1", "-1", "١٢", "1\n", String(repeating: "1", count: 201)])
  func `a thrown seed is digits and nothing else`(siffer: String) {
    #expect(throws: Trekningsfeil.ugyldigeSiffer) { try Frø(oppgitt: siffer) }
    #expect(throws: Trekningsfeil.ugyldigeSiffer) { try Frø(siffer: siffer, kastetAv: ["a", "b"]) }
  }

  @Test(arguments: [[], ["teamleder"], ["teamleder", "teamleder"], ["teamleder", ""], ["a", "b", "c"]])
  func `thrown digits need two different roles`(roller: [String]) {
    #expect(throws: Trekningsfeil.toRollerKreves) { try Frø(siffer: "452361", kastetAv: roller) }
  }

  @Test func `a system seed is sixteen bytes written as hexadecimal digits`() throws {
    let seed = try Frø(systembytes: [0, 255] + Array(1...14))
    #expect(seed.tekst == "00ff0102030405060708090a0b0c0d0e")
    #expect(seed.kilde == .system)
    #expect(try Frø(tekst: seed.tekst, kilde: .system) == seed)
    #expect(throws: Trekningsfeil.ugyldigeSystembytes(antall: 15)) { try Frø(systembytes: Array(1...15)) }
    #expect(throws: Trekningsfeil.self) { try Frø(tekst: seed.tekst.uppercased(), kilde: .system) }
  }
}
