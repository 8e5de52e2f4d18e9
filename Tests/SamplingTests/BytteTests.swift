import Sampling
import Testing

struct BytteTests {
  @Test func `a swap takes the place of the case with the next of the reserve list`() throws {
    var draw = try trekning(antall: 12)
    let first = try draw.bytt(ut: "S-012", grunn: .avsluttet)
    #expect((first.ut, first.inn) == ("S-012", "S-006"))
    #expect(draw.trukket == ["S-006", "S-007"])
    let second = try draw.bytt(ut: "S-006", grunn: .annet("Saken er overført"))
    #expect(second.inn == "S-005")
    #expect(draw.trukket == ["S-005", "S-007"])
    #expect(draw.bytter == [first, second])
    #expect(draw.reserve.first == "S-002")
  }

  @Test func `only a drawn case can be swapped, and only while there is a reserve`() throws {
    var draw = try trekning(antall: 3)
    #expect(throws: Trekningsfeil.ikkeTrukket) { try draw.bytt(ut: draw.reserve[0], grunn: .sperret) }
    #expect(throws: Trekningsfeil.ikkeTrukket) { try draw.bytt(ut: "S-999", grunn: .sperret) }
    try draw.bytt(ut: draw.trukket[1], grunn: .sperret)
    let before = draw
    #expect(throws: Trekningsfeil.ingenReserve) { try draw.bytt(ut: draw.trukket[1], grunn: .sperret) }
    #expect(draw == before)
  }

  @Test(arguments: [
    ("inhabil", nil, Trekningsfeil.inhabil), ("inhabil", "kjenner familien", .inhabil),
    ("ferie", nil, .ukjentByttegrunn), ("", nil, .ukjentByttegrunn), ("Sperret", nil, .ukjentByttegrunn),
    ("annet", nil, .byttegrunnTekst(kreves: true)), ("annet", " \n", .byttegrunnTekst(kreves: true)),
    ("sperret", "fordi", .byttegrunnTekst(kreves: false)),
  ])
  func `a reason that does not allow a swap is refused`(kode: String, tekst: String?, feil: Trekningsfeil) {
    #expect(throws: feil) { try Byttegrunn(kode: kode, tekst: tekst) }
  }

  @Test func `inhabil is refused with the advice to change the controller`() {
    #expect(Trekningsfeil.inhabil.description.contains("another controller"))
  }

  @Test(arguments: [("avsluttet", nil), ("sperret", nil), ("annet", "Saken er overført")])
  func `the three reasons read back as they were`(kode: String, tekst: String?) throws {
    let grunn = try Byttegrunn(kode: kode, tekst: tekst)
    #expect(grunn.kode == kode && grunn.tekst == tekst)
  }
}

struct KarensTests {
  @Test func `a case keeps out for the eleven months after its own`() throws {
    let drawn = try #require(Måned("2013-09"))
    for step in -3...14 {
      let month = drawn.adding(måneder: step)
      let out = Karens.ids(for: month, tidligere: [(drawn, ["S-1", "S-2"])])
      #expect(out == ((1...11).contains(step) ? ["S-1", "S-2"] : []), "\(month)")
    }
  }

  @Test func `twelve months of two give twenty-four different cases`() throws {
    let start = try #require(september)
    let all = (1...30).map { "S-\($0)" }
    var earlier: [(måned: Måned, ids: [String])] = []
    for step in 0..<24 {
      let month = start.adding(måneder: step)
      let out = Karens.ids(for: month, tidligere: earlier)
      let frame = try Ramme(måned: month, team: "Solvik", ids: all.filter { !out.contains($0) })
      let draw = try Trekning(
        ramme: frame, forpliktelse: Forpliktelse(ramme: frame, sjekklister: []),
        frø: Frø(oppgitt: "\(step)"))
      earlier.append((month, draw.trukket))
      #expect(Set(earlier.suffix(12).flatMap(\.ids)).count == min(24, 2 * (step + 1)))
    }
  }
}
