import RuleLanguage
import Testing
import Vocabulary

/// A definition that uses another twice doubles what it costs; the size with all of them written out is bounded.
@Suite struct `The size of a rule with its definitions written out` {
  private static let base = [
    "og": "kontrolldatoen er etter 2014-01-01", "eller": "kontrolldatoen er etter 2014-01-01",
  ]

  /// How many of the doubling definitions are let in before one is refused.
  private func accepted(_ start: String, _ twice: (String) -> String, of count: Int) throws -> Int {
    var checker = Checker(modell: Saksmodell(opplysninger: [], samlinger: []))
    try checker.add(definisjon: "e0", omtale: nil, try Parser.parse(start))
    for number in 1..<count {
      do {
        try checker.add(definisjon: "e\(number)", omtale: nil, try Parser.parse(twice("e\(number - 1)")))
      } catch {
        #expect(error.funn.map(\.kode) == [.tooDeep])
        return number
      }
    }
    return count
  }

  @Test(arguments: [
    ("kontrolldatoen er etter 2014-01-01", "og"), ("kontrolldatoen er etter 2014-01-01", "eller"),
    ("siste 12 måneder", "samtidig med"), ("1", "+"), ("2", "*"),
  ])
  func `is bounded, so that doubling definitions are soon refused`(start: String, sign: String) throws {
    let count = try accepted(start, { "\($0) \(sign) \($0)" }, of: 200)
    #expect(count > 6 && count < 12)
  }

  @Test func `leaves long chains alone that use each definition once`() throws {
    #expect(try accepted("1", { "\($0) + 1" }, of: 600) == 600)
  }
}
