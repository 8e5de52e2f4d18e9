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
  /// The outcome of every point for some cases, case by case, without evidence.
  public mutating func utfall(_ punkter: [Punktspørsmål], saker: Range<Int>) -> [Utfall] {
    var result = [Utfall](repeating: .ikkeKontrollert, count: saker.count * punkter.count)
    result.withUnsafeMutableBufferPointer { result in
      var next = saker.lowerBound
      while next < saker.upperBound {
        let block = evaluator.leggUt(rundt: next)
        let part = block.clamped(to: saker)
        let places = (part.lowerBound - saker.lowerBound) * punkter.count..<result.count
        for (number, punkt) in punkter.enumerated() {
          guard let rule = punkt.regel, evaluator.erBlokkvis(rule) else { continue }
          let column = stride(from: places.lowerBound + number, to: places.upperBound, by: punkter.count)
          evaluator.blokkutfall(
            rule, vedBrudd: punkt.vedBrudd, part.lowerBound - block.lowerBound, part.count, column, result)
        }
        enkeltvis(punkter, part, fra: saker.lowerBound, result)
        next = part.upperBound
      }
    }
    return result
  }

  /// The points that cannot be asked of a whole block; definitions are shared by the points of a case.
  private mutating func enkeltvis(
    _ punkter: [Punktspørsmål], _ saker: Range<Int>, fra first: Int,
    _ result: UnsafeMutableBufferPointer<Utfall>
  ) {
    let others = punkter.indices.filter { punkter[$0].regel.map { !evaluator.erBlokkvis($0) } ?? false }
    if others.isEmpty { return }
    for sak in saker {
      evaluator.begin(sak: sak)
      for number in others {
        guard let rule = punkter[number].regel else { continue }
        let outcome = evaluator.utfall(rule, vedBrudd: punkter[number].vedBrudd)
        result[(sak - first) * punkter.count + number] = outcome
      }
    }
  }
}

extension Evaluator {
  fileprivate func erBlokkvis(_ regel: Punktregel) -> Bool {
    [regel.gjelder, regel.krav, regel.norm].allSatisfy { !$0.finnes || erBlokkvis($0) }
  }

  /// The outcome of a point for cases of the block: the same table as for one case.
  ///
  /// - Parameters:
  ///   - first: the place in the block of the first case.
  ///   - places: where in `result` the outcomes go.
  fileprivate mutating func blokkutfall(
    _ regel: Punktregel, vedBrudd: Utfall, _ first: Int, _ count: Int, _ places: StrideTo<Int>,
    _ result: UnsafeMutableBufferPointer<Utfall>
  ) {
    let size = blokksaker.count
    withUnsafeTemporaryAllocation(of: Sannhet.self, capacity: 3 * size) { memory in
      memory.initialize(repeating: .ja)
      for (number, node) in [regel.gjelder, regel.krav, regel.norm].enumerated() where node.finnes {
        sannheter(node, Svarrekke(rebasing: memory[(number * size)..<((number + 1) * size)]))
      }
      let best: Utfall = regel.krav.finnes || regel.norm.finnes ? .oppfylt : .ikkeKontrollert
      for (sak, place) in zip(first..<first + count, places) {
        let norm = Evaluator.utfall(memory[2 * size + sak], nei: .merknad, ja: best)
        let krav = Evaluator.utfall(memory[size + sak], nei: vedBrudd, ja: norm)
        result[place] = Evaluator.utfall(memory[sak], nei: .ikkeAktuelt, ja: krav)
      }
    }
  }

  @inline(__always) private static func utfall(_ svar: Sannhet, nei: Utfall, ja: Utfall) -> Utfall {
    switch svar {
    case .nei: nei
    case .ukjent: .ukjent
    case .ja: ja
    }
  }
}
