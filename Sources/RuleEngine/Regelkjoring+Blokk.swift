import CaseRecords
public import RuleLanguage
import Values

/// A point's rule, and what a breach of it is.
public struct Punktspørsmål: Sendable {
  /// The rule; nil for a point that only a person can judge.
  public var regel: Punktregel?
  /// Avvik or merknad.
  public var vedBrudd: Utfall

  /// A point to ask about.
  public init(regel: Punktregel?, vedBrudd: Utfall) {
    self.regel = regel
    self.vedBrudd = vedBrudd
  }
}

extension Regelkjøring {
  /// As many cases as are asked about at a time.
  private static let rekke = 1024

  /// The outcome of every point for some cases, case by case, without evidence.
  public mutating func utfall(_ punkter: [Punktspørsmål], saker: Range<Int>) -> [Utfall] {
    var result = [Utfall](repeating: .ikkeKontrollert, count: saker.count * punkter.count)
    result.withUnsafeMutableBufferPointer { result in
      for (number, punkt) in punkter.enumerated() {
        guard let rule = punkt.regel, evaluator.erBlokkvis(rule) else { continue }
        for first in stride(from: saker.lowerBound, to: saker.upperBound, by: Self.rekke) {
          let part = first..<min(saker.upperBound, first + Self.rekke)
          let places = stride(
            from: (first - saker.lowerBound) * punkter.count + number, to: result.count, by: punkter.count)
          evaluator.utfall(rule, vedBrudd: punkt.vedBrudd, part, places, result)
        }
      }
      enkeltvis(punkter, saker, result)
    }
    return result
  }

  /// The points that cannot be asked of many cases at a time; definitions are shared by the points of a case.
  private mutating func enkeltvis(
    _ punkter: [Punktspørsmål], _ saker: Range<Int>, _ result: UnsafeMutableBufferPointer<Utfall>
  ) {
    let others = punkter.indices.filter { punkter[$0].regel.map { !evaluator.erBlokkvis($0) } ?? false }
    if others.isEmpty { return }
    for sak in saker {
      evaluator.begin(sak: sak)
      for number in others {
        guard let rule = punkter[number].regel else { continue }
        let outcome = evaluator.utfall(rule, vedBrudd: punkter[number].vedBrudd)
        result[(sak - saker.lowerBound) * punkter.count + number] = outcome
      }
    }
  }
}

extension Evaluator {
  fileprivate func erBlokkvis(_ regel: Punktregel) -> Bool {
    [regel.gjelder, regel.krav, regel.norm].allSatisfy { !$0.finnes || erBlokkvis($0) }
  }

  /// The outcome of a point for many cases: the same table as for one.
  ///
  /// - Parameters:
  ///   - places: where in `result` the outcomes go.
  fileprivate mutating func utfall(
    _ regel: Punktregel, vedBrudd: Utfall, _ saker: Range<Int>, _ places: StrideTo<Int>,
    _ result: UnsafeMutableBufferPointer<Utfall>
  ) {
    let best: Utfall = regel.krav.finnes || regel.norm.finnes ? .oppfylt : .ikkeKontrollert
    withUnsafeTemporaryAllocation(of: Sannhet.self, capacity: saker.count) { answers in
      answers.initialize(repeating: .ja)
      for (_, place) in zip(saker, places) { result[place] = best }
      for (node, broken) in [
        (regel.norm, Utfall.merknad), (regel.krav, vedBrudd), (regel.gjelder, .ikkeAktuelt),
      ]
      where node.finnes {
        sannheter(node, saker, answers)
        for (answer, place) in zip(answers, places) where answer != .ja {
          result[place] = answer == .nei ? broken : .ukjent
        }
      }
    }
  }
}
