internal import Dispatch

/// The results of a function for each element, in their order, made on as many cores as there are.
func parallelt<Element: Sendable, Result: Sendable>(
  _ elements: [Element], _ transform: @Sendable (Element) -> Result
) -> [Result] {
  [Result](unsafeUninitializedCapacity: elements.count) { buffer, count in
    // Each place is written by one iteration only, and read after all have ended.
    nonisolated(unsafe) let places = buffer
    DispatchQueue.concurrentPerform(iterations: elements.count) { index in
      places.initializeElement(at: index, to: transform(elements[index]))
    }
    count = elements.count
  }
}
