import JSONText
import Values

/// A record before it is written.
struct Utkast: Sendable {
  var opplysninger: [JSONValue.Member]
  var samlinger: [(navn: String, hendelser: [Hendelse])]
  var ufullstendig: [String] = []

  /// The events of a collection; none where it was not extracted.
  func events(_ collection: String) -> [Hendelse] {
    samlinger.first { $0.navn == collection }?.hendelser ?? []
  }

  /// Puts an event in its place in time. A collection that was not extracted stays so.
  mutating func insert(_ event: Hendelse, in collection: String) {
    guard let index = samlinger.firstIndex(where: { $0.navn == collection }) else { return }
    let place = samlinger[index].hendelser.firstIndex { $0.tid > event.tid }
    samlinger[index].hendelser.insert(event, at: place ?? samlinger[index].hendelser.count)
  }

  /// Changes the events of a collection, where it was extracted.
  mutating func change(_ collection: String, _ body: (inout [Hendelse]) -> Void) {
    guard let index = samlinger.firstIndex(where: { $0.navn == collection }) else { return }
    body(&samlinger[index].hendelser)
  }
}
