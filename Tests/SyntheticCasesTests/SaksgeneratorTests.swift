import JSONText
import Testing
import Values

@testable import SyntheticCases

@Suite struct SaksgeneratorTests {
  @Test func `SplitMix64 gives the published numbers`() {
    var rng = SplitMix64(frø: 1_234_567)
    let tall = (0..<5).map { _ in rng.next() }
    #expect(
      tall == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
  }

  @Test func `the same seed gives the same bytes`() {
    let a = Saksgenerator(frø: 7, populasjon: Populasjon(antall: 60)).map(\.linje)
    let b = Saksgenerator(frø: 7, populasjon: Populasjon(antall: 60)).map(\.linje)
    #expect(a == b)
    #expect(a.count == 60)
  }

  @Test func `another seed gives other records`() {
    let a = Saksgenerator(frø: 7, populasjon: Populasjon(antall: 60)).map(\.linje)
    let b = Saksgenerator(frø: 8, populasjon: Populasjon(antall: 60)).map(\.linje)
    #expect(zip(a, b).allSatisfy { $0 != $1 })
  }

  @Test func `Solvik has 118 care orders and 20 voluntary placements, numbered without a pattern`() {
    let saker = Array(Saksgenerator(frø: 3))
    let frivillige = saker.indices.filter { type(saker[$0]) == "frivillig_plassering" }
    #expect(saker.count == 138)
    #expect(frivillige.count == 20)
    #expect(saker.count { type($0) == "omsorgssak" } == 118)
    #expect(saker.map(\.id).first == "S-0001")
    #expect(saker.map(\.id).last == "S-0138")
    #expect(Set(saker.map(\.id)).count == 138)
    #expect(frivillige.contains { $0 < 69 } && frivillige.contains { $0 >= 69 })
  }

  @Test(arguments: [
    (0, 0, 0), (1, 1, 0), (7, 6, 1), (138, 118, 20), (276, 236, 40), (100_000, 85_508, 14_492),
  ])
  func `a population of any size keeps Solvik's proportion`(antall: Int, omsorg: Int, frivillige: Int) {
    let populasjon = Populasjon(antall: antall)
    #expect(populasjon.omsorgssaker == omsorg)
    #expect(populasjon.frivillige == frivillige)
  }

  @Test func `the pseudonym grows with the population`() {
    var iterator = Saksgenerator(frø: 1, populasjon: Populasjon(antall: 100_000)).makeIterator()
    #expect(iterator.next()?.id == "S-000001")
  }

  @Test func `unit and team are those asked for`() {
    let populasjon = Populasjon(antall: 3, enhet: "fjellvik", team: "fosterhjem-2")
    for sak in Saksgenerator(frø: 1, populasjon: populasjon) {
      #expect(sak.post["enhet"]?.string == "fjellvik")
      #expect(sak.post["team"]?.string == "fosterhjem-2")
    }
  }

  @Test func `the reader's layout says the same as the one-line layout`() {
    for sak in Saksgenerator(frø: 11, populasjon: Populasjon(antall: 40)) {
      // No value holds white space, so that white space is layout only.
      #expect(sak.fil.tekst.filter { !$0.isWhitespace } + "\n" == sak.linje)
      #expect(sak.fil.navn == sak.id + ".json")
    }
  }

  @Test func `an extract in another year moves everything with it`() {
    let populasjon = Populasjon(antall: 40, førsteÅr: 2024, sisteÅr: 2026)
    for sak in Saksgenerator(frø: 5, populasjon: populasjon) {
      #expect(sak.post["uttrekk"]?.string == "2026-12-31")
      #expect(sak.post["hendelser"]?["varig_opphold"] != nil)
      #expect(Formatregler.brudd(sak.post) == [])
    }
  }

  private func type(_ sak: SyntetiskSak) -> String? { sak.post["opplysninger"]?["sakstype"]?.string }
}
