import RuleLanguage
import Values

/// What a person must judge: the events on which a judgement turns.
extension Regelkjøring {
  /// «Avgjør om oppfølgingsbesøket 10. april 2013 teller.»
  mutating func skjønnssetning(_ undecided: [Nodeindeks]) -> String {
    var named: [String] = []
    for node in evaluator.program.noder(under: undecided).sorted(by: { $0.verdi < $1.verdi }) {
      guard let query = evaluator.skrevet(node).spørring,
        evaluator.program.spørringer[Int(query)].nivå == 0
      else { continue }
      let har: Nodeindeks? =
        switch evaluator.skrevet(node) {
        case .alle(_, let har), .siste(_, let har), .første(_, let har): har
        default: nil
        }
      for row in skjønnsrader(query, har) {
        let event = den(query, row)
        if !named.contains(event) { named.append(event) }
      }
    }
    guard !named.isEmpty, named.count < 5 else { return "Det må vurderes av en fagperson." }
    return "Avgjør om \(Bokmål.liste(named)) teller."
  }

  /// The listed events for which a judgement decides whether they match, or fulfil what is asked of them.
  private func skjønnsrader(_ query: Int32, _ har: Nodeindeks?) -> [Int] {
    func answers(_ judgement: Sannhet) -> [Int: Sannhet] {
      var run = self
      run.evaluator.skjønn = judgement
      run.evaluator.begin(sak: evaluator.saksnummer)
      var result: [Int: Sannhet] = [:]
      let nivå = evaluator.program.spørringer[Int(query)].nivå
      run.evaluator.forHver(query) { evaluator, row, match in
        guard row != Evaluator.ulistet else { return }
        guard let har else { return result[row] = match }
        evaluator.setRad(row, nivå: nivå)
        result[row] = match && evaluator.sannhet(har)
      }
      return result
    }
    let (accepted, refused) = (answers(.ja), answers(.nei))
    return Set(accepted.keys).union(refused.keys).sorted().filter { row in
      accepted[row] == .ja && refused[row] ?? .nei == .nei
    }
  }
}
