import CaseRecords
import JSONText
import RuleEngine
import RuleLanguage
import Testing
import Values
import Vocabulary

@Suite struct `In small worlds` {
  @Test func `what is said of a record with holes is said of every record that it may be`() throws {
    var (decided, undecided, completions, settled) = (0, 0, 0, 0)
    for round in 0..<(300 * skala) {
      let seed = grunnfrø &* 67 &+ UInt64(round)
      var world = LitenVerden(frø: seed)
      var checker = Checker(modell: world.modell)
      var rules: [(String, Punktregel)] = []
      for _ in 0..<10 {
        let text = world.regel()
        let node = try checker.sannhet(try Parser.parse(text))
        rules.append((text, checker.regel(gjelder: nil, krav: node, norm: nil)))
      }
      let record = world.sak(hull: 4)
      let complete = world.utfyllinger(av: record)
      guard complete.count <= 1500 else { continue }
      let (bunke, feil) = Saksbunke.gyldige([record] + complete, world.modell)
      try #require(feil.isEmpty && bunke.saker.count == complete.count + 1)
      completions += complete.count
      for day in [LitenVerden.uttrekk, LitenVerden.uttrekk.adding(dager: -1)] {
        var run = Regelkjøring(checker.program, bunke, på: day)
        for (text, regel) in rules {
          run.begin(sak: 0)
          let outcome = run.utfall(regel)
          var others: Set<Utfall> = []
          for sak in bunke.saker.indices.dropFirst() {
            run.begin(sak: sak)
            others.insert(run.utfall(regel))
          }
          // A complete record decides every rule.
          #expect(!others.contains(.ukjent), "seed \(seed) on \(day): \(text)")
          if outcome == .ukjent {
            undecided += 1
            settled += others.count == 1 ? 1 : 0
          } else {
            decided += 1
            #expect(
              others == [outcome],
              "seed \(seed) on \(day): \(outcome), \(others): \(text) \(record.compactText)")
          }
        }
      }
    }
    #expect(decided > 1000 * skala && undecided > 200 * skala && completions > 2000 * skala)
    print(
      "small worlds: \(completions) completions, \(decided) decided, \(undecided) not, of which \(settled) come out the same in all"
    )
  }
}
