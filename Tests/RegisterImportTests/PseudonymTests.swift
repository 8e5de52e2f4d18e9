import Testing

@testable import RegisterImport

struct PseudonymTests {
  private let giver = Pseudonymgiver(nøkkel: Importbenk.nøkkel)

  /// Computed with Python: `hmac.new(b"0123456789abcdef", b"solvik\0J/1", "sha256")`, ten bytes as letters.
  @Test func `a pseudonym is the first eighty bits of an HMAC in consonants`() {
    #expect(giver.pseudonym(enhet: "solvik", journalnummer: "J/1") == "vtgrmcsjpgcpjfjdpndt")
  }

  @Test func `unit, journal number and key all matter, and a zero byte keeps them apart`() {
    let all = [
      giver.pseudonym(enhet: "solvik", journalnummer: "J/1"),
      giver.pseudonym(enhet: "solvik", journalnummer: "J/2"),
      giver.pseudonym(enhet: "solvikJ", journalnummer: "/1"),
      giver.pseudonym(enhet: "nes", journalnummer: "J/1"),
      Pseudonymgiver(nøkkel: Array("0123456789abcdeF".utf8)).pseudonym(enhet: "solvik", journalnummer: "J/1"),
    ]
    #expect(Set(all).count == all.count)
    for one in all {
      #expect(one.count == 20)
      #expect(one.allSatisfy { $0.isLetter && $0.isASCII && $0.isLowercase })
    }
  }

  @Test func `the same letters in another Unicode form are the same journal number`() {
    #expect(
      giver.pseudonym(enhet: "solvik", journalnummer: "Å1")
        == giver.pseudonym(enhet: "solvik", journalnummer: "A\u{030A}1"))
  }
}
