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
  /// As many cases as are asked about at a time: few enough for the processor's cache, since the points of a
  /// checklist look at the same columns.
  private static let rekke = 1024

  /// The outcome of every point for some cases, case by case, without evidence.
  ///
  /// - Parameters:
  ///   - saker: positions in the bunke; it is an error of the caller to ask for others.
  public mutating func utfall(_ punkter: [Punktspørsmål], saker: Range<Int>) -> [Utfall] {
    precondition(saker.lowerBound >= 0 && saker.upperBound <= evaluator.bunke.saker.count)
    var result = [Utfall](repeating: .ikkeKontrollert, count: saker.count * punkter.count)
    result.withUnsafeMutableBufferPointer { result in
      let blockwise = punkter.enumerated().filter { $0.element.regel.map(evaluator.erBlokkvis) ?? false }
      for first in stride(from: saker.lowerBound, to: saker.upperBound, by: Self.rekke) {
        let part = first..<min(saker.upperBound, first + Self.rekke)
        for (number, punkt) in blockwise {
          guard let rule = punkt.regel else { continue }
          let place = (first - saker.lowerBound) * punkter.count + number
          evaluator.utfall(rule, vedBrudd: punkt.vedBrudd, part, result, fra: place, hver: punkter.count)
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
  ///   - first: where in `result` the first outcome goes; the next ones follow a step apart.
  fileprivate mutating func utfall(
    _ regel: Punktregel, vedBrudd: Utfall, _ saker: Range<Int>,
    _ result: UnsafeMutableBufferPointer<Utfall>, fra first: Int, hver step: Int
  ) {
    let parts = [(regel.norm, Utfall.merknad), (regel.krav, vedBrudd), (regel.gjelder, .ikkeAktuelt)]
    let best: Utfall = regel.krav.finnes || regel.norm.finnes ? .oppfylt : .ikkeKontrollert
    var isFirst = true
    withUnsafeTemporaryAllocation(of: Sannhet.self, capacity: saker.count) { answers in
      answers.initialize(repeating: .ja)
      for (node, broken) in parts where node.finnes {
        sannheter(node, saker, answers)
        for number in 0..<saker.count {
          let place = first + number * step
          let fulfilled = isFirst ? best : result[place]
          result[place] = answers[number] == .ja ? fulfilled : answers[number] == .nei ? broken : .ukjent
        }
        isFirst = false
      }
    }
  }
}
