import CaseRecords
import JSONText
import RuleEngine
import RuleLanguage
import Testing
import Values
import Vocabulary

@Suite struct `On complete records the engine` {
  /// What the naive evaluator says for each day the child may be born: one answer, or both.
  private func fasit(_ prøve: Regelprøve, _ index: Int, _ sak: JSONValue, _ dato: Dato, _ kjentPå: Dato?)
    throws
    -> Set<Bool>
  {
    let month = try #require(sak["opplysninger"]?["født"]?.string.flatMap { Datoomfang(iso: $0) })
    let needsAge = prøve.bruker("fylte", index)
    var answers: Set<Bool> = []
    for offset in needsAge ? [0, 9, 18, month.første.dager(til: month.siste)] : [0] {
      let motor = Fasitmotor(
        sak: sak, modell: Prøvemodell.modell, kontrolldato: dato, kjentPå: kjentPå,
        definisjoner: prøve.definerteTrær,
        parametre: ["krav": Regelprøve.krav], født: month.første.adding(dager: offset))
      answers.insert(motor.sann(prøve.trær[index], []))
    }
    return answers
  }

  @Test func `decides every rule, and as a naive evaluator does day by day`() throws {
    var compared = 0
    var yes = 0
    var failures = 0
    for round in 0..<(45 * skala) where failures < 5 {
      let seed = grunnfrø &+ UInt64(round)
      let prøve = try Regelprøve.tilfeldig(frø: seed, regler: 16)
      var generator = Saksgenerator(modell: Prøvemodell.modell, terning: Terning(frø: seed &+ 7_000_000))
      generator.medRegistrering = round % 3 == 0
      let records = (0..<20).map { generator.sak("S-\($0)") }
      let bunke = Saksbunke.gyldige(records, Prøvemodell.modell).bunke
      let day = generator.terning.dag(generator.uttrekk.adding(dager: -300), generator.uttrekk)
      let known = generator.medRegistrering ? day.adding(dager: generator.terning.tall(0...40)) : nil
      for (sak, svar) in zip(bunke.saker, prøve.svar(bunke, på: day, kjentPå: known)) {
        let record = try #require(records.first { $0["sak"]?.string == sak.sak })
        for (index, answer) in svar.enumerated() {
          let expected = try fasit(prøve, index, record, day, known)
          compared += 1
          if answer == .ja { yes += 1 }
          // A birth month is never a day: only there may the engine not know.
          if answer == .ukjent, prøve.bruker("fylte", index) { continue }
          if expected.count == 1, answer == Sannhet(expected.contains(true)) { continue }
          failures += 1
          Issue.record(
            """
            seed \(seed), on \(day), known \(String(describing: known)): engine \(answer), naive \(expected)
            rule: \(prøve.forklaring(index))
            record: \(record.compactText)
            """)
          if failures >= 5 { return }
        }
      }
    }
    #expect(compared >= 10_000 * skala)
    #expect(yes > compared / 10 && yes < compared * 9 / 10)
    print("fasit: \(compared) pairs compared, \(yes) ja")
  }
}
