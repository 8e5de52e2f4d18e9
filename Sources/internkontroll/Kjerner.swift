import Dispatch
import Synchronization

/// Divides work between the two cores and gives the results in the order of the input.
func påBeggeKjerner<Resultat: Sendable>(
  _ indices: [Int], _ body: @Sendable (ArraySlice<Int>) -> [Resultat]
) -> [Resultat] {
  let middle = indices.count / 2
  guard middle > 0 else { return body(indices[...]) }
  let halves = [indices[..<middle], indices[middle...]]
  let results = Mutex<[[Resultat]]>([[], []])
  DispatchQueue.concurrentPerform(iterations: 2) { half in
    let own = body(halves[half])
    results.withLock { $0[half] = own }
  }
  return results.withLock { $0.flatMap { $0 } }
}
